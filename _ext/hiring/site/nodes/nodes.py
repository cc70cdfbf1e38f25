"""Nodes for what HTML has and docutils lacks.

Those that only HTML shows are its ornaments, which every other builder leaves out. What opens and
closes stands in ``disclosures``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from hiring.site.nodes import draw
from hiring.site.nodes.rows import matrix_legend, row_link, row_mark
from hiring.site.nodes.voice import speaker

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sphinx.application import Sphinx


class permalink(nodes.paragraph):
    """A link of a question to itself, for browsers only."""


class handbook_table(nodes.table):
    """A table: a browser finds the widths itself, a printed page takes those that are given."""


class block_title(nodes.rubric):
    """The title of what a directive shows: in HTML a heading, one level below its section's.

    It is no section of the page, so it stays out of tables of contents. ``deeper`` adds levels.
    """


class posting_generator(nodes.container):
    """A posting's template; HTML adds the controls that fill it in.

    ``roles`` are key, title, language and levels of each, ``families`` a name, its language and
    those of theirs. ``role`` is the key of the one that is shown, ``number`` counts the page's
    generators, ``version`` changes with the data, and ``voice`` is that of the page.
    """


class application_checklist(nodes.container):
    """What a role asks of who applies; HTML adds boxes to tick, and the choice of the role.

    ``roles`` are key, title, language and page of each; the others are a ``posting_generator``'s.
    """


class generator_link(nodes.Element):
    """A link to the generator with ``role`` and ``level`` chosen, by their ids; "" is no level."""


class scroll_region(nodes.container):
    """A table that may be too wide for the page; ``label`` names it to screen readers."""


class years_bar(nodes.Element):
    """Years of experience, drawn: ``low`` and ``high`` on a scale of ``scale`` years."""


class pay_bar(nodes.Element):
    """A band of pay, drawn on the scale of its ladder: where it starts and ends, of one."""


class cell_label(nodes.Element):
    """A column's name inside a cell, for screens too narrow for columns."""


class closing_notice(nodes.paragraph):
    """Words that a browser shows once a closing day is past, on a site that nobody built since.

    ``closing`` is when that is. Beside them, in the same entry of a list or on the same page, what
    has the class ``hiring-while-open`` is then taken back.
    """


class closing_remark(nodes.inline):
    """The same within a line, which takes nothing back."""


class posting_files(nodes.Element):
    """The files of a posting: ``key`` names them; a ``levelled`` template is only plain text."""


class review_calendar(nodes.Element):
    """A link to the calendar of reviews, which stands beside the pages; ``text`` are its words."""


class packet_file(nodes.Element):
    """A link to the packet of a role's interview, as a Word document; ``role`` is its key.

    ``words`` are those of the link, and those behind it; ``language`` is theirs, where it is not
    the page's.
    """


class list_choices(nodes.Element):
    """Controls that narrow a list: ``groups`` are names with marks and choices.

    ``all`` are the words for no choice, in ``language``; ``number`` counts those of the page.
    """


class section_links(nodes.Element):
    """Links to sections of the page: anchors with words; ``label`` names them, one is ``apart``."""


class search_box(nodes.Element):
    """A field that leads to the search page: its hint ``text``, its ``button``, the ``index``."""


def _region_end(self: Any, node: nodes.Element) -> None:
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


def _generator(self: Any, node: nodes.Element) -> None:
    """Write the controls, which show themselves where their scripts run, around the template."""
    _around(
        self, node, "hiring-generator.html", checklist=draw.page_address(self, "checklist_page")
    )


def _checklist(self: Any, node: nodes.Element) -> None:
    """Write the choice of the role around the checklist."""
    here = self.builder.current_docname
    roles = [
        (key, title, spoken, self.builder.get_relative_uri(here, page))
        for key, title, spoken, page in node["roles"]
    ]
    _around(self, node, "hiring-checklist.html", roles=roles)


def _around(self: Any, node: nodes.Element, template: str, **more: Any) -> None:
    """Write what a template has before the node's content, and leave what it has after it."""
    root = draw.file_address(self, "").removeprefix("./")
    voice = node["voice"]
    said = {"say": speaker(voice.lexicon), "spoken": voice.of_words}
    context = {**node.attributes, **said, "heading": _level(self, node), "root": root, **more}
    before, after = self.builder.templates.render(template, context).split("<!-- here -->")
    self.context.append(after)
    self.body.append(before)


def _closing(self: Any, node: nodes.Element) -> None:
    tag = "p" if isinstance(node, closing_notice) else "span"
    self.context.append(f"</{tag}>")
    data = {"DATA-CLOSES": node["closing"].isoformat()}
    self.body.append(self.starttag(node, tag, "", HIDDEN="hidden", **data))


def _nothing(self: Any, node: nodes.Element) -> None:
    """Leave the node's end as it is."""


def _skip(self: Any, node: nodes.Element) -> None:
    raise nodes.SkipNode


ORNAMENTS: Mapping[type[nodes.Element], Callable[..., None]] = {
    years_bar: draw.bar,
    pay_bar: draw.band,
    cell_label: draw.label,
    row_mark: draw.mark,
    row_link: draw.row_link,
    matrix_legend: draw.legend,
    search_box: draw.search,
    posting_files: draw.files,
    review_calendar: draw.calendar,
    generator_link: draw.generator_link,
    packet_file: draw.packet,
    section_links: draw.sections,
    list_choices: draw.choices,
}
"""What only HTML shows, and how."""

Visitors = tuple["Callable[..., None]", "Callable[..., None] | None"]


def register(app: Sphinx) -> None:
    """Register the nodes with a visitor for every builder."""
    app.add_node(
        handbook_table,
        html=visitors_of(nodes.table),
        epub=visitors_of(nodes.table),
        latex=(_long_table, visitors_of(nodes.table)[1]),
    )
    app.add_node(block_title, html=(_title, _pop), epub=visitors_of(nodes.rubric))
    app.add_node(scroll_region, html=(_region, _region_end), epub=visitors_of(nodes.container))
    app.add_node(posting_generator, html=(_generator, _pop), epub=visitors_of(nodes.container))
    app.add_node(application_checklist, html=(_checklist, _pop), epub=visitors_of(nodes.container))
    others = dict.fromkeys(("epub", "latex", "text", "man", "texinfo"), (_skip, None))
    app.add_node(permalink, html=visitors_of(nodes.paragraph), **others)  # type: ignore[arg-type]
    for kind in (closing_notice, closing_remark):
        app.add_node(kind, html=(_closing, _pop), **others)  # type: ignore[arg-type]
    for ornament, drawn in ORNAMENTS.items():
        app.add_node(ornament, html=(drawn, _nothing), **others)  # type: ignore[arg-type]


def show_others_in_books(app: Sphinx) -> None:
    """Let e-books show the nodes of other extensions as HTML does.

    Sphinx asks for a builder's own visitors, and for those of HTML only where nobody gave any.
    """
    visitors = app.registry.translation_handlers
    visitors["epub"] = {**visitors.get("html", {}), **visitors.get("epub", {})}


def visitors_of(node: type[nodes.Element]) -> Visitors:
    """Return visitors that treat a node as the standard one that it derives from."""

    def visit(self: Any, instance: nodes.Element) -> None:
        getattr(self, f"visit_{node.__name__}")(instance)

    def depart(self: Any, instance: nodes.Element) -> None:
        getattr(self, f"depart_{node.__name__}")(instance)

    return visit, depart
