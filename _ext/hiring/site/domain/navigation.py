"""What leads from page to page: the sections of the handbook, and the pages of one section.

No page names every other. The sidebar of a section with many pages shows those of one family: the
roles of the page's own, and of a family with very many those that stand near the page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx import addnodes

from hiring.model.language_tags import foreign, turned
from hiring.site.domain.references import OPENINGS_PAGE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sphinx.environment import BuildEnvironment

    from hiring.site.domain.this_build import ThisBuild

MOST = 40
"""How many pages of one table of contents a header or a sidebar shows at once."""


@dataclass(frozen=True, slots=True)
class Link:
    """A line of the navigation: a page's name in Sphinx, or an address elsewhere, and its title.

    ``language`` is the title's, where that is not the site's, and ``way`` how that is written,
    where the site is written the other way.
    """

    target: str
    title: str
    language: str = ""
    way: str = ""

    @property
    def is_external(self) -> bool:
        """Tell whether it leads out of the handbook."""
        return ":" in self.target


@dataclass(frozen=True, slots=True)
class Toctree:
    """A table of contents: its caption, "" for none, and its pages."""

    caption: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Sidebar:
    """What a page shows of its section.

    ``path`` are the pages from below the section down to this one: of each, what it lists is in
    ``below``. ``family`` names the one that is shown where the section has too many pages for all;
    ``families`` are all of them, on the section's own page.
    """

    section: str
    title: str
    path: tuple[str, ...]
    below: tuple[tuple[str, tuple[Toctree, ...]], ...]
    family: str = ""
    families: tuple[str, ...] = ()


class Navigation:
    """The tables of contents of one build, as pages show them."""

    def __init__(self, env: BuildEnvironment, build: ThisBuild) -> None:
        """Take the tables of contents of all pages, which have been read."""
        handbook = build.handbook
        self.root, self.language = env.config.root_doc, handbook.language
        self._openings = build.docname_of(OPENINGS_PAGE)
        self._titles = {doc: title.astext() for doc, title in env.titles.items()}
        self._languages = {
            build.docname_of(path): spoken
            for path, page in handbook.pages.items()
            if (spoken := foreign(page.language, handbook.language))
        }
        self._originals = {
            build.docname_of(path): build.docname_of(page.translates)
            for path, page in handbook.pages.items()
            if page.translates in handbook.pages
        }
        # In order: Sphinx has them in that in which pages were read, which an edit changes.
        tables = sorted(env.toctree_includes.items())
        self._parents = {child: doc for doc, listed in tables for child in listed}
        self._groups = {doc: tuple(self._groups_of(env, doc)) for doc, _ in tables}
        self._families = dict(_families(build))
        self._listed: dict[tuple[str, str | None], tuple[Toctree, ...]] = {}
        self._relations = env.collect_relations()
        self.sections = self._sections()

    def _sections(self) -> tuple[Link, ...]:
        """Return what the header leads to; of very many no role and no opening."""
        links = tuple(link for group in self._groups.get(self.root, ()) for link in group.links)
        if len(links) <= MOST:
            return links
        return tuple(link for link in links if link.target not in self._families)[:MOST]

    def _groups_of(self, env: BuildEnvironment, docname: str) -> Iterator[Toctree]:
        for toctree in env.tocs[docname].findall(addnodes.toctree):
            links = []
            listed = {target for _, target in toctree["entries"]}
            for title, target in toctree["entries"]:
                page = docname if target == "self" else target
                if self._originals.get(page) in listed:
                    continue  # what is said in two languages is listed once
                if page in env.all_docs or ":" in page:
                    links.append(Link(page, title) if title else self._link(page))
            yield Toctree(toctree.get("caption") or "", tuple(links))

    def beside(self, docname: str) -> tuple[str, str, str]:
        """Return the page above a page, the one before it and the one after it; "" for none."""
        above, before, after = self._relations.get(docname, (None, None, None))
        return above or "", before or "", after or ""

    def language_of(self, docname: str) -> str:
        """Return the language of a page, empty where it is the site's."""
        return self._languages.get(docname, "")

    def path_to(self, docname: str) -> tuple[str, ...]:
        """Return the pages from a section down to a page; none for pages in no section."""
        found: list[str] = []
        while docname in self._parents and docname not in found:
            found.append(docname)
            docname = self._parents[docname]
        return tuple(reversed(found))

    def sidebar(self, docname: str) -> Sidebar | None:
        """Return what the sidebar of a page shows, or nothing for pages in no section."""
        path = self.path_to(docname)
        if not path:
            return None
        section, family, below = path[0], "", []
        families: tuple[str, ...] = ()
        for step, doc in enumerate(path):
            groups = self._groups.get(doc, ())
            if sum(len(group.links) for group in groups) > MOST:
                current = path[step + 1] if step + 1 < len(path) else ""
                if not current and step == 0:
                    families = self._families_in(groups)
                family = self._families.get(current, "") or family
                groups = self._near(doc, self._originals.get(current, current))
            below.append((doc, self._in_language(groups, path)))
        return Sidebar(section, self._titles[section], path[1:], tuple(below), family, families)

    def _in_language(self, groups: tuple[Toctree, ...], path: Sequence[str]) -> tuple[Toctree, ...]:
        """Return lists with the pages on a path in the place of their originals."""
        spoken = {self._originals[it]: it for it in path if it in self._originals}
        if not spoken:
            return groups
        return tuple(
            Toctree(group.caption, tuple(self._own(it, spoken) for it in group.links))
            for group in groups
        )

    def _own(self, link: Link, spoken: Mapping[str, str]) -> Link:
        page = spoken.get(link.target)
        return link if page is None else self._link(page)

    def _link(self, page: str) -> Link:
        own = self._languages.get(page, "")
        return Link(page, self._titles.get(page, page), own, turned(own, self.language))

    def _families_in(self, groups: Sequence[Toctree]) -> tuple[str, ...]:
        found = (self._families.get(link.target) for group in groups for link in group.links)
        return tuple(sorted({family for family in found if family}))

    def _near(self, docname: str, current: str) -> tuple[Toctree, ...]:
        """Return of many pages those of the current one's family, and of many of these the next."""
        found = []
        for group in self._of_family(docname, self._families.get(current)):
            links = group.links
            here = next((at for at, it in enumerate(links) if it.target == current), None)
            if here is not None:
                first = max(0, min(here - MOST // 2, len(links) - MOST))
                found.append(Toctree(group.caption, links[first : first + MOST]))
        return tuple(found)

    def _of_family(self, docname: str, family: str | None) -> tuple[Toctree, ...]:
        """Return what a page lists of one family: made once for all pages of that."""
        if (docname, family) not in self._listed:
            self._listed[docname, family] = tuple(
                Toctree(it.caption, tuple(self._among(it.links, family)))
                for it in self._groups[docname]
            )
        return self._listed[docname, family]

    def _among(self, links: Sequence[Link], family: str | None) -> Iterator[Link]:
        return (it for it in links if self._families.get(it.target) == family)

    def shown_on(self, docname: str) -> tuple[object, ...]:
        """Return everything that a page shows of others in its navigation, to be compared."""
        path = self.path_to(docname)
        # What is in no section leads back to the open jobs, where it is a job.
        others = [*path, *self._relations.get(docname, ()), *(() if path else [self._openings])]
        titles = [(page, page and self._titles.get(page)) for page in others]
        return self.sections, self.sidebar(docname), titles


def _families(build: ThisBuild) -> Iterator[tuple[str, str]]:
    """Yield the pages of roles and openings, each with the family that it belongs to."""
    handbook = build.handbook
    for role in handbook.roles.values():
        yield build.docname_of(role.path), role.facts.family
    for opening in handbook.openings.values():
        yield build.docname_of(opening.path), handbook.roles[opening.facts.role].facts.family
