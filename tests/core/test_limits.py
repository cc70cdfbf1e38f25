"""How much a page may hold: what is counted, and before it is parsed; the rest is in ``cases/``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hiring.language import budget as sizes
from hiring.model.rules import Rule
from hiring.reading.pages.page import read_page

if TYPE_CHECKING:
    from collections.abc import Callable

ROW = "| $100,000 to $120,000 | x |\n"


@pytest.fixture
def three_rows(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], int]:
    """Return a reader with a limit of three rows, which counts problems."""
    monkeypatch.setattr(sizes, "MAX_TABLE_ROWS", 3)
    return lambda text: len(read_page("guide/case.md", f"# Case\n\n{text}").problems)


def test_the_limit_is_a_table_s_own(three_rows: Callable[[str], int]) -> None:
    head = "| a | b |\n|---|---|\n"
    assert three_rows(head + ROW * 3) == 0
    assert three_rows(head + ROW * 4) == 1
    assert three_rows((head + ROW * 3 + "\n") * 2) == 0
    assert three_rows("- a\n- b\n- c\n- d\n- e\n") == 0
    assert three_rows("Text\n\n---\n\n" + "More | text\n" * 9) == 0


SIGNS = "a page of 5,001 signs of markup such as `[`, `*` and `<`, at most 5,000"


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("[" * 5_001, SIGNS),
        ("\\" * 5_001, SIGNS),
        ("- a\n" * 5_001, "a page of 5,001 lines, at most 5,000"),
        (":::{note}\nA\n:::\n" * 501, "a page of 501 blocks, at most 500"),
        ("- :::{note}\n  A\n  :::\n" * 501, "a page of 501 blocks, at most 500"),
        ("> ```\n> A\n> ```\n\n" * 501, "a page of 501 blocks, at most 500"),
        (
            "|a" * 3_000 + "\n" + "|-" * 3_000 + "\n" + "a\n" * 4,
            "12,000 cells in tables up to here, at most 10,000",
        ),
        (
            ("|a|b|c\n|-|-|-\n" + "a\n" * 900 + "\n") * 4,
            "10,800 cells in tables up to here, at most 10,000",
        ),
    ],
    ids=["brackets", "backslashes", "lines", "blocks", "in lists", "in quotes", "wide", "many"],
)
def test_what_is_counted_before_it_is_parsed(body: str, message: str) -> None:
    problems = read_page("guide/case.md", body).problems
    assert [problem.message for problem in problems if problem.rule is Rule.LIMIT] == [
        f"{message}: split it"
    ]


def test_as_much_as_may_be() -> None:
    for body in ("\\]" * 2_500, "a\n" * 5_000, ":::{note}\nA\n:::\n" * 500):
        found = [problem.rule for problem in read_page("guide/case.md", body).problems]
        assert Rule.LIMIT not in found
