"""A whole build: made aside, and published only when nothing is wrong with it."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from sphinx.cmd.build import build_main

from hiring.site.lifecycle import code_digest

UNFINISHED = "unfinished"
"""Stands in a work folder while it is built in; one that is found there was not finished."""


def build(folder: Path, published: Path, jobs: str = "auto") -> int:
    """Build the handbook in ``folder`` and put it at ``published``; return the exit status.

    The work folder beside it is built upon the next time. Where a build was interrupted, or
    something was wrong, it is built anew: Sphinx would not repeat what it has already said.
    """
    work = published.parent / "stage" / published.name
    _start(work)
    options = ["-b", "html", "-W", "-n", "-q", "-j", jobs, "-d", str(work / "doctrees")]
    status = build_main([*options, str(folder), str(work / "site")])
    if status != 0:
        kept = f"{published} stays as it was" if published.exists() else "nothing is published"
        print(f"The handbook was not built: mend what is named above; {kept}.", file=sys.stderr)
        return 1
    _publish(work / "site", published)
    (work / UNFINISHED).unlink()
    pages = sum(1 for _ in published.rglob("*.html"))
    print(f"The handbook is in {published} ({pages} pages): open {published / 'index.html'}")
    return 0


def _start(work: Path) -> None:
    """Begin a build; what an unfinished one, or other tools, have left is removed."""
    tools = work / "tools"
    toolchain = f"{sys.version}\n{code_digest()}\n{sys.prefix}\n"
    same = tools.exists() and tools.read_text(encoding="utf-8") == toolchain
    if work.exists() and (not same or (work / UNFINISHED).exists()):
        shutil.rmtree(work)
    work.mkdir(parents=True, exist_ok=True)
    (work / UNFINISHED).touch()
    tools.write_text(toolchain, encoding="utf-8")


def _publish(site: Path, published: Path) -> None:
    """Copy a finished site next to the published one, then change places by renaming."""
    fresh = published.with_name(f".{published.name}.new")
    former = published.with_name(f".{published.name}.old")
    for leftover in (fresh, former):
        if leftover.exists():
            shutil.rmtree(leftover)
    shutil.copytree(site, fresh, ignore=shutil.ignore_patterns(".buildinfo*", ".doctrees"))
    if published.exists():
        published.rename(former)
    fresh.rename(published)
    if former.exists():
        shutil.rmtree(former)
