"""What a move from one level to another asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from hiring.model import words
from hiring.model.fact_table import facts_of
from hiring.model.level_facts import LevelFacts
from hiring.site.views.build import WIDE, joined, paragraph, reference, table, text
from hiring.site.views.levels import said_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hiring.model.diff import LevelDiff
    from hiring.model.role import JobRole, Level
    from hiring.site.views.levels import Render


def diff_view(diff: LevelDiff, render: Render, docname: str) -> list[nodes.container]:
    """Return the facts that change, the lists that come on top, and the skills."""
    found: list[nodes.Node] = [_facts(diff, docname)]
    for level in diff.added:
        name = reference("level", f"{diff.to_role.key}/{level.id}", docname, level.name)
        intro = paragraph(nodes.strong("", "", name), nodes.Text(" adds:"))
        found += [intro, *render(diff.to_role, level)]
    if diff.skills:
        skills = joined(
            nodes.inline(
                "",
                "",
                reference("skill", use.skill, docname),
                text(f" ({words.PRIORITY[use.priority].lower()})"),
            )
            for use in diff.skills
        )
        found.append(paragraph(nodes.strong("", "Skills to add:"), nodes.Text(" "), *skills))
    return [nodes.container("", *found, classes=["hiring-diff"])]


def _facts(diff: LevelDiff, docname: str) -> nodes.table:
    ends = ((diff.from_role, diff.from_level), (diff.to_role, diff.to_level))
    titles = [role.name_of(level) for role, level in ends]
    rows = [
        [
            [paragraph(nodes.Text(name))],
            *([paragraph(nodes.Text(value))] if value else [] for value in values),
        ]
        for name, values in _compared(ends)
        if any(values)
    ]
    return table(["Fact", *((title, WIDE) for title in titles)], rows, "hiring-diff-facts")


def _compared(
    ends: Sequence[tuple[JobRole, Level]],
) -> list[tuple[str, Sequence[str | None]]]:
    both = [level for _, level in ends]
    return [
        ("Typical experience", [level.years.spoken if level.years else None for level in both]),
        ("Background", [level.background for level in both]),
        ("Scope", [level.scope for level in both]),
        *(
            (fact.short or fact.label, [said_at(name, fact, *end) for end in ends])
            for name, fact in facts_of(LevelFacts).items()
        ),
    ]
