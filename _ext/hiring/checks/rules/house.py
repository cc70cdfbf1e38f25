"""Words of the house, as company.yaml lists them under `checks`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.checks.language.house import standing, terms_of_house, terms_of_spelling
from hiring.checks.prose import ProseSubject
from hiring.checks.rule import Hit, check
from hiring.model.problem import Severity, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator


@check(Severity.WARNING, ProseSubject, when=lambda prose: bool(prose.settings.words), languages=())
def house_words(prose: ProseSubject) -> Iterator[Hit]:
    """A page uses a term that company.yaml lists under `checks.words`.

    Words in quotes, and those after "avoid", "instead of" and their like, are not found.

    Why: The company has chosen another word.
    """
    terms = terms_of_house(prose.settings.words, prose.language)
    for place, entry in standing(prose, terms):
        why = f" {entry.why}" if entry.why else ""
        message = f"{quoted(place.written)}{why}: {entry.instead}"
        yield Hit(line=place.line, message=message)


@check(
    Severity.WARNING, ProseSubject, when=lambda prose: bool(prose.settings.spelling), languages=()
)
def house_spelling(prose: ProseSubject) -> Iterator[Hit]:
    """A page writes a word as company.yaml, under `checks.spelling`, says that nobody does here.

    Capitals count: so do names of products and teams.

    Why: Readers, and a search, take two spellings for two things.
    """
    terms = terms_of_spelling(tuple(prose.settings.spelling.items()))
    for place, right in standing(prose, terms):
        yield Hit(line=place.line, message=f"{quoted(place.written)}: write {quoted(right)}")
