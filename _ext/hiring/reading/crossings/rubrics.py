"""Rubrics of skills: whether what they name is there, and one that is shown elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.model.interviews import rubric_for
from hiring.model.messages import gettext
from hiring.model.problem import quoted
from hiring.model.rules import Rule
from hiring.model.skill_scale import named_in

if TYPE_CHECKING:
    from hiring.model.interviews import Rubric
    from hiring.reading.crossings.links import Links
    from hiring.reading.pages.record import Shown


def check_rubric(rubric: Rubric, links: Links) -> None:
    """Report a skill, a role or a level of a rubric that is not there."""
    links.leads("skill", rubric.skill, rubric.line, "`rubric`")
    if rubric.role:
        if links.leads("role", rubric.role, rubric.line, "`rubric` `:role:`") and rubric.level:
            target = f"{rubric.role}/{rubric.level}"
            links.leads("level", target, rubric.line, "`rubric` `:level:`")
    elif rubric.level:
        message = gettext("`level`: whose level is it? Add `:role: KEY`")
        links.report.error(rubric.line, Rule.BAD_OPTION, message)


def check_rubric_shown(shown: Shown, links: Links) -> None:
    """Report a rubric that `:from:` shows, and that is not there for its role."""
    key, level, line = shown.options["from"], shown.options.get("level"), shown.line_of("from")
    what = "`rubric` `:from:`"
    if "role" in shown.options:
        message = gettext(
            "`rubric` has both `:from:` and `:role:`: keep `:from:`, which says whose it is"
        )
        links.report.error(shown.line_of("role"), Rule.BAD_OPTION, message)
    there = links.leads("skill", shown.argument, shown.line, "`rubric`")
    if not key or not links.leads("role", key, line, what):
        return
    if level:
        target = f"{key}/{level}"
        there &= links.leads("level", target, shown.line_of("level"), "`rubric` `:level:`")
    found = named_in(links.handbook, shown.argument)
    # A rubric that can't be read is told of where it stands.
    if not there or not found or links.known.unread:
        return
    skill = found[0].key
    if rubric_for(links.handbook.rubrics, skill, key, level):
        return
    if links.is_hidden(rubric_for(links.known.above.rubrics, skill, key, level) is not None):
        links.hidden(what, shown.argument, line)
    else:
        message = gettext(
            "{what}: {skill} has no rubric for `{key}`: write one, with four points",
            what=what,
            skill=quoted(skill),
            key=key,
        )
        links.report.error(line, Rule.UNKNOWN_BLOCK, message)
