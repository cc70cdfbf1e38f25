"""Directives that show roles: a role's facts, a card, lists, and the matrix of skills."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from docutils import nodes

from hiring.site.directives.base import HandbookDirective
from hiring.site.views.build import nothing
from hiring.site.views.facts import card, cards, fact_box, role_table
from hiring.site.views.families import LISTED, MANY, role_groups, skill_counts
from hiring.site.views.skill_steps import step_matrix, under_title
from hiring.site.views.skills import skill_list, skill_matrix

if TYPE_CHECKING:
    from hiring.model.role import JobRole


class RoleFactsDirective(HandbookDirective):
    """The fact box of the page's role, or of another."""

    has_content = False

    def run(self) -> list[nodes.Node]:
        """Return the box."""
        role = self.role(self.options["role"]) if "role" in self.options else self.own_role()
        if role is None:
            return []
        self.domain.note_use(self.env.docname, "openings", role.key)
        for key in (*role.facts.works_with, *role.facts.related):
            self.domain.note_target(self.env.docname, "role", key)
        stated = self.handbook.pages[role.path].front_matter.role
        for key in (*stated.reports_to, *stated.matrix_to) if stated else ():
            if key in self.handbook.roles:
                self.domain.note_target(self.env.docname, "role", key)
        return self.titled(*fact_box(role, self.domain.build, self.env.docname))


class RoleCardDirective(HandbookDirective):
    """One role in short."""

    has_content = False
    required_arguments = 1
    optional_arguments = 0

    def run(self) -> list[nodes.Node]:
        """Return the card."""
        named = self.role(self.arguments[0])
        if named is None:
            return []
        role = self.role(self.in_language([named])[0].key) or named
        return [
            nodes.container("", *card(role, self.env.docname, self.voice), classes=["hiring-card"])
        ]


class RoleListDirective(HandbookDirective):
    """Roles by title, all or those of a family or with a skill."""

    has_content = False

    def run(self) -> list[nodes.Node]:
        """Return the roles as cards or as a table."""
        roles = self.in_language(it for it in self.all_roles("cards") if self.wanted(it))
        roles.sort(key=lambda role: role.facts.title)
        docname, voice = self.env.docname, self.voice
        view = role_table if self.options.get("display") == "table" else cards
        if not roles:
            return self.titled(nothing(voice, "no-role"))
        if len(roles) <= LISTED:
            return self.titled(view(roles, docname, voice))
        grouped = partial(role_table, with_family=False) if view is role_table else cards
        prefix = f"family-{self.env.new_serialno('hiring-families') + 1}"
        return self.titled(*role_groups(roles, lambda held: grouped(held, docname, voice), prefix))

    def wanted(self, role: JobRole) -> bool:
        """Tell whether a role is of the family, and asks for the skill, that are named."""
        family, skill = self.options.get("family"), self.options.get("skill")
        if family is not None and role.facts.family != family:
            return False
        if skill is None:
            return True
        meant = self.handbook.skill_names.get(skill.lower())
        return meant is not None and any(use.skill == meant.key for use in role.skills)


class SkillMatrixDirective(HandbookDirective):
    """Which role asks for which skill, and how much; of one role, by level."""

    has_content = False

    def run(self) -> list[nodes.Node]:
        """Return the matrix."""
        if key := self.options.get("role"):
            role = self.role(key)
            self.domain.note_use(self.env.docname, "steps", key)
            steps = step_matrix(role, self.handbook, self.env.docname, self.voice) if role else []
            if role and steps and self.arguments and self.is_home(role):
                # Each level of the ladder above says what it asks for.
                return [under_title(self.arguments[0], *steps)]
            return self.titled(*steps) if steps else []
        family = self.options.get("family")
        wanted = (it for it in self.all_roles("cards") if family in (None, it.facts.family))
        roles = self.in_language(wanted)
        self.domain.note_use(self.env.docname, "skills")
        if not any(role.skills for role in roles):
            return self.titled(nothing(self.voice, "no-skill-asked"))
        docname, voice = self.env.docname, self.voice
        if len(roles) > MANY and family is None:
            return self.titled(skill_counts(roles, self.handbook, docname, voice))
        number = self.env.new_serialno("hiring-lists")
        return self.titled(skill_matrix(roles, self.handbook, docname, voice, number))


class SkillListDirective(HandbookDirective):
    """Every skill with its meaning and the roles that ask for it."""

    has_content = False

    def run(self) -> list[nodes.Node]:
        """Return the list; the skills' anchors stand in it."""
        self.all_roles("cards")
        self.domain.note_use(self.env.docname, "skills")
        if not self.handbook.skills:
            return self.titled(nothing(self.voice, "no-skill"))
        return self.titled(*skill_list(self.handbook, self.env.docname, self.voice))


DIRECTIVES = {
    "role-facts": RoleFactsDirective,
    "role-card": RoleCardDirective,
    "role-list": RoleListDirective,
    "skill-matrix": SkillMatrixDirective,
    "skill-list": SkillListDirective,
}
