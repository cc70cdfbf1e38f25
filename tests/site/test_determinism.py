"""The same handbook gives the same bytes: serial or parallel, incremental or clean.

``EXAMPLES=50`` in the environment plays more edits.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .compared import assert_equal

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Build


def test_parallel_equals_serial(sample: Path, tmp_path: Path, build: Build) -> None:
    for number in range(12):  # Sphinx reads and writes side by side only from some pages on
        (sample / f"roles/baker-{number}.md").write_text(
            (sample / "roles/baker.md")
            .read_text(encoding="utf-8")
            .replace("Baker\n", f"Baker {number}\n")
            .replace("redirects: [roles/bread-maker]\n", ""),
            encoding="utf-8",
        )
    assert build(sample, tmp_path / "serial") == build(sample, tmp_path / "parallel", jobs=2)
    assert_equal(tmp_path / "serial/html", tmp_path / "parallel/html")


def replaced(path: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(folder: Path) -> None:
        file = folder / path
        if file.exists():
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace(old, new) if old in text else text.replace(new, old))

    return edit


def removed(path: str, source: str) -> Callable[[Path], None]:
    """Remove a page, or bring it back."""

    def edit(folder: Path) -> None:
        if (folder / path).exists():
            (folder / path).unlink()
        else:
            shutil.copy(Path(__file__).parent / "sample" / source, folder / path)

    return edit


def added_role(folder: Path) -> None:
    name = f"guest-{len(list((folder / 'roles').iterdir()))}"
    text = (folder / "roles/baker.md").read_text(encoding="utf-8")
    text = re.sub("(title:|#) Baker.*", rf"\1 {name.title()}", text)
    text = text.replace("redirects: [roles/bread-maker]", f"redirects: [roles/old-{name}]")
    (folder / f"roles/{name}.md").write_text(text, encoding="utf-8")


def renamed(folder: Path) -> None:
    guests = sorted((folder / "roles").glob("guest-*.md"))
    if guests:
        guests[0].rename(folder / f"roles/{guests[0].stem}-renamed.md")


def retitled(folder: Path) -> None:
    file = folder / "roles/baker.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub("(title:|^#) Baker", r"\1 Baker of Bread", text, flags=re.MULTILINE))


def moved(old: str, new: str) -> Callable[[Path], None]:
    """Move a page, or move it back."""

    def edit(folder: Path) -> None:
        here, there = (folder / path for path in (old, new))
        if there.exists():
            here, there = there, here
        if here.exists():
            there.parent.mkdir(exist_ok=True)
            here.rename(there)

    return edit


HIDDEN = """
::::::{audience} hiring-team
(hidden)=

## Hidden

