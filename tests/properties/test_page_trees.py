"""What an audience sees of a page's tree is the tree of what it sees of the page.

``EXAMPLES=5000`` in the environment tries more pages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from hiring.model.audience import Audience
from hiring.model.rules import Rule
from hiring.model.tree import Directive, walk
from hiring.reading.pages import page as page_module
from hiring.reading.pages.page import read_page
from hiring.reading.pages.page_trees import PageTrees
from hiring.reading.sources.projection import MARK, find_parts, project
from tests.support.examples import examples

if TYPE_CHECKING:
    from hiring.model.tree import Node

LOWER = (Audience.PUBLIC, Audience.EMPLOYEE)

PIECES = (
    *(
        "Words, *more* and [a], [b][], text[^1].",
        "two\nlines",
        "# Title",
        "## Heading",
        "Under\n===",
    ),
    *("- one\n- two", "- one\n\n  more", "* star", "1. first\n2. second", "1) round", "- a\n  - b"),
    *(
        "> quoted",
        "> - in it",
        "| a | b |\n|---|---|\n| c | d |",
        "```text\ncode\n```",
        "~~~\nx\n~~~",
    ),
    *("    indented", "  two in", "   - three in", "\ttab", "%  comment", "+++ break", "***"),
    *(
        "(label)=",
        "(label-2)=",
        "(label)=\n## Labelled",
        "<div>\nhtml\n</div>",
        "<!-- c -->",
        "<b>x</b>",
    ),
    *("[a]: https://a.example", "[b]: https://b.example", "[a]:\n  https://c.example 'T'"),
    *("[^1]: Foot.", "[^2]: Foot.\n\n    More.", "[^1]:", "[a\n]: https://d.example"),
    *(
        "{role}`baker` and {ref}`label`",
        "![pic](p.png)",
        "[[location]]",
        ":::{figure} p.png\n:alt: x\n:::",
    ),
    *("```{toctree}\nx\n```", ":::{levels}\n:from: baker\n:::", ":::{image} p.png\n:alt: x\n:::"),
    *(":::{glossary}\nterm\n  Meaning.\n:::", "    more\n", "      - deep", "<!--", "-->", "<pre>"),
    *(
        "```",
        ":::",
        "- ",
        "1. ",
        ":option: value",
        ":class: value",
        "---",
        "",
        "\\",
        "term\n: Meaning",
    ),
    *("- :::{note}\n  in a list\n  :::", "> :::{note}\n> in a quote\n> :::", "- ```\n  code"),
    *("[^3]: - list\n\n      - more", "&nbsp;", "\u00a0", "\x0c", "\u2028"),
)
HOLDERS = (
    *("{note}", "{tip}", "{admonition} A *title*", "{duties}", "{benefits}", "{faq}", "{levels}"),
    *("{question} Why?", "{level} Senior", "{toctree}", "{glossary}", "{grid} 2", "{grid-item}"),
    *("{dropdown} Title", "{qualifications}\n:priority: nice", "{list-table}", "{job-brief}"),
    *(
        "{note} first line",
        "{code-block} text",
        "{epigraph}",
        "{tab-set}",
        "{figure} p.png\n:alt: x",
    ),
    *("{toctree}\n:glob:", "{note}\n---\nclass: x\n---", "{warning}", "text", ""),
)

some = examples(60)


def hidden(inside: str, audience: str) -> str:
    """Return a part for an audience."""
    return f"{MARK}{{audience}} {audience}\n{inside}\n{MARK}"


def held(inside: str, holder: str, sign: str) -> str:
    """Return a fence around something, longer than those in it, and never one of audiences."""
    marks = sign * 3
    while marks in inside or marks == MARK:
        marks += sign
    return f"{marks}{holder}\n{inside}\n{marks}"


def joined(blocks: st.SearchStrategy[str], most: int = 3) -> st.SearchStrategy[str]:
    """Return several blocks below each other, most with an empty line between them."""
    gap = st.sampled_from(["\n", "\n\n", "\n\n", "\n\n\n"])
    pairs = st.lists(st.tuples(blocks, gap), min_size=1, max_size=most)
    return pairs.map(lambda them: "".join(block + gap for block, gap in them).removesuffix("\n"))


def in_fence(blocks: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Return a fence around some blocks."""
    return st.builds(held, joined(blocks), st.sampled_from(HOLDERS), st.sampled_from(":`"))


