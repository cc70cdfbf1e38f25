"""A page's front matter: where it is, and what it states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.model.facts import FrontMatter
from hiring.reading.validate import validate
from hiring.reading.yaml import YamlError, load

if TYPE_CHECKING:
    from hiring.reading.validate import Report

FENCE = "---"


def lines_of_front_matter(lines: list[str]) -> int:
    """Return how many lines the front matter takes, its two fences included; 0 for none."""
    if not lines or lines[0].rstrip() != FENCE:
        return 0
    for number, line in enumerate(lines[1:], 2):
        if line.rstrip() == FENCE:
            return number
    return 0


def blanked(text: str) -> str:
    """Return the page with its front matter emptied, line for line.

    Nothing else that parses the page then sees front matter: MyST would take settings from it,
    some of which run code.
    """
    lines = text.split("\n")
    count = lines_of_front_matter(lines)
    return "\n".join([""] * count + lines[count:])


def read_front_matter(
    lines: list[str], report: Report
) -> tuple[FrontMatter | None, dict[str, int]]:
    """Return what the front matter states, None with every mistake noted, and where it does.

    The second value gives for each field, as ``role.title``, its line in the file.
    """
    count = lines_of_front_matter(lines)
    if count == 0:
        return _absent(lines, report), {}
    try:
        located = load("\n".join(lines[1 : count - 1]))
    except YamlError as error:
        report.error(error.line + 2, "yaml", str(error))
        return None, {}
    if located.data is None:
        return FrontMatter(), {}
    names = {path: ".".join(map(str, path)) for path in located.lines}
    field_lines = {names[path]: line + 2 for path, line in located.lines.items()}
    return validate(FrontMatter, located, 2, report), field_lines


def _absent(lines: list[str], report: Report) -> FrontMatter | None:
    """Tell a page without front matter from one whose front matter is not found."""
    start = next((number for number, line in enumerate(lines, 1) if line.strip()), 0)
    if start == 1 and lines[0].rstrip() == FENCE:
        report.error(1, "front-matter", "the front matter is never closed: end it with `---`")
        return None
    if start > 1 and lines[start - 1].rstrip() == FENCE:
        report.error(start, "front-matter", "the front matter must start on line 1: move it up")
        return None
    return FrontMatter()
