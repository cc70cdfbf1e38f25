"""The parser finds the same, whether all its rules are asked of a line or those that may answer."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from myst_parser.parsers.mdit import create_md_parser

from hiring.language.first_signs import by_first_sign
from hiring.language.parser import _NoRenderer, settings

LINES = st.sampled_from(
    [
        *("", "word", "> quoted", ">", ">word", "- entry", "* entry", "+ entry", "-", "1. first"),
        *(
            "12) twelfth",
            "1.",
            "٣. no figure",
            "# Title",
            "#",
            "#no",
            "---",
            "***",
            "_ _ _",
            "- - -",
        ),
        *("===", "| a | b |", "|---|---|", "a | b", "-|-", "```python", "```", "~~~", ":::{note}"),
        *(":::", "+++ break", "% a comment", "%", "(label)=", "(no label)", "[name]: address"),
        *("[^note]: words", "[no definition", "<div>", "<!-- a comment -->", "</div>", "&amp;"),
        *("=", "- ", "a *b* c", "_a_", "`a`", "{role}`a`", "a\\", "\\*", "![a](b)", "a[^note]"),
        *("<https://a.example>", "a~b~ ^c^ $d$ @e !f g:h #i %j", "a  "),
    ]
)
INDENTS = st.sampled_from(["", " ", "   ", "    ", "     ", "\t", " \t", "> ", ">> ", "- ", "1. "])
TEXTS = st.lists(st.tuples(INDENTS, LINES).map("".join), max_size=8).map(
    lambda lines: "".join(f"{line}\n" for line in lines)
)


@given(TEXTS)
def test_no_rule_is_missed(text: str) -> None:
    asked_all, asked_some = (
        create_md_parser(settings(), _NoRenderer)  # type: ignore[arg-type]
        for _ in range(2)
    )
    by_first_sign(asked_some)
    for parser in (asked_all, asked_some):
        parser.enable(["html_block", "html_inline"])
    try:
        told = asked_all.parse(text)
    except IndexError:  # MyST's rules fail where a quote ends in nothing
        return
    assert asked_some.parse(text) == told
