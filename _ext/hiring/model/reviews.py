"""When the pages of roles are to be looked through again: who keeps each, and what is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from hiring.model.handbook import Handbook
    from hiring.model.role import JobRole

ReviewState = Literal["overdue", "soon", "fine", "unplanned"]
"""``soon`` is within the days that company.yaml names; ``unplanned`` has no day at all."""


@dataclass(frozen=True, slots=True)
class Review:
    """The next review of a role's page, and how it stands on the day that was asked about."""

    role: JobRole
    state: ReviewState

    @property
    def due(self) -> date | None:
        """The day on which the review is due."""
        return self.role.review_due


def review_state(role: JobRole, today: date, days: int) -> ReviewState:
    """Return how the review of a role's page stands; ``days`` before it is due, it is near."""
    due = role.review_due
    if due is None:
        return "unplanned"
    if due < today:
        return "overdue"
    return "soon" if due <= today + timedelta(days=days) else "fine"


def reviews(handbook: Handbook, today: date) -> tuple[Review, ...]:
    """Return the reviews of all roles but the retired: first what is due first, then by title."""
    days = handbook.company.checks.limits.review_days
    roles = [role for family in handbook.families.values() for role in family]
    roles.sort(key=lambda role: (role.review_due or date.max, role.facts.title, role.key))
    return tuple(Review(role, review_state(role, today, days)) for role in roles)
