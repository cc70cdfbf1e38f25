"""A handbook in a Sphinx project that has pages of its own."""

from __future__ import annotations

import shutil
from importlib.util import find_spec
from pathlib import Path

PROJECT = Path(__file__).parent / "project"
SAMPLE = Path(__file__).parent / "sample"

THEMES = tuple(
    name
    for name in ("alabaster", "furo", "sphinx_rtd_theme", "pydata_sphinx_theme")
    if find_spec(name)  # that of Read the Docs is not there for the newest docutils yet
)

HIDDEN = "Zwiebelkuchen"
"""A word that only the hiring team may read."""

PLAN = f"""---
audience: hiring-team
---
# Plan of {HIDDEN}

(plan-{HIDDEN.lower()})=
## Part

{HIDDEN} is asked for.
"""

HIRING = f"""---
audience: public
---
# Hiring

Text with `code`, **more**, a [[location]], and [the plan](interviews/plan.md).

::::::{{audience}} hiring-team
{HIDDEN} is for us alone.
::::::

```
An excerpt: in no language ...
```

{{role}}`baker`, {{level}}`baker/senior`, {{skill}}`python`, [](#baker).
Write to <jobs@lantern.example>. [From the top](/levels.md) and {{doc}}`/levels`.

![A picture](/images/lamp.svg)

:::{{levels}}
:from: baker
:::

:::{{note}}
A note.
:::

```{{toctree}}
:hidden:

/levels
interviews/plan
```
"""

LAMP = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><path d="M0 0h8v8z"/></svg>\n'


def project_in(folder: Path) -> Path:
    """Return the project under a folder: the sample is its handbook, and some of it is hidden."""
    root = Path(shutil.copytree(PROJECT, folder / "project"))
    handbook = Path(shutil.copytree(SAMPLE, root / "people"))
    (handbook / "conf.py").unlink()
    for file in handbook.rglob("*.md"):
        file.write_text(_for_all(file.read_text(encoding="utf-8")), encoding="utf-8")
    index = handbook / "index.md"
    listed = index.read_text(encoding="utf-8").replace("\nlevels\n", "\nhiring\nlevels\n")
    files = {
        "index.md": listed,
        "interviews/plan.md": PLAN,
        "hiring.md": HIRING,
        "images/lamp.svg": LAMP,
    }
    for path, text in files.items():
        (handbook / path).parent.mkdir(exist_ok=True)
        (handbook / path).write_text(text, encoding="utf-8")
    return root


def _for_all(text: str) -> str:
    """Return a page of the sample as one for the public."""
    if "audience:" in text:
        return text
    if text.startswith("---\n"):
        return text.replace("---\n", "---\naudience: public\n", 1)
    return f"---\naudience: public\n---\n{text}"
