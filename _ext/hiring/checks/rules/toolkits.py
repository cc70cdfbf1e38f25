"""Lists of languages, frameworks and other tools that a role's page does not state alike."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hiring.checks.prose import ASKING, ProseSubject
from hiring.checks.rule import Hit, check
from hiring.language.denial import NOT
from hiring.model.messages import gettext, translate
from hiring.model.problem import Severity, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.checks.language.tools import Tools

_ASKING = re.compile(
    r"\b(?:experience|famil\w+|fluen\w+|knows?|knowledge|command|skills?|proficien\w+|background|"
    r"needs?|requir\w+|should|must|able to|qualif\w+|education|look for)\b",
    re.IGNORECASE,
)
_DENIED_BEFORE = re.compile(rf"{NOT}|\binstead of\b", re.IGNORECASE)
_DENIED_AFTER = re.compile(
    r"(?:\b(?:not|never)|n't)\s+(?:be\s+)?(?:need|requir|expect|ask|necessary|count)"
    r"|\bneed not (?:know|have|use)\b",
    re.IGNORECASE,
)
_NOT_ASKED_HERE = ("job-brief", "duties", "responsibilities", "benefits", *ASKING)


def _asked_tools(prose: ProseSubject) -> dict[str, set[str]]:
    """Return the tools that qualifications and levels name, by group."""
    asked: dict[str, set[str]] = {}
    for number, named in prose.tools.items():
        if prose.passages[number].block in ASKING:
            for tools in named:
                asked.setdefault(tools.group, set()).update(tools.names)
    return asked


def _also_asked(prose: ProseSubject) -> Iterator[tuple[int, Tools]]:
    """Yield the tools that the rest of a role's page asks for, with their lines.

    It asks where the sentence says so, or the question or heading that it stands under. What the
    work consists of, or what is not needed, is not asked for.
    """
    under = ""
    for number, passage in enumerate(prose.passages if prose.tools else ()):
        if passage.kind in ("heading", "question"):
            under = passage.text
        elif not passage.aside and passage.block not in _NOT_ASKED_HERE:
            for tools in prose.tools.get(number, ()):
                asking = _ASKING.search(tools.sentence) or _ASKING.search(under)
                if asking and not _denied(tools):
                    yield passage.line_at(tools.place), tools


def _denied(tools: Tools) -> bool:
    """Tell whether a sentence says that its tools are not asked for."""
    before = tools.sentence[: tools.start]
    return bool(_DENIED_BEFORE.search(before) or _DENIED_AFTER.search(tools.sentence))


@check(Severity.WARNING, ProseSubject)
def tool_lists_differ(prose: ProseSubject) -> Iterator[Hit]:
    """A list of languages, frameworks or such tools names one that the qualifications lack.

    Why: People learn for one list and are assessed by the other.
    """
    if prose.role is None:
        return
    asked = _asked_tools(prose)
    told: set[tuple[str, frozenset[str]]] = set()
    for line, tools in _also_asked(prose):
        known = asked.get(tools.group, set())
        more = [name for name in tools.names if name not in known]
        one = (tools.group, frozenset(tools.names))
        if known and more and len(tools.names) > 1 and one not in told:
            told.add(one)
            message = gettext(
                "of the {group} here, the qualifications lack {more}: they name {known}; make the "
                "lists one",
                group=translate(tools.group),
                more=listed(more),
                known=listed(sorted(known)),
            )
            yield Hit(line=line, message=message)


@check(Severity.WARNING, ProseSubject)
def tool_not_asked(prose: ProseSubject) -> Iterator[Hit]:
    """A page asks for a kind of tool that no qualification and no level names.

    Why: Who reads the posting alone can't know that it counts, and nobody assesses it.
    """
    if prose.role is None:
        return
    asked = _asked_tools(prose)
    told: set[str] = set()
    for line, tools in _also_asked(prose):
        if tools.group not in asked and tools.group not in told:
            told.add(tools.group)
            message = gettext(
                "{group} ({tools}) count here, and stand in no qualification and no level: add "
                "them there, or leave them out here",
                group=translate(tools.group),
                tools=listed(tools.names),
            )
            yield Hit(line=line, message=message)
