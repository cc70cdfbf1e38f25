"""A role's facts: the box on its page, and the card that others show of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from hiring.model import words
from hiring.model.audience import Audience
from hiring.model.occupations import occupation_title
from hiring.posting.listings import listings
from hiring.site.views.build import (
    NARROW,
    WIDE,
    bullets,
    fields,
    joined,
    paragraph,
    reference,
    table,
    text,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hiring.model.role import JobRole
    from hiring.site.domain.this_build import ThisBuild

Row = tuple[str, list[nodes.Node]]

STATUS = {
    "draft": "Draft: this role is being written and may still change.",
    "retired": "Retired: this role is no longer hired for.",
}


def fact_box(role: JobRole, build: ThisBuild, docname: str) -> list[nodes.Node]:
    """Return everything that a role's front matter states, as names with values."""
    facts = role.facts
    rows = [*_place(role, docname), *_pay(role), *_asked(role, build), *_kept(role, build)]
    links = (("Works with", facts.works_with), ("Related roles", facts.related))
    found: list[nodes.Node] = []
    if facts.status in STATUS:
        found.append(paragraph(text(STATUS[facts.status]), classes=[f"hiring-{facts.status}"]))
    open_jobs = [
        reference("opening", listed.key, docname, f"{listed.title}, {listed.place}")
        for listed in listings(build.handbook, build.today, role.key)
        if listed.state == "open"
    ]
    if open_jobs:
        rows.append(("Open jobs", joined(open_jobs, "; ")))
    rows += [
        (name, joined(reference("role", key, docname) for key in keys))
        for name, keys in links
        if keys
    ]
    found.append(fields(rows, "hiring-facts"))
    return found


def _said(name: str, value: str | None) -> list[Row]:
    return [(name, [nodes.Text(value)])] if value else []


def _place(role: JobRole, docname: str) -> list[Row]:
    facts = role.facts
    arrangement = words.WORK_ARRANGEMENT[facts.work_arrangement] if facts.work_arrangement else None
    return [
        *_said("Family", facts.family),
        *_said("Also called", ", ".join(facts.aliases)),
        *_said("Reports to", facts.reports_to),
        *_said("Employment", words.sentence(facts.employment_type)),
        *_said("Work arrangement", arrangement),
        *_said("Travel", facts.travel),
    ]


def _pay(role: JobRole) -> list[Row]:
    pay, market = role.facts.pay, role.facts.market_pay
    rows = _said("Pay range", words.pay(pay)) if pay else []
    if market:
        source = market.source or "No source given."
        average: list[nodes.Node] = [nodes.Text(words.market_pay(market)), nodes.Text(". ")]
        rows.append(("Market pay", [*average, text(source, "hiring-source")]))
    return rows


def _asked(role: JobRole, build: ThisBuild) -> list[Row]:
    facts = role.facts
    rows = _said("Education", words.education(facts.education)) if facts.education else []
    if facts.occupation:
        code = facts.occupation.onet_soc
        address = build.config.occupation_url.replace("{code}", code)
        link = nodes.reference("", f"{code} {occupation_title(code)}", refuri=address)
        match = nodes.Text(f" ({words.MATCH[facts.occupation.match]})")
        rows.append(("Occupation", [link, match]))
    return rows


def _kept(role: JobRole, build: ThisBuild) -> list[Row]:
    """Return who keeps the page, and when it was looked through: it is nothing to the public."""
    facts = role.facts
    if build.handbook.audience is Audience.PUBLIC:
        return []
    rows = _said("Page owner", facts.owner)
    if facts.reviewed:
        value: list[nodes.Node] = [nodes.Text(words.day(facts.reviewed))]
        if role.review_due:
            due = words.day(role.review_due)
            overdue = build.is_overdue(role)
            said = f"review overdue since {due}" if overdue else f"next review by {due}"
            mark = text(said, "hiring-overdue") if overdue else nodes.Text(said)
            value += [nodes.Text("; "), mark]
        rows.append(("Reviewed", value))
    return rows


def card(role: JobRole, docname: str) -> list[nodes.Node]:
    """Return a role in short: its title as a link, its summary, its family and pay."""
    facts = role.facts
    last = [facts.family, words.pay(facts.pay) if facts.pay else ""]
    if facts.status != "active":
        last.append(words.sentence(facts.status))
    return [
        paragraph(nodes.strong("", "", reference("role", role.key, docname))),
        paragraph(nodes.Text(facts.summary)),
        paragraph(nodes.Text(" · ".join(part for part in last if part)), classes=["hiring-meta"]),
    ]


def cards(roles: Iterable[JobRole], docname: str) -> nodes.bullet_list:
    """Return roles as a list of cards."""
    return bullets((card(role, docname) for role in roles), "hiring-cards")


def role_table(roles: Iterable[JobRole], docname: str) -> nodes.table:
    """Return roles as a table."""
    columns = {"Role": NARROW, "Summary": WIDE, "Family": NARROW, "Pay range": NARROW}
    rows = [
        [
            [paragraph(reference("role", role.key, docname))],
            [paragraph(nodes.Text(role.facts.summary))],
            [paragraph(nodes.Text(role.facts.family))],
            [paragraph(nodes.Text(words.pay(role.facts.pay)))] if role.facts.pay else [],
        ]
        for role in roles
    ]
    return table(columns, rows, "hiring-roles")
