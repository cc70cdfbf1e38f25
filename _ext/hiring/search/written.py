"""Which of some words a page of an earlier build has, as they are written.

Of most pages that is told without a look at each of their words.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from hiring.search.kinds import words_of_kind
from hiring.search.scripts import read_page
from hiring.search.tokens import definition, folded, language, tokens
from hiring.search.weights import words_on

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet


class Written:
    """The words of pages, of which ``scripts`` are kept by the pages' paths."""

    def __init__(self, scripts: Mapping[str, bytes]) -> None:
        """Look at none before somebody asks."""
        self._scripts = scripts
        self._texts: dict[str, str] = {}
        self._others: dict[str, set[str]] = {}
        self._words: dict[str, set[str]] = {}

    def of(self, words: AbstractSet[str], paths: Sequence[str]) -> set[str]:
        """Return those of some words that any of the pages has.

        One that stands there by itself is found at once. Another may still be what a part of the
        text is read as, signs and all, as `1,000` is as `1000`.
        """
        found: set[str] = set()
        for may_have in (self._by_itself, self._read_as):
            for path in paths:
                left = words - found
                if not left:
                    return found
                if any(may_have(word, path) for word in left):
                    found |= left & self._on(path)
        return found

    def _by_itself(self, word: str, path: str) -> bool:
        return word in _said_of_kinds() or _alone(word).search(self._text(path)) is not None

    def _read_as(self, word: str, path: str) -> bool:
        if path not in self._others:
            known, text = language(), self._text(path)
            self._others[path] = (
                set(tokens(text))
                if known.unspaced.search(text)
                else {
                    known.dropped.sub("", run)[: known.longest]
                    for run in known.token.findall(text)
                    if not run.isalnum() or len(run) > known.longest
                }
            )
        return word in self._others[path]

    def _text(self, path: str) -> str:
        """Return what a page says as words are compared, with signs."""
        if path not in self._texts:
            page = read_page(self._scripts[path])
            parts = [page.title, *page.aliases, *page.about]
            for it in page.records:
                parts += [it.heading, it.text, *it.also, *it.parents]
            self._texts[path] = folded("\n".join(parts))
        return self._texts[path]

    def _on(self, path: str) -> set[str]:
        if path not in self._words:
            self._words[path] = words_on(read_page(self._scripts[path]))
        return self._words[path]


@cache
def _alone(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])")


@cache
def _said_of_kinds() -> frozenset[str]:
    """Return the words that readers use for kinds of section: no page's text has them."""
    return frozenset(word for kind in definition()["kinds"] for word in words_of_kind(kind))
