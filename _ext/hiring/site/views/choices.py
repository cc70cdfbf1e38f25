"""A list that readers narrow by choosing: with native controls and the style sheet, no script.

Each entry has a class for each choice that it belongs to, ``hiring-choice-a1`` for the first of the
first group; the sheet hides what does not have the class of a choice that is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes

from hiring.site.nodes.nodes import list_choices

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hiring.site.nodes.voice import Voice

MOST_CHOICES = 12
"""How many choices a group has; the style sheet has a rule for each."""
LETTERS = "abc"
"""A letter for each group."""


class FilterChoice(NamedTuple):
    """What entries may have, and its language where that is not the page's."""

    words: str
    language: str = ""


class Narrowed:
    """The groups by which a list is narrowed, each with the choices that its entries have."""

    def __init__(self, groups: Sequence[tuple[str, Iterable[Iterable[FilterChoice]]]]) -> None:
        """Take of each group its name and, an item an entry, the choices that the entry has."""
        self.classes: dict[int, list[str]] = {}
        self.groups: list[tuple[str, tuple[tuple[str, FilterChoice], ...]]] = []
        for name, entries in groups:
            held = [tuple(it) for it in entries]
            choices = list(dict.fromkeys(choice for entry in held for choice in entry))
            if len(choices) < 2:
                continue
            letter = LETTERS[len(self.groups)]
            marks = {it: f"{letter}{at}" for at, it in enumerate(choices[:MOST_CHOICES], 1)}
            self.groups.append((name, tuple((mark, it) for it, mark in marks.items())))
            for at, entry in enumerate(held):
                found = [f"hiring-choice-{marks[it]}" for it in entry if it in marks]
                self.classes.setdefault(at, []).extend(found)

    def shown(
        self, listed: nodes.Element, entries: Sequence[nodes.Element], number: int, voice: Voice
    ) -> nodes.Element:
        """Return a list with the controls above it; ``number`` tells it from others of the page."""
        if not self.groups:
            return listed
        for at, entry in enumerate(entries):
            entry["classes"] += ["hiring-entry", *self.classes.get(at, ())]
        controls = list_choices(
            groups=tuple(self.groups),
            number=number,
            all=voice.lexicon.say("page.all"),
            language=voice.of_words,
        )
        return nodes.container("", controls, listed, classes=["hiring-narrowed"])
