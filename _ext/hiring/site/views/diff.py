"""What a move from one level to another asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from hiring.model import job_words
from hiring.model.fact_table import facts_of
from hiring.site.views.build import WIDE, Column, joined, paragraph, reference, table
from hiring.site.views.levels import said_at, value_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hiring.model.diff import LevelDiff
    from hiring.model.role import JobRole, Level
    from hiring.site.nodes.voice import Voice
    from hiring.site.views.levels import Render


def diff_view(
    diff: LevelDiff, lists: Sequence[nodes.Node], docname: str, voice: Voice
) -> list[nodes.container]:
    """Return the facts that change, the ``lists`` that do, and the skills."""
    said = voice.lexicon
    found: list[nodes.Node] = [_facts(diff, voice), *lists]
    if diff.skills:
        skills = joined(
            nodes.inline(
                "",
                "",
                reference("skill", use.skill, docname),
                voice.fixed(f" ({said.say(f'priority.{use.priority}').lower()})"),
            )
            for use in diff.skills
        )
        label = nodes.strong("", "", voice.fixed(said.say("page.skills-to-add")))
        found.append(paragraph(label, nodes.Text(" "), *skills))
    return [nodes.container("", *found, classes=["hiring-diff"])]


def added_levels(diff: LevelDiff, render: Render, docname: str, voice: Voice) -> list[nodes.Node]:
    """Return the lists that come on top, each under the name of its level."""
    found: list[nodes.Node] = []
    for level in diff.added:
        own = voice.of(diff.to_role.language)
        name = reference("level", f"{diff.to_role.key}/{level.id}", docname, level.name, own)
        does = voice.lexicon.say("page.level-does" if level.adds else "page.level-adds")
        intro = paragraph(nodes.strong("", "", name), voice.fixed(does))
        found += [intro, *render(diff.to_role, level)]
    return found


def _facts(diff: LevelDiff, voice: Voice) -> nodes.table:
    ends = ((diff.from_role, diff.from_level), (diff.to_role, diff.to_level))
    first = Column(voice.lexicon.say("page.fact"), language=voice.of_words)
    columns = [first]
    columns += [Column(role.name_of(level), WIDE, voice.of(role.language)) for role, level in ends]
    rows = [
        [
            [paragraph(name)],
            *([paragraph(value)] if value else [] for value in (before, after)),
        ]
        for (name, before), (_, after) in zip(*(facts_at(*end, voice) for end in ends), strict=True)
        if before or after
    ]
    return table(columns, rows, "hiring-diff-facts")


def facts_at(
    role: JobRole, level: Level, voice: Voice
) -> Iterator[tuple[nodes.Node, nodes.Node | None]]:
    """Yield what is compared of a level: the same names in the same order, with or without a value.

    A fact that the level does not state is that of its role.
    """
    said = voice.lexicon

    def theirs(text: str | None) -> nodes.Node | None:
        return voice.inline(text, role.language) if text else None

    years = job_words.years(level.years, said) if level.years else ""
    yield voice.fixed(said.say("page.years")), voice.fixed(years) if years else None
    yield voice.fixed(said.say("page.background")), theirs(level.background)
    yield voice.fixed(said.say("page.scope")), theirs(level.scope)
    for name, fact in facts_of(type(level.facts)).items():
        told = said_at(name, fact, role, level, voice)
        label = voice.label(fact.short_label(name, said), fact)
        yield label, value_at(name, fact, role, level, voice) if told else None
