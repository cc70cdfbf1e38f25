"""The types that a company's own facts can have: how they are stated, and how they are said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BeforeValidator

from hiring.model.base import Facts
from hiring.model.lexicon import Lexicon
from hiring.model.local_texts import by_languages, language_for, words_for
from hiring.model.messages import gettext
from hiring.model.values import Amount, Currency, Date, Line, Period, YesNo, one_or_several

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hiring.model.own import OwnFact

_SUM = re.compile(r"(\S+)\s+(\S+)(?:\s+per\s+(\S+))?")


class Sum(Facts):
    """An amount of money, once or for each ``per``."""

    currency: Currency
    amount: Amount
    per: Period | None = None


def _sum(value: Any) -> Any:
    """Return the parts of what is written as ``EUR 500`` or ``EUR 500 per month``."""
    if not isinstance(value, str):
        return value
    found = _SUM.fullmatch(value.strip())
    if found is None:
        raise ValueError(gettext("wanted `EUR 500`, or `EUR 500 per month`"))
    return {"currency": found[1], "amount": found[2]} | ({"per": found[3]} if found[3] else {})


def _said_sum(value: Sum, said: Lexicon) -> str:
    amount = said.money(value.amount, value.currency)
    return said.say(f"per.{value.per}", amount=amount) if value.per else amount


@dataclass(frozen=True, slots=True)
class Shape:
    """How a fact of a type is stated and said.

    ``spoken`` is None where its words are those of the page; ``spoken_in`` is the language of what
    it says, where that need not be the one it was asked for. ``split`` makes of an option of a
    level what front matter would state.
    """

    annotation: Any
    spoken: Callable[[Any, Lexicon], str] | None = None
    spoken_in: Callable[[Any, Lexicon], str] | None = None
    words: Callable[[Any], str] = str
    split: Callable[[str], Any] = str
    prose: bool = False
    empty: Any = None


def _split(written: str) -> list[str]:
    return [part.strip() for part in written.split(";") if part.strip()]


def shape_of(fact: OwnFact, language: str) -> Shape:
    """Return how a fact is stated and said; ``language`` is that of texts which name none."""
    match fact.type:
        case "number":
            unit = by_languages(fact.unit, language) if fact.unit else {}
            return Shape(
                Amount,
                spoken=lambda value, said: _with_unit(value, unit, said),
                spoken_in=lambda _, said: language_for(unit, said.language),
            )
        case "amount":
            return Shape(
                Annotated[Sum, BeforeValidator(_sum, json_schema_input_type=Sum | str)],
                spoken=_said_sum,
            )
        case "choice":
            known = choices_of(fact, language)
            allowed = Literal[tuple(known)]  # type: ignore[valid-type]
            return Shape(
                allowed,
                spoken=lambda value, said: words_for(known[value], said.language),
                spoken_in=lambda value, said: language_for(known[value], said.language),
            )
        case "date":
            return Shape(Date, spoken=lambda value, said: said.day(value))
        case "yes-no":
            return Shape(YesNo, spoken=lambda value, said: said.say(f"answers.{_answer(value)}"))
        case "list":
            several = Annotated[
                tuple[Line, ...],
                BeforeValidator(one_or_several, json_schema_input_type=Line | list[Line]),
            ]
            return Shape(several, words=", ".join, split=_split, prose=True, empty=())
        case "text":
            return Shape(Line, prose=True)


def _answer(value: bool) -> str:
    return "so" if value else "not-so"


def _with_unit(value: Any, unit: Mapping[str, str], said: Lexicon) -> str:
    number = said.number(value)
    return f"{number} {words_for(unit, said.language)}" if unit else number


def choices_of(fact: OwnFact, language: str) -> dict[str, dict[str, str]]:
    """Return the values of a choice, each with its words by their languages."""
    if isinstance(fact.choices, tuple):
        return {value: {language: value} for value in fact.choices}
    return {value: by_languages(words, language) for value, words in fact.choices.items()}


def stand_in(fact: OwnFact) -> Any:
    """Return a value that a fact may have, for one that is stated elsewhere."""
    values = {
        "number": "0",
        "amount": "USD 0",
        "date": "2000-01-01",
        "list": ["taken"],
        "yes-no": "false",
    }
    return values.get(fact.type) or next(iter(fact.choices), "taken")
