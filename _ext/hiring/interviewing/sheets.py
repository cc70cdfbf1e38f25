"""The sheets of an interview: scorecards, the screen of applications, the agenda of the decision.

What each says is composed here once; pages and Word documents show it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hiring.model.coverage import coverage_of, name_of, points_for
from hiring.model.interview_words import minutes_in_words
from hiring.model.interviews import InterviewQuestion
from hiring.model.ladder import ranks_of
from hiring.model.language_tags import foreign
from hiring.model.skill_scale import meaning_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.model.handbook import Handbook
    from hiring.model.interviews import Interview, Stage
    from hiring.model.lexicon import Lexicon
    from hiring.model.role import JobRole, Level, Priority


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """What is asked or looked at, what it tells of, and the four points that it is rated by.

    Without ``points`` notes are taken and nothing is rated. ``language`` is that of the points,
    where it is not the interview's.
    """

    title: str
    about: str = ""
    points: tuple[str, ...] = ()
    language: str = ""
    follow_ups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorecard:
    """A stage's sheet: its place among all, what it takes, and what is rated."""

    id: str
    number: int
    title: str
    facts: tuple[tuple[str, str], ...]
    rated: tuple[Rated, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenRow:
    """A qualification that an application is read for, and the evidence to look for.

    That is what skills.yaml says of its skills, nothing where it names none.
    """

    priority: Priority
    words: str
    evidence: str


def scorecards(
    interview: Interview, handbook: Handbook, stage_id: str = "", level: Level | None = None
) -> Iterator[Scorecard]:
    """Yield the sheets of an interview, or of one stage; at a level, what is asked there."""
    said = handbook.lexicon(interview.language)
    for number, stage in enumerate(interview.stages, 1):
        if stage_id in ("", stage.id):
            yield Scorecard(
                id=stage.id,
                number=number,
                title=stage.name,
                facts=tuple(facts_of_stage(stage, said)),
                rated=tuple(_rated(stage, interview, handbook, level)),
            )


def facts_of_stage(stage: Stage, said: Lexicon) -> Iterator[tuple[str, str]]:
    """Yield what a stage takes, each with its name."""
    yield said.say("kit.time"), minutes_in_words(stage.minutes, said)
    yield said.say("kit.takes"), said.say(f"kit.format.{stage.format}")
    if stage.setting:
        yield said.say("kit.setting"), stage.setting
    if stage.interviewers:
        yield said.say("kit.interviewers"), stage.interviewers


def _rated(
    stage: Stage, interview: Interview, handbook: Handbook, level: Level | None
) -> Iterator[Rated]:
    """Yield the questions of a stage, then the skills that are rated by their rubrics."""
    role, said = handbook.roles[interview.role], handbook.lexicon(interview.language)
    asked = [it for it in stage.questions if is_asked_at(it, role, level)]
    for question in asked:
        needs = question.assesses or stage.assesses
        since = role.level(question.level or "")
        about = ", ".join(name_of(it, role, handbook) for it in needs)
        if since:
            name = "kit.and-from-level" if about else "kit.from-level"
            about = said.say(name, about=about, level=since.name)
        yield Rated(
            title=question.question,
            about=about,
            points=question.points,
            follow_ups=question.follow_ups,
        )
    told: set[str] = set()
    for need in stage.assesses:
        if any(it.points for it in asked if need in (it.assesses or stage.assesses)):
            continue
        found = points_for(need, stage, role, handbook, level.id if level else None)
        rubrics = [it for it in found if not isinstance(it, InterviewQuestion)]
        for rubric in rubrics:
            if rubric.skill not in told:
                told.add(rubric.skill)
                yield Rated(
                    title=handbook.skills[rubric.skill].name,
                    points=rubric.points,
                    language=foreign(handbook.pages[rubric.path].language, interview.language),
                )
        if not rubrics:
            yield Rated(title=name_of(need, role, handbook), points=("", "", "", ""))


def is_asked_at(question: InterviewQuestion, role: JobRole, level: Level | None) -> bool:
    """Tell whether a question is asked at a level: it is where no level is chosen."""
    since = role.level(question.level or "")
    if since is None or level is None:
        return True
    order = [it.id for rank in ranks_of(role.levels) for it in rank]
    return order.index(level.id) >= order.index(since.id)


def resume_screen(role: JobRole, handbook: Handbook) -> Iterator[ScreenRow]:
    """Yield the qualifications of a role, with what an application would show of each."""
    for need in role.all_needs:
        steps = dict(need.steps)
        said = [
            f"{skill.name}: {meaning_of(skill, steps.get(skill.key))}"
            for skill in (handbook.skills[key] for key in need.skills)
        ]
        yield ScreenRow(
            priority=need.priority,
            words=need.words + need.where,
            evidence=" ".join(said),
        )


def ratings_table(
    role: JobRole, interview: Interview | None, handbook: Handbook, said: Lexicon
) -> tuple[list[str], list[list[str]]]:
    """Return head and lines of the table in which all ratings of a candidate are put side by side.

    A cell that is to stay empty has a dash: no rating is wanted there.
    """
    musts = [it for it in role.all_needs if it.priority == "must"]
    if interview is None:
        head = [said.say("kit.must"), said.say("kit.ratings-of")]
        return head, [[it.short, ""] for it in musts]
    head = [said.say("kit.must"), *(it.name for it in interview.stages), said.say("kit.met")]
    marks = {row.need.id: row.marks for row in coverage_of(interview, handbook).rows if row.need}
    lines = [
        [it.short, *("" if mark else "\N{EN DASH}" for mark in marks[it.id]), ""] for it in musts
    ]
    return head, lines


def agenda_steps(said: Lexicon) -> list[str]:
    """Return what happens when an interview is decided on, step by step."""
    return [text for name, text in said.texts.items() if name.startswith("kit.steps.")]
