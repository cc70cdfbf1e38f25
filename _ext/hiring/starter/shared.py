"""Files that this repository has in common with the handbook of a company.

They stand at the top of the repository. The build of the package puts copies into its data, by the
list in pyproject.toml, which a test holds to this one. ``python -m hiring.starter.shared NAME``
prints where one is: it needs Python alone, since a set-up asks it which libraries to install.
"""

from __future__ import annotations

import sys
from pathlib import Path

LIBRARIES = "requirements.lock"
"""The exact versions of what the package needs, with their hashes."""

SHARED = (
    LIBRARIES,
    ".editorconfig",
    ".gitattributes",
    ".vscode/extensions.json",
    ".vscode/hiring.code-snippets",
    ".vscode/tasks.json",
)
"""The paths of these files, here and there."""

PACKAGED = Path(__file__).parents[1] / "data/shared"
REPOSITORY = Path(__file__).parents[3]


def packaged_name(path: str) -> str:
    """Return what a file is called in the package, where no tool must take it for its own."""
    return path.replace("/", "-").lstrip(".")


def shared(path: str) -> Path:
    """Return where one of these files is: in the package, or in the repository around it."""
    packaged = PACKAGED / packaged_name(path)
    return packaged if packaged.exists() else REPOSITORY / path


if __name__ == "__main__":
    print(shared(sys.argv[1]))
