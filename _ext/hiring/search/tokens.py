"""The words of a text as the search compares them: the same here and in ``search/tokens.js``."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any

import snowballstemmer
from babel import Locale

from hiring.model.data import FOLDER
from hiring.model.language_tags import ENGLISH

DATA = FOLDER / "search.toml"

_ALNUM = r"[^\W_]"
_ACCENTS = re.compile("[\u0300-\u036f]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """How words are read: see ``data/search.toml`` for each part."""

    token: re.Pattern[str]
    dropped: re.Pattern[str]
    unspaced: re.Pattern[str]
    letters: dict[int, str]
    longest: int
    stop: frozenset[str]


@cache
def definition() -> dict[str, Any]:
    """Return the definition as data; the browser gets the parts ``tokens.js`` needs."""
    return tomllib.loads(DATA.read_text(encoding="utf-8"))


@cache
def vernacular() -> dict[str, list[str]]:
    """Return what people type, by what pages call it: both in words as they are compared."""
    found: dict[str, dict[str, None]] = {}
    for part, entries in _stated_vernacular().items():
        for meant, said in entries.items() if part != "pages" else ():
            own = (" ".join(it.split()) for it in said.split(","))
            found.setdefault(meant, {}).update(dict.fromkeys(own))
    return {meant: list(said) for meant, said in found.items()}


def words_of_pages(word: str) -> list[str]:
    """Return what pages call what is meant by a word: itself, and its like in other languages."""
    return [word, *_stated_vernacular()["pages"].get(word, "").split()]


@cache
def _stated_vernacular() -> dict[str, dict[str, str]]:
    return tomllib.loads((FOLDER / "vernacular.toml").read_text(encoding="utf-8"))


@cache
def language() -> Language:
    """Return the definition as it is used here."""
    data = definition()
    return Language(
        token=re.compile(data["pattern"].replace("ALNUM", _ALNUM)),
        dropped=re.compile(data["dropped"].replace("ALNUM", _ALNUM)),
        unspaced=re.compile(f"[{''.join(data['unspaced'])}]+"),
        letters=str.maketrans(data["letters"]),
        longest=data["longest"],
        stop=frozenset(data["words"]["stop"].split()),
    )


def folded(text: str) -> str:
    """Return a text in lower case, without accents, its signs in their plainest form."""
    if text.isascii():
        return text.lower()
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", text).lower())
    return unicodedata.normalize("NFC", plain).translate(language().letters)


def tokens(text: str) -> list[str]:
    """Return the tokens of a text in its order, stop words among them."""
    known = language()
    found: list[str] = []
    for run in known.token.findall(folded(text)):
        token = run if run.isalnum() else known.dropped.sub("", run)
        if token.isascii() or not known.unspaced.search(token):
            found.append(token[: known.longest])
        else:
            found += _pieces(token, known)
    return [token for token in found if token]


def _pieces(token: str, known: Language) -> list[str]:
    """Return the pairs of signs in runs without spaces, and what stands between such runs."""
    found: list[str] = []
    end = 0
    for run in known.unspaced.finditer(token):
        found += [token[end : run.start()][: known.longest]]
        signs = run.group()
        found += [signs[at : at + 2] for at in range(max(len(signs) - 1, 1))]
        end = run.end()
    return [*found, token[end:][: known.longest]]


def telling(text: str) -> list[str]:
    """Return the tokens of a text without the stop words."""
    stop = language().stop
    return [token for token in tokens(text) if token not in stop]


@cache
def stem(token: str, language: str = "en") -> str:
    """Return what the forms of a word share; what is no word is its own stem."""
    if not (token.isascii() and token.isalpha()) or token in _apart(language):
        return token
    return str(_stemmer(language).stemWord(token))


@cache
def _apart(language: str) -> frozenset[str]:
    """Return the words that share no stem with those of a site's language."""
    return frozenset(definition()["apart"].get(language, "").split())


@cache
def _stemmer(language: str) -> Any:
    """Return what knows the forms of a language's words; of one that nobody knows, of English."""
    name = str(Locale.parse(ENGLISH).languages.get(language.partition("-")[0], "")).lower()
    return snowballstemmer.stemmer(name if name in snowballstemmer.algorithms() else "english")
