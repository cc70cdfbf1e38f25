"""Pages that say in another language what a page says: which they are, and of which."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hiring.model.audience import Audience
from hiring.model.facts import FrontMatter
from hiring.model.messages import gettext
from hiring.model.problem import Problem, nearest, quoted
from hiring.model.rules import Rule
from hiring.reading.crossings.translated_facts import joined
from hiring.reading.crossings.values import language_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hiring.reading.pages.record import PageRecord


@dataclass(frozen=True)
class Translations:
    """The translations among the pages of a handbook.

    ``originals`` gives of each the path of the page that it translates; ``faults`` are what is
    wrong with the others, by their paths.
    """

    originals: Mapping[str, str]
    faults: Mapping[str, Problem]

    @classmethod
    def stated(
        cls, records: Sequence[PageRecord], site: str, seen: Mapping[str, Audience]
    ) -> Translations:
        """Return what pages say they translate; ``seen`` is for whom each is, ``site`` its words'.

        Of two that translate one page into one language, the first by its path counts.
        """
        named = {it.path: path for it in records if (path := page_translated(it))}
        if not named:
            return cls({}, {})
        looking = _Looking({it.path: it for it in records}, named, site, seen)
        faults = {path: fault for path in named if (fault := looking.fault(path))}
        return cls({it: path for it, path in named.items() if it not in faults}, faults)

    def audiences(self, seen: Mapping[str, Audience]) -> dict[str, Audience]:
        """Return for whom pages are: no translation is for more readers than its original.

        One whose original nobody knows is for the hiring team.
        """
        narrower = {it: seen[path] for it, path in self.originals.items()}
        narrower |= dict.fromkeys(self.faults, Audience.HIRING_TEAM)
        narrower = {it: to for it, to in narrower.items() if not seen[it].may_read(to)}
        return {**seen, **narrower}

    def joined(self, records: Sequence[PageRecord]) -> list[PageRecord]:
        """Return the pages, translations with the facts that they take from their originals.

        Where it is not known what a page translates, nothing is known of its facts either.
        """
        if not (self.originals or self.faults):
            return list(records)
        by_path = {record.path: record for record in records}
        return [self._joined(record, by_path) for record in records]

    def _joined(self, record: PageRecord, by_path: Mapping[str, PageRecord]) -> PageRecord:
        original = by_path.get(self.originals.get(record.path, ""))
        if original is not None and original.front_matter is not None:
            return joined(record, original)
        if record.path not in self.faults and original is None:
            return record
        known = (record.front_matter or FrontMatter()).model_copy(
            update={"role": None, "opening": None}
        )
        fault = self.faults.get(record.path)
        told = [*record.problems, fault] if fault else record.problems
        return replace(record, front_matter=known, problems=told)


@dataclass(frozen=True)
class _Looking:
    """What each page translates, as it says itself, and what is wrong with that."""

    records: Mapping[str, PageRecord]
    named: Mapping[str, str]
    site: str
    seen: Mapping[str, Audience]

    def fault(self, path: str) -> Problem | None:
        """Return what is wrong with the translation at a path."""
        record, original = self.records[path], self.records.get(self.named[path])
        line = record.field_line("translation_of")
        message = self._message(record, original)
        if message is None and original is not None and original.front_matter is not None:
            line = record.field_lines.get("audience", line)
            message = self._for_more(record, original)
        return Problem(path, line, Rule.TRANSLATION, message) if message else None

    def _message(self, record: PageRecord, original: PageRecord | None) -> str | None:
        path = self.named[record.path]
        if path == record.path:
            return gettext("`translation_of` names this very page: name the one that it translates")
        if original is None:
            names = [name_on(it, record.path) for it in self.records if it != record.path]
            message = gettext("`translation_of`: there is no page {path}", path=quoted(path))
            hint = nearest(name_on(path, record.path), names)
            return f"{message}{hint or '. ' + gettext('Name the page it translates')}"
        if path in self.named and self.named[path] != path:
            first = name_on(self.named[path], record.path)
            return gettext(
                "`translation_of`: {path} is a translation itself (line {line}): write `{first}` "
                "here, if that is its original",
                path=path,
                line=original.field_line("translation_of"),
                first=first,
            )
        if original.front_matter is None:
            return None  # it says itself what is wrong
        for name in ("role", "opening"):
            if (getattr(record, name) is None) != (getattr(original, name) is None):
                return _of_one_alone(name, path, of_original=bool(getattr(original, name)))
        return self._same_language(record, original)

    def _same_language(self, record: PageRecord, original: PageRecord) -> str | None:
        own = self._language(record)
        if own == self._language(original):
            return gettext(
                "the page is in `{own}`, as {path} is: state its own `language`",
                own=own,
                path=original.path,
            )
        for path in sorted(it for it, to in self.named.items() if to == original.path):
            if path == record.path:
                break
            if self._language(self.records[path]) == own:
                return gettext(
                    "{other} line {line} translates {path} into `{own}` already: keep one",
                    other=path,
                    line=self.records[path].field_line("translation_of"),
                    path=original.path,
                    own=own,
                )
        return None

    def _language(self, record: PageRecord) -> str:
        return language_of(record, self.site)

    def _for_more(self, record: PageRecord, original: PageRecord) -> str | None:
        own, wanted = self.seen[record.path], self.seen[original.path]
        stated = original.front_matter
        if stated and stated.opening and stated.opening.status == "draft":
            # Whom it is for once it is open: till then both are the hiring team's.
            wanted = stated.audience or own
        if own.may_read(wanted):
            return None
        return gettext(
            "the translation is for `{own}`, and {path} for `{wanted}`: state "
            "`audience: {wanted}` here, or `{own}` there",
            own=own,
            path=original.path,
            wanted=wanted,
        )


def _of_one_alone(name: str, path: str, *, of_original: bool) -> str:
    """Say that one of two pages alone states the facts of a role, or of an opening."""
    if name == "role":
        message = (
            gettext("`translation_of`: {path} states the facts of a role, and this page none")
            if of_original
            else gettext("`translation_of`: this page states the facts of a role, and {path} none")
        )
    else:
        message = (
            gettext("`translation_of`: {path} states the facts of an opening, and this page none")
            if of_original
            else gettext(
                "`translation_of`: this page states the facts of an opening, and {path} none"
            )
        )
    return message.format(path=path)


def page_translated(record: PageRecord) -> str:
    """Return the path of the page that a page says it translates; empty where it is of its own."""
    name = record.front_matter.translation_of if record.front_matter else None
    if not name:
        return ""
    folder = "" if "/" in name else posixpath.dirname(record.path)
    return f"{posixpath.join(folder, name.lstrip('/'))}.md"


def name_on(path: str, page: str) -> str:
    """Return how a page names the page at a path under ``translation_of``."""
    name = path.removesuffix(".md")
    if posixpath.dirname(path) == posixpath.dirname(page):
        return posixpath.basename(name)
    return name if "/" in name else f"/{name}"


def originals_of(records: Sequence[PageRecord]) -> Iterator[PageRecord]:
    """Yield the pages that are no translations."""
    return (record for record in records if not page_translated(record))
