"""The navigation as HTML: header, sidebar, and the contents of a page; and the tags in its head.

Written here, not by the theme, which makes a tree of its HTML for every page. Titles are escaped.
"""

from __future__ import annotations

import posixpath
import re
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from sphinx.builders.html import StandaloneHTMLBuilder

    from hiring.site.domain.navigation import Link, Navigation, Sidebar, Toctree

ROLES = "hiring-roles"
"""The index of roles by family, to which the families of a long section lead."""

IN_FOOTER = ("hiring-a-z", "hiring-questions")
"""The indices to which each page leads at its end."""

_LISTS = re.compile(r"<(/?)(ul|li)\b")


class NavigationWriter:
    """Writes the navigation of pages; what pages of one folder share is written once."""

    def __init__(self, builder: StandaloneHTMLBuilder, navigation: Navigation) -> None:
        """Take where pages are written, and what they show of one another."""
        self.builder = builder
        self.navigation = navigation
        self._lines: dict[tuple[str, Link], str] = {}
        self._tags: dict[tuple[str, Hashable], str] = {}

    def functions(self, docname: str) -> dict[str, Callable[..., Any]]:
        """Return what templates call, by name, for one page."""
        return {
            "handbook_sections": lambda: self.sections(docname),
            "handbook_sidebar": lambda: self.sidebar(docname),
            "handbook_contents": page_contents,
            "handbook_indices": lambda: self.indices(docname),
        }

    def sections(self, docname: str) -> list[dict[str, Any]]:
        """Return the sections for the header: address and title, and whether the page is there."""
        path = self.navigation.path_to(docname)
        return [
            {
                "href": self._address(docname, link),
                "title": link.title,
                "language": link.language,
                "way": link.way,
                "external": link.is_external,
                "inside": link.target in path[:1],
                "current": link.target == docname,
            }
            for link in self.navigation.sections
        ]

    def indices(self, docname: str) -> list[tuple[str, str]]:
        """Return the indices that the site has for its footer: address and title."""
        return [
            (self.builder.get_relative_uri(docname, name), str(index.localname))
            for name, index, *_ in self.builder.domain_indices
            if name in IN_FOOTER
        ]

    def sidebar(self, docname: str) -> dict[str, str] | None:
        """Return title, family and lists of a page's sidebar, or nothing where it has none."""
        shown = self.navigation.sidebar(docname)
        if shown is None:
            return None
        below = dict(shown.below)
        lists = self._lists(shown, below, shown.section, docname, 1)
        if shown.families:
            lists += self._families(shown.families, docname)
        family = f'<p class="caption">{escape(shown.family)}</p>' if shown.family else ""
        return {"title": escape(shown.title), "lists": family + lists}

    def _lists(
        self,
        shown: Sidebar,
        below: dict[str, tuple[Toctree, ...]],
        parent: str,
        here: str,
        depth: int,
    ) -> str:
        """Return the tables of contents of a page, with those of the pages on the path inside."""
        found = []
        for group in below.get(parent, ()):
            if group.caption:
                found.append(f'<p class="caption">{escape(group.caption)}</p>')
            lines = []
            for link in group.links:
                if link.target == here:
                    inner = self._lists(shown, below, here, here, depth + 1)
                    lines.append(_current(link, depth, inner))
                elif link.target in shown.path:
                    inner = self._lists(shown, below, link.target, here, depth + 1)
                    line = self._line(here, link, depth).replace('">', ' current active">', 1)
                    lines.append(f"{line}{inner}</li>\n")
                else:
                    lines.append(f"{self._line(here, link, depth)}</li>\n")
            classes = ' class="nav bd-sidenav"' if depth == 1 else ""
            found.append(f"<ul{classes}>\n{''.join(lines)}</ul>\n")
        return "".join(found)

    def _line(self, here: str, link: Link, depth: int) -> str:
        """Return a line without its end; in one folder it is the same on every page."""
        key = f"{depth} {self._folder(here)}", link
        if key not in self._lines:
            kind = "external" if link.is_external else "internal"
            href = escape(self._address(here, link))
            title = escape(link.title)
            self._lines[key] = (
                f'<li class="toctree-l{depth}">'
                f'<a class="reference {kind}" href="{href}"{_language(link)}>{title}</a>'
            )
        return self._lines[key]

    def tags(self, docname: str, write: Callable[[Any], str]) -> Callable[[Any], str]:
        """Return what writes the tag of a sheet or a script: it is the same in all of a folder.

        Sphinx looks for the file each time, to tell its version from others.
        """
        folder = self._folder(docname)

        def tag(asset: Hashable) -> str:
            if (folder, asset) not in self._tags:
                self._tags[folder, asset] = write(asset)
            return self._tags[folder, asset]

        return tag

    def _folder(self, docname: str) -> str:
        return posixpath.dirname(self.builder.get_target_uri(docname))

    def _families(self, families: Sequence[str], here: str) -> str:
        """Return the families of a section that has too many pages to list them all."""
        if not any(index[0] == ROLES for index in self.builder.domain_indices):
            return ""
        index = self.builder.get_relative_uri(here, ROLES)
        lines = "".join(
            f'<li class="toctree-l1"><a class="reference internal" '
            f'href="{escape(index)}#{quote(group_anchor(family))}">{escape(family)}</a></li>\n'
            for family in families
        )
        return f'<ul class="nav bd-sidenav">\n{lines}</ul>\n'

    def _address(self, here: str, link: Link) -> str:
        if link.is_external:
            return link.target
        return self.builder.get_relative_uri(here, link.target)


def _current(link: Link, depth: int, inner: str) -> str:
    return (
        f'<li class="toctree-l{depth} current active">'
        f'<a class="current reference internal" aria-current="page" href="#"{_language(link)}>'
        f"{escape(link.title)}</a>{inner}</li>\n"
    )


def _language(link: Link) -> str:
    """Return the attribute of a title that is not in the site's language."""
    way = f' dir="{link.way}"' if link.way else ""
    return f' lang="{link.language}"{way}' if link.language else ""


def group_anchor(name: str) -> str:
    """Return the anchor of a group in an index: its name, for groups differ in little else."""
    return "group-" + re.sub(r"\s", "_", name)


def page_contents(toc: str, shown: int) -> str:
    """Return a page's own contents with the theme's classes, ``shown`` levels of them open.

    ``toc`` is as Sphinx writes it: nested lists, with the page's title at the top. That title is
    left out; a page without sections has no contents.
    """
    depth = titles = 0

    def classed(found: re.Match[str]) -> str:
        nonlocal depth, titles
        closing, tag = found[1], found[2]
        if tag == "ul":
            depth += -1 if closing else 1
            always = "pst-show_toc_level " if depth <= shown + 1 else ""
            return "</ul" if closing else f'<ul class="{always}nav section-nav flex-column"'
        if closing:
            return found[0]
        titles += depth == 1
        return f'<li class="toc-h{depth} nav-item toc-entry"'

    lists = _LISTS.sub(classed, toc.strip())
    lists = lists.replace('class="reference internal"', 'class="reference internal nav-link"')
    if titles != 1:
        return lists
    start, end = lists.find("<ul", 1), lists[:-1].rfind("</ul>", 0, -len("</ul>"))
    own = lists[start : end + len("</ul>")] if start > 0 else ""
    # A page that lists others has a list for them, though they are not among its own sections.
    return own if "<li" in own else ""
