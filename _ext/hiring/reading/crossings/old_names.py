"""Names from before a page was renamed, and what they name today.

A page says in ``redirects`` what it was called. What still calls it so is read as if it said the
name of today: nothing that comes later knows of old names.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote

from hiring.model.job_facts import MANAGERS
from hiring.model.kinds import NAME, WRITTEN
from hiring.model.messages import gettext
from hiring.model.paths import OPENINGS_FOLDER, ROLES_FOLDER, key_of
from hiring.model.problem import Problem, Severity, quoted
from hiring.model.rules import Rule
from hiring.model.targets import target_of
from hiring.reading.crossings.respell import OldName, respelled
from hiring.reading.crossings.translations import name_on, page_translated

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from hiring.language.references import Reference
    from hiring.model.page import Page
    from hiring.reading.pages.record import PageRecord

_KEYED = {"role": "role", "level": "role", "question": "role", "opening": "opening"}
"""The cross-references that start with the key of a page, and whose it is."""

_OPTIONS = ("role", "from", "to")
"""The options that name roles, or levels of them."""

_KEY_IN_OPTION = re.compile(r"[a-z0-9-]+(?=\s*(?:,|/|$))")


@dataclass(frozen=True)
class Moves:
    """The pages that were renamed: for each old path that of today, both with their ending.

    ``roles`` are the keys that roles have today.
    """

    paths: Mapping[str, str]
    roles: frozenset[str] = frozenset()

    @classmethod
    def stated(cls, records: Iterable[PageRecord | Page]) -> Moves:
        """Return what pages say they were called; the name of a page that is there is never old."""
        records = list(records)
        there = {record.path for record in records}
        moves: dict[str, str] = {}
        for record in records:
            for old in record.front_matter.redirects if record.front_matter else ():
                if f"{old}.md" not in there:
                    moves.setdefault(f"{old}.md", record.path)
        roles = (path for path in there if posixpath.dirname(path) == ROLES_FOLDER)
        return cls(moves, frozenset(map(key_of, roles)))

    def to(self, paths: Container[str]) -> Moves:
        """Return the moves to some pages."""
        return Moves({old: it for old, it in self.paths.items() if it in paths}, self.roles)

    @cached_property
    def keys(self) -> Mapping[str, Mapping[str, str]]:
        """For roles and for openings the keys of today by the old ones."""
        folders = {"role": ROLES_FOLDER, "opening": OPENINGS_FOLDER}
        return {
            kind: {
                key_of(old): key_of(path)
                for old, path in self.paths.items()
                if {posixpath.dirname(old), posixpath.dirname(path)} == {folder}
            }
            for kind, folder in folders.items()
        }

    @cached_property
    def stems(self) -> frozenset[str]:
        """The last parts of the old paths: most references have none of them."""
        return frozenset(key_of(old) for old in self.paths)

    def with_old(self, names: Mapping[str, frozenset[str]]) -> Mapping[str, frozenset[str]]:
        """Return names of pages, roles, openings and others with their old ones, by kind."""
        old = {**self.keys, "page": self.paths}
        return {
            kind: some.union(name for name, path in old.get(kind, {}).items() if path in some)
            for kind, some in names.items()
        }


def said_renamed(old: str, today: str) -> str:
    """Return what is told of an old name where a command wants that of today."""
    return gettext("{old} is now {new}: write the new name", old=quoted(old), new=quoted(today))


def with_names_of_today(
    texts: Mapping[str, str], records: Iterable[PageRecord], moves: Moves
) -> tuple[Mapping[str, str], list[Problem]]:
    """Return the texts of those pages that call another by an old name, with the name of today.

    ``texts`` are those of which the ``records`` were made. Each place is noted.
    """
    changed: dict[str, str] = {}
    notes: list[Problem] = []
    for record in records if moves.paths else ():
        names = list(old_names_in(record, moves))
        if names:
            changed[record.path], found = respelled(texts[record.path], names)
            notes += [_note(record.path, name) for name in found]
    return changed, notes


def _note(path: str, name: OldName) -> Problem:
    message = gettext(
        "{written} is now {today}: the old name still leads there; write the new one",
        written=quoted(name.written),
        today=quoted(name.today),
    )
    return Problem(path, name.line, Rule.RENAMED, message, Severity.NOTE)


def old_names_in(record: PageRecord, moves: Moves) -> Iterator[OldName]:
    """Yield the places of a page that call another, or the page itself, by an old name."""
    roles = moves.keys["role"]
    for key, field in _facts(record):
        if key in roles:
            yield OldName("fact", record.field_line(field), key, roles[key])
    original = moves.paths.get(page_translated(record))
    if original and record.front_matter and record.front_matter.translation_of:
        name, line = record.front_matter.translation_of, record.field_line("translation_of")
        yield OldName("fact", line, name, name_on(original, record.path))
    for written, line in _options(record):
        for key in _KEY_IN_OPTION.findall(written):
            if key in roles:
                yield OldName("option", line, key, roles[key])
    for reference in record.references:
        today = _today(reference, record, moves)
        if today:
            yield OldName(reference.kind, reference.line, reference.target, today)


def _facts(record: PageRecord) -> Iterator[tuple[str, str]]:
    """Yield the keys of roles among a page's facts, each with its field."""
    if record.role:
        for name in ("works_with", "related"):
            for place, key in enumerate(getattr(record.role, name)):
                yield key, f"role.{name}.{place}"
    if record.opening:
        yield record.opening.role, "opening.role"
    for holder, facts in (("role", record.role), ("opening", record.opening)):
        for name in MANAGERS if facts else ():
            for place, key in enumerate(getattr(facts, name)):
                field = f"{holder}.{name}"
                listed = f"{field}.{place}"
                yield key, listed if listed in record.field_lines else field


