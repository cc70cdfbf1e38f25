"""Requirements: what a role asks of people, and whether each demand can be met and defended."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hiring.checks.language.claims import degrees_in
from hiring.checks.language.tools import skill_names, skill_patterns, tool_names
from hiring.checks.posted import PostingSubject
from hiring.checks.prose import ProseSubject
from hiring.checks.rule import Hit, check
from hiring.checks.subjects import HandbookSubject, RoleSubject
from hiring.language.plain import as_written
from hiring.language.references import references_in
from hiring.language.spoken import GAP, entries_of, spoken
from hiring.model.messages import gettext
from hiring.model.paths import SKILLS
from hiring.model.problem import Severity, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.model.role import Block, JobRole
    from hiring.model.tree import Node

_REASON = re.compile(
    r"[:;\N{EN DASH}\N{EM DASH}(]| - |(?<!\bup )\bto\b|"
    r"\bfor\b(?! (?:up to |long |\w+ (?:hours?|minutes?)))|"
    r"\b(?:because|since|as|so|when|while|during|before|where|which|who|that|on|at)\b",
    re.IGNORECASE,
)
"""What stands before the reason of a demand, or the work that it belongs to."""

_ANY_OF = re.compile(
    r"\b(?:any combination of|(?:any|one|either) (?:one )?(?:or more )?of the following)\b"
    r"|[;,]\s+or:?\s*\Z",
    re.IGNORECASE,
)
"""What makes ways in of the entries of a list, of which one is enough."""

MOST_SKILLS = 3
"""How many skills one must-have names before it counts as several."""


def _musts(role: JobRole) -> Iterator[Block]:
    """Yield the blocks that say what a candidate must bring."""
    for block in role.blocks_named("qualifications"):
        if block.priority in (None, "must"):
            yield block


def _unlinked(node: Node) -> str:
    """Return what a node says that is no cross-reference: those are links already."""
    return as_written(node) if node.kind == "placeholder" else GAP


@check(Severity.WARNING, RoleSubject)
def too_many_must_haves(role: RoleSubject) -> Iterator[Hit]:
    """A role has more must-haves than `checks.limits.must_haves` (7, where nothing is stated).

    Why: Each must-have turns away people who could do the job, and each has to be assessed.
    """
    items = [item for block in _musts(role.role) for item in entries_of(block.body.nodes)]
    most = role.limits.must_haves
    if len(items) > most:
        message = gettext(
            "{number} must-haves, more than {limit}: keep what the first month needs, and move the "
            "rest under `:priority: should`",
            number=len(items),
            limit=most,
        )
        yield Hit(line=items[most].line, message=message)


@check(Severity.NOTE, RoleSubject)
def crowded_must_have(role: RoleSubject) -> Iterator[Hit]:
    """One must-have names more than three skills, so that it is really several.

    Why: Who lacks one of them can't tell whether to apply, and interviewers rate one line for all.
    """
    names = role.handbook.skill_names
    for block in _musts(role.role):
        for item in entries_of(block.body.nodes):
            asked = [it.target for it in references_in(item.children) if it.kind == "skill"]
            skills = {names[name.lower()].key for name in asked if name.lower() in names}
            if len(skills) > MOST_SKILLS:
                message = gettext(
                    "one must-have asks for {number} skills ({skills}): ask for each in a line of "
                    "its own",
                    number=len(skills),
                    skills=listed(sorted(skills)),
                )
                yield Hit(line=item.line, message=message)


@check(Severity.WARNING, ProseSubject, languages=())
def degree_without_experience(prose: ProseSubject) -> Iterator[Hit]:
    """A degree is a must, and experience can't stand in for it.

    A high-school diploma is no degree.

    Why: It shuts out people who learned the work elsewhere. Where the law wants the degree, waive
    this and name the law.
    """
    role = prose.role
    if role is None:
        return
    education = role.facts.education
    if education and education.level not in ("none", "high-school") and not education.or_experience:
        message = gettext(
            "`education` asks for `{level}` and lets no experience stand in for it: add "
            "`or_experience: true`, if people without the degree may apply",
            level=education.level,
        )
        yield Hit(line=prose.line("role.education"), message=message)
    named = [it for it in prose.on_degrees if it.anchor == it.block == "qualifications"]
    if named and _has_other_ways(prose):
        return
    for passage in named:
        for claim in degrees_in(passage, asking=True):
            other = claim.preferred or claim.or_experience or claim.substitutes
            if claim.lowest != "high-school" and not other:
                message = gettext(
                    "{degree} is a must, whatever else a person has done: add `or equivalent "
                    "experience`, or move it under `:priority: should`",
                    degree=claim.words,
                )
                yield Hit(line=passage.line_at(claim.place), message=message)


def _has_other_ways(prose: ProseSubject) -> bool:
    """Tell whether one of a page's must-haves is enough."""
    musts = (it for it in prose.passages if it.anchor == it.block == "qualifications")
    return any(_ANY_OF.search(passage.text) for passage in musts)


