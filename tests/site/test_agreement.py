"""What the reader takes for a directive is what MyST takes for one.

The reader parses pages without Sphinx, before MyST does. If the two saw different blocks, options
or lines, a page would show something else than what was checked.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import pytest
from docutils.parsers.rst import Directive
from hypothesis import given, reject
from hypothesis import strategies as st
from markdown_it.renderer import RendererHTML
from markdown_it.tree import SyntaxTreeNode
from myst_parser.config.main import MdParserConfig
from myst_parser.mdit_to_docutils.base import compute_unique_slug
from myst_parser.parsers.directives import parse_directive_text
from myst_parser.parsers.mdit import create_md_parser
from myst_parser.parsers.options import options_to_tokens

from hiring.language import parser
from hiring.language.fences import split_fence
from hiring.language.outline import headings_of, slugs_of
from hiring.language.parser import CLOSED, tokens_of
from hiring.language.read import read_tree
from hiring.language.vocabulary import CONTENT_ON_FIRST_LINE, DIRECTIVES, LANGUAGE
from hiring.language.written_options import _PLAIN_OPTIONS
from hiring.model.audience import Audience
from hiring.model.tree import directives_in
from hiring.reading.sources.lines import blanked
from hiring.reading.sources.projection import project
from tests.support.cases import BASE
from tests.support.examples import examples
from tests.support.fixtures import FROZEN

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from hiring.model.tree import Directive as Ours

TESTS = Path(__file__).parents[1]
PAGES = [page for folder in (FROZEN, BASE) for page in sorted(folder.rglob("*.md"))]

SNIPPETS = {
    "options between hyphens": ":::{card} One\n---\nlink: a.md\n---\nText\n:::\n",
    "an empty line below the options": ":::{card} One\n:link: a.md\n\nText\n:::\n",
    "two empty lines and no option": ":::{card}\n\n\nText\n:::\n",
    "only options": ":::{role-list}\n:family: Data\n:display: table\n:::\n",
    "nothing": ":::{role-list}\n:::\n",
    "a body that starts with a fence": "::::{grid}\n:::{card} One\nText\n:::\n::::\n",
    "quoted and long values": ":::{card}\n:link: 'a b.md'\n:img-top: |\n  x.png\nText\n:::\n",
    "in a list and in a quote": "- :::{note}\n  One\n  :::\n\n> :::{note}\n> Two\n> :::\n",
    "backticks and tildes": "```{note}\nOne\n```\n\n~~~{tip}\nTwo\n~~~\n",
    "spaces": ":::   {card}   One  two \n:link:   a.md  \n  Text  \n:::   \n",
    "lines below the body": ":::{note}\n\nOne\n\nTwo\n\n\n:::\n\n:::{tip}\nThree\n:::\n",
    "code that shows a directive": "````markdown\n:::{note}\nOne\n:::\n````\n",
}


class AnyOption(dict[str, "Callable[[str | None], str]"]):
    """Takes every option, as written."""

    def __bool__(self) -> bool:
        return True

    def __missing__(self, name: str) -> Callable[[str | None], str]:
        return lambda value: value or ""


class AnyDirective(Directive):
    """Takes everything that a directive may have."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar[Any] = AnyOption()


@dataclass
class Seen:
    """A directive, as one of the two parsers sees it; an empty body has no line."""

    name: str
    argument: str
    options: dict[str, str]
    body: list[str]
    body_line: int
    children: list[Seen]


def lines(body: list[str]) -> list[str]:
    return "\n".join(body).rstrip("\n").split("\n")


def by_us(found: Ours) -> Seen:
    body = lines(found.body.split("\n"))
    children = [by_us(child) for child in found.directives]
    line = found.body_line if body != [""] else 0
    return Seen(found.name, found.argument, dict(found.options), body, line, children)


def by_myst(markdown: MarkdownIt, text: str, first_line: int) -> list[Seen]:
    """Return the directives of a text, read with MyST's parser in the way its renderer does."""
    found = []
    for token in markdown.parse(text):
        name, argument = (*token.info.strip().split(maxsplit=1), "", "")[:2]
        is_fence = token.type in ("fence", "colon_fence") and name.startswith("{")
        if not (is_fence and name.endswith("}")):
            continue
        assert token.map
        line = first_line + token.map[0]
        # MyST sets a fence at a body's start apart from an option, by a line of its own.
        added = int(token.type == "colon_fence" and token.content.startswith(":::"))
        content = "\n" * added + token.content
        parsed = parse_directive_text(AnyDirective, argument, content, line=line)
        assert parsed.warnings == []
        body_line = line + 1 + parsed.body_offset - added
        name = name[1:-1]
        text = "\n".join(parsed.body)
        inner = [] if DIRECTIVES[name].literal else by_myst(markdown, text, body_line)
        argument = " ".join(parsed.arguments)
        body = lines(parsed.body)
        line = body_line if body != [""] else 0
        found.append(Seen(name, argument, parsed.options, body, line, inner))
    return found


@pytest.fixture(scope="module")
def markdown() -> MarkdownIt:
    return create_md_parser(MdParserConfig(enable_extensions={"colon_fence"}), RendererHTML)


def compared(markdown: MarkdownIt, text: str) -> list[Seen]:
    """Return what both parsers see in a text."""
    text = blanked(project(text, Audience.HIRING_TEAM))
    theirs = by_myst(markdown, text, 1)
    ours = [by_us(found) for found in directives_in(read_tree(text, 1, "page.md").nodes)]
    assert ours == theirs
    return ours


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(TESTS)))
def test_pages(markdown: MarkdownIt, page: Path) -> None:
    compared(markdown, page.read_text("utf-8"))


