"""What builds of one process need not do again: compile templates, list settings, find themes."""

from __future__ import annotations

import copy
import logging
import sys
from functools import cache, partial
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Any, ClassVar

import docutils.frontend
import sphinx.theming
import sphinx.util.docutils
from docutils.frontend import OptionParser
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.sandbox import SandboxedEnvironment
from sphinx import jinja2glue

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.metadata import EntryPoints

    from docutils import SettingsSpec


class Compiled(BytecodeCache):
    """Keeps compiled templates in this process, by a digest of their text."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept[bucket.key] = bucket.bytecode_to_string()


class Environment(SandboxedEnvironment):
    """Keeps templates that are in no file too, as those of Sphinx's style sheets."""

    kept: ClassVar[dict[object, Any]] = {}

    def compile(self, source: Any, name: str | None = None, *rest: Any, **options: Any) -> Any:
        """Return the code of a template."""
        if name is not None or rest or options:
            return super().compile(source, name, *rest, **options)
        if source not in self.kept:
            self.kept[source] = super().compile(source)
        return self.kept[source]


LISTED = {
    *("lists", "relative_path_settings", "defaults"),
    *("option_list", "option_groups", "_short_opt", "_long_opt"),
}
"""What such a list is, in an `OptionParser`."""


class Settings(OptionParser):
    """Keeps which settings a kind of document has: docutils lists them anew for each page."""

    kept: ClassVar[dict[tuple[type, ...], dict[str, Any]]] = {}

    def populate_from_components(self, components: Iterable[SettingsSpec]) -> None:
        """Take the settings of some components."""
        components = tuple(components)
        kinds = tuple(it if isinstance(it, type) else type(it) for it in components)
        if kinds not in self.kept:
            super().populate_from_components(components)
            self.kept[kinds] = {key: value for key, value in vars(self).items() if key in LISTED}
        for key, value in self.kept[kinds].items():
            # Builds add to what they get, and change it.
            setattr(self, key, copy.copy(value))
        self.defaults = {key: copy.copy(value) for key, value in self.defaults.items()}


@cache
def _themes_on(path: tuple[str, ...]) -> EntryPoints:
    return entry_points(group="sphinx.html_themes")


def installed_themes(*, group: str) -> EntryPoints:
    """Return the themes of the packages on Python's path, which each build would read anew."""
    assert group == "sphinx.html_themes"
    return _themes_on(tuple(sys.path))


def share_between_builds() -> None:
    """Let all builds of this process, and of those forked from it, share what is the same."""
    shared = partial(Environment, bytecode_cache=Compiled())
    jinja2glue.SandboxedEnvironment = shared  # type: ignore[assignment,attr-defined]
    sphinx.theming.entry_points = installed_themes  # type: ignore[assignment,attr-defined]
    docutils.frontend.OptionParser = Settings  # type: ignore[misc]
    sphinx.util.docutils.OptionParser = Settings  # type: ignore[attr-defined]


def log_less() -> None:
    """Let no build make records that only somebody who debugs Sphinx asks for."""
    logging.disable(logging.DEBUG)
