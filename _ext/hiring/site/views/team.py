"""How pages say that something is for the hiring team alone, on the screen and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from hiring.model.audience import Audience
from hiring.site.nodes.voice import marked
from hiring.site.views.build import paragraph, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hiring.model.handbook import Page
    from hiring.site.nodes.voice import Voice

ONLY = "hiring-team-only"
"""The class of what is for the hiring team alone."""
ONLY_TITLE = "hiring-team-only-title"
"""The class of a heading that is."""

_STARTS, _ENDS = "starts-for-hiring-team", "ends-for-hiring-team"


_LABEL = "hiring-team-only-label"


def label() -> nodes.inline:
    """Return the words, as a part of a line; ``mark`` says them in the language of the page."""
    return text("", _LABEL)


def band() -> nodes.paragraph:
    """Return the words, as a line of their own."""
    return paragraph(label(), classes=["hiring-team-only-band"])


def for_team(*shown: nodes.Node) -> nodes.container:
    """Return what is shown with the words above, and a bar beside it."""
    return nodes.container("", band(), *shown, classes=[ONLY])


def with_marks(markdown: str, page: Page | None, line: int = 1) -> tuple[str, int]:
    """Return Markdown that starts on a line of a page, with comments in place of parts' marks.

    Those are empty lines; Markdown reads a comment there as it does them, and keeps its place. A
    block's Markdown has no empty lines around it: marks that stand there are added, so that it may
    start on another line, which is returned as well. A part of which nothing is here has no marks.
    """
    if page is None or not page.team_lines:
        return markdown, line
    lines = dict(enumerate(markdown.split("\n"), line))
    end = max(lines)
    for first, last in page.team_lines:
        inside = (lines.get(number, "") for number in range(first + 1, last))
        if (line <= first <= end or line <= last <= end) and any(it.strip() for it in inside):
            lines |= {first: f"% {_STARTS}", last: f"% {_ENDS}"}
    whole = range(min(lines), max(lines) + 1)
    return "\n".join(lines.get(number, "") for number in whole), whole.start


def mark(doctree: nodes.document, page: Page, voice: Voice) -> None:
    """Mark a page as a whole, below its title, or each of its parts."""
    if page.audience is Audience.HIRING_TEAM:
        title = next(doctree.findall(nodes.title))
        title.parent.insert(title.parent.index(title) + 1, band())
    _mark_parts(doctree)
    for tab in doctree.findall(nodes.container) if page.team_lines else ():
        # Of what stands between its tabs, a set of tabs keeps nothing.
        if tab.get("design_component") == "tab-content" and page.is_for_team(_line_of(tab)):
            tab.insert(0, band())
    for label in doctree.findall(nodes.inline):
        if _LABEL in label["classes"]:
            label += nodes.Text(voice.lexicon.say("site.hiring-team"))
            marked(label, voice.of_words)


def _line_of(node: nodes.Element) -> int:
    return next((it.line for it in node.findall() if it.line), 0)


def _mark_parts(doctree: nodes.document) -> None:
    """Mark what stands between the comments, and take these out."""
    marks = [it for it in doctree.findall(nodes.comment) if it.astext() in (_STARTS, _ENDS)]
    around: set[nodes.Element] = set()
    for mark in marks:
        above = mark.parent
        while above is not None and above not in around:
            around.add(above)
            above = above.parent
    if marks:
        _mark(doctree, around, inside=False)


def _mark(parent: nodes.Element, around: set[nodes.Element], *, inside: bool) -> bool:
    """Mark the children of a node; return whether what follows it is inside of a part, too.

    A part that starts with a heading starts before its section, and ends within the last.
    """
    run: nodes.container | None = None
    for child in list(parent.children):
        if isinstance(child, nodes.comment) and child.astext() in (_STARTS, _ENDS):
            inside = child.astext() == _STARTS
            run = for_team() if inside else None
            child.replace_self(run or [])
        elif child in around or isinstance(child, nodes.section):
            run = None
            assert isinstance(child, nodes.Element)
            inside = _mark(child, around, inside=inside)
        elif isinstance(child, (nodes.title, nodes.term)):
            child["classes"] += [ONLY_TITLE] * inside
        elif inside:
            if run is None:
                run = nodes.container("", classes=[ONLY])
                parent.insert(parent.index(child), run)
            parent.remove(child)
            run += child
    return inside


def mark_rows(table: nodes.table, marked: Sequence[bool]) -> None:
    """Mark the rows of a table's body that are for the hiring team, in the first cell of each."""
    body = next(table.findall(nodes.tbody))  # a cell may hold a table of its own
    for row, is_marked in zip(body.children, marked, strict=True):
        if is_marked:
            assert isinstance(row, nodes.row)
            row["classes"].append(ONLY)
            first, *_ = row.findall(nodes.entry)
            first += band()
