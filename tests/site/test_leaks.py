"""No file of a build holds anything of a higher audience, in whatever way pages name it.

The same holds for the tree that is projected, for what is hidden at random, and for pages of which
nobody knows whom they are for.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from hiring.model.audience import Audience
from hiring.model.problem import Severity
from hiring.reading.handbook import read_handbook, review_handbook
from tests.hidden import sources_of

from .compared import assert_equal
from .conftest import SAMPLE, run_build
from .leaky import FORBIDDEN, LOWER, contents, found, leaky, project

# With an address there are cards and a sitemap too.
SETTINGS: dict[str, Any] = {"html_use_index": True, "html_baseurl": "https://jobs.example/"}
BASE = Path(__file__).parents[1] / "core/base"


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return leaky(tmp_path_factory.mktemp("leaks") / "source")


@pytest.fixture(scope="module")
def sites(source: Path) -> dict[Audience, Path]:
    """Return the site of each audience, built without a warning."""
    built = {}
    for audience in Audience:
        target = source.parent / audience
        assert run_build(source, target, hiring_audience=audience.value, **SETTINGS) == ""
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


def test_the_public_sees_no_review(sites: dict[Audience, Path]) -> None:
    for audience, site in sites.items():
        page = (site / "reviews.html").read_text("utf-8")
        kept = audience is not Audience.PUBLIC
        assert [
            "hiring-reviews" in page,
            "Of the mill" in page,
            "reviews.ics" in page,
            (site / "feeds/reviews.ics").exists(),
        ] == [kept] * 4


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
    assert found(front_matter_in(tmp_path / "tree"), FORBIDDEN[audience]) == []
    target = tmp_path / "built"
    said = run_build(tmp_path / "tree", target, hiring_audience=audience.value, **SETTINGS)
    assert said == ""
    assert_equal(target / "html", sites[audience])
    handbook = review_handbook(tmp_path / "tree")
    assert [found for found in handbook.problems if found.severity is Severity.ERROR] == []


def front_matter_in(tree: Path) -> dict[str, bytes]:
    """Return what stands above the text of each page: there it is no word of a writer's."""
    pages = {name: data for name, data in contents(tree).items() if name.endswith(".md")}
    return {name: data.partition(b"\n---\n")[0] for name, data in pages.items()}


def test_side_by_side_equals_one_by_one(
    source: Path, sites: dict[Audience, Path], tmp_path: Path
) -> None:
    assert run_build(source, tmp_path, jobs=2, hiring_audience="public", **SETTINGS) == ""
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


def test_the_public_is_told_of_stages_what_candidates_are(sites: dict[Audience, Path]) -> None:
    """A public briefing says names, times and how to prepare; others say nothing."""
    page = (sites[Audience.PUBLIC] / "guide/visible.html").read_text("utf-8")
    posting = (sites[Audience.PUBLIC] / "postings/baker.txt").read_text("utf-8")
    for said in (page, posting):
        for told in ("A loaf", "45 minutes. In the bakehouse", "Bring an apron", "3 working days"):
            assert told in said
    whole = json.loads((sites[Audience.PUBLIC] / "handbook.json").read_text("utf-8"))
    assert (whole["interviews"], whole["rubrics"]) == ([], [])
    assert [briefing["role"] for briefing in whole["briefings"]] == ["baker"]
    assert not (sites[Audience.PUBLIC] / "kits").exists()
    assert (sites[Audience.HIRING_TEAM] / "kits/baker.docx").is_file()
