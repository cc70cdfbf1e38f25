"""Directives that draw: pay, moves, managers, and what a table on the page says."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from docutils import nodes

from hiring.pictures.bars import bar_chart, bars_of
from hiring.pictures.moves import near
from hiring.pictures.timeline import stages_of, timelines
from hiring.site.directives.base import HandbookDirective
from hiring.site.directives.markdown import render
from hiring.site.views.build import title
from hiring.site.views.families import MANY, by_family
from hiring.site.views.pay_pictures import families_picture, pay_picture
from hiring.site.views.pictures import AS_TABLE, Figures, rows_in
from hiring.site.views.way_pictures import (
    Ways,
    family_moves_picture,
    leaders_picture,
    managers_picture,
    moves_picture,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hiring.model.role import JobRole
    from hiring.pictures.shapes import Drawing


class PictureDirective(HandbookDirective):
    """A picture of roles: all, those of a family, or one; of very many, families come first."""

    has_content = False

    def run(self) -> list[nodes.Node]:
        """Return the picture with the same in words."""
        every = self.all_roles("ladders")
        shown = self.shown(every)
        if not shown:
            return []
        if len(shown) <= MANY or self.options.keys() & {"family", "role"}:
            return self.titled(self.picture(shown, every))
        found = [self.overview(every)]
        for family, held in by_family(shown):
            heading = title(family)
            heading["deeper"] = 1
            found += [heading, self.picture(held, every)]
        return self.titled(*found)

    def shown(self, every: Sequence[JobRole]) -> list[JobRole]:
        """Return the roles that the options name; a retired one is not drawn."""
        family, key = self.options.get("family"), self.options.get("role")
        if key is not None:
            return next((self.around(role, every) for role in every if role.key == key), [])
        return [role for role in every if family in (None, role.facts.family)]

    def around(self, role: JobRole, every: Sequence[JobRole]) -> list[JobRole]:
        """Return the roles of the picture of one role."""
        return [role]

    @cached_property
    def ways(self) -> Ways:
        """The moves between all roles, and who answers to whom."""
        return Ways(self.handbook.originals.values())

    @property
    def figures(self) -> Figures:
        """What makes the page's figures."""
        env = self.env
        pages = {it.key: self.docname_of(it.path) for it in self.handbook.originals.values()}
        return Figures(env.docname, pages, lambda: env.new_serialno("hiring-picture"), self.voice)

    def picture(self, shown: Sequence[JobRole], every: Sequence[JobRole]) -> nodes.Node:
        """Return the picture of some roles."""
        raise NotImplementedError

    def overview(self, every: Sequence[JobRole]) -> nodes.Node:
        """Return the picture of all families."""
        raise NotImplementedError


class PayChartDirective(PictureDirective):
    """Bands of pay on one scale, for each currency."""

    def picture(self, shown: Sequence[JobRole], every: Sequence[JobRole]) -> nodes.Node:
        """Return the bands of roles."""
        return pay_picture(shown, self.figures, self.is_for_team)

    def overview(self, every: Sequence[JobRole]) -> nodes.Node:
        """Return what the pay of each family spans."""
        return families_picture(every, self.figures)


class CareerMapDirective(PictureDirective):
    """Moves between roles, with the ladder of each."""

    def around(self, role: JobRole, every: Sequence[JobRole]) -> list[JobRole]:
        """Return a role with those that a move leads to, or comes from."""
        return near(role, every)

    def picture(self, shown: Sequence[JobRole], every: Sequence[JobRole]) -> nodes.Node:
        """Return the moves between roles."""
        self.domain.note_use(self.env.docname, "skills")
        # Around one role, the moves among those that are near it.
        ways = Ways(shown) if "role" in self.options else self.ways
        return moves_picture(shown, ways, self.figures, self.handbook.skills)

    def overview(self, every: Sequence[JobRole]) -> nodes.Node:
        """Return the moves between families."""
        return family_moves_picture(every, self.figures)


class OrgChartDirective(PictureDirective):
    """Who answers to whom."""

    def around(self, role: JobRole, every: Sequence[JobRole]) -> list[JobRole]:
        """Return a role with those who answer to it."""
        lines = self.ways.lines
        return [it for it in every if it is role or role.key in lines[it.key].managers]

    def picture(self, shown: Sequence[JobRole], every: Sequence[JobRole]) -> nodes.Node:
        """Return to whom roles answer."""
        return managers_picture(shown, self.ways, self.figures)

    def overview(self, every: Sequence[JobRole]) -> nodes.Node:
        """Return those whom some answer to."""
        return leaders_picture(list(self.handbook.originals.values()), self.figures)


class TableDirective(HandbookDirective):
    """A picture of a table that stands in the directive, with that table.

    The table ``is_folded`` where the picture says all of it.
    """

    is_folded = True

    def run(self) -> list[nodes.Node]:
        """Return the picture, and the table as the page has it."""
        path = self.path
        found = render(self, "\n".join(self.content), path, self.content_offset + 1)
        rows = [*rows_in(found), []]
        head, rows = rows[0], rows[1:-1]
        words = self.arguments[0] if self.arguments else ", ".join(head[:2])
        drawings = self.drawings(head, rows, words) if head else ()
        env = self.env
        figures = Figures(env.docname, {}, lambda: env.new_serialno("hiring-picture"), self.voice)
        data = found if self.is_folded else []
        shown = figures.figure(drawings, self.legend(head), AS_TABLE, data, is_own=True)
        return self.titled(shown, *(found if not self.is_folded else []))

    def legend(self, head: Sequence[str]) -> str:
        """Return what the signs of the picture mean."""
        return ""

    def drawings(
        self, head: Sequence[str], rows: Sequence[Sequence[str]], words: str
    ) -> Sequence[Drawing]:
        """Return the pictures of rows; what can't be drawn has been reported."""
        raise NotImplementedError


class BarChartDirective(TableDirective):
    """Numbers as bars: those of the second column, and thinner those of the third."""

    def legend(self, head: Sequence[str]) -> str:
        """Return which bar is which."""
        if len(head) < 3:
            return ""
        return self.voice.lexicon.say("picture.bars", first=head[1], second=head[2])

    def drawings(
        self, head: Sequence[str], rows: Sequence[Sequence[str]], words: str
    ) -> Sequence[Drawing]:
        """Return the bars."""
        bars = bars_of(rows)
        return [bar_chart(bars, words, head[1:3], self.voice.lexicon)] if bars else []


class HiringTimelineDirective(TableDirective):
    """Stages in their order: the first column names them, the last says how long each takes."""

    is_folded = False

    def drawings(
        self, head: Sequence[str], rows: Sequence[Sequence[str]], words: str
    ) -> Sequence[Drawing]:
        """Return the stages for a wide and for a narrow column."""
        stages = stages_of(rows)
        return timelines(stages, words) if stages else []


DIRECTIVES = {
    "pay-chart": PayChartDirective,
    "career-map": CareerMapDirective,
    "org-chart": OrgChartDirective,
    "bar-chart": BarChartDirective,
    "hiring-timeline": HiringTimelineDirective,
}
