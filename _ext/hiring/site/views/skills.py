"""Skills: what each means and who asks for it, and the matrix of skills and roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from hiring.model.role import PRIORITIES
from hiring.site.nodes.rows import matrix_legend
from hiring.site.nodes.voice import marked
from hiring.site.views.build import (
    Column,
    joined,
    paragraph,
    reference,
    said_around,
    scrollable,
    table,
    target,
    title,
)
from hiring.site.views.choices import FilterChoice, Narrowed
from hiring.site.views.families import MANY, asking_families
from hiring.site.views.skill_steps import step_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hiring.model.facts import Skill
    from hiring.model.handbook import Handbook
    from hiring.model.role import JobRole
    from hiring.site.nodes.voice import Voice


def by_group(skills: Iterable[Skill]) -> list[tuple[str, list[Skill]]]:
    """Return the groups in the order of their first skill, each by name; "" is the last."""
    groups: dict[str, list[Skill]] = {}
    for skill in skills:
        groups.setdefault(skill.group or "", []).append(skill)
    for held in groups.values():
        held.sort(key=lambda skill: skill.name.lower())
    return sorted(groups.items(), key=lambda group: not group[0])


def skill_list(handbook: Handbook, docname: str, voice: Voice) -> list[nodes.Node]:
    """Return every skill by group and name: its anchor, other names, meaning, who asks for it."""
    found: list[nodes.Node] = []
    groups = by_group(handbook.skills.values())
    for name, skills in groups:
        found += [title(name)] if name else []
        listed = (_skill(skill, handbook, docname, voice) for skill in skills)
        found.append(nodes.definition_list("", *listed, classes=["hiring-skills"]))
    return found


def _skill(
    skill: Skill, handbook: Handbook, docname: str, voice: Voice
) -> nodes.definition_list_item:
    said = voice.lexicon
    term = nodes.term("", "", target(f"skill-{skill.key}"), nodes.Text(skill.name))
    if skill.aliases:
        names = said.say("page.also", names=", ".join(skill.aliases))
        term += voice.inline(f" {names}", said.language, "hiring-aliases")
    meaning = nodes.definition("", paragraph(nodes.Text(skill.description)))
    meaning += step_list(skill, handbook)
    roles = handbook.roles_by_skill.get(skill.key, ())
    if roles:
        many = len(roles) > MANY
        named = (reference("role", role.key, docname) for role in roles)
        links = asking_families(roles, said) if many else joined(named)
        asked = said_around(said, "page.asked-by", roles=links)
        meaning += marked(paragraph(*asked, classes=["hiring-meta"]), voice.of_words)
    return nodes.definition_list_item("", term, meaning)


def skill_matrix(
    roles: Sequence[JobRole], handbook: Handbook, docname: str, voice: Voice, number: int
) -> nodes.Element:
    """Return the skills that roles ask for, a row a skill and a column a role.

    Readers may choose a role, and see its skills alone. ``number`` tells the matrix from others of
    the page.
    """
    uses = {role.key: {use.skill: use.priority for use in role.skills} for role in roles}
    asked = {skill for found in uses.values() for skill in found}
    groups = by_group(handbook.skills[key] for key in handbook.skills if key in asked)
    skills = [skill for _, held in groups for skill in held]
    rows: list[list[list[nodes.Node]]] = [
        [
            [paragraph(reference("skill", skill.key, docname))],
            *(_cell(uses[role.key].get(skill.key), voice) for role in roles),
        ]
        for skill in skills
    ]
    said = voice.lexicon
    columns = [Column(said.say("page.skill"), language=voice.of_words)]
    columns += [Column(role.facts.title, language=voice.of(role.language)) for role in roles]
    shown = table(columns, rows, "hiring-matrix", "hiring-marked")
    body = next(shown.findall(nodes.tbody))
    entries = [row for row in body.children if isinstance(row, nodes.row)]
    for name, held in groups:
        if name:
            body.insert(body.index(entries[skills.index(held[0])]), _head(name, len(columns)))
    box = scrollable(said.say("page.skills-by-role"), shown, "hiring-matrix-box")
    box.insert(0, _legend(voice))
    choices = (
        [
            FilterChoice(role.facts.title, voice.of(role.language))
            for role in roles
            if skill.key in uses[role.key]
        ]
        for skill in skills
    )
    narrowed = Narrowed([(said.say("page.role"), choices)])
    return narrowed.shown(box, entries, number, voice)


def _legend(voice: Voice) -> matrix_legend:
    marks = tuple((it, voice.lexicon.say(f"priority_short.{it}")) for it in PRIORITIES)
    return matrix_legend(marks=marks, language=voice.of_words)


def _head(name: str, columns: int) -> nodes.row:
    """Return a row that names the skills below it."""
    words = paragraph(nodes.Text(name))
    return nodes.row("", nodes.entry("", words, morecols=columns - 1), classes=["hiring-group-row"])


def _cell(priority: str | None, voice: Voice) -> list[nodes.Node]:
    if priority is None:
        return []
    said = voice.lexicon
    short = said.say(f"priority_short.{priority}")
    return [paragraph(voice.inline(short, said.language, f"hiring-{priority}"))]
