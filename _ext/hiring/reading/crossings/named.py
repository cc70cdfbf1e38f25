"""Facts whose values are keys of other things: what they name, for those who may know of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hiring.model.classifications import named as with_names
from hiring.model.job_facts import MANAGERS
from hiring.model.places import place_name

if TYPE_CHECKING:
    from hiring.model.handbook import Handbook
    from hiring.model.job_facts import JobFacts


def with_names_for_keys(handbook: Handbook) -> Handbook:
    """Return the handbook with facts that name none but visible roles.

    Of a manager's role the title stands in place of the key, and of a place of pay its name.
    """
    roles = {}
    for key, role in handbook.roles.items():
        keys = {
            name: tuple(other for other in getattr(role.facts, name) if other in handbook.roles)
            for name in ("works_with", "related")
        }
        named = {**keys, **_named(role.facts, handbook, role.language)}
        if (occupation := role.facts.occupation) and occupation.codes:
            company = handbook.company
            known, own = company.classifications, company.own_language
            named["occupation"] = with_names(occupation, known, role.language, own)
        roles[key] = role.with_facts(role.facts.model_copy(update=named))
    openings = {
        key: replace(it, facts=it.facts.model_copy(update=_named(it.facts, handbook, it.language)))
        for key, it in handbook.openings.items()
    }
    return replace(handbook, roles=roles, openings=openings)


def _named(facts: JobFacts, handbook: Handbook, language: str) -> dict[str, Any]:
    """Return the facts in which a name stands for a key: managers, and places of ranges of pay.

    Roles that are hidden are left out.
    """
    hidden = handbook.hidden.names.get("role", ())
    found: dict[str, Any] = {
        name: tuple(
            handbook.roles[it].facts.title if it in handbook.roles else it
            for it in getattr(facts, name)
            if it not in hidden
        )
        for name in MANAGERS
        if getattr(facts, name)
    }
    if facts.pay and facts.pay.ranges:
        found["pay"] = facts.pay.naming(_places(handbook, language))
    return found


def _places(handbook: Handbook, language: str) -> dict[str, str]:
    """Return the locations of company.yaml in short, by their keys."""
    locations = handbook.company.locations.items()
    known = {key: place.in_language(language) for key, place in locations}
    return {key: place.locality or place_name(place) for key, place in known.items()}
