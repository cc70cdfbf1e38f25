"""What readers call a kind of section, or of fact: see ``data/search.toml``."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from hiring.search.tokens import definition, telling, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def kinds_of(names: Sequence[str]) -> tuple[str, ...]:
    """Return the kinds of section that names speak of."""
    said = [f" {' '.join(tokens(name))} " for name in names]
    return tuple(
        kind
        for kind, phrases in _triggers().items()
        if any(it in name for it in phrases for name in said)
    )


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
def _triggers() -> dict[str, tuple[str, ...]]:
    """Return for each kind the phrases that it is known by, each as its tokens."""
    return {
        kind: tuple(f" {' '.join(tokens(phrase))} " for phrase in entry["when"].split())
        for kind, entry in definition()["kinds"].items()
    }


@cache
def words_of_kind(kind: str) -> tuple[str, ...]:
    """Return the words that readers use for a kind of section."""
    return tuple(dict.fromkeys(telling(definition()["kinds"][kind]["words"])))
