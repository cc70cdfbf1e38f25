"""Which rules of the parser a line is shown to, by the sign that it starts with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it.parser_inline import ParserInline
from markdown_it.ruler import Ruler
from markdown_it.token import Token

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.utils import EnvType

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

_OF_BARS = frozenset("|-:")
"""The signs that the line below a table's head starts with."""

_MARKS = re.compile(r"[\n\\{`*_\[<&]")
"""The signs in a text which a rule for what stands in lines finds something at."""


def by_first_sign(markdown: MarkdownIt) -> MarkdownIt:
    """Return a parser whose rules for blocks see no line but those that start as they want.

    Most lines are of a paragraph, and would be shown to all of them. Text without any mark is shown
    to no rule.
    """
    blocks = _Rules()
    blocks.__rules__ = markdown.block.ruler.__rules__
    markdown.block.ruler = blocks
    table, heading = (_rule_named(name, blocks) for name in ("table", "lheading"))
    blocks.at("table", _where_barred(table), {"alt": ["paragraph", "reference"]})
    blocks.at("lheading", _where_underlined(heading))
    inline = _Inline()
    vars(inline).update(vars(markdown.inline))
    markdown.inline = inline
    return markdown


class _Rules(Ruler["Rule"]):
    """The rules for blocks, of which each chain is asked as one, by a line's first sign."""

    def __compile__(self) -> None:
        super().__compile__()
        assert self.__cache__ is not None
        starts = {rule.fn: _STARTS.get(rule.name, "") for rule in self.__rules__}
        self.__cache__ = {
            name: [_asked([(rule, starts[rule]) for rule in chain])] if chain else chain
            for name, chain in self.__cache__.items()
        }


def _asked(rules: Sequence[tuple[Rule, str]]) -> Rule:
    """Return rules as one, that asks in turn those that may find something."""
    of_any = tuple(rule for rule, signs in rules if not signs)
    of_sign = {
        sign: tuple(rule for rule, signs in rules if not signs or sign in signs)
        for sign in "".join(signs for _, signs in rules)
    }

    def parse(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        first = state.bMarks[start] + state.tShift[start]
        for rule in of_sign.get(state.src[first : first + 1], of_any):
            if rule(state, start, end, silent):
                return True
        return False

    return parse


def _rule_named(name: str, rules: Ruler[Rule]) -> Rule:
    return next(rule.fn for rule in rules.__rules__ if rule.name == name)


def _where_barred(rule: Rule) -> Rule:
    """Return the rule for tables, which looks at none without a line of bars below its first."""

    def parse(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        if start + 2 > end:
            return False
        first = state.bMarks[start + 1] + state.tShift[start + 1]
        return state.src[first : first + 1] in _OF_BARS and rule(state, start, end, silent)

    return parse


def _where_underlined(rule: Rule) -> Rule:
    """Return the rule for headings with a line below that is none of a paragraph's without one."""

    def parse(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        line = start + 1
        while line < end and not state.isEmpty(line):
            first = state.bMarks[line] + state.tShift[line]
            if state.src[first] in "-=" and state.sCount[line] >= state.blkIndent:
                return rule(state, start, end, silent)
            line += 1
        # As the rule itself leaves it where it finds none.
        state.parentType = "paragraph"
        return False

    return parse


class _Inline(ParserInline):
    """The rules for what stands in lines."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Add the tokens of a text to ``tokens``."""
        if _MARKS.search(src) or tokens:
            return super().parse(src, md, env, tokens)
        if src:
            tokens.append(Token("text", "", 0, content=src))
        return tokens
