"""What writers do every day leaves a pull request green: it is done to a copy of the handbook here.

Each edit alone has no error; all of them together go through what `check.yml` does with a change of
pages. The edits are right ones: what is wrong with pages is told by the cases of tests/core.
"""

from __future__ import annotations

import re
import shutil
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hiring.checks.run import run_checks
from hiring.model.audience import Audience
from hiring.model.problem import Severity
from hiring.reading.handbook import read_views
from hiring.reading.pages.page_cache import PageCache
from tests.forked import python
from tests.support.cases import DAY
from tests.support.fixtures import FROZEN

if TYPE_CHECKING:
    from collections.abc import Callable

    from hiring.model.handbook import Handbook

NEW = Path(__file__).parent / "everyday"
"""The pages that are added."""

PROJECT = Path(__file__).parents[2]
NAMED = re.compile(r"(?<=[`<\[ ])data-engineer(?=[`>/,\]\n])|(?<=roles/)data-engineer\b")
"""A role's key where a page names the role, and not its plan of interviews or its opening."""


def replace(handbook: Path, path: str, *changes: tuple[str, str]) -> None:
    text = (handbook / path).read_text("utf-8")
    for old, new in changes:
        assert text.count(old) == 1, f"{old!r} must stand in {path} once"
        text = text.replace(old, new)
    (handbook / path).write_text(text, "utf-8")


def add_a_role_of_a_new_family(handbook: Path) -> None:
    shutil.copy(NEW / "roles/crane-mechanic.md", handbook / "roles")
    family = ":::{role-list} Yard and workshop\n:family: Yard and workshop\n:::\n\n## Find your way"
    replace(handbook, "index.md", ("## Find your way", family))


def open_a_job_today(handbook: Path) -> None:
    add_a_role_of_a_new_family(handbook)
    shutil.copy(NEW / "openings/crane-mechanic-denver.md", handbook / "openings")


def rename_a_role(handbook: Path) -> None:
    (handbook / "roles/data-engineer.md").rename(handbook / "roles/pipeline-engineer.md")
    for page in handbook.rglob("*.md"):
        page.write_text(NAMED.sub("pipeline-engineer", page.read_text("utf-8")), "utf-8")
    replace(
        handbook,
        "roles/pipeline-engineer.md",
        ("  title: Data Engineer\n", "  title: Pipeline Engineer\n"),
        ("# Data Engineer\n", "# Pipeline Engineer\n"),
        ("audience: public\n---", "audience: public\nredirects: [roles/data-engineer]\n---"),
    )


def retire_a_role(handbook: Path) -> None:
    replace(handbook, "roles/data-analyst.md", ("status: active", "status: retired"))
    replace(handbook, "openings/data-analyst-antwerp.md", ("status: open", "status: closed"))


def change_a_bullet_and_a_band(handbook: Path) -> None:
    replace(
        handbook,
        "roles/data-scientist.md",
        ("- Review the models, code", "- Read the models, code"),
        ("max: 170000", "max: 172000"),
        (":pay: USD 155000-170000 per year", ":pay: USD 155000-172000 per year"),
    )


def change_what_all_roles_share(handbook: Path) -> None:
    replace(
        handbook,
        "company.yaml",
        ("  - A retirement plan", "  - A bicycle\n  - A retirement plan"),
        ("size: 420", "size: 421"),
    )


def delete_a_page(handbook: Path) -> None:
    (handbook / "openings/mlops-engineer-remote.md").unlink()


def do_nothing(handbook: Path) -> None:
    """A day that goes by."""


EDITS: tuple[Callable[[Path], None], ...] = (
    do_nothing,
    change_a_bullet_and_a_band,
    change_what_all_roles_share,
    delete_a_page,
    retire_a_role,
    add_a_role_of_a_new_family,
    rename_a_role,
    open_a_job_today,
)


@pytest.fixture(scope="module")
def cache() -> PageCache:
    """Return what keeps the pages that are the same in all copies."""
    return PageCache()


@pytest.fixture(scope="module", params=EDITS, ids=lambda edit: edit.__name__)
def views(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, cache: PageCache
) -> tuple[Handbook, ...]:
    """Return a handbook with an edit, as each audience has it."""
    handbook = Path(shutil.copytree(FROZEN, tmp_path_factory.mktemp("edited") / "handbook"))
    request.param(handbook)
    return read_views(handbook, cache)


@pytest.mark.parametrize("later", [0, 400], ids=["today", "next-year"])
def test_an_edit_has_no_error(views: tuple[Handbook, ...], later: int) -> None:
    found = run_checks(views[-1], DAY + timedelta(later), views=views).findings
    assert [str(it) for it in found if it.severity is Severity.ERROR] == []


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project with a handbook in which all of that was done."""
    folder = tmp_path_factory.mktemp("project")
    handbook = Path(shutil.copytree(FROZEN, folder / "handbook"))
    for edit in EDITS:
        if edit is not add_a_role_of_a_new_family:  # which the opening needs, and brings along
            edit(handbook)
    (folder / ".github").mkdir()
    shutil.copy(PROJECT / ".github/CODEOWNERS", folder / ".github")
    return folder


def run(project: Path, *command: str) -> str:
    """Run a command with Python at the top of the project; return what it prints."""
    done = python(*command, cwd=project, SOURCE_DATE_EPOCH="1795305600")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_check(project: Path) -> None:
    assert "::error" not in run(project, "-m", "hiring", "check", "--format", "github")


@pytest.mark.parametrize("audience", Audience)
def test_build(project: Path, audience: Audience) -> None:
    site = f"_build/{audience}"
    for command in ("build", "scan"):
        run(project, "-m", "hiring", command, "handbook", site, "--audience", audience)
    run(project, str(PROJECT / "tools/links.py"), site)
    pages = {file.relative_to(project / site) for file in (project / site).rglob("*.html")}
    for path in ("roles/crane-mechanic.html", "openings/crane-mechanic-denver.html"):
        assert Path(path) in pages
    moved = (project / site / "roles/data-engineer.html").read_text("utf-8")
    assert 'href="pipeline-engineer.html"' in moved


def test_owners(project: Path) -> None:
    told = run(project, "-m", "tools.owners", "--tell")
    assert "file=handbook/roles/crane-mechanic.md" in told
    assert "::error" not in told
    run(project, "-m", "tools.owners")
    assert run(project, "-m", "tools.owners", "--tell") == ""
