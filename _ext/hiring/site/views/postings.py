"""Postings as docutils nodes, and openings in short.

A posting is shown from the same tree as all its other formats, so it says the same. On an opening's
page its sections are sections of the page; elsewhere they have titles, and the page's table of
contents stays the page's own.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import quote

from docutils import nodes
from myst_parser.slugs import github_slugify

from hiring.model import job_words, words
from hiring.posting.compose import TITLES
from hiring.posting.content import Paragraph, Span, Table
from hiring.site.domain.references import OPENINGS_PAGE
from hiring.site.nodes.nodes import generator_link, posting_files
from hiring.site.views.build import (
    WIDE,
    bullets,
    fields,
    joined,
    numbered,
    page_link,
    paragraph,
    reference,
    table,
    text,
    title,
)
from hiring.site.views.readiness import ANCHOR
from hiring.site.views.team import ONLY_TITLE, for_team

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from hiring.model.facts import Company
    from hiring.model.opening import Opening, OpeningState
    from hiring.model.role import JobRole, Level
    from hiring.posting.compose import Posting
    from hiring.posting.content import Content, Section
    from hiring.posting.listings import Listing

STATE = {
    "draft": "Draft: only the hiring team sees this page, and nobody can apply yet.",
    "to-come": "This job will be posted on {posted}. Nobody can apply before that.",
    "held": "This job is not open for applications at the moment.",
    "past": "This job closed on {closes}. Nobody can apply for it any more.",
    "closed": "This job is closed. Nobody can apply for it any more.",
    "filled": "This job is filled. Nobody can apply for it any more.",
}
"""What an opening's page says first, where people can't apply today."""


TO_APPLY = ("closes", "apply")
"""What a posting says of applying, which is left out where nobody can."""


def customise(role: JobRole, level: Level | None) -> list[nodes.Node]:
    """Return the control under a role's template that leads to where it can be changed."""
    return [generator_link(role=role.key, level=level.id if level else "")]


def template(posting: Posting, company: Company) -> list[nodes.Node]:
    """Return a role's posting with its open facts marked, and what each of them wants."""
    terms, chosen = posting.terms, bool(posting.terms.places)
    shown = nodes.container(classes=["hiring-posting"])
    shown += paragraph(nodes.strong(posting.title, posting.title), classes=["hiring-posting-title"])
    for section in posting.sections:
        shown += [title(section.title), *blocks(section.content)]
    # There is no file of a posting at one place.
    kept = [] if chosen else [posting_files(key=posting.key, levelled=terms.level is not None)]
    return [shown, *_still_open(posting, company), *customise(terms.role, terms.level), *kept]


def opening_page(
    posting: Posting,
    opening: Opening,
    state: OpeningState,
    listed: Listing,
    docname: str,
    leads_on: bool,
    *,
    reported: bool,
) -> list[nodes.Node]:
    """Return everything under the title of an opening's page.

    ``leads_on`` tells whether there is a page of openings to lead to, and ``reported`` whether the
    page ends with its report. Where nobody can apply, the page says why, and how to apply is left
    out.
    """
    over = state not in ("open", "draft")
    found: list[nodes.Node] = []
    if state != "open":
        notice = _notice(opening, state, docname, leads_on)
        notice += _why_held() if state == "held" and reported else []
        found.append(notice)
    found.append(_in_short(posting, listed, docname, over=over))
    if state == "open":
        found += _apply(posting)
    found += [_section(section, TO_APPLY if over else ()) for section in posting.sections]
    return [*found, *_still_open(posting, posting.company)]


def _notice(opening: Opening, state: OpeningState, docname: str, leads_on: bool) -> nodes.paragraph:
    days = {"posted": opening.facts.posted, "closes": opening.facts.closes}
    said = STATE[state].format(
        **{name: words.day(day) if day else "" for name, day in days.items()}
    )
    notice = paragraph(
        text(said, "hiring-state-words"), classes=["hiring-state", f"hiring-state-{state}"]
    )
    if leads_on and state not in ("draft", "to-come", "held"):
        notice += [nodes.Text(" "), page_link(OPENINGS_PAGE, "See the open jobs", docname)]
    return notice


def _why_held() -> list[nodes.Node]:
    why = " Its posting is not ready, so no list, no feed and no job board has it. "
    to_mend = nodes.reference("", "See what to mend", refuri=f"#{ANCHOR}", internal=True)
    return [nodes.Text(why), to_mend]


