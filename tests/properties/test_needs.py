"""No text that a term or a degree stands in is passed over for the words that it lacks."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from hiring.checks.language.claims import may_name_degrees
from hiring.checks.language.needs import Words
from hiring.checks.language.signs import plain
from hiring.checks.language.terms import LISTED, needs_of_terms, rows_of_terms, spaced, terms_of
from hiring.posting.required import role_words
from tests.support.examples import examples

TERMS = [
    (language, rule, number, term)
    for language in LISTED
    for rule, rows in rows_of_terms(language).items()
    for number, row in enumerate(rows)
    for term in row["terms"]
]
TEXT = "Plans routes with the team, and keeps the figures in order."
WORDS = st.text("abc XYZ0-,.'’/", max_size=6)


@examples(200)
@given(st.data())
def test_no_term_is_passed_over(data: st.DataObject) -> None:
    language, rule, number, term = data.draw(st.sampled_from(TERMS))
    said = data.draw(st.from_regex(spaced(term), fullmatch=True))
    before, after = data.draw(WORDS), data.draw(WORDS)
    text = f"{before}{data.draw(st.sampled_from(['', ' ']))}{said}{after}"
    if "\0" not in text and terms_of(rule, language, (number,)).pattern.search(plain(text)):
        assert (rule, number) in needs_of_terms(language).rules_in(Words([TEXT, text]))


@examples(50)
@given(st.data())
def test_no_degree_is_passed_over(data: st.DataObject) -> None:
    words = data.draw(st.sampled_from(sorted(role_words()["degrees"].values())))
    found = re.compile(words, re.IGNORECASE)
    text = data.draw(st.from_regex(found))
    if found.search(text):
        assert may_name_degrees([TEXT, text], Words([TEXT, text]))[-1] == 1
