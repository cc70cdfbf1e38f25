"""What checks look at: the whole handbook, one role, one opening, or the prose of one file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from hiring.checks.language.english import language_told
from hiring.model.language_tags import ENGLISH, primary
from hiring.model.paths import COMPANY
from hiring.model.places import area_code, areas_of
from hiring.model.problem import Severity
from hiring.model.rules import LEADING, UNDERSTOOD
from hiring.posting.compose import Posting, compose
from hiring.posting.laws import laws_known, without_repeated
from hiring.posting.terms import terms_of_opening

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import date

    from hiring.model.checks import CompanyChecks, Limits
    from hiring.model.facts import Company
    from hiring.model.handbook import Handbook
    from hiring.model.opening import Opening
    from hiring.model.page import Page
    from hiring.model.role import JobRole, Level
    from hiring.posting.laws import PayLaw
    from hiring.posting.terms import Terms


ENGLISH_ALONE = (ENGLISH,)
"""The languages of a check that reads English words."""


@dataclass(frozen=True, kw_only=True)
class Subject:
    """The base: the handbook that a thing is in, the day, and the file that it stands in.

    What is ``published`` is looked at as the widest circle of its readers sees it: what a posting
    lacks for them is not made good by what only others may read. ``spares`` are the rules of
    mistakes in spite of which all is known that counts here. ``languages`` are those that checks of
    it read, as far as they don't say another; none where they read no words.
    """

    published: ClassVar[bool] = False
    languages: ClassVar[Collection[str]] = ()
    spares: ClassVar[Collection[str]] = LEADING

    handbook: Handbook
    today: date
    path: str

    @cached_property
    def language(self) -> str:
        """The language that the file is written in, as `en`, without its region.

        Where neither a page nor an opening's role states one, the small words of the text tell.
        """
        pages = self.handbook.pages
        page, opening = pages.get(self.path), self.handbook.opening_on(self.path)
        if page is None:
            return primary(self.handbook.language)
        role = self.handbook.roles.get(opening.facts.role) if opening else None
        if page.front_matter.language or (role and pages[role.path].front_matter.language):
            return primary(page.language)
        told = language_told(page.text) or (language_told(pages[role.path].text) if role else "")
        return told or primary(page.language)

    @property
    def stated_language(self) -> str:
        """The language that its page states, or else the handbook: its texts may tell another."""
        page = self.handbook.pages.get(self.path)
        return page.language if page else self.handbook.language

    @property
    def company(self) -> Company:
        """The organisation."""
        return self.handbook.company

    @property
    def settings(self) -> CompanyChecks:
        """What company.yaml says of checks."""
        return self.handbook.company.checks

    @property
    def limits(self) -> Limits:
        """How much is too much."""
        return self.settings.limits

    @property
    def texts(self) -> Iterable[str]:
        """The texts of which the subject is made, beside the facts of the whole handbook.

        They are all that may tell its language, too, beside the one that is stated.
        """
        return (self.handbook.pages[self.path].text,)

    def is_understood(self, unread: Collection[str]) -> bool:
        """Tell whether nothing of the subject may be missing, with some files not read in full."""
        return self.path not in unread

    def line(self, name: str, path: str | None = None) -> int:
        """Return the line of a field or an anchor: ``role.pay``, ``level-senior``."""
        return self.handbook.line(path or self.path, name)

    def weigh(self, severity: Severity) -> Severity:
        """Return how grave a finding is here, which is of some severity elsewhere."""
        return severity


@dataclass(frozen=True, kw_only=True)
class HandbookSubject(Subject):
    """The whole handbook. What is wrong with none of its pages in particular is company.yaml's."""

    spares: ClassVar[Collection[str]] = UNDERSTOOD

    @property
    def texts(self) -> Iterable[str]:
        """All pages."""
        return (page.text for page in self.handbook.pages.values())

    def is_understood(self, unread: Collection[str]) -> bool:
        """Tell whether every file was read in full: of the whole, anything may be missing else."""
        return not unread

    @classmethod
    def all_in(cls, handbook: Handbook, today: date) -> Iterator[HandbookSubject]:
        """Yield the one there is."""
        yield cls(handbook=handbook, today=today, path=COMPANY)


