"""The search data: what every query needs, words in portions, and the text of each page.

The browser loads of it what a query needs. Each file is a script that hands its data over: a page
that is opened from a disk may load scripts and nothing else, and a worker loads the same ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from hiring.exports.named import named_on
from hiring.model.audience import Audience
from hiring.model.contact import report_of_search
from hiring.model.digests import digest_of, digest_of_bytes
from hiring.model.time_zones import closing_time
from hiring.search.before import index_upon, read_before
from hiring.search.briefings import briefings_on
from hiring.search.core import IndexOptions, core_data, entry_of
from hiring.search.index import index_of
from hiring.search.openings import SearchedOpening
from hiring.search.records import page_records
from hiring.search.scripts import CORE, FOLDER, compressed, packed, page_script, script, version_of
from hiring.search.tokens import telling, tokens
from hiring.search.weights import page_words
from hiring.system.files import put
from hiring.system.workers import side_by_side

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from hiring.model.handbook import Handbook
    from hiring.model.page import Page
    from hiring.search.before import Before
    from hiring.search.index import Index
    from hiring.search.others import OtherPage
    from hiring.search.records import PageRecords


SHORT_NAME = 2
"""The letters of a name that could be the first of any word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What the search knows of the site: what it shows of each page, and where.

    ``anchors`` are for each page, by its path, title and anchor of its sections in order;
    ``suffix`` is what the address of a page ends in; ``today`` tells which openings are open;
    ``code`` changes with this package; ``language`` is that of most pages, in two letters;
    ``others`` are pages beside the handbook that are found as well.
    """

    anchors: Mapping[str, Sequence[tuple[str, str]]]
    today: date
    suffix: str = ".html"
    skills_page: str = "skills"
    code: str = ""
    language: str = "en"
    others: tuple[OtherPage, ...] = ()


def write_search(handbook: Handbook, site: Site, folder: Path, jobs: int = 1) -> list[Path]:
    """Write the data under a folder, in up to ``jobs`` processes; return what belongs there.

    A page's file whose first line says that it was made of the very same is not made again: most
    of the time goes into Markdown. Where few pages are new, the index takes over the others' words.
    """
    shared = digest_of((handbook.company.placeholders, site.skills_page, site.code, site.language))
    made_of = {
        path: digest_of(_shown(handbook, page, site, shared))
        for path, page in sorted(handbook.pages.items())
        if not _is_held(handbook, path)
    }
    others = {it.path: it for it in site.others}
    before, made_of = read_before(folder), made_of | {it.path: it.digest for it in site.others}

    def records(path: str) -> PageRecords:
        if path in others:
            return others[path].records(handbook.audience)
        anchors = site.anchors.get(path, ())
        return page_records(handbook, handbook.pages[path], anchors, site.today, site.skills_page)

    paths = [path for path, it in made_of.items() if not (before and before.is_made_of(path, it))]
    new = dict(zip(paths, side_by_side(records, paths, jobs), strict=True))
    options = IndexOptions(
        suffix=site.suffix,
        language=site.language,
        names=_names(handbook),
        company=handbook.company.name,
        report=report_of_search(handbook),
        closings={
            opening.path: int(closing.timestamp())
            for opening in handbook.openings.values()
            if opening.is_listed(site.today) and (closing := closing_time(opening))
        },
    )
    files = _files_of(before, new, made_of, options, jobs)
    for name, data in files.items():
        if before is None or before.files.get(name) != data:
            put(folder / name, data)
    return [folder / name for name in files]


def _files_of(
    before: Before | None,
    new: Mapping[str, PageRecords],
    made_of: Mapping[str, str],
    options: IndexOptions,
    jobs: int,
) -> dict[str, bytes]:
    """Return all files of the search, of pages that are ``new`` and of those from ``before``."""
    if before is None:
        return search_files([new[path] for path in made_of], options, made_of, jobs)
    entries = {entry.path: entry for entry in before.entries}
    entries |= {path: entry_of(page) for path, page in new.items()}
    has_place = before.has_place_for(new, list(made_of))
    index = index_upon(before, new) if has_place else None
    if index is None:
        pages = [new.get(path) or before.page(path) for path in made_of]
        index = _index(pages, jobs, options.language)
    core = core_data([entries[path] for path in made_of], index, options)
    scripts = {
        path: page_script(new[path], core["layout"], made)
        if path in new
        else before.script(path, core["layout"])
        for path, made in made_of.items()
    }
    return _all_files(core, index, scripts, dict(before.portions))


def search_files(
    pages: Sequence[PageRecords],
    options: IndexOptions,
    made_of: Mapping[str, str],
    jobs: int = 1,
) -> dict[str, bytes]:
    """Return all files of the search, by path.

    ``made_of`` is what the file of a page says that it was made of, by the page's path.
    """
    index = _index(pages, jobs, options.language)
    core = core_data([entry_of(page) for page in pages], index, options)
    scripts = {
        page.path: page_script(page, core["layout"], made_of.get(page.path, "")) for page in pages
    }
    return _all_files(core, index, scripts, {})


def _index(pages: Sequence[PageRecords], jobs: int, language: str) -> Index:
    return index_of(side_by_side(partial(page_words, language=language), pages, jobs))


def _all_files(
    core: dict[str, Any], index: Index, pages: Mapping[str, bytes], kept: Mapping[str, str]
) -> dict[str, bytes]:
    """Return all files; ``kept`` are portions of words with what they were compressed to."""
    files = {}
    for number, (_, portion) in enumerate(index.shards):
        name = f"words/{number}"
        data = kept.get(portion) or compressed(portion)
        files[f"{FOLDER}/{name}.js"] = script(name, core["id"], data)
    packs, texts = packed(pages)
    files |= texts
    core = {**core, "packs": packs}
    version = version_of(core, files.values())
    return {**files, CORE: script("core", version, compressed(core))}


def _names(handbook: Handbook) -> dict[str, str]:
    """Return what skills are called, by each of their other names.

    A name of a letter or two, as R, stands for itself: else it is taken for the start of a word.
    """
    return {
        " ".join(tokens(name)): " ".join(telling(skill.name))
        for skill in handbook.skills.values()
        for name in (*skill.aliases, *([skill.name] if len(skill.name) <= SHORT_NAME else ()))
    }


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
    anchors = site.anchors.get(page.path, ())
    spoken = (page.language, handbook.language)
    said = (page.audience, page.title, _squeezed(page.text), anchors, references, spoken)
    return *said, named, shared


def _squeezed(text: str) -> str:
    """Return a digest of a text without empty lines.

    How many of them were hidden ones is nobody's business.
    """
    return digest_of_bytes("\n".join(filter(str.strip, text.split("\n"))).encode())
