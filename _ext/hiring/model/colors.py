"""The company's colors, and whether they can be read on what they stand on (WCAG 2.2, 1.4.3).

A company states one color a scheme, from which all tokens of the theme are derived that carry it.
What is derived can be read wherever the color itself can: the tests try thousands.
"""

from __future__ import annotations

import colorsys
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

TEXT_NEEDS = 4.5
"""The ratio of text to its ground that WCAG 2.2 asks for at level AA."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """A scheme of the theme: what its pages' grounds are, and its darkest and lightest ends.

    ``grounds`` are those that links stand on, the page's own first; ``over`` is what stands on a
    ground that has the company's color. Colors move towards ``end`` to be told better.
    """

    grounds: tuple[str, ...]
    over: str
    end: str
    usual: str
    tint: float
    marker: float


SCHEMES: Mapping[str, Scheme] = MappingProxyType(
    {
        "light": Scheme(("#ffffff", "#f3f4f5"), "#ffffff", "#000000", "#0a7b8e", 0.18, 0.25),
        "dark": Scheme(
            ("#14181e", "#222832", "#29313d"), "#14181e", "#ffffff", "#3fb1c5", 0.2, 0.25
        ),
    }
)
"""The schemes, by their names; the grounds are the theme's."""


@dataclass(frozen=True, slots=True)
class Faint:
    """A color that text can't have: the ground on which it is hardest to read, and what would do.

    ``ratio`` is rounded down, so that none seems to be enough which is not.
    """

    color: str
    ground: str
    ratio: float
    nearest: str


def contrast(one: str, other: str) -> float:
    """Return the ratio of two colors, from 1 to 21, as WCAG 2.2 defines it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def faint(color: str, scheme: Scheme) -> Faint | None:
    """Return why text of a color can't be read in a scheme; None where it can."""
    ground = min(scheme.grounds, key=lambda ground: contrast(color, ground))
    ratio = contrast(color, ground)
    if ratio >= TEXT_NEEDS:
        return None
    return Faint(full(color), ground, int(ratio * 100) / 100, nearest(color, scheme))


def nearest(color: str, scheme: Scheme) -> str:
    """Return the shade of a color, of its hue, that is nearest to it and can be read."""
    red, green, blue = (part / 255 for part in parts(color))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    end = parts(scheme.end)[0] / 255
    for step in range(256):
        there = light + (end - light) * step / 255
        shade = colorsys.hls_to_rgb(hue, there, saturation)
        found = _written(tuple(round(part * 255) for part in shade))
        if all(contrast(found, ground) >= TEXT_NEEDS for ground in scheme.grounds):
            return found
    return scheme.end


def both(stated: Mapping[str, str]) -> dict[str, str]:
    """Return the color of each scheme: as stated, else made of the other's, else the theme's."""
    if not stated:
        return {name: scheme.usual for name, scheme in SCHEMES.items()}
    only = next(iter(stated.values()))
    return {
        name: full(stated[name]) if name in stated else nearest(only, scheme)
        for name, scheme in SCHEMES.items()
    }


def tokens(color: str, scheme: Scheme) -> dict[str, str]:
    """Return the theme's tokens that carry the company's color, without the start of their names.

    Those that are not named here refer to these.
    """
    ground = scheme.grounds[0]
    clearer = mixed(color, scheme.end, 0.25)
    tint = mixed(ground, color, scheme.tint)
    return {
        "primary": color,
        "primary-bg": tint,
        "primary-text": scheme.over,
        "primary-highlight": clearer,
        "primary-highlight-text": scheme.over,
        "link-higher-contrast": clearer,
        "secondary-bg": tint,
        "accent-bg": tint,
        "target": mixed(ground, color, scheme.marker),
        "table-row-hover-bg": tint,
    }


def mixed(one: str, other: str, share: float) -> str:
    """Return a color with a share of another in it."""
    pairs = zip(parts(one), parts(other), strict=True)
    return _written(tuple(round(a + (b - a) * share) for a, b in pairs))


def full(color: str) -> str:
    """Return a color with six digits: ``#0b7`` is ``#00bb77``."""
    return _written(parts(color))


def parts(color: str) -> tuple[int, int, int]:
    """Return red, green and blue of a color such as ``#0b7285``, each up to 255."""
    digits = color.removeprefix("#")
    if len(digits) == len("0b7"):
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue = bytes.fromhex(digits)
    return red, green, blue


def _written(color: tuple[int, ...]) -> str:
    return "#" + "".join(f"{part:02x}" for part in color)


def _luminance(color: str) -> float:
    red, green, blue = (_linear(part / 255) for part in parts(color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
