"""Colors: what WCAG 2.2 says of two, and what is made of one."""

from __future__ import annotations

import pytest

from hiring.model.colors import SCHEMES, both, contrast, faint, full, nearest


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


def test_what_is_not_stated_is_made_of_what_is() -> None:
    usual = both({})
    assert all(faint(usual[name], scheme) is None for name, scheme in SCHEMES.items())
    assert both({"light": "#0b7285"}) == {"light": "#0b7285", "dark": "#10a6c2"}
    assert both({"dark": "#4DA"}) == {"light": nearest("#4da", SCHEMES["light"]), "dark": "#44ddaa"}
    assert both({"light": "#123", "dark": "#fff"}) == {"light": "#112233", "dark": full("#fff")}
