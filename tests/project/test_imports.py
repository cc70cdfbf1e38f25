"""Who may import whom, by what the package's files import anywhere in them."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

from tools.imports import PACKAGE, imports

SPHINX = ("sphinx", "docutils", "myst_parser", "sphinx_design", "pydata_sphinx_theme")
MYST_WITHOUT_SPHINX = (
    "myst_parser.config.main",
    "myst_parser.parsers.mdit",
    "myst_parser.parsers.options",
    "myst_parser.slugs",
)


def modules(*rooms: str) -> list[Path]:
    return [file for room in rooms for file in sorted((PACKAGE / room).rglob("*.py"))]


def ours(file: Path) -> set[str]:
    """Return the rooms that a file imports from."""
    return {name.split(".")[1] for name in imports(file) if name.startswith("hiring.")}


def test_model_imports_nothing_of_ours() -> None:
    assert {room for file in modules("model") for room in ours(file)} == {"model"}


def test_language_imports_the_model() -> None:
    assert {room for file in modules("language") for room in ours(file)} == {"language", "model"}


def test_only_language_parses_markdown() -> None:
    found = {
        file.relative_to(PACKAGE).as_posix()
        for file in set(modules(".")) - set(modules("language", "site"))
        for name in imports(file)
        if name.startswith(("markdown_it", "mdit_py_plugins", "myst_parser"))
    }
    assert found == set()


def test_reading_imports_the_model_and_its_language() -> None:
    rooms = {room for file in modules("reading") for room in ours(file)}
    assert rooms == {"language", "model", "reading", "system"}


def test_exports_import_the_value_and_its_markdown() -> None:
    rooms = {room for file in modules("exports") for room in ours(file)}
    assert rooms == {"exports", "language", "model", "reading", "system"}


def test_search_imports_the_value_and_its_text() -> None:
    rooms = {room for file in modules("search") for room in ours(file)}
    assert rooms == {"exports", "language", "model", "search", "system"}


def test_publishing_looks_at_files_and_not_at_what_made_them() -> None:
    rooms = {(name, file.name) for file in modules("publishing") for name in ours(file)}
    assert {room for room, _ in rooms} == {"model", "publishing", "search", "system"}
    # Of how words are written: how the index folds a text.
    assert {file for room, file in rooms if room == "search"} == {"words.py"}


def test_posting_imports_the_value_and_its_words() -> None:
    rooms = {room for file in modules("posting") for room in ours(file)}
    assert rooms == {"exports", "language", "model", "posting", "system"}


def test_interviewing_imports_the_value_and_the_form_of_documents() -> None:
    rooms = {room for file in modules("interviewing") for room in ours(file)}
    assert rooms == {"interviewing", "model", "posting", "system"}


def test_pictures_import_the_value() -> None:
    assert {room for file in modules("pictures") for room in ours(file)} == {"model", "pictures"}


def test_checks_import_the_value_and_its_postings() -> None:
    rooms = {room for file in modules("checks") for room in ours(file)}
    assert rooms == {"checks", "exports", "language", "model", "posting", "reading", "system"}


def test_a_starter_knows_the_model_and_its_schemas() -> None:
    rooms = {room for file in modules("starter") for room in ours(file)}
    assert rooms == {"exports", "model", "starter", "system"}
    # A set-up asks it which libraries to install, before there is any.
    shared = imports(PACKAGE / "starter/shared.py")
    assert {name.split(".")[0] for name in shared} <= {"__future__", "pathlib", "sys"}


def test_only_site_imports_sphinx() -> None:
    # The package's own file hands Sphinx's application on to `site`, and imports it for types.
    apart = [PACKAGE / "__init__.py", *modules("site")]
    found = {
        (file.relative_to(PACKAGE).as_posix(), name)
        for file in set(modules(".")) - set(apart)
        for name in imports(file)
        if name.split(".")[0] in SPHINX and not name.startswith(MYST_WITHOUT_SPHINX)
    }
    assert found == set()


def test_only_the_command_line_imports_site() -> None:
    apart = [PACKAGE / "__init__.py", PACKAGE / "__main__.py", *modules("site")]
    assert [file for file in set(modules(".")) - set(apart) if "site" in ours(file)] == []


def test_handlers_are_connected_in_one_place() -> None:
    """Elsewhere are only those that the list names, which take with them what is made there."""
    found = {
        file.relative_to(PACKAGE / "site").as_posix(): file.read_text("utf-8").count("app.connect(")
        for file in modules("site")
    }
    assert {path: count for path, count in found.items() if count} == {
        "hooks/events.py": 1,
        "hooks/messages.py": 1,
        "hooks/projected.py": 5,
        "hooks/transforms.py": 1,
        "live/building.py": 1,
    }


def test_no_test_imports_another() -> None:
    """What tests share stands in plain modules, so that a test file can be run, moved, deleted."""
    tests = Path(__file__).parents[1]
    found = {
        (file.relative_to(tests).as_posix(), str(node.module))
        for file in tests.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom)
        for name in (str(node.module).rpartition(".")[2], *(it.name for it in node.names))
        if name.startswith("test_")
    }
    assert found == set()


def test_no_module_imports_itself_through_others() -> None:
    names = {name_of(file): file for file in modules(".")}
    found = {
        name: {it if it in names else it.rpartition(".")[0] for it in imports(file)} & names.keys()
        for name, file in names.items()
    }
    TopologicalSorter({name: others - {name} for name, others in found.items()}).prepare()


def name_of(file: Path) -> str:
    """Return the full name of a module of ours."""
    parts = ("hiring", *file.relative_to(PACKAGE).with_suffix("").parts)
    return ".".join(parts).removesuffix(".__init__")
