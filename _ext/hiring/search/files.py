"""The search data: what every query needs, words in portions, and the text of each page.

The browser loads of it what a query needs. Each file is a script that hands its data over: a page
that is opened from a disk may load scripts and nothing else, and a worker loads the same ones.
"""

from __future__ import annotations

import json
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from hiring.exports.put import put
from hiring.model.audience import Audience
from hiring.model.digests import digest_of
from hiring.search.index import MORE, Index, index_of, numbers
from hiring.search.records import PageRecords, Record, RecordKind, page_records
from hiring.search.tokens import definition
from hiring.search.weights import page_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from hiring.model.handbook import Handbook

FOLDER = "search"
CORE = f"{FOLDER}/core.js"

CALL = "hiringSearch.receive("
"""What each file is one call of: its name, and its data as JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What the search knows of the site: what it shows of each page, and where.

    ``anchors`` are for each page, by its path, title and anchor of its sections in order;
    ``suffix`` is what the address of a page ends in; ``today`` tells which openings are open;
    ``code`` changes with this package.
    """

    anchors: Mapping[str, Sequence[tuple[str, str]]]
    today: date
    suffix: str = ".html"
    skills_page: str = "skills"
    code: str = ""


def write_search(handbook: Handbook, site: Site, folder: Path) -> list[Path]:
    """Write the data under a folder; return the files that belong there.

    A page's file whose first line says that it was made of the very same is read, not made again:
    most of the time goes into Markdown.
    """
    shared = _shared(handbook, site)
    pages, made_of = [], {}
    for path, page in sorted(handbook.pages.items()):
        anchors = site.anchors.get(path, ())
        made_of[path] = digest_of((page.audience, _squeezed(page.text), anchors, shared))
        kept = _kept(folder / _page_file(path), made_of[path])
        if kept is None:
            kept = page_records(handbook, page, anchors, site.today, site.skills_page)
        pages.append(kept)
    files = search_files(pages, site.suffix, made_of)
    for name, text in files.items():
        put(folder / name, text.encode())
    return [folder / name for name in files]


def search_files(
    pages: Sequence[PageRecords], suffix: str, made_of: Mapping[str, str]
) -> dict[str, str]:
    """Return all files of the search, by path.

    ``suffix`` is what the address of a page ends in; ``made_of`` what the file of a page says that
    it was made of, by the page's path.
    """
    index = index_of([page_words(page) for page in pages])
    core = core_data(pages, index, suffix)
    # What the numbers in a portion mean: one of another build would lead to wrong records.
    core["id"] = digest_of((core["words"], core["pages"], core["kindOf"]))[:12]
    files = {
        f"{FOLDER}/words/{number}.js": _script(f"words/{number}", [core["id"], shard])
        for number, (_, shard) in enumerate(index.shards)
    }
    for page in pages:
        files[_page_file(page.path)] = page_script(page, core["id"], made_of.get(page.path, ""))
    core["version"] = digest_of([core, *map(digest_of, files.values())])[:12]
    return {**files, CORE: _script("core", core)}


def core_data(pages: Sequence[PageRecords], index: Index, suffix: str) -> dict[str, Any]:
    """Return what every query needs: words, pages, what kind of thing each record is."""
    families = sorted({page.family for page in pages if page.family})
    records = [record for page in pages for record in page.records]
    levels: dict[str, list[int]] = {}
    for number, record in enumerate(records):
        if record.level:
            levels.setdefault(record.level, []).append(number)
    kinds = get_args(RecordKind)
    language = definition()
    return {
        "suffix": suffix,
        "language": {
            **{name: language[name] for name in ("pattern", "dropped", "unspaced", "longest")},
            "letters": language["letters"],
            "stop": language["words"]["stop"].split(),
            "endings": language["words"]["endings"].split(),
        },
        "words": index.words,
        "shards": [first for first, _ in index.shards],
        "families": families,
        "audiences": [audience.value for audience in Audience],
        "kinds": list(kinds),
        "kindOf": "".join(MORE[kinds.index(record.kind)] for record in records),
        "levels": {name: numbers(found) for name, found in sorted(levels.items())},
        "pages": [
            [
                page.path.removesuffix(".md"),
                page.title,
                families.index(page.family) if page.family else -1,
                list(Audience).index(Audience(page.audience)),
                len(page.records),
            ]
            for page in pages
        ],
    }


def page_script(page: PageRecords, build: str, made_of: str) -> str:
    """Return the file of a page: which build it is of, and its records.

    Its first line says what it was made of.
    """
    data = [*astuple(page)[:-1], [astuple(record) for record in page.records]]
    return f"// {made_of}\n{_script(_page_name(page.path), [build, data])}"


def _page_name(path: str) -> str:
    return f"pages/{path.removesuffix('.md')}"


def _page_file(path: str) -> str:
    return f"{FOLDER}/{_page_name(path)}.js"


def _kept(file: Path, made_of: str) -> PageRecords | None:
    """Return what an earlier build has made of the very same page, or nothing."""
    try:
        text = file.read_text("utf-8")
        return read_page(text) if text.startswith(f"// {made_of}\n") else None
    except (FileNotFoundError, LookupError, TypeError, ValueError):
        return None  # it was never written, or not to its end


def read_page(script: str) -> PageRecords:
    """Return the records of a page's file; raise an error where it is damaged."""
    call = script.partition("\n")[2]
    _, (_, data) = json.loads(f"[{call[len(CALL) : -3]}]")
    path, title, audience, aliases, about, family, records = data
    found = (
        Record(
            kind=kind,
            anchor=anchor,
            heading=heading,
            text=text,
            parents=tuple(parents),
            also=tuple(also),
            kinds=tuple(kinds),
            level=level,
        )
        for kind, anchor, heading, text, parents, also, kinds, level in records
    )
    return PageRecords(
        path=path,
        title=title,
        audience=audience,
        aliases=tuple(aliases),
        about=tuple(about),
        family=family,
        records=tuple(found),
    )


def _shared(handbook: Handbook, site: Site) -> str:
    """Return a digest of what any page's records may name beside what is on the page."""
    named = [
        (
            role.key,
            role.facts,
            [(level.id, level.name, level.pay) for level in role.levels],
            [(entry.id, entry.question) for entry in role.questions],
        )
        for role in handbook.roles.values()
    ]
    openings = [(it.key, it.title, it.state(site.today)) for it in handbook.openings.values()]
    titles = [(path, page.title) for path, page in handbook.pages.items()]
    rest = (handbook.skills, handbook.company.placeholders, site.skills_page, site.code)
    return digest_of((named, openings, titles, rest))


def _squeezed(text: str) -> str:
    """Return a text without empty lines: how many of them were hidden ones is nobody's business."""
    return "\n".join(line for line in text.split("\n") if line.strip())


def _script(name: str, data: Any) -> str:
    said = json.dumps([name, data], ensure_ascii=False, separators=(",", ":"))
    return f"{CALL}{said[1:-1]});\n"
