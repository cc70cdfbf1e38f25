"""Colors: what WCAG 2.2 says of two, and whether all that is made of one can be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiring.model.colors import SCHEMES, TEXT_NEEDS, both, contrast, faint, full, nearest, tokens
from tests.support.examples import examples

COLORS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
MARKS_NEED = 3
TEXT = {"light": ("#222832", "#48566b"), "dark": ("#ced6dd",)}
"""The theme's colors of text, of which tests/site/test_brand.py knows that they are."""


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#fff", 4.54),
        ("#ff0000", "#fff", 4.0),
        ("#12ab34", "#12ab34", 1.0),
    ],
)
def test_contrast(one: str, other: str, ratio: float) -> None:
    """As published tools say of these pairs."""
    assert round(contrast(one, other), 2) == round(contrast(other, one), 2) == ratio


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


def test_what_is_not_stated_is_made_of_what_is() -> None:
    usual = both({})
    assert all(faint(usual[name], scheme) is None for name, scheme in SCHEMES.items())
    assert both({"light": "#0b7285"}) == {"light": "#0b7285", "dark": "#10a6c2"}
    assert both({"dark": "#4DA"}) == {"light": nearest("#4da", SCHEMES["light"]), "dark": "#44ddaa"}
    assert both({"light": "#123", "dark": "#fff"}) == {"light": "#112233", "dark": full("#fff")}
