"""The handbooks that are made to be measured are the same each time, and without fault."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from benchmarks import wording
from benchmarks.builds import edit_body, edit_title
from benchmarks.generate import roles, write_handbook
from benchmarks.run import Size
from benchmarks.targets import Target
from benchmarks.variants import write_plain
from hiring.model.audience import Audience
from hiring.reading.handbook import read_handbook
from tests.wording.labelled import Score, Scores

if TYPE_CHECKING:
    from pathlib import Path

    from hiring.model.handbook import Handbook

COUNT = 10
"""Roles of the handbook that these tests share."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "handbook"
    write_handbook(folder, COUNT)
    return folder


@pytest.fixture(scope="module")
def read(made: Path) -> Handbook:
    return read_handbook(made, Audience.HIRING_TEAM)


def files(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def test_same_number_same_bytes(made: Path, tmp_path: Path) -> None:
    write_handbook(tmp_path / "again", COUNT)
    assert files(tmp_path / "again") == files(made)


def test_reads_without_a_problem(read: Handbook) -> None:
    assert not read.problems
    assert len(read.roles) == COUNT
    assert len(read.openings) == 1
    for role in read.roles.values():
        assert len(role.levels) == 4
        assert len(role.questions) == 5


def test_pages_have_about_2000_words(made: Path) -> None:
    for page in (made / "roles").glob("*-*.md"):
        assert 1800 < len(page.read_text("utf-8").split()) < 2500


def test_titles_are_all_different() -> None:
    many = roles(5000)
    assert len({role.key for role in many}) == len({role.title for role in many}) == 5000


def words(markdown: str) -> list[str]:
    """Return what a page says: its words without front matter, blocks, options and targets."""
    body = re.sub(r"\A---\n.*?\n---\n", "", markdown, flags=re.DOTALL)
    body = re.sub(r"\{\w+\}`([^`]*)`|\[([^]]*)\]\([^)]*\)", " LINK ", body)
    body = re.sub(r"^:+(?:\{(?!level\}|question\})|$).*$", "", body, flags=re.MULTILINE)
    body = re.sub(r"^:+\{\w+\}", "", body, flags=re.MULTILINE)
    body = re.sub(r"^:(?:id|also|priority):.*$|^:\w+:", "", body, flags=re.MULTILINE)
    return re.findall(r"\w+", body)


def test_plain_variant_has_the_same_words(made: Path, tmp_path: Path) -> None:
    write_plain(made, tmp_path / "plain")
    for page in sorted((made / "roles").glob("*-*.md")):
        plain = (tmp_path / "plain/roles" / page.name).read_text("utf-8")
        # What the box of facts shows stands in a list between the title and the first heading.
        title, _, rest = plain.partition("\n\n")
        plain = f"{title}\n\n{rest[rest.index('## ') :]}"
        assert words(plain) == words(page.read_text("utf-8"))
        assert ":::" not in plain
        assert "{" not in plain


def test_plain_pages_are_in_a_table_of_contents(made: Path, tmp_path: Path) -> None:
    write_plain(made, tmp_path / "plain")
    index = (tmp_path / "plain/roles/index.md").read_text("utf-8")
    assert "```{toctree}\n:hidden:\n:glob:\n\n*\n```" in index
    assert index.count("\n- [") == COUNT


@pytest.mark.parametrize("edit", [edit_body, edit_title])
def test_edits_leave_the_page_sound(made: Path, tmp_path: Path, edit: object) -> None:
    write_handbook(tmp_path / "edited", COUNT)
    page = sorted((tmp_path / "edited/roles").glob("*-*.md"))[0]
    before = page.read_text("utf-8")
    assert callable(edit)
    edit(page)
    assert page.read_text("utf-8") != before
    assert not read_handbook(tmp_path / "edited", Audience.HIRING_TEAM).problems


def test_a_target_is_judged_at_its_own_size() -> None:
    size = Size(live=1.5)
    target = Target("preview", "s", 1, 100, lambda size: size.live)
    assert target.verdict(100, size) == "1.50, not met"
    assert target.verdict(10, size) == "1.50"
    assert target.verdict(100, Size(live=1.0)) == "1.00, met"
    assert target.verdict(100, Size()) == "–"


def test_history_of_wording_keeps_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wording, "WORDING_HISTORY", tmp_path / "history.jsonl")
    score = Score(right=3, wrong=1, missing=2)
    scores = Scores(entries=9, clean=5, words=250, overall=score, by_rule={"jargon": score})
    for _ in range(2):
        wording.keep({"en": {"tuning": scores}})
    first, second = map(json.loads, (tmp_path / "history.jsonl").read_text("utf-8").splitlines())
    kept = first["languages"]["en"]["tuning"]
    assert kept == second["languages"]["en"]["tuning"]
    assert kept.pop("rules") == {"jargon": [3, 1, 2]}
    assert kept == {"entries": 9, "clean": 5, "words": 250, "all": [3, 1, 2]}
    assert scores.wrong_per_1000_words == 4
