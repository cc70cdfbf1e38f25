"""What conf.py has Sphinx copy into the site: nothing of the handbook but what its readers see."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.errors import ConfigError, ExtensionError

from hiring.model.data import PACKAGE
from hiring.model.messages import gettext
from hiring.reading.projected_tree import OPERATORS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment


SETTINGS = (
    *("html_static_path", "html_extra_path", "html_logo", "html_favicon"),
    *("latex_additional_files", "latex_logo"),
)
"""The settings that name files, or folders of them, which are copied as they are."""


def check_copied(config: Config, confdir: Path, folder: Path, projected: Collection[str]) -> None:
    """Raise ConfigError where a setting would publish a file of the handbook in ``folder``.

    Those that are ``projected``, as paths from there, may be, and what stands in the folders that
    are the operator's. A link counts as what it leads to.
    """
    for setting in SETTINGS:
        for place in _places(getattr(config, setting, None)):
            for file in _files(confdir / place, folder):
                if not _is_free(file, folder, projected):
                    name = file.relative_to(folder).as_posix() or gettext("all of it")
                    raise ConfigError(_would_publish(setting, place, name))


def _would_publish(setting: str, place: str, name: str) -> str:
    return gettext(
        "{setting} names {place}, and so would publish a part of the handbook that no page shows "
        "to these readers ({name}): put what is to be copied into `{folder}`, or outside of the "
        "handbook's folder",
        setting=setting,
        place=repr(place),
        name=name,
        folder=OPERATORS[0],
    )


def _may_not_have(page: str, name: str) -> str:
    return gettext(
        "{page} takes {name} from the handbook's folder, and these readers may not have it as it "
        "stands there: link to a page instead",
        page=page,
        name=name,
    )


def check_read(env: BuildEnvironment, folder: Path, projected: Mapping[str, bytes]) -> None:
    """Raise SphinxError where a page outside of the handbook has taken a file from its ``folder``.

    That may be included, shown or offered, where these readers have it as it is. Sphinx notes what
    a page depends on, whichever directive has read it.
    """
    for docname in sorted(env.found_docs):
        for place in sorted(env.dependencies.get(docname, ())):
            file = Path(env.srcdir, place).resolve()
            if not file.is_relative_to(folder):
                continue
            name = file.relative_to(folder).as_posix()
            if not file.is_file() or projected.get(name) != file.read_bytes():
                raise ExtensionError(_may_not_have(str(env.doc2path(docname, False)), name))


def static_folders(app: Sphinx) -> list[Path]:
    """Return the folders from which files are copied into a site's own one for them."""
    found = [Path(app.confdir) / place for place in app.config.html_static_path]
    if isinstance(app.builder, StandaloneHTMLBuilder):
        found += [Path(place) / "static" for place in app.builder.theme.get_theme_dirs()]
    return found


def extra_files(app: Sphinx) -> Iterator[tuple[str, Path]]:
    """Yield the files that conf.py puts beside the pages, by their paths in the output."""
    for name in app.config.html_extra_path:
        place = Path(app.confdir) / name
        files = [place] if place.is_file() else place.rglob("*")
        root = place.parent if place.is_file() else place
        yield from ((it.relative_to(root).as_posix(), it) for it in files if it.is_file())


def is_self_contained(app: Sphinx, folder: Path) -> bool:
    """Tell whether a site is made of the handbook's folder and installed packages alone."""
    homes = [it.resolve() for it in (folder, PACKAGE, Path(sys.prefix), Path(sys.base_prefix))]
    named: list[Path] = [
        app.confdir / place
        for setting in (*SETTINGS, "templates_path", "html_theme_path")
        for place in _places(getattr(app.config, setting, None))
    ]
    modules = [sys.modules.get(name) for name in app.extensions]
    named += [Path(module.__file__) for module in modules if module and module.__file__]
    places = {place.resolve() for place in named if place.exists()}
    return all(any(place.is_relative_to(home) for home in homes) for place in places)


def _places(value: Any) -> list[str]:
    """Return what a setting names: it is one path, or a list of them."""
    named = [value] if isinstance(value, (str, os.PathLike)) else list(value or ())
    return [os.fspath(place) for place in named if place]


def _files(place: Path, folder: Path) -> Iterator[Path]:
    """Yield the files that are copied from a place, each where it really is.

    Of a place that holds the whole handbook the handbook's folder alone.
    """
    seen: set[str] = set()
    if place.is_file():
        yield place.resolve()
    for here, folders, names in os.walk(place, followlinks=True):
        real = Path(here).resolve()
        if folder.is_relative_to(real):
            yield folder
            return
        if str(real) in seen:
            folders.clear()  # a link that leads back
        seen.add(str(real))
        yield from ((real / name).resolve() for name in names)


def _is_free(file: Path, folder: Path, projected: Collection[str]) -> bool:
    """Tell whether a file may be copied."""
    if not file.is_relative_to(folder):
        return True
    path = file.relative_to(folder)
    return path.as_posix() in projected or (len(path.parts) > 1 and path.parts[0] in OPERATORS)
