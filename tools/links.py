"""Check where the pages of a built site lead: to a file that is there, and an anchor on it.

`python tools/links.py _build/html` prints a line a link that leads nowhere, and ends with 1 where
there is one. Nothing is asked of other hosts, unless `--online` says so.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

HOW_TO_GET_IT = "lychee is missing: `make setup-test` installs it with the other test tools."

# The theme's own templates lie among its files, and the links of what a host shows where there is
# no page start where the host has the site; reserved names (RFC 2606) lead nowhere on purpose.
SKIPPED = (
    *("--exclude-path", "/_static/", "--exclude-path", r"/404\.html$"),
    *("--exclude", r"://[^/]*\.(example|invalid|test)(:|/|$)"),
)
REASONS = {
    "Cannot find fragment": "that page has no such anchor",
    "File not found": "there is no such file",
    "Cannot find index file": "that is a folder",
}
"""What lychee's messages begin with, in our words."""


class MissingError(Exception):
    """There is no lychee, or it does not run here."""


def dead_links(site: Path, *, online: bool = False) -> list[str]:
    """Return a line for each link of a built site that leads nowhere, by page and line.

    ``online`` asks other hosts too. Raises MissingError where lychee can't be run.
    """
    site = site.resolve()
    command = [
        *(str(Path(sys.executable).with_name("lychee")), "--no-progress", "--format", "json"),
        *("--include-fragments=anchor-only", "--index-files", "index.html", *SKIPPED),
        *("--root-dir", str(site), *([] if online else ["--offline"]), "--", str(site)),
    ]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        said: dict[str, Any] = json.loads(done.stdout)
    except OSError as error:
        raise MissingError(f"{HOW_TO_GET_IT} ({error})") from error
    except ValueError as error:
        raise MissingError(f"lychee has failed: {done.stderr.strip()}") from error
    if not said["total"]:
        return [f"{site}: no page with a link: build it first"]
    found = [
        (Path(page).relative_to(site).as_posix(), link["span"]["line"], link)
        for kind in ("error_map", "timeout_map")
        for page, links in said[kind].items()
        for link in links
    ]
    found.sort(key=lambda it: (it[0], it[1], it[2]["url"]))
    return [_line(page, line, link, site) for page, line, link in found if not _for_scripts(link)]


def _for_scripts(link: dict[str, Any]) -> bool:
    """Tell whether a link's anchor is no anchor, but what a script on the page reads."""
    fragment = urlsplit(link["url"]).fragment
    return "=" in fragment and link["status"]["text"].startswith("Cannot find fragment")


def _line(page: str, line: int, link: dict[str, Any], site: Path) -> str:
    target, said = unquote(link["url"]), link["status"]["text"]
    why = next((words for start, words in REASONS.items() if said.startswith(start)), said)
    return f"{page}:{line}: `{target.removeprefix(f'{site.as_uri()}/')}` leads nowhere: {why}"


def main() -> int:
    """Print what is found; 1 where a link leads nowhere, 2 where that can't be told."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, help="the folder of a built site")
    parser.add_argument("--online", action="store_true", help="ask other hosts too")
    options = parser.parse_args()
    try:
        found = dead_links(options.site, online=options.online)
    except MissingError as error:
        print(error, file=sys.stderr)
        return 2
    for line in found:
        print(line)
    print(f"{len(found)} links of {options.site} lead nowhere", file=sys.stderr)
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
