"""Where the work of an opening is: whether what it states of that goes together (J8, J10, J11)."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
        mend = "write `true`" if by_choice else "add what is missing"
        message = "`office_or_remote: true` goes with both `locations` and `remote`"
        return "office_or_remote", f"{message}: {mend}, or delete the line"
    if by_choice and stated == "remote":
        message = "`work_arrangement: remote` is wholly remote, and there are `locations`"
        return "work_arrangement", f"{message}: delete one (J10)"
    if facts.remote and not by_choice and stated in ("on-site", "hybrid"):
        return "remote", f"`remote` is for wholly remote jobs, and this one is `{stated}` (J10)"
    if not facts.remote and stated == "remote":
        message = "a remote job wants `remote: [US]`, where people may live (J11)"
        return "work_arrangement", message
    if not (facts.locations or facts.remote or facts.status == "draft"):
        return "locations", "no place: add `locations: [...]`, or `remote: [US]` (J8)"
    if facts.locations and not stated and role and role.facts.work_arrangement == "remote":
        message = "the role is remote: add `work_arrangement: hybrid` or `on-site` (J10)"
        return "locations", message
    return None
