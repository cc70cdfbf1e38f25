"""A folder of the hiring team that is renamed is told of, and its pages are in no other's build."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hiring.model.audience import Audience
from hiring.reading.handbook import understand
from hiring.reading.pages.page_cache import PageCache
from hiring.reading.sources.sources import sources_from, sources_in
from hiring.reading.sources.told import PROJECTED

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PLAN = b"# Plan\n\nAsk about the oven.\n"
TITLED = "# Interview plan: {}\n\nAsk about the oven.\n"
STATED = b'hiring_audience = "public"\nhiring_folder_audiences = {"interviews": "hiring-team"}\n'


def told(base: Mapping[str, bytes], **files: bytes) -> list[str]:
    """Return what is said of a small handbook with these files: ``__`` is a slash, ``_`` a dot."""
    named = {name.replace("__", "/").replace("_md", ".md"): data for name, data in files.items()}
    conf = {"conf.py": named.pop("conf", b"project = 'x'\n")}
    sources = sources_from({**base, **conf, **named})
    handbook = understand(sources, Audience.EMPLOYEE, PageCache())
    return [str(problem) for problem in handbook.problems]


def test_a_handbook_without_interviews_passes(base: Mapping[str, bytes]) -> None:
    assert told(base) == []
    assert told(base, guide__talks_md=PLAN, policies__plan_md=PLAN) == []
    assert told(base, guide__how_we_interview_md=b"# How we interview\n\nKindly.\n") == []
    assert told(base, conf=b"hiring_folder_audiences = {}\n", gespraeche__plan_md=PLAN) == []


@pytest.mark.parametrize(
    "folder",
    ["gespraeche", "gespr\u00e4che", "Interviews", "hr/interview-kits", "entretiens", "面接"],
)
def test_a_folder_named_for_interviews_is_told_of(folder: str, base: Mapping[str, bytes]) -> None:
    found = told(base, **{f"{folder}/plan.md": PLAN})
    assert len(found) == 1
    assert found[0].startswith(f"conf.py:1: error[setting] the pages in `{folder}/` seem to be")
    written = found[0].partition("write `")[2].partition("` into")[0]
    assert told(base, **{f"{folder}/plan.md": PLAN, "conf": written.encode()}) == []
    stated = b"---\naudience: employee\n---\n\n" + PLAN
    assert told(base, **{f"{folder}/plan.md": stated}) == []
    assert told(base, **{f"{folder}/plan.md": PLAN, "interviews/a.md": PLAN}) == []


def test_a_folder_of_titles_is_told_of(base: Mapping[str, bytes]) -> None:
    pages = {f"plans/{name}.md": TITLED.format(name).encode() for name in "ab"}
    assert "`plans/`" in told(base, **pages)[0]
    assert told(base, **dict(list(pages.items())[:1])) == []
    others = {f"plans/{name}.md": b"# Other\n\nText.\n" for name in "cde"}
    assert told(base, **pages, **others) == []


def test_a_folder_that_conf_names_must_be_there(base: Mapping[str, bytes]) -> None:
    assert told(base, conf=STATED, interviews__plan_md=PLAN) == []
    assert told(base, conf=STATED, interview__plan_md=PLAN) == [
        "conf.py:2: error[setting] `hiring_folder_audiences` names `interviews`, and there is no "
        "such folder; did you mean `interview`? Its pages would be for all employees: name the "
        "folder as it is called now, or delete the entry where there are no such pages"
    ]
    nested = b'hiring_folder_audiences = {"hr/plans/": "hiring-team"}\n'
    assert told(base, conf=nested, hr__plans__old__plan_md=PLAN) == []
    assert len(told(base, conf=nested, hr__plan_md=PLAN)) == 1


def test_a_projected_tree_has_lost_them_rightly(base: Mapping[str, bytes], tmp_path: Path) -> None:
    for path, data in {**base, "conf.py": STATED, PROJECTED: b"{}"}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    handbook = understand(sources_in(tmp_path), Audience.PUBLIC, PageCache())
    assert handbook.problems == ()
    (tmp_path / PROJECTED).unlink()
    assert len(understand(sources_in(tmp_path), Audience.PUBLIC, PageCache()).problems) == 1
