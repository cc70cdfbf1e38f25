"""The site's scripts as a browser gets them: the parts of each, joined into one file.

The parts are plain scripts, which see each other's names: a page that is opened from a disk may
load no modules. One function around them keeps these names from all that is not of the same file.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from hiring.model.data import PACKAGE
from hiring.model.digests import digest_of
from hiring.model.lexicon import AMERICAN
from hiring.posting.structured import as_script_json
from hiring.site.domain.this_build import this_build
from hiring.system.files import put

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from hiring.model.lexicon import Lexicon

PARTS = PACKAGE / "site" / "scripts"

ENGINE = (
    *("tokens", "slips", "words", "meanings", "postings", "vernacular", "sorts", "units", "query"),
    *("score", "nearness", "intent"),
    *("passage", "core", "page", "card", "rest", "evidence", "ranking"),
    *("index", "answers", "engine"),
)

BOX = (
    *("data", "client", "recent", "address", "elements", "slash", "kept"),
    *("results", "filters", "panel", "runner", "keys", "foot", "box"),
)

GENERATOR = (
    *("loading", "templates", "formats", "archive", "word"),
    *("choices", "address", "places", "job-posting", "notes"),
    *("preview", "controls", "fields", "copy", "kept", "typed", "checklist", "page"),
    *("generator", "actions", "main"),
)

COMPARE = ("levels", "result", "main")

SCRIPTS = {
    "hiring/filter.js": ("said", "filter"),
    "hiring/generator.js": (
        "said",
        "said-count",
        "elements",
        *(f"generator/{name}" for name in GENERATOR),
    ),
    "hiring/compare.js": ("elements", *(f"compare/{name}" for name in COMPARE)),
    "hiring/sections.js": ("sections/main",),
    "hiring/search/launch.js": ("said", "said-around", "search/launch"),
    "hiring/search/box.js": (
        "said",
        "said-count",
        "said-around",
        "elements",
        *(f"search/{name}" for name in BOX),
    ),
    "hiring/search/marks.js": ("said", "elements", "search/marks"),
    "hiring/search/engine.js": tuple(f"search/{name}" for name in ENGINE),
    "hiring/search/inflate.js": ("search/inflate",),
    "hiring/search/worker.js": tuple(f"search/{name}" for name in ("data", *ENGINE, "worker")),
}
"""The parts of each script, by its path under ``_static``; each after those it needs at once."""

SEARCH = "hiring/search/"

WORDS = {
    "hiring/filter.js": "filter",
    "hiring/search/launch.js": "launch",
    "hiring/search/box.js": "search",
    "hiring/search/marks.js": "marks",
}
"""The words of scripts, as the lexicon names them; the generator's come with its data."""


_COMMENTS = re.compile(r"^ *(?://|/\*(?:[^*]|\*(?!/))*\*/$|$).*\n?", re.MULTILINE)
_ENDS = re.compile(r"(?<=[;,{(\[]) //[^\n\"'`]*$", re.MULTILINE)
_INDENTS = re.compile(r"^ +", re.MULTILINE)
"""Lines that are comments; comments behind code, of which none that might be in a string; and what
stands before code: no template has a second line. Half of what a reader would wait for."""


def write_scripts_of_site(app: Sphinx) -> None:
    """Write the scripts that this build's pages load."""
    # Before any page, whose links to scripts tell which contents they have.
    if app.builder.format == "html":
        handbook = this_build(app.config).handbook
        write_scripts(Path(app.outdir) / "_static", handbook.lexicon())


def write_scripts(folder: Path, said: Lexicon = AMERICAN) -> None:
    """Write all scripts under a folder; one whose text is the same keeps its file and time."""
    for name in SCRIPTS:
        put(folder / name, script_text(name, said).encode())


def script_text(name: str, said: Lexicon = AMERICAN) -> str:
    """Return the text of a script: its parts in one function, and its words in a language."""
    parts = [(PARTS / f"{part}.js").read_text(encoding="utf-8") for part in SCRIPTS[name]]
    if name in WORDS:
        # After the part that takes them, and before those that say them.
        parts.insert(1, _words(WORDS[name], said))
    bare = _INDENTS.sub("", _ENDS.sub("", _COMMENTS.sub("", "\n".join(parts))))
    return "\n".join(["(() => {", '"use strict";', bare, "})();", ""])


@lru_cache(maxsize=8)
def version_of_search(said: Lexicon) -> str:
    """Return what is another for other scripts of the search: a browser may have kept some."""
    texts = (script_text(name, said) for name in SCRIPTS if name.startswith(SEARCH))
    return digest_of("".join(texts))[:8]


def _words(name: str, said: Lexicon) -> str:
    words = {f"{name}.{rest}": text for rest, text in said.under(name).items()}
    given = f"{as_script_json(said.locale.language)}, {as_script_json(words)}"
    return f"speakWords({given});"
