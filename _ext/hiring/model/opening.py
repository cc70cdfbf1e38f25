"""An open job: what its page states, and what that means together with its role."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from hiring.model import words
from hiring.model.company_parts import ApplyTo
from hiring.model.language_tags import ENGLISH
from hiring.model.lexicon import AMERICAN
from hiring.model.places import area_code, area_name, area_names, place_name
from hiring.model.tree import Body

if TYPE_CHECKING:
    from datetime import date

    from hiring.model.audience import Audience
    from hiring.model.company_parts import Location
    from hiring.model.fact_shapes import Reach
    from hiring.model.facts import Company, OpeningFacts
    from hiring.model.lexicon import Lexicon


OpeningState = Literal["draft", "to-come", "held", "open", "past", "filled", "closed"]


@dataclass(frozen=True, kw_only=True)
class Opening:
    """An opening, as the handbook knows it.

    ``key`` is the stem of its file; ``path`` the file, relative to the handbook's folder. ``title``
    is the role's at the level; ``markdown`` what the page adds to the role's brief, and ``body``
    what that says; ``language`` is the page's, which is the role's where it states none;
    ``translates`` is the key of the opening that this one says in another language, and ``taken``
    are the facts that that one says for it, in the language ``taken_in``. ``without`` are
    the facts of its role that it takes back, by stating them as none. ``places`` are
    the locations, those of company.yaml looked up, and ``where`` says them in the opening's
    language. ``days`` are the day in the first of the places
    and that in the last, where a moment was asked about; ``held`` says why it is not ready to be
    posted, a line for each reason. ``shares_key`` tells that a role has the same key.
    """

    key: str
    path: str
    facts: OpeningFacts
    title: str
    audience: Audience
    markdown: str
    places: tuple[Location, ...]
    where: str = ""
    language: str = ENGLISH
    translates: str = ""
    taken: tuple[str, ...] = ()
    taken_in: str = ""
    without: tuple[str, ...] = ()
    body: Body = field(default_factory=Body, repr=False, compare=False)
    days: tuple[date, date] | None = field(default=None, repr=False, compare=False)
    held: tuple[str, ...] = field(default=(), repr=False, compare=False)
    shares_key: bool = False

    @property
    def stem(self) -> str:
        """The stem of the posting's files: those of a role that has the same key are others."""
        return f"openings/{self.key}" if self.shares_key else self.key

    def state(self, today: date) -> OpeningState:
        """Return what the opening is on a day, by its status and its dates.

        One that is open is to come before the day of posting (J6), and held back where it must not
        go out. One that nobody has filled is past after the last day for applications (J9).
        """
        status, posted, closes = self.facts.status, self.facts.posted, self.facts.closes
        first, last = self.days or (today, today)
        if status in ("open", "closed") and closes is not None and closes < last:
            return "past"
        if status != "open":
            return status
        if self.held:
            return "held"
        return "open" if posted is not None and posted <= first else "to-come"

    def is_listed(self, today: date) -> bool:
        """Tell whether people can apply today."""
        return self.state(today) == "open"


def places_of(
    facts: OpeningFacts, company: Company, language: str = ENGLISH
) -> tuple[Location, ...]:
    """Return the places of work, each once, as they are called in a language.

    A key that company.yaml does not have is left out.
    """
    found = (
        company.locations.get(place) if isinstance(place, str) else place
        for place in facts.locations
    )
    told = (place.in_language(language) for place in found if place is not None)
    return tuple(dict.fromkeys(told))


def names_of(opening: Opening, said: Lexicon = AMERICAN) -> tuple[Reach, ...]:
    """Return what a job goes by where pay differs: its places, and what it fills in by name.

    A place goes by its own name before those of the areas that it is in.
    """
    facts = opening.facts
    there = (
        ((place_name(place), place_name(place, said), place.locality or ""), *_areas(place, said))
        for place in opening.places
    )
    elsewhere = (area_names(code, said) for code in facts.remote)
    filled = (((text,),) for text in facts.fill.values())
    return (*there, *elsewhere, *filled)


def _areas(place: Location, said: Lexicon) -> Reach:
    """Return what the areas that a place is in go by; its region may be one that has no letters."""
    areas = area_names(area_code(place), said)
    region = (place.region,) if place.region else ()
    return ((*region, *areas[0]), *areas[1:]) if len(areas) > 1 else (region, *areas)


def apply_to(facts: OpeningFacts, company: Company) -> ApplyTo:
    """Return where to apply: the opening's address, else the company's, and what it says itself."""
    own, general = facts.apply or ApplyTo(), company.apply
    if general is None:
        return own
    elsewhere = own.url is None and own.email is None
    return ApplyTo(
        instructions=own.instructions,
        url=general.url if elsewhere else own.url,
        email=general.email if elsewhere else own.email,
    )


def fillings(facts: OpeningFacts, company: Company, said: Lexicon = AMERICAN) -> dict[str, str]:
    """Return the text of each placeholder that an opening's facts fill, by the placeholder's name.

    What neither a fact nor ``fill`` gives may still have a default in company.yaml.
    """
    address = apply_to(facts, company)
    areas = tuple(dict.fromkeys(facts.remote))
    stated = {
        "location": places_in_words(places_of(facts, company), areas, said),
        "apply": address.url or address.email or "",
        "requisition": facts.requisition,
        "start": start_in_words(facts.start or "", said),
    }
    return {**facts.fill, **{name: text for name, text in stated.items() if text}}


def start_in_words(stated: str, said: Lexicon) -> str:
    """Return the first working day as the other days are written, or the words that it has."""
    day = words.iso_day(stated)
    return said.day(day) if day else stated


def places_in_words(
    places: tuple[Location, ...], remote: tuple[str, ...], said: Lexicon = AMERICAN
) -> str:
    """Return where the work is done: ``Austin, TX, United States; Antwerp, Belgium``.

    With areas as well, people choose: ``Austin, TX, United States, or remote (Texas, ...)``.
    """
    there = "; ".join(place_name(place, said) for place in places)
    if not remote:
        return there
    areas = "; ".join(area_name(area, said) for area in remote)
    if there:
        return said.say("places_or_remote", places=there, areas=areas)
    return said.say("remote_in", areas=areas)
