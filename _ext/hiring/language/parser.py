"""The one parser of pages: MyST's own, with one fixed configuration, which the site uses as well.

Here directives are parsed in place: what is inside one is parsed with the page, not once more. The
site's parser gets at the same blocks by another way: MyST parses the text of each by itself.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from markdown_it.rules_block import fence, make_fence_rule, reference
from markdown_it.token import Token
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

from hiring.language.fences import split_fence
from hiring.language.first_signs import by_first_sign
from hiring.language.limits import MAX_BLOCK_DEPTH
from hiring.language.vocabulary import SCHEMES, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.utils import EnvType

    Rule = Callable[[StateBlock, int, int, bool], bool]

SYNTAX = {"colon_fence"}
"""The extensions of MyST's syntax that pages have."""

INSIDE = "inside"
"""Of a fence's token: what was parsed of it in place, as ``Inside``."""

_KEPT = ("words", "definitions", "offset")
"""What is known inside of directives, too, when they are parsed."""

CLOSED = "directive_close"
"""The type of the token behind all that stands in a directive."""


def settings(schemes: Collection[str] = SCHEMES) -> MdParserConfig:
    """Return MyST's settings for pages; ``schemes`` are what an address may start with.

    Every heading has an anchor. HTML and front matter of MyST's own are no part of the syntax.
    """
    return MdParserConfig(
        enable_extensions=set(SYNTAX),
        disable_syntax=["front_matter", "html_block", "html_inline"],
        fence_as_directive=set(),
        url_schemes=dict.fromkeys(schemes),
        heading_anchors=6,
    )


def tokens_of(
    text: str, words: Vocabulary, definitions: list[tuple[str, int]] | None = None
) -> list[Token]:
    """Return the tokens of a page's text, with those of what stands in directives among them.

    Behind a fence's token whose meta has ``inside`` follow the tokens of what is in it, up to one
    of the type ``directive_close``; their lines count from 0 as those of the page do. To
    ``definitions`` go the names of links that the text defines, each time with its line.
    """
    noted = [] if definitions is None else definitions
    return _parser().parse(text, {"words": words, "definitions": noted, "offset": 0})


class _NoRenderer:
    """What MyST's factory is given to render with: nothing is rendered here."""

    __output__ = "nothing"

    def __init__(self, parser: MarkdownIt) -> None:
        """Take no note of the parser."""


@cache
def _parser() -> MarkdownIt:
    markdown = create_md_parser(settings(), _NoRenderer)  # type: ignore[arg-type]
    # HTML is read here, since its writers are told; the site shows it as text.
    markdown.enable(["html_block", "html_inline"])
    # Escaped signs stay apart from others, and words are counted elsewhere.
    markdown.core.ruler.disable(["text_join", "wordcount"])
    markdown.core.ruler.before("block", "last_line_end", _end_last_line)
    markdown.core.ruler.at("inline", _parse_inline)
    markdown.block.ruler.at("reference", _noted(reference))
    colons = make_fence_rule(markers=(":",), token_type="colon_fence")
    interrupts = ["paragraph", "reference", "blockquote", "list"]
    markdown.block.ruler.at("fence", _in_place(fence), {"alt": interrupts})
    interrupts = [*interrupts, "footnote_def"]
    markdown.block.ruler.at("colon_fence", _in_place(colons), {"alt": interrupts})
    return by_first_sign(markdown)


def _end_last_line(state: StateCore) -> None:
    """End the last line: without, MyST's rules fail on ``> %`` followed by a bare ``>``."""
    state.src += "" if state.src.endswith("\n") else "\n"


