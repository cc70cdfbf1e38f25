"""Every option of every directive has a bound: what the reader lets through, Sphinx builds.

Each option is given values that are huge, empty of sense or made of signs, in a process with little
memory and time. A count that is left to Sphinx ends it, or makes it say something.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from hiring.language.options import Choice, Option
from hiring.language.vocabulary import (
    ASKED,
    CONTENT_ON_FIRST_LINE,
    DIRECTIVES,
    KIT,
    RUBRIC_OPTIONS,
)

PROJECT = Path(__file__).parents[2]

HOSTILE = (
    *("0", "1", "2", "-1", "007", "1e9", "999999999", "9" * 5_000, "1_000", "NaN", ""),
    *("\u0663", "\uff11", "1-999999999", "9999999-9999999999", "1-2", "2-", "-", "2-1"),
    *("1," * 200 + "1", "1-2," * 200 + "1", ",", "1 2 3 4", "12 auto 1 9", "0 0 0 0 0"),
    *("50px", "1e3%", "true", "a" * 3_000, "a " * 500 + "a", "\xe9", "- x", "# x", "a\nb"),
    *("/" * 1_000, "../" * 300 + "**", "." * 1_000, "*" * 200, "[" * 200, "<b>x</b>"),
    *("{role}`data-engineer`", "{role}`nowhere`", "javascript:x", "hire.md"),
)
"""Values that are huge, empty of sense, or made of signs."""

SOUND = {
    "from": "data-engineer",
    "role": "data-engineer",
    "level": "senior",
    "location": "austin",
    "priority": "nice",
    "pay": "USD 1-2 per year",
    "years": "1-2",
    "track": "manager",
    "stage": "talk",
    "minutes": "45",
    "days": "3",
    "format": "panel",
    "briefing": "public",
    "assesses": "python",
    "id": "one",
    "only": "do-i-need-a-degree",
    "family": "Data",
    "skill": "python",
    "display": "table",
    "owner": "People team",
    "icon": "alert",
    "align": "center",
    "target": "https://example.org",
    "link": "https://example.org",
    "img-top": "plan.svg",
    "img-bottom": "plan.svg",
    "img-background": "plan.svg",
}
"""A value that an option takes, where it takes nothing hostile and is no choice."""

REFUSED = {
    **dict.fromkeys(
        [("image", "scale"), ("figure", "scale"), ("figure", "figwidth")],
        "they would be written as styles, which the site's policy refuses",
    ),
    **dict.fromkeys(
        [("list-table", "width"), ("list-table", "widths")],
        "they would be written as styles, which the site's policy refuses",
    ),
    **dict.fromkeys(
        [("image", "loading"), ("figure", "loading")],
        "`embed` would put a file's own markup into the page; the site decides what loads when",
    ),
    ("figure", "figname"): "a figure's name is `name`",
}
"""Options that exist and that pages may not use, with the reason."""

TAKES_NONE = {("level", "beside"), ("question", "level"), ("stage", "from")}
"""Options that take none of the values: they name a level of the same page."""

OURS_OF_THEIRS = {("rubric", option) for option in RUBRIC_OPTIONS}
"""Options that we add to a directive of Sphinx, for what it does not hold there."""

FRONT = """\
---
role:
  title: Case {number}
  family: Data
  summary: A case.
  owner: People team
audience: hiring-team
---

# Case {number}

