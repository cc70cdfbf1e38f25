"""Reads and builds pages made of snippets, under limits of memory and time; run as a program.

The first argument is a folder with a handbook and ``snippets.json``: the snippets of each page by
its path. What the reader refuses is left out, and Sphinx builds the rest. Prints as JSON what was
left out and kept, what the build said, and which options each directive has in Sphinx.
"""

from __future__ import annotations

import gc
import json
import resource
import sys
from io import StringIO
from pathlib import Path
from typing import Any

MEMORY = 2_000_000_000
"""Bytes of addresses; a build of the sample takes some 600 million."""

SECONDS = 60
"""Of CPU; the whole takes some ten."""


def main(folder: Path) -> dict[str, Any]:
    """Read and build a folder's pages; return what came of it."""
    from docutils.parsers.rst import directives
    from docutils.parsers.rst.languages import en
    from docutils.utils import new_document
    from sphinx.application import Sphinx
    from sphinx.util.console import strip_colors
    from sphinx.util.docutils import docutils_namespace

    from hiring.language.vocabulary import DIRECTIVES

    pages = json.loads((folder / "snippets.json").read_text("utf-8"))
    refused = kept_only(folder, pages)
    said = StringIO()
    with docutils_namespace():
        built = str(folder / "built")
        app = Sphinx(folder, folder, built, f"{built}-trees", "html", status=None, warning=said)
        try:
            app.build()
        except BaseException:
            print(strip_colors(said.getvalue()), file=sys.stderr)
            raise
        options = {}
        for name, spec in DIRECTIVES.items():
            if not spec.own and name != "glossary":
                found, _ = directives.directive(name, en, new_document(""))  # type: ignore[arg-type]
                assert found is not None, name
                options[name] = sorted(found.option_spec or ())
        glossary = app.env.domains.standard_domain.directives["glossary"]
        options["glossary"] = sorted(glossary.option_spec or ())
    return {
        "refused": refused,
        "kept": pages,
        "said": strip_colors(said.getvalue()),
        "options": options,
    }


def kept_only(folder: Path, pages: dict[str, list[str]]) -> dict[str, list[str]]:
    """Take the snippets out of pages that the reader refuses, until it refuses none."""
    from hiring.model.audience import Audience
    from hiring.reading.handbook import read_handbook
    from hiring.reading.pages.page_cache import PageCache

    refused: dict[str, list[str]] = {path: [] for path in pages}
    cache = PageCache()
    for path, snippets in pages.items():
        write(folder / path, snippets)
    while True:
        problems = read_handbook(folder, Audience.HIRING_TEAM, cache).problems
        wrong: dict[str, set[int]] = {}
        for problem in problems:
            if problem.path not in pages:
                raise AssertionError(str(problem))
            wrong.setdefault(problem.path, set()).add(problem.line)
        if not wrong:
            for path in [path for path, snippets in pages.items() if len(snippets) == 2]:
                (folder / path).unlink()
            return refused
        for path, lines in wrong.items():
            top, *snippets, end = pages[path]
            kept: list[str] = []
            line = 1 + top.count("\n")
            for snippet in snippets:
                last = line + snippet.count("\n")
                bad = not lines.isdisjoint(range(line, last))
                (refused[path] if bad else kept).append(snippet)
                line = last
            assert len(kept) < len(snippets), [
                path,
                lines,
                pages[path],
                *[str(problem) for problem in problems if problem.path == path][:5],
            ]
            pages[path] = [top, *kept, end]
            write(folder / path, pages[path])


def write(path: Path, snippets: list[str]) -> None:
    """Write a page."""
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(snippets), encoding="utf-8")


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    gc.set_threshold(100_000)
    print(json.dumps(main(Path(sys.argv[1]))))
