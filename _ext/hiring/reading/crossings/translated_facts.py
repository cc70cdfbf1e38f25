"""What a translation takes from its original, and where the two say different things.

Facts that are the same in any language, as pay, hold for both: a translation leaves them out, or
says the same. What is in words, as a schedule, it may say in its own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from hiring.model.asked import SpokenLanguage
from hiring.model.fact_table import facts_of, stated_in
from hiring.model.facts import OpeningFacts
from hiring.model.lexicon import message_lexicon
from hiring.model.messages import gettext
from hiring.model.problem import Problem, instead, quoted
from hiring.model.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.model.base import Facts
    from hiring.model.role import Level
    from hiring.model.role_facts import RoleFacts
    from hiring.reading.pages.record import PageRecord

IN_WORDS = frozenset(
    (
        *("title", "aliases", "family", "summary", "schedule", "travel", "supervises"),
        *("supervision", "reports_to", "matrix_to", "start", "apply", "fill"),
    )
)
"""The facts that are words through and through: a translation says them in its own."""

NOT_TAKEN = frozenset(("title", "aliases"))
"""Those of them that are never taken from the original: names, by which pages are found."""

_WORDS = frozenset(("text", "reason", "name", "issuer", "fields", "season", "source", "whom"))
"""The parts of other facts that are words."""


def joined(record: PageRecord, original: PageRecord) -> PageRecord:
    """Return a translation with what it takes from its original, and where they differ."""
    stated = record.front_matter
    if stated is None:
        return record
    differences = [*_differences(record, original), *_of_levels(record, original)]
    facts: dict[str, Any] = {
        name: _taken(name, getattr(record, name), getattr(original, name), record)
        for name in ("role", "opening")
        if getattr(record, name) and getattr(original, name)
    }
    if "checks" not in record.field_lines:
        facts["checks"] = original.front_matter.checks if original.front_matter else None
    own = {name.removeprefix("opening.") for name in record.field_lines}
    levels = {level.id: level for level in original.levels}
    return replace(
        record,
        translates=original.path,
        translates_from=original.front_matter.language if original.front_matter else None,
        emptied=[*record.emptied, *(it for it in original.emptied if it not in own)],
        front_matter=stated.model_copy(update=facts),
        levels=[_level(it, levels.get(it.id)) for it in record.levels],
        skills=record.skills or original.skills,
        problems=[*record.problems, *differences],
    )


def _taken(
    holder: str,
    own: RoleFacts | OpeningFacts,
    original: RoleFacts | OpeningFacts,
    record: PageRecord,
) -> Facts:
    """Return the facts of a page, with its original's in place of those that it leaves out."""
    names = type(own).model_fields
    if isinstance(original, OpeningFacts) and original.apply:
        # How to apply is words, where to is not.
        address = original.apply.model_copy(update={"instructions": None})
        original = original.model_copy(update={"apply": address})
    kept = {it for it in names if f"{holder}.{it}" in record.field_lines} | NOT_TAKEN
    return original.model_copy(update={it: getattr(own, it) for it in kept & names.keys()})


def _level(own: Level, original: Level | None) -> Level:
    if original is None:
        return own
    stated = {**stated_in(own.facts), "title": own.facts.title}
    return replace(
        own,
        years=own.years or original.years,
        beside=own.beside or original.beside,
        adds=own.adds or original.adds,
        facts=original.facts.model_copy(update=stated),
        taken=tuple(it for it in stated_in(original.facts) if it not in stated),
    )


def _differences(record: PageRecord, original: PageRecord) -> Iterator[Problem]:
    """Yield the facts of the front matter that a page states otherwise than its original."""
    for holder in ("role", "opening"):
        own, first = getattr(record, holder), getattr(original, holder)
        for name in type(own).model_fields if own and first else ():
            field = f"{holder}.{name}"
            if field not in record.field_lines or name in IN_WORDS or name == "role":
                continue
            values = getattr(own, name), getattr(first, name)
            if _apart(*values):
                line = record.field_line(field)
                there = _at(original.path, original.field_line(field))
                is_stated = field in original.field_lines
                here, stated = (_said(type(own), name, value) for value in values)
                where = there if is_stated else original.path
                message = _message(f"`{field}`", here, stated, where)
                yield Problem(record.path, line, Rule.TRANSLATION_DIFFERS, message)


def _of_levels(record: PageRecord, original: PageRecord) -> Iterator[Problem]:
    """Yield the levels that a page's original does not have, and their facts that differ."""
    known = {level.id: level for level in original.levels}
    for level in record.levels:
        line, first = record.anchors[level.anchor], known.get(level.id)
        if first is None:
            none = gettext("It has no levels: add it there, or delete it here")
            message = gettext("{path} has no level {id}", path=original.path, id=quoted(level.id))
            message += instead(level.id, known, gettext("It has"), none)
            message += gettext(": give it that `:id:`") if known else ""
            yield Problem(record.path, line, Rule.TRANSLATION_DIFFERS, message)
            continue
        there = _at(original.path, original.anchors[first.anchor])
        pairs: dict[str, tuple[Any, Any]] = {
            name: (value, getattr(first.facts, name))
            for name, value in stated_in(level.facts).items()
            if name not in IN_WORDS
        }
        if level.years:
            pairs["years"] = level.years, first.years
        for name, values in pairs.items():
            if _apart(*values):
                here, stated = (_said(type(level.facts), name, value) for value in values)
                message = _message(
                    gettext("`{name}` of level `{id}`", name=name, id=level.id), here, stated, there
                )
                yield Problem(record.path, line, Rule.TRANSLATION_DIFFERS, message)


def _at(path: str, line: int) -> str:
    return gettext("{path} line {line}", path=path, line=line)


def _message(what: str, here: str, there: str, where: str) -> str:
    return gettext(
        "{what} is {here} here and {there} in {where}: delete it here, or write the same",
        what=what,
        here=here,
        there=there,
        where=where,
    )


def _said(model: type[Facts], name: str, value: Any) -> str:
    """Return a value for a message: in words where its entry has some."""
    entry = facts_of(model).get(name)
    if isinstance(value, tuple) and all(isinstance(it, str) for it in value):
        value = ", ".join(value)
        entry = None
    said = (
        entry.said(value, message_lexicon())
        if entry
        else ""
        if value in (None, (), "")
        else str(value)
    )
    return quoted(said) if said else gettext("not stated")


def _apart(own: Any, first: Any) -> bool:
    """Tell whether two values differ in more than their words."""
    return bool(_in_any_language(own) != _in_any_language(first))


def _in_any_language(value: Any) -> Any:
    """Return what of a fact is the same in any language."""
    if isinstance(value, BaseModel):
        words = _WORDS | ({"level"} if isinstance(value, SpokenLanguage) else set())
        return {name: _in_any_language(it) for name, it in value if name not in words}
    return [_in_any_language(it) for it in value] if isinstance(value, tuple) else value
