"""Bad input, case by case: what is said of each stands in the files of ``cases/``.

A case needs no Python. Its input is one or more of

- ``body``: Markdown of the page ``guide/case.md``, under its title: it starts on line 3;
- ``role``: Markdown of a job role's page, ``roles/case.md``: it starts on line 12;
- ``front``: the front matter of ``roles/case.md``: it starts on line 2;
- ``opening``: fields of ``openings/case.md`` that replace those of a sound one, which start on line
  3, with ``text`` after them;
- ``change``: for a file of ``base/``, texts and what stands in their place;
- ``files``: whole files by path;

in the ``encoding`` that is named, else UTF-8, read for the ``audience`` that is named, else for
employees. ``problems`` are the lines that ``check`` prints for the small handbook with that input,
all of them; a line that ends with `Allowed: …` stands for any list of what is allowed, which grows
with the language.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from hiring.model.audience import Audience

from .examples import SOUND

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hiring.model.handbook import Handbook

CASES = Path(__file__).parent / "cases"

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

OPENING = {**SOUND, "locations": "[austin]", "apply": "{email: jobs@fennmoor.example}"}


def files_of(case: Mapping[str, Any], base: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of a case."""
    assert not {"front", "role"} <= case.keys(), "one would take the place of the other"
    files = dict(case.get("files", {}))
    if "body" in case:
        files["guide/case.md"] = "# Case\n\n" + case["body"]
    if "role" in case:
        files["roles/case.md"] = ROLE + case["role"]
    if "front" in case:
        files["roles/case.md"] = f"---\n{case['front']}---\n\n# Case\n"
    if "opening" in case:
        fields = {**OPENING, **case["opening"]}
        lines = [f"  {name}: {value}\n" for name, value in fields.items() if value is not None]
        front = (
            f"---\nopening:\n{''.join(lines)}audience: {case.get('audience', 'employee')}\n---\n"
        )
        files["openings/case.md"] = front + case.get("text", "")
    for path, changes in case.get("change", {}).items():
        text = base[path].decode()
        for old, new in changes.items():
            assert text.count(old) == 1, f"{old!r} must stand in {path} once"
            text = text.replace(old, new)
        files[path] = text
    return {path: text.encode(case.get("encoding", "utf-8")) for path, text in files.items()}


def abridged(line: str, wanted: list[str]) -> str:
    """Return a line without its list, where that is how it is wanted."""
    short = line.split(" Allowed: ")[0] + " Allowed: …"
    return short if wanted == [short] else line


@pytest.mark.parametrize("file", sorted(CASES.glob("*.yaml")), ids=lambda file: file.stem)
def test_cases(file: Path, base: Mapping[str, bytes], read: Callable[..., Handbook]) -> None:
    cases = yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)
    expected = {case["case"]: case["problems"].splitlines() for case in cases}
    found = {}
    for case in cases:
        audience = Audience(case.get("audience", "employee"))
        said = [str(problem) for problem in read(files_of(case, base), audience).problems]
        found[case["case"]] = [
            abridged(line, expected[case["case"]][number : number + 1])
            for number, line in enumerate(said)
        ]
    assert found == expected
    assert len(expected) == len(cases), "two cases have one name"
