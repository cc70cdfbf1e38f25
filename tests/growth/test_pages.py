"""Pages that would take minutes to read are read, or refused, at once."""

from __future__ import annotations

from functools import partial

import pytest

from hiring.language.limits import MAX_PAGE_BYTES
from hiring.reading.pages.page import read_page
from tests.support.growth import grows_too_fast

ROW = "| $100,000 to $120,000 | x |\n"


@pytest.mark.parametrize(
    ("head", "row"),
    [
        pytest.param("| a | b |\n|---|---|\n", ROW, id="with bars"),
        pytest.param("a | b\n-|-\n", "a | b\n", id="without bars"),
        pytest.param("> | a | b |\n> |:--|--:|\n", f"> {ROW}", id="in a quote"),
    ],
)
def test_twenty_thousand_rows_are_refused_at_once(head: str, row: str) -> None:
    before = f"---\naudience: public\n---\n# Case\n\n{head}"
    small, large = (
        partial(read_page, "guide/case.md", before + row * count) for count in (10_000, 20_000)
    )
    assert grows_too_fast(small, large) == ""
    assert [str(problem) for problem in large().problems] == [
        "guide/case.md:7: error[limit] a table of 20,000 rows, at most 1,000: split it"
    ]


REPEATED = [
    *(
        "![",
        "[",
        "]",
        "}",
        "$a$",
        "a-",
        "a:",
        "(",
        "[[",
        "*[a",
        "<[",
        "`[",
        "[a]",
        "[[a]]",
        "[a][b] ",
        "[a](b ",
        "[x](y.md) ",
    ),
    *("*a ", "**a", "_a ", "*a**b*", "`", "``a ", "`a`", "{role}`a`", "{a}`", "<", "<a ", "<b>"),
    *("<!--", "<http:", "&", "&#", "&amp;", "\\", "\\[", "!", "[^1]", "[^a]: b\n", "[a]: b\n"),
    *("- a\n", "1. ", "- - ", "> ", ">", "> - ", "# a\n", "a\n\n", "a  \n", "    a\n", "a|b\n"),
    *(":::{note}\n:::\n", "```\n", "~~~\n", ":::\n", "% a\n", "(a)=\n", "+++\n", "---\n", "a", "|"),
]
"""Tokens; a page made of most of them took up to twelve seconds before anything was counted."""


@pytest.mark.parametrize("token", REPEATED, ids=repr)
def test_a_page_of_one_token_is_read_or_refused_at_once(token: str) -> None:
    """A sixth as large as a page may be."""
    small, large = (
        partial(read_page, "guide/case.md", "# Case\n\n" + token * (size // len(token)))
        for size in (MAX_PAGE_BYTES // 12, MAX_PAGE_BYTES // 6)
    )
    assert grows_too_fast(small, large) == ""
