"""Interviews and rubrics: what they say of roles and skills, and whether all of it is there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hiring.model.audience import Audience
from hiring.model.briefings import Briefing, briefing_of
from hiring.model.interviews import Rubrics
from hiring.model.messages import gettext
from hiring.model.paths import key_of
from hiring.model.problem import Problem, instead, nearest, quoted
from hiring.model.rules import Rule
from hiring.model.skill_scale import named_in
from hiring.reading.crossings.rubrics import check_rubric
from hiring.reading.crossings.stages import Plans, need_of, role_of_interview

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from hiring.model.handbook import Handbook
    from hiring.model.interviews import Interview, Stage
    from hiring.model.role import JobRole
    from hiring.reading.crossings.links import Links
    from hiring.reading.pages.record import PageRecord


def with_interviews(handbook: Handbook, records: Sequence[PageRecord]) -> Handbook:
    """Return the handbook with the interviews and rubrics of its pages; of two the first counts."""
    plans = Plans.of(handbook, records)
    interviews = {key: plans.understood(key) for key in sorted(plans.written)}
    rubrics: Rubrics = {}
    for record in records:
        for rubric in record.rubrics:
            found = named_in(handbook, rubric.skill)
            if found:
                known = replace(rubric, skill=found[0].key)
                rubrics.setdefault(known.place, known)
    return replace(handbook, interviews=interviews, rubrics=rubrics)


def with_briefings(
    handbook: Handbook, whole: Mapping[str, Interview], told: Mapping[str, Briefing]
) -> Handbook:
    """Return the handbook with what candidates are told, where its readers may know it.

    ``whole`` are all interviews, those that are hidden among them; ``told`` is what a projected
    tree tells of those that it was made of.
    """
    made = {key: made for key, it in whole.items() if (made := briefing_of(it))}
    seen = {
        key: briefing
        for key, briefing in sorted({**told, **made}.items())
        if key in handbook.roles and handbook.audience.may_read(Audience(briefing.readers))
    }
    return replace(handbook, briefings=seen)


def check_interviews(record: PageRecord, links: Links) -> None:
    """Report what a page's interview and rubrics name that is not there, and who may read them."""
    stated = [("interview", it.line) for it in record.interviews]
    stated += [("rubric", it.line) for it in record.rubrics]
    for what, line in stated:
        page = links.known.above.pages.get(record.path)
        if page and page.audience is not Audience.HIRING_TEAM and not page.is_for_team(line):
            message = gettext(
                "`{what}` is for the hiring team alone: put it on a page of theirs, or between "
                "`::::::{{audience}} hiring-team` and `::::::`",
                what=what,
            )
            links.report.error(line, Rule.INTERVIEW_AUDIENCE, message)
    for interview in record.interviews:
        _check_interview(interview, record, links)
    for rubric in record.rubrics:
        check_rubric(rubric, links)


def _check_interview(interview: Interview, record: PageRecord, links: Links) -> None:
    key = role_of_interview(interview, record)
    if not key:
        message = gettext("`interview` on a page that is no role's wants `:role: KEY`")
        links.report.error(interview.line, Rule.BAD_OPTION, message)
    elif links.leads("role", key, interview.line, "`interview` `:role:`"):
        role = links.handbook.roles[key]
        if role.path in links.known.unread:
            return
        plans = links.known.plans
        for written in interview.stages:
            stage = plans.whole(written, interview)
            if stage is None:
                _check_origin(written, links)
                continue
            _check_needs(stage, role, links)
            for question in stage.questions:
                if question.level:
                    line = stage.origin_line if stage.origin else question.opened
                    target = f"{key}/{question.level}"
                    links.leads("level", target, line, "`question` `:level:`")


def _check_origin(stage: Stage, links: Links) -> None:
    """Report a stage that is taken from where it is not."""
    key, _, name = stage.origin.partition("/")
    if not key or not links.leads("role", key, stage.origin_line, "`stage` `:from:`"):
        return
    if {*links.known.unread} - {links.page}:
        return  # what is not there may stand on a page that can't be read, which is told of
    written = links.known.plans.written.get(key)
    if written is None:
        message = gettext("`stage` `:from:`: there is no interview for `{key}`", key=key)
    elif found := written.stage(name):
        message = gettext(
            "`stage` `:from:`: {name} of `{key}` is taken from elsewhere, too: write "
            "`:from: {origin}`",
            name=quoted(name),
            key=key,
            origin=found.origin,
        )
    else:
        own = [it.id for it in written.stages if not it.origin]
        message = gettext(
            "`stage` `:from:`: the interview for `{key}` has no stage {name}",
            key=key,
            name=quoted(name),
        )
        none = gettext("It has none of its own: write the stage here")
        message += instead(name, own, gettext("It has"), none)
    links.report.error(stage.origin_line, Rule.UNKNOWN_STAGE, message)


