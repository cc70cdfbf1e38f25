"""YAML as text with positions: every scalar stays exactly what was written.

Only mappings, lists and scalars are taken. Whether `NO` is a country, `0123` a number or
`2026-11-20` a date is decided by the field it stands in (`hiring.model.facts`), so none of YAML's
guesses, of any version, can change a value. Anchors, aliases, tags and doubled keys are refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import yaml

from hiring.language.limits import MAX_YAML_DEPTH, MAX_YAML_SLIPS
from hiring.model.messages import gettext
from hiring.model.problem import quoted
from hiring.reading.facts.yaml_lines import ODD_SPACES, MendedLines
from hiring.reading.facts.yaml_slips import (
    comma_in_braces,
    comment,
    curly,
    explained,
    second_document,
    stray_line,
    tab,
    twice,
)
from hiring.reading.facts.yaml_values import CURLY_STARTS, cuts_short

if TYPE_CHECKING:
    from collections.abc import Collection

Path = tuple[str | int, ...]

LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""What reads YAML without guessing what a scalar stands for."""

_ODD_NAME = re.compile(rf"^[{ODD_SPACES}]|:\S")
"""A name that is none: a space is missing, or another sign stands for one."""


class YamlError(Exception):
    """YAML that can't be read; ``line`` counts from 0 within the text."""

    def __init__(self, message: str, line: int) -> None:
        """Keep the message and the line."""
        super().__init__(message)
        self.line = line


@dataclass
class Located:
    """YAML's data (dicts, lists, text, None) and the line of each path in it, counted from 0.

    The path of a mapping's entry has the line of its key. ``slips`` say for lines that are wrong
    what it is; the data is then as it was meant, and ``lacks`` what nobody could make out.
    """

    data: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    slips: dict[int, str] = field(default_factory=dict)
    lacks: bool = False

    def line(self, path: Path) -> int:
        """Return the line of a path, or of the nearest path above it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 0)


def load(text: str) -> Located:
    """Read one YAML document; raise YamlError on the first thing that is wrong."""
    try:
        return _Builder(text).build()
    except yaml.MarkedYAMLError as error:
        raise _explained(error, text) from None
    except yaml.YAMLError as error:
        raise YamlError(gettext("this is not YAML: {error}", error=error), 0) from None
    except UnicodeEncodeError:
        raise YamlError(gettext("half a character: write it again"), 0) from None


def understand(text: str, names: Collection[str], top: Collection[str]) -> Located:
    """Read one YAML document as far as it can be understood, with all that is wrong with it.

    ``names`` are the fields that there are, and ``top`` those of the whole.
    """
    try:
        return load(text)
    except YamlError:
        lines, lacks = MendedLines(text, names, top), False
    for _ in range(MAX_YAML_SLIPS):
        try:
            found = load(lines.text)
        except YamlError as error:
            lacks = True
            if not lines.drop(error.line, str(error)):
                break
        else:
            return replace(found, slips={**found.slips, **lines.slips}, lacks=lacks)
    return Located(slips=lines.slips, lacks=True)


def _explained(error: yaml.MarkedYAMLError, text: str) -> YamlError:
    said = f"{error.context or ''} {error.problem or ''}"
    mark = error.problem_mark or error.context_mark
    if any(sign in said for sign in ("quoted scalar", "flow", "simple key")):
        mark = error.context_mark or mark
    lines = text.split("\n")
    # An end that comes too soon is reported on the line after the last.
    line = min(mark.line, len(lines) - 1) if mark else 0
    if re.match(r"[ -]*\t", lines[line]):
        return YamlError(tab(), line)
    return YamlError(explained(said), line)


class _Builder:
    """Builds the data from YAML's events, with a stack of its own rather than recursion."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.rows = text.split("\n")
        self.located = Located()
        self.stack: list[Any] = []
        self.path: list[str | int] = []
        self.key: str | None = None
        self.keys: list[str | None] = []
        self.key_end = (0, 0)

    def build(self) -> Located:
        """Return the data of the text."""
        for event in yaml.parse(self.text, Loader=LOADER):
            line = event.start_mark.line if event.start_mark else 0
            self._refuse(event, line)
            if isinstance(event, yaml.ScalarEvent):
                self._scalar(event, line)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._open([] if isinstance(event, yaml.SequenceStartEvent) else {}, line)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._close()
        return self.located

    def _refuse(self, event: Any, line: int) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise YamlError(
                gettext("`&name` and `*name` are not used here: write the value out"), line
            )
        if getattr(event, "tag", None) and not isinstance(event, yaml.DocumentStartEvent):
            raise YamlError(
                gettext("found the tag {tag}: write plain values", tag=quoted(event.tag)), line
            )
        if isinstance(event, yaml.DocumentStartEvent) and self.located.lines:
            raise YamlError(second_document(), line)

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        top = self.stack[-1] if self.stack else None
        if isinstance(top, dict) and self.key is None:
            if _ODD_NAME.search(event.value):
                raise YamlError(stray_line(), line)
            if event.value in top:
                raise YamlError(twice(event.value), line)
            self.key = event.value
            self.located.lines[(*self.path, event.value)] = line
            end: Any = event.end_mark
            self.key_end = (end.line, end.column)
            return
        plain = event.style is None or event.style == ""
        if isinstance(top, dict) and not event.value and plain and self._lacks_colon():
            raise YamlError(comma_in_braces(), line)
        empty = plain and event.value in ("", "~", "null")
        if plain and event.value[:1] in tuple(CURLY_STARTS):
            raise YamlError(curly(), line)
        if plain:
            self._comment(event)
        self._put(None if empty else event.value, line)

    def _lacks_colon(self) -> bool:
        """Tell whether no colon stands behind the last name, which is then a piece of a text."""
        line, column = self.key_end
        is_name = re.fullmatch(r"[\w-]+", self.key or "")
        return not is_name and self.rows[line][column:].lstrip()[:1] in (",", "}")

    def _comment(self, event: yaml.ScalarEvent) -> None:
        """Note a `#` that cuts a text short: what looks like a remark has a space behind it."""
        if event.end_mark is None:
            return
        line, column = event.end_mark.line, event.end_mark.column
        behind = self.rows[line][column:] if line < len(self.rows) else ""
        if cuts_short(event.value, behind):
            self.located.slips[line] = comment()

    def _open(self, collection: list[Any] | dict[str, Any], line: int) -> None:
        if self.stack and isinstance(self.stack[-1], dict) and self.key is None:
            raise YamlError(gettext("a list or mapping where a field's name is wanted"), line)
        if len(self.stack) >= MAX_YAML_DEPTH:
            raise YamlError(
                gettext(
                    "more than {most} levels, one inside the other",
                    most=MAX_YAML_DEPTH,
                ),
                line,
            )
        step = self._put(collection, line)
        self.stack.append(collection)
        self.keys.append(self.key)
        self.key = None
        if step is not None:
            self.path.append(step)

    def _close(self) -> None:
        self.stack.pop()
        self.key = self.keys.pop()
        if self.stack:
            self.path.pop()
            self.key = None

    def _put(self, value: Any, line: int) -> str | int | None:
        """Put a value where it belongs; return its step of the path, None for the whole."""
        top = self.stack[-1] if self.stack else None
        if top is None:
            self.located.data = value
            self.located.lines[()] = line
            return None
        if isinstance(top, list):
            top.append(value)
            step: str | int = len(top) - 1
            self.located.lines[(*self.path, step)] = line
            return step
        assert self.key is not None
        step, top[self.key] = self.key, value
        self.key = None
        return step
