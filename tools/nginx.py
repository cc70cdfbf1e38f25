"""Find an nginx for the tests of hosts, or get one.

`python tools/nginx.py` prints the path of one that runs, installed first where there is none.
"""

import functools
import os
import shutil
import subprocess
import sys
from pathlib import Path

# As a program this file is not a part of a package, and its folder is where modules are looked for.
if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from tools.apt import commands_for, run

PLACES = ("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin")
"""Where it is without being on everybody's path."""

HOW_TO_GET_ONE = """\
No nginx that runs here was found, and none could be installed.
Install one with your system's packages (Debian: apt-get install nginx-light; macOS: brew install
nginx), or name one that you have: HIRING_NGINX=/path/to/nginx"""


def _runs(path: str) -> bool:
    try:
        return subprocess.run([path, "-v"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


@functools.cache
def find() -> Path | None:
    """Path of an nginx that runs here; None where there is none.

    One named by HIRING_NGINX is the only one tried.
    """
    named = os.environ.get("HIRING_NGINX")
    path = os.pathsep.join([os.environ.get("PATH", ""), *PLACES])
    found = named or shutil.which("nginx", path=path)
    return Path(found) if found and _runs(found) else None


def mime_types(nginx: Path) -> Path | None:
    """Path of the types that come with an nginx, which its configurations include."""
    said = subprocess.run([nginx, "-V"], capture_output=True, text=True, check=True).stderr
    stated = [word.partition("=")[2] for word in said.split() if word.startswith("--conf-path=")]
    places = [Path(place).parent for place in stated] + [Path("/etc/nginx")]
    return next((it / "mime.types" for it in places if (it / "mime.types").is_file()), None)


def main() -> int:
    """Print the path of an nginx that runs, installed first where needed; 1 where that failed."""
    named = os.environ.get("HIRING_NGINX")
    if not find() and not named:
        run(commands_for("nginx-light"))
        find.cache_clear()
    if path := find():
        print(path)
        return 0
    print(f"HIRING_NGINX={named} does not run." if named else HOW_TO_GET_ONE, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
