"""Skills: what each means and who asks for it, and the matrix of skills and roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

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
)
from hiring.site.views.families import MANY, asking_families
from hiring.site.views.skill_steps import step_list

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hiring.model.facts import Skill
    from hiring.model.handbook import Handbook
    from hiring.model.role import JobRole
    from hiring.site.nodes.voice import Voice


def skill_list(handbook: Handbook, docname: str, voice: Voice) -> nodes.definition_list:
    """Return every skill by name: its anchor, other names, meaning, and the roles that ask."""
    skills = sorted(handbook.skills.values(), key=lambda skill: skill.name.lower())
    return nodes.definition_list(
        "",
        *(_skill(skill, handbook, docname, voice) for skill in skills),
        classes=["hiring-skills"],
    )


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
    roles: Sequence[JobRole], handbook: Handbook, docname: str, voice: Voice
) -> nodes.Element:
    """Return the skills that roles ask for, a row a skill and a column a role."""
    uses = {role.key: {use.skill: use.priority for use in role.skills} for role in roles}
    asked = sorted(
        {skill for found in uses.values() for skill in found},
        key=lambda key: handbook.skills[key].name.lower(),
    )
    rows: list[list[list[nodes.Node]]] = [
        [
            [paragraph(reference("skill", skill, docname))],
            *(_cell(uses[role.key].get(skill), voice) for role in roles),
        ]
        for skill in asked
    ]
    said = voice.lexicon
    columns = [Column(said.say("page.skill"), language=voice.of_words)]
    columns += [Column(role.facts.title, language=voice.of(role.language)) for role in roles]
    shown = table(columns, rows, "hiring-matrix")
    return scrollable(said.say("page.skills-by-role"), shown, "hiring-matrix-box")


def _cell(priority: str | None, voice: Voice) -> list[nodes.Node]:
    if priority is None:
        return []
    said = voice.lexicon
    short = said.say(f"priority_short.{priority}")
    return [paragraph(voice.inline(short, said.language, f"hiring-{priority}"))]
