"""Pages that are not the handbook's, and stand in the same site: plain pages, by their text."""

from __future__ import annotations

from typing import NamedTuple

from hiring.model.digests import digest_of
from hiring.search.records import PageRecords, Record
from hiring.search.sections import PageSection


class OtherPage(NamedTuple):
    """Such a page: its path from the handbook's folder, its title, its sections in order."""

    path: str
    title: str
    sections: tuple[PageSection, ...]

    @property
    def digest(self) -> str:
        """What is another where the page says something else."""
        return digest_of(tuple(self))

    def records(self, audience: str) -> PageRecords:
        """Return what can be found on the page, by readers of that audience."""
        first, *rest = self.sections
        found = [Record(kind="page", anchor="", heading=self.title, text=first.text)]
        found += [
            Record(
                kind="section",
                anchor=it.anchor,
                heading=it.heading,
                parents=it.parents,
                text=it.text,
            )
            for it in rest
        ]
        return PageRecords(
            path=self.path, title=self.title, audience=audience, records=tuple(found)
        )