@pytest.mark.parametrize("text", SNIPPETS.values(), ids=SNIPPETS)
def test_snippets(markdown: MarkdownIt, text: str) -> None:
    compared(markdown, text)


PIECES = [
    *("\n", "\n\n", " ", "  ", "    ", "- ", "1. ", "> ", "# A *b*\n", "## {role}`a` c\n"),
    *(":::", "::::", ":::::", "```", "````", "\n:::\n", "\n::::\n", "\n```\n"),
    *(
        "{note}",
        "{card} *One* [x]",
        "{levels}",
        "{level} A",
        "{dropdown} `c` {role}`a <b>`",
        "{tip} t",
    ),
    *("{duties}", "{grid} 2", "{toctree}", "{code-block} sh", "{rubric} R", "{nothing}"),
    *("\n:class: a\n", "\n---\nname: n\n---\n", "\n:link: [x]\n", ":wq", "text", "[x]", "[x][y]"),
    *("\n[x]: /u\n", "\n[y]: /v 'T'\n", "[^1]", "\n[^1]: Note\n", "*", "**", "`", "``", "_"),
    *("{role}`a", "{kbd}`b`", "\\*", "&amp;", "<b>", "<http://a>", "(l)=\n", "% c\n", "+++\n"),
    *("| a | b |\n|---|---|\n| c | d |\n", "---\n", "![i](j)", "[[p]]", "\n\n\n", "\t"),
]


class NoArgument(AnyDirective):
    """Takes no argument: its body may start on the opening line."""

    optional_arguments = 0


def theirs(markdown: MarkdownIt, text: str, first_line: int, env: dict[str, Any]) -> list[Any]:
    """Return the blocks of a text and of its directives, as MyST's renderer gets at them."""
    tokens = markdown.parse(text, env)
    found: list[Any] = []
    for token in tokens:
        found.append(seen(token, first_line))
        line = found[-1][1]
        split = split_fence(token, DIRECTIVES) if token.type.endswith("fence") else None
        if split is None or split.name not in DIRECTIVES or DIRECTIVES[split.name].literal:
            continue
        kind = NoArgument if split.name in CONTENT_ON_FIRST_LINE else AnyDirective
        argument = (token.info.strip().split(maxsplit=1)[1:] or [""])[0]
        nested = token.type == "colon_fence" and token.content.startswith(":::")
        added = int(nested and not split.first)
        content = "\n" * added + token.content
        parsed = parse_directive_text(kind, argument, content, line=line)
        if split.bar == split.lines or split.bar_line.strip("- ") or (split.first and split.count):
            reject()  # the reader refuses such options
        inner = {} if DIRECTIVES[split.name].own else env
        body = "".join(f"{each}\n" for each in parsed.body)
        body_line = line + 1 + parsed.body_offset - added
        found += theirs(markdown, body, body_line, inner) if body else []
    return found


def ours(text: str) -> list[Any]:
    found = []
    for token in tokens_of(text, LANGUAGE):
        if token.type != CLOSED:
            found.append(seen(token, 1))
    return found


def seen(token: Token, first_line: int) -> tuple[Any, ...]:
    """Return what is compared of a block: those that only close another have no line."""
    line = first_line + token.map[0] if token.map else 0
    return token.type, line, token.content.rstrip("\n"), inline(token.children)


def inline(children: list[Any] | None) -> list[Any]:
    """Return what is in a text, with its escaped signs joined to what stands beside them."""
    parts: list[Any] = []
    for child in children or []:
        kind = "text" if child.type == "text_special" else child.type
        if kind == "text" and parts and parts[-1][0] == "text":
            parts[-1] = ("text", parts[-1][1] + child.content, {})
        else:
            parts.append((kind, child.content, child.attrs))
    return parts


def any_text(test: Callable[[str], None]) -> Callable[[], None]:
    """Let a test see many texts."""
    some = examples(150)
    return some(given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join))(test))


@any_text
def test_any_text_is_parsed_in_place_as_myst_parses_it_apart(text: str) -> None:
    text = blanked(text)
    markdown = create_md_parser(parser.settings(), RendererHTML)
    markdown.enable(["html_block", "html_inline"])
    markdown.core.ruler.disable("wordcount")
    assert sorted(map(repr, ours(text))) == sorted(map(repr, theirs(markdown, text, 1, {})))


@any_text
def test_any_heading_has_the_anchor_that_myst_gives_it(text: str) -> None:
    text = blanked(text.replace("<b>", "b"))  # HTML is refused
    markdown = create_md_parser(parser.settings(), RendererHTML)
    found: dict[str, None] = {}
    for node in SyntaxTreeNode(markdown.parse(text)).children:
        if node.type == "heading" and (slug := compute_unique_slug(node, found)):
            found[slug] = None
    assert slugs_of(headings_of(read_tree(text, 1, "page.md").nodes)) == list(found)


@examples(300)
@given(st.from_regex(_PLAIN_OPTIONS, fullmatch=True))
def test_plain_options_are_read_as_myst_reads_them(text: str) -> None:
    tokens, state = options_to_tokens(text)
    assert state.comment_lines == []
    seen = [(name.value, value.value if value else "") for name, value in tokens]
    written = [line.partition(":") for line in text.split("\n")]
    assert seen == [(name, value.strip()) for name, _, value in written]


def test_the_pages_show_what_is_to_be_compared(markdown: MarkdownIt) -> None:
    seen = [one for page in PAGES for one in compared(markdown, page.read_text("utf-8"))]
    assert any(one.children for one in seen)
    assert any(one.options for one in seen)
    assert any(one.argument for one in (child for one in seen for child in one.children))
