"""The blocks that hold Markdown: a role's own, or another role's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from hiring.model.blocks import BLOCKS
from hiring.model.language_tags import primary
from hiring.posting.required import role_words
from hiring.site.directives.base import HandbookDirective
from hiring.site.nodes.disclosures import group_entries, group_item, group_list, group_title
from hiring.site.nodes.rows import row_mark
from hiring.site.views.build import bullets, paragraph, target

if TYPE_CHECKING:
    from hiring.model.role import JobRole, Priority

MANY_DUTIES = 8
"""From how many duties on the list is folded."""


def names_priority(heading: str, priority: str, language: str) -> bool:
    """Tell whether a heading in a language says what priority the qualifications below it have."""
    words = role_words()["priorities"].get(language)
    return bool(words and re.search(words[priority], heading, re.IGNORECASE))


class BlockDirective(HandbookDirective):
    """Shows one block; its anchor stands on the page that defines it."""

    optional_arguments = 0
    priority: Priority | None = None

    def run(self) -> list[nodes.Node]:
        """Return the block in a container with the block's anchor."""
        name = self.name.removeprefix("hiring:")
        for role in self.sources():
            block = role.block(name, self.priority)
            if block is None:
                return []
            shown = nodes.container(classes=["hiring-block", f"hiring-{block.anchor}"])
            # On its own page the part is marked as a whole, with what stands beside the block.
            markdown = (
                self.markdown(role, block) if self.is_home(role) else self.marked(role, block)
            )
            whole = [*self.before(), *markdown, *self.after(role)]
            if self.is_home(role) and block.anchor not in self.state.document.ids:
                # Else a heading of the same name above the block has taken the anchor.
                whole.insert(0, target(block.anchor))
            shown += self.arranged(role, whole)
            self.set_source_info(shown)
            return [shown]
        return []

    def before(self) -> list[nodes.Node]:
        """Return what stands above the block's own text."""
        return []

    def arranged(self, role: JobRole, whole: list[nodes.Node]) -> list[nodes.Node]:
        """Return the whole block as it is shown."""
        return whole

    def after(self, role: JobRole) -> list[nodes.Node]:
        """Return what stands below it."""
        return []


class QualificationsDirective(BlockDirective):
    """Qualifications, one block a priority."""

    def run(self) -> list[nodes.Node]:
        """Return the block of the priority that is asked for, named unless the heading does."""
        self.priority = self.options.get("priority", "must")
        found = super().run()
        if self.is_named_above:
            for block in found:
                assert isinstance(block, nodes.Element)
                block["classes"].append("hiring-named-above")
        return found

    def before(self) -> list[nodes.Node]:
        """Return the priority's name, where the heading above is of other words."""
        language = primary(self.voice.language)
        if self.is_named_above or names_priority(self.heading(), str(self.priority), language):
            return []
        return [paragraph(self.voice.fixed(self.named), classes=["hiring-priority"])]

    @property
    def is_named_above(self) -> bool:
        """Whether the heading above is the priority's name and nothing else."""
        return self.heading().casefold() == self.named.casefold()

    @property
    def named(self) -> str:
        """The priority's name, in the language of the page."""
        return self.voice.lexicon.say(f"priority.{self.priority}")

    def arranged(self, role: JobRole, whole: list[nodes.Node]) -> list[nodes.Node]:
        """Return the block with its priority beside each entry, where it is a list."""
        for listed in whole:
            if isinstance(listed, nodes.bullet_list):
                listed["classes"].append("hiring-tagged")
                for item in listed.children:
                    self.mark(item)
        return whole

    def mark(self, item: nodes.Node) -> None:
        """Put the priority before an entry."""
        first = next(iter(item.children), None)
        if isinstance(item, nodes.list_item) and isinstance(first, nodes.paragraph):
            said = self.voice.lexicon.say(f"priority_short.{self.priority}")
            own = self.voice.of_words
            first.insert(0, row_mark(text=said, kind=self.priority, language=own))

    def heading(self) -> str:
        """Return the heading of the section that the block stands in."""
        holder: nodes.Element | None = self.state_machine.node
        while holder is not None and not isinstance(holder, nodes.section):
            holder = holder.parent
        return holder[0].astext() if holder else ""


class DutiesDirective(BlockDirective):
    """The duties, folded where they are many and the responsibilities say the same in short."""

    def arranged(self, role: JobRole, whole: list[nodes.Node]) -> list[nodes.Node]:
        """Return them under their number where they fold; a browser opens them for their anchor."""
        entries = sum(len(it.children) for it in whole if isinstance(it, nodes.bullet_list))
        in_short = role.block("responsibilities", None)
        if entries < MANY_DUTIES or in_short is None or not self.is_home(role):
            return whole
        words = self.voice.lexicon.say("page.all-duties", count=entries)
        name = group_title("", "", self.voice.fixed(words))
        return [group_list("", group_item("", name, group_entries("", *whole)))]


class DemandsDirective(BlockDirective):
    """What the work asks of the body and the senses."""

    def after(self, role: JobRole) -> list[nodes.Node]:
        """Return that adjustments are made, as the posting does."""
        return [paragraph(self.voice.fixed(self.voice.lexicon.say("adjustment")))]


class BenefitsDirective(BlockDirective):
    """A role's benefits, and the company's where it adds to them."""

    def after(self, role: JobRole) -> list[nodes.Node]:
        """Return what everybody gets, where that is more."""
        self.domain.note_use(self.env.docname, "company")
        found = self.handbook.company.said("benefits", self.voice.language)
        if role.replaces_benefits or not found:
            return []
        lead = paragraph(self.voice.fixed(self.voice.lexicon.say("page.for-everybody")))
        return [
            lead,
            bullets([paragraph(self.voice.inline(it, found.language))] for it in found.value),
        ]


DIRECTIVES: dict[str, type[BlockDirective]] = {
    **dict.fromkeys(BLOCKS, BlockDirective),
    "duties": DutiesDirective,
    "qualifications": QualificationsDirective,
    "physical-demands": DemandsDirective,
    "benefits": BenefitsDirective,
}
