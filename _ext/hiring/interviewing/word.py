"""The sheets of an interview as one Word document to fill in: the same bytes each time."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from hiring.interviewing.sheets import (
    AGENDA,
    REMINDER,
    ratings_table,
    resume_screen,
    scorecards,
)
from hiring.model.interviews import RATINGS
from hiring.model.language_tags import ENGLISH, with_region
from hiring.model.lexicon import lexicon
from hiring.model.word_template import LINKS, PROPERTIES, TEXT, own_template, with_parts
from hiring.posting.content import Bullets, Item, Paragraph, Section, Span, Table, plain
from hiring.posting.formats.word import (
    CORE,
    PAPERS,
    country_of,
    numbered,
    paper_in,
    section_word,
    title_word,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.interviewing.sheets import Rated, Scorecard
    from hiring.model.handbook import Handbook
    from hiring.model.interviews import Interview
    from hiring.posting.content import Content

_SAID = lexicon(ENGLISH)
BOX = "\N{BALLOT BOX}"
_NEW_PAGE = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
_EMPTY_LINES = 4
"""How many empty lines a cell for notes has."""


def packet(interview: Interview, handbook: Handbook) -> bytes:
    """Return the packet of a role: the screen, a scorecard a stage, the agenda of the decision."""
    role = handbook.roles[interview.role]
    title = f"Interview packet: {role.facts.title}"
    sections = [
        _screen(interview, handbook),
        *(_sheet(it) for it in scorecards(interview, handbook)),
        _decision(interview, handbook),
    ]
    pages = [title_word(title), f"\n{_NEW_PAGE}\n".join(map(section_word, sections))]
    body, links = numbered("\n".join(pages))
    template = handbook.word_template or own_template()
    text = template.parts[TEXT].replace("<w:sectPr", body + "<w:sectPr", 1)
    if template.paper:
        text = text.replace(template.paper, PAPERS[paper_in(country_of(handbook.company))])
    parts = {
        TEXT: text,
        LINKS: template.parts[LINKS].replace("</Rel", links + "</Rel"),
        PROPERTIES: CORE.format(
            title=escape(plain(title)),
            author=escape(plain(handbook.company.name)),
            language=with_region(ENGLISH),
            day=role.facts.reviewed or "1980-01-01",
        ),
    }
    return with_parts(template.archive, {name: text.encode() for name, text in parts.items()})


def _said(text: str, *, strong: bool = False) -> Paragraph:
    return Paragraph((Span(plain(text), strong=strong),))


def _named(*facts: tuple[str, str]) -> Iterator[Paragraph]:
    for name, value in facts:
        yield Paragraph((Span(f"{name}: ", strong=True), Span(plain(value) or "_" * 40)))


def _sheet(card: Scorecard) -> Section:
    content: list[Content] = [
        *_named(("Candidate", ""), ("Interviewer", ""), ("Date", ""), *card.facts),
        _said(REMINDER),
    ]
    for rated in card.rated:
        content += _rated(rated)
    return Section(card.id, f"Scorecard {card.number}: {plain(card.title)}", tuple(content))


def _rated(rated: Rated) -> Iterator[Content]:
    yield Paragraph((Span(plain(rated.title), strong=True),), heading=True)
    if rated.about:
        yield _said(f"Tells of: {rated.about}")
    if rated.follow_ups:
        yield Bullets(tuple(Item((_said(it),)) for it in rated.follow_ups))
    if rated.points:
        head = tuple(_said(f"{BOX} {n} {words}") for n, words in enumerate(RATINGS, 1))
        yield Table(head, (tuple(map(_said, rated.points)),))
    yield Table((_said("Notes: what was said, in their words"),), ((_blank(),),))


def _blank() -> Paragraph:
    return _said("\N{NO-BREAK SPACE}" * _EMPTY_LINES)


def _screen(interview: Interview, handbook: Handbook) -> Section:
    role = handbook.roles[interview.role]
    head = ("Qualification", "Evidence to look for", f"{BOX} yes {BOX} no {BOX} unclear")
    lines = tuple(
        (
            _said(f"{_SAID.say(f'priority.{row.priority}')}: {row.words}"),
            _said(row.evidence),
            _said(f"{BOX} yes {BOX} no {BOX} unclear"),
        )
        for row in resume_screen(role, handbook)
    )
    table = Table(tuple(map(_said, (*head[:2], "Found"))), lines)
    who = _named(("Application", ""), ("Read by", ""), ("Date", ""))
    return Section("screen", "Screen of an application", (*who, table))


def _decision(interview: Interview, handbook: Handbook) -> Section:
    role = handbook.roles[interview.role]
    head, lines = ratings_table(role, interview, handbook)
    table = Table(
        tuple(map(_said, head)), tuple(tuple(_said(cell) for cell in line) for line in lines)
    )
    steps = Bullets(tuple(Item((_said(it),)) for it in AGENDA), first=1)
    who = _named(("Candidate", ""), ("Present", ""), ("Date", ""))
    end = _named(("Decision, and the evidence for it", ""))
    return Section("decision", "Agenda of the decision", (*who, steps, table, *end))
