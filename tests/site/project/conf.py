"""A project that exists, with pages of its own: the handbook is its folder ``people``."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "pkg"))

project = "Lantern"
copyright = "Lantern Foundation"
version = "1"
extensions = ["sphinx.ext.autodoc", "sphinx.ext.intersphinx", "myst_parser", "hiring"]
myst_enable_extensions = ["deflist", "substitution", "dollarmath", "attrs_inline"]
myst_substitutions = {"lamp": "the lamp"}
exclude_patterns = ["pkg", "parts"]
html_theme = "alabaster"
hiring_folder = "people"
hiring_audience = "public"
