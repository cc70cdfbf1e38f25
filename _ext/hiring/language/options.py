"""Kinds of options: what the value of a directive's option may be, and what is said of another.

Sphinx counts whatever it is told to: a range of a thousand million lines takes all memory there is.
So each kind has a bound, and a value that passes is one that Sphinx takes as well.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from hiring.model.lexicon import message_lexicon
from hiring.model.messages import gettext
from hiring.model.problem import instead, listed, quoted

MAX_LENGTH = 2_000
"""How many characters of text an option may hold."""

MAX_CLASSES = 20
"""How many class names an option may hold."""

_CLASS = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_CAPTION = re.compile(r"(?![0-9]+[.)])[^\W_][^\[\]{}<>`*&\\\n]*")
_LINES = re.compile(r"(?=.*[0-9])([0-9]{0,6})(-?)([0-9]{0,6})")


@dataclass(frozen=True, slots=True)
class Option:
    """What an option may hold. ``optional`` tells whether its value may be left out."""

    optional: bool = False

    def fault(self, value: str, body: str) -> str | None:
        """Return what is wrong with a value: the end of a message, which follows the name."""
        if self.accepts(value, body):
            return None
        wanted = self.wanted(body)
        return gettext(": found {found}, wanted {wanted}", found=quoted(value), wanted=wanted)

    def accepts(self, value: str, body: str) -> bool:
        """Tell whether a value, which is not empty, may stand above a directive's body."""
        return len(value) <= MAX_LENGTH

    def wanted(self, body: str) -> str:
        """Return what may stand there, for people."""
        return gettext("at most {most} characters", most=message_lexicon().grouped(MAX_LENGTH))


@dataclass(frozen=True, slots=True)
class Text(Option):
    """Words, an address or a key, which others look at more closely."""


@dataclass(frozen=True, slots=True)
class Caption(Option):
    """A line that Sphinx reads as a page of Markdown: it must not start as a block does."""

    def accepts(self, value: str, body: str) -> bool:
        """Tell whether a value is a line of words, without Markdown."""
        return len(value) <= MAX_LENGTH and _CAPTION.fullmatch(value) is not None

    def wanted(self, body: str) -> str:
        """Return what may stand there, for people."""
        return gettext("a line of words, without Markdown")


@dataclass(frozen=True, slots=True)
class Address(Option):
    """An address elsewhere: what is around an image can't lead to a page."""

    def accepts(self, value: str, body: str) -> bool:
        """Tell whether a value starts as an address does."""
        return len(value) <= MAX_LENGTH and re.match("[A-Za-z][A-Za-z0-9+.-]*:", value) is not None

    def wanted(self, body: str) -> str:
        """Return what may stand there, for people."""
        return gettext(
            "an address as https://example.org: for a page write [![text](image)](page.md)"
        )


@dataclass(frozen=True, slots=True)
class Name(Option):
    """A name by which other pages refer to the directive, or that tabs have in common."""

    def accepts(self, value: str, body: str) -> bool:
        """Tell whether a value is a name of one line."""
        return len(value) <= 100 and "\n" not in value

    def wanted(self, body: str) -> str:
        """Return what may stand there, for people."""
        return gettext("a name of at most 100 characters")


@dataclass(frozen=True, slots=True)
class Flag(Option):
    """An option that says all by standing there."""

    optional: bool = True

    def fault(self, value: str, body: str) -> str | None:
        """Return what is wrong with a value: that it is one."""
        return gettext(" takes no value: delete {value}", value=quoted(value)) if value else None


@dataclass(frozen=True, slots=True)
class Count(Option):
    """A whole number. ``unit`` is said of it, where it has one."""

    most: int = 1
    least: int = 1
    unit: str = ""

    def accepts(self, value: str, body: str) -> bool:
        """Tell whether a value is a number between the bounds, without a sign or separators."""
        return re.fullmatch(r"0|[1-9][0-9]{0,8}", value) is not None and (
            self.least <= int(value) <= self.most
        )

    def wanted(self, body: str) -> str:
        """Return what may stand there, for people."""
        if self.unit == "pixels":
            return gettext("pixels, as 400")
        return gettext("a whole number from {least} to {most}", least=self.least, most=self.most)


