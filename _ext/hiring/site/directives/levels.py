"""Levels of experience, and the difference between two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.model.diff import level_diff
from hiring.model.role import Level
from hiring.model.targets import level_at
from hiring.site.directives.base import HandbookDirective
from hiring.site.views.diff import diff_view
from hiring.site.views.groups import folded, is_long
from hiring.site.views.levels import comparison, level_table
from hiring.site.views.skill_steps import step_gap
from hiring.site.views.team import mark_rows

if TYPE_CHECKING:
    from docutils import nodes

    from hiring.model.role import Block, JobRole, Question


class _OfLevels(HandbookDirective):
    """What shows levels: those of a long ladder folded."""

    def markdown(self, role: JobRole, part: Block | Level | Question) -> list[nodes.Node]:
        """Return the nodes of a level, at home on the role's page."""
        found = super().markdown(role, part)
        return folded(found, part) if isinstance(part, Level) and is_long(role) else found


class LevelsDirective(_OfLevels):
    """One role's levels as a table, or several roles' side by side."""

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        roles = [role for role in self.sources() if role.levels]
        docname = self.env.docname
        if not roles:
            return []
        if len(roles) > 1:
            return self.titled(comparison(roles, self.marked, docname))
        [role], home = roles, "from" not in self.options
        shown = level_table(role, self.markdown, anchored=home, docname=docname)
        mark_rows(shown, [self.is_for_team(role, level) for level in role.levels])
        return self.titled(shown)


class LevelDiffDirective(_OfLevels):
    """What the higher of two levels adds to the lower."""

    has_content = False

    def run(self) -> list[nodes.Node]:
        """Return what changes, computed over the levels between."""
        lower, upper = self.end("from"), self.end("to")
        if lower is None or upper is None:
            return []
        try:
            diff = level_diff(*lower, *upper)
        except ValueError:
            return []
        for use in diff.skills:
            self.domain.note_target(self.env.docname, "skill", use.skill)
        found = diff_view(diff, self.marked, self.env.docname)
        for role in (lower[0], upper[0]):
            self.domain.note_use(self.env.docname, "steps", role.key)
        found[-1] += step_gap(lower, upper, self.handbook, self.env.docname)
        return self.titled(*found)

    def end(self, option: str) -> tuple[JobRole, Level] | None:
        """Return the role and the level that an option names, or None."""
        written = self.options.get(option, "")
        found = level_at(written, self.handbook)
        if found is None:
            self.domain.note_target(self.env.docname, "level", written)
        else:
            self.role(found[0].key)
        return found


DIRECTIVES = {"levels": LevelsDirective, "level-diff": LevelDiffDirective}