def _check_needs(stage: Stage, role: JobRole, links: Links) -> None:
    """Report what a stage, or a question of it, assesses and nobody can know."""
    handbook, report = links.handbook, links.report
    held = {need_of(it, role, handbook) for it in stage.assesses}
    for written in stage.assesses:
        if need_of(written, role, handbook) is None:
            _unknown(written, stage.assesses_line, role, links, stage.origin)
    # What the questions of another's stage assess, its own page is told.
    for question in () if stage.origin else stage.questions:
        for written in question.assesses:
            need = need_of(written, role, handbook)
            if need is None:
                _unknown(written, question.opened, role, links)
            elif need not in held:
                message = gettext(
                    "`assesses`: the stage does not assess {name}: add it to the `:assesses:` of "
                    "the stage, or delete it here",
                    name=quoted(written),
                )
                report.error(question.opened, Rule.UNKNOWN_QUALIFICATION, message)


def _unknown(written: str, line: int, role: JobRole, links: Links, origin: str = "") -> None:
    ids = [it.id for it in role.all_needs]
    near = nearest(written, [*ids, *links.handbook.skill_names])
    none = gettext("`{key}` asks for nothing: say first what it asks for", key=role.key)
    hint = near or instead(written, ids, gettext("`{key}` asks for", key=role.key), none)
    what = gettext("`assesses` of `{origin}`", origin=origin) if origin else "`assesses`"
    message = gettext(
        "{what}: {name} is no skill, and no qualification of its role",
        what=what,
        name=quoted(written),
    )
    message += hint
    links.report.error(line, Rule.UNKNOWN_QUALIFICATION, message)


def check_once(records: Iterable[PageRecord], handbook: Handbook) -> Iterator[Problem]:
    """Yield where a role has a second interview, or a skill a second rubric for one place."""
    first: dict[tuple[object, ...], tuple[str, int]] = {}
    for record in records:
        held: list[tuple[tuple[object, ...], str, int]] = [
            ((role_of_interview(it, record),), gettext("an interview for this role"), it.line)
            for it in record.interviews
        ]
        for rubric in record.rubrics:
            found = named_in(handbook, rubric.skill)
            key = found[0].key if found else rubric.skill
            held.append(((key, rubric.role, rubric.level), gettext("this rubric"), rubric.line))
        for place, what, line in held:
            path, at = first.setdefault(place, (record.path, line))
            if (path, at) != (record.path, line):
                where = (
                    gettext("{path}, line {line}", path=path, line=at)
                    if path != record.path
                    else gettext("line {line}", line=at)
                )
                message = gettext(
                    "{what} stands in {where} already: keep one", what=what, where=where
                )
                yield Problem(record.path, line, Rule.INTERVIEW_TWICE, message)


def check_kit_shown(
    name: str, written: str | None, line: int, record: PageRecord, links: Links
) -> str | None:
    """Report a role that a directive shows the interview of, and which has none; return its key."""
    own = [role_of_interview(it, record) for it in record.interviews]
    key = written or next(iter(own), key_of(record.path) if record.role else "")
    if not key:
        if record.front_matter is not None:
            message = gettext("`{name}` on a page that is no role's wants `:role: KEY`", name=name)
            links.report.error(line, Rule.BAD_OPTION, message)
        return None
    if not written and own and key not in links.known.above.roles:
        return None  # the interview itself tells of it
    if not links.leads("role", key, line, f"`{name}` `:role:`"):
        return None
    # A page in another language has the kit of the role that it translates.
    key = written or links.handbook.roles[key].translates or key
    if name in ("resume-screen", "decision-agenda"):
        return key
    handbook, above = links.handbook, links.known.above
    held = handbook.briefings if name == "candidate-briefing" else handbook.interviews
    if key in held:
        return key
    if links.is_hidden(key in above.interviews) and name != "candidate-briefing":
        links.hidden(f"`{name}` `:role:`", key, line)
    else:
        message = gettext(
            "`{name}`: there is no interview for `{key}`: write it as an `interview` block",
            name=name,
            key=key,
        )
        if key in above.interviews:
            message = gettext(
                "`{name}`: candidates are told nothing of the interview for `{key}`: add "
                "`:briefing: public` to it",
                name=name,
                key=key,
            )
        links.report.error(line, Rule.UNKNOWN_BLOCK, message)
    return None


def check_stage(key: str, stage_id: str, line: int, links: Links) -> None:
    """Report a stage that a role's interview does not have."""
    interview = links.handbook.interviews[key]
    if interview.stage(stage_id) is None:
        ids = [stage.id for stage in interview.stages]
        message = gettext(
            "the interview for `{key}` has no stage {name}", key=key, name=quoted(stage_id)
        )
        message += instead(stage_id, ids, gettext("It has"), gettext("It has none: add it there"))
        links.report.error(line, Rule.UNKNOWN_STAGE, message)
