"""Years of experience: as a gate, and beyond or beside what the levels say."""

from __future__ import annotations

import re
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from hiring.checks.language.needs import Telling
from hiring.checks.language.prose import page_prose
from hiring.checks.language.terms import LISTED, used
from hiring.checks.language.years import is_no_gate, years_in
from hiring.checks.prose import ProseSubject
from hiring.checks.rule import Hit, check
from hiring.checks.subjects import OpeningSubject
from hiring.model.language_tags import ENGLISH
from hiring.model.messages import gettext
from hiring.model.problem import Severity, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.checks.language.plain import Place
    from hiring.checks.language.prose import Passage
    from hiring.checks.language.years import YearsClaim
    from hiring.model.role import JobRole, Level
    from hiring.model.years import Years

_WANTED = re.compile(
    r"\b(?:requir\w*|must|need(?:s|ed)?|asks? for|wanted|mandatory|essential)\b", re.IGNORECASE
)
_ASKED_ELSEWHERE = re.compile(
    r"\b(?:mindestens|mind|min|wenigstens|voraus\w*|erforderlich|bringst|bringen|brauchst|benötig\w*"
    r"|minimum|au moins|exig\w*|requi\w*|justifie\w*|possède\w*|dispose\w*|avez|indispensable)\b"
)
"""In German and French: that something is asked for."""
_COMBINATION_WORD = Telling(re.compile("combinations?", re.IGNORECASE).search)
_ANY_COMBINATION = re.compile(
    r"\b(?:any|equivalent|suitable|acceptable|other)\b[^.;]{0,30}\bcombinations? (?:of|or)\b"
    r"[^.;]{0,60}\b(?:education|training|experience)\b",
    re.IGNORECASE,
)
"""What lets one thing stand in for another, wherever a page says so."""
_MORE_WAYS = re.compile(r"\bor\W{0,3}\Z", re.IGNORECASE)
"""What ends an entry whose neighbor is another way in."""
_AT_END = 8
"""How many characters of an entry are looked at for its end."""
_JOB = re.compile(r"\b(?:role|job|position|work|candidates?|applicants?|you)\b", re.IGNORECASE)


def _is_must(passage: Passage) -> bool:
    """Tell whether a passage is a must-have, of the role or of one of its levels."""
    return passage.block == "qualifications" and passage.anchor.endswith("qualifications")


def _beyond(claim: YearsClaim, years: Years) -> bool:
    """Tell whether a claim wants more years than a level has; one that is open has any."""
    return years.max is not None and claim.low > years.max


@check(Severity.WARNING, ProseSubject, languages=LISTED)
def years_as_gate(prose: ProseSubject) -> Iterator[Hit]:
    """A must-have, a brief or an opening asks for a number of years, or of months.

    Years that are preferred are none, nor those that a degree counts as, one way of several, a
    kind of college, an age, or the time in which something was done; nor any on a page that takes
    an equivalent combination of education and experience.

    Why: Years of experience predict hardly anything about how well somebody will do the job.
    Source: Sackett, Zhang, Berry & Lievens 2022: a correlation of .07 with performance.
    """
    if prose.language != ENGLISH:
        yield from used(prose, "years-as-gate", partial(_is_gate, prose))
        return
    claims = (*prose.years, *prose.months)
    if not claims or _takes_any_combination(prose):
        return
    ways = _ways(prose)
    for passage, claim in claims:
        if is_no_gate(claim) or passage.line in ways:
            continue
        if _is_must(passage) or (
            _in_posting(prose, passage) and (claim.least or _WANTED.search(claim.sentence))
        ):
            message = gettext(
                "{said} is a gate, and years say little of what a person can: say what they have "
                "done instead, and leave years to the levels",
                said=quoted(claim.words),
            )
            yield Hit(line=passage.line_at(claim.place), message=message)


def _takes_any_combination(prose: ProseSubject) -> bool:
    """Tell whether a page says that a combination of education and experience stands in."""
    passages = prose.with_any(_COMBINATION_WORD)
    return any(_ANY_COMBINATION.search(passage.text) for passage in passages)


