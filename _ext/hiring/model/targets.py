"""Where references lead, and whether their readers may know: asked here, and answered once.

A reference is read by ``target_of`` into a ``Target``, and ``resolve`` looks that up. What it says
of the answer is each asker's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from hiring.model.kinds import KINDS, NAME, WRITTEN, Found, Target, role_and_id
from hiring.model.paths import key_of, page_named, path_in

if TYPE_CHECKING:
    from hiring.model.handbook import Handbook
    from hiring.model.lexicon import Lexicon
    from hiring.model.role import JobRole, Level


@dataclass(frozen=True, slots=True)
class Hidden:
    """A target that is not for the readers: of a level, it may be the role that is hidden."""

    target: Target


@dataclass(frozen=True, slots=True)
class Missing:
    """A target that is nowhere: of a level, it may be the role that there is none of."""

    target: Target


Answer = Found | Hidden | Missing


def resolve(target: Target, handbook: Handbook) -> Answer:
    """Return where a target is for a handbook's readers, or whether it is hidden from them.

    It is looked up once: what a build shows, exports and compares leads to the same few things.
    """
    answers: dict[tuple[str, str], Answer] = handbook.answers
    if target not in answers:
        answers[target] = _resolve(target, handbook)
    return answers[target]


def _resolve(target: Target, handbook: Handbook) -> Answer:
    if target.kind == NAME:
        return _resolve_name(target, handbook)
    kind, hidden = KINDS[target.kind], handbook.hidden
    if kind.holder is not None:
        holder = kind.holder(target.name)
        held = resolve(holder, handbook) if holder else Missing(target)
        if not isinstance(held, Found):
            return held
    found = kind.find(handbook, target.name)
    if found is not None:
        return found
    if kind.hides and (hidden.projected or target.name in hidden.names.get(target.kind, ())):
        return Hidden(target)
    return Missing(target)


def _resolve_name(target: Target, handbook: Handbook) -> Answer:
    """Resolve what stands alone behind a ``#`` on a page: anything that has such a name."""
    page, _, name = target.name.partition("#")
    hidden = False
    for kind, entry in KINDS.items():
        if entry.alone:
            answer = resolve(Target(kind, entry.read(page, name)), handbook)
            if isinstance(answer, Found):
                return answer
            hidden = hidden or isinstance(answer, Hidden)
    return Hidden(target) if hidden else Missing(target)


def target_of(kind: str, written: str, page: str = "") -> Target | None:
    """Return what a reference on a page names; None for files, and for what is elsewhere.

    ``kind`` is one of ``KINDS``, or how text refers to one: ``doc``, ``ref``, ``toctree``, and
    ``link`` for an address.
    """
    if kind == "link":
        return target_at(written, page)
    kind = WRITTEN.get(kind, kind)
    return Target(kind, KINDS[kind].read(page, written)) if kind in KINDS else None


def target_at(address: str, page: str) -> Target | None:
    """Return what an address on a page names; None for what is elsewhere.

    What has no ending of a page's is a name, as it is behind a ``#``: whether it is a file's is for
    those to say who know the files.
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    path = path_in(address)
    if parts.scheme or parts.netloc or ":" in path:
        return None
    return target_within(path, unquote(parts.fragment), page)


def target_within(path: str, anchor: str, page: str) -> Target | None:
    """Return what a path and an anchor, both decoded, name on a page; None where both are empty."""
    if path.endswith(".md"):
        inside = page_named(page, path)
        return Target("anchor", f"{inside}#{anchor}") if anchor else Target("page", inside)
    name = path or anchor
    return Target(NAME, f"{page}#{name}") if name else None


def page_of(target: Target, handbook: Handbook) -> str:
    """Return the page on which a target stands, or would; empty where readers have no such page."""
    answer = resolve(target, handbook)
    if isinstance(answer, Found):
        return answer.page
    holder = KINDS[target.kind].holder if target.kind in KINDS else None
    held = holder(target.name) if holder else None
    return page_of(held, handbook) if held else ""


def in_language_of(target: Target, handbook: Handbook, page: str) -> Target:
    """Return what a cross-reference on a page names: the translation into the page's language.

    Where there is none, it is what is named. An address of a page is that of this very page, and
    who names a translation means that one.
    """
    here = handbook.pages.get(page)
    if not handbook.versions or here is None or not KINDS[target.kind].ours:
        return target
    answer = resolve(target, handbook)
    there = answer.page if isinstance(answer, Found) else ""
    path = handbook.in_language(there, here.language)
    if path == there or not there or handbook.pages[there].translates:
        return target
    _, slash, part = target.name.partition("/")
    spoken = Target(target.kind, f"{key_of(path)}{slash}{part}")
    return spoken if isinstance(resolve(spoken, handbook), Found) else target


def words_of(kind: str, written: str, handbook: Handbook, page: str = "") -> str:
    """Return what a cross-reference says that has no words of its own: the title of its target.

    Nobody can tell from what it says in place of a title whether the target is hidden or was never
    there. What names nothing, as ``kbd``, says what is written. Several exports ask for the same.
    """
    said = handbook.said
    if (kind, written, page) not in said:
        said[kind, written, page] = _words_of(kind, written, handbook, page)
    return said[kind, written, page]


def _words_of(kind: str, written: str, handbook: Handbook, page: str) -> str:
    target = target_of(kind, written, page)
    if target is None:
        return written
    answer = resolve(in_language_of(target, handbook, page), handbook)
    title = answer.title if isinstance(answer, Found) else ""
    here = handbook.pages.get(page)
    spoken = here.language if here else handbook.language
    return title or another(target, handbook.lexicon(spoken)) or written


def another(target: Target, said: Lexicon) -> str:
    """Return what is said in place of a target's title, where none may be told."""
    return another_of("anchor" if target.kind == NAME else target.kind, said)


def another_of(kind: str, said: Lexicon) -> str:
    """Return what is said in place of the title of a kind of thing."""
    name = KINDS[kind].another
    return said.say(f"another.{name}") if name else ""


def may_lead(kind: str, written: str, handbook: Handbook, page: str = "") -> bool:
    """Tell whether readers may be led where a reference on a page leads: there, or elsewhere."""
    target = target_of(kind, written, page)
    return target is None or isinstance(resolve(target, handbook), Found)


def is_shown(target: Target, handbook: Handbook) -> bool:
    """Tell whether a target is not hidden: it is there, or it never was."""
    return not isinstance(resolve(target, handbook), Hidden)


def names_by_kind(handbook: Handbook) -> dict[str, frozenset[str]]:
    """Return the names of all things in a handbook that others may be hidden from, by kind."""
    return {name: frozenset(kind.names(handbook)) for name, kind in KINDS.items() if kind.hides}


def level_at(name: str, handbook: Handbook) -> tuple[JobRole, Level] | None:
    """Return the role and the level that ``role/level`` names, or None."""
    key, level_id = role_and_id(name)
    role = handbook.roles.get(key)
    level = role.level(level_id) if role else None
    return (role, level) if role and level else None
