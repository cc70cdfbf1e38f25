"""The search data: what every query needs, words in portions, and the text of each page.

The browser loads of it what a query needs. Each file is a script that hands its data over: a page
that is opened from a disk may load scripts and nothing else, and a worker loads the same ones.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from hiring.model.audience import Audience
from hiring.search.index import MORE, Index, index_of, numbers
from hiring.search.records import Kind, PageRecords, Record, page_records
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
    found, files = [], {}
    for path, page in sorted(handbook.pages.items()):
        anchors = site.anchors.get(path, ())
        made_of = _digest((page.audience, _squeezed(page.text), anchors, shared))
        kept = _kept(folder / _page_file(path), made_of)
        if kept is None:
            records = page_records(handbook, page, anchors, site.today, site.skills_page)
            kept = records, page_script(records, made_of)
        found.append(kept[0])
        files[_page_file(path)] = kept[1]
    files |= index_files(found, files, site.suffix)
    for name, text in files.items():
        file = folder / name
        if not file.exists() or file.read_text("utf-8") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
    return [folder / name for name in files]


def index_files(
    pages: Sequence[PageRecords], texts: Mapping[str, str], suffix: str = ".html"
) -> dict[str, str]:
    """Return the files of the index over pages, by path; ``texts`` are the pages' own files.

    ``suffix`` is what the address of a page ends in.
    """
    index = index_of([page_words(page) for page in pages])
    core = core_data(pages, index, suffix)
    # What the numbers in a portion mean: one of another build would lead to wrong records.
    core["id"] = _digest((core["words"], core["pages"], core["kindOf"]))[:12]
    portions = {f"words/{number}": shard for number, (_, shard) in enumerate(index.shards)}
    files = {
        f"{FOLDER}/{name}.js": _script(name, [core["id"], shard])
        for name, shard in portions.items()
    }
    core["version"] = _digest([core, *map(_digest, (*files.values(), *texts.values()))])[:12]
    return {**files, CORE: _script("core", core)}


def core_data(pages: Sequence[PageRecords], index: Index, suffix: str) -> dict[str, Any]:
    """Return what every query needs: words, pages, what kind of thing each record is."""
    families = sorted({page.family for page in pages if page.family})
    records = [record for page in pages for record in page.records]
    levels: dict[str, list[int]] = {}
    for number, record in enumerate(records):
        if record.level:
            levels.setdefault(record.level, []).append(number)
    kinds = get_args(Kind)
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


def page_script(page: PageRecords, made_of: str = "") -> str:
    """Return the file of a page; its first line says what it was made of."""
    data = [*astuple(page)[:-1], [astuple(record) for record in page.records]]
    return f"// {made_of}\n{_script(_page_name(page.path), data)}"


def _page_name(path: str) -> str:
    return f"pages/{path.removesuffix('.md')}"


def _page_file(path: str) -> str:
    return f"{FOLDER}/{_page_name(path)}.js"


def _kept(file: Path, made_of: str) -> tuple[PageRecords, str] | None:
    """Return what an earlier build has made of the very same page, or nothing."""
    text = file.read_text("utf-8") if file.exists() else ""
    return (read_page(text), text) if text.startswith(f"// {made_of}\n") else None


def read_page(script: str) -> PageRecords:
    """Return the records of a page's file."""
    call = script.partition("\n")[2]
    path, title, audience, aliases, about, family, records = json.loads(
        f"[{call[len(CALL) : -3]}]"
    )[1]
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
    return _digest((named, openings, titles, rest))


def _squeezed(text: str) -> str:
    """Return a text without empty lines: how many of them were hidden ones is nobody's business."""
    return "\n".join(line for line in text.split("\n") if line.strip())


def _digest(value: Any) -> str:
    return hashlib.sha256(repr(value).encode()).hexdigest()


def _script(name: str, data: Any) -> str:
    said = json.dumps([name, data], ensure_ascii=False, separators=(",", ":"))
    return f"{CALL}{said[1:-1]});\n"
