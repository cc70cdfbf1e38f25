"""The lines of a page: where its front matter ends."""

from __future__ import annotations

FENCE = "---"
"""What stands above and below front matter."""


def lines_of_front_matter(lines: list[str]) -> int:
    """Return how many lines the front matter takes, its two fences included; 0 for none."""
    if not lines or lines[0].rstrip() != FENCE:
        return 0
    for number, line in enumerate(lines[1:], 2):
        if line.rstrip() == FENCE:
            return number
    return 0


def blanked(text: str) -> str:
    """Return the page with its front matter emptied, line for line, and its last line ended.

    Nothing else that parses the page then sees front matter: MyST would take settings from it,
    some of which run code. MyST takes more than we do for front matter, but always from a page's
    first sign, a hyphen: ``----``, or even a list. Such a first line, of which the reader tells
    that it can't stand there, is emptied as well. On some pages that do not end with a line end
    MyST fails.
    """
    lines = text.split("\n")
    count = lines_of_front_matter(lines) or int(lines[0].startswith("-"))
    left = "\n".join([""] * count + lines[count:])
    return left if left.endswith("\n") else left + "\n"
