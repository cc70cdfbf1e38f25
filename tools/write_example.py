"""Write what tells the made-up company, by which `check` finds what is left of it elsewhere.

Each line of its pages that nobody else would write the same way is kept as a digest. It is run
before a release: the list is of the pages as they are then.
"""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import fill

from hiring.checks.adopting import line_digest
from hiring.model.data import FOLDER

HANDBOOK = Path(__file__).parents[1] / "handbook"
FILE = FOLDER / "example.yaml"
GUIDE = HANDBOOK / "guide"
"""The program's manual, which is nobody's own."""

STARTS = ("templates", "starter")


def main() -> None:
    pages = [HANDBOOK / "company.yaml", *sorted(HANDBOOK.rglob("*.md"))]
    guide = [file for file in pages if file.is_relative_to(GUIDE)]
    # What the manual quotes, and what a page or a handbook starts with, is anybody's.
    anybodys = [*guide, *(file for name in STARTS for file in (FOLDER / name).rglob("*.*"))]
    digests = _digests([file for file in pages if file not in guide]) - _digests(anybodys)
    shown = fill(" ".join(sorted(digests)), 116, initial_indent="  ", subsequent_indent="  ")
    lines = re.compile(r"^lines: >-\n(?:  .*\n)*", re.MULTILINE)
    FILE.write_text(lines.sub(f"lines: >-\n{shown}\n", FILE.read_text("utf-8")), "utf-8")


def _digests(files: list[Path]) -> set[str]:
    lines = (line for file in files for line in file.read_text("utf-8").split("\n"))
    return {line_digest(line) for line in lines} - {""}


if __name__ == "__main__":
    main()
