"""A handbook of very many roles, in two families: one has letters, one a page can list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.cases import CONF, base_files

if TYPE_CHECKING:
    from pathlib import Path

CARE, WORKS = 44, 25
"""How many roles each family has."""
LETTERS = "ABCDEFGHIJ\N{LATIN CAPITAL LETTER E WITH ACUTE}"

_ROLE = """\
---
role:
  title: {title}
  family: {family}
  summary: Does the work of number {number}.
  owner: People team
---

# {title}
"""
INDEX = """\
# Roles

:::{role-list}
:display: table
:::

```{toctree}
:hidden:
:glob:

*
```
"""
FEW = """\
# Few

:::{role-list} Works
:family: Works
:::

:::{role-list} Care
:family: Care
:::
"""


def write_many_roles(folder: Path) -> Path:
    """Write the handbook into a folder; return the folder."""
    files = {path: content.decode() for path, content in base_files().items()}
    files |= {"conf.py": CONF, "roles/index.md": INDEX, "guide/few.md": FEW}
    for number in range(CARE + WORKS):
        family = "Care" if number < CARE else "Works"
        title = f"{LETTERS[number % len(LETTERS)]}-nurse {number}"
        files[f"roles/role-{number}.md"] = _ROLE.format(title=title, family=family, number=number)
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder
