"""The search data: what every query needs, words in portions, and the text of each page.

The browser loads of it what a query needs. Each file is a script that hands its data over: a page
that is opened from a disk may load scripts and nothing else, and a worker loads the same ones.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from hiring.exports.named import named_on
from hiring.model.audience import Audience
from hiring.model.contact import report_of_search
from hiring.model.digests import digest_of, digest_of_bytes
from hiring.model.time_zones import closing_time
from hiring.search.before import read_before
from hiring.search.briefings import briefings_on
from hiring.search.core import IndexOptions, core_data
from hiring.search.index import index_of
from hiring.search.names import names_of_skills
from hiring.search.openings import SearchedOpening
from hiring.search.records import page_records
from hiring.search.scripts import CORE, FOLDER, compressed, packed, page_script, script, version_of
from hiring.search.searched import searched_page
from hiring.search.upon import index_upon
from hiring.system.files import put
from hiring.system.workers import Task, in_this_process, side_by_side, tasks_side_by_side

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from hiring.model.handbook import Handbook
    from hiring.model.page import Page
    from hiring.search.before import Before
    from hiring.search.core import CorePage
    from hiring.search.index import Index
    from hiring.search.others import OtherPage
    from hiring.search.records import PageRecords
    from hiring.search.searched import SearchedPage
    from hiring.search.sections import PageSection
    from hiring.search.weights import PageWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What the search knows of the site: what it shows of each page, and where.

    ``anchors`` are for each page, by its path, title and anchor of its sections in order;
    ``listed`` is what a page lists of what the program knows, as rules and laws;
    ``suffix`` is what the address of a page ends in; ``today`` tells which openings are open;
    ``code`` changes with this package; ``language`` is that of most pages, in two letters;
    ``others`` are pages beside the handbook that are found as well.
    """

    anchors: Mapping[str, Sequence[tuple[str, str]]]
    today: date
    listed: Mapping[str, Sequence[PageSection]] = field(default_factory=dict)
    suffix: str = ".html"
    skills_page: str = "skills"
    code: str = ""
    language: str = "en"
    others: tuple[OtherPage, ...] = ()


def write_search(handbook: Handbook, site: Site, folder: Path, jobs: int = 1) -> list[Path]:
    """Write the data under a folder, in up to ``jobs`` processes; return what belongs there."""
    [files] = tasks_side_by_side([search_task(handbook, site, folder, jobs)], jobs)
    return files


def search_task(
    handbook: Handbook, site: Site, folder: Path, jobs: int = 1
) -> Task[Any, Any, list[Path]]:
    """Return the task of writing the data under a folder, which comes to what belongs there.

    A page's file whose first line says that it was made of the very same is not made again: most
    of the time goes into Markdown. Where few pages are new, the index takes over the others' words;
    those of the new ones are then found at once, in up to ``jobs`` processes.
    """
    source, before, options = _Source(handbook, site), read_before(folder), _options(handbook, site)
    made_of = {path: source.made_of(path) for path in source.paths} if before else {}
    found: dict[str, SearchedPage] = {}

    def searched(path: str) -> SearchedPage:
        if path in found:
            return found[path]
        digest = made_of.get(path) or source.made_of(path)
        if before and before.is_made_of(path, digest):
            return before.searched(path, digest)
        return searched_page(source.records(path), site.language, digest)

    if before:
        new = [path for path, digest in made_of.items() if not before.is_made_of(path, digest)]
        if before.has_place_for(new, source.paths):
            found |= zip(new, side_by_side(searched, new, jobs), strict=True)
            if index := index_upon(before, found):
                files = _files_upon(before, found, made_of, index, options)
                return in_this_process(lambda: _written(files, folder, before))
    portions = dict(before.portions) if before else {}
    whole = Task(searched, source.paths, lambda pages: search_files(pages, options, portions))
    return whole.then(lambda files: _written(files, folder, before))


def _written(files: Mapping[str, bytes], folder: Path, before: Before | None) -> list[Path]:
    """Write files that are not as they were; return all of them."""
    for name, data in files.items():
        if before is None or before.files.get(name) != data:
            put(folder / name, data)
    return [folder / name for name in files]


