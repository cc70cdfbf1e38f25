"""Whether the colors that conf.py states can be read on the grounds of the pages."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from hiring.model.colors import SCHEMES, TEXT_NEEDS, faint
from hiring.model.messages import gettext
from hiring.model.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hiring.model.report import Report


def judge_colors(
    colors: Mapping[str, str], statement: ast.Assign | ast.AnnAssign, report: Report
) -> None:
    """Report each color in which text of a scheme can't be read, on its line."""
    assert isinstance(statement.value, ast.Dict)
    lines = {key.value: key.lineno for key in statement.value.keys if isinstance(key, ast.Constant)}
    for name, color in colors.items():
        if found := faint(color, SCHEMES[name]):
            message = (
                gettext(
                    "`hiring_colors`: {color} on {ground}, a ground of the light scheme, has a "
                    "contrast of {ratio}, where text needs {needed} (WCAG 2.2): the nearest shade "
                    "with that is {nearest}"
                )
                if name == "light"
                else gettext(
                    "`hiring_colors`: {color} on {ground}, a ground of the dark scheme, has a "
                    "contrast of {ratio}, where text needs {needed} (WCAG 2.2): the nearest shade "
                    "with that is {nearest}"
                )
            ).format(
                color=found.color,
                ground=found.ground,
                ratio=f"{found.ratio:.2f}",
                needed=TEXT_NEEDS,
                nearest=found.nearest,
            )
            report.error(lines.get(name, statement.lineno), Rule.SETTING, message)
