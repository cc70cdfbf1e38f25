"""A run as Markdown, as JSON, and as one more line of the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.builds import COMMANDS
from benchmarks.places import HISTORY
from benchmarks.run import as_json
from benchmarks.targets import GROWTH, TARGETS, growth, ratios

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from benchmarks.run import Run, Size


def markdown(run: Run) -> str:
    """Return a run's tables: the costs at each size, and each target with what was found."""
    machine = ", ".join(f"{name} {value}" for name, value in run.machine.items())
    parts = [f"# Builds measured at commit {run.commit}", f"{run.date}; {machine}."]
    parts += ["CPU counts user and system with all children; memory is the largest process's."]
    for count, size in run.sizes.items():
        parts += [f"## {count:,} roles", _costs(size), _more(size)]
    parts += ["## Targets", _targets(run)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _costs(size: Size) -> str:
    head = ["CPU s; wall s; GB", *(kind for kind in COMMANDS if kind in size.builds)]
    names = next(iter(size.builds.values()))
    rows = [[name, *(_cost(size.builds[kind][name]) for kind in head[1:])] for name in names]
    rows += [
        [f"check, {name}", _cost(one), *["–"] * (len(head) - 2)] for name, one in size.check.items()
    ]
    for at, view in enumerate(("first view", "second page")):
        rows.append(
            [f"{view}, KB gzip", *(f"{size.weights[kind][at] / 1000:.1f}" for kind in head[1:])]
        )
    return _table(head, rows)


def _cost(one: dict[str, float]) -> str:
    return f"{one['cpu']:.1f}; {one['wall']:.1f}; {one['memory']:.2f}"


def _more(size: Size) -> str:
    said = []
    if size.live is not None:
        said.append(f"The preview shows a saved page after {size.live:.2f} s.")
    if size.lines_parsed is not None:
        said.append(f"Each line is parsed {size.lines_parsed:.1f} times in a cold build.")
    if size.load is not None:
        said.append(
            f"The load was {size.load:g} on average: above the number of cores, wall times grow."
        )
    return " ".join(said)


def _targets(run: Run) -> str:
    rows = [
        [target.name, f"{target.most:g} {target.unit}".strip()]
        + [target.verdict(count, size) for count, size in run.sizes.items()]
        for target in TARGETS
    ]
    grown = growth(run)
    found = "–" if grown is None else f"{grown:.2f}, {'met' if grown <= GROWTH else 'not met'}"
    rows.append(["cold, CPU, 5,000 to 1,000", f"{GROWTH:g}", *["–"] * (len(run.sizes) - 1), found])
    return _table(["", "at most", *(f"{count:,} roles" for count in run.sizes)], rows)


def write(run: Run, folder: Path) -> None:
    """Write ``report.md`` and ``report.json`` into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.md").write_text(markdown(run), encoding="utf-8")
    (folder / "report.json").write_text(as_json(run, ratios(run)) + "\n", encoding="utf-8")


def remember(run: Run) -> None:
    """Add a run to the history."""
    with HISTORY.open("a", encoding="utf-8") as history:
        history.write(as_json(run, ratios(run)) + "\n")
