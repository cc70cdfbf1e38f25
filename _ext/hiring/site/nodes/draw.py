"""How HTML shows our ornaments: each visitor writes one, and the node has no content of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils.nodes import SkipNode

from hiring.exports.calendar import REVIEWS
from hiring.interviewing.files import packet_name
from hiring.site.domain.builders import WITH_FILES, address_of_file, search_page
from hiring.site.domain.this_build import path_named, this_build

if TYPE_CHECKING:
    from docutils import nodes

FILES = {".docx": "Word", ".html": "HTML", ".md": "Markdown", ".txt": "", ".json": "JSON"}
"""The files that a posting's page leads to, each with its name; that of plain text is in words."""

SAVED = {".md": " download"}
"""What is kept, not shown: a browser would have to be told how it is encoded."""


def bar(self: Any, node: nodes.Element) -> None:
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


def band(self: Any, node: nodes.Element) -> None:
    """Draw a band of pay; the amounts stand above it as text."""
    width = max((node["end"] - node["start"]) * 120, 3)
    start = min(node["start"] * 120, 120 - width)  # one amount is seen at the upper end, too
    self.body.append(
        '<svg class="hiring-years hiring-pay-bar" viewBox="0 0 120 8" width="120" height="8" '
        'aria-hidden="true" focusable="false">'
        '<rect class="hiring-years-scale" y="3" width="120" height="2"/>'
        f'<rect class="hiring-years-range" x="{start:g}" width="{width:g}" height="8" rx="2"/>'
        "</svg>"
    )


def label(self: Any, node: nodes.Element) -> None:
    """Write the name of a table's column into its cell, for narrow screens."""
    label = self.encode(node["text"])
    self.body.append(f'<span class="hiring-cell-label"{_language(node)}>{label} </span>')


def mark(self: Any, node: nodes.Element) -> None:
    """Write the word before an entry."""
    words = f"{_language(node)}>{self.encode(node['text'])}"
    self.body.append(f'<span class="hiring-tag hiring-{node["kind"]}"{words}</span> ')


def legend(self: Any, node: nodes.Element) -> None:
    """Write the words of a matrix's marks: each cell has its own for who listens."""
    words = (f'<span class="hiring-{it}">{self.encode(said)}</span>' for it, said in node["marks"])
    self.body.append(
        '<p class="hiring-matrix-legend" aria-hidden="true"'
        f"{_language(node)}>{' '.join(words)}</p>\n"
    )


def row_link(self: Any, node: nodes.Element) -> None:
    """Write a row's link to itself, as Sphinx writes those of headings."""
    said = f'title="{self.attval(node["text"])}"{_language(node)}'
    href = self.attval(f"#{node['anchor']}")
    self.body.append(f'<a class="headerlink" href="{href}" {said}>#</a>')


def _language(node: nodes.Element) -> str:
    """Return the attribute of a language that is not the page's."""
    return f' lang="{node["language"]}"' if node.get("language") else ""


def search(self: Any, node: nodes.Element) -> None:
    """Write the search box: a form that leads to the search page; without JavaScript the A-Z."""
    here, page = self.builder.current_docname, search_page(self.builder)
    if not page:
        raise SkipNode
    action, a_to_z = (self.builder.get_relative_uri(here, it) for it in (page, "hiring-a-z"))
    label = self.attval(node["text"])
    self.body.append(
        '<form class="hiring-search pst-js-only" role="search" '
        f'action="{self.attval(action)}" method="get">'
        f'<input type="search" name="q" aria-label="{label}" placeholder="{label}" '
        'autocomplete="off" spellcheck="false" maxlength="1000">'
        f'<button type="submit">{self.encode(node["button"])}</button></form>\n'
        f'<noscript><p><a href="{self.attval(a_to_z)}">{self.encode(node["index"])}</a>'
        "</p></noscript>\n"
    )


