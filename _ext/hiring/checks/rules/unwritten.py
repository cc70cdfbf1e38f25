"""Ready to post? What a page leaves unwritten: what a role's postings are made of, and stand-ins.

A room of its own, as ``readiness`` looks at openings, and a role is asked before there is any.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hiring.checks.prose import ProseSubject
from hiring.checks.rule import Hit, check
from hiring.checks.subjects import RoleSubject
from hiring.model.messages import gettext
from hiring.model.problem import Severity, quoted
from hiring.model.tree import Directive, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

_STAND_IN = re.compile(
    r"(?:[A-Z][\w ]{0,40}:)?[^\w?]*+(?:TB[ACD]|XXX+|Xxx+|xxx+|tb[acd]|\?{3}"
    r"|(?:FIXME|[Ll]orem ipsum)\b.*"
    r"|[Tt]o be (?:defined|determined|written|completed|added)"
    r"|(?:[Ww]ird )?[Nn]och (?:zu )?(?:ergänzen|ergänzt|schreiben)"
    r"|[ÀàAa] (?:compléter|définir|rédiger))\W*+",
    re.DOTALL,
)
"""What stands for a text that nobody has written, alone or behind what it is about."""


_SAY_THE_JOB = ("responsibilities", "duties", "qualifications", "levels")
"""The blocks without which nobody knows from a posting what a job is."""


def _is_active(role: RoleSubject) -> bool:
    return role.role.facts.status == "active"


def _borrowed(role: RoleSubject) -> Iterator[Directive]:
    """Yield the blocks of other roles that a role's page shows, of those that are posted."""
    names = {*role.role.posted_blocks, "duties", "levels"}
    for node in walk(role.page.body.nodes):
        if isinstance(node, Directive) and node.name in names and "from" in node.options:
            yield node


@check(Severity.WARNING, RoleSubject, when=_is_active)
def role_unwritten(role: RoleSubject) -> Iterator[Hit]:
    """The page of an active role has neither responsibilities nor qualifications in a block.

    Why: Postings, data and search are made of blocks: what stands under a heading, or behind a
    line of bold text, is on the page alone.
    """
    stated = {*(block.name for block in role.role.blocks), *(it.name for it in _borrowed(role))}
    if stated.isdisjoint(_SAY_THE_JOB) and not role.role.levels:
        message = gettext(
            "no block here says what is done, or what it takes, and only blocks are posted: put a "
            "line `:::{responsibilities}` or `:::{qualifications}` above each list, and `:::` "
            "below it"
        )
        yield Hit(line=role.page.body_line, message=message)


@check(Severity.WARNING, RoleSubject)
def block_elsewhere(role: RoleSubject) -> Iterator[Hit]:
    """A role's page shows a block of another role, which its own postings and data leave out.

    Beside a block of its own it may well be meant, as to compare the two: that is a note.

    Why: Readers of the page see it; those of the posting, and who searches, do not.
    """
    for it in _borrowed(role):
        own = role.role.levels if it.name == "levels" else role.role.blocks_named(it.name)
        if own and it.name == "levels":
            continue  # a comparison: levels are never added to others
        message = gettext(
            "`{name}` `:from:` shows `{key}`'s on this page alone; postings, data and search of "
            "this role leave it out: where it holds here too, write it out",
            name=it.name,
            key=it.options["from"],
        )
        severity = Severity.NOTE if own else None
        yield Hit(line=it.line_of("from"), message=message, severity=severity)


@check(Severity.WARNING, ProseSubject, languages=())
def stand_in(prose: ProseSubject) -> Iterator[Hit]:
    """A text is a stand-in for one that nobody has written, as `TBD` or `xxx`.

    Why: Readers and applicants find a hole where they look for an answer.
    """
    for passage in prose.passages:
        if _STAND_IN.fullmatch(passage.text):
            message = gettext(
                "{found} stands where a text is wanted: write it, or delete the line; in a draft, "
                "`TODO` marks what is open",
                found=quoted(passage.text),
            )
            start = len(passage.text) - len(passage.text.lstrip())
            yield Hit(line=passage.line_at(start), message=message)
