"""The site's scripts as a browser gets them: the parts of each, joined into one file.

The parts are plain scripts, which see each other's names: a page that is opened from a disk may
load no modules. One function around them keeps these names from all that is not of the same file.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hiring.model.data import PACKAGE
from hiring.system.files import put

if TYPE_CHECKING:
    from sphinx.application import Sphinx

PARTS = PACKAGE / "site" / "scripts"

ENGINE = (
    *("tokens", "slips", "words", "postings", "query", "score", "nearness"),
    *("passage", "core", "page", "ranking", "engine"),
)

BOX = (
    *("data", "client", "recent", "address", "elements", "slash"),
    *("results", "filters", "panel", "box"),
)

GENERATOR = (
    *("loading", "templates", "formats", "archive", "word", "choices", "job-posting", "notes"),
    *("preview", "controls", "fields", "copy", "kept", "typed", "checklist", "page"),
    *("generator", "actions", "main"),
)

SCRIPTS = {
    "hiring/generator.js": ("elements", *(f"generator/{name}" for name in GENERATOR)),
    "hiring/search/launch.js": ("search/launch",),
    "hiring/search/box.js": ("elements", *(f"search/{name}" for name in BOX)),
    "hiring/search/engine.js": tuple(f"search/{name}" for name in ENGINE),
    "hiring/search/worker.js": tuple(f"search/{name}" for name in ("data", *ENGINE, "worker")),
}
"""The parts of each script, by its path under ``_static``; each after those it needs at once."""


def write_scripts_of_site(app: Sphinx) -> None:
    """Write the scripts that this build's pages load."""
    # Before any page, whose links to scripts tell which contents they have.
    if app.builder.format == "html":
        write_scripts(Path(app.outdir) / "_static")


def write_scripts(folder: Path) -> None:
    """Write all scripts under a folder; one whose text is the same keeps its file and time."""
    for name in SCRIPTS:
        put(folder / name, script_text(name).encode())


def script_text(name: str) -> str:
    """Return the text of a script: its parts in one function, as they are written."""
    parts = [(PARTS / f"{part}.js").read_text(encoding="utf-8") for part in SCRIPTS[name]]
    return "\n".join(["(() => {", '"use strict";', "", *parts, "})();", ""])
