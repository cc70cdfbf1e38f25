"""What one page says of another: every key, cross-reference and link leads somewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hiring.model.job_facts import MANAGERS
from hiring.model.ladder import pay_misfits, pay_overlaps, year_misfits
from hiring.model.messages import gettext
from hiring.model.occupations import occupation_title
from hiring.model.paths import COMPANY, of_company
from hiring.model.problem import instead, nearest, quoted
from hiring.model.rules import Rule
from hiring.model.values import A_KEY
from hiring.reading.crossings.addresses import check_reference
from hiring.reading.crossings.interviews import check_interviews
from hiring.reading.crossings.links import Known, Links
from hiring.reading.crossings.openings import check_opening
from hiring.reading.crossings.shown import ALL, check_shown, keys_in

if TYPE_CHECKING:
    from hiring.model.fact_shapes import Occupation
    from hiring.model.job_facts import JobFacts
    from hiring.model.report import Report
    from hiring.reading.pages.record import PageRecord

__all__ = ["ALL", "Known", "check_crossings", "keys_in"]


def check_crossings(record: PageRecord, known: Known, report: Report) -> None:
    """Check everything on a page that names something elsewhere."""
    links = Links(record.path, known, report)
    _check_facts(record, links, report)
    _check_levels(record, report)
    check_opening(record, links, report)
    check_interviews(record, links)
    for reference in record.references:
        check_reference(links, reference)
    for shown in record.shown:
        check_shown(shown, record, links)


def _check_facts(record: PageRecord, links: Links, report: Report) -> None:
    for holder, facts in (("role", record.role), ("opening", record.opening)):
        if facts is not None:
            _check_managers(holder, facts, record, links)
            _check_places_of_pay(holder, facts, record, links)
    role = record.role
    if role is None:
        return
    for name, keys in (("works_with", role.works_with), ("related", role.related)):
        for place, key in enumerate(keys if record.states(f"role.{name}") else ()):
            # A list of facts leaves out what is hidden, and nobody reads less for it.
            if key not in links.known.above.roles:
                links.leads(
                    "role", key, record.field_line(f"role.{name}.{place}"), f"`role.{name}`"
                )
    occupation = role.occupation if record.states("role.occupation") else None
    if occupation:
        _check_codes(occupation, record, links, report)
    code = occupation.onet_soc if occupation else None
    if code and occupation_title(code) is None:
        message = gettext(
            "`role.occupation.onet_soc`: O*NET has no occupation `{code}`: look the role up at "
            "https://www.onetonline.org",
            code=code,
        )
        report.error(record.field_line("role.occupation.onet_soc"), Rule.BAD_VALUE, message)


def _check_codes(occupation: Occupation, record: PageRecord, links: Links, report: Report) -> None:
    """Report codes of classifications that company.yaml does not have."""
    known = links.handbook.company.classifications
    for key, code in occupation.codes.items() if COMPANY not in links.known.unread else ():
        name = f"role.occupation.codes.{key}"
        if key not in known:
            message = gettext(
                "`{name}`: there is no classification {key}", name=name, key=quoted(key)
            )
            message += of_company(key, known, "classifications")
        elif known[key].codes and code not in known[key].codes:
            message = gettext(
                "`{name}`: {classification} has no code {code} here",
                name=name,
                classification=known[key].name,
                code=quoted(code),
            )
            message += instead(code, known[key].codes, gettext("Codes"))
        else:
            continue
        report.error(record.field_line(name), Rule.BAD_VALUE, message)


def _check_managers(holder: str, facts: JobFacts, record: PageRecord, links: Links) -> None:
    """Report what is nearly the key of a role: anything else is a manager's title."""
    roles = links.known.above.roles
    for name in MANAGERS:
        own = getattr(facts, name) if record.states(f"{holder}.{name}") else ()
        for place, key in enumerate(own):
            if key not in roles and re.fullmatch(A_KEY, key) and nearest(key, roles):
                field = f"{holder}.{name}"
                line = record.field_lines.get(f"{field}.{place}", record.field_line(field))
                links.leads("role", key, line, f"`{field}`")


def _check_places_of_pay(holder: str, facts: JobFacts, record: PageRecord, links: Links) -> None:
    """Report what is nearly the key of a location: a range of pay is for anything else, too."""
    known = links.handbook.company.locations
    is_own = facts.pay and record.states(f"{holder}.pay")
    for place, stated in enumerate(facts.pay.ranges if facts.pay and is_own else ()):
        for name in stated.whom:
            if name not in known and re.fullmatch(A_KEY, name) and nearest(name, known):
                message = gettext(
                    "{what}: there is no location {name}",
                    what=f"`{holder}.pay.for`",
                    name=quoted(name),
                )
                line = record.field_line(f"{holder}.pay.{place}")
                hint = of_company(name, known, "locations")
                links.report.error(line, Rule.UNKNOWN_LOCATION, message + hint)


def _check_levels(record: PageRecord, report: Report) -> None:
    """Warn of levels that do not fit together: each may be meant.

    Those of a translation do as its original's do.
    """
    if record.translates:
        return
    pay = record.role.pay if record.role else None
    for level, finding in year_misfits(record.levels):
        report.warning(record.anchors[level.anchor], Rule.LEVEL_YEARS, finding)
    for level, finding in pay_misfits(record.levels, pay):
        report.warning(record.anchors[level.anchor], Rule.LEVEL_PAY, finding)
    for level, finding in pay_overlaps(record.levels):
        report.note(record.anchors[level.anchor], Rule.LEVEL_PAY, finding)
