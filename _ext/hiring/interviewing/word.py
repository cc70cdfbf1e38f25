"""The sheets of an interview as one Word document to fill in: the same bytes each time."""

from __future__ import annotations

from functools import cached_property
from html import escape
from typing import TYPE_CHECKING

from hiring.interviewing.sheets import agenda_steps, ratings_table, resume_screen, scorecards
from hiring.model.interview_words import ratings
from hiring.model.language_tags import foreign
from hiring.model.lexicon import written_as
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
    from collections.abc import Iterable, Iterator

    from hiring.interviewing.sheets import Rated, Scorecard
    from hiring.model.handbook import Handbook
    from hiring.model.interviews import Interview
    from hiring.model.lexicon import Lexicon
    from hiring.model.role import JobRole
    from hiring.posting.content import Content

BOX = "\N{BALLOT BOX}"
_NEW_PAGE = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
_EMPTY_LINES = 4
"""How many empty lines a cell for notes has."""


def packet(interview: Interview, handbook: Handbook) -> bytes:
    """Return the packet of a role: the screen, a scorecard a stage, the agenda of the decision."""
    sheets = _Sheets(interview, handbook)
    title = sheets.said.say("kit.packet", title=sheets.role.facts.title)
    pages = [title_word(title, interview.language)]
    pages += [f"\n{_NEW_PAGE}\n".join(map(section_word, sheets.sections()))]
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
            language=written_as(interview.language, sheets.said),
            day=sheets.role.facts.reviewed or "1980-01-01",
        ),
    }
    return with_parts(template.archive, {name: text.encode() for name, text in parts.items()})


class _Sheets:
    """The sheets of an interview, in its language; what is in another is marked with that."""

    def __init__(self, interview: Interview, handbook: Handbook) -> None:
        self.interview = interview
        self.handbook = handbook

    @cached_property
    def said(self) -> Lexicon:
        return self.handbook.lexicon(self.interview.language)

    @cached_property
    def role(self) -> JobRole:
        return self.handbook.roles[self.interview.role]

    def sections(self) -> Iterator[Section]:
        yield self._section("screen", self._fixed("screen"), self._screen())
        for card in scorecards(self.interview, self.handbook):
            heading = self.said.say("kit.scorecard", number=card.number, stage=plain(card.title))
            yield self._section(card.id, heading, self._scorecard(card))
        yield self._section("decision", self._fixed("agenda"), self._decision())

    def _section(self, name: str, heading: str, content: Iterable[Content]) -> Section:
        of_words = foreign(self.said.language, self.interview.language)
        language = self.interview.language
        return Section(name, heading, tuple(content), language=language, title_language=of_words)

    def _fixed(self, name: str) -> str:
        return self.said.say(f"kit.{name}")

    def _words(self, text: str, language: str = "", *, strong: bool = False) -> Paragraph:
        spoken = foreign(language or self.interview.language, self.interview.language)
        return Paragraph((Span(plain(text), strong=strong, language=spoken),))

    def _ours(self, name: str) -> Paragraph:
        return self._words(self._fixed(name), self.said.language)

    def _named(self, *facts: tuple[str, str]) -> Iterator[Paragraph]:
        for name, value in facts:
            label = f"{self.said.say('labelled', label=name)} "
            yield Paragraph((Span(label, strong=True), Span(plain(value) or "_" * 40)))

    def _who(self, *names: str) -> Iterator[Paragraph]:
        return self._named(*((self._fixed(name), "") for name in names))

    def _scorecard(self, card: Scorecard) -> Iterator[Content]:
        yield from self._who("candidate", "interviewer", "date")
        yield from self._named(*card.facts)
        yield self._ours("reminder")
        for rated in card.rated:
            yield from self._rated(rated)

    def _rated(self, rated: Rated) -> Iterator[Content]:
        yield Paragraph((Span(plain(rated.title), strong=True),), heading=True)
        if rated.about:
            yield self._words(self.said.say("kit.tells-of", about=rated.about))
        if rated.follow_ups:
            yield Bullets(tuple(Item((self._words(it),)) for it in rated.follow_ups))
        if rated.points:
            marks = enumerate(ratings(self.said), 1)
            head = (
                self._words(f"{BOX} {number} {words}", self.said.language)
                for number, words in marks
            )
            yield Table(
                tuple(head), (tuple(self._words(it, rated.language) for it in rated.points),)
            )
        yield Table((self._ours("notes"),), ((_BLANK,),))

    def _screen(self) -> Iterator[Content]:
        yield from self._who("application-of", "read-by", "date")
        found = " ".join(f"{BOX} {self._fixed(f'finds.{it}')}" for it in ("yes", "no", "unclear"))
        lines = (
            (
                self._words(
                    self.said.say("labelled", label=self.said.say(f"priority.{row.priority}"))
                    + f" {row.words}",
                    self.role.language,
                ),
                self._words(row.evidence, self.handbook.language)
                if row.evidence
                else self._ours("evidence"),
                self._words(found, self.said.language),
            )
            for row in resume_screen(self.role, self.handbook)
        )
        head = (self._ours(name) for name in ("qualification", "look-for", "found"))
        yield Table(tuple(head), tuple(lines))

    def _decision(self) -> Iterator[Content]:
        yield from self._who("candidate", "present", "date")
        steps = (Item((self._words(it, self.said.language),)) for it in agenda_steps(self.said))
        yield Bullets(tuple(steps), first=1)
        head, lines = ratings_table(self.role, self.interview, self.handbook, self.said)
        yield Table(
            tuple(map(self._words, head)),
            tuple(
                (self._words(first, self.role.language), *map(self._words, others))
                for first, *others in lines
            ),
        )
        yield from self._who("decision")


_BLANK = Paragraph((Span("\N{NO-BREAK SPACE}" * _EMPTY_LINES),))
