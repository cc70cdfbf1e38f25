"""Words of the house, as company.yaml lists them under `checks`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.checks.language.house import standing, terms_of_house, terms_of_spelling
from hiring.checks.prose import ProseSubject
from hiring.checks.rule import Hit, check
from hiring.model.messages import gettext
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
        said = f"{quoted(place.written)} {entry.why}" if entry.why else quoted(place.written)
        message = gettext("{said}: {instead}", said=said, instead=entry.instead)
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
        message = gettext("{said}: write {right}", said=quoted(place.written), right=quoted(right))
        yield Hit(line=place.line, message=message)
