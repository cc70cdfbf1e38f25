"""The levels of roles, laid out so that any two of them can be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from hiring.model.ladder import ranks_of, track_of
from hiring.model.skill_scale import expected_at, meaning_of
from hiring.site.nodes.compared import compared_level, compared_role, compared_roles, compared_with
from hiring.site.nodes.voice import marked
from hiring.site.views.build import bullets, paragraph, reference, text, title
from hiring.site.views.diff import facts_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from hiring.model.handbook import Handbook
    from hiring.model.role import JobRole, Level
    from hiring.site.nodes.voice import Voice
    from hiring.site.views.levels import Render

    Lists = Callable[[JobRole, Level, Level], list[nodes.Node]]
    """What the higher of two levels that state all says otherwise."""


class Compared:
    """Lays out levels on a page, in its language."""

    def __init__(self, handbook: Handbook, docname: str, voice: Voice) -> None:
        self.handbook, self.docname, self.voice = handbook, docname, voice

    def roles(self, roles: Iterable[JobRole], render: Render, lists: Lists) -> compared_roles:
        """Return all levels of some roles; ``render`` shows what a level says."""
        said = self.voice.lexicon
        words = {
            "lower": said.say("page.from-level"),
            "upper": said.say("page.to-level"),
            "swap": said.say("page.swap"),
            "fact": said.say("page.fact"),
            "skills": said.say("page.skills-to-add"),
            "deepen": said.say("steps.deepen"),
            "from-to": said.texts["steps.from-to"],
            "to": said.texts["steps.to"],
            "same": said.say("page.choose-two"),
        }
        return compared_roles("", *(self._role(it, render, lists) for it in roles), words=words)

    def _role(self, role: JobRole, render: Render, lists: Lists) -> compared_role:
        own = self.voice.of(role.language)
        shown = compared_role(key=role.key, title=role.facts.title)
        shown += title(role.facts.title, own)
        ranks = {level.id: at for at, rank in enumerate(ranks_of(role.levels)) for level in rank}
        for at, level in enumerate(role.levels):
            held = compared_level(
                key=level.id,
                title=role.name_of(level),
                rank=ranks[level.id],
                track=track_of(level) or "",
                all=int(bool(level.adds)),
            )
            held += self._level(role, level, render)
            if level.adds == "all":
                for lower in role.levels[:at]:
                    held += compared_with("", *lists(role, lower, level), lower=lower.id)
            shown += held
        if role.skills:
            shown += self._skills(role)
        return shown

    def _level(self, role: JobRole, level: Level, render: Render) -> list[nodes.Node]:
        voice = self.voice
        name = reference(
            "level", f"{role.key}/{level.id}", self.docname, level.name, voice.of(role.language)
        )
        does = voice.lexicon.say("page.level-does" if level.adds else "page.level-adds")
        intro = paragraph(nodes.strong("", "", name), voice.fixed(does))
        added = nodes.container("", intro, *render(role, level), classes=["hiring-compared-added"])
        return [self._facts(role, level), added, *self._steps(role, level)]

    def _facts(self, role: JobRole, level: Level) -> nodes.field_list:
        listed = nodes.field_list(classes=["hiring-facts", "hiring-compared-facts"])
        for at, (name, value) in enumerate(facts_at(role, level, self.voice)):
            if value is not None:
                shown = marked(nodes.field_name("", "", name), "")
                shown["classes"].append(f"hiring-fact-{at}")
                listed += nodes.field("", shown, nodes.field_body("", paragraph(value)))
        return listed

    def _steps(self, role: JobRole, level: Level) -> list[nodes.Node]:
        scale = self.handbook.company.scale
        steps = expected_at(role, level)
        lines: list[Sequence[nodes.Node]] = []
        for key in sorted(steps, key=lambda it: self.handbook.skills[it].name.lower()):
            skill, step = self.handbook.skills[key], steps[key]
            meaning = f". {meaning_of(skill, step)}" if skill.levels else ""
            link = reference("skill", key, self.docname)
            name = text(scale[step - 1], f"hiring-step-{step}")
            lines.append([paragraph(link, text(": "), name, nodes.Text(meaning))])
        return [bullets(lines, "hiring-compared-steps")] if lines else []

    def _skills(self, role: JobRole) -> nodes.bullet_list:
        said = self.voice.lexicon
        lines = (
            [
                paragraph(
                    text("", f"hiring-priority-{use.priority}"),
                    reference("skill", use.skill, self.docname),
                    self.voice.fixed(f" ({said.say(f'priority.{use.priority}').lower()})"),
                )
            ]
            for use in role.skills
        )
        return bullets(lines, "hiring-compared-skills")
