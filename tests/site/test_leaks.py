"""No file of a build holds anything of a higher audience, in whatever way pages name it.

``leaks/`` extends the sample handbook by something hidden of every kind: each of its words starts
with ``zzteam`` where the hiring team alone may read it, and with ``zzemp`` where employees may.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sphinx.cmd.build import build_main

from hiring.model.audience import Audience
from hiring.model.problem import Severity
from hiring.reading.handbook import read_handbook, review_handbook
from hiring.reading.tree import days_of, projected_files, write_tree
from tests.hidden import sources_of

from .conftest import SAMPLE, run_build

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .conftest import Build

LEAKS = Path(__file__).parent / "leaks"
BASE = Path(__file__).parents[1] / "core/base"
FORBIDDEN = {Audience.PUBLIC: rb"zz(?:team|emp)\w*", Audience.EMPLOYEE: rb"zzteam\w*"}
LOWER = tuple(FORBIDDEN)


def leaky(folder: Path) -> Path:
    """Write the sample with its pages for the public, and with all that is hidden."""
    shutil.copytree(SAMPLE, folder)
    for name in ("index", "levels", "plain", "skills"):
        prefix(folder / f"{name}.md", "---\naudience: public\n---\n\n")
    edit(folder / "roles/baker.md", "redirects:", "audience: public\nredirects:")
    edit(folder / "index.md", "\nplain\n", "\nplain\nguide/index\n")
    shutil.copytree(LEAKS, folder, dirs_exist_ok=True)
    return folder


def prefix(file: Path, text: str) -> None:
    file.write_text(text + file.read_text("utf-8"), "utf-8")


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text, (file, old)
    file.write_text(text.replace(old, new), "utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file under a folder by its path; archives and inventories unpacked."""
    return {
        file.relative_to(folder).as_posix(): unpacked(file)
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def unpacked(file: Path) -> bytes:
    data = file.read_bytes()
    if file.name == "objects.inv":
        return zlib.decompress(data.split(b"\n", 4)[4])
    if file.suffix == ".epub":
        with zipfile.ZipFile(file) as archive:
            return b"".join(name.encode() + archive.read(name) for name in archive.namelist())
    return data


def found(files: dict[str, bytes], words: bytes) -> list[str]:
    """Return where words stand, in contents and in names of files."""
    pattern = re.compile(words, re.IGNORECASE)
    return [
        f"{name}: {match.group().decode()}"
        for name, data in files.items()
        for match in pattern.finditer(name.encode() + b"\n" + data)
    ]


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return leaky(tmp_path_factory.mktemp("leaks") / "source")


@pytest.fixture(scope="module")
def sites(source: Path) -> dict[Audience, Path]:
    """Return the site of each audience, built without a warning."""
    built = {}
    for audience in Audience:
        target = source.parent / audience
        assert run_build(source, target, hiring_audience=audience.value, html_use_index=True) == ""
        built[audience] = target / "html"
    return built


@pytest.mark.parametrize("audience", LOWER)
def test_no_word_of_others_is_in_any_file(sites: dict[Audience, Path], audience: Audience) -> None:
    assert found(contents(sites[audience]), FORBIDDEN[audience]) == []


@pytest.mark.parametrize(
    ("audience", "prefix"), [(Audience.HIRING_TEAM, "zz"), (Audience.EMPLOYEE, "zzemp")]
)
def test_every_word_is_in_the_build_of_its_readers(
    source: Path, sites: dict[Audience, Path], audience: Audience, prefix: str
) -> None:
    """Else the test above would prove nothing."""
    sources = b"\n".join(file.read_bytes() for file in source.rglob("*") if file.is_file())
    planted = {word.decode().lower() for word in re.findall(rb"(?i)zz[a-z]+", sources)}
    built = b"\n".join(name.encode() + data for name, data in contents(sites[audience]).items())
    shown = {word.decode().lower() for word in re.findall(rb"(?i)zz[a-z]+", built)}
    assert {word for word in planted - shown if word.startswith(prefix)} == {
        word for word in NEVER_SHOWN if word.startswith(prefix)
    }


NEVER_SHOWN = {"zzteamcomment"}


@pytest.mark.parametrize("builder", ["text", "latex", "epub"])
def test_other_builders_hide_as_much(source: Path, tmp_path: Path, builder: str) -> None:
    settings: dict[str, Any] = {"copyright": "2026", "version": "1"}
    said = run_build(source, tmp_path, builder, hiring_audience="public", **settings)
    assert said == ""
    built = contents(tmp_path / builder)
    assert len(built) > 3 or builder != "text"
    assert found(built, FORBIDDEN[Audience.PUBLIC]) == []


def test_words_stay_where_links_go(sites: dict[Audience, Path]) -> None:
    page = (sites[Audience.PUBLIC] / "guide/visible.html").read_text("utf-8")
    body = page[page.index('id="where-it-leads"') : page.index("sd-card")]
    for words in ("own words", "another page", "another section", "another role", "another level"):
        assert words in body
    links = set(re.findall(r'href="([^"]*)"', body))
    assert links == {"#where-it-leads", "#notes"}


@pytest.mark.parametrize("audience", LOWER)
def test_the_projected_tree_builds_the_same(
    source: Path, sites: dict[Audience, Path], tmp_path: Path, audience: Audience
) -> None:
    project(source, tmp_path / "tree", audience)
    target = tmp_path / "built"
    said = run_build(tmp_path / "tree", target, hiring_audience=audience.value, html_use_index=True)
    assert said == ""
    assert_equal(target / "html", sites[audience])
    handbook = review_handbook(tmp_path / "tree")
    assert [found for found in handbook.problems if found.severity is Severity.ERROR] == []


def project(source: Path, target: Path, audience: Audience) -> None:
    handbook, files = projected_files(source, audience)
    assert [found for found in handbook.problems if found.severity is Severity.ERROR] == []
    write_tree(files, audience, target, days_of(source, handbook))


def assert_equal(one: Path, other: Path) -> None:
    first, second = contents(one), contents(other)
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []


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


def test_side_by_side_equals_one_by_one(
    source: Path, sites: dict[Audience, Path], tmp_path: Path
) -> None:
    settings: dict[str, Any] = {"hiring_audience": "public", "html_use_index": True}
    assert run_build(source, tmp_path, jobs=2, **settings) == ""
    assert_equal(tmp_path / "html", sites[Audience.PUBLIC])


def test_nothing_changed_means_nothing_to_do(source: Path, tmp_path: Path, build: Build) -> None:
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
    edit(page, "audience: hiring-team", "audience: public")
    yield True
    page.write_text(f"---\naudience: public\n---\n\n# Rising\n\n{hide(body)}", "utf-8")
    yield False
    page.write_text(f"---\naudience: public\n---\n\n# Rising\n\n{body}", "utf-8")
    yield True
    page.write_text(f"---\naudience: public\n---\n\n# Rising\n\n{hide(body)}", "utf-8")
    yield False
    page.rename(folder / "interviews/rising.md")
    edit(folder / "guide/visible.md", f"- {', '.join(LEADS)}", f"- {LEADS[0]}")
    edit(folder / "guide/index.md", "visible\nrising\n", "visible\n")
    (folder / "interviews/rising.md").write_text("# Zzteamagain\n\nZzteamrise\n", "utf-8")
    yield False
    edit(folder / "guide/visible.md", "## Notes\n", "## Notes\n\nZzteamnow.\n")
    yield True
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


def test_one_folder_for_one_audience_after_another(
    source: Path, sites: dict[Audience, Path], tmp_path: Path
) -> None:
    for audience in (Audience.HIRING_TEAM, Audience.PUBLIC):
        run_build(source, tmp_path, hiring_audience=audience.value, html_use_index=True)
    assert_equal(tmp_path / "html", sites[Audience.PUBLIC])


# Random sources


def random_source(folder: Path, seed: int) -> Path:
    """Write one of the random handbooks, which are all the same to the public."""
    files = {file.relative_to(BASE).as_posix(): file.read_bytes() for file in BASE.rglob("*.*")}
    for path, data in sources_of(seed, files).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    shutil.copy(SAMPLE / "conf.py", folder)
    contents = "```{toctree}\n:glob:\n\nguide/*\nroles/*\n```\n"
    index = "---\naudience: public\n---\n" + (folder / "index.md").read_text("utf-8") + contents
    (folder / "index.md").write_text(index, "utf-8")
    return folder


def test_hidden_text_changes_no_byte(tmp_path: Path) -> None:
    sites = []
    for seed in range(200, 205):
        source = random_source(tmp_path / f"{seed}", seed)
        assert run_build(source, tmp_path / f"{seed}-built", hiring_audience="public") == ""
        sites.append(tmp_path / f"{seed}-built/html")
    for site in sites[1:]:
        assert_equal(sites[0], site)


@pytest.mark.parametrize("audience", LOWER)
def test_random_sources_project_to_what_they_build(tmp_path: Path, audience: Audience) -> None:
    source = random_source(tmp_path / "source", 300)
    project(source, tmp_path / "tree", audience)
    for name in ("source", "tree"):
        said = run_build(
            tmp_path / name, tmp_path / f"{name}-built", hiring_audience=audience.value
        )
        assert said == ""
    assert_equal(tmp_path / "source-built/html", tmp_path / "tree-built/html")


# Pages of which nobody knows whom they are for

UNCLEAR = {
    "unknown": "---\naudience: managers\n---\n",
    "in other case": "---\naudience: Public\n---\n",
    "doubled": "---\naudience: hiring-team\naudience: public\n---\n",
    "empty": "---\naudience:\n---\n",
    "a list": "---\naudience: [public, employee]\n---\n",
    "misspelled": "---\naudiance: hiring-team\n---\n",
    "indented into another": "---\nrole:\n  audience: hiring-team\n---\n",
    "never closed": "---\naudience: public\n",
    "after an empty line": "\n---\naudience: public\n---\n",
    "between dashes of another kind": "\u2014\naudience: hiring-team\n\u2014\n",
    "between no dashes": "audience: hiring-team\n",
    "no YAML": "---\naudience: public\n\ttitle: x\n---\n",
}


def test_a_page_of_which_nobody_knows_the_audience_is_in_no_build(tmp_path: Path) -> None:
    folder = leaky(tmp_path / "source")
    for number, text in enumerate(UNCLEAR.values()):
        page = f"{text}\n# Unclear{number}\n\nUnclearwords{number}.\n"
        (folder / f"guide/unclear{number}.md").write_text(page, "utf-8")
    said = run_build(folder, tmp_path / "built", hiring_audience="employee")
    for number, case in enumerate(UNCLEAR):
        assert f"unclear{number}.md:" in said, case
    assert found(contents(tmp_path / "built/html"), rb"unclear\w*") == []
    handbook = read_handbook(folder, Audience.EMPLOYEE)
    wrong = {found.path for found in handbook.problems if found.severity is Severity.ERROR}
    assert wrong == {f"guide/unclear{number}.md" for number in range(len(UNCLEAR))}


def test_work_is_not_kept_in_the_output(source: Path, tmp_path: Path) -> None:
    """As a plain ``sphinx-build`` would: what is read of higher audiences is there too."""
    for name in ("out", "out"):  # the second one finds nothing to build upon, and builds all
        command = ["-q", "-b", "html", "-D", "hiring_audience=public", str(source)]
        assert build_main([*command, str(tmp_path / name)]) == 0
    files = contents(tmp_path / "out")
    assert "index.html" in files
    assert found(files, FORBIDDEN[Audience.PUBLIC]) == []
