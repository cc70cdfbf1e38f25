"""The sheets of an interview as pages show and print them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from hiring.interviewing.sheets import AGENDA, REMINDER, Rated, Scorecard, ScreenRow, ratings_table
from hiring.model.interviews import RATINGS
from hiring.model.language_tags import ENGLISH
from hiring.model.lexicon import lexicon
from hiring.site.nodes.voice import language_class, marked
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
    from hiring.model.handbook import Handbook
    from hiring.model.interviews import Interview
    from hiring.model.role import JobRole

BOX = "\N{WHITE SQUARE}"


def sheet(heading: str, who: Iterable[str], *shown: nodes.Node) -> nodes.container:
    """Return a sheet to fill in, which is printed on a page of its own."""
    lines = [paragraph(text(name, "hiring-meta")) for name in who]
    blank = nodes.container("", *lines, classes=["hiring-sheet-who"])
    return nodes.container("", title(heading), blank, *shown, classes=["hiring-sheet"])


def scorecard(card: Scorecard) -> nodes.container:
    """Return a stage's scorecard: what is rated, with points, boxes and room for notes."""
    return sheet(
        f"Scorecard {card.number}: {card.title}",
        ("Candidate", "Interviewer", "Date"),
        paragraph(text(". ".join(said for _, said in card.facts), "hiring-meta")),
        paragraph(nodes.strong("", REMINDER)),
        *(_rated(rated) for rated in card.rated),
    )


def _rated(rated: Rated) -> nodes.container:
    heading = title(rated.title)
    heading["deeper"] = 1
    found = nodes.container("", heading, classes=["hiring-rated"])
    about: list[nodes.Node] = []
    if rated.about:
        about.append(text(f"Tells of: {rated.about}. ", "hiring-meta"))
    if rated.follow_ups:
        about.append(text("If the answer stops short: ", "hiring-meta"))
        about.append(nodes.Text(" ".join(rated.follow_ups)))
    found += [paragraph(*about)] if about else []
    if any(rated.points):
        found += points_list(
            [nodes.list_item("", paragraph(nodes.Text(it))) for it in rated.points]
        )
    if rated.points:
        boxes = (
            text(f"{BOX} {number} {said}", "hiring-box") for number, said in enumerate(RATINGS, 1)
        )
        found += paragraph(nodes.Text("Rating: "), *joined(boxes, " "), classes=["hiring-boxes"])
    lines = paragraph(text("Notes: what was said, in their words", "hiring-meta"))
    found += nodes.container("", lines, classes=["hiring-notes"])
    return found


def screen(rows: Iterable[ScreenRow], language: str) -> nodes.container:
    """Return the screen of an application: each qualification, the evidence, and what is found.

    ``language`` is that of the qualifications, where it is not the page's.
    """
    own = language_class(language)
    lines: list[list[list[nodes.Node]]] = [
        [
            [paragraph(nodes.Text(row.words), classes=own), paragraph(_priority(row))],
            [paragraph(nodes.Text(row.evidence))],
            [paragraph(*_boxes("yes", "no", "unclear"))],
        ]
        for row in rows
    ]
    columns = {"Qualification": WIDE, "Evidence to look for": WIDE, "Found": NARROW}
    shown = scrollable("Screen of an application", table(columns, lines, "hiring-screen"))
    return sheet("Screen of an application", ("Application", "Read by", "Date"), shown)


def _priority(row: ScreenRow) -> nodes.inline:
    return text(lexicon(ENGLISH).say(f"priority.{row.priority}"), "hiring-meta")


def _boxes(*names: str) -> list[nodes.Node]:
    return joined((text(f"{BOX} {name}", "hiring-box") for name in names), " ")


def agenda(
    role: JobRole, interview: Interview | None, handbook: Handbook, language: str
) -> nodes.container:
    """Return the agenda of the decision, with a table for all ratings.

    ``language`` is that of the qualifications, where it is not the page's.
    """
    steps = nodes.enumerated_list(
        "",
        *(nodes.list_item("", paragraph(nodes.Text(it))) for it in AGENDA),
        enumtype="arabic",
        prefix="",
        suffix=".",
    )
    head, lines = ratings_table(role, interview, handbook)
    rows: list[list[list[nodes.Node]]] = []
    for first, *others in lines:
        row: list[list[nodes.Node]] = [[marked(paragraph(nodes.Text(first)), language)]]
        row += [[paragraph(nodes.Text(it))] if it else [] for it in others]
        rows.append(row)
    columns = [Column(head[0], WIDE), *(Column(name, 10) for name in head[1:])]
    ratings = scrollable("Ratings", table(columns, rows, "hiring-ratings", "hiring-matrix"))
    end = paragraph(text("Decision, and the evidence for it", "hiring-meta"))
    notes = nodes.container("", end, classes=["hiring-notes"])
    heading = f"Agenda of the decision: {role.facts.title}"
    return sheet(heading, ("Candidate", "Present", "Date"), steps, ratings, notes)


def never_asked_table(entries: Iterable[NeverAsked]) -> nodes.Element:
    """Return what is never asked, why, what may be asked instead, and the laws that say so."""
    rows: list[list[list[nodes.Node]]] = [
        [
            [paragraph(nodes.Text(it.topic))],
            [paragraph(nodes.Text(it.why))],
            [paragraph(nodes.Text(it.ask or "Nothing"))],
            list(_laws(it)),
        ]
        for it in entries
    ]
    columns = {"Never": 24, "Why": 30, "What you may ask, of everyone": 30, "Law": 40}
    return scrollable("What is never asked", table(columns, rows, "hiring-never-asked"))


def _laws(entry: NeverAsked) -> Iterator[nodes.Node]:
    for law in entry.laws:
        yield paragraph(nodes.strong("", f"{law.name}: "), nodes.Text(law.source))
