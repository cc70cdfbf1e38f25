"""Messages are whole sentences with a translation each, and are told in the site's language."""

from __future__ import annotations

from string import Formatter

import pytest

from hiring.model.messages import catalog_file, gettext, ngettext, tell_in
from tools.write_messages import LANGUAGES, read_catalog, sentences, updated


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogs_hold_the_sentences_of_the_source(language: str) -> None:
    assert catalog_file(language).read_bytes() == updated(language), "run `make docs`"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_translated(language: str) -> None:
    lacking = [it.id for it in read_catalog(language) if it.id and not _strings(it.string)]
    assert not lacking


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_puts_in_the_same_values(language: str) -> None:
    for message in read_catalog(language):
        ids, strings = _strings(message.id), _strings(message.string)
        wanted = _values(ids[-1]) if ids else set()
        for string in strings:
            # A form for one thing may leave its number out: "a page".
            assert _values(string) | {"number"} == wanted | {"number"}, message.id


def _strings(told: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    every = (told,) if isinstance(told, str) else told or ()
    return tuple(every) if all(every) else ()


def _values(sentence: str) -> set[str]:
    try:
        return {name for _, name, _, _ in Formatter().parse(sentence) if name}
    except ValueError:  # braces that stand for themselves, in a sentence without values
        return set()


def test_there_are_sentences() -> None:
    assert len(sentences()) > 100


def test_a_language_without_a_catalog_is_told_in_english() -> None:
    tell_in("it")
    assert gettext("found `TODO`: fill it in, or delete it").startswith("found")
    assert ngettext("{number} page", "{number} pages", 2) == "2 pages"


def test_a_region_has_its_language_s_catalog() -> None:
    tell_in("de-CH")
    assert gettext("found `TODO`: fill it in, or delete it").startswith("`TODO`")