def generator_link(self: Any, node: nodes.Element) -> None:
    """Write the link, unless this build has no such page."""
    if uri := page_address(self, "generator_page"):
        chosen = [f"{name}={node[name]}" for name in ("role", "level") if node[name]]
        href = self.attval(f"{uri}#{'&'.join(chosen)}")
        words = f"{_language(node)}>{self.encode(node['text'])}</a>"
        self.body.append(f'<a class="hiring-customize" href="{href}"{words}\n')


def sections(self: Any, node: nodes.Element) -> None:
    """Write the bar of links; each has the words of the heading that it leads to."""
    *links, apart = (
        f'<li><a href="#{self.attval(it[0])}">{self.encode(it[1])}</a></li>' if it else ""
        for it in (*node["links"], node["apart"])
    )
    links.append(apart.replace("<li", '<li class="hiring-apart"', 1))
    label = f'aria-label="{self.attval(node["label"])}"{_language(node)}'
    self.body.append(f'<nav class="hiring-sections" {label}><ul>{"".join(links)}</ul></nav>\n')


def choices(self: Any, node: nodes.Element) -> None:
    """Write the controls: in each group one of the choices, or all."""
    fixed = _language(node)
    self.body.append('<div class="hiring-choices">\n')
    for at, (name, offered) in enumerate(node["groups"]):
        field = f'type="radio" autocomplete="off" name="hiring-choice-{node["number"]}-{at}"'
        self.body.append(
            f"<fieldset><legend{fixed}>{self.encode(name)}</legend>"
            f'<label{fixed}><input {field} value="" checked>{self.encode(node["all"])}</label>'
        )
        for mark, (words, language) in offered:
            lang = f' lang="{language}"' if language else ""
            label = self.encode(words)
            self.body.append(f'<label{lang}><input {field} value="{mark}">{label}</label>')
        self.body.append("</fieldset>\n")
    self.body.append("</div>\n")


def page_address(self: Any, setting: str) -> str:
    """Return the address of the page that a setting names; nothing where there is no such page."""
    builder = self.builder
    page = this_build(self.config).docname_of(path_named(self.config[f"hiring_{setting}"]))
    if page not in builder.env.all_docs:
        return ""
    return str(builder.get_relative_uri(builder.current_docname, page))


def file_address(self: Any, path: str) -> str:
    """Return the address of a file of the handbook's own from the page that is written."""
    return address_of_file(self.builder, self.builder.current_docname, path)


def files(self: Any, node: nodes.Element) -> None:
    """Link the files, where this builder writes them."""
    if self.builder.name not in WITH_FILES:
        raise SkipNode
    formats = {**({} if node["levelled"] else FILES), ".txt": self.encode(node["plain"])}
    formats = {end: formats[end] for end in FILES if end in formats}
    stem = file_address(self, f"postings/{node['key']}")
    links = (
        f'<a href="{self.attval(stem + end)}"{SAVED.get(end, "")}>{name}</a>'
        for end, name in formats.items()
    )
    said = self.encode(node["text"]).replace("{files}", ", ".join(links))
    self.body.append(f'<p class="hiring-files"{_language(node)}>{said}</p>\n')


def packet(self: Any, node: nodes.Element) -> None:
    """Link the packet, where this builder writes it."""
    if self.builder.name not in WITH_FILES:
        raise SkipNode
    href = self.attval(file_address(self, packet_name(node["role"])))
    link, more = map(self.encode, node["words"])
    said = f'<a href="{href}">{link}</a>, {more}'
    self.body.append(f'<p class="hiring-files"{_language(node)}>{said}</p>\n')


def calendar(self: Any, node: nodes.Element) -> None:
    """Link the calendar of reviews, where this builder writes it."""
    if self.builder.name not in WITH_FILES:
        raise SkipNode
    href = self.attval(file_address(self, REVIEWS))
    self.body.append(
        f'<p class="hiring-files"><a href="{href}"{_language(node)}>{self.encode(node["text"])}</a>'
        "</p>\n"
    )
