"""What holds for any text at all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.front_matter import front_matter_plugin

from hiring.model.audience import Audience
from hiring.model.report import Report
from hiring.reading.facts.yaml import YamlError, load
from hiring.reading.handbook import understand
from hiring.reading.pages.page import read_page
from hiring.reading.pages.page_cache import PageCache
from hiring.reading.sources.decode import decode
from hiring.reading.sources.lines import blanked
from hiring.reading.sources.sources import sources_from
from tests.support.examples import examples

PIECES = [
    *("\n", "\n\n", " ", "    ", "\t", "- ", "1. ", "> ", "# ", "## ", "% ", "---\n", "...\n"),
    *(":::", "::::", "```", "````", "~~~", "{duties}", "{levels}", "{level} A", "{faq}", "{note}"),
    *("{question} Why?", "{toctree}", "{card}", "{role-list}", "{level-diff}", ":from: ", ":id: "),
    *(":years: ", ":pay: USD 1-2 per year", ":only: ", "all", "a, b", "data-engineer/senior"),
    *("{role}`", "{skill}`", "`", "``", "<b>", "<!--", "[", "](", ")", "[[", "]]", "[^1]: "),
    *("[a]: ", "![", "http://[", "javascript:", "(label)=", "% c", "\n>", "\n> ", "\\", "&amp;"),
    *("|", "|---|---|\n", "*", "_", "+++"),
    *("role:\n", "  title: A\n", "audience: public\n", "pay: {", "}", ": ", "'", '"', "&a", "*a"),
]
pieces = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=30).map("".join)
front_matter = pieces.map(lambda text: f"---\n{text}\n---\n\n# A\n")
pages = pieces | front_matter | st.text()
few = examples(6)


@few
@given(pages, st.sampled_from(["roles/a.md", "guide/b.md", "x.md"]))
def test_any_page_is_read_and_its_problems_are_within_it(text: str, path: str) -> None:
    problems = read_page(path, text).problems
    assert problems == sorted(set(problems))
    assert all("\n" not in problem.message for problem in problems)
    if decode(text.encode(), Report(path)) == text:
        assert all(1 <= problem.line <= text.count("\n") + 1 for problem in problems)


@few
@given(pages, st.binary(max_size=20) | pieces.map(str.encode))
def test_any_folder_is_understood(text: str, data: bytes) -> None:
    files = {"roles/a.md": text.encode(), "guide/b.md": data, "company.yaml": data}
    understand(sources_from(files), Audience.HIRING_TEAM, PageCache())


@few
@given(pages)
def test_no_front_matter_is_left_for_others(text: str) -> None:
    left = blanked(text)
    assert left.count("\n") == text.count("\n") + (not text.endswith("\n"))
    tokens = MarkdownIt().use(front_matter_plugin).parse(left)
    assert all(token.type != "front_matter" for token in tokens)


@few
@given(pieces | st.text())
def test_yaml_is_read_or_refused_with_a_line(text: str) -> None:
    line = 0
    try:
        load(text)
    except YamlError as error:
        line = error.line
    assert 0 <= line <= text.count("\n")
