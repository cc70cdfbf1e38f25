"""Whatever a posting says: what a job board takes of it ends behind a word, and no tag is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from hiring.posting.boards import cut_html
from hiring.posting.formats.html import content_html
from tests.core.examples import contents, few
from tests.core.readback import read_html, without_marks

if TYPE_CHECKING:
    from hiring.posting.content import Content


@few
@given(st.lists(contents, min_size=1, max_size=3), st.integers(min_value=0, max_value=400))
def test_html_is_cut_behind_a_word_with_every_element_closed(
    parts: list[list[Content]], most: int
) -> None:
    html = "\n".join(map(content_html, parts))
    left = cut_html(html, most)
    assert len(left) <= most or left == html
    words = [word for text in without_marks(read_html(html)) for word in text]
    kept = [word for text in without_marks(read_html(left)) for word in text]
    if left != html and kept:
        assert kept.pop() == "…"
    assert words[: len(kept)] == kept
    assert "<li></li>" not in left
