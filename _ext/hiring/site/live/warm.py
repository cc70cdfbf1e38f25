"""Loads what every build loads, for the process that builds are forked from.

Only that process imports this module, and only for what the import does.
"""

from __future__ import annotations

import gc
from importlib import import_module

from bs4 import BeautifulSoup
from sphinx.application import builtin_extensions

import hiring.site.live.building

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

__all__ = ["hiring"]
