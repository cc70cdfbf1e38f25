"""The languages, frameworks and other tools that sentences name, each by one name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from hiring.checks.language.claims import role_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.checks.language.prose import Passage

_WORD = re.compile(r"\w+")
_LISTED = re.compile(r"\s*(?:,|/|\Z)|\s+(?:and|or|for)\b")


@dataclass(frozen=True, slots=True)
class Tools:
    """Tools of one ``group`` that a sentence names, in its order, each by one name.

    The first of them is at ``start`` in the sentence, and at ``place`` in the passage.
    """

    group: str
    names: tuple[str, ...]
    sentence: str
    start: int
    place: int


@cache
def _tool_patterns() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str] | None], ...]:
    """Return each group's names, and those that count only as written and beside another."""
    return tuple(
        (entry["group"], _any_of(entry["names"], re.IGNORECASE), _any_of(entry["exact"]))
        for entry in role_words()["tools"]
    )


@cache
def _first_words() -> frozenset[str]:
    """Return the words that names of tools start with: hardly any passage has one of them."""
    names = (name for entry in role_words()["tools"] for name in entry["names"] + entry["exact"])
    return frozenset(_WORD.findall(name.lower())[0] for name in names)


def _any_of(names: list[str], flags: int = 0) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    words = "|".join(map(re.escape, longest_first)) or "(?!)"
    return re.compile(rf"(?<![\w.+#-])(?:{words})(?![\w+#&]|-\w)", flags)


@cache
def _tool_pattern() -> re.Pattern[str]:
    return _any_of([name for entry in role_words()["tools"] for name in entry["names"]], re.I)


def tool_names(text: str) -> Iterator[re.Match[str]]:
    """Yield the names of tools in a text, but for those that are words of another sense."""
    if not _first_words().isdisjoint(_WORD.findall(text.lower())):
        yield from _tool_pattern().finditer(text)


@cache
def _spelling(name: str) -> str:
    """Return the one name of a tool, however it is written."""
    groups = role_words()["tools"]
    spelled: dict[str, str] = {known.lower(): known for entry in groups for known in entry["names"]}
    same: dict[str, str] = role_words()["same"]
    known = spelled.get(name.lower(), name)
    return same.get(known, known)


def tools_in(passage: Passage, *, alone: bool = False) -> Iterator[Tools]:
    """Yield the tools that each sentence of a passage names, group by group.

    A name that is a word of another sense too counts only beside another, if not ``alone``.
    """
    if _first_words().isdisjoint(_WORD.findall(passage.text.lower())):
        return
    for group, sure, exact in _tool_patterns():
        if not sure.search(passage.text) and not (exact and exact.search(passage.text)):
            continue
        for sentence in passage.sentences:
            found = list(sure.finditer(sentence.text))
            beside = list(_as_written(exact, sentence.text)) if exact else []
            if found or len(beside) > (0 if alone else 1):
                found = sorted((*found, *beside), key=re.Match.start)
                names = tuple(dict.fromkeys(_spelling(name[0]) for name in found))
                start = found[0].start()
                yield Tools(group, names, sentence.text, start, sentence.start + start)


def _as_written(exact: re.Pattern[str], sentence: str) -> Iterator[re.Match[str]]:
    """Yield names that are words too; the first word of a sentence is one only in a list."""
    for found in exact.finditer(sentence):
        if found.start() or _LISTED.match(sentence, found.end()):
            yield found
