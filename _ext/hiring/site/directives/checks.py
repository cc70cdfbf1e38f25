"""What the review of the handbook knows: its rules, and the laws on postings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from hiring.checks.catalog import BUILD, FAMILIES, OF_THE_READER, OF_WAIVERS, RULE_FAILED, checks_in
from hiring.checks.rulebook import rulebook_of
from hiring.model.slugs import key_from
from hiring.posting.laws import laws_known
from hiring.site.directives.base import HandbookDirective
from hiring.site.nodes.voice import marked_section
from hiring.site.views.checks import family
from hiring.site.views.laws import law_list

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hiring.checks.rule_text import RuleText


class CheckRulesDirective(HandbookDirective):
    """Every rule of the review, family by family: what it finds, and why that matters."""

    has_content = False

    def run(self) -> list[nodes.Node]:
        """Return a section a family."""
        own = rulebook_of(self.handbook).own
        families: dict[str, Iterable[RuleText]] = {
            **{name: checks_in(*modules) for name, modules in FAMILIES.items()},
            "Waivers and settings": (*OF_WAIVERS, RULE_FAILED),
            **({"Rules of our own": own} if own else {}),
            "What the reader refuses": (*OF_THE_READER, BUILD),
        }
        # Our rules are in English alone; a company's own are in words that nobody knows.
        found = [
            marked_section(
                family(name, f"rules-{key_from(name)}", of),
                "" if of is own else self.voice.of_english,
            )
            for name, of in families.items()
        ]
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
