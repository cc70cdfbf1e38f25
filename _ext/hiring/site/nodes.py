"""Nodes for what HTML has and docutils lacks.

A question is a definition list by birth (term: the question, definition: the answer), so every
builder can show it; only HTML makes it a native disclosure widget. The others are ornaments of
HTML, which every other builder leaves out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.osutil import relative_uri

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx.application import Sphinx


FILES = {".docx": "Word", ".html": "HTML", ".md": "Markdown", ".txt": "plain text", ".json": "JSON"}
"""The files that a posting's page leads to, each with its name."""


class question_list(nodes.definition_list):
    """A list of questions."""


class question_item(nodes.definition_list_item):
    """One question: HTML's ``details``."""


class question_title(nodes.term):
    """A question's words: HTML's ``summary``."""


class question_answer(nodes.definition):
    """An answer, which carries the question's anchor.

    A browser opens a closed ``details`` when the anchor that it is sent to is inside.
    """


class permalink(nodes.paragraph):
    """A link of a question to itself, for browsers only."""


class handbook_table(nodes.table):
    """A table: a browser finds the widths itself, a printed page takes those that are given."""


class block_title(nodes.rubric):
    """The title of what a directive shows: in HTML a heading, one level below its section's.

    It is no section of the page, so it stays out of tables of contents. ``deeper`` adds levels.
    """


class posting_generator(nodes.container):
    """A posting's template and a checklist; HTML adds the controls that fill the template in.

    ``roles`` are key, title and levels of each, ``role`` is the key of the one that is shown,
    ``number`` counts the page's generators, and ``version`` changes with the data.
    """


class generator_seam(nodes.Element):
    """Between a generator's template and its checklist: the controls of the second."""


class generator_link(nodes.Element):
    """A link to the generator with ``role`` and ``level`` chosen, by their ids; "" is no level."""


class scroll_region(nodes.container):
    """A table that may be too wide for the page; ``label`` names it to screen readers."""


class years_bar(nodes.Element):
    """Years of experience, drawn: ``low`` and ``high`` on a scale of ``scale`` years."""


class cell_label(nodes.Element):
    """A column's name inside a cell, for screens too narrow for columns."""


class posting_files(nodes.Element):
    """The files of a posting: ``key`` names them; a ``levelled`` template is only plain text."""


class search_box(nodes.Element):
    """A field that leads to the search page; ``action`` is the page's name."""


def _details(self: Any, node: nodes.Element) -> None:
    self.body.append(self.starttag(node, "details", CLASS="hiring-question"))


def _details_end(self: Any, node: nodes.Element) -> None:
    self.body.append("</details>\n")


def _summary(self: Any, node: nodes.Element) -> None:
    self.body.append(self.starttag(node, "summary", ""))


def _summary_end(self: Any, node: nodes.Element) -> None:
    self.body.append("</summary>\n")


def _division(self: Any, node: nodes.Element) -> None:
    self.body.append(self.starttag(node, "div"))


def _division_end(self: Any, node: nodes.Element) -> None:
    self.body.append("</div>\n")


def _title(self: Any, node: nodes.Element) -> None:
    tag = f"h{_level(self, node)}"
    self.context.append(f"</{tag}>\n")
    self.body.append(self.starttag(node, tag, "", CLASS="rubric"))


def _level(self: Any, node: nodes.Element) -> int:
    """Return the level of a heading right below the section that it stands in."""
    level: int = max(self.section_level + 1, 2) + node.get("deeper", 0)
    return min(level, 6)


def _pop(self: Any, node: nodes.Element) -> None:
    self.body.append(self.context.pop())


def _region(self: Any, node: nodes.Element) -> None:
    """Open the region; the theme's script makes one of this class focusable while it scrolls."""
    known = {"CLASS": "pst-scrollable-table-container", "ROLE": "group"}
    self.body.append(self.starttag(node, "div", **known, **{"ARIA-LABEL": node["label"]}))


def _long_table(self: Any, node: nodes.Element) -> None:
    """Let LaTeX break the table between pages, and give its columns their widths."""
    node["classes"] += ["longtable", "colwidths-given"]
    self.visit_table(node)


def _anchored(self: Any, node: nodes.Element) -> None:
    self.body.append(self.hypertarget_to(node))
    self.visit_definition(node)


def _bar(self: Any, node: nodes.Element) -> None:
    """Draw a bar; the years stand beside it as text, so readers of text lose nothing."""
    low, high, scale = node["low"], node["high"], node["scale"]
    unit = 120 / scale
    width = ((scale if high is None else high) - low) * unit
    open_end = " hiring-years-open" if high is None else ""
    ticks = "".join(
        f'<path class="hiring-years-tick" d="M{year * unit:g} 0v8"/>' for year in range(1, scale)
    )
    self.body.append(
        f'<svg class="hiring-years{open_end}" viewBox="0 0 120 8" width="120" height="8" '
        'aria-hidden="true" focusable="false">'
        '<rect class="hiring-years-scale" width="120" height="8" rx="4"/>'
        f'<rect class="hiring-years-range" x="{low * unit:g}" width="{width:g}" height="8" rx="4"/>'
        f"{ticks}</svg>"
    )


