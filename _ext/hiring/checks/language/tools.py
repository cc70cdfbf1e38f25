"""The languages, frameworks and other tools that sentences name, each by one name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from hiring.checks.language.needs import Telling
from hiring.posting.required import role_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hiring.checks.language.prose import Passage
    from hiring.model.facts import Skill

SkillPatterns = tuple[re.Pattern[str], re.Pattern[str]]

_WORD = re.compile(r"\w+")
_INSIDE = re.compile(r"\w[A-Z\d]")
_STARTS = re.compile(r"(?:\A|[.!?:;(][\"'”’)]*\s)[\s\"'“‘]*\Z")
_NEAR = 20
_SHORTEST = 3
_LISTED = re.compile(
    r"\s*(?:[,/.;:)]|\Z)|\s+(?:and|or|for|programming|language|code|scripts?|packages?)\b"
)


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
def _tool_patterns() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str], re.Pattern[str]], ...]:
    """Return each group's names, those that count as written, and those only beside another."""
    return tuple(
        (
            entry["group"],
            _any_of(entry["names"], re.IGNORECASE),
            _any_of(entry.get("capital", [])),
            _any_of(entry["exact"]),
        )
        for entry in role_words()["tools"]
    )


@cache
def _first_words() -> dict[str, set[int]]:
    """Return the words that names of tools start with, each with the numbers of their groups.

    Hardly any passage has one of them.
    """
    found: dict[str, set[int]] = {}
    for number, entry in enumerate(role_words()["tools"]):
        for kind in ("names", "capital", "exact"):
            for name in entry.get(kind, []):
                found.setdefault(_WORD.findall(name.lower())[0], set()).add(number)
    return found


TOOL_WORD = Telling(lambda word: not _first_words().keys().isdisjoint(_WORD.findall(word.lower())))
"""The words in which names of tools start."""


def _any_of(names: list[str], flags: int = 0) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    # A line may end between two words of a name.
    words = "|".join(map(re.escape, longest_first)).replace("\\ ", r"\s{1,9}") or "(?!)"
    # Where all start with a letter, most places are passed over for having none that starts a word.
    before = r"\b(?<![.+#-])" if all(map(_WORD.match, names)) else r"(?<![\w.+#-])"
    return re.compile(rf"{before}(?:{words})(?![\w+#&]|-\w)", flags)


@cache
def _tool_pattern(kind: str) -> re.Pattern[str]:
    names = [name for entry in role_words()["tools"] for name in entry.get(kind, [])]
    return _any_of(names, re.IGNORECASE if kind == "names" else 0)


def tool_names(text: str) -> Iterator[re.Match[str]]:
    """Yield the names of tools in a text, but for those that are words of another sense."""
    if TOOL_WORD.among(frozenset(text.split())):
        yield from _tool_pattern("names").finditer(text)
        yield from _as_written(_tool_pattern("capital"), text)


def skill_names(text: str, patterns: SkillPatterns) -> Iterator[re.Match[str]]:
    """Yield where a text names skills, but for words that may be of another sense.

    A name of several words counts however it is written. Any other counts as it is written, if it
    has a capital: `Airflow` does, and `writing`, `R` and `Go` don't. As every first word has one,
    it must stand elsewhere there, or have a capital or a figure inside, as `SAP` and `k8s` have.
    """
    phrases, proper = patterns
    yield from phrases.finditer(text)
    for found in proper.finditer(text):
        before = text[max(0, found.start() - _NEAR) : found.start()]
        if _INSIDE.search(found[0]) or not _STARTS.search(before):
            yield found


def skill_patterns(skills: Iterable[Skill]) -> SkillPatterns:
    """Return the patterns of names of several words, and of those that count as written."""
    return _skill_patterns(tuple((skill.name, *skill.aliases) for skill in skills))


@cache
def _skill_patterns(known: tuple[tuple[str, ...], ...]) -> SkillPatterns:
    single = [
        name
        for names in known
        for name in names
        if len(name) >= _SHORTEST and " " not in name and name != name.lower()
    ]
    phrases = [names[0] for names in known if " " in names[0]]
    return _any_of(phrases, re.IGNORECASE), _any_of(single)


@cache
def _spelling(name: str) -> str:
    """Return the one name of a tool, however it is written."""
    groups = role_words()["tools"]
    named = (known for entry in groups for known in entry["names"])
    spelled: dict[str, str] = {known.lower(): known for known in named}
    same: dict[str, str] = role_words()["same"]
    name = " ".join(name.split())
    known = spelled.get(name.lower(), name)
    return same.get(known, known)


def tools_in(passage: Passage, *, alone: bool = False) -> Iterator[Tools]:
    """Yield the tools that each sentence of a passage names, group by group.

    A name that is a word of another sense too counts only beside another, if not ``alone``.
    """
    first = _first_words()
    words = first.keys() & _WORD.findall(passage.text.lower())
    for number in sorted(set[int]().union(*map(first.__getitem__, words))):
        group, sure, capital, exact = _tool_patterns()[number]
        if not any(names.search(passage.text) for names in (sure, capital, exact)):
            continue
        for sentence in passage.sentences:
            found = [*sure.finditer(sentence.text), *_as_written(capital, sentence.text)]
            beside = list(_as_written(exact, sentence.text, letters=alone))
            if found or len(beside) > (0 if alone else 1):
                found = sorted((*found, *beside), key=re.Match.start)
                names = tuple(dict.fromkeys(_spelling(name[0]) for name in found))
                start = found[0].start()
                yield Tools(group, names, sentence.text, start, sentence.start + start)


def _as_written(
    exact: re.Pattern[str], sentence: str, *, letters: bool = True
) -> Iterator[re.Match[str]]:
    """Yield names that are words too; the first word of a sentence is one only in a list.

    So is a letter, where not all ``letters`` count: there is an R wave, and a C arm.
    """
    for found in exact.finditer(sentence):
        if (found.start() and (letters or len(found[0]) > 1)) or _LISTED.match(
            sentence, found.end()
        ):
            yield found
