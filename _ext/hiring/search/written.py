"""Which of some words a page of an earlier build has, as they are written.

Of most pages that is told without a look at each of their words.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from hiring.search.kinds import words_of_kind
from hiring.search.scripts import read_page, text_of
from hiring.search.tokens import definition, folded
from hiring.search.weights import words_on

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

_SIGNS = re.compile(r"[\W_]+")


class Written:
    """The words of pages, of which ``scripts`` are kept by the pages' paths."""

    def __init__(self, scripts: Mapping[str, bytes]) -> None:
        """Look at none before somebody asks."""
        self._scripts = scripts
        self._texts: dict[str, str] = {}
        self._words: dict[str, set[str]] = {}

    def of(self, words: AbstractSet[str], paths: Sequence[str]) -> set[str]:
        """Return those of some words that any of the pages has.

        A word that stands there by itself is found at once. One that does not may still have signs
        within, as `1,000`: so it is looked for where nothing but letters and digits is left.
        """
        found: set[str] = set()
        for may_have in (self._by_itself, self._with_signs):
            for path in paths:
                left = words - found
                if not left:
                    return found
                if any(may_have(word, path) for word in left):
                    found |= left & self._on(path)
        return found

    def _by_itself(self, word: str, path: str) -> bool:
        return word in _said_of_kinds() or _alone(word).search(self._text(path)) is not None

    def _with_signs(self, word: str, path: str) -> bool:
        return _SIGNS.sub("", word) in _bare(self._text(path))

    def _text(self, path: str) -> str:
        """Return what a page says as words are compared, with signs."""
        if path not in self._texts:
            self._texts[path] = folded(text_of(self._scripts[path]))
        return self._texts[path]

    def _on(self, path: str) -> set[str]:
        if path not in self._words:
            self._words[path] = words_on(read_page(self._scripts[path]))
        return self._words[path]


@cache
def _alone(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])")


@lru_cache(maxsize=2_000)  # several words may be looked for
def _bare(text: str) -> str:
    return _SIGNS.sub("", text)


@cache
def _said_of_kinds() -> frozenset[str]:
    """Return the words that readers use for kinds of section: no page's text has them."""
    return frozenset(word for kind in definition()["kinds"] for word in words_of_kind(kind))
