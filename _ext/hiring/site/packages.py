"""The installed packages that the site is made with: what of theirs may come into it."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

_STATIC = {
    "hiring": ["site/static"],
    "pydata_sphinx_theme": ["theme/pydata_sphinx_theme/static"],
    "sphinx": ["themes", "search"],
    "sphinx_design": ["compiled", "static"],
}
"""Files that are copied as they are, by package."""

_WORDS = {
    "docutils": ["writers/_html_base.py", "writers/html5_polyglot"],
    "docx": ["templates"],
    "hiring": ["."],
    "pydantic": ["json_schema.py"],
    "pydata_sphinx_theme": ["theme/pydata_sphinx_theme", "toctree.py", "utils.py"],
    "pygments": ["token.py", "formatters/html.py"],
    "sphinx": ["search", "themes/basic", "writers/html5.py", "builders/html", "util/inventory.py"],
    "sphinx_design": ["."],
}
"""Where the words stand that are in every site: templates, styles, scripts, and their writers."""


def static_files() -> list[Path]:
    """Return the folders from which files are copied into a site."""
    return _places(_STATIC)


def word_files() -> list[Path]:
    """Return the files and folders whose words may be in any site."""
    return _places(_WORDS)


def _places(parts: dict[str, list[str]]) -> list[Path]:
    """Return parts of packages as paths; a package that is not installed has none."""
    found = {name: find_spec(name) for name in parts}
    return [
        Path(spec.origin).parent / part
        for name, spec in found.items()
        if spec is not None and spec.origin is not None
        for part in parts[name]
    ]
