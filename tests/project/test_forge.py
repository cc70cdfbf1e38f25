"""What the forge is given: safe workflows, the right owners, forms that it accepts."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
import yaml

from hiring.model.audience import Audience

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
FORGE = ROOT / ".github"
WORKFLOWS = {file.name: file.read_text("utf-8") for file in sorted(FORGE.glob("workflows/*.yml"))}

READ = {"contents": "read"}
PUBLISH = {"pages": "write", "id-token": "write"}
"""What a job may do, and what the one that publishes may do instead."""

SHOWN = {"findings.sarif", "_build/public"}
"""What may leave a job: whoever may open the repository can download it."""

USES = re.compile(r"^ *(?:- )?uses: (?!\./)(\S+)(.*)$", re.MULTILINE)
PINNED = re.compile(r"(actions/[a-z-]+)@([0-9a-f]{40}) (# v\d+\.\d+\.\d+)")


def parsed(text: str) -> dict[str, Any]:
    """Return a file's YAML, all values as they are written: `on` is a word."""
    stated: dict[str, Any] = yaml.load(text, yaml.BaseLoader)
    return stated


def schema_errors(text: str, name: str) -> list[str]:
    """Return what is wrong with a file by a schema that check-jsonschema carries."""
    resource = files("check_jsonschema") / f"builtin_schemas/{name}.json"
    schema = json.loads(resource.read_text("utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    stated = yaml.safe_load(text)
    if True in stated:  # YAML 1.1 takes the key `on` for it
        stated["on"] = stated.pop(True)
    return [error.message for error in validator.iter_errors(stated)]


def audited(folder: Path) -> dict[str, set[str]]:
    """Return zizmor's findings by file; it never asks the network."""
    command = [str(Path(sys.executable).parent / "zizmor"), "--offline", "--persona=auditor"]
    command += ["--no-config", "--no-progress", "--format=json-v1", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 11, 12, 13, 14), done.stderr
    found: dict[str, set[str]] = {}
    for finding in json.loads(done.stdout):
        if not finding["ignored"]:
            for location in finding["locations"]:
                path = location["symbolic"]["key"]["Local"]["verbatim_path"]
                found.setdefault(Path(path).name, set()).add(finding["ident"])
    return found


def objections(text: str) -> Iterator[str]:
    """Yield what a workflow does that ours may not, and that zizmor lets pass."""
    for action, comment in USES.findall(text):
        if not PINNED.fullmatch(f"{action}{comment}"):
            yield f"not pinned, or not of the forge's own: {action}"
    if "secrets" in text:
        yield "a secret"
    workflow = parsed(text)
    if workflow["permissions"]:
        yield "permissions for all jobs"
    for name, job in workflow["jobs"].items():
        programs = [step["run"] for step in job.get("steps", []) if "run" in step]
        if job["permissions"] != READ and (job["permissions"] != PUBLISH or programs):
            yield f"permissions of {name}"
        for step in job.get("steps", []):
            stated = step.get("with", {})
            if {"cache", "restore-keys"} & stated.keys() or "/cache@" in step.get("uses", ""):
                yield f"a cache in {name}"
            if "upload" in step.get("uses", "") and stated["path"] not in SHOWN:
                yield f"an artifact of {stated['path']}"


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
    guide = (ROOT / "handbook/guide/contribute.md").read_text("utf-8")
    jobs = parsed(WORKFLOWS["check.yml"])["jobs"]
    (checking,) = [step for step in jobs["findings"]["steps"] if "--format github" in str(step)]
    (preview,) = [step for step in jobs["build"]["steps"] if "upload" in step.get("uses", "")]
    audiences = ", ".join(
        entry["audience"] for entry in jobs["build"]["strategy"]["matrix"]["include"]
    )
    for name in (
        f"| {jobs['findings']['name']} |",
        f"| {jobs['build']['name'].split('$')[0]}{audiences} |",
        f"| {jobs['test']['name'].split(' with')[0]} |",
        f"**{checking['name']}**",
        f"**{preview['with']['name']}**",
    ):
        assert name in guide


def test_only_the_main_branch_is_published() -> None:
    publish = parsed(WORKFLOWS["publish.yml"])
    assert publish["on"]["push"] == {"branches": ["main"]}
    assert "pull_request" not in publish["on"]
    jobs = publish["jobs"]
    assert (jobs["deploy"]["needs"], jobs["build"]["needs"]) == ("build", "check")
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


def team(name: str) -> str:
    return "@fennmoor/" + re.sub("[^a-z0-9]+", "-", name.lower()).strip("-")


def owners_of_roles() -> str:
    """Return the end of CODEOWNERS, as the pages of roles have it."""
    families: dict[str, str] = {}
    for page in sorted((ROOT / "handbook/roles").glob("*.md")):
        facts = yaml.safe_load(page.read_text("utf-8").split("---\n")[1]).get("role")
        if facts:
            family, path = facts["family"], f"/{page.relative_to(ROOT).as_posix()}"
            line = f"{path:<48} {team(family)} {team(facts['owner'])}\n"
            families[family] = families.get(family, "") + line
    return "".join(f"\n# {family}\n{families[family]}" for family in sorted(families))


def test_role_pages_belong_to_their_family() -> None:
    text = (FORGE / "CODEOWNERS").read_text("utf-8")
    wanted = owners_of_roles()
    assert text.endswith(wanted), f".github/CODEOWNERS must end with:\n{wanted}"
    assert text.count("/handbook/roles/") == wanted.count("/handbook/roles/")
    for line in filter(None, (line.split("#")[0] for line in text.splitlines())):
        path, *teams = line.split()
        assert path == "*" or (ROOT / path[1:]).exists(), line
        assert teams, line
