"""Loads what every build loads, for the process that builds are forked from.

Only that process imports this module, and only for what the import does.
"""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup
from sphinx.application import builtin_extensions

import hiring.site.live.building

if TYPE_CHECKING:
    from types import TracebackType

USED = (
    *builtin_extensions,
    *("myst_parser.parsers.sphinx_", "myst_parser.sphinx_ext.main", "sphinx.ext.mathjax"),
    *("sphinx_design.extension", "pydata_sphinx_theme", "pydata_sphinx_theme.pygments"),
)

for name in USED:
    import_module(name)
# The theme selects elements this way; the first time compiles sixty regular expressions.
BeautifulSoup("<p></p>", "html.parser").select("p > a")
gc.freeze()


def _tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Tell what ended this process, or one just forked, unless the preview broke off what it asked.

    One that is killed while it asks for a process leaves half a message, and nobody to read of it.
    """
    if not issubclass(kind, (EOFError, ConnectionError)):
        sys.__excepthook__(kind, error, trace)


sys.excepthook = _tell

__all__ = ["hiring"]
