"""The words of each language: complete, with the same parts, and each language's way of numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest
from babel import Locale

from hiring.model import job_words, words
from hiring.model.fact_shapes import Pay
from hiring.model.fact_table import facts_of
from hiring.model.job_shapes import Hours, Length, Term
from hiring.model.language_tags import ENGLISH, primary
from hiring.model.lexicon import LANGUAGES, Lexicon, lexicon, shipped
from hiring.model.role_facts import RoleFacts
from hiring.translating import stated_elsewhere


def plural_forms(language: str) -> tuple[str, ...]:
    """Return the forms that a language has for numbers of things that a handbook may hold."""
    form = lexicon(language).locale.plural_form
    return tuple({form(number) for number in range(1000)})


OTHERS = [language for language in LANGUAGES if language != ENGLISH]
_PART = re.compile(r"\{(\w+)\}")


def test_there_are_words_of_the_languages_that_postings_are_written_in() -> None:
    assert {"de", "en", "fr"} <= {*LANGUAGES}


OF_OTHERS = "others."
"""What Sphinx and its theme say: their own catalogs have most of it."""


def parts_by_word(texts: Mapping[str, str], counted: set[str]) -> dict[str, set[str]]:
    """Return the parts of each word; the forms of one that is counted are one word."""
    found: dict[str, set[str]] = {}
    for name, text in texts.items():
        whole = name.rpartition(".")[0]
        key = whole if whole in counted else name
        found[key] = found.get(key, set()) | {*_PART.findall(text)}
    return found


@pytest.mark.parametrize("language", OTHERS)
def test_each_language_has_each_word_with_the_same_parts(language: str) -> None:
    english = {**lexicon(ENGLISH).texts, **stated_elsewhere()}
    apart = ("facts.", OF_OTHERS, "law.European Union")
    own = {it: text for it, text in lexicon(language).texts.items() if not it.startswith(apart)}
    counted = {it.removesuffix(".one") for it in english if it.endswith(".one")}
    assert parts_by_word(own, counted) == parts_by_word(english, counted)
    forms = {f"{name}.{form}" for name in counted for form in ("other", *plural_forms(language))}
    assert {it for it in own if it.rpartition(".")[0] in counted} == forms


def test_a_language_is_asked_for_the_forms_that_it_has() -> None:
    polish = Lexicon("pl", Locale.parse("pl"), {"a.one": "1", "a.few": "{count}", "a.other": "x"})
    assert [polish.count("a", number) for number in (1, 3, 7)] == ["1", "3", "x"]


def test_what_has_words_is_told() -> None:
    assert shipped("de-CH")
    assert not shipped("it")


@pytest.mark.parametrize("language", OTHERS)
def test_each_language_has_the_label_of_each_fact_that_readers_see(language: str) -> None:
    own = lexicon(language)
    shown = [
        name for name, fact in facts_of(RoleFacts).items() if fact.posted or fact.page is not None
    ]
    assert [name for name in shown if not own.label(name, "")] == []
    labels = [own.label(name, "") for name in shown]
    assert len({*labels}) == len(labels), "two facts have one label"


@pytest.mark.parametrize("tag", ["ja", "ar", "tlh"])
def test_what_has_no_words_of_its_own_has_english_ones(tag: str) -> None:
    assert lexicon(tag) is lexicon(ENGLISH)


@pytest.mark.parametrize("tag", ["de-CH", "fr-CA", "en-GB", "de-Latn-LI"])
def test_a_region_has_its_languages_words(tag: str) -> None:
    assert lexicon(tag).texts is lexicon(primary(tag)).texts


PAY = Pay.model_validate({"currency": "EUR", "min": "3400", "max": "4100.50", "per": "month"})
FULL = Pay.model_validate({"currency": "USD", "min": "100000", "max": "100000", "per": "year"})


@pytest.mark.parametrize(
    ("tag", "day", "pay", "full", "term"),
    [
        (
            "en",
            "January 4, 2027",
            "€3,400 to €4,100.50 per month",
            "$100,000 per year",
            "Fixed term of 12 months; probation of 6 weeks",
        ),
        (
            "en-GB",
            "4 January 2027",
            "€3,400 to €4,100.50 per month",
            "US$100,000 per year",
            "Fixed term of 12 months; probation of 6 weeks",
        ),
        (
            "de",
            "4. Januar 2027",
            "3.400 € bis 4.100,50 € pro Monat",
            "100.000 $ pro Jahr",
            "Befristet auf 12 Monate; Probezeit: 6 Wochen",
        ),
        (
            "fr",
            "4 janvier 2027",
            "de 3 400 € à 4 100,50 € par mois",
            "100 000 $US par an",
            "Durée déterminée : 12 mois ; période d’essai : 6 semaines",
        ),
    ],
)
def test_days_and_amounts(tag: str, day: str, pay: str, full: str, term: str) -> None:
    said = lexicon(tag)
    found = (
        said.day(date(2027, 1, 4)),
        words.pay(PAY, said),
        words.pay(FULL, said),
        job_words.term(Term(months=12, probation=Length(weeks=6)), said),
    )
    assert tuple(re.sub(r"[\xa0\u202f]", " ", text) for text in found) == (day, pay, full, term)


def test_hours() -> None:
    part = Hours(per_week=Decimal("23.5"), full_time=Decimal(39))
    found = [job_words.hours(part, lexicon(tag)).replace("\xa0", " ") for tag in LANGUAGES]
    assert found == [
        "23,5 Stunden pro Woche, 60 % der Vollzeit (39 Stunden)",
        "23.5 hours per week, 60% of full time (39 hours)",
        "23,5 heures par semaine, 60 % d’un temps plein (39 heures)",
    ]
