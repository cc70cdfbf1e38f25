"""What is said of each mistake in YAML: what it is, and how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.model.messages import gettext, ngettext
from hiring.model.problem import quoted

if TYPE_CHECKING:
    from collections.abc import Callable


def explained(said: str) -> str:
    """Return what YAML's own parser says in words of ours, and else its words, quoted."""
    other = gettext("this is not YAML: {error}", error=said.strip())
    return next((told() for words, told in _EXPLAINED if words in said), other)


def tab() -> str:
    """Say that a line is indented by a tab."""
    return gettext("a tab: indent with spaces")


def curly() -> str:
    """Say that quotes are curly ones."""
    return gettext("curly quotes: use straight ones, \" or '")


def commas() -> str:
    """Say that a number has commas."""
    return gettext("a number with commas in it: write it without, as 100000")


def comma_in_braces() -> str:
    """Say that a comma parts a text that is meant as one."""
    return gettext("a comma in a text between braces: put the text in quotes")


def twice(name: str) -> str:
    """Say that a name stands twice among others; of a number, that it has commas."""
    return commas() if name.isdigit() else _twice(name)


def _twice(name: str) -> str:
    return gettext("{name} stands here twice: keep one", name=quoted(name))


def second_colon() -> str:
    """Say that a value holds a colon as YAML has them."""
    return gettext("a second colon: put a value that holds `: ` in quotes, or mend the indentation")


def open_quote() -> str:
    """Say that a quote does not end."""
    return gettext("a quote that is opened and never closed")


def reserved() -> str:
    """Say that a value starts with a sign that means nothing yet."""
    return gettext("a sign that YAML reserves: put text that starts with @, ` or % in quotes")


def marked() -> str:
    """Say that a value starts with a sign that makes something else of it."""
    return gettext("a sign that YAML reserves: put text that starts with -, ?, | or > in quotes")


def starred() -> str:
    """Say that a value starts with a sign that makes it a name for another."""
    return gettext("a sign that YAML reserves: put text that starts with *, & or ! in quotes")


def closing() -> str:
    """Say that a value starts with a sign that ends something."""
    return gettext("a sign that YAML reserves: put text that starts with ], } or , in quotes")


def backslash() -> str:
    """Say that a backslash in double quotes starts another sign."""
    return gettext("a backslash in double quotes: use single quotes")


def half_quoted() -> str:
    """Say that quotes end before the value does."""
    return gettext("text beside what is in quotes: put the whole value in one pair of them")


def bracketed() -> str:
    """Say that brackets end before the value does."""
    return gettext("text behind what is in brackets: put the whole value in quotes")


def comment() -> str:
    """Say that a number sign cuts a value off."""
    return gettext("a `#` starts a comment: put the value in quotes")


def second_document() -> str:
    """Say that a line parts the text in two."""
    return gettext("a second document: keep everything in one")


def stray_line() -> str:
    """Say that a line is none of YAML's."""
    return gettext("a line that is neither `name: value` nor a list item: check its indentation")


def never_closed(bracket: str) -> str:
    """Say that a bracket does not end."""
    return gettext(
        "a `{bracket}` that is never closed, or a comma that is missing", bracket=bracket
    )


def no_colon(name: str, value: str) -> str:
    """Say how a line is written whose colon is missing."""
    return gettext(
        "a line without the colon of `name: value`: write {wanted}",
        wanted=quoted(f"{name}: {value.strip()}"),
    )


def no_space(name: str, value: str) -> str:
    """Say how a line is written that has no space behind its colon."""
    return gettext(
        "no space behind the colon: write `{name}: {value}`", name=name, value=value.strip()[:40]
    )


def odd_space(sign: str, *, at_start: bool) -> str:
    """Say that a space, at the start of a line or behind a colon, is another sign."""
    message = (
        gettext(
            "a space at the line's start that is no plain one ({sign}): delete it, and type it anew"
        )
        if at_start
        else gettext(
            "a space behind the colon that is no plain one ({sign}): delete it, and type it anew"
        )
    )
    return message.format(sign=f"U+{ord(sign):04X}")


def odd_bullet(sign: str) -> str:
    """Say how an entry of a list starts."""
    return gettext("{sign} starts no entry of a list: write `- `", sign=quoted(sign))


def odd_indent(number: int, wanted: int) -> str:
    """Say that a line is indented by a number of spaces, and those beside it by another."""
    return ngettext(
        "indented by {number} space, and its neighbors by {wanted}: give it {wanted} too",
        "indented by {number} spaces, and its neighbors by {wanted}: give it {wanted} too",
        number,
        wanted=wanted,
    )


_EXPLAINED: tuple[tuple[str, Callable[[], str]], ...] = (
    ("unknown escape", backslash),
    ("hexdecimal", backslash),
    ("escape code", backslash),
    ("cannot start any token", reserved),
    ("directive", reserved),
    ("alias", starred),
    ("anchor", starred),
    ("a tag", starred),
    ("tag handle", starred),
    ("mapping values are not allowed", second_colon),
    ("quoted scalar", open_quote),
    ("expected key", stray_line),
    ("block sequence", marked),
    ("block node", closing),
    ("mapping keys", marked),
    ("block scalar", marked),
    ("block mapping", stray_line),
    ("simple key", lambda: gettext("a line without the colon of `name: value`")),
    (
        "block collection",
        lambda: gettext("a list item that is indented differently from those above"),
    ),
    ("flow sequence", lambda: never_closed("[")),
    ("flow mapping", lambda: never_closed("{")),
    ("flow node", lambda: gettext("a comma with nothing before it")),
    ("document start", second_document),
)
"""What YAML's parser says, by words in it, and what says it in ours."""