"""
GUIDE = "---\naudience: hiring-team\n---\n\n# {title}\n\n"
POINTS = "1. One\n2. Two\n3. Three\n4. Four\n"
STAGE = "::::{stage} Talk\n:minutes: 30\n:assesses: python\n"
INTERVIEW = f":::::{{interview}}\n:role: data-engineer\n:briefing: public\n\n{STAGE}"
ASKED_BODY = f":::{{{{question}}}} Why {{number}}?\n{POINTS}:::\n"
ASKING = ASKED_BODY.format(number=0)
PLAN = f"---\naudience: hiring-team\n---\n\n# Plan\n\n{INTERVIEW}{ASKING}::::\n:::::\n"
PLAN += f"\n:::{{rubric}} python\n{POINTS}:::\n"
"""An interview of a role, whose parts others show, and a rubric."""

BODIES = {
    **dict.fromkeys(("duties", "responsibilities", "qualifications", "benefits"), "- One\n"),
    "list-table": "* - a\n  - b\n* - c\n  - d\n* - e\n  - f\n",
    "toctree": "hire\n",
    "glossary": "Term{number}\n  Meaning\n",
    "code-block": "    a = 1\n    b = 2\n",
    "grid": ":::{{grid-item}}\nText\n:::\n",
    "tab-set": ":::{{tab-item}} One\nText\n:::\n",
    "level": "- One\n",
    "levels": ":::{{level}} One {number}\n- One\n:::\n",
    **{"image": "", "rubric": ""},
    "interview": STAGE.replace("{stage}", "{{stage}}") + f"{ASKED_BODY}::::\n",
    "stage": ASKED_BODY,
}
ARGUMENTS = {
    "grid": "",
    "image": "plan.svg",
    "figure": "plan.svg",
    "role-card": "data-engineer",
    "code-block": "text",
    **dict.fromkeys(CONTENT_ON_FIRST_LINE, ""),
    **dict.fromkeys(("levels", "faq"), ""),
}
WITH = {
    "faq": {"from": "data-engineer"},
    "posting": {"role": "data-engineer"},
    "level-diff": {"from": "data-engineer/entry", "to": "data-engineer/senior"},
    "image": {"alt": "A plan"},
    "figure": {"alt": "A plan"},
    "stage": {"minutes": "30"},
    **{key: {"role": "data-engineer"} for key in KIT},
}
"""Options that a directive has beside the one that is tried."""

INSIDE = {"grid-item": "grid", "grid-item-card": "grid", "tab-item": "tab-set"}


def snippet(name: str, option: str, value: str, number: int) -> str:
    """Return a directive with an option; ``number`` tells it from others."""
    if name == "rubric" and option == "from":
        return f":::{{rubric}} python\n:from: {json.dumps(value, ensure_ascii=False)}\n:::\n\n"
    if name == "rubric" and option in RUBRIC_OPTIONS:
        of = "" if option == "role" else ":role: data-engineer\n"
        given = json.dumps(value, ensure_ascii=False)
        return f":::{{rubric}} python\n:{option}: {given}\n{of}{POINTS}:::\n\n"
    spec = DIRECTIVES[name]
    argument = "" if spec.argument == "none" else ARGUMENTS.get(name, f"Name {number}")
    shown = spec.own and (option in ("from", "only") or not spec.body)
    body = BODIES.get(name, "Text {number}\n" if spec.body else "").format(number=number)
    written = f":{option}: {json.dumps(value, ensure_ascii=False)}\n" if value else f":{option}:\n"
    written += "".join(
        f":{other}: {text}\n" for other, text in WITH.get(name, {}).items() if other != option
    )
    fence = {"interview": ":::::", "question": ":::"}.get(name, "::::")
    text = f"{fence}{{{name}}} {argument}\n{written}{'' if shown else body}{fence}\n"
    outer = INSIDE.get(name)
    return f":::::{{{outer}}}\n{text}:::::\n\n" if outer else f"{text}\n"


def values(name: str, option: str, kind: Option) -> tuple[str, ...]:
    """Return the values that an option is given."""
    if isinstance(kind, Choice):
        return (*HOSTILE, *kind.choices[:1])
    if name == "level-diff":
        return (*HOSTILE, "data-engineer/entry", "data-engineer/senior")
    if (name, option) == ("interview", "role"):
        return (*HOSTILE, "data-analyst")
    return (*HOSTILE, SOUND.get(option, f"{name}-{option}"))


def pages() -> tuple[dict[str, list[str]], dict[str, tuple[str, str]]]:
    """Return the snippets of each page by its path, and whose option each snippet has.

    The first and the last snippet of a page always stay.
    """
    found: dict[str, list[str]] = {}
    options: dict[str, tuple[str, str]] = {}
    for name, spec in DIRECTIVES.items():
        made: list[str] = []
        asked: list[str] = []
        for option, kind in (spec.options or {}).items():
            for value in values(name, option, kind):
                text = snippet(name, option, value, len(options))
                options[text] = (name, option)
                alone = spec.own and spec.body and option not in ("from", "only")
                if alone and not spec.within:
                    number = len(options)
                    front = FRONT.format(number=number)
                    found[f"roles/case-{number}.md"] = [front, text, "Text\n"]
                elif name == "question" and option in ASKED:
                    asked.append(text)
                else:
                    made.append(text)
        for at in range(0, len(made), 200):
            title = f"{name} {at}"
            if spec.own and spec.within:
                holder = f":::::{{{spec.within[0]}}}\n\n"
                top, end = f"{FRONT.format(number=title)}{holder}", ":::::\n"
                found[f"roles/{name}-{at}.md"] = [top, *made[at : at + 200], end]
            else:
                top = GUIDE.format(title=title)
                found[f"guide/{name}-{at}.md"] = [top, *made[at : at + 200], "Text\n"]
        if asked:
            top = f"{FRONT.format(number='asked')}:::::{{interview}}\n{STAGE}{ASKING}"
            found["roles/asked.md"] = [top, *asked, "::::\n:::::\n"]
    return found, options


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what came of all options with all values, read and built under limits."""
    folder = tmp_path_factory.mktemp("options") / "handbook"
    shutil.copytree(PROJECT / "tests/core/base", folder)
    (folder / "conf.py").write_text(
        'project = "Sample"\nextensions = ["hiring"]\nprimary_domain = "hiring"\n'
        'html_theme = "hiring"\nhtml_copy_source = False\nsmartquotes = False\n'
        'hiring_audience = "hiring-team"\n'
    )
    (folder / "guide/plan-of-all.md").write_text(PLAN, encoding="utf-8")
    (folder / "snippets.json").write_text(json.dumps(pages()[0]), encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "tests.site.limited", str(folder)],
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": f"{PROJECT / '_ext'}:{PROJECT}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr[-3_000:]
    outcome: dict[str, Any] = json.loads(run.stdout)
    return outcome


def test_what_the_reader_lets_through_is_built(outcome: dict[str, Any]) -> None:
    assert outcome["said"] == ""


def test_every_option_takes_some_value_and_refuses_another(outcome: dict[str, Any]) -> None:
    """Else the values would not show its bound."""
    _, options = pages()
    all_options = set(options.values())
    refused = {options[text] for texts in outcome["refused"].values() for text in texts}
    assert all_options - refused == set()
    kept = {options[text] for texts in outcome["kept"].values() for text in texts[1:-1]}
    assert all_options - kept == TAKES_NONE


def test_every_option_of_sphinx_is_listed_or_refused(outcome: dict[str, Any]) -> None:
    listed = {
        (name, option)
        for name, spec in DIRECTIVES.items()
        if not spec.own
        for option in spec.options or ()
    }
    there = {(name, option) for name, found in outcome["options"].items() for option in found}
    assert listed - there == OURS_OF_THEIRS
    assert there - listed == set(REFUSED)
