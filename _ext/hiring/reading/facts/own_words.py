"""All that pages of a handbook may use: our language, and what operator and company add to it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from pydantic import TypeAdapter, ValidationError

from hiring.language.vocabulary import Vocabulary
from hiring.model.blocks import BlockKind, OwnKind
from hiring.model.fact_classes import OURS, FactClasses, classes_with
from hiring.model.facts import Company
from hiring.model.local_texts import by_languages
from hiring.model.own import OwnBlock, OwnFact, OwnName
from hiring.model.paths import COMPANY
from hiring.model.report import Report
from hiring.reading.facts.stated import read_facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.reading.sources.sources import Sources

Stated = TypeVar("Stated", OwnFact, OwnBlock)


class _Own(NamedTuple):
    facts: FactClasses = OURS
    blocks: tuple[tuple[str, BlockKind], ...] = ()


def words_of(sources: Sources) -> Vocabulary:
    """Return what the pages of a handbook may use."""
    settings = sources.settings
    own = _own_in(sources.texts.get(COMPANY, ""), sources.language)
    return Vocabulary.extended(
        settings.extra_directives,
        settings.extra_references,
        settings.extra_schemes,
        own.facts,
        own.blocks,
    )


@lru_cache(maxsize=16)
def _own_in(text: str, language: str) -> _Own:
    """Return what company.yaml adds to the language.

    What is declared there in a way that can't be read is told when the file is. Pages that use it
    are right, as far as anybody knows.
    """
    if "facts" not in text and "blocks" not in text:
        return _Own()
    company, located = read_facts(Company, text, 1, Report(COMPANY))
    if company:
        own = company.language or language
        return _Own(classes_with(company.facts, own), _kinds(company.blocks, own))
    stated = located.data if isinstance(located.data, dict) else {}
    facts = dict(_readable(stated.get("facts"), OwnFact))
    blocks = dict(_readable(stated.get("blocks"), OwnBlock))
    language = _text(stated.get("language")) or language
    names = [name.replace("-", "_") for name in _names(stated.get("facts"))]
    unread = [name for name in names if name not in facts]
    doubtful = {it: OwnBlock(heading=it, kind="text") for it in _names(stated.get("blocks"))}
    return _Own(classes_with(facts, language, unread), _kinds({**doubtful, **blocks}, language))


_NAME: TypeAdapter[str] = TypeAdapter(OwnName)


def _readable(stated: Any, model: type[Stated]) -> Iterator[tuple[str, Stated]]:
    """Yield what is declared as it should be, by its name."""
    for name in _names(stated):
        try:
            yield name, model.model_validate(stated[name])
        except ValidationError:
            continue


def _names(stated: Any) -> list[str]:
    """Return the names of declarations that can be names of facts, or of blocks."""
    found = []
    for name in stated if isinstance(stated, dict) else ():
        try:
            _NAME.validate_python(str(name).replace("-", "_"))
        except ValidationError:
            continue
        found.append(str(name))
    return found


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _kinds(blocks: dict[str, OwnBlock], language: str) -> tuple[tuple[str, BlockKind], ...]:
    """Return the kinds of block that a company adds, by name."""
    return tuple(
        (
            name,
            BlockKind(
                section=name,
                is_text=it.kind == "text",
                own=OwnKind(
                    headings=tuple(by_languages(it.heading, language).items()),
                    after=it.after or "",
                    posted=it.posted,
                    audience=it.audience,
                ),
            ),
        )
        for name, it in blocks.items()
    )
