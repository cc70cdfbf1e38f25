"""A role's facts: the box on its page, and the card that others show of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from hiring.model import job_words, words
from hiring.model.audience import Audience
from hiring.model.classifications import NamedOccupation
from hiring.model.contact import address_of
from hiring.model.fact_table import facts_of
from hiring.model.occupations import occupation_title
from hiring.model.role_facts import RoleFacts
from hiring.site.nodes.disclosures import group_entries, group_item, group_list, group_title
from hiring.site.nodes.voice import Voice, language_class
from hiring.site.views.build import (
    NARROW,
    WIDE,
    Column,
    bullets,
    fields,
    joined,
    paragraph,
    reference,
    table,
    text,
)
from hiring.site.views.role_head import SHOWN_HERE, role_head

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from hiring.model.fact_shapes import MarketPay, Occupation
    from hiring.model.fact_table import Fact
    from hiring.model.handbook import Handbook
    from hiring.model.role import JobRole
    from hiring.site.domain.this_build import ThisBuild

STATUS = ("draft", "retired")
"""The states of a role that its page and its card tell."""


MORE_FACTS = "hiring-more-facts"
"""The class of what is folded below the head of a role's page."""


def fact_box(role: JobRole, build: ThisBuild, docname: str) -> list[nodes.Node]:
    """Return everything that a role's front matter states, as names with values."""
    found: list[nodes.Node] = []
    voice = build.voice_on(docname)
    said = voice.lexicon
    if role.facts.status in STATUS:
        status = role.facts.status
        notice = [voice.fixed(said.say(f"role_status.{status}"))]
        for blanks in still_blank(role.path, build.handbook):
            notice += [nodes.Text(" "), voice.english(blanks)]
        found.append(paragraph(*notice, classes=[f"hiring-{status}"]))
    managers = _value("reports_to", facts_of(RoleFacts)["reports_to"], role, build, docname)
    found += role_head(role, build, voice, docname, managers)
    rows: list[tuple[int, tuple[str, list[nodes.Node], str]]] = []
    public = build.handbook.audience is Audience.PUBLIC
    for name, fact in facts_of(type(role.facts)).items():
        if fact.page is None or name in SHOWN_HERE or (fact.internal and public):
            continue
        label = fact.label_of(name, getattr(role.facts, name), said)
        spoken = voice.of(fact.label_in(said))
        rows.append((fact.page, (label, _value(name, fact, role, build, docname), spoken)))
    shown = [row for _, row in sorted(rows, key=lambda row: row[0]) if row[1]]
    held = group_entries("", fields(shown, "hiring-facts"))
    more = group_title("", "", voice.fixed(said.say("page.more-facts")))
    return [*found, group_list("", group_item("", more, held), classes=[MORE_FACTS])]


def _value(
    name: str, fact: Fact, role: JobRole, build: ThisBuild, docname: str
) -> list[nodes.Node]:
    """Return what the box says of a fact: nothing where the role does not state it."""
    value = getattr(role.facts, name)
    if value and name in SHOWN:
        return SHOWN[name](value, role, build, docname)
    voice = build.voice_on(docname)
    said = fact.said_among(name, role.facts, voice.lexicon)
    return [voice.fact(said, fact, value, role.language_of(name))] if said else []


def _roles(
    keys: tuple[str, ...], role: JobRole, build: ThisBuild, docname: str
) -> list[nodes.Node]:
    return joined(reference("role", key, docname) for key in keys)


def still_blank(path: str, handbook: Handbook) -> list[str]:
    """Return how many blanks a draft has: not all of them can be seen where they belong."""
    return [handbook.blanks[path]] if path in handbook.blanks else []


def _market_pay(pay: MarketPay, role: JobRole, build: ThisBuild, docname: str) -> list[nodes.Node]:
    voice = build.voice_on(docname)
    source = pay.source or voice.lexicon.say("page.no-source")
    average = voice.fixed(words.market_pay(pay, voice.lexicon))
    return [average, nodes.Text(". "), text(source, "hiring-source")]


