"""The commands as an operator calls them, on the sample handbook."""

from __future__ import annotations

import json
import re
import subprocess
from contextlib import chdir, redirect_stderr, redirect_stdout
from datetime import date
from io import StringIO
from pathlib import Path

import jsonschema
import pytest

from hiring.__main__ import main
from hiring.model.audience import Audience
from hiring.reading.handbook import read_handbook
from hiring.scaffold import ScaffoldError, new_opening, new_role
from tests.forked import python

from .faults import Builds

BROKEN = """---
role:
  title: Carter
  famly: Roads
  summary: Drives.
  owner: People team
---

# Carter

:::{responsibilities}
- Drive, with {role}`backer`
"""


def hiring(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Call a command in a folder, in this process: most of its time is to start one."""
    out, err = StringIO(), StringIO()
    with chdir(cwd), redirect_stdout(out), redirect_stderr(err):
        status = main([*arguments])
    return subprocess.CompletedProcess(arguments, status, out.getvalue(), err.getvalue())


def test_check_prints_a_line_a_finding(sample: Path) -> None:
    (sample / "roles/carter.md").write_text(BROKEN, encoding="utf-8")
    done = python("-m", "hiring", "check", "sample", cwd=sample.parent)
    assert done.returncode == 1
    assert re.findall(r"^(roles/carter\.md:\d+: error\[[\w-]+\])", done.stdout, re.MULTILINE) == [
        "roles/carter.md:4: error[unknown-field]",
        "roles/carter.md:11: error[fence-open]",
    ]
    assert "did you mean `family`?" in done.stdout


def test_check_of_a_sound_handbook(sample: Path) -> None:
    done = hiring("check", "sample", cwd=sample.parent)
    assert (done.returncode, "0 errors" in done.stdout) == (0, True)


def test_check_without_a_folder_says_so(tmp_path: Path) -> None:
    done = hiring("check", "nowhere", cwd=tmp_path)
    assert done.returncode == 2
    assert "There is no folder nowhere" in done.stderr


def test_a_mistake_keeps_the_last_good_build(sample: Path) -> None:
    builds = Builds(sample, sample.parent / "site")
    assert builds.build()[0] == 0
    before = builds.site
    (sample / "index.md").write_text(
        (sample / "index.md").read_text(encoding="utf-8") + "\nNew words.\n", encoding="utf-8"
    )
    (sample / "roles/carter.md").write_text(BROKEN, encoding="utf-8")
    for _ in range(2):  # what Sphinx has said once, it says again
        status, said = builds.build()
        assert status == 1
        assert "carter.md:4:" in said
        assert "carter.md:11:" in said
        assert "site stays as it was" in said
        assert builds.site == before
    (sample / "roles/carter.md").unlink()
    assert builds.build()[0] == 0
    assert b"New words." in builds.site["index.html"]


def test_export_is_valid_by_its_own_schema(sample: Path) -> None:
    root = sample.parent
    assert hiring("export", "sample", "data", cwd=root).returncode == 0
    document = json.loads((root / "data/handbook.json").read_text(encoding="utf-8"))
    for file in (root / "data/schema").iterdir():
        jsonschema.Draft202012Validator.check_schema(json.loads(file.read_text(encoding="utf-8")))
    schema = json.loads((root / "data/schema/handbook.json").read_text(encoding="utf-8"))
    jsonschema.validate(document, schema)
    baker = next(role for role in document["roles"] if role["key"] == "baker")
    assert baker["blocks"]["responsibilities"]["text"] == (
        "- Bake bread, Mentoring others\n- Read the miller's questions"
    )
    assert baker["levels"][2]["years"] == {"min": 5, "max": None}
    assert baker["questions"][0]["id"] == "degree"
    assert baker["pay"] == {"currency": "USD", "min": 30000, "max": 60000, "per": "year"}


def test_build_writes_the_same_data(sample: Path) -> None:
    root = sample.parent
    assert Builds(sample, root / "site").build()[0] == 0
    hiring("export", "sample", "data", cwd=root)
    for file in (root / "data").rglob("*.json"):
        built = root / "site" / file.relative_to(root / "data")
        assert built.read_bytes() == file.read_bytes()


def test_new_pages_build_at_once_and_mark_their_blanks(sample: Path) -> None:
    root = sample.parent
    told = hiring("new", "role", "Warehouse Electrician", "sample", cwd=root).stdout
    path, step = told.split("\n", 1)
    assert (root / path) == sample / "roles/warehouse-electrician.md"
    assert "`make check`" in step
    assert hiring("new", "opening", "baker", "sample", cwd=root).returncode == 0
    status, said = Builds(sample, root / "site").build(audience=Audience.HIRING_TEAM)
    assert status == 0, said
    for page in ("roles/warehouse-electrician", "openings/baker-opening"):
        source = (sample / f"{page}.md").read_text(encoding="utf-8")
        shown = (root / "site" / f"{page}.html").read_text(encoding="utf-8")
        assert '<span class="hiring-blank">TODO</span>' in shown
        prose = [line for line in source.split("---\n")[-1].split("\n") if "TODO" in line]
        assert shown.count('class="hiring-blank"') >= len(prose)


def test_a_renamed_role_is_found_by_its_old_name(sample: Path) -> None:
    root = sample.parent
    done = hiring("rename", "baker", "oven-baker", "sample", cwd=root)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("roles/baker.md is roles/oven-baker.md now.")
    index = (sample / "index.md").read_text(encoding="utf-8")
    old = "Ask the {role}`baker`, a {level}`baker/senior`.\n\n:::{role-card} baker\n:::\n\n"
    (sample / "index.md").write_text(index.replace("\n\n", f"\n\n{old}", 1), encoding="utf-8")
    status, said = Builds(sample, root / "site").build()
    assert status == 0, said
    shown = (root / "site/index.html").read_text(encoding="utf-8")
    assert 'href="roles/oven-baker.html"' in shown
    assert 'href="roles/oven-baker.html#level-senior"' in shown
    assert 'href="roles/baker.html' not in shown
    assert "oven-baker.html" in (root / "site/roles/baker.html").read_text(encoding="utf-8")
    again = hiring("rename", "baker", "oven-bakers", "sample", cwd=root)
    assert (again.returncode, again.stdout) == (1, "")


def test_filled_role_passes(sample: Path) -> None:
    page = new_role("Data Engineer", sample)
    text = page.read_text(encoding="utf-8")
    for blank, value in {
        "family: TODO": "family: Kitchen",
        "min: TODO, max: TODO": "min: 1000, max: 2000",
    }.items():
        text = text.replace(blank, value)
    page.write_text(re.sub("TODO:?", "Something", text), encoding="utf-8")
    found = read_handbook(sample).problems
    assert [problem for problem in found if problem.path.endswith(page.name)] == []


def test_new_opening_says_what_is_missing_and_passes_once_filled(sample: Path) -> None:
    root = sample.parent
    assert hiring("new", "opening", "baker", "sample", cwd=root).returncode == 0
    page = sample / "openings/baker-opening.md"
    text = page.read_text(encoding="utf-8")
    for blank, value in {
        "requisition: TODO": "requisition: B-1",
        "closes: TODO": "closes: 2099-12-31",
        "locations: [TODO]": "locations: [{locality: Bath, country: GB}]",
        "# apply: {url": "apply: {url",
        "status: draft": "status: open",
        "TODO:": "Oven three:",
    }.items():
        assert blank in text
        text = text.replace(blank, value)
    page.write_text(text, encoding="utf-8")
    role = sample / "roles/baker.md"
    lines = role.read_text(encoding="utf-8").replace("---\nrole:", "---\naudience: public\nrole:")
    role.write_text(lines, encoding="utf-8")
    found = [str(problem) for problem in read_handbook(sample).problems]
    assert [line for line in found if "openings/" in line] == []
    assert "baker-opening" in read_handbook(sample).openings


def test_new_opening_at_a_level(sample: Path) -> None:
    day = date(2026, 11, 20)
    level = read_handbook(sample).roles["baker"].levels[0].id
    first, second = (new_opening("baker", level, sample, day) for _ in range(2))
    assert (first.name, second.name) == (f"baker-{level}.md", f"baker-{level}-2.md")
    assert first.read_bytes() == second.read_bytes()
    text = first.read_text(encoding="utf-8")
    assert f"  level: {level} " in text
    assert "  posted: 2026-11-20 " in text


@pytest.mark.parametrize(
    ("role", "level", "said"),
    [
        ("bakr", "", "there is no role `bakr`; did you mean `baker`?"),
        ("", "", "there is no role ``"),
        ("../x", "", "there is no role `../x`"),
        ("baker", "chief", "`baker` has no level `chief`"),
    ],
)
def test_new_opening_refuses_what_is_not_there(
    role: str, level: str, said: str, sample: Path
) -> None:
    before = sorted(sample.rglob("*"))
    with pytest.raises(ScaffoldError, match=re.escape(said)):
        new_opening(role, level, sample)
    assert sorted(sample.rglob("*")) == before


@pytest.mark.parametrize("title", ["", "   ", "{evil}", "`id`", '"', "x" * 101, "ä\nb`"])
def test_new_role_refuses_what_is_no_title(title: str, sample: Path) -> None:
    before = sorted(sample.rglob("*"))
    with pytest.raises(ScaffoldError):
        new_role(title, sample)
    assert sorted(sample.rglob("*")) == before


def test_new_role_writes_nothing_over(sample: Path) -> None:
    with pytest.raises(ScaffoldError, match="already there"):
        new_role("Baker", sample)
