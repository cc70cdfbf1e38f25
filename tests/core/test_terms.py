"""The lists of terms in each language: how they are made, and the text that they are found in."""

from __future__ import annotations

import re

import pytest

from hiring.checks.catalog import RULES, checks_in
from hiring.checks.language.needs import Words
from hiring.checks.language.signs import plain
from hiring.checks.language.syntax import SYNTAX
from hiring.checks.language.terms import LISTED, needs_of_terms, rows_of_terms, terms_of
from hiring.checks.rules import barriers, wording
from hiring.model.data import stated_in

OTHERS = [language for language in LISTED if language != "en"]
LISTS = [(language, rule) for language in LISTED for rule in rows_of_terms(language)]
LEAST = 25
"""Terms that a language has at least, as many as there are kinds of them."""


@pytest.mark.parametrize(("language", "rule"), LISTS)
def test_terms_group_nothing_themselves(language: str, rule: str) -> None:
    """The number of a match's group is its entry's, so a term must have no group of its own."""
    terms = terms_of(rule, language)
    assert terms.pattern.groups == len(terms.entries)
    # A capital in a term finds nothing, as texts are in lower case; `\Z` and `\W` are no letters.
    assert not re.search(r"(?<!\\)[A-Z]", terms.pattern.pattern)


@pytest.mark.parametrize("language", OTHERS)
def test_classes_hold_no_letter_with_other_spellings(language: str) -> None:
    """Such a letter becomes a group, and a space in a term a class, neither of which fits there."""
    spelled = "".join(letter[0] for letter in SYNTAX[language].letters)
    stated = stated_in(f"wording.{language}.yaml")
    patterns = list(stated.pop("parts").values())
    for rows in stated.values():
        for row in rows:
            patterns += [row[name] for name in row if name.startswith(("unless", "with", "after"))]
            for term in row["terms"]:
                assert not re.search(r"\[[^\]]* [^\]]*\]", term), term
                patterns.append(term)
    for pattern in patterns:
        assert not re.search(rf"\[[^\]]*[{spelled}][^\]]*\]", pattern), pattern


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_the_rules_that_english_has(language: str) -> None:
    rows = rows_of_terms(language)
    assert rows.keys() <= RULES.keys()
    assert {check.name for check in checks_in(wording, barriers)} <= rows.keys()
    for rule in rows:
        for row in rows[rule]:
            assert row["why"]
            assert row["instead"]
    assert sum(len(row["terms"]) for found in rows.values() for row in found) >= LEAST


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("de", "Körperlich fit"),
        ("de", "KÖRPERLICH FIT"),
        ("de", "Koerperlich fit"),
        ("de", "Ko\u0308rperlich fit"),
        ("de", "körperlich\u00a0fit"),
        ("fr", "Résistance physique"),
        ("fr", "RESISTANCE PHYSIQUE"),
        ("fr", "Re\u0301sistance physique"),
    ],
)
def test_a_letter_has_several_spellings(language: str, written: str) -> None:
    assert terms_of("ability-words", language).pattern.search(plain(written))
    found = needs_of_terms(language).rules_in(Words(["", written]))
    assert [1] in [found[row] for row in found if row[0] == "ability-words"]


def test_plain_text_is_as_long_as_what_was_written() -> None:
    """Else every line that is told after such a letter would be wrong."""
    for written in ("İSTANBUL ‘x’ „y”", "ẞ and ß", "ΑΣ", "a\u00a0b\u2011c", "🚚 ﬁ", "…"):
        assert len(plain(written)) == len(written)
    assert plain("Digital\u2011Native’s") == "digital-native's"