@dataclass(frozen=True, kw_only=True)
class RoleSubject(Subject):
    """One job role. Those that are retired are looked at no more."""

    role: JobRole

    @classmethod
    def all_in(cls, handbook: Handbook, today: date) -> Iterator[RoleSubject]:
        """Yield the handbook's roles, by key."""
        for role in handbook.roles.values():
            if role.facts.status != "retired":
                yield cls(handbook=handbook, today=today, path=role.path, role=role)

    @property
    def page(self) -> Page:
        """The role's page."""
        return self.handbook.pages[self.path]


@dataclass(frozen=True, kw_only=True)
class OpeningSubject(Subject):
    """One opening with its role, as far as people may apply, or will: drafts and open ones."""

    published: ClassVar[bool] = True
    opening: Opening
    role: JobRole

    @classmethod
    def all_in(cls, handbook: Handbook, today: date) -> Iterator[OpeningSubject]:
        """Yield the openings that are not over, by key."""
        for opening in handbook.openings.values():
            if subject := cls.of(opening, handbook, today):
                yield subject

    @classmethod
    def of(cls, opening: Opening, handbook: Handbook, today: date) -> OpeningSubject | None:
        """Return an opening as a subject; None where it is over."""
        role = handbook.roles.get(opening.facts.role)
        if role is None or opening.state(today) in ("past", "filled", "closed"):
            return None
        return cls(handbook=handbook, today=today, path=opening.path, opening=opening, role=role)

    @property
    def texts(self) -> Iterable[str]:
        """The opening's page, and its role's."""
        pages = self.handbook.pages
        return pages[self.path].text, pages[self.role.path].text

    def is_understood(self, unread: Collection[str]) -> bool:
        """Tell whether nothing of the opening, nor of its role, may be missing."""
        return self.path not in unread and self.role.path not in unread

    @property
    def is_draft(self) -> bool:
        """Whether the opening is still being written."""
        return self.opening.facts.status == "draft"

    def weigh(self, severity: Severity) -> Severity:
        """Return how grave a finding is: what a draft lacks is still to do, and no fault."""
        return Severity.NOTE if self.is_draft else severity

    @property
    def level(self) -> Level | None:
        """The level that the opening is for."""
        return self.terms.level

    @cached_property
    def terms(self) -> Terms:
        """What holds for the job: the opening's, else the level's, the role's, the company's."""
        return terms_of_opening(self.opening, self.role, self.handbook)

    @cached_property
    def posting(self) -> Posting:
        """The posting as people will read it."""
        return compose(self.terms, self.handbook)

    @cached_property
    def areas(self) -> tuple[str, ...]:
        """Where the work is done, or may be: ISO 3166 codes, as ``US-TX``, ``BE``."""
        return areas_of(self.terms.places, self.terms.remote)

    @cached_property
    def _places(self) -> tuple[tuple[str, str | None], ...]:
        """The area and the town of each place of work; no town where people work from home."""
        remote = ((area, None) for area in self.terms.remote)
        return (
            *remote,
            *((area_code(place), place.locality or "") for place in self.terms.places),
        )

    @cached_property
    def pay_laws(self) -> tuple[PayLaw, ...]:
        """The laws on postings that bind this job today."""
        return self.pay_laws_on(self.today)

    def pay_laws_on(self, day: date) -> tuple[PayLaw, ...]:
        """Return the laws on postings that bind this job on a day.

        A job that is done from anywhere in a country is bound by the laws of all its parts.
        """
        return tuple(law for law in self.laws_here if law.binds(self.company, day))

    @cached_property
    def laws_here(self) -> tuple[PayLaw, ...]:
        """The laws of the places of this job for a company of this size, of whatever day."""
        found = tuple(
            law
            for law in laws_known(self.company)
            if law.is_for(self.company) and any(law.holds_in(*place) for place in self._places)
        )
        return without_repeated(found) if self.terms.remote else found
