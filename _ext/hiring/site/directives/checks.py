"""What the review of the handbook knows: its rules, and the laws on postings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.checks.rulebook import rulebook_of
from hiring.model.messages import message_language
from hiring.posting.laws import laws_known
from hiring.site.directives.base import HandbookDirective
from hiring.site.views.checks import families
from hiring.site.views.laws import law_list

if TYPE_CHECKING:
    from docutils import nodes


class CheckRulesDirective(HandbookDirective):
    """Every rule of the review, family by family: what it finds, and why that matters."""

    has_content = False

    def run(self) -> list[nodes.Node]:
        """Return a section a family."""
        # A company's own rules are in words that nobody knows.
        found = families(rulebook_of(self.handbook).own, self.voice.of(message_language()))
        for section in found:
            self.state.document.note_explicit_target(section, section)
        return self.titled(*found)


class PostingLawsDirective(HandbookDirective):
    """Every law on postings that the review and the generator know, in force, to come or over."""

    has_content = False

    def run(self) -> list[nodes.Node]:
        """Return the laws by name."""
        self.domain.note_use(self.env.docname, "company")
        return self.titled(law_list(laws_known(self.handbook.company), self.voice))


DIRECTIVES = {"check-rules": CheckRulesDirective, "posting-laws": PostingLawsDirective}
