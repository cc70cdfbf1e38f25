"""How workflows and other files of a forge are judged: this repository's own, and a starter's."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

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
