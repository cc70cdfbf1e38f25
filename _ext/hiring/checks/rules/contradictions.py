"""Contradictions inside a role: what its page says of one thing in two places, and not alike."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from hiring.checks.language.money import MONEY_WORD, ranges_in
from hiring.checks.prose import ProseSubject
from hiring.checks.rule import Hit, check
from hiring.checks.subjects import ENGLISH_ALONE, RoleSubject
from hiring.exports.text import naming
from hiring.language.spoken import entries_of, spoken
from hiring.model.lexicon import message_lexicon
from hiring.model.messages import gettext, translate
from hiring.model.paths import COMPANY
from hiring.model.problem import Severity, quoted
from hiring.posting.required import role_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.checks.language.money import MoneyMention
    from hiring.checks.language.prose import Passage
    from hiring.model.fact_shapes import Pay

NEAR_AN_END = Decimal("0.25")
"""How much of a range of pay, from either end, is near that end."""

_FIGURE = re.compile(
    r"\b(?:\d+|(?:[a-z]+-)?(?:one|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|fifteen|twenty|thirty|forty|fifty))\b",
    re.IGNORECASE,
)


_MARKET = re.compile(
    r"\b(?:earn(?:s|ed|ing|ings)?|median|mean|average|quarter|market|nationa\w*|statistics|bureau|"
    r"competitors?|elsewhere|union\w*|industry|others?|was|were|used to|bonus|budget|revenue|"
    r"overtime|differential|extra)\b",
    re.IGNORECASE,
)
_OTHER_TIME = re.compile(
    r"\b(?:(?:semi-?|bi-?)(?:month|week)\w*|fortnight\w*|pay period|per diem)\b", re.IGNORECASE
)
_TIME = re.compile(r"\b(?:hour|month|week|dai|day)\w*\b", re.IGNORECASE)
_HOURS = {
    **{"hour": Decimal(1), "day": Decimal(8), "week": Decimal(40)},
    **{"month": Decimal(2080) / 12, "year": Decimal(2080)},
}
"""How many hours of work pay is for: enough to tell one range from another."""
_ROUNDED = Decimal("0.03")
"""How far ranges for other times may be apart that are one."""
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
    stated = [pay, *pay.ranges, *bands, *(it for band in bands for it in band.ranges)]
    under = ""
    money = set(prose.words.with_any(MONEY_WORD))
    for number, passage in enumerate(prose.passages if money else ()):
        under = passage.text if passage.kind in ("heading", "question") else under
        if passage.aside or number not in money:
            continue
        for sentence, found, said in ranges_in(passage, pay):
            about_pay = _PAY.search(sentence.text) or _PAY.search(under)
            times = _times(found, pay, sentence.text)
            if not about_pay or _MARKET.search(sentence.text) or times is None:
                continue
            low, high = said.min * times, said.max * times
            if any(_near(low, it.min) and _near(high, it.max) for it in stated):
                continue
            inside = pay.min * (1 - _ROUNDED) <= low and high <= pay.max * (1 + _ROUNDED)
            if inside and not _WHOLE_ROLE.search(sentence.text):
                continue
            message = gettext(
                "{said} is not the range of the role, {pay} in line {line}, nor of a level: "
                "correct one of them",
                said=quoted(found.words),
                pay=pay,
                line=prose.line("role.pay"),
            )
            yield Hit(line=passage.line_at(found.place), message=message)


def _times(found: MoneyMention, pay: Pay, text: str) -> Decimal | None:
    """Return how many times an amount is what it would be for the time that the pay is for.

    None where nobody can tell for what time it is.
    """
    if _OTHER_TIME.search(text) or (found.per is None and _TIME.search(text)):
        return None
    return _HOURS[pay.per] / _HOURS[found.per or pay.per]


def _near(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) <= other * _ROUNDED


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
    yield Hit(line=role.line("role.market_pay"), message=_apart(average, pay, margin))


def _apart(average: Decimal, pay: Pay, margin: Decimal) -> str:
    told = {"average": message_lexicon().number(average), "pay": pay}
    if average > pay.max:
        return gettext(
            "the market's average of {average} lies above the range of {pay}: say why on the page, "
            "or change one",
            **told,
        )
    if average < pay.min:
        return gettext(
            "the market's average of {average} lies below the range of {pay}: say why on the page, "
            "or change one",
            **told,
        )
    if average < pay.min + margin:
        return gettext(
            "the market's average of {average} lies near the bottom of the range of {pay}: say why "
            "on the page, or change one",
            **told,
        )
    return gettext(
        "the market's average of {average} lies near the top of the range of {pay}: say why on the "
        "page, or change one",
        **told,
    )


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
                message = gettext(
                    "a second entry about `{kind}`, after line {line}: make one of them, or tell "
                    "apart",
                    kind=translate(kind),
                    line=first[kind],
                )
                yield Hit(line=passage.line, message=message)
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
        line = role.line(f"benefits.{number}", COMPANY)
        for kind in sorted(_kinds(promised)):
            same = [item for item, kinds in items if kind in kinds]
            figures = set(map(str.lower, _FIGURE.findall(promised)))
            stated = {figure.lower() for item in same for figure in _FIGURE.findall(item)}
            if not same and role.role.replaces_benefits:
                message = gettext(
                    "no {kind} here, though everybody gets it ({file}, line {line}): add it",
                    **{"kind": translate(kind), "file": COMPANY, "line": line},
                )
            elif figures and stated and not figures & stated:
                message = gettext(
                    "{kind} has other figures here than for everybody ({file}, line {line}): "
                    "correct one",
                    **{"kind": translate(kind), "file": COMPANY, "line": line},
                )
            else:
                continue
            yield Hit(line=role.line("benefits"), message=message)
