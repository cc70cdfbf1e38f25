"""The blocks that hold Markdown: a role's own, or another role's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from hiring.model.role import BLOCKS
from hiring.site.directives.base import HandbookDirective
from hiring.site.views.build import target

if TYPE_CHECKING:
    from hiring.model.role import Priority


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
            shown += self.markdown(role, block) if self.is_home(role) else self.marked(role, block)
            if self.is_home(role) and block.anchor not in self.state.document.ids:
                # A heading of the same name above the block has taken the anchor.
                shown.insert(0, target(block.anchor))
            self.set_source_info(shown)
            return [shown]
        return []


class QualificationsDirective(BlockDirective):
    """Qualifications, one block a priority."""

    def run(self) -> list[nodes.Node]:
        """Return the block of the priority that is asked for."""
        self.priority = self.options.get("priority", "must")
        return super().run()


DIRECTIVES = {
    name: QualificationsDirective if name == "qualifications" else BlockDirective for name in BLOCKS
}
