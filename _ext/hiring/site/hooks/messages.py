"""What Sphinx says of a projected page, told of the handbook's own file: the lines are the same."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from sphinx.util.logging import NAMESPACE

if TYPE_CHECKING:
    from pathlib import Path


def name_the_handbook(projected: Path, folder: Path) -> None:
    """Let each message name files of the handbook's ``folder`` where Sphinx has read others.

    Sphinx makes its handlers anew for each application, so this holds for one build. It is the last
    filter of each, after the one that makes a path of a page's name.
    """
    told = _Told(str(projected), str(folder))
    for handler in logging.getLogger(NAMESPACE).handlers:
        handler.addFilter(told)


class _Told(logging.Filter):
    """Puts the handbook's path in the place of the projected folder's."""

    def __init__(self, projected: str, folder: str) -> None:
        super().__init__()
        self.projected, self.folder = projected, folder

    def filter(self, record: logging.LogRecord) -> bool:
        """Change a message's location and its text; no message is held back."""
        location = getattr(record, "location", None)
        if isinstance(location, str):
            record.location = location.replace(self.projected, self.folder)
        message = logging.LogRecord.getMessage(record)  # Sphinx's own puts the location before it
        if self.projected in message:
            record.msg, record.args = message.replace(self.projected, self.folder), ()
        return True
