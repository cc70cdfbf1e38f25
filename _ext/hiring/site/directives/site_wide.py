"""Directives of the start page: the search field, and the pages changed last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from hiring.site.directives.base import HandbookDirective
from hiring.site.nodes.nodes import search_box
from hiring.site.views.build import bullets, nothing, page_link, paragraph
from hiring.site.views.changes import all_changes

if TYPE_CHECKING:
    from sphinx import addnodes


class SearchBoxDirective(HandbookDirective):
    """A search field; its argument is the field's hint."""

    has_content = False

    def run(self) -> list[nodes.Node]:
        """Return the field."""
        say = self.voice.lexicon.say
        hint = self.arguments[0] if self.arguments else say("site.search-here")
        return [search_box(text=hint, button=say("site.search"), index=say("site.a-z-of"))]


class RecentChangesDirective(HandbookDirective):
    """The pages that were changed last, by the project's history."""

    has_content = False

    def run(self) -> list[nodes.Node]:
        """Return the pages, the newest first; nothing where there is no history."""
        self.domain.note_use(self.env.docname, "changes")
        said = self.voice.lexicon
        changes, pages = self.domain.build.changes, self.handbook.pages
        dated = sorted(
            ((changes[path], path) for path in pages if path in changes),
            key=lambda found: (-found[0].toordinal(), found[1]),
        )
        items = [
            [paragraph(self.link(path), nodes.Text(", "), self.voice.fixed(said.day(day)))]
            for day, path in dated[: int(self.options.get("count", 5))]
        ]
        return self.titled(bullets(items, "hiring-recent")) if items else []

    def link(self, path: str) -> addnodes.pending_xref:
        """Return a link to a page, with its title."""
        title = self.handbook.pages[path].title
        return page_link(path, title, self.env.docname)


class ChangeListDirective(HandbookDirective):
    """What changed on all pages, as their writers say it."""

    has_content = False

    def run(self) -> list[nodes.Node]:
        """Return the changes, the newest first, each with a link to its page."""
        self.domain.note_use(self.env.docname, "notes")
        count = int(self.options.get("count", 20))
        pages = self.handbook.pages.values()
        found = all_changes(pages, count, self.env.docname, self.voice)
        return self.titled(*(found or [nothing(self.voice, "no-change")]))


DIRECTIVES = {
    "search-box": SearchBoxDirective,
    "recent-changes": RecentChangesDirective,
    "change-list": ChangeListDirective,
}