def _ways(prose: ProseSubject) -> set[int]:
    """Return the lines of the passages that come after an "or": each is one way in of several."""
    return {
        after.line
        for before, after in pairwise(prose.passages)
        if _MORE_WAYS.search(before.text[-_AT_END:])
    }


def _in_posting(prose: ProseSubject, passage: Passage) -> bool:
    """Tell whether a passage is one of a brief, or of an opening."""
    is_opening = prose.handbook.opening_on(prose.path) is not None
    return passage.block == "job-brief" or (is_opening and passage.block != "level")


def _is_gate(prose: ProseSubject, place: Place) -> bool:
    """Tell whether years that a listed term names are asked for, and not only told of."""
    passage = place.passage
    asked = passage.kind == "item" or _ASKED_ELSEWHERE.search(place.sentence)
    return _is_must(passage) or bool(asked and _in_posting(prose, passage))


@check(Severity.WARNING, ProseSubject)
def years_beyond_level(prose: ProseSubject) -> Iterator[Hit]:
    """A skill is asked for in more years than a level has, or the levels at which a role starts.

    Why: Nobody at that level can have them, so the demand or the level is wrong.
    """
    role = prose.role
    if role is None or not role.levels:
        return
    levels = {level.anchor: level for level in role.levels}
    levels |= {block.anchor: level for level in role.levels for block in level.blocks}
    for passage, claim in prose.years:
        at = levels.get(passage.anchor) or (role.levels[0] if _is_must(passage) else None)
        if at is not None and at.years and _beyond(claim, at.years):
            yield Hit(line=passage.line_at(claim.place), message=_too_long(claim, at))


def _too_long(claim: YearsClaim, level: Level) -> str:
    return gettext(
        "{said} is more than the {years} of the level {level}: ask for less, or correct the "
        "level's `:years:`",
        said=quoted(claim.words),
        years=level.years,
        level=level.name,
    )


@check(Severity.WARNING, OpeningSubject)
def years_beyond_opening(opening: OpeningSubject) -> Iterator[Hit]:
    """An opening asks for more years than its level has.

    Why: Nobody at that level can have them, so the opening is for another level.
    Asks: The years asked for are those of the level.
    """
    page, level = opening.handbook.pages[opening.path], opening.level
    if level is None or level.years is None or "year" not in page.text.lower():
        return
    for passage in page_prose(page, opening.handbook):
        for claim in years_in(passage):
            if _beyond(claim, level.years):
                line = passage.line_at(claim.place)
                yield Hit(line=line, message=_too_long(claim, level))


@check(Severity.WARNING, ProseSubject)
def years_differ(prose: ProseSubject) -> Iterator[Hit]:
    """A sentence gives a level, or the role, other years than `:years:` of the levels.

    Why: People compare themselves with the one or the other, and apply for the wrong level.
    """
    role = prose.role
    if role is None:
        return
    for passage, claim in prose.years:
        if passage.block == "level" or _is_must(passage):
            continue
        level = _level_named(claim.sentence, role)
        if level is None and claim.least and _WANTED.search(claim.sentence):
            level = role.levels[0] if role.levels and _JOB.search(claim.sentence) else None
        if level is not None and level.years and _differs(claim, level.years):
            message = gettext(
                "{said} here, {years} at the level {level}, line {line}: make them one",
                said=quoted(claim.words),
                years=level.years,
                level=level.name,
                line=prose.line(level.anchor),
            )
            yield Hit(line=passage.line_at(claim.place), message=message)


def _level_named(sentence: str, role: JobRole) -> Level | None:
    """Return the one level that a sentence is about."""
    job = "|".join({re.escape(role.facts.title), re.escape(role.facts.title.split()[-1])})
    named = [
        level
        for level in role.levels
        if (name := re.escape(level.name))
        and re.search(rf"\b{name}(?:[- ]level\b|\s+(?:{job})s?\b)|\blevel {name}\b", sentence, re.I)
    ]
    return named[0] if len(named) == 1 else None


def _differs(claim: YearsClaim, years: Years) -> bool:
    if claim.low and claim.low != years.min:
        return True
    return claim.high is not None and years.max is not None and claim.high != years.max
