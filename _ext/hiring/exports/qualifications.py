"""Qualifications one by one, in ``handbook.json``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.model.base import Facts
from hiring.model.role import Priority

if TYPE_CHECKING:
    from hiring.model.skill_steps import Qualification


class QualificationDocument(Facts):
    """A qualification by its id; ``steps`` are those of skills that it asks for, from 1 to 4.

    ``level`` is the id of the level that asks for it, None where the whole role does.
    """

    id: str
    priority: Priority
    level: str | None
    text: str
    skills: tuple[str, ...]
    steps: dict[str, int]


def qualification_document(need: Qualification) -> QualificationDocument:
    """Return a qualification in its published shape."""
    return QualificationDocument(
        id=need.id,
        priority=need.priority,
        level=need.level,
        text=need.words,
        skills=need.skills,
        steps=dict(need.steps),
    )
