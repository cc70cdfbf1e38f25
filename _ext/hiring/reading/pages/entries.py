"""The entries of a block of qualifications, each as a value with its id."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hiring.language.groups import groups_in
from hiring.language.plain import as_written, text_of
from hiring.language.references import references_in
from hiring.model.messages import gettext
from hiring.model.problem import about, instead, quoted
from hiring.model.qualifications import ids_for
from hiring.model.role import PRIORITIES
from hiring.model.rules import Rule
from hiring.model.skill_steps import SCALE, STEPS, Qualification
from hiring.model.values import KEY

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hiring.language.references import Reference
    from hiring.model.report import Report
    from hiring.model.role import Priority
    from hiring.model.tree import Directive, Node

_SKILL = re.compile("\x02([^\x03]*)\x03")
"""A skill without words of the author's: its name is known where all skills are."""

_STEPS = frozenset((*SCALE, *map(str, range(1, STEPS + 1))))
"""The steps that are known before company.yaml is read."""


def qualifications_of(
    directive: Directive, priority: Priority, report: Report, level: str | None = None
) -> list[Qualification]:
    """Return the entries of a block, their skills as they are written.

    Those of a level, which is named by its id, have ids that start with it.
    """
    entries = [entry for group in groups_in(directive.children) for entry in group.entries]
    said = [_words(entry.children, _marked) for entry in entries]
    stated = _stated_ids(directive, len(entries), report)
    ids = ids_for(stated, [_words(entry.children, _without_step) for entry in entries])
    return [
        Qualification(
            id=f"{level}-{name}" if level else name,
            priority=priority,
            words=words,
            line=entry.line,
            skills=tuple(it.target for it in references_in(entry.children) if it.kind == "skill"),
            level=level,
        )
        for name, words, entry in zip(ids, said, entries, strict=True)
    ]


def priority_of(directive: Directive, report: Report) -> Priority | None:
    """Return the priority of a block of qualifications; None for another block."""
    if directive.name != "qualifications":
        return None
    written = directive.options.get("priority") or "must"
    if written not in PRIORITIES:
        message = gettext("`{name}`: found {found}", name="priority", found=quoted(written))
        message += instead(written, PRIORITIES)
        report.error(directive.line_of("priority"), Rule.BAD_OPTION, message)
        return "must"
    return next(name for name in PRIORITIES if name == written)


def skills_in(directive: Directive) -> list[Reference]:
    """Return the references to skills in a directive."""
    return [it for it in references_in(directive.children) if it.kind == "skill"]


def named(words: str, name_of: Callable[[str], str]) -> str:
    """Return the words of an entry with the names of skills in place of what is written."""
    return _SKILL.sub(lambda found: name_of(found[1]), words)


def _stated_ids(directive: Directive, count: int, report: Report) -> Sequence[str]:
    """Return the ids that a block states, one an entry; none where they are not as many."""
    if "id" not in directive.options:
        return ()
    line = directive.line_of("id")
    ids = [it.strip() for it in directive.options["id"].split(",")]
    wrong = next((it for it in ids if it and not re.fullmatch(KEY, it)), None)
    twice = next((it for place, it in enumerate(ids) if it and it in ids[:place]), None)
    fault = ""
    if len(ids) != count:
        fault = gettext(
            "{found} for {count} entries: write one for each, in their order",
            found=len(ids),
            count=count,
        )
    elif wrong:
        fault = gettext(
            "found {found}, wanted lower-case letters, digits, hyphens", found=quoted(wrong)
        )
    elif twice:
        fault = gettext("{name} stands twice: give each entry its own", name=quoted(twice))
    if fault:
        report.error(line, Rule.BAD_OPTION, about("`id`", fault))
    return () if fault else ids


def _marked(node: Node) -> str:
    if node.kind == "reference" and node.name == "skill" and not node.text:
        return f"\x02{node.target}\x03"
    return as_written(node)


def _without_step(node: Node) -> str:
    """Return what makes an id: a skill that is asked for by a step keeps it when the step moves."""
    said = as_written(node)
    if node.kind == "reference" and node.name == "skill" and not node.text:
        name, slash, step = said.rpartition("/")
        if slash and step.strip().lower() in _STEPS:
            return name
    return said


def _words(nodes: Sequence[Node], say: Callable[[Node], str]) -> str:
    return " ".join(text_of(nodes, say).split())
