"""The guide's examples are what they claim to be: every one of them builds."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from hiring.language.vocabulary import DEFINING
from hiring.reading.sources.lines import lines_of_front_matter
from tests.support.fixtures import FROZEN, GUIDE

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Build

GUIDES = sorted(GUIDE.glob("*.md"))
EXAMPLE = re.compile(r"^````markdown\n(.*?)^````$", re.MULTILINE | re.DOTALL)
DEFINES = re.compile(rf"^:+\{{({'|'.join(DEFINING)})\}}", re.MULTILINE)
FRONT = """---
role:
  title: Example {number}
  family: Examples
  summary: Shows an example of the guide.
  owner: People team
---

# Example {number}

"""


def examples() -> list[str]:
    return [text for guide in GUIDES for text in EXAMPLE.findall(guide.read_text(encoding="utf-8"))]


def as_page(number: int, example: str) -> tuple[str, str]:
    """Return the path and the text of a page that holds an example."""
    if lines_of_front_matter(example.split("\n")):
        titled = re.sub(r"(?m)^(  title:|#) .*", rf"\1 Example {number}", example)
        titled = re.sub(r"(?m)^  role: .*", "  role: data-engineer", titled)
        folders = {"role": "roles", "opening": "openings"}
        stated = (folder for name, folder in folders.items() if f"\n{name}:\n" in example)
        folder = next(stated, "examples")
        return f"{folder}/example-{number}.md", re.sub(r"(?m)^redirects:.*\n", "", titled)
    if example.startswith("# "):
        return f"examples/example-{number}.md", example
    defines = DEFINES.search(example) and ":from:" not in example
    front = FRONT.format(number=number) if defines else f"# Example {number}\n\n"
    folder = "roles" if defines else "examples"
    # An example may start in the middle of a page, below headings of its own.
    text = re.sub(r"(?m)^### ", "## ", example)
    return f"{folder}/example-{number}.md", front + text


def test_there_are_examples() -> None:
    assert len(examples()) > 15


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    """Return a copy of the frozen handbook with a page for each example."""
    copy = tmp_path / "handbook"
    shutil.copytree(FROZEN, copy)
    (copy / "examples").mkdir()
    listed = "# Examples\n\n```{toctree}\n:glob:\n\n*\n```\n"
    (copy / "examples/index.md").write_text(listed, encoding="utf-8")
    index = (copy / "index.md").read_text(encoding="utf-8")
    index = index.replace("guide/index\n", "guide/index\nexamples/index\n")
    (copy / "index.md").write_text(index, encoding="utf-8")
    for number, example in enumerate(examples()):
        path, text = as_page(number, example)
        (copy / path).write_text(text, encoding="utf-8")
    return copy


def test_every_example_builds(handbook: Path, tmp_path: Path, build: Build) -> None:
    """Which roles there are is the writers' affair: one that was renamed is no fault of these."""
    told = build(handbook, tmp_path / "out").splitlines()
    assert [line for line in told if not line.endswith("[hiring.unknown-role]")] == []
