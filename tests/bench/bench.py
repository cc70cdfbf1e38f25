"""How long things take, as ratios in one run: ``make bench``, or with the numbers of pages.

The same pages are built with our extension and, with every block of ours turned into plain
Markdown, without it: same theme, same parser, same machine, same minute. CPU seconds count the
process and its children. Nothing here passes or fails.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HANDBOOK = Path(__file__).parents[2] / "handbook"
PACKAGE = Path(__file__).parents[2] / "_ext"
OPTION = re.compile(r"^:[\w-]+:.*\n", re.MULTILINE)
REFERENCE = re.compile(r"\{(?:role|level|question|skill)\}`(?:([^`<]+?)\s*<[^`]*>|([^`]*))`")


def scaled(folder: Path, count: int) -> Path:
    """Return a handbook of ``count`` role pages, made of the real ones."""
    shutil.copytree(HANDBOOK, folder)
    sources = sorted(path for path in (HANDBOOK / "roles").glob("*.md") if path.stem != "index")
    for number in range(count - len(sources)):
        source = sources[number % len(sources)]
        text = source.read_text(encoding="utf-8")
        title = re.search(r"^# (.*)$", text, re.MULTILINE)
        assert title
        text = re.sub(
            rf"^(  title:|#) {re.escape(title[1])}$", rf"\1 {title[1]} {number}", text, flags=re.M
        )
        (folder / f"roles/{source.stem}-{number}.md").write_text(text, encoding="utf-8")
    return folder


def plain(folder: Path, target: Path) -> Path:
    """Return the same pages without anything of ours: fences opened, references as words."""
    shutil.copytree(folder, target)
    for page in target.rglob("*.md"):
        lines = page.read_text(encoding="utf-8").split("\n")
        if lines[0] == "---":
            lines = lines[lines.index("---", 1) + 1 :]
        text = "\n".join(lines)
        text = re.sub(r"^:{3,}\{(?:level|question)\} (.*)$", r"**\1**\n", text, flags=re.MULTILINE)
        text = OPTION.sub("", re.sub(r"^:{3,}.*\n", "", text, flags=re.MULTILINE))
        page.write_text(REFERENCE.sub(lambda found: found[1] or found[2], text), encoding="utf-8")
    conf = target / "conf.py"
    text = conf.read_text(encoding="utf-8")
    text = text.replace('["hiring"]', '["myst_parser", "sphinx_design"]')
    # Ours is made of this one, and is not there without us.
    text = text.replace('html_theme = "hiring"', 'html_theme = "pydata_sphinx_theme"')
    text = re.sub(r"^(primary_domain|hiring_).*\n", "", text, flags=re.MULTILINE)
    conf.write_text(text, encoding="utf-8")
    return target


def cpu(*command: str) -> float:
    """Run a command of Python and return the CPU seconds that it took."""
    before = os.times()
    environment = {**os.environ, "PYTHONPATH": str(PACKAGE)}
    subprocess.run(
        [sys.executable, "-m", *command], check=True, capture_output=True, env=environment
    )
    after = os.times()
    return (after.children_user - before.children_user) + (
        after.children_system - before.children_system
    )


def build(folder: Path, target: Path) -> float:
    """Build with Sphinx and return the CPU seconds."""
    # Beside the output, where `make` has them too: our builds leave no work in the output.
    return cpu("sphinx", "-q", "-d", f"{target}-work", "-b", "html", str(folder), str(target))


def measure(count: int, work: Path) -> None:
    """Print the figures of one size."""
    ours = scaled(work / "ours", count)
    theirs = plain(ours, work / "theirs")
    with_us, without = build(ours, work / "out"), build(theirs, work / "plain-out")
    idle = build(ours, work / "out")
    page = ours / "roles/data-engineer.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("## Duties", "Another line.\n\n## Duties"), encoding="utf-8")
    edit = build(ours, work / "out")
    cold = cpu("hiring", "check", str(ours))
    warm = cpu("hiring", "check", str(ours))
    print(
        f"{count:>6} {with_us:>8.1f} {without:>8.1f} {with_us / without:>7.2f} {idle:>8.1f} "
        f"{edit:>8.1f} {cold:>8.1f} {warm:>8.1f}",
        flush=True,
    )


def main(counts: list[int]) -> None:
    """Print a table: a line a size, in CPU seconds."""
    print(" pages     ours    plain   ratio    no-op one edit    check   cached")
    for count in counts:
        with tempfile.TemporaryDirectory() as work:
            os.chdir(work)
            measure(count, Path(work))


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [20, 100, 400])
