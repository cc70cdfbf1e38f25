"""The kinds of thing that text can name: one list for all that read, check and show references.

A new kind is an entry of ``KINDS``: one that roles hold, as levels, is a ``_role_part``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from hiring.model.paths import (
    COMPANY,
    OPENINGS_FOLDER,
    ROLES_FOLDER,
    SKILLS,
    page_named,
    plain_label,
)
from hiring.model.rules import Rule
from hiring.model.skill_scale import meaning_of, named_in, title_at

if TYPE_CHECKING:
    from hiring.model.handbook import Handbook
    from hiring.model.role import JobRole


class Target(NamedTuple):
    """What a reference names: a kind of ``KINDS``, and a name as that kind has them.

    The name of an anchor is ``path#anchor``; that of a level or a question is ``role/id``.
    """

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Found:
    """Where a target is: its page's path, the anchor on it, its title, its hint, its language.

    ``page`` is empty for what stands on a page of the site's choice, as skills do. ``anchor`` is
    empty for a whole page, and where Sphinx alone knows it; so are ``title`` and ``language``.
    """

    page: str
    anchor: str = ""
    title: str = ""
    hint: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of thing that text can name.

    ``find`` looks a name up in a handbook, and ``names`` gives all there are. ``read`` turns a
    name as it is written, on the page with a path, into one as ``find`` takes it; ``holder`` gives
    what a thing stands in, or None where its name is no such name. ``file`` is where a thing of
    that name would be stated. ``another`` names what is said in place of what is hidden.
    ``rule`` is that of the finding where there is none; without one, the site reports it. What is
    ``ours`` are objects of the Sphinx domain, with a cross-reference of the kind's name;
    ``alone`` tells that a name may stand alone behind a ``#``, and ``hides`` that things of the
    kind may be hidden. ``parts`` gives a role's things of a kind that roles hold.
    """

    find: Callable[[Handbook, str], Found | None]
    names: Callable[[Handbook], Iterable[str]]
    read: Callable[[str, str], str] = lambda page, written: written
    holder: Callable[[str], Target | None] | None = None
    file: Callable[[str], str] = lambda name: ""
    another: str = ""
    rule: Rule | None = None
    ours: bool = False
    alone: bool = True
    hides: bool = True
    parts: Callable[[JobRole], Sequence[Any]] | None = None


def role_and_id(name: str) -> tuple[str, str]:
    """Return the two halves of ``role/id``; the first is empty where the name is none such."""
    key, slash, part_id = name.partition("/")
    return (key, part_id) if slash else ("", name)


def _of_role(name: str) -> Target | None:
    key = role_and_id(name)[0]
    return Target("role", key) if key else None


def _role_part(
    parts: Callable[[JobRole], Sequence[Any]], title: Callable[[JobRole, Any], str], **kind: Any
) -> Kind:
    """Return the kind of what a role holds, each with an ``id`` and an ``anchor``."""

    def find(handbook: Handbook, name: str) -> Found | None:
        key, part_id = role_and_id(name)
        role = handbook.roles[key]
        part = next((part for part in parts(role) if part.id == part_id), None)
        found = part and Found(role.path, part.anchor, title(role, part), "", role.language)
        return found or None

    def names(handbook: Handbook) -> Iterable[str]:
        return (f"{role.key}/{part.id}" for role in handbook.roles.values() for part in parts(role))

    kind["file"] = lambda name: f"{ROLES_FOLDER}/{name.partition('/')[0]}.md"
    return Kind(find=find, names=names, holder=_of_role, parts=parts, ours=True, **kind)


def _find_role(handbook: Handbook, key: str) -> Found | None:
    role = handbook.roles.get(key)
    about = (role.facts.title, role.facts.summary, role.language) if role else ()
    return Found(role.path, "", *about) if role else None


def _find_skill(handbook: Handbook, name: str) -> Found | None:
    skill, step = named_in(handbook, name) or (None, None)
    if skill is None:
        return None
    return Found("", f"skill-{skill.key}", title_at(handbook, skill, step), meaning_of(skill, step))


