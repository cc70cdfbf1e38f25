"""Modules and functions stay small enough to be read at a glance.

How long a function of a script may be is Biome's to say.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from tools.imports import PACKAGE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LINES = {"module": 250, "function": 40}


def test_modules_and_their_functions_are_small() -> None:
    modules = sorted(file for ending in ("py", "js") for file in PACKAGE.rglob(f"*.{ending}"))
    assert [long for file in modules for long in too_long(file)] == []


def too_long(file: Path) -> Iterator[str]:
    """Yield what is too long in a module, with its lines."""
    text, path = file.read_text("utf-8"), file.relative_to(PACKAGE).as_posix()
    if (lines := text.count("\n")) > LINES["module"]:
        yield f"{path}: {lines} lines"
    for node in ast.walk(ast.parse(text if file.suffix == ".py" else "")):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or 0) - node.lineno + 1
            if lines > LINES["function"]:
                yield f"{path}, {node.name}: {lines} lines"
