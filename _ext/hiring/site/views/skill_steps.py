"""How much of a skill is asked for: by level, from one level to another, and what each step is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from hiring.model.skill_scale import expected_at, meaning_of
from hiring.site.nodes.disclosures import group_entries, group_item, group_list, group_title
from hiring.site.views.build import Column, bullets, paragraph, reference, scrollable, table, text

if TYPE_CHECKING:
    from hiring.model.facts import Skill
    from hiring.model.handbook import Handbook
    from hiring.model.role import JobRole, Level
    from hiring.site.nodes.voice import Voice


def step_matrix(role: JobRole, handbook: Handbook, docname: str, voice: Voice) -> list[nodes.Node]:
    """Return the steps that a role asks for, a row a skill and a column a level; none without."""
    asked = {level.id: expected_at(role, level) for level in role.levels}
    skills = {skill for steps in asked.values() for skill in steps}
    if not skills:
        return []
    scale = handbook.company.scale
    rows: list[list[list[nodes.Node]]] = [
        [
            [paragraph(reference("skill", skill, docname))],
            *(_step(asked[level.id].get(skill), scale) for level in role.levels),
        ]
        for skill in sorted(skills, key=lambda key: handbook.skills[key].name.lower())
    ]
    said = voice.lexicon
    columns = [Column(said.say("page.skill"), language=voice.of_words)]
    columns += [Column(level.name, language=voice.of(role.language)) for level in role.levels]
    label = said.say("steps.by-level", title=role.facts.title)
    shown = table(columns, rows, "hiring-matrix", "hiring-by-row")
    return [scrollable(label, shown, "hiring-matrix-box")]


def under_title(words: str, *shown: nodes.Node) -> group_list:
    """Return what few look up, folded under its title."""
    item = group_item("", group_title(words, words), group_entries("", *shown))
    return group_list("", item, classes=["hiring-looked-up"])


def _step(step: int | None, scale: tuple[str, ...]) -> list[nodes.Node]:
    return [paragraph(nodes.Text(f"{step}, {scale[step - 1]}"))] if step else []


def step_gap(
    lower: tuple[JobRole, Level],
    upper: tuple[JobRole, Level],
    handbook: Handbook,
    docname: str,
    voice: Voice,
) -> list[nodes.Node]:
    """Return the skills of which the upper level asks for more, with what people do there."""
    have, want = expected_at(*lower), expected_at(*upper)
    scale, said = handbook.company.scale, voice.lexicon
    lines: list[list[nodes.Node]] = []
    for key in sorted(want, key=lambda it: handbook.skills[it].name.lower()):
        if want[key] > have.get(key, 0):
            skill, step = handbook.skills[key], want[key]
            before = scale[have[key] - 1] if key in have else ""
            name = "steps.from-to" if before else "steps.to"
            words = said.say(name, start=before, end=scale[step - 1])
            meaning = nodes.Text(f". {meaning_of(skill, step)}") if skill.levels else nodes.Text("")
            link = reference("skill", key, docname)
            lines.append([paragraph(link, text(words), meaning)])
    if not lines:
        return []
    return [paragraph(nodes.strong("", said.say("steps.deepen"))), bullets(lines)]


def step_list(skill: Skill, handbook: Handbook) -> list[nodes.Node]:
    """Return what people do at each step of a skill; nothing where no step is said.

    It is folded under the names of the steps: a list of skills is read for what each means.
    """
    names = handbook.company.scale
    lines: list[list[nodes.Node]] = [
        [paragraph(nodes.strong("", f"{name.capitalize()}: "), nodes.Text(meaning_of(skill, step)))]
        for step, name in enumerate(names, 1)
        if skill.levels
    ]
    if not lines:
        return []
    return [under_title(", ".join(names).capitalize(), bullets(lines, "hiring-steps"))]
