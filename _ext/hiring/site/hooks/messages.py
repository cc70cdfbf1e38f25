"""What Sphinx says of a projected page, told of the handbook's own file: the lines are the same."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.directives.other import TocTree
from sphinx.util import docname_join
from sphinx.util.logging import NAMESPACE

from hiring.site.hooks.project import ENDING

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from sphinx.application import Sphinx


def name_the_handbook(projected: Path, folder: Path) -> None:
    """Let each message name files of the handbook's ``folder`` where Sphinx has read others.

    Sphinx makes its handlers anew for each application, so this holds for one build. It is the last
    filter of each, after the one that makes a path of a page's name.
    """
    told = _Told(str(projected), str(folder))
    for handler in logging.getLogger(NAMESPACE).handlers:
        handler.addFilter(told)


def leave_unsaid(app: Sphinx, folder: str, hidden: Collection[str]) -> None:
    """Let tables of contents name what is hidden: no entry of a page's there is missed.

    ``hidden`` are the names of pages in the handbook's ``folder``, which is empty for the whole
    source folder. A pattern may find nothing there, either: it may be hidden, or yet to come.
    """
    unsaid = _Unsaid(folder, frozenset(hidden))
    # Where it is said, since processes that read side by side hand on no more than the words.
    logger = logging.getLogger(f"{NAMESPACE}.{TocTree.__module__}")
    for before in [it for it in logger.filters if isinstance(it, _Unsaid)]:
        logger.removeFilter(before)  # of a build that did not come to its end
    logger.addFilter(unsaid)
    app.connect("build-finished", lambda *_: logger.removeFilter(unsaid))


class _Unsaid(logging.Filter):
    """Holds back what Sphinx says of entries of a table of contents that lead to no page."""

    def __init__(self, folder: str, hidden: frozenset[str]) -> None:
        super().__init__()
        self.folder, self.hidden = folder, hidden

    def filter(self, record: logging.LogRecord) -> bool:
        """Tell whether a message is to be given."""
        kind, args = getattr(record, "subtype", None), record.args or ()
        name = str(args[0]) if isinstance(args, tuple) and args else ""
        if kind in ("excluded", "not_readable"):
            return name not in self.hidden
        if kind != "empty_glob":
            return True
        where = getattr(record, "location", None)
        on = where.get("parent", "") if isinstance(where, nodes.Element) else ""
        return bool(self.folder) and not f"{docname_join(on, name)}/".startswith(f"{self.folder}/")


class _Told(logging.Filter):
    """Puts the handbook's path in the place of the projected folder's."""

    def __init__(self, projected: str, folder: str) -> None:
        super().__init__()
        self.projected, self.folder = projected, folder

    def filter(self, record: logging.LogRecord) -> bool:
        """Change a message's location and its text; no message is held back."""
        location = getattr(record, "location", None)
        if isinstance(location, str):
            record.location = self._known(location)
        message = logging.LogRecord.getMessage(record)  # Sphinx's own puts the location before it
        if self.projected in message:
            record.msg, record.args = self._known(message), ()
        return True

    def _known(self, text: str) -> str:
        return text.replace(self.projected, self.folder).replace(ENDING, ".md")
