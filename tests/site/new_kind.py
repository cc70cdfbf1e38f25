"""Build a folder with one entry more in the table of kinds, and print what is then said of it.

``python new_kind.py SOURCE TARGET``: the entry goes into the table's own text, before anything else
of the package is loaded, as if it had been written there.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path

ENTRY = """
    "stage": _role_part(
        lambda role: role.levels,
        lambda role, level: f"The stage {level.name}",
        another="level",
        rule=Rule.UNKNOWN_LEVEL,
    ),
"""


def add_entry() -> None:
    """Load the table of kinds with the entry in it."""
    import hiring.model

    spec = importlib.util.find_spec("hiring.model.kinds")
    assert spec is not None
    assert spec.origin is not None
    head, table, rest = Path(spec.origin).read_text("utf-8").partition("KINDS: dict[str, Kind] = {")
    assert table
    module = importlib.util.module_from_spec(spec)
    sys.modules["hiring.model.kinds"] = hiring.model.kinds = module
    exec(compile(head + table + ENTRY + rest, spec.origin, "exec"), module.__dict__)


def main(source: Path, target: Path) -> None:
    """Read and build the folder, and print what each asker makes of the new kind."""
    add_entry()
    from sphinx.cmd.build import build_main

    from hiring.exports.text import plain_text, visible_markdown
    from hiring.language.read import read_tree
    from hiring.model.audience import Audience
    from hiring.reading.handbook import read_handbook, understand
    from hiring.reading.pages.page_cache import PageCache
    from hiring.reading.sources.sources import sources_in

    handbook = read_handbook(source, Audience.EMPLOYEE)
    sources = sources_in(source)
    sources.texts["stages.md"] = "# Stages\n\n{stage}`baker/none`, {stage}`none/senior`\n"
    tree = read_tree("{stage}`baker/senior` and {stage}`secret/low`", 1, "stages.md")
    wrong = understand(sources, Audience.EMPLOYEE, PageCache())
    said = {
        "problems": [str(found) for found in handbook.problems if found.path == "stages.md"],
        "wrong": [found.message for found in wrong.problems if found.path == "stages.md"],
        "links": handbook.pages["stages.md"].links,
        "text": plain_text(tree.nodes, handbook, "stages.md"),
        "markdown": visible_markdown(
            "{stage}`baker/senior`, {stage}`secret/low`, [one](#secret/low)", "stages.md", handbook
        ),
        "status": build_main(["-q", "-W", "--keep-going", str(source), str(target)]),
    }
    print(json.dumps(said))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
