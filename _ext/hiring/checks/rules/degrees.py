"""Degrees: whether a role's facts and what its page says of them are one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hiring.checks.language.claims import degrees_in
from hiring.checks.prose import ProseSubject
from hiring.checks.rule import Hit, check
from hiring.model.messages import gettext
from hiring.model.problem import Severity
from hiring.posting.required import DEGREES, PREFERRED, degree_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.checks.language.claims import DegreeClaim
    from hiring.model.fact_shapes import Education

_INSTEAD = re.compile(
    r"\bor\s+(?:an?\s+|any\s+|the\s+)?(?:(?!(?:fields?|disciplines?|areas?|subjects?|degrees?|with|in)\b)"
    r"[\w'’+-]+,?\s+(?:(?:and|or|of)\s+)?){0,5}experience\b"
    r"|\b(?:equivalent|combination)\b[^.;]{0,60}\bexperience\b|\bexperience\b[^.;]{0,60}\b(?:equivalent|"
    r"substitut\w*)\b|\bsame depth\b|\bin place of\b|\binstead of\b",
    re.IGNORECASE,
)
"""What lets experience stand in for a degree; not "or a related field with two years" of it."""
_NO_DEGREE = re.compile(
    r"\bno degree\b[^.;?]{0,30}\b(?:needed|required|necessary)"
    r"|\bdegree (?:is not|isn['’]t) (?:needed|required|necessary|a must)"
    r"|\bwithout (?:a|the|any) degree\b[^.;?]{0,40}\b(?:apply|welcome|hired?|join)",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"\bexperience\b[^.;]{0,40}\b(?:counts?|enough|replaces?|instead|in place|stand in)\b"
    r"[^.;]{0,40}\bdegree\b|\bwithout (?:a|the|any) degree\b",
    re.IGNORECASE,
)
_YES = re.compile(r"\W*yes\b", re.IGNORECASE)
_LISTS = "qualifications"


def _degree_claims(prose: ProseSubject) -> Iterator[tuple[int, str, DegreeClaim]]:
    """Yield what a role's page says of degrees, apart from its facts, with the line and anchor."""
    for passage in prose.on_degrees:
        if not passage.aside:
            asked = passage.anchor == _LISTS
            wished = passage.anchor.startswith(f"{_LISTS}-")
            for claim in degrees_in(passage, asking=asked, wishing=wished):
                yield passage.line_at(claim.place), passage.anchor, claim


def _told_of_degrees(prose: ProseSubject) -> list[tuple[int, DegreeClaim]]:
    """Return what a page says of degrees, line by line; of a list of must-haves, the least of it.

    Its entries may be alternatives. What a list only wishes for contradicts nothing.
    """
    lowest: dict[str, tuple[int, DegreeClaim]] = {}
    found = []
    for line, anchor, claim in _degree_claims(prose):
        if claim.substitutes or (anchor.startswith(f"{_LISTS}-") and claim.preferred):
            continue
        if anchor == _LISTS and not claim.preferred:
            known = lowest.setdefault(anchor, (line, claim))
            if DEGREES.index(claim.lowest) < DEGREES.index(known[1].lowest):
                lowest[anchor] = (line, claim)
        else:
            found.append((line, claim))
    return sorted([*lowest.values(), *found], key=lambda told: told[0])


@check(Severity.WARNING, ProseSubject)
def degrees_differ(prose: ProseSubject) -> Iterator[Hit]:
    """A role's page asks for one degree in one place and for another elsewhere.

    Why: People without the higher degree read one sentence and do not apply, or read the other and
    are turned away.
    """
    role = prose.role
    claims = _told_of_degrees(prose) if role else []
    if role is None or not claims:
        return
    education = role.facts.education
    at = prose.line("role.education")
    asked = education.level if education else None
    if asked is None:
        at, first = next(((line, one) for line, one in claims if not one.preferred), (0, None))
        if first is None:
            return
        asked = first.lowest
    wished: set[str] = {
        degree for _, claim in claims if claim.preferred for degree in claim.degrees
    }
    for line, claim in claims:
        wrong = _preference(claim, education, wished) if claim.preferred else claim.lowest != asked
        if wrong and line != at:
            yield Hit(line=line, message=_other_degree(claim, education, asked, at))


def _other_degree(claim: DegreeClaim, education: Education | None, asked: str, at: int) -> str:
    told = {"degree": claim.words, "wanted": asked, "line": at}
    if education is None:
        return gettext(
            "this asks for {degree}; the page says first {wanted}, line {line}: make them one",
            **told,
        )
    if not claim.preferred:
        return gettext(
            "this asks for {degree}; the facts say {wanted}, line {line}: make them one", **told
        )
    if education.preferred is None:
        return gettext(
            "this prefers {degree}; the facts say {wanted}, line {line}: make them one", **told
        )
    return gettext(
        "this prefers {degree}; the facts say {wanted}, {preferred} preferred, line {line}: make "
        "them one",
        preferred=education.preferred,
        **told,
    )


def _preference(claim: DegreeClaim, education: Education | None, wished: set[str]) -> bool:
    """Tell whether a degree is preferred that the facts ask for anyway, or another than theirs.

    Of several that are ``wished`` for the facts hold one, and the others may stand beside it.
    """
    if education is None:
        return False
    if DEGREES.index(claim.lowest) <= DEGREES.index(education.level):
        named = degree_pattern().search(claim.sentence)
        # Of "a degree, ideally in physics" the field is preferred, or nobody can tell.
        return not (named and PREFERRED.search(claim.sentence, named.end()))
    # Of a certificate texts say too many things to tell whether this page names it.
    return education.preferred not in {None, "certificate", *wished}


@check(Severity.WARNING, ProseSubject)
def experience_differs(prose: ProseSubject) -> Iterator[Hit]:
    """The facts let no experience stand in for the degree, and the page says that it does.

    Why: The data that job boards get follows the facts, and what people read follows the text.
    """
    role = prose.role
    education = role.facts.education if role else None
    if education is None or education.or_experience:
        return
    lines = [
        line
        for line, _, claim in _degree_claims(prose)
        if _INSTEAD.search(claim.sentence) and claim.lowest != "high-school" and not claim.preferred
    ]
    message = gettext(
        "experience counts here in place of the degree, and not in the facts: add "
        "`or_experience: true` to `education`, line {line}, or correct this",
        line=prose.line("role.education"),
    )
    for line in dict.fromkeys((*lines, *_lines_that_ask_for_none(prose))):
        yield Hit(line=line, message=message)


def _lines_that_ask_for_none(prose: ProseSubject) -> Iterator[int]:
    """Yield where a page says that no degree is needed, or that experience counts instead."""
    question = ""
    for passage in prose.passages:
        for sentence in () if passage.aside else passage.sentences:
            answered = _COUNTS.search(question) and _YES.match(sentence.text)
            if passage.kind != "question" and (answered or _NO_DEGREE.search(sentence.text)):
                yield passage.line_at(sentence.start)
            question = ""
        question = passage.text if passage.kind == "question" else ""
