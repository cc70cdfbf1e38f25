"""Handbooks that hide something at random, and are the same to all who may not see it."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

from hiring.reading.sources.projection import MARK

if TYPE_CHECKING:
    from collections.abc import Mapping

KINDS = [
    "Plain words, *more*.",
    "## A heading\n\nText.",
    "(hidden-{n})=\n\n## Labelled\n\nText.",
    "- one\n- two\n\nEnd.",
    "> quoted\n\nEnd.",
    "| a | b |\n|---|---|\n| c | d |\n\nEnd.",
    "```text\ncode {n}\n```",
    ":::{{note}}\nNoted.\n:::",
    ":::{{figure}} plan.svg\n:name: fig-{n}\n:alt: a plan\n\nCaption\n:::",
    "![plan](/guide/plan.svg) and {{download}}`it </guide/plan.svg>`",
    ":::{{glossary}}\nterm {n}\n  Meaning.\n:::",
    "A note.[^n{n}]\n\n[^n{n}]: Footnote.",
    "A [link][l{n}].\n\n[l{n}]: https://hidden.example/{n}",
    "% a comment {n}",
    "```{{toctree}}\n/guide/h{n}\n```",
    "{{role}}`data-engineer`, {{skill}}`python`, [](/guide/h{n}.md), {{ref}}`nowhere-{n}`",
    "[[location]] and [own](#nothing-{n})",
    "",
]
PROSE = [text for text in KINDS if not re.search("#|:::|toctree", text)]
LEVELS = ":::{{level}} Hidden {n}\n:id: grade\n- Does {n}\n:::"
QUESTIONS = ":::{{question}} Hidden {n}?\n:id: asked\n:also: word\nAnswer.\n:::"
BLOCKS = [
    ":::{{benefits}}\n- Benefit {n}, {{skill}}`sql`\n:::",
    ":::{{qualifications}}\n:priority: nice\n- {{skill}}`python` {n}\n:::",
    "",
]
FRONTS = [
    "audience: hiring-team\nredirects: [guide/old-{n}]",
    "audience: hiring-team\ntitle: Hidden {n}\nkeywords: [k{n}]\ndescription: About {n}",
]
ROLE = """---
role:
  title: Hidden {n}
  family: Hidden family
  summary: Nobody knows {n}.
  works_with: [data-engineer]
  owner: People team
audience: hiring-team
redirects: [roles/was-{n}]
---

# Hidden {n}

:::{{responsibilities}}
- Hides {n}, {{skill}}`python`
:::
"""
NAMED = """
(hidden-1)=

## One

(hidden-2)=

## Two

:::{figure} plan.svg
:name: fig-3
:alt: a plan

Caption
:::

:::{glossary}
term 1
  Meaning.
:::
"""
"""What the visible page names stands on a page that is always there, and always hidden."""

OPEN, CLOSE = f"{MARK}{{audience}} hiring-team", MARK

VISIBLE = """---
audience: public
---

# Visible

SLOT

## Below

{role}`h1`, {role}`own <h2>`, {level}`data-engineer/grade`, [](h1.md),
[own](h2.md#x), {doc}`h3`, [](#hidden-1), {ref}`hidden-2`, [own](#fig-3), {term}`term 1`,
{question}`data-engineer/asked`.

SLOT

:::{role-list}
:family: Hidden family
:::

::::{note}
Seen.

SLOT

Seen.
::::

```{toctree}
:glob:

/guide/h1
h*
```

SLOT
"""


def hidden_text(dice: random.Random, choices: list[str]) -> str:
    chosen = [dice.choice(choices) for _ in range(dice.randint(0, 4))]
    body = "\n\n".join(text.format(n=dice.randint(10, 10**6)) for text in chosen)
    return f"{OPEN}\n{body}\n{CLOSE}" if dice.random() < 0.8 else ""


def filled(text: str, dice: random.Random, choices: list[str]) -> str:
    return re.sub("^SLOT$", lambda _: hidden_text(dice, choices), text, flags=re.MULTILINE)


def sources_of(seed: int, base: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the small handbook with one visible page, and at random what is hidden of it."""
    dice = random.Random(seed)
    role = base["roles/data-engineer.md"].decode()
    brief = f"[[location]].\n\n{hidden_text(dice, PROSE)}\n\n{{role}}`h1`, [](h1.md).\n::::"
    role = role.replace(":::{job-brief}", "::::{job-brief}").replace("[[location]].\n:::", brief)
    role = role.replace("- Designs a table\n:::\n", "- Designs a table\n:::\n\nLEVELS\n")
    role = role.replace("No.\n:::\n", "No.\n:::\n\nQUESTIONS\n")
    role = role.replace("::::{faq}", "SLOT\n\n::::{faq}")
    for slot, text in (("LEVELS", LEVELS), ("QUESTIONS", QUESTIONS)):
        role = role.replace(slot, f"{OPEN}\n{text.format(n=dice.random())}\n{CLOSE}")
    block = dice.choice(BLOCKS).format(n=seed)
    role = role.replace("SLOT", f"{OPEN}\n{block}\n{CLOSE}")
    files = {**base, "roles/data-engineer.md": role.encode()}
    files["guide/visible.md"] = filled(VISIBLE, dice, KINDS).encode()
    for number in (1, 2, 3, *dice.sample(range(4, 9), dice.randint(0, 3))):
        front = dice.choice(FRONTS).format(n=number)
        text = f"---\n{front}\n---\n\n# Hidden {number}\n\n{hidden_text(dice, KINDS)}\n"
        files[f"guide/h{number}.md"] = (text + NAMED * (number == 1)).encode()
        if number < 3 or dice.random() < 0.5:
            files[f"roles/h{number}.md"] = ROLE.format(n=number).encode()
    return files
