"""An interview as pages show it: its stages, its questions with their points, its coverage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from hiring.interviewing.sheets import facts_of_stage
from hiring.model.coverage import name_of
from hiring.model.interviews import ADJUSTMENTS, RATINGS, minutes_in_words, totals, working_days
from hiring.site.views.build import (
    bullets,
    fields,
    paragraph,
    reference,
    target,
    text,
    title,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hiring.model.handbook import Handbook
    from hiring.model.interviews import Briefing, Interview, InterviewQuestion, Stage

    Render = Callable[[str, int], list[nodes.Node]]
    """Makes nodes of Markdown that starts on a line of the interview's page."""

COUNTS = ("No stages", "One stage", "Two stages", "Three stages", "Four stages", "Five stages")


def in_all(count: int, minutes: int) -> str:
    """Return how many stages there are and how long they take: ``Four stages, 3 hours in all``."""
    said = COUNTS[count] if count < len(COUNTS) else f"{count} stages"
    return f"{said}, {minutes_in_words(minutes)} in all"


def interview_plan(
    interview: Interview, handbook: Handbook, render: Render, docname: str, *, anchored: bool
) -> Iterator[nodes.Node]:
    """Yield an interview: what it takes, and each stage; ``anchored`` on the page that defines it.

    ``render`` makes nodes of its Markdown.
    """
    if anchored:
        yield target(interview.anchor)
    about = nodes.Text(f"{in_all(len(interview.stages), interview.minutes)}, for ")
    role = reference("role", interview.role, docname)
    yield paragraph(about, role, nodes.Text("."), classes=["hiring-interview-sum"])
    yield _overview(interview, anchored=anchored)
    for number, stage in enumerate(interview.stages, 1):
        yield from _stage(number, stage, interview, handbook, render, anchored=anchored)


def _overview(interview: Interview, *, anchored: bool) -> nodes.Element:
    """Return all stages side by side, each as a card that leads to it, where it has an anchor."""
    cards: list[list[nodes.Node]] = []
    for number, stage in enumerate(interview.stages, 1):
        said = f"{number}. {stage.name}"
        link = nodes.reference("", said, refid=stage.anchor, internal=True)
        name: nodes.Node = link if anchored else nodes.Text(said)
        about = [it for it in (stage.interviewers, stage.setting) if it]
        cards.append(
            [
                paragraph(nodes.strong("", "", name), classes=["hiring-stage-name"]),
                paragraph(text(minutes_in_words(stage.minutes), "hiring-meta")),
                *(paragraph(text(it, "hiring-meta")) for it in about),
            ]
        )
    shown = bullets(cards, "hiring-stages")
    return nodes.container("", shown, classes=["hiring-stages-box"])


def _stage(
    number: int,
    stage: Stage,
    interview: Interview,
    handbook: Handbook,
    render: Render,
    *,
    anchored: bool,
) -> Iterator[nodes.Node]:
    heading = title(f"{number}. {stage.name}")
    heading["classes"].append("hiring-stage-title")
    if anchored:
        heading["ids"].append(stage.anchor)
    yield heading
    role = handbook.roles[interview.role]
    facts = [(name, [nodes.Text(said)]) for name, said in facts_of_stage(stage)]
    if stage.assesses:
        names = "; ".join(name_of(it, role, handbook) for it in stage.assesses)
        facts.append(("Assesses", [nodes.Text(names)]))
    if stage.prepare:
        facts.append(("Candidates are told", [nodes.Text(stage.prepare)]))
    if stage.days:
        facts.append(("Answer within", [nodes.Text(working_days(stage.days))]))
    yield fields(facts, "hiring-facts", "hiring-stage-facts")
    if stage.markdown.strip():
        yield from render(stage.markdown, stage.markdown_line)
    for question in stage.questions:
        yield _question(question, interview, handbook, render)


def _question(
    question: InterviewQuestion, interview: Interview, handbook: Handbook, render: Render
) -> nodes.container:
    """Return a question as a card: what is asked, its points side by side, its follow-ups."""
    role = handbook.roles[interview.role]
    heading = title(question.question)
    heading["deeper"] = 1
    heading["classes"].append("hiring-asked-title")
    card = nodes.container("", heading, classes=["hiring-asked"])
    about = [f"Assesses: {'; '.join(name_of(it, role, handbook) for it in question.assesses)}"]
    level = role.level(question.level or "")
    about = (about if question.assesses else []) + ([f"From {level.name} up"] if level else [])
    if about:
        card += paragraph(text(". ".join(about), "hiring-meta"))
    for node in render(question.markdown, question.line):
        if isinstance(node, nodes.enumerated_list) and question.points:
            card += points_list(node.children)
        elif isinstance(node, nodes.bullet_list) and question.follow_ups:
            card += paragraph(nodes.strong("", "If the answer stops short, ask"))
            card += node
        else:
            card += node
    return card


def points_list(items: Sequence[nodes.Node]) -> nodes.definition_list:
    """Return four points side by side, each under what it means."""
    found = nodes.definition_list(classes=["hiring-rating"])
    for number, (item, words) in enumerate(zip(items, RATINGS, strict=True), 1):
        term = nodes.term("", "", nodes.strong("", str(number)), text(f" {words}", "hiring-meta"))
        said = item.children if isinstance(item, nodes.Element) else []
        found += nodes.definition_list_item("", term, nodes.definition("", *said))
    return found


def briefing_view(briefing: Briefing) -> list[nodes.Node]:
    """Return what candidates are told: the stages, how long, how to prepare, and adjustments."""
    steps = nodes.enumerated_list(enumtype="arabic", prefix="", suffix=".")
    for stage in briefing.stages:
        name, *said = stage.said
        steps += nodes.list_item(
            "", paragraph(nodes.strong("", name), *(nodes.Text(f" {it}") for it in said))
        )
    minutes, days = totals(briefing.stages)
    in_short = f"{in_all(len(briefing.stages), minutes)}."
    if days:
        in_short += f" From the first of them to the answer it takes {working_days(days)} at most."
    return [paragraph(nodes.Text(in_short)), steps, paragraph(nodes.Text(ADJUSTMENTS))]
