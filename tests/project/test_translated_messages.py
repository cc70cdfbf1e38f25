"""What reading and checks say in German, of the cases in ``tests/core`` whose messages stand there.

What is told in one language by way of its catalog is told in each. That no catalog lacks a sentence
is for `test_messages.py` to see.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hiring.checks.catalog import CHECKS
from hiring.checks.run import findings, findings_kept
from hiring.model.audience import Audience
from hiring.model.messages import tell_in
from tests.support.cases import DAY, cases_in, files_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from hiring.model.handbook import Handbook
    from tests.support.cases import Case

CORE = Path(__file__).parents[1] / "core"
CASES = sorted((CORE / "cases").glob("*.yaml"))

_QUOTED = re.compile(r"`[^`]*`|'[^']*'")
_ENGLISH = re.compile(
    r"\b(?:the|is|of|and|wanted|found|delete|write|there|this|has|here|which|put|keep|be|not|it"
    r"|nothing|add|for|with|to)\b"
)
"""Words that hardly an English message does without, and that German has none of."""


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_no_message_is_left_in_english(
    file: Path, base: Mapping[str, bytes], read: Callable[..., Handbook]
) -> None:
    tell_in("de")
    told = {
        problem.message
        for case in cases_in(file)
        for problem in read(
            files_of(case, base), Audience(case.get("audience", "employee"))
        ).problems
    }
    assert [it for it in sorted(told) if _ENGLISH.search(_QUOTED.sub("", it))] == []


def test_messages_are_whole_sentences_in_french(
    base: Mapping[str, bytes], read: Callable[..., Handbook]
) -> None:
    tell_in("fr")
    case = {
        "body": "Voir {role}`data-enginer`.\n\n![](carte.png)\n",
        "role": "\n:::{levels}\n:color: red\n:::\n",
    }
    assert [problem.message for problem in read(files_of(case, base)).problems] == [
        "`{role}` : il n’y a pas de métier `data-enginer` ; vouliez-vous dire `data-engineer` ? "
        "Métiers : `case`, `data-analyst`, `data-engineer`",
        "il n’y a pas de fichier `guide/carte.png` ; vouliez-vous dire `guide/plan.svg` ? "
        "Les chemins partent du dossier de cette page",
        "l’image `carte.png` n’a pas de texte : écrivez ![ce qu’on y voit](carte.png)",
        "`levels` n’a pas d’option `color`. Possibles : `from`, `adds`",
    ]


OF_COMPANIES = {"house-words"}
"""The rules that say what a company has written, in its words."""

CHECKED = sorted((CORE / "checks").glob("*.yaml"))


def _first_of_each_rule() -> list[Case]:
    """Return a bad case of each rule."""
    first: dict[str, Case] = {}
    for case in (it for file in CHECKED for it in cases_in(file) if it["finds"]):
        first.setdefault(case["rule"], case)
    return [first[rule] for rule in sorted(first.keys() - OF_COMPANIES)]


def test_each_rule_speaks_german(base: Mapping[str, bytes], read: Callable[..., Handbook]) -> None:
    tell_in("de")
    same = []
    for case in _first_of_each_rule():
        handbook = read(files_of(case, base), Audience.HIRING_TEAM)
        looking = [check for check in CHECKS if check.name == case["rule"]]
        told = list(findings(handbook, case.get("day", DAY), findings_kept(), looking))
        english = [line for line in case["finds"].splitlines() if f"[{case['rule']}]" in line]
        assert _places(map(str, told)) == _places(english)
        same += [str(it) for it in told if str(it) in english]
    assert same == []


def _places(lines: Iterable[str]) -> list[str]:
    return sorted(line.partition(": ")[0] for line in lines)
