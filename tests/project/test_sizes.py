"""Modules and functions stay small enough to be read at a glance."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from tools.imports import PACKAGE

if TYPE_CHECKING:
    from pathlib import Path

LINES = {"module": 250, "function": 40}

MODULES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("file", MODULES, ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_a_module_and_its_functions_are_small(file: Path) -> None:
    text = file.read_text("utf-8")
    functions = [
        node
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    long = {
        node.name: lines
        for node in functions
        if (lines := (node.end_lineno or 0) - node.lineno + 1) > LINES["function"]
    }
    assert long == {}
    assert text.count("\n") <= LINES["module"]
