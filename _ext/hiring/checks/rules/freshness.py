"""Fresh? Whether every role has somebody who keeps its page, and a day of review."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from hiring.checks.language.names import written_alike
from hiring.checks.rule import Hit, check
from hiring.checks.subjects import HandbookSubject, RoleSubject
from hiring.model.lexicon import message_lexicon
from hiring.model.messages import gettext
from hiring.model.problem import Severity, instead, quoted
from hiring.model.reviews import review_state

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from hiring.model.role import JobRole

_NOBODY = re.compile(
    r"(?:\W*|n/?a|none|nobody|no one|no owner|unknown|unassigned|tb[adc]|to be \w+|owner|vacant"
    r"|to ?do|x+|someone|somebody|anyone|everyone|everybody|all)\.?",
    re.IGNORECASE,
)


@check(Severity.WARNING, RoleSubject)
def owner_unnamed(role: RoleSubject) -> Iterator[Hit]:
    """A role's owner is a stand-in, as `TBD` or `nobody`.

    Why: A page that nobody keeps is wrong within a year, and nobody is asked about it.
    """
    owner = role.role.facts.owner
    if _NOBODY.fullmatch(owner.strip()):
        message = gettext(
            "the owner is {owner}: name the team that keeps the page true", owner=quoted(owner)
        )
        yield Hit(line=role.line("role.owner"), message=message)


@check(Severity.WARNING, HandbookSubject)
def owner_alike(handbook: HandbookSubject) -> Iterator[Hit]:
    """A role's owner is written nearly as that of other roles, and not the same.

    Why: Lists and calendars by owner miss the page, and its reviews are forgotten.
    """
    roles = handbook.handbook.originals.values()
    meant = _meant(roles)
    for role in roles:
        if other := meant.get(role.facts.owner):
            message = gettext(
                "the owner is {owner}, and {other} on other pages: write both the same",
                owner=quoted(role.facts.owner),
                other=quoted(other),
            )
            yield Hit(line=handbook.line("role.owner", role.path), message=message, path=role.path)


@check(Severity.WARNING, HandbookSubject)
def owner_unlisted(handbook: HandbookSubject) -> Iterator[Hit]:
    """A role's owner is not among the `owners` of company.yaml, where that lists some.

    Why: Who finds something wrong on the page is not told how to reach anybody.
    """
    listed, roles = handbook.handbook.company.owners, handbook.handbook.originals.values()
    told = _meant(roles) if listed else {}
    for role in roles:
        owner = role.facts.owner
        is_told = owner in told or _NOBODY.fullmatch(owner.strip())
        if listed and owner not in listed and not is_told:
            message = gettext(
                "the owner {owner} is not in `owners` of company.yaml", owner=quoted(owner)
            )
            message = f"{message}{instead(owner, listed, gettext('Owners'))}"
            yield Hit(line=handbook.line("role.owner", role.path), message=message, path=role.path)


def _meant(roles: Iterable[JobRole]) -> dict[str, str]:
    """Return the owners that are written nearly as a commoner one, with that."""
    return written_alike(Counter(role.facts.owner for role in roles))


@check(Severity.WARNING, RoleSubject)
def review_overdue(role: RoleSubject) -> Iterator[Hit]:
    """The review of a role's page is overdue.

    Why: Duties, pay and tools change; readers take an old page for today's.
    """
    if _state(role) == "overdue":
        message = gettext(
            "the review was due on {day}: look the page through, then write the day into "
            "`reviewed`",
            day=_due(role.role),
        )
        yield Hit(line=role.line("role.reviewed"), message=message)


@check(Severity.NOTE, RoleSubject)
def review_soon(role: RoleSubject) -> Iterator[Hit]:
    """The review of a role's page is due within the days of `checks.limits.review_days`.

    Why: Whoever keeps the page can still choose a day.
    """
    if _state(role) == "soon":
        message = gettext(
            "the review is due on {day}: plan it with {owner}",
            day=_due(role.role),
            owner=role.role.facts.owner,
        )
        yield Hit(line=role.line("role.reviewed"), message=message)


@check(Severity.WARNING, RoleSubject)
def review_ahead(role: RoleSubject) -> Iterator[Hit]:
    """A role's page was reviewed on a day that is still to come.

    Why: The next review moves out with it, and the page says what is not true.
    """
    reviewed = role.role.facts.reviewed
    if reviewed and reviewed > role.today:
        message = gettext(
            "`reviewed` is {day}, which is still to come: write the day on which somebody looked "
            "the page through",
            day=_day(reviewed),
        )
        yield Hit(line=role.line("role.reviewed"), message=message)


@check(Severity.WARNING, HandbookSubject)
def change_ahead(whole: HandbookSubject) -> Iterator[Hit]:
    """A change of a page is dated on a day that is still to come.

    Why: The page says what is not true yet, and feed readers keep the entry above all newer ones.
    """
    for path, page in whole.handbook.pages.items():
        for number, change in enumerate(page.front_matter.changes):
            if change.on > whole.today:
                message = gettext(
                    "`on` is {day}, which is still to come: write the day on which the page "
                    "changed",
                    day=_day(change.on),
                )
                line = whole.line(f"changes.{number}.on", path)
                yield Hit(path=path, line=line, message=message)


@check(Severity.WARNING, RoleSubject)
def review_unplanned(role: RoleSubject) -> Iterator[Hit]:
    """A role's page says when it was reviewed and not how often it is to be, or the reverse.

    Why: Only both together make a day, so the page is in no list and no calendar of reviews.
    """
    facts = role.role.facts
    if facts.reviewed and not facts.review_every:
        message = gettext(
            "`reviewed` without `review_every`: add how often, as `review_every: 12 months`"
        )
        yield Hit(line=role.line("role.reviewed"), message=message)
    elif facts.review_every and not facts.reviewed:
        message = gettext("`review_every` without `reviewed`: add the day of the last review")
        yield Hit(line=role.line("role.review_every"), message=message)


def _state(role: RoleSubject) -> str:
    return review_state(role.role, role.today, role.limits.review_days)


def _due(role: JobRole) -> str:
    return _day(role.review_due) if role.review_due else ""


def _day(value: date) -> str:
    return message_lexicon().day(value)