{skill}`sql`
::::::
"""


EDITS: list[Callable[[Path], None]] = [
    added_role,
    renamed,
    retitled,
    removed("roles/miller.md", "roles/miller.md"),
    removed("skills.md", "skills.md"),
    removed("plain.md", "plain.md"),
    replaced("roles/baker.md", "Bake bread,", "Bake rolls,"),
    replaced("roles/baker.md", ":years: 5+", ":years: 4+"),
    replaced("roles/baker.md", "## Levels", "## Steps"),
    replaced("roles/baker.md", "reviewed: 2025-01-31", "reviewed: 2026-10-31"),
    replaced("roles/miller.md", "title: Miller", "title: Flour Miller"),
    replaced("roles/miller.md", "family: Mill\n", "family: Kitchen\n"),
    replaced("roles/miller.md", "status: draft", "status: retired"),
    replaced("roles/miller.md", "{skill}`sql`", "{skill}`mentoring`"),
    replaced("skills.yaml", "name: Python", "name: Python 3"),
    replaced("company.yaml", "City, State", "Town"),
    replaced("company.yaml", "name: Sample\n", "name: Sample\nequal_opportunity: We hire all.\n"),
    replaced("roles/baker.md", "  owner:", "  education: {level: none}\n  owner:"),
    replaced("plain.md", "## Below", "## Beneath"),
    replaced("index.md", "# Sample", "# The sample"),
    replaced("levels.md", "# Levels", "# All levels"),
    replaced("plain.md", "---", "---\naudience: hiring-team\n---\n"),
    removed("openings/baker-town.md", "openings/baker-town.md"),
    removed("openings/index.md", "openings/index.md"),
    replaced("openings/baker-town.md", "status: open", "status: filled"),
    replaced("openings/baker-town.md", "closes: 2026-12-31", "closes: 2027-01-31"),
    replaced("openings/baker-town.md", "At the *new* oven", "At the old oven"),
    replaced("openings/baker-town.md", "level: helper", "level: journeyman"),
    replaced("openings/baker-over.md", "closes: 2026-02-28", "closes: 2027-02-28"),
    replaced("openings/miller-draft.md", "requisition: M-1", "requisition: M-2"),
    replaced("roles/baker.md", "{level} Helper", "{level} Help"),
    replaced("roles/miller.md", "role:\n", "audience: hiring-team\nrole:\n"),
    replaced("plain.md", "## Below", f"{HIDDEN}\n## Below"),
    replaced("skills.yaml", "key: sql", "key: sequel"),
    replaced("conf.py", 'project = "Sample handbook"', 'project = "Another handbook"'),
    replaced("levels.md", "# Levels\n", "# Levels\n\n```{toctree}\nplain\n```\n"),
    moved("reviews.md", "guide/reviews.md"),
    moved("roles/miller.md", "roles/grinder.md"),
]


@pytest.mark.parametrize("seed", range(int(os.environ.get("EXAMPLES", "2"))))
def test_incremental_equals_clean(seed: int, sample: Path, tmp_path: Path, build: Build) -> None:
    """Play edits at random, some at a time; warnings of pages in between do not matter."""
    dice = random.Random(seed)
    built_upon = tmp_path / "built-upon"
    build(sample, built_upon)
    for step in range(4):
        edits = dice.sample(EDITS, dice.randint(1, 3))
        for edit in edits:
            edit(sample)
        build(sample, built_upon)
        clean = tmp_path / f"clean-{step}"
        build(sample, clean)
        assert_equal(built_upon / "html", clean / "html")


def test_another_name_in_a_table_of_contents(sample: Path, tmp_path: Path, build: Build) -> None:
    """Other pages show it in their navigation, though no title has changed."""
    build(sample, tmp_path / "out")
    replaced("index.md", "\nlevels\n", "\nSteps <levels>\n")(sample)
    build(sample, tmp_path / "out")
    build(sample, tmp_path / "clean")
    assert_equal(tmp_path / "out/html", tmp_path / "clean/html")
    assert "Steps" in (tmp_path / "out/html/plain.html").read_text(encoding="utf-8")


def test_a_page_in_two_tables_of_contents(sample: Path, tmp_path: Path, build: Build) -> None:
    """The page that is read last, since it was edited, does not become its section."""
    for name in ("levels", "reviews"):
        with (sample / f"{name}.md").open("a", encoding="utf-8") as page:
            page.write("\n```{toctree}\nplain\n```\n")
    build(sample, tmp_path / "out")
    replaced("levels.md", "# Levels", "# All levels")(sample)
    replaced("plain.md", "## Below", "## Beneath")(sample)
    build(sample, tmp_path / "out")
    build(sample, tmp_path / "clean")
    assert_equal(tmp_path / "out/html", tmp_path / "clean/html")


def test_a_body_is_written_where_it_is_shown(sample: Path, tmp_path: Path, build: Build) -> None:
    """Tables of contents and indices would say the same: they are not written again."""
    out = tmp_path / "out/html"

    def times() -> dict[str, int]:
        pages = out.rglob("*.html")
        return {it.relative_to(out).as_posix(): it.stat().st_mtime_ns for it in pages}

    build(sample, tmp_path / "out")
    before = times()
    with (sample / "plain.md").open("a", encoding="utf-8") as page:
        page.write("\nMore of the same.\n")
    build(sample, tmp_path / "out")
    written = {page for page, time in times().items() if before[page] != time}
    assert written == {"plain.html", "roles/bread-maker.html", "search.html", "404.html"}


def test_a_day_that_passes_is_an_edit(
    sample: Path, tmp_path: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Openings are posted and close without anybody's hand. A day without that reads nothing."""
    built_upon, read = tmp_path / "built-upon", {}
    for today in ("2026-11-19", "2026-11-20", "2026-11-21", "2027-01-01"):
        noon = datetime.fromisoformat(f"{today}T12:00:00+00:00")
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(noon.timestamp())))
        build(sample, built_upon)
        build(sample, tmp_path / today)
        assert_equal(built_upon / "html", tmp_path / today / "html")
        read[today] = {file: file.stat().st_mtime_ns for file in built_upon.rglob("*.doctree")}
    assert read["2026-11-19"] != read["2026-11-20"] == read["2026-11-21"] != read["2027-01-01"]


def test_nothing_changed_means_nothing_to_do(sample: Path, tmp_path: Path, build: Build) -> None:
    """Whatever the process: an order that hangs on its hash seed would rebuild every page."""
    build(sample, tmp_path)
    for seed in ("1", "2"):
        command = [
            sys.executable,
            "-m",
            "sphinx",
            "build",
            "-M",
            "html",
            str(sample),
            str(tmp_path),
        ]
        done = subprocess.run(
            command,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        assert "0 added, 0 changed, 0 removed" in done.stdout
        assert "no targets are out of date" in done.stdout


def test_new_title_shows_everywhere_at_once(sample: Path, tmp_path: Path, build: Build) -> None:
    build(sample, tmp_path / "out")
    file = sample / "roles/baker.md"
    text = file.read_text(encoding="utf-8")
    text = text.replace("title: Baker", "title: Oven Artist").replace("# Baker", "# Oven Artist")
    file.write_text(text, encoding="utf-8")
    assert build(sample, tmp_path / "out") == ""
    pages = {
        file.name: file.read_text(encoding="utf-8")
        for file in (tmp_path / "out/html").rglob("*.html")
    }
    for name in (
        "index.html",
        "levels.html",
        "plain.html",
        "skills.html",
        "baker.html",
        "hiring-roles.html",
    ):
        assert "Oven Artist" in pages[name], name
    stale = [name for name, page in pages.items() if re.search(r">\s*Baker\s*<", page)]
    assert stale == []
