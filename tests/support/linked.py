"""Pages of which each has a link, or an image, written in one way: `core/link-targets.yaml`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.support.cases import stated_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

WAYS: Mapping[str, list[str]] = stated_in(Path(__file__).parents[1] / "core/link-targets.yaml")
BESIDE: Mapping[str, bytes] = {
    "guide/other.md": b"# Other\n\n(the-label)=\n\n## There\n\nText.\n",
    "guide/first day.md": b"# First day\n",
    "guide/für.md": "# Für\n".encode(),
    "guide/paper.pdf": b"%PDF-1.4\n",
}
"""What they lead to, beside what the small handbook has."""


def linked_pages(ways: Iterable[str]) -> dict[str, str]:
    """Return a page for each way, by its path."""
    return {f"guide/way-{number:03}.md": _page(way) for number, way in enumerate(ways)}


def _page(way: str) -> str:
    table = "| a | b |\n|---|---|\n" if way.startswith("|") else ""
    return f"# Way\n\n## A heading\n\n{table}{way}\n"