def _in_short(posting: Posting, listed: Listing, docname: str, *, over: bool) -> nodes.field_list:
    """Return the facts that decide whether to read on."""
    terms = posting.terms
    rows: list[tuple[str, Sequence[nodes.Node]]] = [
        (name, [nodes.Text(value)])
        for name, value in (
            ("Location", listed.place),
            ("Work arrangement", listed.arrangement),
            (job_words.name_of_pay(terms.facts.pay) if terms.facts.pay else "", listed.pay),
            ("Employment", words.employment(terms.employment_type)),
            ("Apply by", "" if over else listed.closes),
            ("Family", listed.family),
            ("Industry", posting.company.industry or ""),
        )
        if value
    ]
    about: list[nodes.Node] = [reference("role", terms.role.key, docname)]
    if terms.level:
        target = f"{terms.role.key}/{terms.level.id}"
        about.append(reference("level", target, docname, f"{terms.level.name} level"))
    return fields([*rows, ("Role", joined(about))], "hiring-facts")


def _apply(posting: Posting) -> list[nodes.Node]:
    """Return the control that leads to where people apply."""
    address = posting.terms.apply
    if address is None or posting.terms.opening is None:
        return []
    subject = quote(f"{posting.terms.opening.facts.requisition}: {posting.title}")
    where = address.url or f"mailto:{address.email}?subject={subject}"
    link = nodes.reference("", "Apply for this job", refuri=where, classes=["hiring-apply"])
    return [paragraph(link, classes=["hiring-apply-line"])]


def _section(section: Section, without: Collection[str]) -> nodes.section:
    """Return a section of a posting as a section of the page, with a stable anchor.

    What the opening itself adds has the anchor that its heading would have on any page, unless that
    is one of the posting's own.
    """
    own = github_slugify(section.title) if section.id not in TITLES else section.id
    anchor = own if own and (section.id in TITLES or own not in TITLES) else section.id
    shown = nodes.section(ids=[anchor], names=[], classes=["hiring-posting"])
    shown += nodes.title(section.title, section.title, classes=[ONLY_TITLE] * section.for_team)
    shown += list(blocks(section.content, without))
    return shown


def _still_open(posting: Posting, company: Company) -> list[nodes.Node]:
    """Return the open facts by name, each with what belongs there."""
    open_facts = [company.placeholders[name] for name in posting.placeholders]
    if not open_facts:
        return []
    rows = [
        (fact.label[:1].upper() + fact.label[1:], [nodes.Text(fact.hint)]) for fact in open_facts
    ]
    return [title("To fill in before posting"), fields(rows, "hiring-facts")]


def blocks(
    content: Iterable[Content], without: Collection[str] = (), *, marked: bool = False
) -> Iterator[nodes.Node]:
    """Yield the content of a section, with marks around what is for the hiring team alone.

    ``without`` are ids of entries to leave out; ``marked`` tells that a mark is around it already.
    """
    for to_mark, parts in groupby(content, lambda part: part.for_team and not marked):
        if to_mark:
            yield for_team(*blocks(parts, without, marked=True))
            continue
        for part in parts:
            if isinstance(part, Paragraph):
                yield nodes.paragraph("", "", *map(_span, part.spans))
                continue
            if isinstance(part, Table):
                yield _table(part)
                continue
            items = (item for item in part.items if item.id not in without)
            found = bullets(list(blocks(item.content, marked=marked)) for item in items)
            yield found if part.first is None else numbered(found, part.first)


def _table(part: Table) -> nodes.Node:
    columns = [(cell.text, WIDE) for cell in part.head]
    return table(
        columns, ([[paragraph(*map(_span, cell.spans))] for cell in row] for row in part.rows)
    )


def _span(span: Span) -> nodes.Node:
    found: nodes.Node = nodes.Text(span.text)
    if span.placeholder:
        found = text(span.text, "hiring-placeholder")
    if span.em:
        found = nodes.emphasis("", "", found)
    if span.strong:
        found = nodes.strong("", "", found)
    return nodes.reference("", "", found, refuri=span.href) if span.href else found


def opening_cards(found: Iterable[Listing], docname: str) -> nodes.bullet_list:
    """Return openings as a list of cards."""
    return bullets((_card(listed, docname) for listed in found), "hiring-cards")


def _card(listed: Listing, docname: str) -> list[nodes.Node]:
    remote = listed.place.startswith("Remote")
    where = [listed.place, "" if remote else listed.arrangement]
    what = [f"{listed.level} level" if listed.level else "", listed.pay]
    last = f"Apply by {listed.closes}" if listed.closes else "No closing date"
    lines = [" · ".join(part for part in parts if part) for parts in (where, what)]
    if listed.state == "draft":
        last = "Draft, not posted"
    return [
        paragraph(nodes.strong("", "", reference("opening", listed.key, docname))),
        *(paragraph(nodes.Text(line)) for line in lines if line),
        paragraph(nodes.Text(last), classes=["hiring-meta"]),
    ]
