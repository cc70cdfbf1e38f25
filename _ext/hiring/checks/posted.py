"""What is posted: a posting with the passages that it is made of, each with its file and line."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from hiring.checks.prose import company_prose, page_prose
from hiring.checks.subjects import OpeningSubject, RoleSubject, Subject
from hiring.model.problem import Severity
from hiring.model.role import POSTED_BLOCKS
from hiring.posting.terms import terms_of_opening, terms_of_role
from hiring.reading.sources import COMPANY

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator
    from datetime import date

    from hiring.checks.prose import Passage
    from hiring.model.handbook import Handbook
    from hiring.model.opening import Opening
    from hiring.model.role import JobRole
    from hiring.posting.terms import Terms


@dataclass(frozen=True, kw_only=True)
class Posted(Subject):
    """A posting: a role's template, whose words are those of all levels, or an opening's.

    One passage goes into many postings. A finding in it is told once, for the file it stands in.
    """

    role: JobRole
    opening: Opening | None = None

    @classmethod
    def all_in(cls, handbook: Handbook, today: date) -> Iterator[Posted]:
        """Yield the templates of roles that are not retired, then the openings not over."""
        for template in RoleSubject.all_in(handbook, today):
            yield cls(handbook=handbook, today=today, path=template.path, role=template.role)
        for subject in OpeningSubject.all_in(handbook, today):
            yield cls.by(subject)

    @classmethod
    def by(cls, subject: OpeningSubject) -> Posted:
        """Return an opening's posting."""
        return cls(
            handbook=subject.handbook,
            today=subject.today,
            path=subject.path,
            role=subject.role,
            opening=subject.opening,
        )

    def weigh(self, severity: Severity) -> Severity:
        """Return how grave a finding is: what is wrong in a draft is still to do."""
        draft = self.opening is not None and self.opening.facts.status == "draft"
        return Severity.NOTE if draft else severity

    @cached_property
    def terms(self) -> Terms:
        """What holds for the job."""
        if self.opening:
            return terms_of_opening(self.opening, self.role, self.company)
        return terms_of_role(self.role, self.company)

    def passages_with(self, pattern: re.Pattern[str]) -> Iterator[tuple[str, Passage]]:
        """Yield the passages in which a pattern is found, each with its file.

        Few pages have any, and parsing takes time: the whole text is searched first.
        """
        texts = {self.role.path, *([self.opening.path] if self.opening else [])}
        found = [path for path in sorted(texts) if pattern.search(self.handbook.pages[path].text)]
        for path in found:
            for passage in page_prose(self.handbook.pages[path], self.handbook):
                if self._is_posted(path, passage) and pattern.search(passage.text):
                    yield path, passage
        for passage in company_prose(self.handbook):
            if passage.block != "description" and pattern.search(passage.text):
                yield COMPANY, passage

    def _is_posted(self, path: str, passage: Passage) -> bool:
        """Tell whether a passage of a page is a part of the posting."""
        if path != self.role.path:
            return True
        if passage.block == "level":
            level = self.terms.level
            return level is None or passage.anchor == level.anchor
        return passage.block in (*POSTED_BLOCKS, "role.travel")
