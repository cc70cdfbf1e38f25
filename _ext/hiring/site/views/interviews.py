"""An interview as pages show it: its stages, its questions with their points, its coverage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from hiring.interviewing.sheets import facts_of_stage
from hiring.model.briefings import totals
from hiring.model.coverage import name_of
from hiring.model.interview_words import in_all, minutes_in_words, ratings, within
from hiring.site.nodes.voice import Voice
from hiring.site.views.build import (
    bullets,
    fields,
    joined,
    paragraph,
    reference,
    target,
    text,
    title,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hiring.model.briefings import Briefing
    from hiring.model.handbook import Handbook
    from hiring.model.interviews import Interview, InterviewQuestion, Stage
    from hiring.model.role import JobRole

    Render = Callable[[str, str, int], list[nodes.Node]]
    """Makes nodes of Markdown on a page, which starts on a line of it."""


def interview_plan(
    interview: Interview, handbook: Handbook, render: Render, docname: str, *, anchored: bool
) -> Iterator[nodes.Node]:
    """Yield an interview: what it takes, and each stage; ``anchored`` on the page that defines it.

    ``render`` makes nodes of its Markdown.
    """
    voice = Voice.of_handbook(handbook, interview.language)
    if anchored:
        yield target(interview.anchor)
    about = in_all(len(interview.stages), interview.minutes, voice.lexicon, "kit.in-all-for")
    role = reference("role", interview.role, docname)
    words = [voice.fixed(about), role, nodes.Text(".")]
    yield paragraph(*words, classes=["hiring-interview-sum"])
    yield _overview(interview, voice, anchored=anchored)
    for number, stage in enumerate(interview.stages, 1):
        yield from _stage(number, stage, interview, handbook, render, anchored=anchored)


def _overview(interview: Interview, voice: Voice, *, anchored: bool) -> nodes.Element:
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
                paragraph(
                    voice.ours(minutes_in_words(stage.minutes, voice.lexicon), "hiring-meta")
                ),
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
    voice = Voice.of_handbook(handbook, interview.language)
    said = voice.lexicon
    facts: list[tuple[str, list[nodes.Node]]]
    facts = [(name, [nodes.Text(it)]) for name, it in facts_of_stage(stage, said)]
    if stage.assesses:
        names = "; ".join(name_of(it, role, handbook) for it in stage.assesses)
        facts.append((said.say("kit.assesses"), [nodes.Text(names)]))
    if stage.prepare:
        facts.append((said.say("kit.told"), [nodes.Text(stage.prepare)]))
    if stage.days:
        facts.append((said.say("kit.answer"), [voice.fixed(within(stage.days, said))]))
    yield fields(facts, "hiring-facts", "hiring-stage-facts", language=voice.of_words)
    if stage.markdown.strip():
        yield from render(stage.markdown, stage.path, stage.markdown_line)
    for question in stage.questions:
        yield _question(question, stage, role, handbook, voice, render)


def _question(
    question: InterviewQuestion,
    stage: Stage,
    role: JobRole,
    handbook: Handbook,
    voice: Voice,
    render: Render,
) -> nodes.container:
    """Return a question as a card: what is asked, its points side by side, its follow-ups."""
    said = voice.lexicon
    heading = title(question.question)
    heading["deeper"] = 1
    heading["classes"].append("hiring-asked-title")
    card = nodes.container("", heading, classes=["hiring-asked"])
    names = "; ".join(name_of(it, role, handbook) for it in question.assesses)
    about = [said.say("labelled", label=said.say("kit.assesses")) + f" {names}"] if names else []
    level = role.level(question.level or "")
    about += [said.say("kit.from-level", level=level.name)] if level else []
    if about:
        card += paragraph(text(". ".join(about), "hiring-meta"))
    for node in render(question.markdown, stage.path, question.line):
        if isinstance(node, nodes.enumerated_list) and question.points:
            card += points_list(node.children, voice)
        elif isinstance(node, nodes.bullet_list) and question.follow_ups:
            card += paragraph(nodes.strong("", "", voice.fixed(said.say("kit.stops-short"))))
            card += node
        else:
            card += node
    return card


def points_list(items: Sequence[nodes.Node], voice: Voice) -> nodes.definition_list:
    """Return four points side by side, each under what it means."""
    found = nodes.definition_list(classes=["hiring-rating"])
    means = ratings(voice.lexicon)
    for number, (item, words) in enumerate(zip(items, means, strict=True), 1):
        meant = voice.ours(f" {words}", "hiring-meta")
        term = nodes.term("", "", nodes.strong("", str(number)), meant)
        said = item.children if isinstance(item, nodes.Element) else []
        found += nodes.definition_list_item("", term, nodes.definition("", *said))
    return found


def briefing_view(briefing: Briefing, handbook: Handbook) -> list[nodes.Node]:
    """Return what candidates are told: the stages, how long, how to prepare, and adjustments."""
    voice = Voice.of_handbook(handbook, briefing.language)
    said = voice.lexicon
    steps = nodes.enumerated_list(enumtype="arabic", prefix="", suffix=".")
    for stage in briefing.stages:
        name, *told = stage.told(said)
        shown: list[nodes.Node] = [
            nodes.Text(it.text) if it.own else voice.fixed(it.text) for it in told
        ]
        line = joined([nodes.strong("", name.text), *shown], " ")
        steps += nodes.list_item("", paragraph(*line))
    minutes, days = totals(briefing.stages)
    in_short = [f"{in_all(len(briefing.stages), minutes, said)}."]
    in_short += [said.say("kit.in-total", count=days)] if days else []
    application = briefing.application(said)
    return [
        *([paragraph(voice.fixed(application))] if application else []),
        paragraph(voice.fixed(" ".join(in_short))),
        steps,
        paragraph(voice.fixed(said.say("kit.adjustments"))),
    ]
