"""What readers call a kind of section, or of fact: see ``data/search.toml``."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from hiring.search.tokens import definition, telling, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable


def kinds_of(names: Iterable[str]) -> tuple[str, ...]:
    """Return the kinds of section that names speak of."""
    found = frozenset[str]().union(*map(_kinds_in, names))
    return tuple(kind for kind in definition()["kinds"] if kind in found)


@lru_cache(maxsize=10_000)  # most sections and facts go by the same names on many pages
def _kinds_in(name: str) -> frozenset[str]:
    """Return the kinds that one name speaks of: by each run of its tokens that a kind has."""
    said, triggers = tokens(name), _triggers()
    longest = max(map(len, triggers))
    runs = (
        tuple(said[start:end])
        for start in range(len(said))
        for end in range(start + 1, min(start + longest, len(said)) + 1)
    )
    return frozenset(kind for run in runs for kind in triggers.get(run, ()))


class SearchedFact(NamedTuple):
    """A fact as it is searched: its label, what is stated, and what readers call it."""

    label: str
    said: str
    kinds: tuple[str, ...]


def searched_fact(name: str, label: str, said: str) -> SearchedFact:
    """Return a fact of a name; the label may be in any language."""
    return SearchedFact(label, said, kinds_of((name.replace("_", "-"),)))


def kinds_of_facts(facts: Iterable[SearchedFact]) -> tuple[str, ...]:
    """Return the kinds of facts, each once."""
    return tuple(dict.fromkeys(kind for fact in facts for kind in fact.kinds))


@cache
def _triggers() -> dict[tuple[str, ...], list[str]]:
    """Return the kinds that are known by each phrase, by its tokens."""
    found: dict[tuple[str, ...], list[str]] = {}
    for kind, entry in definition()["kinds"].items():
        for phrase in entry["when"].split():
            found.setdefault(tuple(tokens(phrase)), []).append(kind)
    return found


@cache
def words_of_kind(kind: str) -> tuple[str, ...]:
    """Return the words that readers use for a kind of section."""
    return tuple(dict.fromkeys(telling(definition()["kinds"][kind]["words"])))
