"""The directive that shows whose page is to be looked through, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.exports.calendar import has_reviews
from hiring.model.audience import Audience
from hiring.model.reviews import reviews
from hiring.site.directives.base import HandbookDirective
from hiring.site.nodes.nodes import review_calendar
from hiring.site.views.build import nothing
from hiring.site.views.reviews import review_table

if TYPE_CHECKING:
    from docutils import nodes

    from hiring.model.reviews import Review


class ReviewListDirective(HandbookDirective):
    """The reviews of roles' pages, by the day on which they are due: all, or some."""

    has_content = False

    def run(self) -> list[nodes.Node]:
        """Return the table, and a link to the calendar; nothing of it is the public's."""
        if self.handbook.audience is Audience.PUBLIC:
            return []
        self.domain.note_use(self.env.docname, "reviews")
        found = [it for it in reviews(self.handbook, self.domain.today) if self.wanted(it)]
        if not found:
            return self.titled(nothing(self.voice, "no-review"))
        shown: list[nodes.Node] = [review_table(found, self.env.docname, self.days, self.voice)]
        if has_reviews(self.handbook):
            said = self.voice.lexicon.say("reviews.subscribe")
            shown.append(review_calendar(text=said, language=self.voice.of_words))
        return self.titled(*shown)

    @property
    def days(self) -> int:
        """How many days before a review is due it is said to be near."""
        return self.handbook.company.checks.limits.review_days

    def wanted(self, review: Review) -> bool:
        """Tell whether a review is of the family and the owner that are named."""
        facts = review.role.facts
        return all(
            wanted in (None, stated)
            for wanted, stated in (
                (self.options.get("family"), facts.family),
                (self.options.get("owner"), facts.owner),
            )
        )


DIRECTIVES = {"review-list": ReviewListDirective}
