"""What a directive takes: its options, what stands behind its name, and what may be in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from hiring.language.options import Option, option_fault

Argument = Literal["none", "title", "required"]


@dataclass(frozen=True, slots=True)
class DirectiveSpec:
    """What a directive takes.

    ``options`` are those allowed and what each may hold, None where nobody here knows them;
    ``argument`` is what may stand behind the name, and ``columns`` what it must be where it is no
    text. ``body`` tells whether anything may stand inside, ``literal`` that it is not Markdown.
    ``within`` are the directives of which one must hold this one, ``inside`` those of ours that
    may, and ``own`` is said of those that are ours.
    """

    options: Mapping[str, Option] | None = None
    argument: Argument = "title"
    body: bool = True
    literal: bool = False
    within: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    own: bool = True
    columns: Option | None = None

    def fault(self, option: str, value: str, body: str) -> str | None:
        """Return what is wrong with the value of an option above a body, None if nothing is."""
        return option_fault(option, (self.options or {})[option], value, body)
