"""Sphinx builds the projected tree, whoever calls it and however conf.py is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from sphinx.cmd.build import build_main
from sphinx.errors import ConfigError

from hiring.model.audience import Audience

from .conftest import run_build
from .leaky import FORBIDDEN, contents, edit, found, leaky

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = """
project, author, copyright, version = "Sample", "Sample", "2026", "1"
extensions = ["sphinx.ext.viewcode", "hiring"]
primary_domain = "hiring"
html_theme = "{theme}"
html_copy_source = True
html_show_sourcelink = True
html_use_index = True
html_use_opensearch = "https://sample.example"
epub_show_urls = "footnote"
gettext_location = True
gettext_compact = False
text_add_secnumbers = True
"""
BUILDERS = (
    *("html", "dirhtml", "singlehtml", "json", "text", "epub", "gettext", "latex"),
    *("xml", "pseudoxml", "man", "texinfo"),
)
CALLS = [*((builder, "alabaster") for builder in BUILDERS), ("html", "basic"), ("json", "hiring")]


@pytest.mark.filterwarnings("ignore:.*HTMLBuilder.app. is deprecated")
@pytest.mark.parametrize(("builder", "theme"), CALLS)
def test_plain_build_with_any_conf_leaks_nothing(builder: str, theme: str, tmp_path: Path) -> None:
    """As an adopter calls it: no folder for doctrees, which are then within the output."""
    source, out = leaky(tmp_path / "source"), tmp_path / "out"
    (source / "conf.py").write_text(HOSTILE.format(theme=theme), "utf-8")
    command = ["-q", "-b", builder, "-D", "hiring_audience=public", str(source), str(out)]
    assert build_main(command) == 0
    files = contents(out)
    assert len(files) > (0 if builder in ("man", "texinfo") else 3)
    assert found(files, FORBIDDEN[Audience.PUBLIC]) == []
    assert sorted(file.name for file in tmp_path.iterdir()) == ["out", "source"]


COPIED = {
    "a folder": 'html_extra_path = ["interviews"]',
    "a page": 'html_extra_path = ["interviews/zzteampanel.md"]',
    "the handbook": 'html_static_path = ["."]',
    "what is above it": 'html_extra_path = [".."]',
    "a picture of a hidden page": 'html_logo = "interviews/own.png"',
    "a link": 'html_static_path = ["_static"]',
    "a folder through a link": 'html_extra_path = ["../linked"]',
    "said late": "def setup(app):\n    app.connect('config-inited', late, priority=999)\n"
    "def late(app, config):\n    config.html_extra_path = ['interviews']",
}


@pytest.mark.parametrize("kind", COPIED)
def test_nothing_of_the_handbook_is_copied(kind: str, tmp_path: Path) -> None:
    source = leaky(tmp_path / "source")
    (source / "interviews/own.png").write_bytes(b"\x89PNG")
    (source / "_static").mkdir()
    (source / "_static/x.txt").symlink_to(source / "interviews/zzteampanel.md")
    (tmp_path / "linked").symlink_to(source / "interviews")
    with (source / "conf.py").open("a") as conf:
        conf.write(COPIED[kind])
    with pytest.raises(ConfigError, match="a part of the handbook"):
        run_build(source, tmp_path / "out", hiring_audience="public")
    assert found(contents(tmp_path / "out/html"), FORBIDDEN[Audience.PUBLIC]) == []


def test_what_is_the_operators_is_copied(tmp_path: Path) -> None:
    source = leaky(tmp_path / "source")
    for path in ("_static/own.css", "_static/robots.txt", "guide/seen.png"):
        (source / path).parent.mkdir(exist_ok=True)
        (source / path).write_bytes(b"\x89PNG\r\n\x1a\n")
    edit(source / "guide/index.md", "# ", "![seen](seen.png)\n\n# ")
    with (source / "conf.py").open("a") as conf:
        conf.write(
            'html_static_path = ["_static"]\nhtml_extra_path = ["_static/robots.txt"]\n'
            'html_logo = "guide/seen.png"\n'
        )
    run_build(source, tmp_path / "out", hiring_audience="public")
    built = tmp_path / "out/html"
    for path in ("_static/own.css", "robots.txt", "_static/seen.png"):
        assert (built / path).is_file(), path


def test_messages_name_the_handbook(sample: Path, tmp_path: Path) -> None:
    """What Sphinx and MyST say while they read, while they write, and of two pages at once."""
    page = "# A\n\n[a](nowhere.md)\n\n{py:func}`x`\n\n(twice)=\n\n## B\n\n{ref}`none`\n"
    for name in ("first", "second"):
        (sample / f"{name}.md").write_text(page, "utf-8")
    for jobs in (1, 2):
        said = run_build(sample, tmp_path / f"built-{jobs}", jobs=jobs)
        assert "projected" not in said
        for line in ("5: WARNING: Unknown interpreted text", "3: WARNING: 'myst' cross-reference"):
            assert f"{sample / 'first.md'}:{line}" in said
        other = rf"{sample / 'second.md'}:9: WARNING: .*other instance in {sample / 'first.md'}"
        assert jobs > 1 or re.search(other, said), said  # side by side Sphinx does not see it


def test_what_has_not_changed_keeps_its_file(sample: Path, tmp_path: Path) -> None:
    def times() -> dict[str, int]:
        tree = tmp_path / "out/doctrees-projected-employee"
        files = (file for file in tree.rglob("*") if file.is_file())
        return {file.relative_to(tree).as_posix(): file.stat().st_mtime_ns for file in files}

    run_build(sample, tmp_path / "out")
    before = times()
    edit(sample / "plain.md", "## Below", "## Beneath")
    (sample / "levels.md").touch()
    with (sample / "roles/miller.md").open("a") as page:
        page.write("\n::::::{audience} hiring-team\nHidden.\n::::::\n")
    (sample / "reviews.md").unlink()
    run_build(sample, tmp_path / "out")
    after = times()
    assert before.keys() - after.keys() == {"reviews.md"}
    changed = {path for path in after if after[path] != before[path]}
    assert changed <= {"plain.md", "roles/miller.md", "index.md"}
    assert "plain.md" in changed


@pytest.mark.parametrize("doctrees", ["out/.doctrees", "source/work", "source/_build/work", "work"])
def test_the_tree_is_never_where_it_would_be_read_or_published(
    doctrees: str, tmp_path: Path
) -> None:
    source, out = leaky(tmp_path / "source"), tmp_path / "out"
    command = ["-q", "-b", "html", "-d", str(tmp_path / doctrees), "-D", "hiring_audience=public"]
    for _ in range(2):
        assert build_main([*command, str(source), str(out)]) == 0
        assert found(contents(out), FORBIDDEN[Audience.PUBLIC]) == []
    trees = [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*-projected-*")]
    kept = doctrees in ("source/_build/work", "work")
    assert trees == ([f"{doctrees}-projected-public"] if kept else [])


def test_a_folder_of_others_in_its_place_is_refused(sample: Path, tmp_path: Path) -> None:
    tree = tmp_path / "out/doctrees-projected-employee"
    tree.mkdir(parents=True)
    (tree / "letter.txt").write_text("keep", "utf-8")
    with pytest.raises(ConfigError, match="holds something else"):
        run_build(sample, tmp_path / "out")
    assert (tree / "letter.txt").read_text("utf-8") == "keep"


def test_a_project_of_other_documents_is_told_so(sample: Path, tmp_path: Path) -> None:
    (sample / "index.md").rename(sample / "index.rst")
    with pytest.raises(ConfigError, match=r"index\.rst:1: .* this is no page of a handbook"):
        run_build(sample, tmp_path / "out")


def test_a_renamed_folder_of_the_hiring_team_stops_a_build(tmp_path: Path) -> None:
    source = leaky(tmp_path / "source")
    (source / "interviews").rename(source / "gespraeche")
    with pytest.raises(ConfigError, match="the pages in `gespraeche/` seem to be about interviews"):
        run_build(source, tmp_path / "out")
    assert found(contents(tmp_path / "out/html"), FORBIDDEN[Audience.EMPLOYEE]) == []