def _options(record: PageRecord) -> Iterator[tuple[str, int]]:
    """Yield what directives say that show a role, each with its line."""
    for shown in record.shown:
        if shown.name == "role-card":
            yield shown.argument, shown.line
        for name in _OPTIONS:
            if name in shown.options:
                yield shown.options[name], shown.line_of(name)
    for rubric in record.rubrics:
        yield rubric.role or "", rubric.role_line
    for interview in record.interviews:
        yield interview.role, interview.role_line
        yield from ((stage.origin, stage.origin_line) for stage in interview.stages)


def _today(reference: Reference, record: PageRecord, moves: Moves) -> str | None:
    """Return what a reference would say today; None where it names nothing that was renamed."""
    kind, written = reference.kind, reference.target
    if moves.stems.isdisjoint(re.split(r"[/#]|\.md\b", unquote(written))):
        return None
    if kind in _KEYED:
        return _with_key(written, moves.keys[_KEYED[kind]])
    if kind != "link" and WRITTEN.get(kind) != "page":
        return None
    target = target_of(kind, written, record.path)
    if target is None:
        return None
    page, _, name = target.name.partition("#")
    if target.kind == NAME:
        own = {*record.slugs, *record.anchors, *(label for label, _ in record.labels)}
        # A name alone is a role's before it is an opening's, which has no parts.
        is_role = name.partition("/")[0] in moves.roles
        keys = moves.keys["role"] if is_role else {**moves.keys["opening"], **moves.keys["role"]}
        today = None if name in own else _with_key(name, keys)
        return today and f"{'#' * written.startswith('#')}{today}"
    return _address(written, record.path, moves.paths[page]) if page in moves.paths else None


def _with_key(name: str, keys: Mapping[str, str]) -> str | None:
    """Return ``key`` or ``key/id`` with the key of today; None where that is what it has."""
    key, slash, part = name.partition("/")
    return f"{keys[key]}{slash}{part}" if key in keys else None


def _address(written: str, page: str, path: str) -> str:
    """Return the address of a path, written on a page in the way that an old one was."""
    old, hash_sign, anchor = written.partition("#")
    to = f"/{path}" if old.startswith("/") else posixpath.relpath(path, posixpath.dirname(page))
    return (to if old.endswith(".md") else to.removesuffix(".md")) + hash_sign + anchor
