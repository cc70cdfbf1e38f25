"""Spelling: words that are known to be misspelled."""

from __future__ import annotations

import re
from functools import cache, lru_cache, reduce
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from hiring.checks.language.english import is_surely_english
from hiring.checks.language.needs import Telling
from hiring.checks.prose import ProseSubject
from hiring.checks.rule import Hit, check
from hiring.model.data import stated_in
from hiring.model.lexicon import message_lexicon
from hiring.model.messages import gettext
from hiring.model.problem import Severity, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"(?<![\w./@#'’-])[A-Za-z]?[a-z]+(?:['’][a-z]+)?(?![\w/@#’'-]|\.\w|\+)")
_LONGEST_NAME = 6
"""Letters of a word that may be a name: the list has short ones of people and places."""
_VARIANTS = frozenset(stated_in("spelling-variants.yaml")["variants"].split())
"""What dictionaries have beside the spelling that the list knows."""
_SHORTEST = 3
"""Shorter entries of the list are mostly meant: names of files, units, words of other languages."""


@check(Severity.WARNING, ProseSubject)
def misspelled(prose: ProseSubject) -> Iterator[Hit]:
    """A word that is often misspelled is misspelled.

    The list is the one of codespell: misspellings that people make, each with what is meant. Names
    of skills and their other names, of roles, of the company, and the words under `checks.allow`
    in company.yaml are never reported, nor words in capitals or in code, short names of people and
    places, other spellings that dictionaries have, nor passages that are not in English, or too
    short to tell on a page that is not.

    Why: Applicants judge the care that a company takes, and a search misses the page.
    Source: The dictionary of codespell, from Wikipedia's list of common misspellings.
    """
    allowed: frozenset[str] | None = None
    for passage in prose.with_any(_MISSPELLED):
        if not (passage.english and (is_surely_english(passage.text) or prose.english)):
            continue
        for word, right in _misspelled_in(passage.text):
            allowed = _allowed(prose) if allowed is None else allowed
            if _plain(word) not in allowed and not _is_name(word):
                message = gettext(
                    "{word}: did you mean {meant}?", word=quoted(word.group()), meant=_meant(right)
                )
                yield Hit(line=passage.line_at(word.start()), message=message)


def _misspelled_in(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield the words of a text that are in the list, each with what its entry says."""
    for word in _WORD.finditer(text):
        right = _dictionary().get(_plain(word))
        if right and _plain(word) not in _VARIANTS:
            yield word, right


_MISSPELLED = Telling(lambda word: any(_misspelled_in(word)))


def _is_name(word: re.Match[str]) -> bool:
    """Tell whether a short word has a capital inside a sentence, or before another: a name."""
    if not word[0][0].isupper() or len(word[0]) > _LONGEST_NAME:
        return False
    before, after = word.string[: word.start()], word.string[word.end() : word.end() + _NEAR]
    return bool(_INSIDE.search(before[-_NEAR:]) or _CAPITAL_AFTER.match(after))


_NEAR = 30
_INSIDE = re.compile(r"[\w,;’']\s\Z")
_CAPITAL_AFTER = re.compile(r",?\s[A-Z]")


def _plain(word: re.Match[str]) -> str:
    return word.group().casefold().replace("’", "'")


def _allowed(prose: ProseSubject) -> frozenset[str]:
    """Return the words of the names that the handbook knows, in lower case."""
    handbook = prose.handbook
    names = [handbook.company.name, *prose.settings.allow]
    names += [role.facts.title for role in handbook.roles.values()]
    for skill in handbook.skills.values():
        names += [skill.name, *skill.aliases]
    return _words_of(tuple(names))


@lru_cache(maxsize=4)
def _words_of(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for name in names for word in re.findall(r"[\w'’]+", name.casefold()))


def _meant(right: str) -> str:
    """Return what an entry of the list takes for meant: one word, or several before a comma.

    After the last comma stands a reason why they want a look, or nothing.
    """
    words = right.split(",")
    words = words[:-1] if len(words) > 1 else words
    said = message_lexicon()
    named = (quoted(word.strip()) for word in words)
    return reduce(lambda one, other: said.either((one, other)), named)


@cache
def _dictionary() -> dict[str, str]:
    """Return the list: each misspelling in lower case, with what codespell's entry says of it.

    Only the data of the package is read, and none of its code is loaded.
    """
    package = find_spec("codespell_lib")
    assert package is not None
    assert package.submodule_search_locations is not None
    file = Path(package.submodule_search_locations[0]) / "data/dictionary.txt"
    entries = (line.split("->") for line in file.read_text("utf-8").splitlines() if "->" in line)
    return {wrong.casefold(): right for wrong, right in entries if len(wrong) >= _SHORTEST}
