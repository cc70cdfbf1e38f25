"""The review of a folder is kept until anything that it depends on is another."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from hiring.checks import folder as folder_module
from hiring.checks.folder import review_folder
from hiring.checks.run import run_checks
from tests.support.cases import DAY

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from hiring.checks.finding import CheckRun

PAGE = """\
---
checks:
  waive: [{rule: age-words, reason: Quoted from a law., until: 2031-01-01}]
---

# How we hire

Digital natives only. We hire ninjas, and teh best.
"""


class Reviews:
    """Reviews of a folder, and how many of them were made anew."""

    def __init__(self, handbook: Path, work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.handbook, self.work, self.made = handbook, work, 0

        def counted(*arguments: object, **named: object) -> CheckRun:
            self.made += 1
            return run_checks(*arguments, **named)  # type: ignore[arg-type]

        monkeypatch.setattr(folder_module, "run_checks", counted)

    def __call__(self, day: date = DAY) -> CheckRun:
        return review_folder(self.handbook, day, self.work)


@pytest.fixture
def reviews(tmp_path: Path, base: Mapping[str, bytes], monkeypatch: pytest.MonkeyPatch) -> Reviews:
    for path, data in {**base, "guide/hire.md": PAGE.encode()}.items():
        file = tmp_path / "handbook" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return Reviews(tmp_path / "handbook", tmp_path / "work", monkeypatch)


def test_a_review_is_kept_whole(reviews: Reviews) -> None:
    first = reviews()
    assert {"misspelled", "exclusive-words"} <= {found.rule for found in first.findings}
    assert [entry.finding.rule for entry in first.waived] == ["age-words"]
    assert reviews() == first
    assert reviews.made == 1


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("guide/hire.md", "# How we hire\n\nWell.\n"),
        ("guide/more.md", "# More\n\nMore.\n"),
        ("skills.yaml", "python: {name: Python}\n"),
        ("images/office.png", "no image"),
        ("images/office.xyz", "no asset"),
        ("conf.py", "hiring_extra_schemes = ['ftp']\n"),
        ("projected.json", "{}"),
    ],
)
def test_any_file_makes_another_review(reviews: Reviews, path: str, text: str) -> None:
    reviews()
    file = reviews.handbook / path
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    again = reviews()
    assert reviews.made == 2
    reviews.work = reviews.work / "clean"
    assert reviews() == again


def test_a_file_that_is_gone_makes_another_review(reviews: Reviews) -> None:
    reviews()
    (reviews.handbook / "guide/hire.md").unlink()
    assert not reviews().waived
    assert reviews.made == 2


def test_another_day_makes_another_review(reviews: Reviews) -> None:
    assert reviews().waived
    assert not reviews(date(2031, 1, 2)).waived


def test_other_code_makes_another_review(reviews: Reviews, monkeypatch: pytest.MonkeyPatch) -> None:
    reviews()
    monkeypatch.setattr(folder_module, "code_version", lambda: "another")
    reviews()
    assert reviews.made == 2


@pytest.mark.parametrize("content", ["", "{", "[]", '{"x": {"findings": 1}}'])
def test_a_broken_file_is_thrown_away(reviews: Reviews, content: str) -> None:
    first = reviews()
    (reviews.work / "review.json").write_text(content, encoding="utf-8")
    assert reviews() == first
    assert reviews.made == 2


OPENING = """---
audience: public
opening: {role: data-engineer, requisition: A-1, status: open}
---
"""


@pytest.mark.parametrize(
    ("conf", "found"),
    [
        ("", {"setting", "site-address"}),
        ("extensions = []\n", {"setting", "site-address"}),
        ("extensions = ['hiring']\n", {"site-address"}),
        ("from base import *\n", set()),
        ("extensions = ['hiring']\nhtml_baseurl = 'https://a.example/'\n", set()),
        ("extensions = ['a']\nextensions += ['hiring']\nhiring_addresses = {}\n", set()),
    ],
)
def test_what_conf_py_lacks(conf: str, found: set[str], reviews: Reviews) -> None:
    (reviews.handbook / "openings").mkdir()
    (reviews.handbook / "openings/job.md").write_text(OPENING, "utf-8")
    (reviews.handbook / "conf.py").write_text(conf, "utf-8")
    assert {it.rule for it in reviews().findings if it.path == "conf.py"} == found
