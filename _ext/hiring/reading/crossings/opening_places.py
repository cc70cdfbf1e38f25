"""Where the work of an opening is: whether what it states of that goes together (J8, J10, J11)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.model.messages import gettext

if TYPE_CHECKING:
    from hiring.model.facts import OpeningFacts
    from hiring.model.role import JobRole


def place_fault(facts: OpeningFacts, role: JobRole | None) -> tuple[str, str] | None:
    """Return the field that is wrong, and what to do; None where all goes together.

    A job has places of work, or areas that people may live in who work wholly from home, or both,
    between which they choose.
    """
    stated, by_choice = facts.work_arrangement, bool(facts.locations and facts.remote)
    if facts.office_or_remote is not None and facts.office_or_remote != by_choice:
        message = (
            gettext(
                "`office_or_remote: true` goes with both `locations` and `remote`: write `true`, "
                "or delete the line"
            )
            if by_choice
            else gettext(
                "`office_or_remote: true` goes with both `locations` and `remote`: add what is "
                "missing, or delete the line"
            )
        )
        return "office_or_remote", message
    if by_choice and stated == "remote":
        message = gettext(
            "`work_arrangement: remote` is wholly remote, and there are `locations`: delete one "
            "(J10)"
        )
        return "work_arrangement", message
    if facts.remote and not by_choice and stated in ("on-site", "hybrid"):
        return "remote", gettext(
            "`remote` is for wholly remote jobs, and this one is `{stated}` (J10)", stated=stated
        )
    if not facts.remote and stated == "remote":
        message = gettext("a remote job wants `remote: [US]`, where people may live (J11)")
        return "work_arrangement", message
    if not (facts.locations or facts.remote or facts.status == "draft"):
        return "locations", gettext("no place: add `locations: [...]`, or `remote: [US]` (J8)")
    if facts.locations and not stated and role and role.facts.work_arrangement == "remote":
        message = gettext("the role is remote: add `work_arrangement: hybrid` or `on-site` (J10)")
        return "locations", message
    return None
