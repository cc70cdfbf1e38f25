"""A build upon an earlier one, for whomever that was, keeps nothing of it that is hidden now."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING, Any

from sphinx.cmd.build import build_main

from hiring.model.audience import Audience

from .compared import assert_equal
from .conftest import run_build
from .leaky import FORBIDDEN, contents, edit, found, leaky, project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from .conftest import Build

SETTINGS: dict[str, Any] = {"hiring_audience": "public", "html_use_index": True}


def test_nothing_changed_means_nothing_to_do(tmp_path: Path, build: Build) -> None:
    source = leaky(tmp_path / "source")

    def times() -> dict[Path, int]:
        files = [*tmp_path.rglob("*.doctree"), *tmp_path.rglob("visible.html")]
        return {file: file.stat().st_mtime_ns for file in files}

    build(source, tmp_path, hiring_audience="public")
    before = times()
    assert len(before) > 5
    build(source, tmp_path, hiring_audience="public")
    assert times() == before


RISING = """---
audience: public
redirects: [guide/zzteamwas]
---

# Zzteamrising

(zzteamplace)=

## Zzteamsection

Zzteamrise, ![Zzteamview](zzteam.svg) and {download}`zzteamget <zzteam.txt>`.

:::{glossary}
zzteamword
  Zzteammeans.
:::
"""


def hide(text: str) -> str:
    return f"::::::{{audience}} hiring-team\n{text}\n::::::\n"


LEADS = ["[own words](zzteampage.md)", "[own words](rising.md)", "[](rising.md#zzteamsection)"]


def edits(folder: Path) -> Iterator[bool]:
    """Change a handbook step by step; yield whether the public may see the words now."""
    page = folder / "guide/rising.md"
    body = RISING.partition("# Zzteamrising\n")[2]
    edit(folder / "guide/index.md", "visible\n", "visible\nrising\n")
    edit(folder / "guide/visible.md", f"- {LEADS[0]}", f"- {', '.join(LEADS)}")
    page.write_text(RISING, "utf-8")
    yield True
    edit(page, "audience: public", "audience: hiring-team")
    yield False
    page.write_text(f"---\naudience: public\n---\n\n# Rising\n\n{body}", "utf-8")
    yield True
    page.write_text(f"---\naudience: public\n---\n\n# Rising\n\n{hide(body)}", "utf-8")
    yield False
    page.write_text(f"---\naudience: public\n---\n\n# Rising\n\n{body}", "utf-8")
    edit(folder / "guide/visible.md", "## Notes\n", "## Notes\n\nZzteamnow.\n")
    yield True
    page.rename(folder / "interviews/rising.md")
    (folder / "interviews/rising.md").write_text("# Zzteamagain\n\nZzteamrise\n", "utf-8")
    edit(folder / "guide/visible.md", f"- {', '.join(LEADS)}", f"- {LEADS[0]}")
    edit(folder / "guide/index.md", "visible\nrising\n", "visible\n")
    edit(folder / "guide/visible.md", "Zzteamnow.\n", "")
    yield False


def test_a_build_upon_another_keeps_nothing(tmp_path: Path) -> None:
    folder = leaky(tmp_path / "source")
    settings: dict[str, Any] = {"hiring_audience": "public", "html_use_index": True}
    for step, visible in enumerate(edits(folder)):
        run_build(folder, tmp_path / "kept", **settings)
        words = found(contents(tmp_path / "kept/html"), FORBIDDEN[Audience.PUBLIC])
        assert bool(words) is visible, (step, words)
        if not visible:
            run_build(folder, tmp_path / f"{step}", **settings)
            assert_equal(tmp_path / "kept/html", tmp_path / f"{step}/html")


def test_one_folder_for_one_audience_after_another(tmp_path: Path) -> None:
    source = leaky(tmp_path / "source")
    run_build(source, tmp_path / "clean", **SETTINGS)
    for audience in ("hiring-team", "public"):
        run_build(source, tmp_path / "used", **{**SETTINGS, "hiring_audience": audience})
    assert_equal(tmp_path / "used/html", tmp_path / "clean/html")


def test_the_projected_tree_brings_its_dates(tmp_path: Path) -> None:
    folder = leaky(tmp_path / "source")
    commit(folder, "2026-01-01")
    edit(folder / "guide/visible.md", "Zzteamwords,", "Zzteamwords again,\n\nand again")
    edit(folder / "guide/zzteampage.md", "Zzteampagewords", "Zzteampagewords again")
    edit(folder / "plain.md", "Text.", "Words.")
    commit(folder, "2026-02-01")
    project(folder, tmp_path / "tree", Audience.PUBLIC)
    for name in ("source", "tree"):
        run_build(tmp_path / name, tmp_path / f"{name}-built", hiring_audience="public")
    assert_equal(tmp_path / "source-built/html", tmp_path / "tree-built/html")
    page = (tmp_path / "tree-built/html/guide/visible.html").read_text("utf-8")
    changed = page[page.index("hiring-recent") :]
    assert changed.count("February 1, 2026") == 1
    assert changed.index("Plain") < changed.index("February 1, 2026") < changed.index("January 1,")


def commit(folder: Path, day: str) -> None:
    who = {"NAME": "A", "EMAIL": "a@b.example", "DATE": f"{day}T12:00:00Z"}
    told = {
        f"GIT_{one}_{key}": text for one in ("AUTHOR", "COMMITTER") for key, text in who.items()
    }
    for arguments in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "A day")):
        env = {**os.environ, **told, "GIT_CONFIG_GLOBAL": os.devnull}
        subprocess.run(["git", *arguments], cwd=folder, env=env, check=True, capture_output=True)


def test_work_is_not_kept_in_the_output(tmp_path: Path) -> None:
    """As a plain ``sphinx-build`` would: what is read of higher audiences is there too."""
    source = leaky(tmp_path / "source")
    for name in ("out", "out"):  # the second one finds nothing to build upon, and builds all
        command = ["-q", "-b", "html", "-D", "hiring_audience=public", str(source)]
        assert build_main([*command, str(tmp_path / name)]) == 0
    files = contents(tmp_path / "out")
    assert "index.html" in files
    assert found(files, FORBIDDEN[Audience.PUBLIC]) == []
