"""One run of the benchmark: every figure at every size, and where and when it was taken."""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.builds import EDITED, MATERIAL, OURS, edit_body, make_projects
from benchmarks.live import save_to_visible
from benchmarks.measure import cost
from benchmarks.parsed import lines_parsed
from benchmarks.places import HERE, PACKAGE
from benchmarks.weights import page_weights

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser

    from benchmarks.builds import Project

LARGEST_OF_OTHERS = 1000
"""Beyond this size ours alone is built: each page of the others lists every role."""
LARGEST_PARSED = 100
"""Up to this size lines are counted: it takes a build of its own, and the figure hardly changes."""


@dataclass
class Size:
    """The figures of one size: what each build costs, by kind; seconds; and bytes of pages.

    ``load`` is how many processes wanted a core while the size was measured, on average: with more
    than there are cores, wall times tell of the others too.
    """

    builds: dict[str, dict[str, dict[str, float]]] = field(default_factory=dict)
    check: dict[str, dict[str, float]] = field(default_factory=dict)
    weights: dict[str, list[int]] = field(default_factory=dict)
    live: float | None = None
    lines_parsed: float | None = None
    load: float | None = None


@dataclass
class Run:
    """Where and when a run was, and its figures by size."""

    date: str
    commit: str
    machine: dict[str, str | int]
    sizes: dict[int, Size] = field(default_factory=dict)


def begin() -> Run:
    """Return a run of now, on this machine, without figures."""
    date = datetime.now(UTC).isoformat(timespec="seconds")
    versions = {name: version(name) for name in ("sphinx", "mkdocs-material")}
    machine: dict[str, str | int] = {"cpu": _cpu_model(), "cores": os.cpu_count() or 1}
    return Run(date, last_commit(), {**machine, "python": platform.python_version(), **versions})


def _cpu_model() -> str:
    known = Path("/proc/cpuinfo")
    lines = known.read_text("utf-8").splitlines() if known.exists() else []
    models = [line.partition(": ")[2] for line in lines if line.startswith("model name")]
    return models[0] if models else platform.processor() or platform.machine()


def last_commit() -> str:
    """Return the last commit of the package, with a ``+`` where the package differs from it."""

    def git(*command: str) -> str:
        said = subprocess.run(["git", *command], cwd=HERE, capture_output=True, text=True)
        return said.stdout.strip()

    package = str(PACKAGE)
    changed = git("status", "--short", "--", package)
    return git("log", "-1", "--format=%h", "--", package) + ("+" if changed else "")


def measure_size(count: int, work: Path, browser: Browser, tell: Callable[[str], None]) -> Size:
    """Return the figures of a handbook of ``count`` roles, built below ``work``.

    ``tell`` is called with each step's name as it begins.
    """
    size, loads = Size(), [os.getloadavg()[1]]
    tell("pages")
    projects = make_projects(work, count)
    ours = projects[OURS]
    size.check = _checks(ours, work, tell)
    if count <= LARGEST_PARSED:
        tell("lines parsed")
        size.lines_parsed = lines_parsed(ours.folder / "handbook", work / "parsed")
    if count <= LARGEST_OF_OTHERS:
        tell("preview")
        size.live = save_to_visible(ours.folder, ours.page)
    for kind, project in projects.items():
        if kind == OURS or count <= LARGEST_OF_OTHERS:
            tell(kind)
            built = project.builds()
            size.builds[kind] = {name: one.as_json() for name, one in built.items()}
            size.weights[kind] = page_weights(browser, project.site, _two_pages(project))
            loads.append(os.getloadavg()[1])
        shutil.rmtree(project.folder)
    size.load = round(sum(loads) / len(loads), 1)
    return size


def _checks(ours: Project, work: Path, tell: Callable[[str], None]) -> dict[str, dict[str, float]]:
    # In a folder of its own, where nothing is kept of other commands.
    (work / "check").mkdir()
    found = {}
    text = ours.page.read_text("utf-8")
    for name in ("cold", "warm", EDITED):
        if name == EDITED:
            edit_body(ours.page)
        tell(f"check, {name}")
        spent = cost(work / "check", "hiring", "check", str(ours.folder / "handbook"), passes=False)
        found[name] = spent.as_json()
    ours.page.write_text(text, encoding="utf-8")
    return found


def _two_pages(project: Project) -> list[str]:
    others = sorted(page.stem for page in project.page.parent.glob("*.md"))
    other = next(key for key in others if key not in (project.page.stem, "index"))
    ending = "/index.html" if project.kind == MATERIAL else ".html"
    return [f"roles/{key}{ending}" for key in (project.page.stem, other)]


def as_json(run: Run, ratios: dict[str, dict[str, float]]) -> str:
    """Return a run as one line of JSON."""
    data: dict[str, Any] = {"date": run.date, "commit": run.commit, "machine": run.machine}
    data["sizes"] = {
        str(count): {name: value for name, value in vars(size).items() if value is not None}
        for count, size in run.sizes.items()
    }
    return json.dumps({**data, "ratios": ratios}, ensure_ascii=False)


def told(step: str) -> None:
    """Say on the terminal what is being measured."""
    print(f"  {datetime.now(UTC):%H:%M:%S} {step}", file=sys.stderr, flush=True)
