"""The pages' own contents, each of which is unpickled when it is first asked for.

They are half of what Sphinx keeps of a handbook, and after an edit a few are needed.
"""

from __future__ import annotations

import pickle
from collections.abc import MutableMapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from docutils import nodes


class Tocs(MutableMapping[str, "nodes.bullet_list"]):
    """What ``env.tocs`` is: contents by the page's name; one that nobody asks for stays a pickle.

    Whoever asks may change it, as Sphinx does to number sections: then it is pickled again.
    """

    def __init__(self, tocs: Mapping[str, nodes.bullet_list | bytes]) -> None:
        """Take contents as they are, or as pickles."""
        self._tocs = dict(tocs)

    def __getitem__(self, docname: str) -> nodes.bullet_list:
        toc = self._tocs[docname]
        if isinstance(toc, bytes):
            toc = self._tocs[docname] = pickle.loads(toc)
        return toc

    def __setitem__(self, docname: str, toc: nodes.bullet_list) -> None:
        self._tocs[docname] = toc

    def __delitem__(self, docname: str) -> None:
        del self._tocs[docname]

    def __contains__(self, docname: object) -> bool:
        return docname in self._tocs

    def __iter__(self) -> Iterator[str]:
        return iter(self._tocs)

    def __len__(self) -> int:
        return len(self._tocs)

    def __reduce__(self) -> tuple[Any, ...]:
        packed = {
            docname: toc if isinstance(toc, bytes) else pickle.dumps(toc, pickle.HIGHEST_PROTOCOL)
            for docname, toc in self._tocs.items()
        }
        return type(self), (packed,)
