"""What the search says of an opening: whether it is open, where, for how much, until when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from hiring.model import words
from hiring.model.fact_table import labelled, sentences
from hiring.model.opening import names_of, start_in_words
from hiring.search.briefings import told_in
from hiring.search.kinds import kinds_of_facts, searched_fact, words_of_kind
from hiring.search.places import words_of_places

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hiring.model.briefings import Briefing
    from hiring.model.company_parts import Location
    from hiring.model.handbook import Handbook
    from hiring.model.lexicon import Lexicon
    from hiring.model.opening import Opening, OpeningState
    from hiring.model.role import JobRole
    from hiring.model.role_facts import RoleFacts
    from hiring.search.kinds import SearchedFact

JobKind = Literal["opening", "planned", "closed"]

_KINDS: dict[OpeningState, JobKind] = {
    **{"draft": "planned", "to-come": "planned", "held": "planned", "open": "opening"},
    **{"past": "closed", "filled": "closed", "closed": "closed"},
}


@dataclass(frozen=True, slots=True)
class SearchedOpening:
    """An opening as it is searched, on a day."""

    opening: Opening
    handbook: Handbook
    today: date

    @property
    def kind(self) -> JobKind:
        """Whether people can apply."""
        return _KINDS[self.opening.state(self.today)]

    @property
    def level(self) -> str:
        """The name of its level, if it has one."""
        found = self._role.level(self.opening.facts.level or "")
        return found.name if found else ""

    @property
    def family(self) -> str:
        """The family of its role."""
        return self._role.facts.family

    @property
    def role_names(self) -> tuple[str, ...]:
        """What its role is called."""
        return (self._role.facts.title, *self._role.facts.aliases)

    @property
    def _role(self) -> JobRole:
        return self.handbook.roles[self.opening.facts.role]

    @property
    def _stated(self) -> RoleFacts:
        level = self._role.level(self.opening.facts.level or "")
        return self._role.facts_at(
            level,
            self.opening.facts,
            names_of(self.opening, self._said),
            without=self.opening.without,
        )

    def facts(self) -> tuple[SearchedFact, ...]:
        """Return its facts."""
        closes, where, say = self.opening.facts.closes, self.opening.where, self._said.say
        place = [searched_fact("work-arrangement", say("found.place"), where)] if where else []
        last = (
            [searched_fact("apply-by", say("entries.closes"), self._said.day(closes))]
            if closes
            else []
        )
        facts = (searched_fact(*it) for it in labelled(self._stated, None, self._said))
        return (*place, *last, *facts)

    @property
    def _said(self) -> Lexicon:
        return self.handbook.lexicon(self.opening.language)

    def kinds(self) -> tuple[str, ...]:
        """Return what readers call it; where it is done is said by the words for its places."""
        found = kinds_of_facts(self.facts())
        stated = tuple(kind for kind in found if kind not in {"remote", "place"})
        return ("openings", *stated) if self.kind == "opening" else stated

    def note(self) -> str:
        """Return what stands beside its title: where, how, how many hours, how much, until when."""
        stated, facts, said = self._stated, self.opening.facts, self._said
        arrangement = "remote" if facts.remote else stated.work_arrangement
        closes = facts.closes if self.kind == "opening" else None
        # The hours stand beside it, so the amount for them says enough.
        paid = stated.hours.paid(stated.pay) if stated.hours and stated.pay else stated.pay
        parts = (
            "; ".join(map(_town, self.opening.places)),
            said.say(f"found.work.{arrangement}") if arrangement else "",
            said.say("hours", hours=said.number(stated.hours.per_week)) if stated.hours else "",
            words.pay(paid, said) if paid else "",
            said.say("found.until", day=said.day(closes)) if closes else "",
        )
        return " · ".join(part for part in parts if part)

    def also(self) -> tuple[str, ...]:
        """Return the words for its places, and for a place that people choose themselves."""
        areas, known = self.opening.facts.remote, self.handbook.lexicons.languages
        spoken = dict.fromkeys((*known, self.handbook.language))
        home = words_of_kind("remote") if areas else ()
        return (*words_of_places(self.opening.places, areas, spoken), *home)

    def sentences(self) -> Iterator[str]:
        """Yield what its page states, in words."""
        facts, say = self.opening.facts, self._said.say
        state = say(f"found.state.{self.opening.state(self.today)}")
        yield f"{say('found.opening', requisition=facts.requisition)} {state}"
        yield f"{self.opening.where}." if self.opening.where else ""
        yield from sentences(self._stated, lexicon=self._said)
        if facts.closes:
            yield f"{self._said.say('apply_by', day=self._said.day(facts.closes))}."
        if facts.start:
            yield f"{say('entries.start')}: {start_in_words(facts.start, self._said)}."
        yield self._role.facts.summary
        briefing = self.briefing
        yield told_in(briefing, self.handbook) if briefing else ""

    @property
    def briefing(self) -> Briefing | None:
        """What candidates are told of the way to an answer, if these readers may know it."""
        return self.handbook.briefings.get(self._role.translates or self._role.key)


def _town(place: Location) -> str:
    return ", ".join(part for part in (place.locality, place.region) if part)
