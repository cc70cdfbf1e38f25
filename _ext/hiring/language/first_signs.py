"""Which rules of the parser a line is shown to, by the sign that it starts with."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

    Rule = Callable[[StateBlock, int, int, bool], bool]

_STARTS = {
    "blockquote": ">",
    "colon_fence": ":",
    "fence": "`~",
    "footnote_def": "[",
    "heading": "#",
    "hr": "*-_",
    "html_block": "<",
    "list": "*+-0123456789",
    "myst_block_break": "+",
    "myst_line_comment": "%",
    "myst_target": "(",
    "reference": "[",
}
"""The signs that a line starts with which a rule for blocks finds something in."""


def by_first_sign(markdown: MarkdownIt) -> MarkdownIt:
    """Return a parser whose rules for blocks see no line but those that start as they want.

    Most lines are of a paragraph, and would be shown to all of them.
    """
    for rule in list(markdown.block.ruler.__rules__):
        if signs := _STARTS.get(rule.name):
            asked = _asked_of(frozenset(signs), rule.fn)
            markdown.block.ruler.at(rule.name, asked, {"alt": rule.alt})
    return markdown


def _asked_of(signs: frozenset[str], rule: Rule) -> Rule:
    def parse(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        first = state.bMarks[start] + state.tShift[start]
        return state.src[first : first + 1] in signs and rule(state, start, end, silent)

    return parse
