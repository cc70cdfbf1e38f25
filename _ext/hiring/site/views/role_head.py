"""What a reader of a role's page sees first: what the role is, and the five facts that decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from hiring.model import job_words, words
from hiring.posting.listings import listings
from hiring.site.views.build import bullets, joined, paragraph, reference, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.model.role import JobRole
    from hiring.posting.listings import Listing
    from hiring.site.domain.this_build import ThisBuild

    Cell = tuple[str, list[nodes.Node], list[nodes.Node]]

SHOWN_HERE = ("pay", "work_arrangement", "reports_to")
"""The facts of the table that the head says, with the levels and the open jobs."""
_MOST_JOBS = 2
"""How many open jobs are named; more are counted."""


def role_head(
    role: JobRole, build: ThisBuild, docname: str, managers: list[nodes.Node]
) -> list[nodes.Node]:
    """Return the summary and the facts; ``managers`` are whom the role reports to, with links."""
    jobs = [it for it in listings(build.handbook, build.today, role.key) if it.state == "open"]
    cells = [*_pay(role), *_levels(role, docname), *_where(role, jobs)]
    if managers:
        cells.append(("Reports to", managers, [nodes.Text(role.facts.family)]))
    cells.append(_open_now(jobs, docname))
    lead = paragraph(nodes.Text(role.facts.summary), classes=["hiring-lead"])
    return [lead, bullets(([_cell(*cell)] for cell in cells), "hiring-head")]


def _cell(name: str, said: list[nodes.Node], note: list[nodes.Node]) -> nodes.paragraph:
    """Return a fact: its name, what it says, and a note; below each other where there is room."""
    label = text("", "hiring-head-name")
    label += [nodes.Text(name), text(": ", "colon")]
    shown: list[nodes.Node] = [label, nodes.strong("", "", *said)]
    if note:
        shown += [nodes.Text(" "), nodes.inline("", "", *note, classes=["hiring-note"])]
    return paragraph(*shown)


def _pay(role: JobRole) -> Iterator[Cell]:
    pay = role.facts.pay
    if pay is None:
        return
    hours = role.facts.hours
    paid = hours.paid(pay) if hours else pay
    said = words.pay(paid)
    for_hours = job_words.pay_for_hours(pay, role.facts).removeprefix(said).strip()
    note = for_hours or ("by level" if any(level.pay for level in role.levels) else "")
    yield job_words.name_of_pay(pay), [nodes.Text(said)], _said(note)


def _levels(role: JobRole, docname: str) -> Iterator[Cell]:
    if not role.levels:
        return
    first, last = role.levels[0], role.levels[-1]
    names = first.name if first is last else f"{first.name} to {last.name}"
    steps = "One level" if first is last else f"{len(role.levels)} levels"
    link = reference("level", f"{role.key}/{first.id}", docname, steps)
    yield "Levels", [nodes.Text(names)], [link]


def _where(role: JobRole, jobs: list[Listing]) -> Iterator[Cell]:
    facts = role.facts
    if facts.work_arrangement is None:
        return
    places = "; ".join(dict.fromkeys(job.place for job in jobs))
    yield "Where", [nodes.Text(words.WORK_ARRANGEMENT[facts.work_arrangement])], _said(places)


def _open_now(jobs: list[Listing], docname: str) -> Cell:
    if not jobs:
        return "Open now", [nodes.Text("No job")], []
    named = jobs[:_MOST_JOBS]
    links = joined((reference("opening", job.key, docname, job.title) for job in named), "; ")
    more = [f"and {len(jobs) - len(named)} more"] if len(jobs) > len(named) else []
    ends = [f"until {jobs[0].closes}"] if len(jobs) == 1 and jobs[0].closes else []
    return "Open now", links, _said("".join([*more, *ends]))


def _said(words: str) -> list[nodes.Node]:
    return [nodes.Text(words)] if words else []
