"""A new kind of reference is one entry in the table of kinds: all who ask understand it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.support.waiting import LONG

from .leaky import contents

STAGES = """# Stages

{stage}`baker/senior`, {stage}`its first <baker/helper>`, {stage}`secret/low` and
{stage}`hush <secret/low>`, [](#secret/low).
"""
SECRET = """---
role:
  title: Secret
  family: Hidden
  summary: Hidden.
  owner: People team
audience: hiring-team
---

# Secret

::::{levels}
:::{level} Low
- Hides
:::
::::
"""


def run(sample: Path, target: Path) -> dict[str, object]:
    script = Path(__file__).with_name("new_kind.py")
    command = [sys.executable, str(script), str(sample), str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=LONG)
    assert done.stderr == ""
    return dict(json.loads(done.stdout))


def test_one_entry_makes_a_new_kind(sample: Path, tmp_path: Path) -> None:
    (sample / "stages.md").write_text(STAGES, "utf-8")
    (sample / "roles/secret.md").write_text(SECRET, "utf-8")
    index = (sample / "index.md").read_text("utf-8")
    (sample / "index.md").write_text(index.replace("\nplain\n", "\nplain\nstages\n"), "utf-8")
    hidden = "`secret` is hidden from employees, who see words and no link"
    by_name = hidden.replace("secret", "#secret/low")
    assert run(sample, tmp_path / "site") == {
        "problems": [
            f"stages.md:3: warning[hidden-reference] `{{stage}}`: {hidden}",
            f"stages.md:4: warning[hidden-reference] `{{stage}}`: {hidden}",
            f"stages.md:4: warning[hidden-reference] a link: {by_name}",
        ],
        "wrong": [
            "`{stage}`: `baker` has no stage `none`. It has: `helper`, `journeyman`, `senior`",
            "`{stage}`: there is no role `none`. Roles: `baker`, `miller`",
        ],
        "links": ["roles/baker.md"],
        "text": "The stage Senior and another level",
        "markdown": "{stage}`baker/senior`, another level, one",
        "status": 0,
    }
    files = contents(tmp_path / "site")
    page = files["stages.html"].decode()
    assert 'href="roles/baker.html#level-senior"' in page
    assert ">The stage Senior<" in page
    assert ">its first<" in page
    assert ">another level<" in page
    assert ">hush<" in page
    assert "secret" not in page
    assert b"baker/senior hiring:stage 1 roles/baker.html#level-senior" in files["objects.inv"]