def in_part(blocks: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Return a part around some blocks."""
    return st.builds(hidden, joined(blocks), st.sampled_from(["employee", "hiring-team"]))


piece = st.sampled_from(PIECES)
inside = piece | in_part(piece | in_fence(piece))
block = piece | inside | in_fence(inside) | in_fence(inside | in_fence(inside))
front = st.sampled_from(["", "---\naudience: public\n---\n\n"])
page = st.builds(str.__add__, front, joined(block, 6))


def seen_apart(source: str, audience: Audience) -> tuple[Node, ...]:
    """Return the nodes of what an audience sees of a page, read by themselves."""
    return PageTrees().tree("x.md", project(source, audience)).nodes


@some
@given(page)
def test_a_view_is_the_tree_of_what_is_seen(source: str) -> None:
    problems = read_page("x.md", source).problems
    if not find_parts(source).parts or any(it.rule is Rule.AUDIENCE for it in problems):
        return  # such a page is for the highest audience alone
    trees = PageTrees()
    for audience in LOWER:
        assert trees.tree("x.md", source, audience).nodes == seen_apart(source, audience)


SOUND = (
    *(
        "## Day",
        "### Week",
        "## Day",
        "(label)=",
        "(label)=\n## Labelled",
        "Words on {ref}`label`.",
    ),
    *(
        "- one\n- two",
        "* star",
        "| a | b |\n|---|---|\n| c | d |",
        "***",
        "Text[^1].",
        "[^1]: Foot.",
    ),
    *("o one", "o two", "| a |", "| b |", "[[location]] and ![pic](p.png)", "% comment"),
    *(":::{duties}\n- Bakes\n:::", ":::{levels}\n:from: cook\n:::", ":::{toctree}\ncook\n:::"),
    "::::{levels}\n:::{level} New\n- Learns\n:::\n\n:::{level} Old\n:id: old\n- Teaches\n:::\n::::",
    "::::{faq}\n:::{question} Why?\nFor {role}`cook`.\n:::\n::::",
    ":::{qualifications}\n- {skill}`Dough <dough/2>`\n- Rises early\n:::",
    ":::{qualifications}\n:priority: nice\n- {skill}`dough`\n:::",
    ":::{glossary}\nsourdough\n  Meaning.\n:::",
    ":::{rubric} dough\n1. None\n2. Some\n3. Much\n4. All\n:::",
    "::::{interview}\n:::{stage} Talk\n:minutes: 30\nText.\n:::\n::::",
)
FRONT = """\
---
role:
  title: Baker
  family: Kitchen
  summary: Bakes bread.
  owner: People team
  reviewed: 2026-01-01
audience: public
---

"""
sound = st.sampled_from(SOUND)
blocks = st.lists(sound | in_part(sound), min_size=1, max_size=7).map("\n\n".join)
title = st.sampled_from(
    ["# Baker\n\n", "# Baker\n\n", "# Baker\n\n", hidden("# Baker", "employee")]
)
role = st.builds("{}{}\n\n{}\n".format, st.just(FRONT), title, blocks)


@examples(150)
@given(role)
def test_what_is_left_of_a_page_is_what_it_states_to_others(source: str) -> None:
    whole = read_page("roles/baker.md", source)
    for audience in LOWER:
        apart = read_page("roles/baker.md", source, audience)
        assert read_page("roles/baker.md", source, audience, whole=whole) == apart


def test_most_pages_are_not_read_for_each_audience() -> None:
    parts = (hidden(SOUND[-2], "hiring-team"), hidden("## Day\n\nWords.", "employee"))
    source = "\n\n".join([f"{FRONT}# Baker", *SOUND[21:26], *parts, ""])
    whole = read_page("roles/baker.md", source)
    with patch.object(page_module, "read_front_matter") as reader:
        seen = [read_page("roles/baker.md", source, it, whole=whole) for it in LOWER]
    assert whole.problems == []
    assert not reader.called
    assert [len(it.rubrics) for it in (*seen, whole)] == [0, 0, 1]
    assert [it.slugs for it in seen] == [["baker"], ["baker", "day"]]


LEVEL = """\
::::::::{levels}
:::::::{level} Senior
---
years: 2+
::::::{audience} hiring-team
pay: USD 1-2 per year
::::::
---
- Teaches
:::::::
::::::::
"""


def test_an_option_may_be_hidden() -> None:
    seen = PageTrees().tree("x.md", LEVEL, Audience.EMPLOYEE).nodes
    assert [node.options for node in walk(seen) if isinstance(node, Directive)] == [
        {},
        {"years": "2+"},
    ]


FOOTNOTE = "# A\n\nB[^1].\n\n[^1]: Seen.\n\n::::::{audience} employee\n    Hidden.\n::::::\n"


def test_a_footnote_may_go_on_in_a_part() -> None:
    seen = PageTrees().tree("x.md", FOOTNOTE, Audience.PUBLIC).nodes
    assert [node.text for node in walk(seen) if node.kind == "text"] == ["A", "B", ".", "Seen."]


def test_two_lists_may_be_one_for_others() -> None:
    page = "- one\n\n::::::{audience} employee\nHidden.\n::::::\n\n- two\n"
    seen = PageTrees().tree("x.md", page, Audience.PUBLIC).nodes
    assert [(node.kind, node.last, len(node.children)) for node in seen] == [("bullet_list", 7, 2)]
