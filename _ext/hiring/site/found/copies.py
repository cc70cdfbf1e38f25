"""What is there for programs that read: each page as Markdown, and ``llms.txt``, which lists them.

A copy says what its page says, and is for the same readers: it is written of the page's tree when
the page is. ``llms.txt`` follows the proposal of llmstxt.org.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes

from hiring.posting.listings import listings
from hiring.site.domain.builders import PAGED
from hiring.site.domain.domain import domain_of
from hiring.site.domain.this_build import path_named
from hiring.site.found.addresses import address_of
from hiring.site.found.markdown import markdown_of
from hiring.site.found.signs import escaped
from hiring.site.hooks.pages import description_of
from hiring.system.files import put

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.application import Sphinx

LLMS = "llms.txt"


def copy_of(docname: str) -> str:
    """Return the file of a page's copy, which is named as its source is."""
    return path_named(docname)


def has_copy(app: Sphinx, pagename: str) -> bool:
    """Tell whether a page has a copy: it has one where it has a source."""
    return pagename in app.env.found_docs


def write_copy(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Write a page's copy, beside it."""
    if app.builder.name not in PAGED or not isinstance(doctree, nodes.document):
        return
    page = app.builder.get_target_uri(pagename)
    # No copy is equal to its source, which no site may hold.
    mark = f"<!-- A copy of {address_of(app.config, page) or page} -->\n\n"
    text = mark + markdown_of(doctree, page.rpartition("/")[2])
    put(Path(app.outdir) / copy_of(pagename), text.encode())


def llms_txt(app: Sphinx) -> bytes:
    """Return the list of all copies: what each is about, roles and open jobs first."""
    domain = domain_of(app.env)
    handbook, company = domain.handbook, domain.handbook.company
    say = handbook.lexicon().say
    roles = [role.path for role in handbook.roles.values()]
    listed = [handbook.openings[found.key].path for found in listings(handbook, domain.today)]
    open_jobs = [path for it in listed for path in handbook.versions.get(it, (it,))]
    named = {*roles, *(opening.path for opening in handbook.openings.values())}
    groups = {
        say("site.open-jobs"): open_jobs,
        say("site.all-roles"): sorted(roles),
        say("site.pages"): sorted(handbook.pages.keys() - named),
    }
    lines = [f"# {app.config.project}"]
    if about := company.said("description", handbook.language):
        lines += ["", f"> {about.value}"]
    for title, paths in groups.items():
        if entries := list(_entries(app, paths)):
            lines += ["", f"## {title}", "", *entries]
    return ("\n".join(lines) + "\n").encode()


def _entries(app: Sphinx, paths: Iterable[str]) -> Iterator[str]:
    for path in paths:
        docname = domain_of(app.env).build.docname_of(path)
        if docname not in app.env.found_docs:
            continue
        title = app.env.titles[docname].astext()
        about = description_of(domain_of(app.env), path)
        where = copy_of(docname)
        link = f"- [{escaped(title)}]({address_of(app.config, where) or where})"
        yield f"{link}: {about}" if about else link
