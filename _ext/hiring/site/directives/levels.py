"""Levels of experience, and the difference between two."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from docutils import nodes

from hiring.model.diff import level_diff
from hiring.model.role import Level
from hiring.model.targets import level_at
from hiring.reading.crossings.page import ALL
from hiring.site.directives.base import HandbookDirective
from hiring.site.nodes.voice import marked
from hiring.site.views.build import nothing, paragraph, target
from hiring.site.views.diff import added_levels, diff_view
from hiring.site.views.entries import ShownEntries, entries_compared
from hiring.site.views.groups import folded, is_long
from hiring.site.views.levels import comparison, level_table
from hiring.site.views.skill_steps import step_gap
from hiring.site.views.team import for_team, mark_rows

if TYPE_CHECKING:
    from hiring.model.diff import LevelDiff
    from hiring.model.role import Block, JobRole, Question


class OfLevels(HandbookDirective):
    """What shows levels: those of a long ladder folded."""

    @cached_property
    def long(self) -> dict[str, bool]:
        """Whether a role's ladder is a long one, by the role's key."""
        return {}

    def markdown(self, role: JobRole, part: Block | Level | Question) -> list[nodes.Node]:
        """Return the nodes of a level, at home on the role's page, and what it asks for itself."""
        found = super().markdown(role, part)
        if not isinstance(part, Level):
            return found
        if role.key not in self.long:
            self.long[role.key] = is_long(role)
        found = folded(found, part) if self.long[role.key] else found
        return [*found, *(node for block in part.blocks for node in self.asked(role, block))]

    def asked(self, role: JobRole, block: Block) -> list[nodes.Node]:
        """Return a list of what a level asks for, with its anchor where the level has its own."""
        said = self.voice.lexicon
        name = said.say("labelled", label=said.say(f"priority.{block.priority or 'must'}"))
        shown = paragraph(marked(nodes.strong("", name), self.voice.of_words))
        if self.name.removeprefix("hiring:") == "levels" and "from" not in self.options:
            shown.insert(0, target(block.anchor))
        found = super().markdown(role, block)
        return [shown, *([for_team(*found)] if self.is_for_team(role, block) else found)]

    def lists(self, diff: LevelDiff) -> list[nodes.Node]:
        """Return the two levels' lists compared."""
        role, ends = diff.to_role, (diff.from_level, diff.to_level)
        page = self.handbook.pages[role.path]
        plain = partial(HandbookDirective.markdown, self, role)
        shown = [
            ShownEntries(
                [*plain(it), *(n for block in it.blocks for n in plain(block))], page.is_for_team
            )
            for it in ends
        ]
        own = self.voice.of(role.language)
        return entries_compared(ends, shown, self.voice, own)


class LevelsDirective(OfLevels):
    """One role's levels as a table, or several roles' side by side."""

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        roles = [role for role in self.sources() if role.levels]
        docname = self.env.docname
        if not roles:
            is_all = self.options.get("from", "").strip() == ALL
            return self.titled(nothing(self.voice, "no-levels")) if is_all else []
        if len(roles) > 1:
            return self.titled(comparison(roles, self.marked, docname, self.voice))
        [role], home = roles, "from" not in self.options
        shown = level_table(role, self.in_its_language, self.voice, anchored=home, docname=docname)
        mark_rows(shown, [self.is_for_team(role, level) for level in role.levels])
        return self.titled(shown)


class LevelDiffDirective(OfLevels):
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
        docname, voice = self.env.docname, self.voice
        lists = (
            self.lists(diff)
            if diff.is_of_lists
            else added_levels(diff, self.marked, docname, voice)
        )
        for role in (lower[0], upper[0]):
            self.domain.note_use(docname, "steps", role.key)
        found = diff_view(diff, lists, docname, voice)
        found[-1] += step_gap(lower, upper, self.handbook, docname, voice)
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
