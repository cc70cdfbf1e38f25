"""Templates with marks such as ``@{name}``, which no file of a starter uses for anything else."""

from __future__ import annotations

import re
from textwrap import wrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_MARK = re.compile(r"@\{([a-z.-]+)\}")
_COMMENT = re.compile(r"(?P<lead>\s*# )(?P<confirm>CONFIRM: )?@\{(?P<name>[a-z.-]+)\}")
_WIDTH = 110


def fill(template: str, values: Mapping[str, str]) -> str:
    """Return a template with a value in the place of each mark.

    A comment that is one mark is wrapped: its text is as long as its language needs. A value that
    is empty leaves nothing behind it, and no mark in a value is looked at.
    """
    lines = template.split("\n")
    return "\n".join(filled for line in lines for filled in _filled(line, values))


def _filled(line: str, values: Mapping[str, str]) -> list[str]:
    if comment := _COMMENT.fullmatch(line):
        lead, text = comment["lead"], (comment["confirm"] or "") + values[comment["name"]]
        return wrap(
            text,
            _WIDTH,
            initial_indent=lead,
            subsequent_indent=lead,
            break_long_words=False,
            break_on_hyphens=False,
        )
    return [_MARK.sub(lambda mark: values[mark[1]], line)]
