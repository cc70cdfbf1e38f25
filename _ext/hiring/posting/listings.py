"""Openings in short, as lists show them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hiring.model import words
from hiring.model.opening import places_in_words
from hiring.model.time_zones import closing_time
from hiring.posting.terms import terms_of_opening

if TYPE_CHECKING:
    from datetime import date, datetime

    from hiring.model.handbook import Handbook
    from hiring.model.lexicon import Lexicon
    from hiring.model.opening import Opening, OpeningState
    from hiring.posting.terms import Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """An opening's key and facts in words; what is not known is empty.

    ``language`` is the tag of its page's, which the title and the level are in, and ``lexicon`` has
    the words of the facts, ``of_page`` those of its page; ``closing`` is until when people can
    apply, where that ends.
    """

    key: str
    role: str
    family: str
    title: str
    state: OpeningState
    place: str
    arrangement: str
    level: str
    pay: str
    closes: str
    closing: datetime | None
    is_remote: bool
    language: str
    # Hundreds of words, which digests are made without: of them each build has its own.
    lexicon: Lexicon = field(repr=False)
    of_page: Lexicon = field(repr=False)


def listings(
    handbook: Handbook, today: date, role: str = "", language: str = ""
) -> tuple[Listing, ...]:
    """Return the openings that people can apply for today, then the drafts; all, or one role's.

    Each job is there once, in the language of the readers where its page is there in that; its
    facts are in the words of their language in any case. The newest come first, as in the feeds.
    Drafts are only in a handbook for the hiring team.
    """
    known = handbook.roles.get(role)
    wanted = (known and known.translates) or role
    jobs = handbook.vacancies_by_role.get(wanted, ()) if wanted else handbook.vacancies
    found = [
        handbook.opening_in(opening, language) if language else opening
        for opening in jobs
        if opening.state(today) in ("open", "draft")
    ]
    found.sort(key=lambda opening: opening.key)
    found.sort(key=lambda opening: str(opening.facts.posted or ""), reverse=True)
    found.sort(key=lambda opening: opening.facts.status == "draft")
    said = handbook.lexicon(language) if language else None
    return tuple(listing(opening, handbook, today, said) for opening in found)


def listed(handbook: Handbook, today: date) -> frozenset[str]:
    """Return the paths of the openings that are listed, in whatever language they are there."""
    found = (handbook.openings[it.key].path for it in listings(handbook, today))
    return frozenset(path for it in found for path in handbook.versions.get(it, (it,)))


def listing(
    opening: Opening, handbook: Handbook, today: date, said: Lexicon | None = None
) -> Listing:
    """Return one opening in short, with facts in the words of its own language, or in others."""
    role, facts = handbook.roles[opening.facts.role], opening.facts
    terms = terms_of_opening(opening, role, handbook)
    said = said or terms.lexicon
    return Listing(
        key=opening.key,
        role=role.key,
        family=role.facts.family,
        title=opening.title,
        state=opening.state(today),
        place=places_in_words(terms.places, terms.remote, said),
        arrangement=_arrangement(terms, said),
        level=terms.level.name if terms.level else "",
        pay=words.pay(terms.paid, said) if terms.paid else "",
        closes=said.day(facts.closes) if facts.closes else "",
        closing=closing_time(opening),
        is_remote=bool(terms.remote and not terms.places),
        language=opening.language,
        lexicon=said,
        of_page=terms.lexicon,
    )


def _arrangement(terms: Terms, said: Lexicon) -> str:
    if terms.arrangement is None:
        return ""
    shown = words.arrangement(terms.arrangement, said)
    return said.say("arrangement_by_choice", said=shown) if terms.is_by_choice else shown
