"""Tables that would take minutes are refused at once; the other limits are in ``cases/``."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

import pytest

from hiring.reading import sizes
from hiring.reading.page import read_page

if TYPE_CHECKING:
    from collections.abc import Callable

ROW = "| $100,000 to $120,000 | x |\n"


@pytest.mark.parametrize(
    "table",
    [
        pytest.param("| a | b |\n|---|---|\n" + ROW * 20_000, id="with bars"),
        pytest.param("a | b\n-|-\n" + "a | b\n" * 20_000, id="without bars"),
        pytest.param("> | a | b |\n> |:--|--:|\n" + f"> {ROW}" * 20_000, id="in a quote"),
    ],
)
def test_twenty_thousand_rows_are_refused_at_once(table: str) -> None:
    start = perf_counter()
    problems = read_page("guide/case.md", f"---\naudience: public\n---\n# Case\n\n{table}").problems
    assert perf_counter() - start < 1
    assert [str(problem) for problem in problems] == [
        "guide/case.md:7: error[limit] a table of 20,000 rows, at most 1,000: split it"
    ]


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
