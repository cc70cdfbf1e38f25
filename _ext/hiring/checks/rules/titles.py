"""Ready to post? Whether a job's title is the job's title alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hiring.checks.language.titles import without_neutral_forms
from hiring.checks.rule import Hit, check
from hiring.checks.rules.readiness import asked, says
from hiring.checks.subjects import OpeningSubject
from hiring.model.messages import gettext
from hiring.model.problem import Severity, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

_EXTRA = re.compile(
    r"[!*_|\[\]{}]|#\s?\d+|\b[A-Z]{2,}-\d{2,}\b"
    r"|\b(?i:(?:urgent(?:ly)?|immediate(?:ly)?)(?!\s+care\b)|now hiring|hiring now)\b"
    r"|(?<=[-–—,(/] )(?i:remote|hybrid|on-?site)\b|(?<=\()(?i:remote|hybrid)|\b(?i:remote|hybrid)$"
)
"""What stands in titles beside the job's: signs, codes, advertising, where the work is done."""


def _names(title: str, name: str) -> bool:
    """Tell whether a title holds a name, in whole words: no `Arc` in `Architect`."""
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", title, re.IGNORECASE))


def _at_title(opening: OpeningSubject, message: str) -> Hit:
    """Return what is found of a job's title, at the place that states it."""
    if opening.opening.facts.title:
        return Hit(line=opening.line("opening.title"), message=message)
    level, path = opening.level, opening.role.path
    field = level.anchor if level and level.facts.title else "role.title"
    return Hit(line=opening.line(field, path), message=message, path=path)


@asked("plain-title")
def title_with_facts(opening: OpeningSubject) -> Iterator[Hit]:
    """A job's title names the company, a year or an amount of money.

    Why: Job boards refuse such titles; each of these facts has a place of its own.
    """
    title = opening.opening.title
    found = re.search(r"\b(?:19|20)\d\d\b|[$€£¥]\s?[\d.,]*k?|\b(?:USD|EUR|GBP)\b", title)
    company = opening.company.name
    said = found[0] if found else company if _names(title, company) else None
    if said:
        message = gettext("the title {title} says {said}", title=quoted(title), said=quoted(said))
        yield _at_title(opening, f"{message}. {says('plain-title')}")


@check(Severity.WARNING, OpeningSubject)
def title_with_extras(opening: OpeningSubject) -> Iterator[Hit]:
    """A job's title holds a place, a code, a work arrangement or advertising.

    A form that fits any gender is none of these: `Erzieher*in` and `(m/w/d)` in German, `H/F` in
    French.

    Why: Job boards match titles with what people search for, and show such titles less.
    Source: Google's rules for job postings, J4.
    Asks: The title holds no place, code or advertising.
    """
    title = opening.opening.title
    found = _EXTRA.search(without_neutral_forms(title, opening.language))
    places = (place.locality for place in opening.terms.places)
    said = next((place for place in places if place and _names(title, place)), None)
    said = said or (found[0] if found else None)
    if said:
        message = gettext(
            "the title {title} holds {said}: keep the job's title alone",
            title=quoted(title),
            said=quoted(said),
        )
        yield _at_title(opening, message)
