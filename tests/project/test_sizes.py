"""Modules and functions stay small enough to be read at a glance."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from tools.imports import PACKAGE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LINES = {"module": 250, "function": 40}


def test_modules_and_their_functions_are_small() -> None:
    assert [long for file in sorted(PACKAGE.rglob("*.py")) for long in too_long(file)] == []


def too_long(file: Path) -> Iterator[str]:
    """Yield what is too long in a module, with its lines."""
    text, path = file.read_text("utf-8"), file.relative_to(PACKAGE).as_posix()
    if (lines := text.count("\n")) > LINES["module"]:
        yield f"{path}: {lines} lines"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or 0) - node.lineno + 1
            if lines > LINES["function"]:
                yield f"{path}, {node.name}: {lines} lines"
