"""Fresh? Whether the lines of those who answer to somebody end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.checks.rule import Hit, check
from hiring.checks.subjects import HandbookSubject
from hiring.model.managers import answering, circles
from hiring.model.messages import gettext
from hiring.model.problem import Severity, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator


@check(Severity.WARNING, HandbookSubject)
def managers_in_circle(whole: HandbookSubject) -> Iterator[Hit]:
    """Roles answer to one another in a circle, so that nobody leads them.

    Why: Readers do not learn who decides, and the chart of managers draws a line that leads back.
    """
    roles = whole.handbook.originals
    lines = {key: it.managers for key, it in answering(roles.values()).items()}
    for circle in circles(lines):
        first, *others = (quoted(roles[key].facts.title) for key in circle)
        message = gettext(
            "{circle}: name the manager who is missing in `reports_to`",
            circle=_round(first, others),
        )
        path = roles[circle[0]].path
        yield Hit(line=whole.line("role.reports_to", path), message=message, path=path)


def _round(first: str, others: list[str]) -> str:
    if not others:
        return gettext("{role} answers to itself", role=first)
    manager, *more = (*others, first)
    start = gettext("{role} answers to {manager}", role=first, manager=manager)
    return start + "".join(gettext(", which answers to {manager}", manager=it) for it in more)
