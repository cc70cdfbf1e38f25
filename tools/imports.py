"""What the package's files import, read from their source: nothing is run."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).parents[1]
PACKAGE = PROJECT / "_ext/hiring"

LADDER = (
    "model",
    "system",
    "language",
    "reading",
    "exports",
    "search",
    "publishing",
    "posting",
    "interviewing",
    "pictures",
    "checks",
    "importing",
    "starter",
    "site",
    "command line",
)
"""The rooms from the ground up: each may import only what stands before it."""

COMMAND_LINE = (
    *(
        "__main__",
        "arguments",
        "authoring",
        "beginning",
        "bringing",
        "checking",
        "exporting",
        "extending",
    ),
    *("failures", "guide", "manual", "rename", "scaffold", "translating", "upgrade"),
)
"""Modules that are in no folder, and make up a room."""


@cache
def imports(file: Path) -> frozenset[str]:
    """Return the full names of all that a file imports, at any place in it."""
    names: set[str] = set()
    for node in _statements(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file} has a relative import"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return frozenset(names)


def _statements(node: ast.AST) -> Iterator[ast.AST]:
    """Yield a node and all statements in it; expressions hold no import."""
    yield node
    for part in ("body", "orelse", "handlers", "finalbody", "cases"):
        inner = getattr(node, part, [])
        for child in inner if isinstance(inner, list) else []:
            yield from _statements(child)


def room_of(name: str) -> str:
    """Return the room of a folder, or of a module that is in none."""
    return "command line" if name in COMMAND_LINE else name


def rooms_imported(file: Path) -> set[str]:
    """Return the rooms that a file imports from, its own among them."""
    found = (name.split(".") for name in imports(file) if name.startswith("hiring."))
    return {room_of(name) for _, name, *_ in found if _is_ours(name)}


def arrows() -> dict[tuple[str, str], int]:
    """Return how many files of one room import from another, for each two where any does."""
    found: dict[tuple[str, str], int] = {}
    for room, files in rooms().items():
        for file in files:
            for other in sorted(rooms_imported(file) - {room}):
                found[room, other] = found.get((room, other), 0) + 1
    return found


def rooms() -> dict[str, list[Path]]:
    """Return the package's rooms, each with its files; the package's own file is in none."""
    found: dict[str, list[Path]] = {}
    for file in sorted(PACKAGE.rglob("*.py")):
        if file != PACKAGE / "__init__.py":
            room = room_of(file.relative_to(PACKAGE).parts[0].removesuffix(".py"))
            found.setdefault(room, []).append(file)
    return found


def _is_ours(name: str) -> bool:
    """Tell a folder or module of the package from a name in the package's own file."""
    return (PACKAGE / name).is_dir() or (PACKAGE / f"{name}.py").is_file()
