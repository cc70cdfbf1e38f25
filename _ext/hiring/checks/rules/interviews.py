"""Whether an interview assesses all that its role asks for and nothing else, and says how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.checks.interviewed import InterviewSubject
from hiring.checks.rule import Hit, check
from hiring.checks.subjects import HandbookSubject, RoleSubject
from hiring.model.coverage import name_of
from hiring.model.interview_words import minutes_in_words
from hiring.model.interviews import alike
from hiring.model.lexicon import message_lexicon
from hiring.model.messages import gettext
from hiring.model.paths import SKILLS
from hiring.model.problem import Severity, listed, quoted
from hiring.model.skill_scale import falls_in

if TYPE_CHECKING:
    from collections.abc import Iterator


@check(Severity.WARNING, InterviewSubject)
def must_have_unassessed(held: InterviewSubject) -> Iterator[Hit]:
    """No stage of an interview assesses a must-have of its role, or a skill that it names.

    Why: What nobody assesses is decided by impression, or not at all.
    Source: Sackett, Zhang, Berry and Lievens, 2022, Journal of Applied Psychology 107(11).
    """
    for need, skills in held.coverage.unassessed:
        told = {"need": quoted(need.short), "id": need.id}
        if len(skills) < len(need.skills):
            message = gettext(
                "of the must-have {need}, {skills}: no stage assesses it; add it, or `{id}`, to "
                "`:assesses:`",
                skills=listed(held.handbook.skills[skill].name for skill in skills),
                **told,
            )
        else:
            message = gettext(
                "{need} is a must-have that no stage assesses: add `{id}` to the `:assesses:` of "
                "one",
                **told,
            )
        yield Hit(line=held.interview.line, message=message)


@check(Severity.WARNING, InterviewSubject)
def assessed_unasked(held: InterviewSubject) -> Iterator[Hit]:
    """A stage assesses a skill that its role does not ask for.

    Why: Candidates are rated by what no posting told them, and it may have nothing to do with the
    job.
    Source: Uniform Guidelines on Employee Selection Procedures, 29 CFR 1607.14 (job-relatedness).
    """
    for stage, skill in held.coverage.unasked:
        message = gettext(
            "`{stage}` assesses {skill}, which `{role}` does not ask for: delete it, or ask for it "
            "on the role's page",
            stage=stage.id,
            skill=held.handbook.skills[skill].name,
            role=held.role.key,
        )
        yield Hit(line=stage.assesses_line, message=message)


@check(Severity.WARNING, InterviewSubject)
def assessed_often(held: InterviewSubject) -> Iterator[Hit]:
    """More stages assess one thing than `checks.limits.assessments`.

    Why: The third look adds little, and its time is lacking elsewhere.
    """
    for need, stages in held.coverage.often:
        message = gettext(
            "{name} is assessed in {number} stages, {stages}: keep {limit}",
            name=name_of(need, held.role, held.handbook),
            number=len(stages),
            stages=listed(it.id for it in stages),
            limit=held.limits.assessments,
        )
        yield Hit(line=stages[-1].assesses_line, message=message)


@check(Severity.WARNING, InterviewSubject)
def interview_too_long(held: InterviewSubject) -> Iterator[Hit]:
    """The stages take longer together than the minutes of `checks.limits.interview_minutes`.

    Why: People with a job, or with somebody to care for, drop out, and what a fifth hour tells was
    told before.
    """
    most = held.limits.interview_minutes
    if held.coverage.minutes > most:
        words = message_lexicon()
        message = gettext(
            "the stages take {time}, and the limit is {limit}: shorten one, or leave one out",
            time=minutes_in_words(held.coverage.minutes, words),
            limit=minutes_in_words(most, words),
        )
        yield Hit(line=held.interview.line, message=message)


@check(Severity.WARNING, InterviewSubject)
def stage_without_rubric(held: InterviewSubject) -> Iterator[Hit]:
    """A stage assesses something, and nothing says in four points how it is rated.

    Why: Without four points two interviewers mean two things by a 3, and a rating tells who asked.
    Source: Sackett, Zhang, Berry and Lievens, 2022, Journal of Applied Psychology 107(11).
    """
    for stage, needs in held.coverage.unrated:
        names = listed(name_of(it, held.role, held.handbook) for it in needs)
        message = gettext(
            "`{stage}` has no four points for {names}: add them to a question, or write a `rubric`",
            stage=stage.id,
            names=names,
        )
        yield Hit(line=stage.line, message=message)


@check(Severity.NOTE, HandbookSubject)
def rubric_unused(whole: HandbookSubject) -> Iterator[Hit]:
    """No interview assesses the skill of a rubric, or not for its role.

    Why: Who reads it takes it for something that counts.
    """
    used = {
        (skill, role.key)
        for key, interview in whole.handbook.interviews.items()
        for role in (whole.handbook.roles[key],)
        for stage in interview.stages
        for need in stage.assesses
        for skill in (need, *(it for q in role.all_needs if q.id == need for it in q.skills))
    }
    skills = {skill for skill, _ in used}
    for rubric in whole.handbook.rubrics.values():
        place = (rubric.skill, rubric.role)
        if (place not in used) if rubric.role else (rubric.skill not in skills):
            message = gettext(
                "no interview assesses {skill} here: delete the rubric, or assess the skill",
                skill=whole.handbook.skills[rubric.skill].name,
            )
            yield Hit(line=rubric.line, message=message, path=rubric.path)


@check(Severity.WARNING, HandbookSubject)
def points_alike(whole: HandbookSubject) -> Iterator[Hit]:
    """Two of four points say the same: of a question, a rubric, or a skill's steps.

    Why: Nobody can tell the two ratings apart.
    """
    handbook = whole.handbook
    held = [
        (it.points, interview.path, it.opened, quoted(it.question))
        for interview in handbook.interviews.values()
        for stage in interview.stages
        if not stage.origin
        for it in stage.questions
    ]
    held += [
        (
            it.points,
            it.path,
            it.line,
            gettext("the rubric of {skill}", skill=handbook.skills[it.skill].name),
        )
        for it in handbook.rubrics.values()
    ]
    for skill in handbook.skills.values():
        steps = tuple(skill.levels[step] for step in sorted(skill.levels))
        line = handbook.line(SKILLS, f"skills.{skill.key}")
        held.append((steps, SKILLS, line, gettext("the steps of {skill}", skill=skill.name)))
    for points, path, line, what in held:
        for first, second in alike(points):
            message = gettext(
                "{what}: a {first} and a {second} say the same; say what tells them apart",
                what=what,
                first=first,
                second=second,
            )
            yield Hit(line=line, message=message, path=path)


@check(Severity.WARNING, RoleSubject)
def expectation_falls(held: RoleSubject) -> Iterator[Hit]:
    """A level asks for less of a skill than a level below it, or than the qualifications.

    Why: Who rises would have to know less, so one of the two is a slip.
    """
    scale = held.company.scale
    for it, below in falls_in(held.role):
        message = gettext(
            "`{level}` asks for {skill} as {step}, and below it stands {below}: raise the one or "
            "lower the other",
            level=it.level,
            skill=held.handbook.skills[it.skill].name,
            step=scale[it.step - 1],
            below=scale[below - 1],
        )
        yield Hit(line=it.line, message=message)


@check(Severity.WARNING, RoleSubject)
def skill_without_steps(held: RoleSubject) -> Iterator[Hit]:
    """A level or a qualification asks for a step of a skill whose steps skills.yaml does not say.

    Why: Nobody can tell whether they are there.
    """
    asked = {it.skill: it.line for it in reversed(held.role.expectations)}
    asked |= {skill: it.line for it in reversed(held.role.needs) for skill, _ in it.steps}
    for skill, line in sorted(asked.items(), key=lambda it: (it[1], it[0])):
        if not held.handbook.skills[skill].levels:
            message = gettext(
                "`{skill}` has no steps: add `levels: {{1: ..., 2: ..., 3: ..., 4: ...}}` to it in "
                "{file}",
                skill=skill,
                file=SKILLS,
            )
            yield Hit(line=line, message=message)
