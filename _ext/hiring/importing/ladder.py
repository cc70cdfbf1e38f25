"""Descriptions of one ladder as one role: what all say is the role's, the rest a level's."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hiring.importing.blocks import DraftItem
from hiring.importing.durations import experience_in, years_in
from hiring.importing.headings import folded
from hiring.importing.levels import MAX_LEVELS
from hiring.importing.lines import YEARS, Unreadable
from hiring.importing.page import DraftLevel
from hiring.importing.placed import LEVEL, NOT_PLACED, Description, Placed
from hiring.importing.values import pay_option, says, text_option
from hiring.model.messages import gettext
from hiring.model.problem import quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hiring.importing.written import Source

_WORK = ("responsibilities", "duties")
_ASKED = "qualifications "


@dataclass(frozen=True)
class Ladder:
    """A role, and its levels; ``adds_all`` where each of these states all that somebody does."""

    role: Description
    levels: tuple[DraftLevel, ...]
    adds_all: bool


def merged(found: Sequence[Description], title: str = "") -> Ladder:
    """Return the ladder that descriptions make, given from the lowest level up.

    Without a title for the role, it is the words that all their titles share.
    """
    if not 1 < len(found) <= MAX_LEVELS:
        message = gettext("a ladder is made of 2 to {most} files, a level each", most=MAX_LEVELS)
        raise Unreadable(message)
    shared = _shared([it.title for it in found])
    called = title or shared[:1].upper() + shared[1:]
    if not called:
        titles = ", ".join(quoted(it.title) for it in found)
        message = gettext("{titles} share no words: say the role's title, as --title 'Nurse'")
        raise Unreadable(message.format(titles=titles))
    builds_on = any(says(it.text, "adds") for each in found for it in each.placed)
    common = _in_all(found)
    levels = tuple(_level(each, called, common) for each in found)
    return Ladder(_role(found, called, common), levels, adds_all=not builds_on)


def parted(found: Description) -> Ladder | None:
    """Return the ladder that one description holds; None where its levels are none after all.

    What stands under a level and is no part of one, as a benefit, is the role's, and in doubt.
    """
    count = max((it.level for it in found.placed), default=0)
    at = {it.source: it.level for it in found.placed}
    each = []
    for number in range(1, count + 1):
        placed = [it for it in found.placed if it.level == number]
        facts = [(source, fact) for source, fact in found.facts if at.get(source) == number]
        each.append(Description(placed[0].text, found.language, facts, placed))
    try:
        levels = tuple(
            replace(_level(it, found.title, frozenset()), headings=(it.placed[0].source,))
            for it in each
        )
    except Unreadable:
        return None
    stated = {source for level in levels for _, of in level.options.values() for source in of}
    role = replace(
        found,
        placed=[_beside_levels(it, each) if it.level else it for it in found.placed],
        facts=[(source, fact) for source, fact in found.facts if source not in stated],
        has_levels=True,
    )
    builds_on = any(says(it.text, "adds") for it in found.placed if it.level)
    return Ladder(role, levels, adds_all=not builds_on)


def _beside_levels(it: Placed, levels: Sequence[Description]) -> Placed:
    """Return a line under a level as the role has it."""
    if says(it.text, "adds") and _is_work(it):
        return replace(it, place="left ladder")
    if it.place.startswith(("left", "fact", LEVEL)):
        return it
    if it.place in _WORK or it.place.startswith(_ASKED):
        return replace(it, place=LEVEL)
    if it.doubt or it.part.is_heading:
        return it
    level = quoted(levels[it.level - 1].title)
    return replace(it, doubt=gettext("it stands under {level}", level=level))


def _shared(titles: Sequence[str]) -> str:
    """Return the longest run of words that stands in all titles."""
    first = titles[0].split()
    runs = (
        " ".join(first[start:end])
        for length in range(len(first), 0, -1)
        for start in range(len(first) - length + 1)
        for end in [start + length]
    )
    for run in runs:
        inside = f" {folded(run)} "
        if folded(run) and all(inside in f" {folded(title)} " for title in titles):
            return run.strip(" ,;–—-")
    return ""


def _is_work(placed: Placed) -> bool:
    return placed.place in _WORK and not placed.part.is_heading


def _is_asked(placed: Placed) -> bool:
    return placed.place.startswith(_ASKED) and not placed.part.is_heading


def _key(placed: Placed) -> tuple[str, str]:
    return "work" if _is_work(placed) else placed.place, folded(placed.text)


def _in_all(found: Sequence[Description]) -> frozenset[tuple[str, str]]:
    """Return what each description says of the work and of what is asked."""
    said = [{_key(it) for it in each.placed if _is_work(it) or _is_asked(it)} for each in found]
    return frozenset.intersection(*map(frozenset, said))


def _level(described: Description, role: str, common: frozenset[tuple[str, str]]) -> DraftLevel:
    own = [
        it for it in described.placed if (_is_work(it) or _is_asked(it)) and _key(it) not in common
    ]
    work = tuple(_item(it) for it in own if _is_work(it) and not says(it.text, "adds"))
    asked = {
        priority: tuple(_item(it) for it in own if it.place == _ASKED + priority)
        for priority in ("must", "should", "nice")
    }
    if not work:
        raise Unreadable(
            gettext(
                "{title} says nothing of the work that the other levels don't: "
                "a level says what it adds",
                title=quoted(described.title),
            )
        )
    return DraftLevel(
        _name(described.title, role),
        _options(described),
        work,
        {name: it for name, it in asked.items() if it},
    )


def _item(placed: Placed) -> DraftItem:
    return DraftItem("entry", placed.text.rstrip(";"), (placed.source,))


def _name(title: str, role: str) -> str:
    """Return what is left of a level's title without the role's: ``Senior``; else all of it."""
    rest = re.sub(re.escape(role), " ", title, flags=re.IGNORECASE)
    rest = " ".join(rest.split()).strip(" ,;–—-()")
    return rest if rest and len(rest.split()) < 4 else title


def _options(described: Description) -> dict[str, tuple[str, tuple[Source, ...]]]:
    """Return what a level states of its years, pay and grade, and the lines that say it."""
    options: dict[str, tuple[str, tuple[Source, ...]]] = {}
    musts = (it.text for it in described.placed if it.place == "qualifications must")
    years = experience_in(musts)
    if years:
        options["years"] = years, ()
    for placed in described.placed:
        if placed.part.to == YEARS:
            typical = years_in(placed.text) or years_in(f"{_numbers(placed.text)} years")
            options |= {"years": (typical, (placed.source,))} if typical else {}
    for source, fact in described.facts:
        if fact.name in _OF_LEVELS and fact.name not in options and fact.value:
            options[fact.name] = _OF_LEVELS[fact.name](fact.value), (source,)
    return options


def _numbers(text: str) -> str:
    """Return the numbers of years that are stated without that word, or in the singular."""
    found = re.search(r"\d{1,2}(?:\s?[-–—]\s?\d{1,2}|\s?\+)?", text)
    return found[0] if found else ""


_OF_LEVELS: dict[str, Callable[[str], str]] = {
    "pay": pay_option,
    "grade": text_option,
    "schedule": text_option,
}
"""The facts that a level states, and how its option writes what front matter has."""


def _role(
    found: Sequence[Description], title: str, common: frozenset[tuple[str, str]]
) -> Description:
    """Return what is the role's: of what several descriptions say alike, the first."""
    first = found[0]
    role = Description(title=title, language=first.language, has_levels=True)
    seen: dict[tuple[str, str], Placed] = {}
    for each in found:
        for it in each.placed:
            role.placed.append(_of_role(it, common, seen, is_first=each is first))
    stated: set[tuple[str, str]] = set()
    for each in found:
        for source, fact in each.facts:
            is_of_level = fact.name in _OF_LEVELS and fact.value
            if not is_of_level and (fact.name, fact.value) not in stated:
                stated.add((fact.name, fact.value))
                role.facts.append((source, fact))
    return role


def _of_role(
    it: Placed,
    common: frozenset[tuple[str, str]],
    seen: dict[tuple[str, str], Placed],
    *,
    is_first: bool,
) -> Placed:
    """Return a line as the role has it: once, and not where a level says it."""
    key = (it.place, folded(it.text))
    if says(it.text, "adds"):
        return Placed(it.part, "left ladder", file=it.file)
    is_of_level = it.place in _WORK or it.place.startswith(_ASKED)
    if is_of_level and not is_first and it.part.is_heading:
        return Placed(it.part, LEVEL, file=it.file)
    if (_is_work(it) or _is_asked(it)) and _key(it) not in common:
        return Placed(it.part, LEVEL, file=it.file)
    if it.place.startswith(("left", "fact", "title")):
        return it
    if key in seen and not it.part.is_heading:
        return Placed(it.part, "left twice", file=it.file)
    seen.setdefault(key, it)
    if it.place == "job-brief" and not is_first and not it.part.is_heading:
        return Placed(
            it.part, NOT_PLACED, gettext("the brief of another level: the page has one"), it.file
        )
    return it
