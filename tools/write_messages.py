"""Bring the catalogs of messages up to date with the source: ``make docs`` runs it.

A sentence that is new in the source has no translation yet, and one that is gone is deleted. That
none is without is for a test to see.
"""

from __future__ import annotations

import ast
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from hiring.__main__ import ABOUT
from hiring.checks.catalog import FAMILIES, OWN, REFUSED, RULES, WAIVING
from hiring.checks.changes import changes
from hiring.checks.language.terms import LISTED, rows_of_terms
from hiring.model.data import FOLDER
from hiring.model.messages import catalog_file
from hiring.model.rules import Rule
from hiring.posting.required import role_words
from tools.imports import PACKAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

LANGUAGES = tuple(
    sorted(path.stem.removeprefix("messages-") for path in FOLDER.glob("messages-*.po"))
)
"""The languages that there is a catalog of: an empty file starts one."""

Sentence = str | tuple[str, str]
"""A sentence, or those for one and for many."""

_ARGUMENTS = ("add_argument", "add_parser")
"""The functions of argparse whose ``help`` is told to who asks for it."""

_CALLED = {"gettext": 1, "ngettext": 2}
"""The functions that messages come from, and how many sentences each is given."""


@cache
def sentences() -> tuple[Sentence, ...]:
    """Return all sentences of the package that are told, in order: also those that rules have."""
    found: set[Sentence] = set()
    for file in PACKAGE.rglob("*.py"):
        found |= set(_in_source(ast.parse(file.read_text(encoding="utf-8"))))
    for rule in RULES.values():
        found |= {rule.meaning, rule.why}
    found |= {rule.meaning for rule in Rule}
    found |= set(_in_data())
    return tuple(sorted(found - {""}, key=str))


def _in_data() -> Iterator[str]:
    """Yield the sentences of data that messages quote: ``translate`` is called with them."""
    for language in LISTED:
        for rows in rows_of_terms(language).values():
            for row in rows:
                yield from (row["why"], row["instead"])
    for change in changes():
        yield from (change.says, change.do)
    yield from (entry["group"] for entry in role_words()["tools"])
    yield from role_words()["benefits"]
    yield ABOUT
    yield from (*FAMILIES, OWN, REFUSED, WAIVING)


def _in_source(tree: ast.Module) -> Iterator[Sentence]:
    """Yield the sentences of all calls; one that is not written out there ends this by an error."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(ast.Name(name), args) if name in _CALLED:
                one, *many = (ast.literal_eval(it) for it in args[: _CALLED[name]])
                yield (one, *many) if many else one
            case ast.Call(ast.Attribute(_, name), _, named) if name in _ARGUMENTS:
                yield from (ast.literal_eval(it.value) for it in named if it.arg == "help")


def read_catalog(language: str) -> Catalog:
    """Return the catalog of a language as it is, an empty one where it has none."""
    file = catalog_file(language)
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    return read_po(text.splitlines(keepends=True), locale=language)


def updated(language: str) -> bytes:
    """Return the catalog of a language with the sentences of the source, and with no others."""
    known, new = read_catalog(language), Catalog(locale=language, fuzzy=False)
    for sentence in sentences():
        told = known.get(sentence if isinstance(sentence, str) else sentence[0])
        new.add(sentence, told.string if told and told.id == sentence else None)
    written = BytesIO()
    write_po(written, new, width=100, omit_header=True, sort_output=True)
    return _HEADER.format(plurals=new.plural_forms).encode() + written.getvalue()


_HEADER = """\
# Messages for who writes pages and who builds. The English sentences come from the source.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: {plurals}\\n"

"""


def main() -> None:
    """Write the catalogs."""
    for language in LANGUAGES:
        catalog_file(language).write_bytes(updated(language))


if __name__ == "__main__":
    main()
