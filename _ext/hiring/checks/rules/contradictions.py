"""Contradictions inside a role: what its page says of one thing in two places, and not alike."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from hiring.checks.language.claims import degrees_in
from hiring.checks.language.money import MONEY_WORD, ranges_in
from hiring.checks.prose import ProseSubject
from hiring.checks.rule import Hit, check
from hiring.checks.subjects import ENGLISH_ALONE, RoleSubject
from hiring.exports.text import naming
from hiring.language.spoken import entries_of, spoken
from hiring.model.ladder import within
from hiring.model.paths import COMPANY
from hiring.model.problem import Severity, quoted
from hiring.posting.required import DEGREES, role_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.checks.language.claims import DegreeClaim
    from hiring.checks.language.prose import Passage
    from hiring.model.fact_shapes import Education

NEAR_AN_END = Decimal("0.25")
"""How much of a range of pay, from either end, is near that end."""

_INSTEAD = re.compile(
    r"\bor\b[^.;]{0,60}\bexperience\b|\bequivalent\b|\bsame depth\b|\bin place of\b|\binstead of\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"\b(?:\d+|(?:[a-z]+-)?(?:one|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|fifteen|twenty|thirty|forty|fifty))\b",
    re.IGNORECASE,
)


def _degree_claims(prose: ProseSubject) -> list[tuple[int, DegreeClaim]]:
    """Return what a role's page says of degrees, apart from its facts, with the lines."""
    found = []
    for passage in prose.on_degrees:
        if not passage.aside:
            asked = passage.anchor in ("qualifications", "qualifications-should")
            for claim in degrees_in(passage, asking=asked):
                found.append((passage.line_at(claim.place), claim))
    return found


@check(Severity.WARNING, ProseSubject)
def degrees_differ(prose: ProseSubject) -> Iterator[Hit]:
    """A role's page asks for one degree in one place and for another elsewhere.

    Why: People without the higher degree read one sentence and do not apply, or read the other and
    are turned away.
    """
    role = prose.role
    claims = _degree_claims(prose) if role else []
    if role is None or not claims:
        return
    education, place = role.facts.education, "the facts say"
    at = prose.line("role.education")
    asked = education.level if education else None
    if asked is None:
        at, first = next(((line, one) for line, one in claims if not one.preferred), (0, None))
        if first is None:
            return
        asked, place = first.lowest, "the page says first"
    for line, claim in claims:
        wrong = _preference(claim, education) if claim.preferred else claim.lowest != asked
        if wrong and line != at:
            says = "prefers" if claim.preferred else "asks for"
            preferred = education.preferred if education and claim.preferred else None
            wanted = asked + (f", {preferred} preferred" if preferred else "")
            message = f"this {says} {claim.words}; {place} {wanted}, line {at}: make them one"
            yield Hit(line=line, message=message)


def _preference(claim: DegreeClaim, education: Education | None) -> bool:
    """Tell whether a degree is preferred that the facts ask for anyway, or another than theirs."""
    if education is None:
        return False
    if DEGREES.index(claim.lowest) <= DEGREES.index(education.level):
        return True
    return education.preferred is not None and education.preferred not in claim.degrees


@check(Severity.WARNING, ProseSubject)
def experience_differs(prose: ProseSubject) -> Iterator[Hit]:
    """The facts let no experience stand in for the degree, and the page says that it does.

    Why: The data that job boards get follows the facts, and what people read follows the text.
    """
    role = prose.role
    education = role.facts.education if role else None
    if education is None or education.or_experience:
        return
    at = prose.line("role.education")
    for line, claim in _degree_claims(prose):
        if _INSTEAD.search(claim.sentence) and not claim.preferred:
            message = "experience counts here in place of the degree, and not in the facts"
            mend = f"add `or_experience: true` to `education`, line {at}, or correct this"
            yield Hit(line=line, message=f"{message}: {mend}")


_MARKET = re.compile(
    r"\b(?:earn(?:s|ed|ing|ings)?|median|mean|average|quarter|market|nationa\w*|statistics|bureau|"
    r"competitors?|elsewhere|union\w*|industry|others?|was|were|used to|bonus|budget|revenue|"
    r"hour\w*|month\w*|week\w*|day)\b",
    re.IGNORECASE,
)
_PAY = re.compile(
    r"\b(?:pays?|paid|salar\w+|wages?|ranges?|bands?|offers?|compensation|starts?|earn)\b",
    re.IGNORECASE,
)
_WHOLE_ROLE = re.compile(
    r"\b(?:range for the role|role's (?:range|pay)|pay range|for this role|range (?:is|runs)|"
    r"salary range|our range)\b",
    re.IGNORECASE,
)