@dataclass(frozen=True, slots=True)
class Lines(Option):
    """Lines of the body, as ``1,3-5``, counted from 1."""

    def accepts(self, value: str, body: str) -> bool:
        """Tell whether a value names lines that the body has, no more of them than there are."""
        last, parts = _lines(body), value.split(",")
        named = [self._named(part.strip(), last) for part in parts] if len(parts) <= last else [0]
        return all(named) and sum(named) <= last

    def wanted(self, body: str) -> str:
        """Return what may stand there, for people."""
        return gettext("lines of the {count} below, as 1,3-5", count=_lines(body))

    def _named(self, part: str, last: int) -> int:
        """Return how many lines a part names; 0 where it is none, or leads out of the body."""
        found = _LINES.fullmatch(part)
        if not found:
            return 0
        first = int(found[1] or 1)
        end = int(found[3] or last) if found[2] else first
        return end - first + 1 if 1 <= first <= end <= last else 0


@dataclass(frozen=True, slots=True)
class Dedent(Option):
    """How many columns are cut from each line of the body: no more than are blank."""

    optional: bool = True

    def accepts(self, value: str, body: str) -> bool:
        """Tell whether a value is a number of columns that are blank in each line."""
        number = re.fullmatch(r"[0-9]{1,3}", value)
        return number is not None and not any(
            line[: int(value)].strip() for line in body.split("\n")
        )

    def wanted(self, body: str) -> str:
        """Return what may stand there, for people."""
        return gettext("a number of columns that are blank in each line below")


@dataclass(frozen=True, slots=True)
class Choice(Option):
    """One of several words."""

    choices: tuple[str, ...] = ()

    def fault(self, value: str, body: str) -> str | None:
        """Return what is wrong with a value, and the nearest that may stand there."""
        found = gettext(": found {found}", found=quoted(value))
        return None if value in self.choices else f"{found}{self._hint(value)}"

    def _hint(self, value: str) -> str:
        return instead(value, self.choices)


@dataclass(frozen=True, slots=True)
class Icon(Option):
    """The name of an icon that sphinx-design brings along."""

    def fault(self, value: str, body: str) -> str | None:
        """Return what is wrong with a value, and the nearest name that there is."""
        known = icons()
        if value in known:
            return None
        return gettext(": found {found}", found=quoted(value)) + instead(value, known)


@dataclass(frozen=True, slots=True)
class Spread(Option):
    """One value for all screens or sides, or one for each of four."""

    choices: tuple[str, ...] = ()

    def accepts(self, value: str, body: str) -> bool:
        """Tell whether a value is one or four of the choices."""
        parts = value.split()
        return len(parts) in (1, 4) and set(parts) <= set(self.choices)

    def wanted(self, body: str) -> str:
        """Return what may stand there, for people."""
        return gettext("one or four of {choices}", choices=listed(self.choices))


@dataclass(frozen=True, slots=True)
class Classes(Option):
    """Names of classes for the site's own style sheets, with spaces between them."""

    def accepts(self, value: str, body: str) -> bool:
        """Tell whether a value is some names of classes."""
        names = value.split()
        return len(names) <= MAX_CLASSES and all(
            len(name) <= 100 and _CLASS.fullmatch(name) for name in names
        )

    def wanted(self, body: str) -> str:
        """Return what may stand there, for people."""
        return gettext(
            "at most {most} class names of ASCII letters, digits and hyphens", most=MAX_CLASSES
        )


def option_fault(name: str, kind: Option, value: str, body: str) -> str | None:
    """Return the message about an option's value, or None where it may stand above the body."""
    if not value and not kind.optional:
        return gettext("`{name}` is empty: fill it in, or delete the line", name=name)
    if not value:
        return None
    fault = kind.fault(value, body)
    return f"`{name}`{fault}" if fault else None


@cache
def icons() -> tuple[str, ...]:
    """Return the names of the icons that sphinx-design has."""
    return tuple(json.loads(files("sphinx_design.compiled").joinpath("octicons.json").read_bytes()))


def _lines(body: str) -> int:
    return len(body.splitlines())  # as MyST counts them: an empty last one is none
