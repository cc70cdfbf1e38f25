"""Fresh? Whether figures about the world say of when they are, or by whom."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from hiring.checks.language.needs import Telling
from hiring.checks.prose import ProseSubject
from hiring.checks.rule import Hit, check
from hiring.model.data import stated_in
from hiring.model.messages import gettext
from hiring.model.problem import Severity, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hiring.checks.language.prose import Passage

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SHARE = r"\b\d+(?:\.\d+)?\s?(?:%|percent\b|per cent\b)"
_AMOUNT = re.compile(r"(?:[$€£]|\b(?:USD|EUR|GBP)\s)\d[\d,.]*\d(?:\s?(?:k|million|billion)\b)?")
_FIGURES = Telling(re.compile("%|cent|[$€£]|USD|EUR|GBP", re.IGNORECASE).search)
"""The words in which a share or an amount is named."""


@check(Severity.WARNING, ProseSubject)
def undated_figure(prose: ProseSubject) -> Iterator[Hit]:
    """A percentage or an amount about the world outside has neither a year nor a source nearby.

    The section that it stands in is looked through for one. A company's own figures are not meant.

    Why: Nobody can tell whether the figure still holds, or look it up and bring it up to date.
    """
    telling = set(prose.words.with_any(_FIGURES))
    for section in _sections(prose.passages) if telling else ():
        named = [prose.passages[number] for number in section if number in telling]
        found = [(passage, *figure) for passage in named for figure in _figures(passage)]
        if not found:
            continue
        whole = "\n".join(prose.passages[number].text for number in section)
        if _YEAR.search(whole) or _patterns()["sources"].search(whole):
            continue
        for passage, place, figure in found:
            message = gettext(
                "{figure} has no year and no source: say of when it is, and by whom",
                figure=quoted(figure),
            )
            yield Hit(line=passage.line_at(place), message=message)


def _sections(passages: Sequence[Passage]) -> Iterator[range]:
    """Yield the numbers of the passages from one heading, or question, to the next."""
    start = 0
    for number, passage in enumerate(passages):
        if passage.kind in ("heading", "question"):
            yield range(start, number)
            start = number
    yield range(start, len(passages))


def _figures(passage: Passage) -> Iterator[tuple[int, str]]:
    """Yield the figures of a passage that are about the world outside, with their places."""
    for sentence in passage.sentences:
        for share in _patterns()["counted"].finditer(sentence.text):
            yield sentence.start + share.start(), " ".join(share.group(1).split())
        amounts = list(_AMOUNT.finditer(sentence.text))
        if amounts and _patterns()["market"].search(sentence.text):
            for amount in amounts:
                yield sentence.start + amount.start(), amount.group()


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Return the pattern of each list of words."""
    stated = stated_in("market-words.yaml")
    lists = {name: "|".join(listed) for name, listed in stated.items()}
    spaced = {name: listed.replace(" ", r"\s+") for name, listed in lists.items()}
    of = r"\s+(?:of|more|fewer)\s+(?:(?!\d|our\b|your\b|my\b)[\w-]+\s+){0,3}?"
    patterns = {
        "counted": rf"({_SHARE}){of}(?:{spaced['counted']})\b",
        "market": rf"\b(?:{spaced['market']})\b",
        "sources": rf"\b(?:{spaced['sources']})\b",
    }
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in patterns.items()}
