"""The terms of a job: what the opening states, else its level, else its role, else the company."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from hiring.model import words
from hiring.model.asked import Experience
from hiring.model.fact_table import stated_in
from hiring.model.language_tags import foreign
from hiring.model.local_texts import Said
from hiring.model.opening import apply_to, fillings, names_of, places_in_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hiring.model.company_parts import ApplyTo, Location
    from hiring.model.fact_shapes import Education, Pay
    from hiring.model.handbook import Handbook
    from hiring.model.lexicon import Lexicon
    from hiring.model.opening import Opening
    from hiring.model.role import JobRole, Level
    from hiring.model.role_facts import RoleFacts
    from hiring.model.values import EmploymentType, WorkArrangement


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What a posting is composed of, apart from words.

    ``lexicon`` has the fixed words of the posting, English where there are none in its language.
    ``facts`` are the role's, with what the level or the opening states anew. ``opening`` is None
    for a role's template; there ``places`` and ``apply`` are open, unless
    somebody has chosen them (``dataclasses.replace``). ``other_pay``
    is what somebody has said in place of the fact. ``fill`` is the text of further
    placeholders, by name.
    """

    role: JobRole
    facts: RoleFacts
    lexicon: Lexicon
    level: Level | None = None
    opening: Opening | None = None
    places: tuple[Location, ...] = ()
    remote: tuple[str, ...] = ()
    other_pay: str | None = None
    vacancy: str | None = None
    ai_screening: str | None = None
    apply: ApplyTo | None = None
    instructions: Said[str] | None = None
    fill: Mapping[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The job's title alone (J4)."""
        return self.facts.title

    @property
    def language(self) -> str:
        """The tag of the language of the posting: the opening's, else the role's."""
        return self.opening.language if self.opening else self.role.language

    @property
    def of_words(self) -> str:
        """The language of the fixed words, empty where it is the posting's."""
        return foreign(self.lexicon.language, self.language)

    @property
    def key(self) -> str:
        """The stem of the posting's files: the opening's, else ``ROLE`` or ``ROLE--LEVEL``."""
        if self.opening:
            return self.opening.stem
        return f"{self.role.key}--{self.level.id}" if self.level else self.role.key

    def stating(self, **facts: Any) -> Terms:
        """Return the same terms, with other facts of these names."""
        return replace(self, facts=self.facts.model_copy(update=facts))

    def language_of(self, fact: str) -> str:
        """Return the language of the words of a fact, by its name, empty where the posting's."""
        opening = self.opening
        if opening and fact in stated_in(opening.facts):
            return foreign(opening.taken_in, self.language) if fact in opening.taken else ""
        return foreign(self.role.language_of(fact, self.level), self.language)

    @property
    def arrangement(self) -> WorkArrangement | None:
        """Where the work is done, apart from the places."""
        return self.facts.work_arrangement

    @property
    def is_by_choice(self) -> bool:
        """Whether people choose between a place of work and working wholly from home."""
        return bool(self.places and self.remote)

    @property
    def employment_type(self) -> tuple[EmploymentType, ...]:
        """What people are hired as: one of these."""
        return self.facts.employment_type

    @property
    def pay(self) -> Pay | None:
        """What the employer pays, for full time where the job has fewer hours."""
        return self.facts.pay

    @property
    def paid(self) -> Pay | None:
        """What the employer pays for the hours that the job has."""
        return self.facts.hours.paid(self.pay) if self.facts.hours and self.pay else self.pay

    @property
    def education(self) -> Education | None:
        """The education asked for."""
        return self.facts.education

    @property
    def experience(self) -> Experience | None:
        """The experience typical of the job: the opening's, else its level's, else its role's."""
        if self.opening and "experience" in self.opening.without:
            return None
        stated = self.opening.facts.experience if self.opening else None
        if stated is None and self.level and self.level.years:
            return Experience(years=str(self.level.years))
        return stated or self.facts.experience

    @property
    def months_of_experience(self) -> int | None:
        """The least experience typical of the job (J17), None where nothing is known of it."""
        return None if self.experience is None else self.experience.range.min * 12

    @property
    def filled(self) -> dict[str, str]:
        """The text of every placeholder that is not open, by name."""
        where = places_in_words(self.places, self.remote, self.lexicon)
        address = self.apply and (self.apply.url or self.apply.email)
        found = {"location": where, "apply": address or ""}
        return {**self.fill, **{name: words for name, words in found.items() if words}}


def terms_of_role(role: JobRole, handbook: Handbook, level: Level | None = None) -> Terms:
    """Return the terms of a role's template, at a level where one is given."""
    company, said = handbook.company, handbook.lexicon(role.language)
    return Terms(
        role=role,
        facts=role.facts_at(level),
        lexicon=said,
        level=level,
        ai_screening=words.ai_screening(company.ai_screening, said),
        instructions=company.said("apply.instructions", role.language),
    )


def terms_of_opening(opening: Opening, role: JobRole, handbook: Handbook) -> Terms:
    """Return the terms of an opening."""
    facts, company = opening.facts, handbook.company
    level = role.level(facts.level) if facts.level else None
    address, said = apply_to(facts, company), handbook.lexicon(opening.language)
    instructions = company.said("apply.instructions", opening.language)
    if address.instructions:
        instructions = Said(address.instructions, opening.language)
    elif instructions:
        address = address.model_copy(update={"instructions": instructions.value})
    terms = Terms(
        role=role,
        facts=role.facts_at(level, facts, names_of(opening, said), without=opening.without),
        lexicon=said,
        level=level,
        opening=opening,
        places=opening.places,
        remote=tuple(dict.fromkeys(facts.remote)),
        vacancy=words.vacancy(facts.vacancy, said),
        ai_screening=words.ai_screening(
            company.ai_screening if facts.ai_screening is None else facts.ai_screening, said
        ),
        apply=address if address.url or address.email else None,
        instructions=instructions,
        fill=fillings(facts, company, said),
    )
    wholly = facts.remote and not facts.locations
    return terms.stating(work_arrangement="remote") if wholly else terms
