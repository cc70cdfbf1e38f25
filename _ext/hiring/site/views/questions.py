"""The questions of several roles, which readers narrow by role and by what they are about."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from docutils import nodes

from hiring.model import words
from hiring.site.nodes.disclosures import question_item, question_list
from hiring.site.views.choices import FilterChoice, Narrowed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hiring.model.role import JobRole, Question
    from hiring.site.nodes.voice import Voice

FEW = 12
"""How many questions readers look through without narrowing them."""
SHARED = 3
"""How many roles answer a question of one id where it is a theme."""


def narrowed_questions(
    shown: Sequence[nodes.Node],
    asked: Sequence[tuple[JobRole, Question]],
    number: int,
    voice: Voice,
) -> list[nodes.Node]:
    """Return lists of questions, each below the title of its role, with what narrows them.

    ``asked`` are the questions in the order that the lists have; ``number`` tells them from other
    lists of the page.
    """
    counts = Counter(entry.id for _, entry in asked)
    themes = {name for name, count in counts.items() if count >= SHARED}
    held = nodes.container("", *shown)
    entries: list[nodes.Element] = []
    roles: list[list[FilterChoice]] = []
    about: list[list[FilterChoice]] = []

    def note(entry: nodes.Element, role: JobRole, names: Sequence[str]) -> None:
        entries.append(entry)
        roles.append([FilterChoice(role.facts.title, voice.of(role.language))])
        about.append([FilterChoice(words.sentence(name.replace("-", " "))) for name in names])

    left = iter(asked)
    title: nodes.Element | None = None
    for node in held.children:
        if not isinstance(node, question_list):
            title = node if isinstance(node, nodes.Element) else None
            continue
        items = [it for it in node.children if isinstance(it, question_item)]
        answered = [next(left) for _ in items]
        for item, (role, entry) in zip(items, answered, strict=True):
            note(item, role, [entry.id] if entry.id in themes else [])
        if title is not None:
            ids = dict.fromkeys(entry.id for _, entry in answered if entry.id in themes)
            note(title, answered[0][0], list(ids))
    said = voice.lexicon
    groups = [(said.say("page.role"), roles), (said.say("page.about"), about)]
    return [Narrowed(groups).shown(held, entries, number, voice)]
