"""Words of several languages that are one in an index.

A word's root is its stem by the site's language. A page in another language has roots of its own,
and each of these is one with the site's roots of it and of the forms that such pages write: which
roots are one depends on those pages alone, whatever is on all others.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hiring.search.weights import PageWords


class Roots:
    """Which root stands for each root that is one with others."""

    def __init__(self, pages: Iterable[PageWords] = ()) -> None:
        """Note which roots some pages make one."""
        self._above: dict[str, str] = {}
        for page in pages:
            self.note(page)

    def note(self, page: PageWords) -> None:
        """Note which roots a page makes one."""
        pairs = ((own, it) for own, shared in page.shared.items() for it in shared)
        for own, shared in pairs:
            low, high = sorted((self.top(own), self.top(shared)))
            if low != high:
                self._above[high] = low

    @property
    def is_mixed(self) -> bool:
        """Whether any root is one with others."""
        return bool(self._above)

    def top(self, root: str) -> str:
        """Return the root that stands for a root: the first of those that are one."""
        while root in self._above:
            root = self._above[root]
        return root

    def words(self, page: PageWords) -> PageWords:
        """Return the words of a page by the roots that stand for theirs."""
        if not self._above and not page.shared:
            return page
        # By that of a form: a page as it was may have made roots one that are so no more.
        top = {root: self.top(next(iter(page.shared.get(root, (root,))))) for root in page.forms}
        forms: dict[str, set[str]] = {}
        for root, written in page.forms.items():
            forms.setdefault(top[root], set()).update(written)
        records = [_by_top(it, top) for it in page.records]
        return replace(page, page=_by_top(page.page, top), records=records, forms=forms)


def _by_top(words: Mapping[str, int], top: Mapping[str, str]) -> dict[str, int]:
    """Return weights by the roots that stand for others; of two that are one, the greater."""
    found: dict[str, int] = {}
    for root, weight in words.items():
        found[top[root]] = max(weight, found.get(top[root], 0))
    return found
