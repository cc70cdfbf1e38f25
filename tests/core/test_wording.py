"""How well the rules on wording find what they should, on sentences that were labelled before."""

from __future__ import annotations

import re
from functools import partial

import pytest

from hiring.checks.language.needs import Words
from hiring.checks.language.plain import AROUND, Place, PlainText
from hiring.checks.language.prose import Passage
from hiring.checks.language.signs import plain
from hiring.checks.language.terms import terms_of
from tests.core.labelled import CHECKS, Labelled, Scores, halves, labelled, scored
from tests.support.growth import grows_too_fast

PRECISION = 0.95
RECALL = {"tuning": 0.98, "held out": 0.9}
BY_RULE = {"precision": 0.9, "recall": 0.8}
"""What every rule alone must reach on both halves together: some have a dozen sentences."""

MEASURES = {"coded-words", "reading-grade", "long-summary", "long-title"}
"""The rules that need a page; their cases stand in ``checks``."""

LISTED = (
    "age-words",
    "ability-words",
    "origin-words",
    "gendered-words",
    "exclusive-words",
    "jargon",
    "pay-history",
    "unpaid-work",
)


@pytest.fixture(scope="module")
def sentences() -> list[Labelled]:
    return labelled()


def told(name: str, scores: Scores) -> str:
    rules = [f"  {rule}: {score}" for rule, score in sorted(scores.by_rule.items())]
    return "\n".join([f"{name}: {scores.overall}", *rules])


def test_precision_and_recall_of_all(sentences: list[Labelled]) -> None:
    for name, half in halves(sentences):
        scores = scored(half)
        print(told(name, scores))
        assert scores.overall.precision >= PRECISION
        assert scores.overall.recall >= RECALL[name]


def test_precision_and_recall_of_each_rule(sentences: list[Labelled]) -> None:
    by_rule = scored(sentences).by_rule
    assert by_rule.keys() == {check.name for check in CHECKS} - MEASURES
    for rule, score in by_rule.items():
        assert score.precision >= BY_RULE["precision"], f"{rule}: {score}"
        assert score.recall >= BY_RULE["recall"], f"{rule}: {score}"


def test_labels_are_many_and_of_both_kinds(sentences: list[Labelled]) -> None:
    for _, half in halves(sentences):
        assert len(half) >= 150
        assert sum(not sentence.wanted for sentence in half) >= 60
    assert len({sentence.text for sentence in sentences}) == len(sentences)


@pytest.mark.parametrize("rule", LISTED)
def test_terms_group_nothing_themselves(rule: str) -> None:
    """The number of a match's group is its entry's, so a term must have no group of its own."""
    terms = terms_of(rule)
    assert terms.pattern.groups == len(terms.entries)
    # A capital in a term finds nothing, as texts are in lower case; `\Z` and `\W` are no letters.
    assert not re.search(r"(?<!\\)[A-Z]", terms.pattern.pattern)


def test_plain_text_is_as_long_as_what_was_written() -> None:
    """Else every line that is told after such a letter would be wrong."""
    for written in ("İSTANBUL ‘x’ „y”", "ẞ and ß", "ΑΣ", "a\u00a0b\u2011c", "🚚 ﬁ", "…"):
        assert len(plain(written)) == len(written)
    assert plain("Digital\u2011Native’s") == "digital-native's"


def test_page_of_one_long_line_takes_no_time() -> None:
    """What stands around a term is looked at near it alone, however long its sentence is."""

    def places(count: int) -> list[Place]:
        line = "no ninja or 'rockstar' " * count
        text = PlainText([Passage(kind="paragraph", text=line, line=1)], Words([line]))
        return [text.place(found.start(), found.end()) for found in re.finditer("ninja", text.text)]

    assert len(places(4_000)) == 4_000
    assert all(len(place.sentence) <= 2 * AROUND + len("ninja") for place in places(4_000))
    assert grows_too_fast(partial(places, 4_000), partial(places, 8_000)) == ""
