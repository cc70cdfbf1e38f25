"""The builds that are measured: of ours, of plain Sphinx and of Material for MkDocs."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.generate import write_handbook
from benchmarks.measure import Cost, cost
from benchmarks.places import DAY, environment
from benchmarks.variants import write_material, write_plain

if TYPE_CHECKING:
    from pathlib import Path

OURS, PLAIN, MATERIAL = "ours", "plain", "material"
EDITED = "one body edited"
"""A build, or a check, after an edit of a page's text."""

COMMANDS = {
    OURS: ("hiring", "build", "handbook", "_build/html", "--jobs", "auto"),
    PLAIN: ("sphinx", "-q", "-j", "auto", "-d", "_build/work", "handbook", "_build/html"),
    MATERIAL: ("mkdocs", "build", "--quiet", "--site-dir", "_build/html"),
}
"""What an operator runs in the project's folder."""


@dataclass(frozen=True, slots=True)
class Project:
    """A project's folder that one of the commands builds, and one of its roles' pages."""

    kind: str
    folder: Path
    page: Path

    def build(self) -> Cost:
        """Build as an operator does, and return what it cost."""
        return cost(self.folder, *COMMANDS[self.kind])

    @property
    def site(self) -> Path:
        """Return the folder that is published."""
        return self.folder / "_build/html"

    def builds(self) -> dict[str, Cost]:
        """Build from nothing, again, after an edit of a page's body, and after one of its title."""
        figures = {"cold": self.build(), "nothing changed": self.build()}
        edit_body(self.page)
        figures[EDITED] = self.build()
        edit_title(self.page)
        figures["one title edited"] = self.build()
        return figures


def edit_body(page: Path) -> None:
    """Add a sentence to a role's page."""
    text = page.read_text("utf-8")
    edited = text.replace("### Signs of good work", "One more sentence.\n\n### Signs of good work")
    assert edited != text
    page.write_text(edited, encoding="utf-8")


def edit_title(page: Path) -> None:
    """Give a role's page another title."""
    text = page.read_text("utf-8")
    title = re.search(r"^# (.*)$", text, re.MULTILINE)
    assert title
    stated = re.compile(rf'^(# |  title: "){re.escape(title[1])}', re.MULTILINE)
    page.write_text(stated.sub(rf"\1Renamed {title[1]}", text), encoding="utf-8")


def make_projects(work: Path, count: int) -> dict[str, Project]:
    """Write the three projects of ``count`` roles below a folder, and return them by kind."""
    ours, plain, material = (work / kind for kind in (OURS, PLAIN, MATERIAL))
    ours.mkdir(parents=True)
    edited = write_handbook(ours / "handbook", count)[count // 2].key
    write_plain(ours / "handbook", plain / "handbook")
    write_material(plain / "handbook", material)
    commit(ours)
    return {
        OURS: Project(OURS, ours, ours / f"handbook/roles/{edited}.md"),
        PLAIN: Project(PLAIN, plain, plain / f"handbook/roles/{edited}.md"),
        MATERIAL: Project(MATERIAL, material, material / f"docs/roles/{edited}.md"),
    }


def commit(folder: Path) -> None:
    """Put a project under version control, since the site says when a page was changed."""
    dated = {"GIT_AUTHOR_DATE": f"{DAY} +0000", "GIT_COMMITTER_DATE": f"{DAY} +0000"}
    someone = ("-c", "user.name=Bench", "-c", "user.email=bench@example.org")
    for command in (("init",), ("add", "handbook"), (*someone, "commit", "-m", "All pages")):
        subprocess.run(
            ["git", *command], cwd=folder, env=environment(**dated), check=True, capture_output=True
        )