@check(Severity.WARNING, ProseSubject)
def pay_differs(prose: ProseSubject) -> Iterator[Hit]:
    """A sentence gives a range of pay that is neither the role's nor one of its levels'.

    Why: A range in print is a promise: people will hold you to the one that is better for them.
    """
    role = prose.role
    pay = role.facts.pay if role else None
    if role is None or pay is None:
        return
    bands = [level.pay for level in role.levels if level.pay]
    under = ""
    money = set(prose.words.with_any(MONEY_WORD))
    for number, passage in enumerate(prose.passages if money else ()):
        under = passage.text if passage.kind in ("heading", "question") else under
        if passage.aside or number not in money:
            continue
        for sentence, found, said in ranges_in(passage, pay):
            about_pay = _PAY.search(sentence.text) or _PAY.search(under)
            if not about_pay or _MARKET.search(sentence.text) or said in (pay, *bands):
                continue
            if within(said, pay) and not _WHOLE_ROLE.search(sentence.text):
                continue
            message = f"{quoted(found.words)} is not the range of the role, {pay} in line "
            message += f"{prose.line('role.pay')}, nor of a level: correct one of them"
            yield Hit(line=passage.line_at(found.place), message=message)


@check(Severity.WARNING, RoleSubject)
def market_average_apart(role: RoleSubject) -> Iterator[Hit]:
    """The market's average lies outside of the range that the role pays, or near one of its ends.

    Why: Readers compare the two. Say on the page why they differ, or look at the range again.
    """
    pay, market = role.role.facts.pay, role.role.facts.market_pay
    if pay is None or market is None or (pay.currency, pay.per) != (market.currency, market.per):
        return
    average, margin = market.average, (pay.max - pay.min) * NEAR_AN_END
    if pay.min + margin <= average <= pay.max - margin:
        return
    where = "above" if average > pay.max else "below" if average < pay.min else "near the "
    end = {"near the ": "bottom of " if average < pay.min + margin else "top of "}.get(where, " ")
    message = f"the market's average of {average:,} lies {where}{end}the range of {pay}: say why "
    yield Hit(line=role.line("role.market_pay"), message=f"{message}on the page, or change one")


def _kinds(text: str) -> set[str]:
    """Return the kinds of benefit that an entry names."""
    kinds: dict[str, str] = role_words()["benefits"]
    return {kind for kind, words in kinds.items() if re.search(words, text, re.IGNORECASE)}


def _benefits(prose: ProseSubject) -> Iterator[tuple[Passage, set[str]]]:
    for passage in prose.passages:
        if passage.block == "benefits" and passage.kind == "item":
            yield passage, _kinds(passage.text)


@check(Severity.WARNING, ProseSubject)
def benefit_twice(prose: ProseSubject) -> Iterator[Hit]:
    """Two entries of a list of benefits are of one kind, as a 401(k) beside a retirement plan.

    Why: Readers count two benefits. Say in one entry what there is, and for whom.
    """
    first: dict[str, int] = {}
    for passage, kinds in _benefits(prose):
        for kind in sorted(kinds):
            if kind in first:
                message = f"a second entry about `{kind}`, after line {first[kind]}"
                yield Hit(line=passage.line, message=f"{message}: make one of them, or tell apart")
        first |= {kind: passage.line for kind in kinds if kind not in first}


@check(Severity.WARNING, RoleSubject, languages=ENGLISH_ALONE)
def benefit_differs(role: RoleSubject) -> Iterator[Hit]:
    """A role's benefits give another figure than company.yaml, or lack what everybody gets.

    A list that adds to the company's, by `benefits: add`, need not say again what everybody gets.

    Why: A posting shows the role's list instead of the company's, so that one of them is wrong.
    """
    block = role.role.block("benefits", None)
    if block is None:
        return
    named = naming(role.handbook, role.role.path)
    texts = [spoken(it.children, it.line, named) for it in entries_of(block.body.nodes)]
    items = [(item, _kinds(item)) for item in texts]
    general = role.company.said("benefits", role.language)
    for number, promised in enumerate(general.value if general else ()):
        at = f"{COMPANY}, line {role.line(f'benefits.{number}', COMPANY)}"
        for kind in sorted(_kinds(promised)):
            same = [item for item, kinds in items if kind in kinds]
            figures = set(map(str.lower, _FIGURE.findall(promised)))
            stated = {figure.lower() for item in same for figure in _FIGURE.findall(item)}
            if not same and role.role.replaces_benefits:
                message = f"no {kind} here, though everybody gets it ({at}): add it"
            elif figures and stated and not figures & stated:
                message = f"{kind} has other figures here than for everybody ({at}): correct one"
            else:
                continue
            yield Hit(line=role.line("benefits"), message=message)
