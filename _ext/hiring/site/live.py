"""The preview: the handbook in a browser, up to date as it is written."""

from __future__ import annotations

import sys
from pathlib import Path

from sphinx_autobuild.__main__ import main as autobuild

import hiring


def live(folder: Path, work: Path) -> int:
    """Serve the handbook on a free port of this machine, until it is stopped.

    Content, data and our own code are watched. A mistake is shown in the terminal and the page
    is shown as well as it can be, so that nobody has to start again.
    """
    package = Path(hiring.__file__).parent
    sys.argv = [
        "sphinx-autobuild",
        *("-b", "html", "-q", "-n", "-d", str(work / "doctrees")),
        *("--host", "127.0.0.1", "--port", "0", "--watch", str(package)),
        *(["--open-browser"] if sys.stdin.isatty() else []),
        *("--ignore", "*.pyc", "--ignore", "*~"),
        str(folder),
        str(work / "site"),
    ]
    autobuild()
    return 0
