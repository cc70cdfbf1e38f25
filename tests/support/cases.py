"""Cases in files of data: each is a test of its own, and its input a change of the small handbook.

An input is one or more of

- ``body``: Markdown of the page ``guide/case.md``, under its title: it starts on line 3;
- ``role``: Markdown of a job role's page, ``roles/case.md``: it starts on line 12;
- ``front``: the front matter of ``roles/case.md``: it starts on line 2;
- ``facts``: lines of the front matter of such a role, behind its pay;
- ``company``: lines at the end of company.yaml;
- ``opening``: fields of ``openings/case.md`` that replace those of a sound one, which start on line
  3, with ``text`` after them;
- ``change``: for a file of ``base/``, texts and what stands in their place;
- ``files``: whole files by path;

in the ``encoding`` that is named, else UTF-8.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Case = dict[str, Any]

BASE = Path(__file__).parents[1] / "core/base"
"""The small handbook without a mistake."""

CONF = """\
project = "Sample"
extensions = ["hiring"]
primary_domain = "hiring"
html_theme = "hiring"
html_copy_source = False
smartquotes = False
nitpicky = True
"""
"""A conf.py that builds the small handbook."""

DAY = date(2026, 11, 22)
"""The day of every review."""

ROLE = """\
---
role:
  title: Case
  family: Data
  summary: A case.
  owner: People team
  pay: {currency: USD, min: 100000, max: 160000, per: year}
---

# Case

"""

SOUND: dict[str, Any] = {
    "role": "data-engineer",
    "level": "senior",
    "requisition": "ENG-1",
    "status": "open",
    "posted": "2026-11-20",
    "closes": "2026-12-31",
    "locations": ["austin"],
    "apply": {"url": "https://a.example/1"},
}
"""The facts of an opening without a mistake."""

OPENING = {**SOUND, "locations": "[austin]", "apply": "{email: jobs@fennmoor.example}"}
"""The same as YAML; its address is an e-mail's."""


@cache
def base_files() -> Mapping[str, bytes]:
    """Return the small handbook's files, by path."""
    return files_in(BASE)


def files_in(folder: Path) -> Mapping[str, bytes]:
    """Return the files under a folder, by path."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def stated_in(file: Path) -> Any:
    """Return what a file of data states."""
    return yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)


@cache
def cases_in(file: Path) -> list[Case]:
    """Return the cases of a file."""
    found: list[Case] = stated_in(file)
    return found


def one_by_one(folder: Path, name: Callable[[Case], str] = lambda case: case["case"]) -> list[Any]:
    """Return each case of each file of a folder as a parameter, named as ``file-name-of-the-case``.

    Two cases of one name are a mistake.
    """
    found: dict[str, Case] = {}
    for file in sorted(folder.glob("*.yaml")):
        for case in cases_in(file):
            words = re.sub(r"\W+", "-", name(case).lower()).strip("-")
            assert f"{file.stem}-{words}" not in found, f"{file}: two cases are `{name(case)}`"
            found[f"{file.stem}-{words}"] = case
    return [pytest.param(case, id=words) for words, case in found.items()]


def files_of(case: Mapping[str, Any], base: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of a case."""
    assert not {"front", "role"} <= case.keys(), "one would take the place of the other"
    files = dict(case.get("files", {}))
    if "body" in case:
        files["guide/case.md"] = "# Case\n\n" + case["body"]
    if "role" in case or "facts" in case:
        facts = "".join(f"  {line}\n" for line in case.get("facts", "").splitlines())
        front, fence, rest = ROLE.rpartition("---\n")
        files["roles/case.md"] = f"{front}{facts}{fence}{rest}{case.get('role', '')}"
    if "company" in case:
        files["company.yaml"] = base["company.yaml"].decode() + case["company"]
    if "front" in case:
        files["roles/case.md"] = f"---\n{case['front']}---\n\n# Case\n"
    if "opening" in case:
        audience, text = case.get("audience", "employee"), case.get("text", "")
        files["openings/case.md"] = opening_page(case["opening"], audience) + text
    for path, changes in case.get("change", {}).items():
        text = base[path].decode()
        for old, new in changes.items():
            assert text.count(old) == 1, f"{old!r} must stand in {path} once"
            text = text.replace(old, new)
        files[path] = text
    return {path: text.encode(case.get("encoding", "utf-8")) for path, text in files.items()}


def opening_page(fields: Mapping[str, Any] = OPENING, audience: str = "employee") -> str:
    """Return the front matter of a sound opening with some fields as given; None leaves one out."""
    stated = {**OPENING, **fields}
    lines = [f"  {name}: {value}\n" for name, value in stated.items() if value is not None]
    return f"---\nopening:\n{''.join(lines)}audience: {audience}\n---\n"


def abridged(line: str, wanted: list[str]) -> str:
    """Return a line without its list of what is allowed, or its counts, where that is wanted.

    Both grow with the program, and not with what is wrong.
    """
    short = (
        line.split(" Allowed: ")[0] + " Allowed: …",
        re.sub(r"\d+ of \d+ names", "… of … names", line),
    )
    return next((it for it in short if wanted == [it]), line)
