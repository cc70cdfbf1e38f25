"""Whatever stands in a job description: no line is lost, and none makes anything of a page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hiring.importing.ladder import parted
from hiring.importing.lines import Line, clean
from hiring.importing.page import write_page
from hiring.importing.place import place_lines
from hiring.importing.report import reasons, report_lines
from hiring.language.read import read_tree
from tests.support.examples import examples
from tests.support.imported import KNOWN

WORDS = st.sampled_from(
    [
        *(
            "Duties",
            "Salary: ",
            "$40,000",
            "Contact",
            "**bold**",
            "[a](b)",
            "{skill}`x`",
            ":::",
            "---",
        ),
        *(
            "* * *",
            "1. one",
            "# two",
            "<b>",
            "% note",
            "|a|b|",
            "\\",
            "`",
            "[[apply]]",
            "TODO",
            "©",
        ),
        *("a.", "b)", "Requirements:", "Python", "~~~", "{role}", "&amp;", "=====", "[^1]", "o"),
    ]
)
TEXTS = st.lists(WORDS | st.text(max_size=12), min_size=1, max_size=6).map(" ".join).map(clean)
RANKS = st.integers(0, 3)
LINES = st.lists(
    st.builds(
        Line,
        TEXTS.filter(lambda text: any(sign.isalnum() for sign in text)),
        st.just("line"),
        st.sampled_from(["heading", "entry", "text"]),
        st.integers(0, 3),
        st.booleans(),
        st.booleans(),
    ),
    min_size=1,
    max_size=12,
)


@given(LINES)
@examples(25)
def test_whatever_stands_in_a_line_is_text(lines: list[Line]) -> None:
    """Each has a place or a reason, and what looks like Markdown in it makes nothing of a page."""
    found = place_lines(lines, KNOWN)
    page = write_page(found, KNOWN)
    entries = report_lines(found.placed, page)
    assert len(entries) == len(lines)
    assert all(bool(entry.line) != bool(entry.why) for entry in entries)
    for it, entry in zip(found.placed, entries, strict=True):
        assert entry.why != reasons()["heading"] or it.part.is_heading, entry
    body = page.text.split("\n---\n", 1)[1]
    problems = [it for it in read_tree(body, 1, "roles/a.md").problems if it.rule != "todo"]
    assert problems == [], page.text


STEPS = st.sampled_from(["Level 1", "Level 2", "Stufe III", "IC4", "Senior Clerk", "Junior Clerk"])
LADDERS = st.lists(
    LINES | st.builds(lambda name, rank: [Line(name, "line", "heading", rank)], STEPS, RANKS),
    min_size=2,
    max_size=8,
).map(lambda found: [line for lines in found for line in lines])


@given(LADDERS)
@examples(50)
def test_no_line_of_a_ladder_is_lost(lines: list[Line]) -> None:
    """Whatever stands under a level, or between two: each line is on the page, or has a reason."""
    found = place_lines(lines, KNOWN, levels=True)
    ladder = parted(found)
    if ladder is None:
        return  # it is read as a description without levels, which the test above is about
    page = write_page(ladder.role, KNOWN, levels=ladder.levels, adds_all=ladder.adds_all)
    entries = report_lines(ladder.role.placed, page)
    assert len(entries) == len(lines)
    assert all(bool(it.line) != bool(it.why) for it in entries)
    assert all(it.why in ("", *reasons().values()) for it in entries)