def _noted(rule: Rule) -> Rule:
    """Return the rule for definitions of links, which notes the name and the line of each."""

    def parse(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        env = state.env
        known = len(env.get("references", ()))
        found = rule(state, start, end, silent)
        if found and not silent:
            names = list(env["references"])[known:] or [env["duplicate_refs"][-1]["label"]]
            env["definitions"].append((names[0], start + env["offset"]))
        return found

    return parse


def _in_place(rule: Rule) -> Rule:
    """Return a rule for fences that parses what stands in a directive, too."""

    def parse(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        found = rule(state, start, end, silent)
        if silent or not found or not _holds_markdown(state.tokens[-1], state.env):
            return found
        token = state.tokens[-1]
        after, outer = state.line, state.env
        name, split = token.meta["name"], token.meta["split"]
        state.env = _inner(outer, name)
        token.meta[INSIDE] = state.env
        if state.level == 0 and state.sCount[start] == 0 and not split.first:
            _parse_lines(state, start + 1 + split.count, start + 1 + split.lines)
        else:
            _parse_apart(state, token, start)
        state.tokens.append(Token(CLOSED, "", 0))
        state.env, state.line = outer, after
        return True

    return parse


def _holds_markdown(token: Token, env: Mapping[str, Any]) -> bool:
    """Tell whether a fence is a directive whose inside is Markdown; note how it is split."""
    split = split_fence(token, env["words"].directives)
    if split is None:
        return False
    token.meta.update(name=split.name, split=split)
    spec = env["words"].directives.get(split.name)
    return spec is not None and not spec.literal and env.get("depth", 0) < MAX_BLOCK_DEPTH


def _inner(env: Mapping[str, Any], name: str) -> dict[str, Any]:
    """Return what is known inside a directive when its blocks are parsed.

    What is shown elsewhere too can't use what is defined around it.
    """
    own = env["words"].directives[name].own
    return {**{key: env[key] for key in _KEPT}, "depth": env.get("depth", 0) + 1, "own": own}


def _parse_lines(state: StateBlock, first: int, end: int) -> None:
    """Parse lines of the page where they stand, as a text of their own."""
    kept = state.lineMax, state.tight, state.parentType
    state.lineMax, state.parentType = end, "root"
    state.md.block.tokenize(state, first, end)
    state.lineMax, state.tight, state.parentType = kept


def _parse_apart(state: StateBlock, token: Token, start: int) -> None:
    """Parse what stands indented, or on the opening line: its lines are other ones than the page's.

    ``start`` is the line of the page on which the fence opens.
    """
    split = token.meta["split"]
    moved = start + (0 if split.first else 1 + split.count)
    state.env["offset"] += moved
    inner: list[Token] = []
    state.md.block.parse(split.body, state.md, state.env, inner)
    for each in inner:
        if each.map is not None:
            each.map = [each.map[0] + moved, each.map[1] + moved]
    state.tokens += inner


def _parse_inline(state: StateCore) -> None:
    """Parse the text of blocks, with the names of links that MyST knows when it does so.

    It parses a page's own blocks first; then each directive's, which adds its names to those that
    are known.
    """
    _parse_scope(state.md, state.tokens, 0, state.env)


def _parse_scope(md: MarkdownIt, tokens: list[Token], at: int, env: EnvType) -> int:
    """Parse the text of the blocks from one token on, up to where their directive is closed.

    Returns the number of the token behind.
    """
    inner: list[int] = []
    depth = 0
    while at < len(tokens):
        token = tokens[at]
        if token.type == CLOSED:
            depth -= 1
            if depth < 0:
                break
        elif INSIDE in token.meta:
            if depth == 0:
                inner.append(at)
            depth += 1
        elif depth == 0 and token.type == "inline" and token.children is not None:
            md.inline.parse(token.content, md, env, token.children)
        at += 1
    for place in inner:
        token = tokens[place]
        scope = token.meta[INSIDE]
        if not scope["own"]:
            for name, found in scope.get("references", {}).items():
                env.setdefault("references", {}).setdefault(name, found)
            scope = env
        title: list[Token] = []
        token.meta["title"] = title
        md.inline.parse(token.meta["split"].title, md, scope, title)
        _parse_scope(md, tokens, place + 1, scope)
    return at
