"""The installed packages that the site is made with: what of theirs may come into it."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pycountry
from babel import Locale

from hiring.publishing.hidden import vocabulary
from hiring.publishing.words import words_in

_THEME = "theme/pydata_sphinx_theme"

_STATIC = {
    "hiring": ["site/static"],
    "pydata_sphinx_theme": [f"{_THEME}/static"],
    "sphinx": ["themes"],
    "sphinx_design": ["compiled", "static"],
}
"""Files that are copied as they are, by package."""

_WORDS = {
    "docutils": ["writers/_html_base.py", "writers/html5_polyglot"],
    "docx": ["templates/default.docx"],
    "hiring": ["*"],
    "icalendar": ["cal/event.py"],
    "pydantic": ["json_schema.py"],
    "pydata_sphinx_theme": [f"{_THEME}/*.html", f"{_THEME}/[!s]*", f"{_THEME}/sections", "*.py"],
    "pygments": ["token.py", "formatters/html.py"],
    "sphinx": ["themes/basic", "builders/html", "util/inventory.py", "writers/html5.py"],
    "sphinx_design": ["*.py"],
}
"""Where the words stand that are in every site: templates, styles, scripts, and their writers."""


def static_files() -> list[Path]:
    """Return the folders from which files are copied into a site."""
    return _places(_STATIC)


@cache
def site_words() -> frozenset[str]:
    """Return the words that may be in any site: those of packages, of dates and of places."""
    words = Locale("en")
    names = [*words.months["format"]["wide"].values(), *words.days["format"]["wide"].values()]
    names += [*words.territories.values(), *(each.name for each in pycountry.countries)]
    names += [each.name for each in pycountry.subdivisions]
    return vocabulary(_places(_WORDS)) | words_in(" ".join(names))


def _places(parts: dict[str, list[str]]) -> list[Path]:
    """Return parts of packages as paths; a package that is not installed has none."""
    found = []
    for name, patterns in parts.items():
        spec = find_spec(name)
        if spec is not None and spec.origin is not None:
            folder = Path(spec.origin).parent
            found += [place for pattern in patterns for place in sorted(folder.glob(pattern))]
    return found
