"""Whatever color a company has: all that is made of it can be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiring.model.colors import SCHEMES, TEXT_NEEDS, contrast, faint, nearest, tokens
from tests.support.examples import examples

COLORS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
MARKS_NEED = 3
TEXT = {"light": ("#222832", "#48566b"), "dark": ("#ced6dd",)}
"""The theme's colors of text, of which tests/site/test_brand.py knows that they are."""


@pytest.mark.parametrize("name", SCHEMES)
@given(color=COLORS)
@examples(100)
def test_what_is_made_of_a_color_can_be_read(name: str, color: str) -> None:
    scheme = SCHEMES[name]
    shade = nearest(color, scheme)
    assert faint(shade, scheme) is None
    made = tokens(shade, scheme)
    text = {
        (made["primary-text"], shade),
        (made["primary-highlight-text"], made["primary-highlight"]),
        *((made["link-higher-contrast"], ground) for ground in scheme.grounds),
        *((words, made["primary-bg"]) for words in TEXT[name]),
        *((words, made["target"]) for words in TEXT[name][:1]),
    }
    assert {pair for pair in text if contrast(*pair) < TEXT_NEEDS} == set()
    marks = {(shade, made[ground]) for ground in ("primary-bg", "target")}
    assert {pair for pair in marks if contrast(*pair) < MARKS_NEED} == set()


@pytest.mark.parametrize("name", SCHEMES)
@given(color=COLORS)
@examples(100)
def test_the_nearest_shade_of_a_color_that_can_be_read_is_itself(name: str, color: str) -> None:
    scheme = SCHEMES[name]
    found = faint(color, scheme)
    assert (nearest(color, scheme) == color) is (found is None)
    if found:
        assert found.ratio <= contrast(color, found.ground) < TEXT_NEEDS
        assert found.nearest == nearest(color, scheme)
