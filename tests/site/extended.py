"""The examples of the guide on extending, put into a handbook as the guide says."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.forked import python
from tests.support.fixtures import GUIDE

if TYPE_CHECKING:
    import subprocess

SAMPLE = Path(__file__).parent / "sample"
EXAMPLE = re.compile(r"^In `([^`]+)`:\n\n````\w+\n(.*?)^````$", re.MULTILINE | re.DOTALL)
BESIDE = ("acme_rules.py", "acme_formats.py", "looks/")
"""What is kept beside the handbook's folder."""
IN_ADDITION = ("company.yaml", "conf.py")
"""The files that examples add to."""


HANDOVER = re.compile(r"(## How a shift begins\n\n:::\{handover\}\n.*\n:::\n)")
"""The part of an example that is for employees."""


def examples() -> dict[str, str]:
    """Return the text of each file that the guide has examples of, by its path."""
    found: dict[str, str] = {}
    for path, text in EXAMPLE.findall((GUIDE / "extend.md").read_text("utf-8")):
        found[path] = found.get(path, "") + text
    return found


@dataclass(frozen=True)
class Extended:
    """A folder with a handbook that the guide's examples were added to."""

    folder: Path

    @property
    def handbook(self) -> Path:
        """The handbook's folder."""
        return self.folder / "handbook"

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run the program in the folder, as people do."""
        settings = {"SOURCE_DATE_EPOCH": "1795305600"}
        return python("-m", "hiring", *arguments, cwd=self.folder, **settings)

    def checked(self) -> list[str]:
        """Return what the check finds, a line each, without why it matters."""
        return self.run("check", "handbook").stdout.partition("Why it matters:")[0].splitlines()

    def change(self, path: str, old: str, new: str) -> None:
        """Put one text in the place of another in a file."""
        text = (self.folder / path).read_text("utf-8")
        assert old in text, f"{path} has no {old!r}"
        (self.folder / path).write_text(text.replace(old, new), "utf-8")


def extended(folder: Path) -> Extended:
    """Return a copy of the sample in a folder, with the guide's examples in it."""
    made = Extended(folder)
    shutil.copytree(SAMPLE, made.handbook)
    for path, text in examples().items():
        # No page can show the marks of a part: what is in code is in no part.
        text = HANDOVER.sub(r"::::::{audience} employee\n\1::::::\n", text)
        file = (folder if path.startswith(BESIDE) else made.handbook) / path
        file.parent.mkdir(parents=True, exist_ok=True)
        before = file.read_text("utf-8") if path in IN_ADDITION else ""
        file.write_text(before + text, "utf-8")
    conf = made.handbook / "conf.py"
    conf.write_text(f'{conf.read_text("utf-8")}html_baseurl = "https://sample.example/"\n', "utf-8")
    # What the company has made needed, the sample's own roles state.
    for role in ("baker", "miller"):
        made.change(f"handbook/roles/{role}.md", "role:\n", "role:\n  union: none\n")
    made.change("handbook/index.md", "# ", "---\naudience: public\n---\n\n# ")
    return made
