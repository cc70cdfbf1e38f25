"""Any two levels compared, as readers choose them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.model.diff import level_diff
from hiring.site.directives.levels import OfLevels
from hiring.site.views.build import nothing
from hiring.site.views.compare import Compared
from hiring.site.views.families import MANY

if TYPE_CHECKING:
    from docutils import nodes

    from hiring.model.role import JobRole, Level


class CompareDirective(OfLevels):
    """The levels of all roles, or of a family's: in a browser two of them, side by side."""

    has_content = False

    def run(self) -> list[nodes.Node]:
        """Return the levels."""
        family = self.options.get("family")
        found = [it for it in self.all_roles() if family in (None, it.facts.family) and it.levels]
        self.domain.note_use(self.env.docname, "skills")
        self.domain.note_use(self.env.docname, "company")
        if sum(len(role.levels) for role in found) < 2:
            return self.titled(nothing(self.voice, "no-levels"))
        if len(found) > MANY:
            return self.titled(nothing(self.voice, "too-many-to-compare"))
        compared = Compared(self.handbook, self.env.docname, self.voice)
        return self.titled(compared.roles(found, self.marked, self.between))

    def between(self, role: JobRole, lower: Level, upper: Level) -> list[nodes.Node]:
        """Return what the higher of two levels that state all says otherwise."""
        return self.lists(level_diff(role, lower, role, upper))


DIRECTIVES = {"compare": CompareDirective}