@check(Severity.WARNING, RoleSubject)
def skill_not_linked(role: RoleSubject) -> Iterator[Hit]:
    """Qualifications name a tool, or a skill of skills.yaml, that the role links nowhere.

    Why: The index of skills, the search and the postings' data miss what stands only in words.
    """
    names = role.handbook.skill_names
    patterns = skill_patterns(role.handbook.skills.values())
    asked = {use.skill for use in role.role.skills}
    of_levels = (block for level in role.role.levels for block in level.blocks)
    for block in (*role.role.blocks_named("qualifications"), *of_levels):
        for item in entries_of(block.body.nodes):
            line, words = item.line, spoken(item.children, item.line, _unlinked)
            named = (*tool_names(words), *skill_names(words, patterns))
            found = {
                " ".join(name[0].split()): line + words.count("\n", 0, name.start())
                for name in named
            }
            defined = {names[name.lower()].key: name for name in found if name.lower() in names}
            missing = [name for name in found if name.lower() not in names]
            for key, name in defined.items():
                if key not in asked:
                    message = gettext(
                        "{name} is asked for in words alone: write {{skill}}`{key}`",
                        name=quoted(name),
                        key=key,
                    )
                    yield Hit(line=found[name], message=message)
            if missing:
                message = gettext(
                    "{names} in words alone: define each in {file}, and write it as {{skill}} with "
                    "its key",
                    names=listed(missing),
                    file=SKILLS,
                )
                yield Hit(line=found[missing[0]], message=message)


@check(Severity.WARNING, HandbookSubject)
def unused_skill(whole: HandbookSubject) -> Iterator[Hit]:
    """A skill of skills.yaml is in no role's qualifications, and on no page.

    Why: Lists of skills that nobody asks for grow until nobody reads them.
    """
    handbook = whole.handbook
    unasked = [key for key in handbook.skills if key not in handbook.roles_by_skill]
    if not unasked:
        return
    known = handbook.skill_names
    named = {known[it].key for page in handbook.pages.values() for it in page.skills if it in known}
    for key in unasked:
        if key not in named:
            message = gettext(
                "no role asks for the skill `{key}`: name it in a role, or delete it", key=key
            )
            line = whole.line(f"skills.{key}", SKILLS)
            yield Hit(line=line, message=message, path=SKILLS)


@check(Severity.NOTE, ProseSubject)
def demand_without_reason(prose: ProseSubject) -> Iterator[Hit]:
    """An entry of `physical-demands` says what the body must do, and not what for.

    Why: Who can do the same in another way, or with a device, can't tell; and a demand that has
    no reason in the work may count as discrimination.
    Source: Americans with Disabilities Act, 29 CFR 1630.2(n) (essential functions) and 1630.10.
    """
    for passage in prose.passages:
        listed = passage.block == "physical-demands" and passage.kind == "item"
        if listed and passage.english and not _REASON.search(passage.text):
            message = gettext(
                '{said}: say what for, as "Lift up to 20 kg: drums of cable"',
                said=quoted(passage.text),
            )
            yield Hit(line=passage.line, message=message)


@check(Severity.NOTE, PostingSubject)
def condition_without_reason(posted: PostingSubject) -> Iterator[Hit]:
    """A condition of a job, as a background check or a minimum age, does not say why it is one.

    The right to work needs no reason: it is the law for every job.

    Why: People turn away from a check that they don't understand, and many laws allow one only for
    a reason that lies in the work.
    Asks: Each condition says why it is one.
    """
    facts = posted.opening.facts if posted.opening else posted.role.facts
    holder = "opening" if posted.opening else "role"
    for place, condition in enumerate(facts.conditions):
        if condition.reason is None and condition.kind != "right-to-work":
            message = gettext(
                "`{kind}` has no reason: add `reason: ...`, which lies in the work",
                kind=condition.kind,
            )
            yield Hit(line=posted.line(f"{holder}.conditions.{place}"), message=message)
