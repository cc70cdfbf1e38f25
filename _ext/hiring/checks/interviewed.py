"""The interview of a role as a thing to look at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from hiring.checks.subjects import Subject
from hiring.model.coverage import Coverage, coverage_of, points_for
from hiring.model.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import date

    from hiring.model.handbook import Handbook
    from hiring.model.interviews import Interview
    from hiring.model.role import JobRole


@dataclass(frozen=True, kw_only=True)
class InterviewSubject(Subject):
    """One role's interview, with its role."""

    interview: Interview
    role: JobRole
    misnames: bool = False
    """Whether it names what nobody knows, so that what it assesses may be any of that."""

    @classmethod
    def all_in(cls, handbook: Handbook, today: date) -> Iterator[InterviewSubject]:
        """Yield the interviews, by the key of their role."""
        misnaming = {it.path for it in handbook.problems if it.rule is Rule.UNKNOWN_QUALIFICATION}
        for key, it in handbook.interviews.items():
            yield cls(
                handbook=handbook,
                today=today,
                path=it.path,
                interview=it,
                role=handbook.roles[key],
                misnames=it.path in misnaming,
            )

    @property
    def texts(self) -> Iterable[str]:
        """The page of the interview, that of its role, and the rubrics that count here."""
        pages = self.handbook.pages
        yield pages[self.path].text
        yield pages[self.role.path].text
        for stage in self.interview.stages:
            yield pages[stage.path].text
            for need in stage.assesses:
                found = points_for(need, stage, self.role, self.handbook)
                yield from (it.markdown for it in found)

    def is_understood(self, unread: Collection[str]) -> bool:
        """Tell whether nothing of the interview, nor of its role, may be missing."""
        return not self.misnames and {self.path, self.role.path}.isdisjoint(unread)

    @cached_property
    def coverage(self) -> Coverage:
        """What each stage assesses of what the role asks for."""
        return coverage_of(self.interview, self.handbook)
