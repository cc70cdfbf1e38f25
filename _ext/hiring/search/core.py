"""What every query needs to know: the words, the pages, what kind of thing each record is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, get_args

from hiring.model.audience import Audience
from hiring.model.digests import digest_of
from hiring.model.language_tags import ENGLISH
from hiring.search.index import MORE, numbers, read_numbers
from hiring.search.kinds import words_of_kind
from hiring.search.names import START
from hiring.search.records import RecordKind
from hiring.search.tokens import definition, telling, tokens, vernacular, words_of_pages

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from hiring.search.index import Index
    from hiring.search.records import PageRecords

KINDS = get_args(RecordKind)

_SIGNS = str.maketrans("0123456789abcdef", MORE)


@dataclass(frozen=True, slots=True)
class IndexOptions:
    """What holds for a whole index.

    ``suffix`` is what the address of a page ends in, ``language`` that of most pages, in two
    letters; ``names`` are what things are called by their other names, beside the vernacular;
    ``skills`` are the names of skills, which have no page each, and are looked for as titles are;
    ``company`` is said in many questions and tells none from another; ``report`` is where one
    tells what is missing; ``closings`` are, by the page's path, the last seconds (since 1970) in
    which people can apply: a browser knows by them what is over on a site that nobody built since.
    """

    suffix: str = ".html"
    language: str = "en"
    names: Mapping[str, str] = field(default_factory=dict)
    skills: tuple[str, ...] = ()
    company: str = ""
    report: str = ""
    closings: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CorePage:
    """What the core says of a page; of each record the sign of its kind, and its level's name.

    ``sought`` is what people look for who want it, where the page says so.
    """

    path: str
    title: str
    audience: str
    family: str
    kinds: str
    levels: tuple[str, ...]
    language: str = ""
    sought: str = ""


def core_page_of(page: PageRecords) -> CorePage:
    """Return what the core says of a page."""
    return CorePage(
        page.path,
        page.title,
        str(page.audience),
        page.family,
        "".join(MORE[KINDS.index(record.kind)] for record in page.records),
        tuple(record.level for record in page.records),
        page.language,
        _sought(page),
    )


def _sought(page: PageRecords) -> str:
    """Return the first of the names that a page for all states for itself, or nothing."""
    is_for_all = page.records[0].kind == "page" and page.path != START
    return page.aliases[0] if page.aliases and is_for_all else ""


def core_pages(core: Mapping[str, Any]) -> list[CorePage]:
    """Return what a core says of its pages; raise LookupError or ValueError if it is none."""
    levels = [""] * len(core["kindOf"])
    for name, written in core["levels"].items():
        for number in read_numbers(written):
            levels[number] = name
    sought = dict(core["sought"])
    found, start = [], 0
    for number, page in enumerate(core["pages"]):
        path, title, family, audience, count, *language = page
        end = start + count
        found.append(
            CorePage(
                f"{path}.md",
                title,
                core["audiences"][audience],
                "" if family < 0 else core["families"][family],
                core["kindOf"][start:end],
                tuple(levels[start:end]),
                "".join(language),
                sought.get(number, ""),
            )
        )
        start = end
    return found


def core_data(pages: Sequence[CorePage], index: Index, options: IndexOptions) -> dict[str, Any]:
    """Return what every query needs, but for the files that pages are packed into.

    ``layout`` tells what a record's number means, and ``ids``, of each portion, which words it has:
    files of another build would else lead to wrong records.
    """
    families = sorted({page.family for page in pages if page.family})
    levels: dict[str, list[int]] = {}
    for number, level in enumerate(level for page in pages for level in page.levels):
        if level:
            levels.setdefault(level, []).append(number)
    layout = digest_of([(page.path, page.kinds) for page in pages])[:12]
    return {
        "ids": [_signs_of((words, layout)) for words in index.words_by_shard],
        "layout": layout,
        "suffix": options.suffix,
        "report": options.report,
        "stemmer": options.language,
        "language": _language(options, pages, index),
        "words": index.words,
        "shards": [first for first, _ in index.shards],
        "families": families,
        "audiences": [audience.value for audience in Audience],
        "kinds": list(KINDS),
        "kindOf": "".join(page.kinds for page in pages),
        "closings": _closings(pages, options),
        "sought": [[at, it.sought] for at, it in enumerate(pages) if it.sought],
        "levels": {name: numbers(found) for name, found in sorted(levels.items())},
        "pages": [
            [
                page.path.removesuffix(".md"),
                page.title,
                families.index(page.family) if page.family else -1,
                list(Audience).index(Audience(page.audience)),
                len(page.kinds),
                *([page.language] if page.language else []),
            ]
            for page in pages
        ],
    }


def _signs_of(value: object) -> str:
    """Return a short digest in signs of which no word, and no number, can arise by chance."""
    return digest_of(value)[:6].translate(_SIGNS)


def _closings(pages: Sequence[CorePage], options: IndexOptions) -> list[list[int]]:
    """Return the number of each page with a job that closes, and when that is."""
    seconds = options.closings
    return [[at, seconds[it.path]] for at, it in enumerate(pages) if it.path in seconds]


def _language(options: IndexOptions, pages: Sequence[CorePage], index: Index) -> dict[str, Any]:
    """Return how words are read, as far as the browser does it, in the languages of pages."""
    spoken = {options.language, *(page.language for page in pages)}
    words = set(index.words.replace(",", " ").split())
    stated = definition()
    tags = sorted({tag.partition("-")[0] for tag in spoken})
    endings = " ".join(
        [stated["words"]["endings"], *(stated["endings"].get(it, "") for it in tags)]
    )
    return {
        **{name: stated[name] for name in ("pattern", "dropped", "unspaced", "longest")},
        "letters": stated["letters"],
        "ranking": stated["ranking"],
        **{name: said.split() for name, said in stated["words"].items()},
        "endings": sorted(dict.fromkeys(endings.split()), key=len, reverse=True),
        "company": telling(options.company)[:1],
        "skills": list(dict.fromkeys(it for name in options.skills for it in telling(name))),
        "things": [
            " ".join(tokens(thing)) for it in stated["things"].values() for thing in it.split(",")
        ],
        "kinds": {kind: " ".join(words_of_kind(kind)) for kind in stated["kinds"]},
        "vernacular": _vernacular(options.names, words, is_english=set(tags) <= {"", ENGLISH}),
    }


def _vernacular(
    names: Mapping[str, str], words: Collection[str], *, is_english: bool
) -> dict[str, str]:
    """Return what people type, by what pages call it, with the names of this handbook's things.

    ``words`` are those of the pages: what none of them speaks of is left out.
    """
    said_by = words_of_pages if not is_english else lambda word: [word]
    found: dict[str, dict[str, None]] = {}
    for meant, sayings in vernacular().items():
        first, *others = (_spoken(thing, words, said_by) for thing in meant.split(" + "))
        if first:
            own = found.setdefault(" + ".join([first, *filter(None, others)]), {})
            own.update(dict.fromkeys(sayings))
    for said, name in names.items():
        found.setdefault(name, {})[said] = None
    return {meant: ",".join(own) for meant, own in found.items()}


def _spoken(thing: str, words: Collection[str], said_by: Callable[[str], list[str]]) -> str:
    """Return the words for a thing that are among those of the pages."""
    known = (word for it in thing.split() for word in said_by(it) if word in words)
    return " ".join(dict.fromkeys(known))
