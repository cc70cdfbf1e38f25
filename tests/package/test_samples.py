"""The samples of a starter for forges, servers, schedules and containers do what they say."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from hiring.model.audience import Audience
from hiring.model.data import stated_in
from hiring.site.headers import HEADERS, UNLISTED
from hiring.starter.begin import Wishes, starter
from tests.support.forge import PINNED, audited, objections, parsed, schema_errors
from tests.support.waiting import LONG, wait

from .conftest import ROOT, run

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES = ("en", "de", "fr")
FILES: Mapping[str, Mapping[str, str]] = {
    language: starter(Wishes(language=language, name="Acme"), date(2026, 11, 22))
    for language in LANGUAGES
}
ENGLISH = FILES["en"]
WORKFLOWS = {path: text for path, text in ENGLISH.items() if "/workflows/" in path}


@pytest.fixture(scope="module", params=LANGUAGES)
def begun(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a starter."""
    folder = tmp_path_factory.mktemp(request.param)
    for path, text in FILES[request.param].items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def test_workflows_are_safe(begun: Path) -> None:
    assert audited(begun / ".github") == {}
    for file in (begun / ".github/workflows").iterdir():
        text = file.read_text("utf-8")
        assert schema_errors(text, "vendor/github-workflows") == []
        assert schema_errors(text, "custom/github-workflows-require-timeout") == []
        assert list(objections(text)) == []
    dependabot = (begun / ".github/dependabot.yml").read_text("utf-8")
    assert schema_errors(dependabot, "vendor/dependabot") == []


def test_their_actions_are_those_of_this_repository() -> None:
    ours = "".join(file.read_text("utf-8") for file in (ROOT / ".github/workflows").iterdir())
    pins = {action: f"{sha} {version}" for action, sha, version in PINNED.findall(ours)}
    used = stated_in("starter/pins.yaml")
    assert {f"actions/{name}": pin for name, pin in used.items()} == pins


def test_workflows_check_and_build_and_run_no_tests_of_programs() -> None:
    check, publish = (parsed(WORKFLOWS[f".github/workflows/{n}.yml"]) for n in ("check", "publish"))
    ran = [
        step["run"]
        for workflow in (check, publish)
        for job in workflow["jobs"].values()
        for step in job["steps"]
        if "run" in step
    ]
    assert ran == [
        "make setup PYTHON=python",
        ".venv/bin/hiring check --format github",
        'make "$AUDIENCE" PYTHON=python',
        "make public PYTHON=python",
    ]
    assert check["jobs"]["build"]["strategy"]["matrix"]["audience"] == list(Audience)
    assert publish["on"]["schedule"], "a site that is not built each day offers jobs that closed"
    assert "needs" not in publish["jobs"]["build"]


def test_gitlab_takes_its_file(begun: Path) -> None:
    text = (begun / ".gitlab-ci.yml").read_text("utf-8")
    assert schema_errors(text, "vendor/gitlab-ci") == []
    stated = yaml.safe_load(text)
    assert stated["build"]["parallel"]["matrix"] == [{"AUDIENCE": list(Audience)}]
    kept = {
        path
        for job in stated.values()
        if isinstance(job, dict)
        for path in job.get("artifacts", {}).get("paths", [])
    }
    assert kept == {"public"}, "what is for others is in no artifact"
    assert stated["variables"]["GIT_DEPTH"] == "0"
    assert stated["pages"]["needs"] == []


def test_every_command_is_in_the_makefile(begun: Path) -> None:
    recipes = set(re.findall(r"(?m)^([a-z-]+):", (begun / "Makefile").read_text("utf-8")))
    texts = [(begun / path).read_text("utf-8") for path in FILES["en"] if (begun / path).exists()]
    named = {
        word for text in texts for word in re.findall(r"`make ([a-z-]+)|^ *- make ([a-z-]+)", text)
    }
    assert {name for pair in named for name in pair if name} <= recipes
    done = run("make", cwd=begun)
    assert done.stderr == ""
    listed = re.findall(r"(?m)^make ([a-z-]+) +\S", done.stdout)
    assert set(listed) == recipes - {"setup"}
    assert set(Audience) <= recipes


