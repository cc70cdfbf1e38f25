"""The theme's style sheet without the icon fonts, which no page of ours loads: a third of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hiring.system.files import put

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WHOLE = "_static/styles/pydata-sphinx-theme.css"
TRIMMED = "_static/styles/handbook-theme.css"

_TOKEN = re.compile(r"""/\*.*?\*/|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[{};]""", re.DOTALL)
_ICONS = re.compile(r"\s*(?:@font-face\s*\{|\.fa[a-z]*\b[^{]*\{)")


def write_theme_sheet(outdir: Path) -> None:
    """Write the sheet that pages link beside the theme's own, which has been copied."""
    css = (outdir / WHOLE).read_text(encoding="utf-8")
    trimmed = "".join(rule for rule in rules_of(css) if not is_for_icons(rule))
    put(outdir / TRIMMED, trimmed.encode())


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