def _label(self: Any, node: nodes.Element) -> None:
    self.body.append(f'<span class="hiring-cell-label">{self.encode(node["text"])} </span>')


def _search(self: Any, node: nodes.Element) -> None:
    action = self.builder.get_relative_uri(self.builder.current_docname, "search")
    label = self.attval(node["text"])
    self.body.append(
        f'<form class="hiring-search" role="search" action="{self.attval(action)}" method="get">'
        f'<input type="search" name="q" aria-label="{label}" placeholder="{label}" '
        'autocomplete="off" spellcheck="false">'
        '<button type="submit">Search</button></form>\n'
    )


def _generator(self: Any, node: nodes.Element) -> None:
    """Write the controls, which show themselves where their scripts run, around the template."""
    root = "../" * self.builder.current_docname.count("/")
    context = {**node.attributes, "heading": _level(self, node), "root": root}
    shown = self.builder.templates.render("generator.html", context)
    before, between, after = shown.split("<!-- here -->")
    self.context += [after, between]
    self.body.append(before)


def _generator_link(self: Any, node: nodes.Element) -> None:
    """Write the link, unless this build has no such page."""
    builder, page = self.builder, self.config.hiring_generator_page
    if page in builder.env.all_docs:
        chosen = [f"{name}={node[name]}" for name in ("role", "level") if node[name]]
        uri = builder.get_relative_uri(builder.current_docname, page)
        href = self.attval(f"{uri}#{'&'.join(chosen)}")
        self.body.append(f'<a class="hiring-customize" href="{href}">Customize this posting</a>\n')


def _files(self: Any, node: nodes.Element) -> None:
    """Link the files, where this builder writes them."""
    if self.builder.name != "html":
        raise nodes.SkipNode
    formats = {".txt": "plain text"} if node["levelled"] else FILES
    here = self.builder.get_target_uri(self.builder.current_docname)
    stem = relative_uri(here, f"postings/{node['key']}")
    links = (f'<a href="{self.attval(stem + end)}">{name}</a>' for end, name in formats.items())
    self.body.append(f'<p class="hiring-files">Ready to paste: {", ".join(links)}</p>\n')


def _nothing(self: Any, node: nodes.Element) -> None:
    """Leave the node's end as it is."""


def _skip(self: Any, node: nodes.Element) -> None:
    raise nodes.SkipNode


ORNAMENTS: Mapping[type[nodes.Element], Callable[..., None]] = {
    years_bar: _bar,
    cell_label: _label,
    search_box: _search,
    posting_files: _files,
    generator_seam: _pop,
    generator_link: _generator_link,
}
"""What only HTML shows, and how."""

Visitors = tuple["Callable[..., None]", "Callable[..., None] | None"]


def register(app: Sphinx) -> None:
    """Register the nodes with a visitor for every builder."""
    app.add_node(question_list, html=(_division, _division_end), epub=_as(nodes.definition_list))
    app.add_node(question_item, html=(_details, _details_end), epub=_as(nodes.definition_list_item))
    app.add_node(question_title, html=(_summary, _summary_end), epub=_as(nodes.term))
    app.add_node(
        question_answer,
        html=(_division, _division_end),
        epub=_as(nodes.definition),
        latex=(_anchored, _as(nodes.definition)[1]),
    )
    app.add_node(
        handbook_table,
        html=_as(nodes.table),
        epub=_as(nodes.table),
        latex=(_long_table, _as(nodes.table)[1]),
    )
    app.add_node(block_title, html=(_title, _pop), epub=_as(nodes.rubric))
    app.add_node(scroll_region, html=(_region, _division_end), epub=_as(nodes.container))
    app.add_node(posting_generator, html=(_generator, _pop), epub=_as(nodes.container))
    others = dict.fromkeys(("epub", "latex", "text", "man", "texinfo"), (_skip, None))
    app.add_node(permalink, html=_as(nodes.paragraph), **others)  # type: ignore[arg-type]
    for ornament, draw in ORNAMENTS.items():
        app.add_node(ornament, html=(draw, _nothing), **others)  # type: ignore[arg-type]
    app.connect("builder-inited", _show_others_in_books)


def _show_others_in_books(app: Sphinx) -> None:
    """Let e-books show the nodes of other extensions as HTML does.

    Sphinx asks for a builder's own visitors, and for those of HTML only where nobody gave any.
    """
    visitors = app.registry.translation_handlers
    visitors["epub"] = {**visitors.get("html", {}), **visitors.get("epub", {})}


def _as(node: type[nodes.Element]) -> Visitors:
    """Return visitors that treat a node as the standard one that it derives from."""

    def visit(self: Any, instance: nodes.Element) -> None:
        getattr(self, f"visit_{node.__name__}")(instance)

    def depart(self: Any, instance: nodes.Element) -> None:
        getattr(self, f"depart_{node.__name__}")(instance)

    return visit, depart