def test_words_on_the_command_line_are_not_run(begun: Path, tmp_path: Path) -> None:
    stub = tmp_path / "venv/bin/hiring"
    stub.parent.mkdir(parents=True)
    stub.write_text('#!/bin/sh\nprintf "%s|" "$@"\n')
    stub.chmod(0o755)
    shutil.copyfile(begun / "requirements.lock", tmp_path / "venv/installed")
    name = "$(touch gone) `touch gone` $$HOME; touch gone\" 'x"
    done = run("make", "role", f"VENV={tmp_path}/venv", f"NAME={name}", cwd=begun)
    assert done.stdout == f"new|role|--key||--|{name}|handbook|"
    assert not (begun / "gone").exists()


def test_the_set_up_installs_what_the_lock_says(tmp_path: Path) -> None:
    """By a Python that only notes what it is asked."""
    for path in ("Makefile", "requirements.lock"):
        (tmp_path / path).write_text(ENGLISH[path], "utf-8")
    stub = tmp_path / "python"
    stub.write_text("""#!/bin/sh
case "$*" in
    "-m venv "*) mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
    *hiring.starter.shared*) echo /somewhere/requirements.lock ;;
    *) echo "$*" >>noted ;;
esac
""")
    stub.chmod(0o755)
    for _ in range(2):
        assert run("make", "setup", f"PYTHON={stub}", cwd=tmp_path).returncode == 0
    assert (tmp_path / "noted").read_text("utf-8").splitlines() == [
        "-m pip install --quiet --no-deps --requirement requirements.lock",
        "-m pip install --quiet --require-hashes --requirement /somewhere/requirements.lock",
    ]


def test_nginx_sends_the_headers_that_the_pages_are_made_for(begun: Path) -> None:
    text = (begun / "serve/nginx.conf").read_text("utf-8")
    sent = dict(re.findall(r'(?m)^    add_header (\S+) "(.+)" always;$', text))
    assert sent == HEADERS
    (unlisted,) = UNLISTED
    assert f"    add_header {unlisted} $handbook_robots always;" in text


def test_a_server_rebuilds_what_is_there_where_nothing_can_be_fetched(
    begun: Path, tmp_path: Path
) -> None:
    here = shutil.copytree(begun, tmp_path / "here")
    (here / "Makefile").write_text("public employee:\n\t@echo built $@\n", "utf-8")
    script = str(here / "serve/rebuild.sh")
    alone = run("sh", script, cwd=tmp_path, GIT_CEILING_DIRECTORIES=str(tmp_path))
    assert (alone.returncode, alone.stdout) == (0, "built public\n")
    other = run("sh", script, cwd=tmp_path, AUDIENCE="employee")
    assert other.stdout == "built employee\n"
    (here / "Makefile").write_text("public:\n\t@false\n", "utf-8")
    assert run("sh", script, cwd=tmp_path).returncode != 0


def test_cron_takes_its_line(begun: Path) -> None:
    lines = (begun / "serve/handbook.cron").read_text("utf-8").splitlines()
    (line,) = [line for line in lines if not line.startswith("#")]
    assert re.fullmatch(r"\d+ \d+ \* \* \*  handbook  sh /srv/handbook/serve/rebuild\.sh", line)


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd here")
def test_systemd_takes_its_units(begun: Path) -> None:
    units = [begun / "serve/handbook.service", begun / "serve/handbook.timer"]
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *units],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "SYSTEMD_LOG_LEVEL": "warning"},
    )
    told = [line for line in done.stderr.splitlines() if "serve/handbook" in line]
    assert told == []
    days = [line for unit in units for line in re.findall("OnCalendar=(.+)", unit.read_text())]
    calendar = subprocess.run(["systemd-analyze", "calendar", *days], capture_output=True)
    assert calendar.returncode == 0


