"""What is passed over for the words that it lacks has nothing in it: pattern and needs agree."""

from __future__ import annotations

import pytest

from hiring.checks.language.claims import may_name_degrees
from hiring.checks.language.needs import Needs, Telling, Words
from hiring.checks.language.terms import needs_of_terms

TEXT = "Plans routes with the team, and keeps the figures in order."


@pytest.mark.parametrize(
    ("pattern", "text", "met"),
    [
        ("young (?:team|crowd)", "a young, small crowd", False),
        ("young (?:team|crowd)", "a young person in the crowds", True),
        ("young team", "the team is younger", False),
        ("rock ?stars?", "a Rockstar", True),
        ("rock ?stars?", "rock-stars", True),
        ("rock ?stars?", "rocks", False),
        ("(?:tone|totally|so very) deaf", "tone-deaf", True),
        ("(?:tone|totally|so very) deaf", "very deaf, so", True),
        ("(?:tone|totally|so very) deaf", "very deaf", False),
        ("new (?:\\w+ )?grads?(?! school)", "a new grad school", True),
        ("new (?:\\w+ )?grads?", "a new graduate", True),
        ("pay[^.]{0,40}?(?:in cash|never)", "pay is due", False),
        ("pay[^.]{0,40}?(?:in cash|never)", "never pay", True),
        ("ninjas?|gurus?", "a guru", True),
        ("\\w+", "anything", True),
    ],
)
def test_a_text_has_the_words_that_a_pattern_needs(pattern: str, text: str, met: bool) -> None:
    found = Needs({"rule": [pattern]}).rules_in(Words([TEXT, text]))
    assert (1 in found.get("rule", ())) == met


def test_a_plain_text_is_passed_over() -> None:
    assert not needs_of_terms().rules_in(Words([TEXT]))
    assert not may_name_degrees([TEXT], Words([TEXT]))


def test_a_word_is_looked_at_once() -> None:
    asked = []

    def is_b(word: str) -> bool:
        asked.append(word)
        return word == "b"

    telling = Telling(is_b)
    assert telling.among(frozenset("ab")) == {"b"}
    assert telling.among(frozenset("abc")) == {"b"}
    assert sorted(asked) == ["a", "b", "c"]


def test_texts_are_found_by_a_word_that_tells() -> None:
    words = Words(["a b", "", "c", "b b"])
    assert words.counts == [2, 0, 1, 2]
    assert words.with_any(Telling("b".__eq__)) == [0, 3]
    assert words.with_any(Telling("d".__eq__)) == []
    assert words.with_any(Telling("c".__eq__)) == [2]
