"""Every message stands in a call of gettext: no sentence reaches people past the catalogs.

What is handed to a finding, or raised for people to read, is followed through the names and the
functions of its module, to the texts that it is made of.
"""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest

from tools.imports import PACKAGE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROOMS = (
    *("checks", "exports", "importing", "interviewing", "language", "pictures", "posting"),
    *("publishing", "reading", "site", "starter", "system"),
)
"""The rooms that are looked through: errors of `model` and `search` reach nobody as they are."""

FOUND = {"Finding": 3, "Hit": 1, "Problem": 3, "SiteFault": 1}
"""What is told of a handbook or a site, and at which place its message stands."""

NOTED = ("error", "warning", "note")
"""What a report or a log is told by: the message stands last."""

TRANSLATED = ("gettext", "ngettext", "translate")

OURS = ("AssertionError", "FileNotFoundError", "LookupError")
"""Errors that no reader is told of."""

_WORD = re.compile(r"[^\W\d_]{2,}(?![\w/.])")
"""A word, and not the name of a file or a folder."""

FILES = [file for room in ROOMS for file in sorted((PACKAGE / room).rglob("*.py"))]


def place(file: Path) -> str:
    return file.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("room", ROOMS)
def test_no_message_is_written_past_the_catalogs(room: str) -> None:
    found = {
        f"{place(file)}:{line}: {text}"
        for file in FILES
        if place(file).startswith(f"{room}/")
        for line, text in _past(ast.parse(file.read_text("utf-8")))
    }
    assert found == set()


def test_what_is_past_them_is_found() -> None:
    source = """
def told(name):
    message = f"there is no {name}"
    message += gettext(", so write one")
    yield Hit(line=1, message=message)
    yield Hit(line=1, message=_why(name))
    yield Problem("x.md", 1, Rule.FILE, gettext("the file is missing"))
    raise StarterError("name a folder")
    logger.warning("nothing is built")
    report.error("pay", Rule.PAY, "the pay is missing")

def _why(name):
    return "it is empty" if name else quoted(name)
"""
    assert [text for _, text in sorted(_past(ast.parse(source)))] == [
        "there is no ",
        "name a folder",
        "nothing is built",
        "the pay is missing",
        "it is empty",
    ]


def _past(tree: ast.Module) -> set[tuple[int, str]]:
    """Return the texts of a module that messages are made of and that no catalog can have."""
    functions = {it.name: it for it in ast.walk(tree) if isinstance(it, ast.FunctionDef)}
    found: set[tuple[int, str]] = set()
    for holder in functions.values():
        for message in _messages(holder):
            found |= set(_texts(message, holder, functions, set()))
    return found


def _messages(holder: ast.FunctionDef) -> Iterator[ast.expr]:
    """Yield what a function hands over as a message."""
    for node in ast.walk(holder):
        match node:
            case ast.Raise(exc=ast.Call(func=ast.Name(id=name), args=[first, *_])):
                if name.endswith("Error") and name not in OURS:
                    yield first
            case ast.Call(func=ast.Attribute(value=ast.Name(id="re"))):
                continue  # an error of a pattern, which is caught where it is raised
            case ast.Call(func=ast.Attribute(attr=name), args=[*_, last]) if name in NOTED:
                yield last
            case ast.Call(func=ast.Name(id=name), args=args, keywords=named) if name in FOUND:
                yield from args[FOUND[name] : FOUND[name] + 1]
                yield from (it.value for it in named if it.arg == "message")


def _texts(
    node: ast.expr,
    holder: ast.FunctionDef,
    functions: dict[str, ast.FunctionDef],
    seen: set[str],
) -> Iterator[tuple[int, str]]:
    """Yield the words that an expression is made of and that stand in no call of gettext."""
    match node:
        case ast.Constant(value=str(text)):
            if _WORD.search(text):
                yield node.lineno, text
        case ast.Name(id=name) if f"{holder.name}.{name}" not in seen:
            seen.add(f"{holder.name}.{name}")
            for value in _values_of(name, holder):
                yield from _texts(value, holder, functions, seen)
        case ast.Call(func=ast.Name(id=name)) if name in functions and name not in seen:
            seen.add(name)
            for value in _returned(functions[name]):
                yield from _texts(value, functions[name], functions, seen)
        case ast.JoinedStr(values=parts) | ast.BoolOp(values=parts):
            for part in parts:
                yield from _texts(part, holder, functions, seen)
        case ast.FormattedValue(value=inner):
            yield from _texts(inner, holder, functions, seen)
        case ast.IfExp(body=one, orelse=other) | ast.BinOp(left=one, right=other):
            yield from _texts(one, holder, functions, seen)
            yield from _texts(other, holder, functions, seen)


def _values_of(name: str, holder: ast.FunctionDef) -> Iterator[ast.expr]:
    for node in ast.walk(holder):
        match node:
            case ast.Assign(targets=[ast.Name(id=to)], value=value) if to == name:
                yield value
            case ast.AugAssign(target=ast.Name(id=to), value=value) if to == name:
                yield value
            case ast.NamedExpr(target=ast.Name(id=to), value=value) if to == name:
                yield value


def _returned(function: ast.FunctionDef) -> Iterator[ast.expr]:
    for node in ast.walk(function):
        match node:
            case ast.Return(value=ast.expr() as value) | ast.Yield(value=ast.expr() as value):
                yield value