def test_a_container_is_built_of_what_is_there(begun: Path) -> None:
    """By reading: building it takes a daemon and a network."""
    text = (begun / "Dockerfile").read_text("utf-8")
    steps = [line for line in text.splitlines() if line and not line.startswith("#")]
    kinds = {"FROM", "ARG", "WORKDIR", "COPY", "RUN"}
    assert {step.split()[0] for step in steps} == kinds
    copied = [step.split()[1:-1] for step in steps if step.startswith("COPY")]
    for name in (name for names in copied for name in names if not name.startswith("--")):
        path = name.removeprefix("/srv/handbook/")
        may_be_none = "*" in path  # a wheel
        assert path in (".", "/site") or may_be_none or (begun / path).exists(), name
    (folder,) = re.findall(r"root (\S+);", (begun / "serve/nginx.conf").read_text("utf-8"))
    assert steps[-1] == f"COPY --from=build /site {folder}"
    (changed,) = re.findall(r"sed -i '([^']+)' serve/nginx.conf", text)
    before, after = changed.split("/")[1:3]
    assert before in (begun / "serve/nginx.conf").read_text("utf-8")
    assert after in (begun / "serve/nginx.conf").read_text("utf-8"), "as its comment says"


def test_what_editors_are_given_is_that_of_this_repository(begun: Path) -> None:
    for name in ("company.json", "skills.json"):
        path = f".vscode/schema/{name}"
        assert (begun / path).read_text("utf-8") == (ROOT / path).read_text("utf-8")
    snippets = (begun / ".vscode/hiring.code-snippets").read_text("utf-8")
    roles = {file.stem for file in (begun / "handbook/roles").glob("*.md")}
    for key in re.findall(r":role: \$\{\d:([a-z-]+)\}", snippets):
        assert key in roles
    settings = (begun / ".vscode/settings.json").read_text("utf-8")
    assert all(path in settings for path in ("handbook/company.yaml", "handbook/skills.yaml"))


def test_line_ends_and_what_is_built_stay_out_of_git(begun: Path) -> None:
    attributes = (begun / ".gitattributes").read_bytes()
    assert attributes == (ROOT / ".gitattributes").read_bytes()
    run("git", "init", "--quiet", cwd=begun)
    for path in ("_build/public/index.html", ".venv/bin/python"):
        (begun / path).parent.mkdir(parents=True, exist_ok=True)
        (begun / path).touch()
    run("git", "add", "--all", cwd=begun)
    held = run("git", "ls-files", cwd=begun).stdout.split()
    assert not [path for path in held if path.startswith((".venv", "_build"))]
    assert ".gitlab-ci.yml" in held


def test_what_make_runs_is_stopped_with_it(begun: Path, tmp_path: Path) -> None:
    """A shell between the two would end alone, and leave a build behind."""
    stub = tmp_path / "venv/bin/hiring"
    stub.parent.mkdir(parents=True)
    stub.write_text(f"#!/bin/sh\ntrap 'echo stopped >\"{tmp_path}/told\"; exit 1' TERM\n")
    with stub.open("a") as file:
        file.write(
            # In short sleeps: a shell hears of a signal when what it waits for is over.
            f'echo begun >"{tmp_path}/begun"\nfor _ in $(seq {10 * LONG}); do sleep 0.1; done\n'
        )
    stub.chmod(0o755)
    shutil.copyfile(begun / "requirements.lock", tmp_path / "venv/installed")
    command = ["make", "public", f"VENV={tmp_path}/venv"]
    with subprocess.Popen(command, cwd=begun, stderr=subprocess.DEVNULL) as running:
        wait((tmp_path / "begun").exists)
        running.send_signal(signal.SIGTERM)
    wait((tmp_path / "told").exists)
