"""What was meant as markup and is text because of a slip: readers would see its signs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hiring.language.vocabulary import INLINE, REFERENCES
from hiring.model.messages import gettext
from hiring.model.problem import quoted
from hiring.model.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Callable

    from hiring.model.report import Report

_DANGLING = re.compile(r"\[[^\[\]]+\]\[[^\[\]]*\]")
_ROLE = re.compile(rf"\{{(?:hiring:)?(?:{'|'.join((*REFERENCES, *INLINE))})\}}")
_ODD_ADDRESS = re.compile(
    r"\[[^\[\]]*\]\((?:[^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|(?:https?://|mailto:|tel:)\S*)"
)
_SPACE_IN_LINK = re.compile(r"\[[^\[\]]*\]\s\((?:https?://|mailto:|tel:|[^()\s]+\.md)[^()\s]*\)")
_LINK_REVERSED = re.compile(r"\([^()]*\)\[(?:https?://|[^\[\]\s]+\.md)[^\[\]\s]*\]")
_DEFINITION = re.compile(r"^ *\[[^\[\]]+\]:.*", re.MULTILINE)
_AUTOLINK = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*:[^<>\s]*>")
_AUDIENCE = re.compile(
    r"^audience[ \t]*:[ \t]*(?:public|employee|hiring-team)$", re.MULTILINE | re.IGNORECASE
)
_STARS = re.compile(r"\*{2,}(?:[^*\n]*\*{2,})?")
_BOX = re.compile(r"^\[[ xX]?\](?=\s|$)", re.MULTILINE)
_FENCE = re.compile(r"^[ \t]*[:;\N{FULLWIDTH COLON}]+[ \t]*\{[\w:-]+\}", re.MULTILINE)

SLIPS: tuple[tuple[re.Pattern[str], Callable[[], str]], ...] = (
    (
        _ROLE,
        lambda: gettext(
            "wanted the target right behind it between backticks, as {role}`data-engineer`"
        ),
    ),
    (
        _ODD_ADDRESS,
        lambda: gettext(
            "no address of a link: write a space as %20, and only https, mailto, "
            "tel or a page's path"
        ),
    ),
    (_SPACE_IN_LINK, lambda: gettext("a space between a link's text and its address: delete it")),
    (_LINK_REVERSED, lambda: gettext("a link the wrong way around: write [text](address)")),
    (
        _DEFINITION,
        lambda: gettext(
            "no address for a link's name: wanted only https, mailto, tel or a page's path"
        ),
    ),
    (_AUTOLINK, lambda: gettext("no address of a link: wanted only https, mailto or tel")),
    (_AUDIENCE, lambda: gettext("who may read a page is said at its top, between two lines `---`")),
    (
        _STARS,
        lambda: gettext(
            "stars that make nothing bold: write `**words**`, with no space inside and one around"
        ),
    ),
    (
        _BOX,
        lambda: gettext("a box to tick, which pages do not have: delete it, and keep the words"),
    ),
    (_FENCE, lambda: gettext("wanted three colons or more, as `:::{note}`")),
)
"""What is looked for, and what says what is wanted instead."""


_SUSPECT = re.compile(r"[\[{<:;(*\N{FULLWIDTH COLON}]")
"""A sign that a text must have to hold any slip: most texts have none."""


def check_words(prose: str, first_line: int, report: Report) -> None:
    """Report slips, and blanks that nobody has filled in, in a text that starts on a line.

    ``prose`` is the text of a paragraph, heading or cell, without what was understood as markup.
    """
    report.todo(prose, first_line)
    if not _SUSPECT.search(prose):
        return
    found = [
        (
            match,
            Rule.LINK_DEFINITION,
            gettext("which is defined nowhere in this block: write [text](address)"),
        )
        for match in _DANGLING.finditer(prose)
    ]
    found += [
        (match, Rule.SHOWN_AS_TEXT, wanted())
        for pattern, wanted in SLIPS
        for match in pattern.finditer(prose)
    ]
    fences = [match.span() for match in _FENCE.finditer(prose)]
    for match, rule, wanted in found:
        if any(start < match.start() < end for start, end in fences):
            continue  # what stands in a fence is not read: the fence is wrong
        line = first_line + prose.count("\n", 0, match.start())
        message = gettext("found {found}, {wanted}", found=quoted(match.group()), wanted=wanted)
        report.error(line, rule, message)
