"""Who may import whom: the rooms of the package, as docs and tests of their own rely on."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import hiring

PACKAGE = Path(hiring.__file__).parent
SPHINX = ("sphinx", "docutils", "sphinx_design", "pydata_sphinx_theme")
MYST_WITHOUT_SPHINX = "myst_parser.parsers.options"


def imports(file: Path) -> set[str]:
    """Return the full names of all modules that a file imports, at any place in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file} has a relative import"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def modules(*rooms: str) -> list[Path]:
    return [file for room in rooms for file in sorted((PACKAGE / room).rglob("*.py"))]


def ours(file: Path) -> set[str]:
    """Return the rooms that a file imports from."""
    return {name.split(".")[1] for name in imports(file) if name.startswith("hiring.")}


def test_model_imports_nothing_of_ours() -> None:
    assert {room for file in modules("model") for room in ours(file)} == {"model"}


def test_reading_imports_the_model() -> None:
    assert {room for file in modules("reading") for room in ours(file)} == {"model", "reading"}


@pytest.mark.parametrize("file", modules("."), ids=lambda file: str(file.relative_to(PACKAGE)))
def test_only_site_imports_sphinx(file: Path) -> None:
    room = file.relative_to(PACKAGE).parts[0]
    # The package's own file hands Sphinx's application on to `site`, and imports it for types.
    if room in ("site", "__init__.py"):
        return
    names = imports(file)
    assert [name for name in names if name.split(".")[0] in SPHINX] == []
    myst = [name for name in names if name.split(".")[0] == "myst_parser"]
    assert [name for name in myst if not name.startswith(MYST_WITHOUT_SPHINX)] == []
    if room != "__main__.py":
        assert "site" not in ours(file)