class _Source:
    """What the search is made of: pages of the handbook that these readers find, and others."""

    def __init__(self, handbook: Handbook, site: Site) -> None:
        self.handbook, self.site = handbook, site
        self.others = {it.path: it for it in site.others}
        own = (path for path in sorted(handbook.pages) if not _is_held(handbook, path))
        self.paths = [*own, *self.others]
        placeholders = handbook.company.placeholders
        self.shared = digest_of((placeholders, site.skills_page, site.code, site.language))

    def made_of(self, path: str) -> str:
        """Return a digest of all that is found on a page."""
        if path in self.others:
            return self.others[path].digest
        page = self.handbook.pages[path]
        return digest_of(_shown(self.handbook, page, self.site, self.shared))

    def records(self, path: str) -> PageRecords:
        """Return what is found on a page."""
        handbook, site = self.handbook, self.site
        if path in self.others:
            return self.others[path].records(handbook.audience)
        anchors, listed = site.anchors.get(path, ()), site.listed.get(path, ())
        page = handbook.pages[path]
        return page_records(handbook, page, anchors, site.today, site.skills_page, listed)


def _options(handbook: Handbook, site: Site) -> IndexOptions:
    return IndexOptions(
        suffix=site.suffix,
        language=site.language,
        names=names_of_skills(handbook),
        skills=tuple(skill.name for skill in handbook.skills.values()),
        company=handbook.company.name,
        report=report_of_search(handbook),
        closings={
            opening.path: int(closing.timestamp())
            for opening in handbook.openings.values()
            if opening.is_listed(site.today) and (closing := closing_time(opening))
        },
    )


def _files_upon(
    before: Before,
    new: Mapping[str, SearchedPage],
    made_of: Mapping[str, str],
    index: Index,
    options: IndexOptions,
) -> dict[str, bytes]:
    """Return all files, of pages that are ``new`` and of those from ``before``."""
    pages = [new[path].core_page if path in new else before.core_page_at[path] for path in made_of]
    core = core_data(pages, index, options)
    layout = core["layout"]
    scripts = {
        path: page_script(path, layout, digest, new[path].data)
        if path in new
        else before.script(path, layout)
        for path, digest in made_of.items()
    }
    return _all_files(core, index, scripts, dict(before.portions))


def search_files(
    pages: Iterable[SearchedPage], options: IndexOptions, portions: Mapping[str, str]
) -> dict[str, bytes]:
    """Return all files of the search, by path; of the pages' words it holds the index alone.

    ``portions`` of words need not be compressed again.
    """
    kept: list[tuple[CorePage, str, str]] = []

    def words() -> Iterator[PageWords]:
        for page in pages:
            kept.append((page.core_page, page.made_of, page.data))
            yield page.words

    index = index_of(words())
    core = core_data([page for page, _, _ in kept], index, options)
    scripts = {
        page.path: page_script(page.path, core["layout"], made_of, data)
        for page, made_of, data in kept
    }
    return _all_files(core, index, scripts, portions)


def _all_files(
    core: dict[str, Any], index: Index, pages: Mapping[str, bytes], kept: Mapping[str, str]
) -> dict[str, bytes]:
    """Return all files; ``kept`` are portions of words with what they were compressed to."""
    files = {}
    for number, ((_, portion), own) in enumerate(zip(index.shards, core["ids"], strict=True)):
        name = f"words/{number}"
        data = kept.get(portion) or compressed(portion)
        files[f"{FOLDER}/{name}.js"] = script(name, own, data)
    packs, texts = packed(pages)
    files |= texts
    core = {**core, "packs": packs}
    version = version_of(core, files.values())
    return {**files, CORE: script("core", version, compressed(core))}


def _is_held(handbook: Handbook, path: str) -> bool:
    """Tell whether a page is that of an opening which is held back from the public."""
    opening = handbook.opening_on(path)
    return bool(opening and opening.held and handbook.audience is Audience.PUBLIC)


def _shown(handbook: Handbook, page: Page, site: Site, shared: str) -> tuple[object, ...]:
    """Return all that the records of a page are made of: what it says, and what it names."""
    opening = handbook.opening_on(page.path)
    named: object = briefings_on(page, handbook)
    if opening:
        role = handbook.roles[opening.facts.role]
        briefing = SearchedOpening(opening, handbook, site.today).briefing
        named = (named, opening, opening.state(site.today), role.facts, role.levels, briefing)
    if page.path == f"{site.skills_page}.md":
        named = (named, handbook.skills)
    references = named_on(page, handbook)
    anchors = (site.anchors.get(page.path, ()), site.listed.get(page.path, ()))
    spoken = (page.language, handbook.language)
    said = (page.audience, page.title, _squeezed(page.text), anchors, references, spoken)
    return *said, named, shared


def _squeezed(text: str) -> str:
    """Return a digest of a text without empty lines.

    How many of them were hidden ones is nobody's business.
    """
    return digest_of_bytes("\n".join(filter(str.strip, text.split("\n"))).encode())
