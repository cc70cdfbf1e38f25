"""Find a Chromium for the browser tests, or get one.

`python tools/chromium.py` prints the path of one that runs, installed first where there is none.
"""

import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

# As a program this file is not a part of a package, and its folder is where modules are looked for.
if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from tools.apt import commands_for, run

# The headless shell first: the same engine, and a test takes it a fourth less time, or more.
COMMANDS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"

# Asked in a process of its own: Playwright refuses to be started twice in one, and a test that
# wants a browser may already run it.
ASK_PLAYWRIGHT = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""

HOW_TO_GET_ONE = """\
No Chromium or Chrome that runs here was found, and none could be installed.
Install one with your system's packages (Debian: apt-get install chromium) or with
`python -m playwright install --with-deps chromium`, or name one that you have:
HIRING_CHROMIUM=/path/to/chromium"""


def _candidates() -> Iterator[str]:
    """Paths worth a try, the cheapest to ask for first."""
    for command in COMMANDS:
        if path := shutil.which(command):
            yield path
    yield MAC
    asked = subprocess.run(
        [sys.executable, "-c", ASK_PLAYWRIGHT], capture_output=True, text=True, check=False
    )
    if asked.returncode == 0:
        yield asked.stdout.strip()


def _runs(path: str) -> bool:
    # Being there is not enough: Ubuntu's chromium-browser is a script that says to get the snap,
    # and a downloaded one may miss the system's libraries.
    try:
        command = [path, "--version"]
        return subprocess.run(command, capture_output=True, timeout=60, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


@functools.cache
def find() -> Path | None:
    """Path of a Chromium or Chrome that runs here; None where there is none.

    One named by HIRING_CHROMIUM is the only one tried.
    """
    named = os.environ.get("HIRING_CHROMIUM")
    candidates = [named] if named else _candidates()
    return next((Path(path) for path in candidates if _runs(path)), None)


def _install() -> None:
    """Try each way to get one until `find` is content; a way that fails is reported by itself."""
    # A font too: without any, pages render as empty boxes.
    by_apt = [
        commands_for(name, "fonts-liberation") for name in ("chromium-headless-shell", "chromium")
    ]
    by_playwright = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    for commands in filter(None, (*by_apt, by_playwright)):
        run(commands)
        find.cache_clear()
        if find():
            return


def main() -> int:
    """Print the path of a Chromium that runs, installed first where needed; 1 where that failed."""
    named = os.environ.get("HIRING_CHROMIUM")
    if not find() and not named:
        _install()
    if path := find():
        print(path)
        return 0
    print(f"HIRING_CHROMIUM={named} does not run." if named else HOW_TO_GET_ONE, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
