"""What docutils makes anew for every page though it is always the same: made once.

A page's settings come from a parser of command lines with some hundred options, which docutils
builds for each page, and MyST once more for a document that it does not use.
"""

from __future__ import annotations

from copy import copy
from functools import cache
from typing import TYPE_CHECKING, Any

from docutils.utils import DependencyList
from myst_parser.mdit_to_docutils import base
from sphinx.util import docutils

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docutils.frontend import Values

_make_settings = docutils._get_settings
_unused_document = cache(base.make_document)


class _Known:
    """The settings that were made last, and what of."""

    made_of: tuple[object, ...] = ()
    settings: Values | None = None


def register() -> None:
    """Put what is made once in the place of what is made for each page."""
    docutils._get_settings = _settings
    # Its one other use is for a directive that the guard refuses.
    base.make_document = _unused_document


def _settings(
    *components: Any, defaults: Mapping[str, Any], read_config_files: bool = False
) -> Values:
    """Return settings of their own, as docutils makes them of the same."""
    kinds = [it if isinstance(it, type) else type(it) for it in components]
    made_of = kinds, dict(defaults), read_config_files
    if _Known.settings is None or made_of != _Known.made_of:
        _Known.settings = _make_settings(
            *components, defaults=defaults, read_config_files=read_config_files
        )
        _Known.made_of = made_of
    found = copy(_Known.settings)
    found.record_dependencies = DependencyList()
    return found
