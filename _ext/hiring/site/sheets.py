"""The theme's style sheet as pages load it: in the company's colors, and without what no page has.

The theme says left and right, and so is for text that runs from left to right alone: it is turned
to be for both directions. It lays pages out by pixels, and so gives large type columns that hold no
word. Much of it is for fonts of icons and for what Bootstrap's scripts show, and pages of ours load
neither, and for Bootstrap's forms. The whole sheet stays beside it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from hiring.model.colors import SCHEMES, both, tokens
from hiring.system.files import put

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

WHOLE = "_static/styles/pydata-sphinx-theme.css"
TRIMMED = "_static/styles/handbook-theme.css"
BASIC = "_static/basic.css"
TURNED = "_static/styles/handbook-basic.css"

_TOKEN = re.compile(r"""/\*.*?\*/|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[{};]""", re.DOTALL)
_BLOCK = ("@media", "@supports")
_UNUSED = re.compile(
    r"\.(?:accordion|bs-popover|bs-tooltip|btn-check|btn-toolbar|carousel|form-(?!control\b)"
    r"|input-group|list-group|modal|offcanvas|page-item|page-link|pagination|placeholder|popover"
    r"|progress|spinner|toast|tooltip)\b"
)
"""The classes of what no page of ours holds."""
_CHOICE = re.compile(r"\([^()]*\)")
"""What a selector says of others, as in ``:not(.modal)``."""
_ICONS = re.compile(r"\s*(?:@font-face\s*\{|\.fa[a-z]*\b[^{]*\{)")


def write_theme_sheet(outdir: Path, colors: Mapping[str, str]) -> None:
    """Write the sheets that pages link beside the theme's and Sphinx's, which have been copied.

    ``colors`` are the company's, by the names of their schemes.
    """
    ours = _for_pages((outdir / WHOLE).read_text(encoding="utf-8"))
    put(outdir / TRIMMED, f"{ours}{color_rules(colors)}\n".encode())
    basic = (outdir / BASIC).read_text(encoding="utf-8")
    put(outdir / TURNED, for_both_directions(basic).encode())


@lru_cache(maxsize=1)  # a preview builds over and again with the same theme
def _for_pages(css: str) -> str:
    """Return the theme's sheet trimmed, for both directions and any size of type."""
    return by_type(for_both_directions(trimmed(css)))


def trimmed(css: str) -> str:
    """Return a sheet without the rules that are for nothing but what no page of ours holds."""
    kept = []
    for rule in rules_of(css):
        selectors, opened, held = rule.partition("{")
        if selectors.lstrip().startswith(_BLOCK):
            inner = trimmed(held.rstrip().removesuffix("}"))
            kept += [f"{selectors}{{{inner}}}"] if inner.strip() else []
        elif not opened or not (is_for_icons(rule) or _is_unused(selectors)):
            kept.append(rule)
    return "".join(kept)


def _is_unused(selectors: str) -> bool:
    """Tell whether each selector of a rule asks for a class that no page of ours has."""
    return all(_UNUSED.search(it) for it in _CHOICE.sub("", selectors).split(","))


def color_rules(colors: Mapping[str, str]) -> str:
    """Return the rules that give the theme the company's colors.

    A page without JavaScript is light, and says of no scheme.
    """
    where = {
        "light": "html[data-theme=light],html:not([data-theme])",
        "dark": "html[data-theme=dark]",
    }
    return "".join(
        f"{where[name]}{{{_declared(tokens(color, SCHEMES[name]))}}}"
        for name, color in both(colors).items()
    )


def colors_in_address(colors: Mapping[str, str]) -> str:
    """Return what tells browsers that a sheet in these colors is not the one they have kept."""
    return "".join(color.removeprefix("#") for color in both(colors).values())


def _declared(values: Mapping[str, str]) -> str:
    """Return the theme's tokens with values, and the one of sphinx-design that refers to none."""
    given = {f"--pst-color-{name}": value for name, value in values.items()}
    given["--sd-color-primary-bg"] = values["primary-bg"]
    return ";".join(f"{name}:{value}" for name, value in given.items())


def by_type(css: str) -> str:
    """Return a sheet whose layouts change by the size of type that the reader has chosen."""
    return _WIDTH.sub(lambda found: f"{found[1]}{float(found[2]) / 16:g}em", css)


def for_both_directions(css: str) -> str:
    """Return a sheet that says start and end where it said left and right.

    Of what runs from left to right nothing changes; the rest is mirrored.
    """
    css = _SIDE.sub(lambda found: _LOGICAL[re.sub(r"\s", "", found.group())], css)
    return _FOUR.sub(r"\g<name>-block:\g<top> \g<bottom>;\g<name>-inline:\g<left> \g<right>", css)


_WIDTH = re.compile(r"(\((?:min|max)-width:\s*)([\d.]+)px(?=\s*\))")
"""A width at which a layout changes, in pixels: 16 of them are the type that browsers have."""

_LENGTH = r"(?:[\w.%+-]+|(?:calc|var)\((?:[^()]|\([^()]*\))*\))"
_FOUR = re.compile(
    rf"(?<=[{{;\s])(?P<name>margin|padding)\s*:\s*(?P<top>{_LENGTH})\s+(?P<right>{_LENGTH})"
    rf"\s+(?P<bottom>{_LENGTH})\s+(?P<left>{_LENGTH})(?=\s*[;}}])"
)
"""A distance for each of the four sides."""


_SIDES = {"left": "start", "right": "end"}
_LOGICAL = {
    **{
        f"{name}-{side}": f"{name}-inline-{turned}"
        for name in ("margin", "padding", "border")
        for side, turned in _SIDES.items()
    },
    **{
        f"border-{side}-{what}": f"border-inline-{turned}-{what}"
        for what in ("color", "style", "width")
        for side, turned in _SIDES.items()
    },
    **{
        f"border-{edge}-{side}-radius": f"border-{of_edge}-{turned}-radius"
        for edge, of_edge in (("top", "start"), ("bottom", "end"))
        for side, turned in _SIDES.items()
    },
    **{side: f"inset-inline-{turned}" for side, turned in _SIDES.items()},
    **{f"text-align:{side}": f"text-align:{turned}" for side, turned in _SIDES.items()},
    **{
        f"{name}:{side}": f"{name}:inline-{turned}"
        for name in ("float", "clear")
        for side, turned in _SIDES.items()
    },
}
"""What stands for a property, or for a property with its value, in text of either direction."""

_SIDE = re.compile(
    r"(?<=[{;\s])(?:(?:margin|padding|border)-(?:left|right)(?=\s*:)"
    r"|border-(?:left|right)-(?:color|style|width)(?=\s*:)"
    r"|border-(?:top|bottom)-(?:left|right)-radius(?=\s*:)"
    r"|(?:left|right)(?=\s*:)|(?:text-align|float|clear)\s*:\s*(?:left|right)\b)"
)


def rules_of(css: str) -> Iterator[str]:
    """Yield the rules of a style sheet, each whole; together they are the sheet."""
    start = depth = 0
    for token in _TOKEN.finditer(css):
        sign = token.group()
        depth += (sign == "{") - (sign == "}")
        if depth == 0 and sign in ("}", ";"):
            yield css[start : token.end()]
            start = token.end()
    yield css[start:]


def is_for_icons(rule: str) -> bool:
    """Tell whether a rule loads a font, or is for nothing but the signs of the icon fonts."""
    if not _ICONS.match(rule):
        return False
    selectors = rule.partition("{")[0]
    return "@" in selectors or all(
        selector.strip().startswith(".fa") for selector in selectors.split(",")
    )
