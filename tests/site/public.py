"""The sample handbook for everyone, with a page that has something of every kind."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from .conftest import SAMPLE

if TYPE_CHECKING:
    from pathlib import Path

ADDRESS = "https://jobs.example/hand/book/"

EVERY_KIND = """\
---
audience: public
description: Something of every kind, for copies.
---

# Every *kind* of \\<thing\\> & [more]

A paragraph with **strong**, *emphasis*, `code`, `` a ` tick ``, a \\*star\\*, 2 \\* 3, x_y_z and
a\\
break. [Out](https://a.example/b_c?d=e&f=(g)), [in](index.md), [here](#deeper). Note.[^n]

2020\\. is no list. \\# is no heading. \\- is no entry.

[^n]: What is noted, with **strength**.

## Deeper

- One

  More of one

  - Within
    1. Deepest
- Two

3. Three
4. Four

Between.

1. Once
2. Twice

1) Anew
2) Again

> Quoted, *so*

> - In a list

Term
: What it means

| A | B |
|---|---|
| a \\| b | **c** |
| d | |

```python
def fence() -> str:
    return "```"
```

:::{note}
Take note.

- Well
:::

:::{admonition} Titled
Said.
:::

![A drawing](drawn.svg)

***

{skill}`sql` and {role}`baker`
"""


def opened(folder: Path) -> Path:
    """Write the sample with every page for the public."""
    shutil.copytree(SAMPLE, folder)
    for page in folder.rglob("*.md"):
        text = page.read_text("utf-8")
        start = text.removeprefix("---\n") if text.startswith("---\n") else f"---\n{text}"
        page.write_text(f"---\naudience: public\n{start}", "utf-8")
    (folder / "every-kind.md").write_text(EVERY_KIND, "utf-8")
    drawn = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1"/></svg>'
    (folder / "drawn.svg").write_text(drawn, "utf-8")
    index = folder / "index.md"
    index.write_text(
        index.read_text("utf-8").replace("\nplain\n", "\nplain\nevery-kind\n"), "utf-8"
    )
    return folder
