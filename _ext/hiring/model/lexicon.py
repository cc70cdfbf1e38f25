"""The fixed words of postings and facts in a language, with its way of numbers, money and days.

``data/words-LANGUAGE.yaml`` has the words. A language without such a file is given the English
ones: ``Lexicon.language`` says whose they are.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import (
    format_compact_currency,
    format_currency,
    format_decimal,
    format_percent,
    get_currency_name,
)
from babel.units import format_unit

from hiring.model.data import FOLDER, stated_in
from hiring.model.language_tags import ENGLISH, primary, with_region
from hiring.model.messages import message_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

LANGUAGES = tuple(sorted(path.stem.removeprefix("words-") for path in FOLDER.glob("words-*.yaml")))
"""The languages that there are words of."""

LOCALE = "en_US"
"""How numbers and days are written where no region is known."""


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The words of a language, by their names, as `education.master`.

    ``language`` is the language of the words; ``locale`` that of numbers, money and days.
    """

    language: str
    locale: Locale
    texts: Mapping[str, str]

    def say(self, name: str, /, **parts: object) -> str:
        """Return the words of a name, with parts of their own."""
        words = self.texts[name]
        return words.format(**parts) if parts else words

    def count(self, name: str, number: int, /, **parts: object) -> str:
        """Return the words of a name for a number of things: ``1 role``, ``12 roles``.

        A language has as many forms as CLDR says, by its names: ``one``, ``few``, ``other``.
        """
        form = f"{name}.{self.locale.plural_form(number)}"
        words = self.texts.get(form) or self.texts[f"{name}.other"]
        return words.format(count=self.number(Decimal(number)), **parts)

    def under(self, name: str) -> dict[str, str]:
        """Return all words whose names start with one, by the rest of their names."""
        start = f"{name}."
        found = self.texts.items()
        return {it.removeprefix(start): text for it, text in found if it.startswith(start)}

    def or_english(self, name: str, english: str) -> str:
        """Return the words of a name; of what English is stated elsewhere, that in its language."""
        return self.texts.get(name, english)

    def of_others(self, english: str) -> str | None:
        """Return what others' programs say in English, as Sphinx and its theme do, in our words."""
        return self.texts.get(f"others.{english}")

    def label(self, fact: str, english: str, kind: str = "label") -> str:
        """Return the label of a fact: a ``short`` one, or one that is ``posted``, where it has one.

        ``english`` is the one that the table of facts has, of that kind.
        """
        own = (self.texts.get(f"facts.{fact}.{it}") for it in (kind, "label"))
        return next((label for label in own if label), english)

    def day(self, value: date) -> str:
        """Return a day: ``November 1, 2026``, ``1. November 2026``, ``1er novembre 2026``."""
        pattern = self.locale.date_formats["long"].pattern
        if value.day == 1:
            pattern = re.sub(r"\bd\b", f"'{self.say('first_day')}'", pattern)
        return str(format_date(value, format=pattern, locale=self.locale))

    def part_of_date(self, value: str) -> str:
        """Return a year, a month or a day in words: ``2026``, ``May 2025``, ``May 1, 2025``."""
        if len(value) == len("2025"):
            return value
        if len(value) > len("2025-05"):
            return self.day(date.fromisoformat(value))
        month = date.fromisoformat(f"{value}-01")
        return str(format_skeleton("yMMMM", month, locale=self.locale))

    def money(self, amount: Decimal, currency: str) -> str:
        """Return an amount with its currency's sign: ``$112,806``, ``3.400 €``."""
        return _money(amount, currency, str(self.locale))

    def money_in_short(self, amount: Decimal, currency: str) -> str:
        """Return an amount for a place with little room: ``$112.8K``."""
        return format_compact_currency(amount, currency, locale=self.locale, fraction_digits=1)

    def currency(self, code: str) -> str:
        """Return a currency's name: ``US dollars``."""
        return str(get_currency_name(code, count=2, locale=self.locale))

    def number(self, value: Decimal) -> str:
        """Return a number without zeros at its end: ``37.5``."""
        return str(format_decimal(value.normalize(), locale=self.locale))

    def grouped(self, value: int) -> str:
        """Return a whole number, of which large ones are easier to read: ``20,000``."""
        return self.number(Decimal(value))

    def percent(self, share: Decimal) -> str:
        """Return a share of one: ``59%``."""
        return str(format_percent(share, locale=self.locale))

    def length(self, number: int, unit: str) -> str:
        """Return how long something lasts, in a unit such as `months`: ``6 months``, ``1 week``."""
        name = f"duration-{unit.removesuffix('s')}"
        return str(format_unit(number, name, locale=self.locale))

    def country(self, code: str) -> str | None:
        """Return a country's name by its letters, None where it is not known by one."""
        return self.locale.territories.get(code)

    def either(self, words: tuple[str, ...]) -> str:
        """Return alternatives: ``Physics, Statistics or Computer Science``."""
        return self._joined("or", words)

    def all_of(self, words: tuple[str, ...]) -> str:
        """Return several together: ``Head of Nursing and Ward Manager``."""
        return self._joined("and", words)

    def in_turn(self, texts: Iterable[str]) -> str:
        """Return several texts as one, each after the other: ``CPR; Registered nurse``."""
        return self.say("in_turn").join(texts)

    def labelled(self, label: str, text: str | None) -> str:
        """Return a text behind its label, the label alone, or a text that says it: ``Equity``.

        ``Bonus`` and ``Annual bonus of 5%`` are the latter alone.
        """
        if not text:
            return label
        if not label or label.casefold() in text.casefold():
            return text
        return f"{self.say('labelled', label=label)} {text}"

    def _joined(self, how: str, words: tuple[str, ...]) -> str:
        *others, last = words
        return self.say(how, others=", ".join(others), last=last) if others else last


@lru_cache(maxsize=512)  # the levels of a role, and their postings, have most amounts in common
def _money(amount: Decimal, currency: str, locale: str) -> str:
    pattern = Locale.parse(locale).currency_formats["standard"].pattern
    whole = amount == amount.to_integral_value()
    return format_currency(
        amount,
        currency,
        pattern.replace(".00", "") if whole else pattern,
        locale=locale,
        currency_digits=False,
        decimal_quantization=False,
    )


def shipped(tag: str) -> Mapping[str, str]:
    """Return the words that the package has of a language, by their names; none of many."""
    language = primary(tag)
    return _texts(language) if language in LANGUAGES else {}


@lru_cache(maxsize=64)
def lexicon(tag: str) -> Lexicon:
    """Return our words for what is written in a language, by its tag."""
    own = shipped(tag)
    return Lexicon(primary(tag), locale_of(tag), own) if own else lexicon(ENGLISH)


def written_as(tag: str, said: Lexicon) -> str:
    """Return a tag with the region whose way of writing is followed, as some programs want it."""
    region = said.locale.territory if primary(tag) == said.language else ""
    return f"{tag}-{region}" if region and "-" not in tag else with_region(tag)


def locale_of(tag: str) -> Locale:
    """Return how numbers and days are written: by the region too, where that is known."""
    if tag == ENGLISH:
        return Locale.parse(LOCALE)
    for known in (tag, primary(tag)):
        with suppress(UnknownLocaleError, ValueError):
            return Locale.parse(known, sep="-")
    return Locale.parse(LOCALE)


@cache
def _texts(language: str) -> dict[str, str]:
    return dict(_flat(stated_in(f"words-{language}.yaml"), ""))


def _flat(stated: Any, name: str) -> Iterator[tuple[str, str]]:
    """Yield texts with their names, those that hold them before a point."""
    if isinstance(stated, str):
        yield name, stated
        return
    for part, inner in stated.items():
        yield from _flat(inner, f"{name}.{part}" if name else part)


def message_lexicon() -> Lexicon:
    """Return the words for messages, which quote amounts, days and numbers, and list names."""
    return lexicon(message_language())


AMERICAN = lexicon(ENGLISH)
"""English words, with numbers and days as in the United States: those of our own texts."""
