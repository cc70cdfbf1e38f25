"""The terms of a job: what the opening states, else its level, else its role, else the company."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hiring.model.opening import apply_to, fillings, places_in_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hiring.model.facts import ApplyTo, Company, Education, Location, Pay
    from hiring.model.opening import Opening
    from hiring.model.role import JobRole, Level
    from hiring.model.values import EmploymentType, WorkArrangement


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What a posting is composed of, apart from words.

    ``opening`` is None for a role's template; there ``places`` and ``apply`` are open, unless
    somebody has chosen them (``dataclasses.replace``). ``fill`` is the text of further
    placeholders, by name.
    """

    role: JobRole
    level: Level | None = None
    opening: Opening | None = None
    places: tuple[Location, ...] = ()
    remote: tuple[str, ...] = ()
    arrangement: WorkArrangement | None = None
    travel: str | None = None
    reports_to: str | None = None
    employment_type: EmploymentType = "full-time"
    pay: Pay | None = None
    apply: ApplyTo | None = None
    instructions: str | None = None
    fill: Mapping[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The job's title alone (J4)."""
        return self.role.title_at(self.level) if self.level else self.role.facts.title

    @property
    def key(self) -> str:
        """The stem of the posting's files: the opening's key, else ``ROLE`` or ``ROLE--LEVEL``."""
        if self.opening:
            return self.opening.key
        return f"{self.role.key}--{self.level.id}" if self.level else self.role.key

    @property
    def education(self) -> Education | None:
        """The education asked for."""
        return self.role.facts.education

    @property
    def months_of_experience(self) -> int | None:
        """The least experience typical of the level (J17), None where nothing is known of it."""
        years = self.level.years if self.level else None
        return None if years is None else years.min * 12

    @property
    def filled(self) -> dict[str, str]:
        """The text of every placeholder that is not open, by name."""
        where = places_in_words(self.places, self.remote)
        address = self.apply and (self.apply.url or self.apply.email)
        found = {"location": where, "apply": address or ""}
        return {**self.fill, **{name: words for name, words in found.items() if words}}


def terms_of_role(role: JobRole, company: Company, level: Level | None = None) -> Terms:
    """Return the terms of a role's template, at a level where one is given."""
    facts = role.facts
    return Terms(
        role=role,
        level=level,
        arrangement=facts.work_arrangement,
        travel=facts.travel,
        reports_to=facts.reports_to,
        employment_type=facts.employment_type,
        pay=(level.pay if level else None) or facts.pay,
        instructions=company.apply.instructions if company.apply else None,
    )


def terms_of_opening(opening: Opening, role: JobRole, company: Company) -> Terms:
    """Return the terms of an opening."""
    facts = opening.facts
    level = role.level(facts.level) if facts.level else None
    general = terms_of_role(role, company, level)
    address = apply_to(facts, company)
    return Terms(
        role=role,
        level=level,
        opening=opening,
        places=opening.places,
        remote=tuple(dict.fromkeys(facts.remote)),
        arrangement="remote" if facts.remote else facts.work_arrangement or general.arrangement,
        travel=facts.travel or general.travel,
        reports_to=facts.reports_to or general.reports_to,
        employment_type=facts.employment_type or general.employment_type,
        pay=facts.pay or general.pay,
        apply=address if address.url or address.email else None,
        instructions=address.instructions,
        fill=fillings(facts, company),
    )
