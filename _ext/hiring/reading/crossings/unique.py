"""Names that must stand for one thing in the whole handbook, and tables of contents that end."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from hiring.model.messages import gettext
from hiring.model.opening import places_of
from hiring.model.paths import ROLES_FOLDER, plain_label
from hiring.model.places import place_name
from hiring.model.problem import MOST_LISTED, Problem, quoted
from hiring.model.report import BLANK
from hiring.model.rules import Rule
from hiring.reading.crossings.contents import Contents
from hiring.reading.crossings.translations import originals_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from hiring.model.facts import Skills
    from hiring.model.handbook import Handbook
    from hiring.model.report import Report
    from hiring.reading.facts.yaml import Located
    from hiring.reading.pages.record import PageRecord


def check_skills(skills: Skills, located: Located, report: Report) -> None:
    """See that no two skills answer to the same key, name or alias."""
    taken: dict[str, str] = {}
    for place, skill in enumerate(skills.skills):
        line = located.line(("skills", place)) + 1
        for name in sorted({name.lower() for name in (skill.key, skill.name, *skill.aliases)}):
            if taken.setdefault(name, skill.key) != skill.key:
                message = gettext(
                    "{name} stands for `{other}` and `{key}`: keep one",
                    name=quoted(name),
                    other=taken[name],
                    key=skill.key,
                )
                report.error(line, Rule.DUPLICATE_ID, message)
    keys = [skill.key for skill in skills.skills]
    for place, key in enumerate(keys):
        if key in keys[:place]:
            line = located.line(("skills", place, "key")) + 1
            report.error(
                line, Rule.DUPLICATE_ID, gettext("a second skill `{key}`: keep one", key=key)
            )


def check_names(records: Sequence[PageRecord]) -> Iterator[Problem]:
    """Report labels, terms and old addresses that two places claim."""
    labels: dict[str, str] = {}
    terms: dict[str, str] = {}
    old: dict[str, str] = {record.path.removesuffix(".md"): record.path for record in records}
    for record in records:
        for label, line in record.labels:
            plain = plain_label(label)
            where = f"{record.path}:{line}"
            if labels.setdefault(plain, where) != where:
                message = gettext(
                    "the label {label} is also at {where}: rename one",
                    label=quoted(label),
                    where=labels[plain],
                )
                yield Problem(record.path, line, Rule.DUPLICATE_ID, message)
        for term, line in record.terms:
            where = f"{record.path}:{line}"
            if terms.setdefault(term, where) != where:
                message = gettext(
                    "the term {term} is also at {where}: keep one",
                    term=quoted(term),
                    where=terms[term],
                )
                yield Problem(record.path, line, Rule.DUPLICATE_ID, message)
        for place, path in enumerate(record.front_matter.redirects if record.front_matter else ()):
            where = f"{record.path}:{place}"
            if old.setdefault(path, where) != where:
                line = record.field_line(f"redirects.{place}")
                taken = old[path].rpartition(":")[0] or old[path]
                message = gettext(
                    "{path} already leads to {taken}: delete it here",
                    path=quoted(path),
                    taken=taken,
                )
                yield Problem(record.path, line, Rule.REDIRECT, message)


def check_titles(records: Sequence[PageRecord]) -> Iterator[Problem]:
    """Report roles of one title, on each page: nobody could tell them apart in lists."""
    by_title: dict[str, list[PageRecord]] = {}
    for record in originals_of(records):
        if record.role and str(PurePosixPath(record.path).parent) == ROLES_FOLDER:
            by_title.setdefault(plain_label(record.role.title), []).append(record)
    for alike in by_title.values():
        for record in alike:
            other = next((it for it in alike if it is not record), None)
            if record.role and other:
                message = gettext(
                    "the title {title} is also that of {path}: give one of them another",
                    title=quoted(record.role.title),
                    path=other.path,
                )
                line = record.field_line("role.title")
                yield Problem(record.path, line, Rule.DUPLICATE_ID, message)


def check_requisitions(records: Sequence[PageRecord], handbook: Handbook) -> Iterator[Problem]:
    """Report openings that have a requisition and a place in common: feeds could not tell them."""
    taken: dict[tuple[str, str], str] = {}
    for record in originals_of(records):
        facts = record.opening
        if facts is None or BLANK.search(facts.requisition):
            continue
        places = [place_name(place) for place in places_of(facts, handbook.company)]
        for place in dict.fromkeys([*places, *facts.remote]):
            first = taken.setdefault((facts.requisition, place), record.path)
            if first != record.path:
                message = gettext(
                    "`{first}` has the requisition {requisition} in {place} too: change one",
                    first=first,
                    requisition=quoted(facts.requisition),
                    place=place,
                )
                line = record.field_line("opening.requisition")
                yield Problem(record.path, line, Rule.OPENING_TWICE, message)


def check_contents(records: Sequence[PageRecord]) -> Iterator[Problem]:
    """Report tables of contents that name a page twice, or lead back to their own page.

    Of the latter Sphinx would make no end.
    """
    contents = Contents(record.path for record in records)
    for record in records:
        yield from _twice(record, contents)
    entries = {
        record.path: [
            (contents.named(record.path, entry), entry.line)
            for entry in record.references
            if entry.kind in ("toctree", "glob")
        ]
        for record in records
    }
    done: set[str] = set()
    for start in entries:
        yield from _circles(start, entries, done)


def _twice(record: PageRecord, contents: Contents) -> Iterator[Problem]:
    """Yield the entries that name what stands above them in the same table, or is matched there."""
    seen: set[tuple[int, str]] = set()
    for entry in record.references:
        if entry.kind in ("toctree", "glob"):
            named = {(entry.contents, path) for path in contents.named(record.path, entry)}
            if entry.kind == "toctree" and named & seen:
                message = gettext(
                    "{target} stands in this table of contents already: delete it",
                    target=quoted(entry.target),
                )
                yield Problem(record.path, entry.line, Rule.BLOCK_TWICE, message)
            seen |= named


def _circles(
    start: str, entries: Mapping[str, list[tuple[Sequence[str], int]]], done: set[str]
) -> Iterator[Problem]:
    """Follow the entries from one page, with a stack of its own rather than recursion.

    A pattern that leads back to many pages is told once.
    """
    trail = {start: 0} if start not in done else {}  # each page with its place
    ahead = [_ahead(entries[start])] if trail else []
    told: set[tuple[str, int]] = set()
    while trail:
        target, line = next(ahead[-1], ("", 0))
        if not target:
            done.add(trail.popitem()[0])
            ahead.pop()
        elif target in trail:
            here = next(reversed(trail))
            if (here, line) not in told:
                told.add((here, line))
                circle = [*list(trail)[trail[target] :], target]
                yield Problem(here, line, Rule.CIRCLE, _in_a_circle(circle))
        elif target not in done:
            trail[target] = len(trail)
            ahead.append(_ahead(entries[target]))


def _ahead(entries: Iterable[tuple[Sequence[str], int]]) -> Iterator[tuple[str, int]]:
    return ((path, line) for paths, line in entries for path in paths)


def _in_a_circle(pages: list[str]) -> str:
    shown = pages if len(pages) <= MOST_LISTED else [*pages[: MOST_LISTED - 1], "...", pages[-1]]
    return gettext("the table of contents goes in a circle: {names}", names=" > ".join(shown))