def _find_opening(handbook: Handbook, key: str) -> Found | None:
    opening = handbook.openings.get(key)
    about = (opening.title, opening.where, opening.language) if opening else ()
    return Found(opening.path, "", *about) if opening else None


def _find_placeholder(handbook: Handbook, name: str) -> Found | None:
    label = handbook.company.open_fact(name, "label", handbook.language)
    return Found("", "", label.value) if label else None


def _find_page(handbook: Handbook, path: str) -> Found | None:
    page = handbook.pages.get(path)
    return Found(path, "", page.title, language=page.language) if page else None


def _find_anchor(handbook: Handbook, name: str) -> Found | None:
    path, _, anchor = name.partition("#")
    return Found(path, anchor) if anchor in handbook.pages[path].anchors else None


def _find_label(handbook: Handbook, label: str) -> Found | None:
    page = "" if label in handbook.site_labels else handbook.labels.get(label)
    return None if page is None else Found(page)


def _find_term(handbook: Handbook, term: str) -> Found | None:
    page = handbook.terms.get(term)
    return None if page is None else Found(page)


def _plain(page: str, written: str) -> str:
    return plain_label(written)


KINDS: dict[str, Kind] = {
    "anchor": Kind(
        find=_find_anchor,
        names=lambda handbook: (
            f"{path}#{anchor}" for path, page in handbook.pages.items() for anchor in page.anchors
        ),
        read=lambda page, written: f"{page}#{written}",
        holder=lambda name: Target("page", name.partition("#")[0]),
        another="section",
        rule=Rule.UNKNOWN_LABEL,
    ),
    "label": Kind(
        find=_find_label,
        names=lambda handbook: handbook.labels,
        read=_plain,
        another="section",
        rule=Rule.UNKNOWN_LABEL,
    ),
    "term": Kind(
        find=_find_term,
        names=lambda handbook: handbook.terms,
        read=_plain,
        rule=Rule.UNKNOWN_LABEL,
    ),
    "page": Kind(
        find=_find_page,
        names=lambda handbook: handbook.pages,
        read=page_named,
        file=lambda path: path,
        another="page",
    ),
    "role": Kind(
        find=_find_role,
        names=lambda handbook: handbook.roles,
        file=lambda key: f"{ROLES_FOLDER}/{key}.md",
        another="role",
        rule=Rule.UNKNOWN_ROLE,
        ours=True,
    ),
    "level": _role_part(
        lambda role: role.levels,
        lambda role, level: role.name_of(level),
        another="level",
        rule=Rule.UNKNOWN_LEVEL,
    ),
    "question": _role_part(
        lambda role: role.questions,
        lambda role, question: question.question,
        another="question",
        rule=Rule.UNKNOWN_QUESTION,
    ),
    "skill": Kind(
        find=_find_skill,
        names=lambda handbook: handbook.skills,
        read=lambda page, written: written.lower(),
        file=lambda name: SKILLS,
        another="skill",
        rule=Rule.UNKNOWN_SKILL,
        ours=True,
        hides=False,
    ),
    "opening": Kind(
        find=_find_opening,
        names=lambda handbook: handbook.openings,
        file=lambda key: f"{OPENINGS_FOLDER}/{key}.md",
        another="opening",
        rule=Rule.UNKNOWN_OPENING,
        ours=True,
    ),
    "placeholder": Kind(
        find=_find_placeholder,
        names=lambda handbook: handbook.company.placeholders,
        file=lambda name: COMPANY,
        rule=Rule.UNKNOWN_PLACEHOLDER,
        alone=False,
        hides=False,
    ),
}
"""The kinds by their names, in the order in which a name alone is looked up."""

NAME = "name"
"""The kind of what stands alone behind a ``#``, as ``page#name``: of whichever kind it is."""

WRITTEN = {"doc": "page", "toctree": "page", "ref": "label"}
"""The kinds that Sphinx's own references name, by how those are written."""

OURS = tuple(name for name, kind in KINDS.items() if kind.ours)
"""The kinds that a cross-reference of ours leads to, by the kind's name."""
