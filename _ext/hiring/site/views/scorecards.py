"""The sheets of an interview as pages show and print them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from hiring.interviewing.sheets import agenda_steps, ratings_table
from hiring.model.interview_words import ratings
from hiring.site.nodes.voice import marked
from hiring.site.views.build import (
    NARROW,
    WIDE,
    Column,
    joined,
    paragraph,
    scrollable,
    table,
    text,
    title,
)
from hiring.site.views.interviews import points_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hiring.interviewing.never_asked import NeverAsked
    from hiring.interviewing.sheets import Rated, Scorecard, ScreenRow
    from hiring.model.handbook import Handbook
    from hiring.model.interviews import Interview
    from hiring.model.role import JobRole
    from hiring.site.nodes.voice import Voice

BOX = "\N{WHITE SQUARE}"


class SheetView:
    """The sheets of an interview in its language, which ``voice`` has the words of."""

    def __init__(self, voice: Voice) -> None:
        """Show sheets in a language."""
        self.voice = voice
        self.said = voice.lexicon

    def scorecard(self, card: Scorecard) -> nodes.container:
        """Return a stage's scorecard: what is rated, with points, boxes and room for notes."""
        heading = self.said.say("kit.scorecard", number=card.number, stage=card.title)
        return self._sheet(
            title(heading),
            ("candidate", "interviewer", "date"),
            paragraph(text(". ".join(said for _, said in card.facts), "hiring-meta")),
            paragraph(nodes.strong("", "", self._fixed("reminder"))),
            *map(self._rated, card.rated),
        )

    def screen(self, rows: Iterable[ScreenRow], language: str, skills: str) -> nodes.container:
        """Return the screen of an application: each qualification, the evidence, what is found.

        ``language`` is that of the qualifications, ``skills`` that of what skills mean.
        """
        found = ("yes", "no", "unclear")
        lines: list[list[list[nodes.Node]]] = [
            [
                [
                    marked(paragraph(nodes.Text(row.words)), self.voice.of(language)),
                    paragraph(self.voice.ours(self._priority(row), "hiring-meta")),
                ],
                [
                    marked(paragraph(nodes.Text(row.evidence)), self.voice.of(skills))
                    if row.evidence
                    else paragraph(self._fixed("evidence"))
                ],
                [paragraph(*self._boxes(self.said.say(f"kit.finds.{it}") for it in found))],
            ]
            for row in rows
        ]
        names = ("qualification", "look-for", "found")
        widths = zip(names, (WIDE, WIDE, NARROW), strict=True)
        spoken = self.voice.of_words
        columns = [Column(self._say(name), width, language=spoken) for name, width in widths]
        shown = table(columns, lines, "hiring-screen")
        label = self._say("screen")
        who = ("application-of", "read-by", "date")
        heading = title(label, self.voice.of_words)
        return self._sheet(heading, who, scrollable(label, shown))

    def agenda(
        self, role: JobRole, interview: Interview | None, handbook: Handbook
    ) -> nodes.container:
        """Return the agenda of the decision, with a table for all ratings."""
        said, own = self.said, self.voice.of(role.language)
        entries = (
            nodes.list_item("", paragraph(self.voice.fixed(it))) for it in agenda_steps(said)
        )
        steps = nodes.enumerated_list("", *entries, enumtype="arabic", prefix="", suffix=".")
        head, lines = ratings_table(role, interview, handbook, said)
        rows: list[list[list[nodes.Node]]] = []
        for first, *others in lines:
            row: list[list[nodes.Node]] = [[marked(paragraph(nodes.Text(first)), own)]]
            row += [[paragraph(nodes.Text(it))] if it else [] for it in others]
            rows.append(row)
        columns = [Column(head[0], WIDE), *(Column(name, 10) for name in head[1:])]
        shown = table(columns, rows, "hiring-ratings", "hiring-matrix")
        ratings_box = scrollable(self._say("ratings-of"), shown)
        notes = nodes.container("", paragraph(self._meta("decision")), classes=["hiring-notes"])
        heading = title(said.say("kit.agenda-of", title=role.facts.title))
        who = ("candidate", "present", "date")
        return self._sheet(heading, who, steps, ratings_box, notes)

    def _sheet(
        self, heading: nodes.Node, who: Iterable[str], *shown: nodes.Node
    ) -> nodes.container:
        """Return a sheet to fill in, which is printed on a page of its own."""
        lines = [paragraph(self._meta(name)) for name in who]
        blank = nodes.container("", *lines, classes=["hiring-sheet-who"])
        return nodes.container("", heading, blank, *shown, classes=["hiring-sheet"])

    def _rated(self, rated: Rated) -> nodes.container:
        heading = title(rated.title)
        heading["deeper"] = 1
        found = nodes.container("", heading, classes=["hiring-rated"])
        about: list[nodes.Node] = []
        if rated.about:
            said = self.said.say("kit.tells-of", about=rated.about)
            about.append(text(f"{said}. ", "hiring-meta"))
        if rated.follow_ups:
            about.append(self.voice.ours(f"{self._labelled('stops-short')} ", "hiring-meta"))
            about.append(nodes.Text(" ".join(rated.follow_ups)))
        found += [paragraph(*about)] if about else []
        if any(rated.points):
            points = [
                nodes.list_item("", marked(paragraph(nodes.Text(it)), rated.language))
                for it in rated.points
            ]
            found += points_list(points, self.voice)
        if rated.points:
            marks = (f"{number} {it}" for number, it in enumerate(ratings(self.said), 1))
            label = self.voice.fixed(f"{self._labelled('rating')} ")
            found += paragraph(label, *self._boxes(marks), classes=["hiring-boxes"])
        notes = paragraph(self._meta("notes"))
        found += nodes.container("", notes, classes=["hiring-notes"])
        return found

    def _boxes(self, names: Iterable[str]) -> list[nodes.Node]:
        return joined((self.voice.ours(f"{BOX} {name}", "hiring-box") for name in names), " ")

    def _say(self, name: str) -> str:
        return self.said.say(f"kit.{name}")

    def _fixed(self, name: str) -> nodes.Node:
        return self.voice.fixed(self._say(name))

    def _meta(self, name: str) -> nodes.inline:
        return self.voice.ours(self._say(name), "hiring-meta")

    def _labelled(self, name: str) -> str:
        return self.said.say("labelled", label=self._say(name))

    def _priority(self, row: ScreenRow) -> str:
        return self.said.say(f"priority.{row.priority}")


def never_asked_table(entries: Iterable[NeverAsked], voice: Voice) -> nodes.Element:
    """Return what is never asked, why, what may be asked instead, and what laws say of it."""
    said = voice.lexicon
    nothing = said.say("kit.ask-nothing")
    rows: list[list[list[nodes.Node]]] = [
        [
            [paragraph(voice.inline(*it.topic))],
            [paragraph(voice.inline(*it.why))],
            [paragraph(voice.inline(*it.ask) if it.ask else voice.fixed(nothing))],
            list(_laws(it, voice)),
        ]
        for it in entries
    ]
    widths = {"never": 24, "why": 30, "may-ask": 30, "law": 60}
    columns = [
        Column(said.say(f"kit.{name}"), width, voice.of_words) for name, width in widths.items()
    ]
    return scrollable(said.say("kit.never-asked"), table(columns, rows, "hiring-never-asked"))


def _laws(entry: NeverAsked, voice: Voice) -> Iterator[nodes.Node]:
    for law in entry.laws:
        yield paragraph(
            nodes.strong("", "", voice.inline(f"{law.name}: ", law.says.language)),
            voice.inline(f"{law.says.value}. ", law.says.language),
            voice.inline(f"{law.source.value}.", law.source.language, "hiring-source"),
        )
