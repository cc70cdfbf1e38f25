"""A role's facts: the box on its page, and the card that others show of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from hiring.model import job_words, words
from hiring.model.audience import Audience
from hiring.model.contact import address_of
from hiring.model.fact_table import facts_of
from hiring.model.occupations import occupation_title
from hiring.model.role_facts import RoleFacts
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
    from collections.abc import Callable, Iterable
    from datetime import date

    from hiring.model.fact_shapes import MarketPay, Occupation
    from hiring.model.fact_table import Fact
    from hiring.model.handbook import Handbook
    from hiring.model.role import JobRole
    from hiring.site.domain.this_build import ThisBuild

STATUS = {
    "draft": "Draft: this role is being written and may still change.",
    "retired": "Retired: this role is no longer hired for.",
}

OPEN_JOBS_AT = 140
"""The place of the open jobs among the facts."""


def fact_box(role: JobRole, build: ThisBuild, docname: str) -> list[nodes.Node]:
    """Return everything that a role's front matter states, as names with values."""
    found: list[nodes.Node] = []
    if role.facts.status in STATUS:
        status = role.facts.status
        said = " ".join([STATUS[status], *still_blank(role.path, build.handbook)])
        found.append(paragraph(text(said), classes=[f"hiring-{status}"]))
    rows = [(OPEN_JOBS_AT, "Open jobs", _open_jobs(role, build, docname))]
    public = build.handbook.audience is Audience.PUBLIC
    for name, fact in facts_of(RoleFacts).items():
        if fact.page is not None and not (fact.internal and public):
            rows.append((fact.page, fact.label, _value(name, fact, role, build, docname)))
    shown = [(label, value) for _, label, value in sorted(rows, key=lambda row: row[0]) if value]
    return [*found, fields(shown, "hiring-facts")]


def _value(
    name: str, fact: Fact, role: JobRole, build: ThisBuild, docname: str
) -> list[nodes.Node]:
    """Return what the box says of a fact: nothing where the role does not state it."""
    value = getattr(role.facts, name)
    if value and name in SHOWN:
        return SHOWN[name](value, role, build, docname)
    said = fact.said_among(name, role.facts)
    return [nodes.Text(said)] if said else []


def _open_jobs(role: JobRole, build: ThisBuild, docname: str) -> list[nodes.Node]:
    found = [
        reference("opening", listed.key, docname, f"{listed.title}, {listed.place}")
        for listed in listings(build.handbook, build.today, role.key)
        if listed.state == "open"
    ]
    return joined(found, "; ")


def _roles(
    keys: tuple[str, ...], role: JobRole, build: ThisBuild, docname: str
) -> list[nodes.Node]:
    return joined(reference("role", key, docname) for key in keys)


def still_blank(path: str, handbook: Handbook) -> list[str]:
    """Return how many blanks a draft has: not all of them can be seen where they belong."""
    return [handbook.blanks[path]] if path in handbook.blanks else []


def _market_pay(pay: MarketPay, role: JobRole, build: ThisBuild, docname: str) -> list[nodes.Node]:
    source = pay.source or "No source given."
    return [nodes.Text(words.market_pay(pay)), nodes.Text(". "), text(source, "hiring-source")]


def _occupation(
    occupation: Occupation, role: JobRole, build: ThisBuild, docname: str
) -> list[nodes.Node]:
    code = occupation.onet_soc
    address = build.config.occupation_url.replace("{code}", code)
    link = nodes.reference("", f"{code} {occupation_title(code)}", refuri=address)
    return [link, nodes.Text(f" ({words.MATCH[occupation.match]})")]


def _owner(owner: str, role: JobRole, build: ThisBuild, docname: str) -> list[nodes.Node]:
    address = address_of(build.handbook.company.owners.get(owner))
    return [nodes.reference("", owner, refuri=address) if address else nodes.Text(owner)]


def _reviewed(day: date, role: JobRole, build: ThisBuild, docname: str) -> list[nodes.Node]:
    value: list[nodes.Node] = [nodes.Text(words.day(day))]
    if role.review_due:
        due = words.day(role.review_due)
        overdue = build.is_overdue(role)
        said = f"review overdue since {due}" if overdue else f"next review by {due}"
        mark = text(said, "hiring-overdue") if overdue else nodes.Text(said)
        value += [nodes.Text("; "), mark]
    return value


def _managers(name: str) -> Callable[[Any, JobRole, ThisBuild, str], list[nodes.Node]]:
    def shown(
        titles: tuple[str, ...], role: JobRole, build: ThisBuild, docname: str
    ) -> list[nodes.Node]:
        stated = build.handbook.pages[role.path].front_matter.role
        keys = getattr(stated, name) if stated else ()
        roles = [key for key in keys if key in build.handbook.roles]
        linked = {build.handbook.roles[key].facts.title: key for key in roles}
        found: list[nodes.Node] = []
        for place, title in enumerate(titles):
            between = "" if not place else " and " if place == len(titles) - 1 else ", "
            link = title in linked and reference("role", linked[title], docname)
            found += [nodes.Text(between)] * bool(place) + [link or nodes.Text(title)]
        return found

    return shown


SHOWN: dict[str, Callable[[Any, JobRole, ThisBuild, str], list[nodes.Node]]] = {
    "market_pay": _market_pay,
    "occupation": _occupation,
    "matrix_to": _managers("matrix_to"),
    "owner": _owner,
    "reports_to": _managers("reports_to"),
    "reviewed": _reviewed,
    "works_with": _roles,
    "related": _roles,
}
"""The facts that are more than words: with links, or with marks. All others are their words."""


def card(role: JobRole, docname: str) -> list[nodes.Node]:
    """Return a role in short: its title as a link, its summary, its family and pay."""
    facts = role.facts
    last = [facts.family, job_words.pay_for_hours(facts.pay, facts) if facts.pay else ""]
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


def role_table(roles: Iterable[JobRole], docname: str, *, with_family: bool = True) -> nodes.table:
    """Return roles as a table, ``with_family`` where that is not said above."""
    family = {"Family": NARROW} if with_family else {}
    columns = {"Role": NARROW, "Summary": WIDE, **family, "Pay range": NARROW}
    rows = [
        [
            [paragraph(reference("role", role.key, docname))],
            [paragraph(nodes.Text(role.facts.summary))],
            *([[paragraph(nodes.Text(role.facts.family))]] if with_family else []),
            [paragraph(nodes.Text(job_words.pay_for_hours(role.facts.pay, role.facts)))]
            if role.facts.pay
            else [],
        ]
        for role in roles
    ]
    return table(columns, rows, "hiring-roles")
