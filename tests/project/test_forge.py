"""What the forge is given: safe workflows, the right owners, forms that it accepts."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from hiring.model.audience import Audience
from tests.support.fixtures import GUIDE
from tests.support.forge import (
    PINNED,
    PUBLISH,
    audited,
    objections,
    parsed,
    schema_errors,
)
from tools.owners import MARK

ROOT = Path(__file__).parents[2]
FORGE = ROOT / ".github"
WORKFLOWS = {file.name: file.read_text("utf-8") for file in sorted(FORGE.glob("workflows/*.yml"))}


@pytest.mark.parametrize("name", WORKFLOWS)
def test_workflows_are_what_the_forge_reads(name: str) -> None:
    assert schema_errors(WORKFLOWS[name], "vendor/github-workflows") == []
    assert schema_errors(WORKFLOWS[name], "custom/github-workflows-require-timeout") == []
    workflow = parsed(WORKFLOWS[name])
    # Its own machine and no other: what a proposed change leaves behind goes with it.
    assert {job.get("runs-on", "ubuntu-24.04") for job in workflow["jobs"].values()} == {
        "ubuntu-24.04"
    }
    assert workflow["concurrency"]["group"].startswith(name.removesuffix(".yml"))


def test_workflows_are_safe() -> None:
    assert audited(FORGE) == {}
    assert {name: list(objections(text)) for name, text in WORKFLOWS.items()} == {
        name: [] for name in WORKFLOWS
    }


def test_an_action_has_one_version() -> None:
    pins = {pin for text in WORKFLOWS.values() for pin in PINNED.findall(text)}
    assert len({action for action, _, _ in pins}) == len(pins)


CHECKOUT = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1"
FAULTS = {
    "unpinned-uses": (CHECKOUT, "actions/checkout@v7"),
    "dangerous-triggers": ("  pull_request:\n", "  pull_request_target:\n"),
    "artipacked": ("persist-credentials: false", "persist-credentials: true"),
    "excessive-permissions": ("permissions: {}", "permissions: write-all"),
    "template-injection": ('make "$TARGET"', "make ${{ github.head_ref }}"),
}
OBJECTED = {
    "not pinned, or not of the forge's own: actions/checkout@v7": FAULTS["unpinned-uses"],
    "not pinned, or not of the forge's own: o/a@3d3c42e5aac5ba805825da76410c181273ba90b1": (
        CHECKOUT,
        CHECKOUT.replace("actions/checkout", "o/a"),
    ),
    "a secret": ("${{ matrix.target }}", "${{ secrets.TOKEN }}"),
    "permissions for all jobs": ("permissions: {}", "permissions: read-all"),
    "permissions of findings": ("contents: read", "contents: write"),
    "a cache in findings": (
        'python-version: "3.13"',
        'python-version: "3.13"\n          cache: pip',
    ),
    "an artifact of _build/html": ("path: _build/public", "path: _build/html"),
}


def with_fault(old: str, new: str) -> str:
    assert old in WORKFLOWS["check.yml"]
    return WORKFLOWS["check.yml"].replace(old, new, 1)


def test_faults_in_workflows_are_found(tmp_path: Path) -> None:
    folder = tmp_path / ".github/workflows"
    folder.mkdir(parents=True)
    for name, (old, new) in FAULTS.items():
        (folder / f"{name}.yml").write_text(with_fault(old, new), "utf-8")
    found = audited(tmp_path)
    assert [name for name in FAULTS if name not in found.get(f"{name}.yml", ())] == []


@pytest.mark.parametrize("objection", OBJECTED)
def test_faults_that_zizmor_lets_pass_are_found(objection: str) -> None:
    assert objection in objections(with_fault(*OBJECTED[objection]))


def test_every_audience_is_built_and_the_public_one_alone_is_shown() -> None:
    build = parsed(WORKFLOWS["check.yml"])["jobs"]["build"]
    targets = {
        entry["audience"]: entry["target"] for entry in build["strategy"]["matrix"]["include"]
    }
    recipes = (ROOT / "Makefile").read_text("utf-8")
    assert set(targets) == set(Audience)
    for audience, target in targets.items():
        assert re.search(rf"^{target}: .*\n.*--audience {audience}$", recipes, re.MULTILINE)
    (preview,) = [step for step in build["steps"] if "upload" in step.get("uses", "")]
    assert preview["if"] == "matrix.audience == 'public'"
    assert preview["with"]["path"] == f"_build/{targets['public']}"


def test_the_guide_names_what_contributors_see() -> None:
    guide = (GUIDE / "contribute.md").read_text("utf-8")
    jobs = parsed(WORKFLOWS["check.yml"])["jobs"]
    (checking,) = [step for step in jobs["findings"]["steps"] if "--format github" in str(step)]
    (preview,) = [step for step in jobs["build"]["steps"] if "upload" in step.get("uses", "")]
    audiences = ", ".join(
        entry["audience"] for entry in jobs["build"]["strategy"]["matrix"]["include"]
    )
    for name in (
        f"| {jobs['findings']['name']} |",
        f"| {jobs['build']['name'].split('$')[0]}{audiences} |",
        f"| {jobs['links']['name']} |",
        f"| {jobs['test']['name'].split(' with')[0]} |",
        f"**{checking['name']}**",
        f"**{preview['with']['name']}**",
    ):
        assert name in guide


CHANGES = {
    "a page": (["handbook/roles/a.md"], True),
    "data of the handbook": (["handbook/company.yaml", "handbook/roles/a.png"], True),
    "the guide": (["handbook/roles/a.md", "handbook/guide/reference.md"], False),
    "the settings": (["handbook/conf.py"], False),
    "a program": (["handbook/roles/a.md", "tools/links.py"], False),
    "a folder whose name starts like the handbook's": (["handbook-tools/a.md"], False),
    "names that git quotes": (['handbook/a".md', "handbook/a\nb.md"], False),
    "nothing": ([], False),
}


@pytest.mark.parametrize("case", CHANGES)
def test_pages_alone_are_told_from_programs(case: str, tmp_path: Path) -> None:
    (look,) = [
        step for step in parsed(WORKFLOWS["check.yml"])["jobs"]["changes"]["steps"] if "id" in step
    ]
    paths, alone = CHANGES[case]
    apart = dict.fromkeys(("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"), os.devnull)
    environment = {**os.environ, **apart, "GITHUB_OUTPUT": str(tmp_path / "output")}
    commit = "git add . && git -c user.name=a -c user.email=a@b commit --quiet --allow-empty -m it"

    def run(script: str) -> None:
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
        subprocess.run(command, cwd=tmp_path, env=environment, check=True)

    run(f"git init --quiet && echo output >.git/info/exclude && {commit}")
    for path in paths:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).touch()
    run(f"{commit} && {look['run']}")
    assert (tmp_path / "output").read_text("utf-8") == f"pages-alone={json.dumps(alone)}\n"


def test_the_tests_are_run_for_all_but_pages() -> None:
    jobs = parsed(WORKFLOWS["check.yml"])["jobs"]
    assert jobs["test"]["needs"] == "changes"
    assert (
        jobs["test"]["if"] == "${{ !cancelled() && needs.changes.outputs.pages-alone != 'true' }}"
    )
    assert jobs["changes"]["if"] == "github.event_name == 'pull_request'"
    for name in ("findings", "build", "links"):
        assert not {"if", "needs"} & jobs[name].keys()


def test_only_the_main_branch_is_published() -> None:
    publish = parsed(WORKFLOWS["publish.yml"])
    assert publish["on"]["push"] == {"branches": ["main"]}
    assert "pull_request" not in publish["on"]
    jobs = publish["jobs"]
    assert jobs["deploy"]["needs"] == "build"
    assert "needs" not in jobs["build"], "what is not ready is held back, and stops nothing else"
    assert jobs["check"]["if"] == "github.ref == 'refs/heads/main'"
    assert [name for name, job in jobs.items() if job["permissions"] == PUBLISH] == ["deploy"]


def test_a_site_is_scanned_before_it_leaves_its_job() -> None:
    """After it is built, and before anything takes it from there."""
    for name, path, audience in (
        ("check.yml", '"_build/$TARGET"', '"$AUDIENCE"'),
        ("publish.yml", "_build/public", "public"),
    ):
        steps = parsed(WORKFLOWS[name])["jobs"]["build"]["steps"]
        scan = f".venv/bin/python -m hiring scan handbook {path} --audience {audience}"
        done = [step.get("run", step.get("uses", "")) for step in steps]
        (built,) = [number for number, step in enumerate(done) if step.startswith("make ")]
        (taken,) = [number for number, step in enumerate(done) if "upload" in step]
        assert built < done.index(scan) < taken
        assert not {"if", "continue-on-error"} & steps[done.index(scan)].keys()


def test_forms_are_what_the_forge_accepts() -> None:
    forms = {file.name: file.read_text("utf-8") for file in FORGE.glob("ISSUE_TEMPLATE/*.yml")}
    assert schema_errors(forms.pop("config.yml"), "vendor/github-issue-config") == []
    assert sorted(forms) == ["new-role.yml", "this-page-is-wrong.yml"]
    for text in forms.values():
        assert schema_errors(text, "vendor/github-issue-forms") == []
        names = [part["id"] for part in parsed(text)["body"] if "id" in part]
        assert len(set(names)) == len(names)
    dependabot = (FORGE / "dependabot.yml").read_text("utf-8")
    assert schema_errors(dependabot, "vendor/dependabot") == []


def test_the_first_template_leads_to_that_of_each_kind_of_change() -> None:
    text = (FORGE / "pull_request_template.md").read_text("utf-8")
    there = {file.name for file in FORGE.glob("PULL_REQUEST_TEMPLATE/*.md")}
    assert set(re.findall(r"\(\?expand=1&template=([^)]+)\)", text)) == there


def test_owners_are_of_what_is_there() -> None:
    """Above the mark, where people write: below it the pages themselves say it."""
    text = (FORGE / "CODEOWNERS").read_text("utf-8")
    assert text.count(MARK) == 1
    for line in filter(None, (line.split("#")[0] for line in text.split(MARK)[0].splitlines())):
        path, *teams = line.split()
        assert path == "*" or (ROOT / path[1:]).exists(), line
        assert teams, line
