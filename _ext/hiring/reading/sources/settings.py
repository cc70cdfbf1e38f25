"""The settings in conf.py that decide what is read, and for whom.

conf.py is a program, and reading a handbook runs none. So these settings are written out there as
plain values, and are read without running the file.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import StringConstraints, TypeAdapter, ValidationError

from hiring.model.audience import Audience
from hiring.model.language_tags import ENGLISH, tag_meant
from hiring.model.rules import Rule

if TYPE_CHECKING:
    from hiring.model.report import Report

CONF = "conf.py"
START = "index.md"
PREFIX = "hiring_"

FOLDER_AUDIENCES: Mapping[str, Audience] = MappingProxyType({"interviews": Audience.HIRING_TEAM})
"""The audience of the pages in a folder that state none; elsewhere it is the employees."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What an operator has set; each name in conf.py starts with ``hiring_``."""

    audience: Audience = Audience.EMPLOYEE
    folder_audiences: Mapping[str, Audience] = field(default_factory=lambda: FOLDER_AUDIENCES)
    folder: str = ""

    extra_directives: tuple[str, ...] = ()
    extra_references: tuple[str, ...] = ()
    extra_schemes: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()

    def audience_of(self, path: str, stated: Audience | None) -> Audience:
        """Return a page's audience: what it states, else that of its folder, the innermost's."""
        if stated is not None:
            return stated
        folders = {name.strip("/"): whose for name, whose in self.folder_audiences.items()}
        folder = path
        while "/" in folder:
            folder = folder.rpartition("/")[0]
            if folder in folders:
                return folders[folder]
        return Audience.EMPLOYEE


_NAMES: TypeAdapter[Any] = TypeAdapter(tuple[str, ...])
_INSIDE = r"[^/\\.][^/\\]*(/[^/\\.][^/\\]*)*"
"""A folder within another, none of whose steps is hidden or leads up."""


def is_inside(folder: str) -> bool:
    """Tell whether a setting can be the handbook's folder; empty, it is the source folder."""
    return re.fullmatch(f"({_INSIDE})?", folder) is not None


_TYPES: dict[str, TypeAdapter[Any]] = {
    "audience": TypeAdapter(Audience),
    "folder_audiences": TypeAdapter(dict[str, Audience]),
    "folder": TypeAdapter(Annotated[str, StringConstraints(pattern=f"^({_INSIDE})?$")]),
    "extra_directives": _NAMES,
    "extra_references": _NAMES,
    "extra_schemes": _NAMES,
    "rules": _NAMES,
    "formats": _NAMES,
}
_WANTED = {
    "audience": "one of `public`, `employee`, `hiring-team`",
    "folder": 'a folder within the source folder, as "people",',
    "folder_audiences": 'folders and audiences, as {"interviews": "hiring-team"}',
}


def read_settings(source: bytes, report: Report) -> Settings:
    """Return the settings that a conf.py makes; a setting that is no plain value is reported."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 1
        report.error(line, Rule.SETTING, f"this is no Python: {error}")
        return Settings()
    found: dict[str, Any] = {}
    for name, statement in _assignments(tree):
        if name not in _TYPES:
            continue
        try:
            assert statement.value is not None
            found[name] = _TYPES[name].validate_python(ast.literal_eval(statement.value))
        except (ValueError, ValidationError, AssertionError):
            wanted = _WANTED.get(name, 'names, as ["a", "b"]')
            message = f"`{PREFIX}{name}`: wanted {wanted}, written out as it is"
            report.error(statement.lineno, Rule.SETTING, message)
    return Settings(**found)


def site_language(source: bytes) -> str:
    """Return the tag of the language that conf.py states for Sphinx, as `pt_BR`; else English."""
    return tag_meant(_constant(source, "language")) or ENGLISH


def version_followed(source: bytes) -> str:
    """Return the version of the package whose changes the content has followed; else nothing."""
    return _constant(source, f"{PREFIX}version")


def _constant(source: bytes, *names: str) -> str:
    """Return the text that a setting of Sphinx is given, as it is written; else nothing."""
    try:
        statements = ast.walk(ast.parse(source))
    except (SyntaxError, ValueError):
        return ""
    for statement in statements:
        match statement:
            case ast.Assign([ast.Name(name)], ast.Constant(str(text))) if name in names:
                return text
    return ""


def lacks_address(source: bytes) -> bool:
    """Tell whether a conf.py surely does not say where the site for the public is published."""
    try:
        nodes = list(ast.walk(ast.parse(source)))
    except (SyntaxError, ValueError):
        return False
    if any(isinstance(node, ast.ImportFrom) for node in nodes):
        return False
    return not any(
        isinstance(node, ast.Name)
        and node.id in ("html_baseurl", f"{PREFIX}addresses")
        and isinstance(node.ctx, ast.Store)
        for node in nodes
    )


def lacks_extension(source: bytes) -> bool:
    """Tell whether a conf.py surely does not name this extension.

    One that takes anything from elsewhere may well have it from there.
    """
    try:
        nodes = list(ast.walk(ast.parse(source)))
    except (SyntaxError, ValueError):
        return False
    if any(isinstance(node, (ast.Call, ast.Import, ast.ImportFrom)) for node in nodes):
        return False
    return not any(
        isinstance(part, ast.Constant) and part.value == "hiring"
        for node in nodes
        if isinstance(node, (ast.Assign, ast.AnnAssign, ast.AugAssign))
        and "extensions" in (getattr(it, "id", "") for it in ast.walk(node))
        for part in ast.walk(node)
    )


def start_page(source: bytes) -> str:
    """Return the path of the page that Sphinx starts from: what conf.py says, else ``index.md``."""
    name = _constant(source, "root_doc", "master_doc")
    return f"{name}.md" if name else START


def lines_of_settings(source: bytes) -> dict[str, int]:
    """Return the line of each setting that a conf.py states, without the start of its name."""
    try:
        return {name: node.lineno for name, node in _assignments(ast.parse(source))}
    except (SyntaxError, ValueError):
        return {}


def _assignments(tree: ast.Module) -> list[tuple[str, ast.Assign | ast.AnnAssign]]:
    """Return the assignments to our names, wherever in the file they stand."""
    found: list[tuple[str, ast.Assign | ast.AnnAssign]] = []
    for statement in ast.walk(tree):
        if isinstance(statement, ast.Assign):
            targets = statement.targets
        elif isinstance(statement, ast.AnnAssign):
            targets = [statement.target]
        else:
            continue
        found += [
            (target.id.removeprefix(PREFIX), statement)
            for target in targets
            if isinstance(target, ast.Name) and target.id.startswith(PREFIX)
        ]
    return found