def _occupation(
    occupation: Occupation, role: JobRole, build: ThisBuild, docname: str
) -> list[nodes.Node]:
    code, voice = occupation.onet_soc, build.voice_on(docname)
    found: list[nodes.Node] = []
    if code:
        address = build.config.occupation_url.replace("{code}", code)
        link = nodes.reference("", f"{code} {occupation_title(code)}", refuri=address)
        link["classes"] += language_class(voice.of_english)
        match = voice.lexicon.say(f"match.{occupation.match}")
        found += [link, nodes.Text(" "), voice.fixed(f"({match})")]
    for it in occupation.named if isinstance(occupation, NamedOccupation) else ():
        said = nodes.reference("", str(it), refuri=it.url) if it.url else nodes.Text(str(it))
        found += [nodes.Text("; "), said] if found else [said]
    return found


def _owner(owner: str, role: JobRole, build: ThisBuild, docname: str) -> list[nodes.Node]:
    company = build.handbook.company
    address, name = (
        address_of(company.owners.get(owner)),
        company.owner_called(owner, role.language),
    )
    return [nodes.reference("", name, refuri=address) if address else nodes.Text(name)]


def _reviewed(day: date, role: JobRole, build: ThisBuild, docname: str) -> list[nodes.Node]:
    voice = build.voice_on(docname)
    said = voice.lexicon
    value: list[nodes.Node] = [voice.fixed(said.day(day))]
    if role.review_due:
        overdue = build.is_overdue(role)
        name = "page.overdue" if overdue else "page.next-review"
        words_of_it = said.say(name, day=said.day(role.review_due))
        classes = ["hiring-overdue"] if overdue else []
        value += [nodes.Text("; "), voice.inline(words_of_it, said.language, *classes)]
    return value


def _managers(name: str) -> Callable[[Any, JobRole, ThisBuild, str], list[nodes.Node]]:
    def shown(
        titles: tuple[str, ...], role: JobRole, build: ThisBuild, docname: str
    ) -> list[nodes.Node]:
        stated = build.handbook.pages[role.path].front_matter.role
        keys = getattr(stated, name) if stated else ()
        roles = [key for key in keys if key in build.handbook.roles]
        linked = {build.handbook.roles[key].facts.title: key for key in roles}
        voice = build.voice_on(docname)
        last = voice.lexicon.say("and", others="", last="")
        found: list[nodes.Node] = []
        for place, title in enumerate(titles):
            between = last if place == len(titles) - 1 else ", "
            link = title in linked and reference("role", linked[title], docname)
            shown = link or voice.inline(title, role.language_of(name))
            found += [nodes.Text(between)] * bool(place) + [shown]
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


def card(role: JobRole, docname: str, voice: Voice) -> list[nodes.Node]:
    """Return a role in short: its title as a link, its summary, its family and pay."""
    facts = role.facts
    pay = job_words.pay_for_hours(facts.pay, facts, voice.lexicon) if facts.pay else ""
    last = [voice.inline(facts.family, role.language_of("family"))]
    last += [voice.fixed(pay)] if pay else []
    if facts.status != "active":
        last.append(voice.fixed(voice.lexicon.say(f"role_status.{facts.status}-short")))
    return [
        paragraph(nodes.strong("", "", reference("role", role.key, docname))),
        paragraph(voice.inline(facts.summary, role.language_of("summary"))),
        paragraph(*joined(last, " · "), classes=["hiring-meta"]),
    ]


def cards(roles: Iterable[JobRole], docname: str, voice: Voice) -> nodes.bullet_list:
    """Return roles as a list of cards."""
    return bullets((card(role, docname, voice) for role in roles), "hiring-cards")


def role_table(
    roles: Iterable[JobRole], docname: str, voice: Voice, *, with_family: bool = True
) -> nodes.table:
    """Return roles as a table, ``with_family`` where that is not said above."""
    said = voice.lexicon
    heads = {
        said.say("page.role"): NARROW,
        said.label("summary", "Summary"): WIDE,
        **({said.say("page.family"): NARROW} if with_family else {}),
        said.label("pay", "Pay", "short"): NARROW,
    }
    columns = [Column(*head, voice.of_words) for head in heads.items()]

    def family(role: JobRole) -> list[list[nodes.Node]]:
        return (
            [[paragraph(voice.inline(role.facts.family, role.language_of("family")))]]
            if with_family
            else []
        )

    rows: list[list[list[nodes.Node]]] = [
        [
            [paragraph(reference("role", role.key, docname))],
            [paragraph(voice.inline(role.facts.summary, role.language_of("summary")))],
            *family(role),
            [paragraph(voice.fixed(job_words.pay_for_hours(role.facts.pay, role.facts, said)))]
            if role.facts.pay
            else [],
        ]
        for role in roles
    ]
    return table(columns, rows, "hiring-roles")
