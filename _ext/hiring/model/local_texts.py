"""Texts that are stated once, or once for each language that postings are written in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Generic, NamedTuple, TypeVar

from pydantic import Discriminator, Tag

from hiring.model.language_tags import ENGLISH, LanguageTag, primary
from hiring.model.values import Line, Text

Value = TypeVar("Value")


def by_language(value: Any) -> str:
    """Tell a value that is stated once from one that is stated by language, or by key."""
    return "several" if isinstance(value, Mapping) else "one"


LocalText = Annotated[
    Annotated[Text, Tag("one")] | Annotated[dict[LanguageTag, Text], Tag("several")],
    Discriminator(by_language),
]
"""A text, or the same in several languages."""

LocalLine = Annotated[
    Annotated[Line, Tag("one")] | Annotated[dict[LanguageTag, Line], Tag("several")],
    Discriminator(by_language),
]
"""A line, or the same in several languages."""

Names = dict[LanguageTag, Line]
"""What something is called in other languages, beside the name that it has."""

LocalTexts = Annotated[
    Annotated[tuple[Text, ...], Tag("one")]
    | Annotated[dict[LanguageTag, tuple[Text, ...]], Tag("several")],
    Discriminator(by_language),
]
"""A list of texts, or the same in several languages."""


class Said(NamedTuple, Generic[Value]):
    """A text, and the tag of the language that it is in."""

    value: Value
    language: str


def versions(stated: Value | Mapping[str, Value], own: str) -> dict[str, Value]:
    """Return what is stated by the languages that it is in; ``own`` is that of a text alone."""
    found: Mapping[str, Value] = stated if isinstance(stated, Mapping) else {own: stated}
    return dict(found)


def best(stated: Value | Mapping[str, Value], language: str, own: str) -> Said[Value] | None:
    """Return what is stated for the readers of a language; None where nothing is stated.

    Where there is nothing in their language, it is what there is in that of the company, else in
    English, else what comes first.
    """
    found = {tag: text for tag, text in versions(stated, own).items() if text}
    for wanted in (language, own, ENGLISH):
        for tag, text in found.items():
            if tag == wanted:
                return Said(text, tag)
        for tag, text in found.items():
            if primary(tag) == primary(wanted):
                return Said(text, tag)
    return next((Said(text, tag) for tag, text in found.items()), None)


def words_for(texts: Mapping[str, str], language: str) -> str:
    """Return of a text by its languages the one for readers of a language, else the first."""
    found: Said[str] | None = best(texts, language, next(iter(texts), ""))
    return found.value if found else ""


def language_for(texts: Mapping[str, str], language: str) -> str:
    """Return the tag of the language of that text."""
    found: Said[str] | None = best(texts, language, next(iter(texts), ""))
    return found.language if found else language


def by_languages(stated: str | Mapping[str, str], language: str) -> dict[str, str]:
    """Return a text by its languages."""
    return {language: stated} if isinstance(stated, str) else dict(stated)


def called(name: str, names: Mapping[str, str], language: str) -> str:
    """Return a name in a language, where it has another one there."""
    near = {primary(tag): text for tag, text in reversed([*names.items()])}
    return names.get(language) or near.get(primary(language)) or name
