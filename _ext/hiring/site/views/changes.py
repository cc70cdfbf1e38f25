"""What changed on pages, as their writers say it: the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from hiring.model.changes import changes_of
from hiring.site.nodes.disclosures import group_entries, group_item, group_list, group_title
from hiring.site.views.build import bullets, page_link, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hiring.model.facts import Change
    from hiring.model.handbook import Page
    from hiring.site.nodes.voice import Voice


def page_changes(page: Page, voice: Voice) -> list[nodes.Node]:
    """Return what changed on a page, folded; nothing where its writers have said nothing."""
    changes = changes_of([page])
    if not changes:
        return []
    name = group_title("", "", voice.fixed(voice.lexicon.say("page.changes")))
    held = bullets([_line(it.change, page, voice)] for it in changes)
    item = group_item("", name, group_entries("", held))
    return [group_list("", item, classes=["hiring-changes"])]


def all_changes(pages: Iterable[Page], count: int, docname: str, voice: Voice) -> list[nodes.Node]:
    """Return the last changes of several pages, each with a link to its page."""
    found = changes_of(pages)[:count]
    items = []
    for noted in found:
        title = voice.inline(noted.page.title, noted.page.language)
        link = page_link(noted.page.path, title.astext(), docname)
        items.append([paragraph(link), _line(noted.change, noted.page, voice)])
    return [bullets(items, "hiring-recent")] if items else []


def _line(change: Change, page: Page, voice: Voice) -> nodes.paragraph:
    said = voice.lexicon
    day = voice.fixed(said.say("labelled", label=said.day(change.on)))
    line = [day, nodes.Text(" "), voice.inline(change.note, page.language)]
    if change.why:
        why = voice.inline(change.why, page.language, "hiring-note")
        line += [nodes.Text(" "), why]
    return paragraph(*line)
