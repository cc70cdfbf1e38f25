"""The words of each language: complete, with the same parts, and each language's way of numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest

from hiring.model import job_words, words
from hiring.model.fact_shapes import Pay
from hiring.model.fact_table import facts_of
from hiring.model.job_shapes import Hours, Length, Term
from hiring.model.language_tags import ENGLISH, primary
from hiring.model.lexicon import LANGUAGES, lexicon
from hiring.model.role_facts import RoleFacts


def plural_forms(language: str) -> tuple[str, ...]:
    """Return the forms that a language has for numbers of things that a handbook may hold."""
    form = lexicon(language).locale.plural_form
    return tuple({form(number) for number in range(1000)})


OTHERS = [language for language in LANGUAGES if language != ENGLISH]
_PART = re.compile(r"\{(\w+)\}")


def test_there_are_words_of_the_languages_that_postings_are_written_in() -> None:
    assert {"de", "en", "fr"} <= {*LANGUAGES}


@pytest.mark.parametrize("language", OTHERS)
def test_each_language_has_each_word_with_the_same_parts(language: str) -> None:
    own, english = lexicon(language).texts, lexicon(ENGLISH).texts
    fixed = {it: text for it, text in own.items() if not it.startswith(("facts.", "others."))}
    counted = {name.rpartition(".")[0] for name in english if name.endswith(".other")}
    counted = {it for it in counted if f"{it}.one" in english}

    def named(texts: Mapping[str, str]) -> dict[str, set[str]]:
        """Return the parts of each word; forms of one number are one word, by its fullest form."""
        found: dict[str, set[str]] = {}
        for name, text in texts.items():
            whole, _, _form = name.rpartition(".")
            key = whole if whole in counted else name
            found[key] = found.get(key, set()) | {*_PART.findall(text)}
        return found

    assert named(fixed).keys() == named(english).keys()
    assert named(fixed) == named(english)
    forms = {f"{name}.{form}" for name in counted for form in ("other", *plural_forms(language))}
    assert forms - fixed.keys() == set()
    assert {it for it in fixed if it.rpartition(".")[0] in counted} == forms


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
