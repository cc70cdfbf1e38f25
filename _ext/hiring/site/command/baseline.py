"""What any site may hold: the words and files of one that is made of a handbook with no content.

The scan looks for what is hidden in a site. A word that the tools bring along tells no reader
anything, even where a hidden page uses it as well. Which those are is written down nowhere: the
same tools make a site of pages in which each construct stands and nothing is said, and what is in
that one may be in any. Of conf.py it takes the values that are plainly stated, and runs nothing:
what else it does could put hidden words into both.
"""

from __future__ import annotations

import ast
import shutil
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pycountry
from babel import Locale, UnknownLocaleError
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from babel.numbers import list_currencies
from sphinx.application import Sphinx
from sphinx.locale import translators
from sphinx.util.docutils import docutils_namespace, patch_docutils

from hiring.model.data import PACKAGE, stated_in
from hiring.model.digests import digest_of_bytes
from hiring.model.lexicon import LANGUAGES, Lexicon, lexicon
from hiring.model.messages import catalog_file
from hiring.publishing.files import digests_of, files_in
from hiring.publishing.hidden import source_words, vocabulary
from hiring.publishing.words import words_in
from hiring.site.command.blank import FILES
from hiring.site.hooks.copied import static_folders

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from hiring.model.audience import Audience

TAKEN = ("extensions", "html_", "language")
"""How the names of the settings start that the site with no content is made with as well."""

NOT_TAKEN = ("_path", "_files", "_logo", "_favicon", "_pages", "_sidebars")
"""How the names of those end that name files of the handbook."""


UNITS = ("minutes", "hours", "days", "weeks", "months", "years")
NUMBERS = (*range(12), 21, 100)
"""Units of time, and numbers that between them need every form which a language has of one."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """The words that any site may hold, and the digests of files that may be in one as they are."""

    words: frozenset[str]
    known: frozenset[str]


def baseline(conf: bytes, audience: Audience, languages: Collection[str] = ()) -> Baseline:
    """Return what any site for an audience may hold that is made as this conf.py says.

    ``languages`` are those that the company has words of its own for.

    A process finds it out once for the same settings: it is a build of its own.
    """
    stated = dict(_stated(conf))
    key = (f"{stated!r} {sorted(languages)}", audience)
    if key not in _FOUND:
        _FOUND[key] = _baseline(stated, audience, languages)
    return _FOUND[key]


_FOUND: dict[tuple[str, Audience], Baseline] = {}


def _baseline(stated: dict[str, Any], audience: Audience, languages: Collection[str]) -> Baseline:
    with TemporaryDirectory(prefix="hiring-baseline-") as name:
        folder = Path(name).resolve()
        for path, text in FILES.items():
            (folder / "handbook" / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / "handbook" / path).write_text(text, encoding="utf-8")
        try:
            packages, copied = _make(folder, stated, audience)
        except Exception:  # whatever else is installed; then its words are looked for, too
            shutil.rmtree(folder / "site", ignore_errors=True)
            language = stated.get("language", "en")
            packages, copied = _make(folder, {"language": language}, audience)
        site = {
            file.relative_to(folder / "site").as_posix(): file.read_bytes()
            for file in files_in([folder / "site"])
        }
    known = {path: digest_of_bytes(data) for path, data in site.items()}
    # A file that is copied as it is needs no look; its words may stand in no other for that.
    words = _words_of_the_package() | {
        word
        for path, data in site.items()
        if known[path] not in copied
        for word in source_words(path, data)
    }
    language = str(stated.get("language") or "en")
    said = _words_said(packages, language, tuple(sorted(languages)))
    return Baseline(words | said, frozenset(known.values()))


@cache
def _words_of_the_package() -> frozenset[str]:
    return vocabulary([PACKAGE])


@lru_cache(maxsize=8)
def _words_said(packages: tuple[Path, ...], language: str, more: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words_in(" ".join(_said(packages, language, more))))


def _stated(conf: bytes) -> Iterator[tuple[str, Any]]:
    """Yield the settings that a conf.py plainly states, and that make a site what it is."""
    for statement in ast.parse(conf).body:
        if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            name = statement.targets[0].id
            if name.startswith(TAKEN) and not name.endswith(NOT_TAKEN):
                with suppress(ValueError):  # it is no plain value
                    yield name, ast.literal_eval(statement.value)


def _make(
    folder: Path, stated: dict[str, Any], audience: Audience
) -> tuple[tuple[Path, ...], frozenset[str]]:
    """Build the site; return the folders of the packages that it is made by, and what they copy."""
    named = [name for name in stated.get("extensions", ()) if _is_installed(name)]
    settings = {
        **{"primary_domain": "hiring", "project": "", "hiring_audience": audience.value},
        **{"html_theme": "hiring", **stated, "extensions": list(dict.fromkeys([*named, "hiring"]))},
    }
    places = (folder / "handbook", None, folder / "site", folder / "doctrees")
    with patch_docutils(folder), docutils_namespace(), _own_catalogs():
        app = Sphinx(*places, "html", settings, status=None, warning=StringIO(), freshenv=True)
        app.build()
    packages = {name.partition(".")[0] for name in app.extensions}
    specs = [find_spec(name) for name in sorted(packages)]
    found = tuple(
        Path(place) for spec in specs if spec for place in spec.submodule_search_locations or ()
    )
    return found, digests_of(static_folders(app))


@contextmanager
def _own_catalogs() -> Iterator[None]:
    """Let Sphinx read catalogs anew: it takes those it has for any site, in whatever language."""
    kept = dict(translators)
    translators.clear()
    try:
        yield
    finally:
        translators.clear()
        translators.update(kept)


def _is_installed(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except (ImportError, ValueError):
        return False


def _said(packages: Iterable[Path], language: str, more: Iterable[str]) -> Iterator[str]:
    """Yield what those packages say in a language, and the names of days, months, money and places.

    And what pages and postings say of facts, in any language that a page may be in.
    """
    for package in packages:
        for catalog in sorted(package.rglob("LC_MESSAGES/*")):
            if catalog.parts[-3] in (language, language.partition("_")[0], "en"):
                yield from _messages(catalog)
    yield from _messages(catalog_file(language))  # reports on pages repeat what the check says
    for name in LANGUAGES:
        yield from lexicon(name).texts.values()
    for name in {language, *LANGUAGES, *more}:
        with suppress(UnknownLocaleError, ValueError):
            known = Locale.parse(name.replace("-", "_"))
            written = Lexicon(name, known, {})
            yield from map(written.currency, list_currencies())
            yield from (written.length(number, unit) for unit in UNITS for number in NUMBERS)
            yield from known.months["format"]["wide"].values()
            yield from known.days["format"]["wide"].values()
            yield from known.territories.values()
    for row in stated_in("never-asked.yaml"):
        yield from (text for law in row["laws"] for text in (law["name"], law["source"]))
    yield from (place.name for place in (*pycountry.countries, *pycountry.subdivisions))


def _messages(catalog: Path) -> Iterator[str]:
    """Yield the messages of a catalog, in both of its languages."""
    if catalog.suffix not in (".mo", ".po") or not catalog.is_file():
        return
    with catalog.open("rb") as stream:
        for message in read_mo(stream) if catalog.suffix == ".mo" else read_po(stream):
            for side in (message.id, message.string):
                yield from [side] if isinstance(side, str) else side or ()
