"""A table of contents that stands in a page says of each page that it lists what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from hiring.site.domain.domain import domain_of
from hiring.site.views.build import bullets, page_link, paragraph, title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from hiring.site.domain.domain import HiringDomain


def describe_pages(app: Sphinx, doctree: nodes.document) -> None:
    """Show the pages of a table of contents of depth one with their descriptions.

    The table itself stays, for the navigation, and is shown nowhere: of two lists one is too many.
    """
    domain, docname = domain_of(app.env), app.env.docname
    for table in list(doctree.findall(addnodes.toctree)):
        listed = [(words, to) for words, to in table["entries"] if to in domain.env.found_docs]
        one_level = table["maxdepth"] == 1 and len(listed) == len(table["entries"])
        if table["hidden"] or table["numbered"] or not one_level:
            continue
        for _, to in listed:
            domain.note_use(docname, "description", to)
        if any(_description(domain, to) for _, to in listed):
            table["hidden"] = True
            # Sphinx keeps a table of contents in a wrapper of its own.
            wrapper = table.parent
            place = wrapper.parent.index(wrapper)
            wrapper.parent.insert(place, list(_shown(table, listed, domain, docname)))


def _description(domain: HiringDomain, docname: str) -> str:
    page = domain.handbook.pages.get(domain.build.path_of(docname))
    return (page and page.front_matter.description) or ""


def _shown(
    table: addnodes.toctree, listed: list[tuple[str, str]], domain: HiringDomain, docname: str
) -> Iterator[nodes.Node]:
    if caption := table.get("caption"):
        yield title(caption)
    items = []
    for words, to in listed:
        page = domain.handbook.pages[domain.build.path_of(to)]
        link = nodes.strong("", "", page_link(page.path, words or page.title, docname))
        said = _description(domain, to)
        voice = domain.build.voice_on(docname)
        note = [nodes.Text(" "), voice.inline(said, page.language, "hiring-note")] if said else []
        items.append([paragraph(link, *note)])
    yield bullets(items, "hiring-pages")
