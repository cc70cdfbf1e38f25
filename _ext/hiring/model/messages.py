"""Messages for those who write pages and those who build: in English here, translated by catalog.

As gettext does it everywhere: the English sentence is the key, ``data/messages-LANGUAGE.po`` has
what it is in a language, and a sentence that is not there is told in English. Words for readers are
elsewhere, by their names: ``hiring.model.lexicon``.
"""

from __future__ import annotations

import re
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

FOLDER = Path(__file__).parents[1] / "data"
"""Where the catalogs are. Nothing of others is imported for it: to say that a library is missing
is a message too.
"""

_WITHOUT_SHARP_S = frozenset({"CH", "LI"})
"""Where German is written with `ss` alone."""

_language = "en"
"""The tag of the language that this process tells its messages in: one handbook has one."""


def message_language() -> str:
    """Return the tag of the language that messages are told in, with the amounts they quote."""
    return _language


def tell_in(tag: str) -> None:
    """Tell all messages from now on in a language, by its tag; in English where it has no catalog.

    A process works on one handbook at a time, whose language this is.
    """
    global _language  # as gettext's own: to hand it to each rule would say nothing
    _language = tag if _is_english(tag) or catalog_file(tag).is_file() else "en"


def gettext(english: str, /, **values: object) -> str:
    """Return a message with its values put in: ``gettext("line {line} is open", line=4)``.

    The sentence is written out where this is called, since catalogs are made from the source.
    Without values, braces stand for themselves.
    """
    words = _catalog(_language).gettext(english)
    return words.format(**values) if values else words


def ngettext(one: str, many: str, number: int, /, **values: object) -> str:
    """Return a message about a number of things, which its sentences call ``{number}``."""
    words = _catalog(_language).ngettext(one, many, number)
    return words.format(number=number, **values)


def translate(english: str) -> str:
    """Return a message that is stated elsewhere, as what a rule means: no call writes it out."""
    return _catalog(_language).gettext(english) if english else ""


def spelled(text: str, tag: str) -> str:
    """Return words as they are spelled where a language is spoken, by its tag with the region."""
    language, *regions = tag.split("-")
    sharp_s_is_unknown = language == "de" and not _WITHOUT_SHARP_S.isdisjoint(regions)
    return text.replace("ß", "ss") if sharp_s_is_unknown else text


def _is_english(tag: str) -> bool:
    return tag.partition("-")[0] == "en"


def catalog_file(tag: str) -> Path:
    """Return where the messages of a language are, if there are any."""
    return FOLDER / f"messages-{tag.partition('-')[0]}.po"


def says(message: str, words: str) -> bool:
    """Tell whether a message has some words, or would have them in English.

    Who has noted words of a message did so in the language that it was told in then.
    """
    words = words.casefold()
    if words in message.casefold():
        return True
    return any(shape.fullmatch(message) for shape in _shapes(_language, words))


@cache
def _shapes(tag: str, words: str) -> list[re.Pattern[str]]:
    """Return patterns of the sentences of a language that have some words in English."""
    known = _read(tag) or ()
    told = (it.string for it in known if isinstance(it.id, str) and words in it.id.casefold())
    return [_shape(it) for it in told if it and isinstance(it, str)]


def _shape(told: str) -> re.Pattern[str]:
    """Return a pattern of all that a sentence is, whatever its values are."""
    text = re.escape(told).replace(r"\{\{", r"\{").replace(r"\}\}", r"\}")
    return re.compile(re.sub(r"\\\{\w+\\\}", ".*", text))


@cache
def _read(tag: str) -> Catalog | None:
    file = catalog_file(tag)
    if _is_english(tag) or not file.is_file():
        return None  # English is told even where no file can be looked at
    from babel.messages.pofile import read_po

    # Without the locale, the compiled catalog lacks the rule for plurals: "0 doute" is French.
    language = tag.partition("-")[0]
    text = spelled(file.read_text(encoding="utf-8"), tag)
    return read_po(text.splitlines(keepends=True), locale=language)


@cache
def _catalog(tag: str) -> NullTranslations:
    known = _read(tag)
    if known is None:
        return NullTranslations()
    from babel.messages.mofile import write_mo

    compiled = BytesIO()
    write_mo(compiled, known)
    compiled.seek(0)
    return GNUTranslations(compiled)
