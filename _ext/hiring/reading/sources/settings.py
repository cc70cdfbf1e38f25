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
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import StringConstraints, TypeAdapter, ValidationError

from hiring.model.audience import Audience
from hiring.model.language_tags import ENGLISH, tag_meant
from hiring.model.messages import gettext
from hiring.model.problem import nearest
from hiring.model.rules import Rule
from hiring.reading.sources.colors import judge_colors
from hiring.reading.sources.sphinx_settings import check_texts

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
    colors: Mapping[str, str] = field(default_factory=dict)

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


NAMES = (
    *("audience", "folder", "folder_audiences", "skills_page", "generator_page", "checklist_page"),
    *("occupation_url", "addresses", "cache", "extra_directives", "extra_references"),
    *("extra_schemes", "extra_nodes", "rules", "formats", "version", "colors"),
)
"""What may stand in conf.py behind ``hiring_``."""


_Assignment = ast.Assign | ast.AnnAssign

_NAMES: TypeAdapter[Any] = TypeAdapter(tuple[str, ...])
_INSIDE = r"[^/\\.][^/\\]*(/[^/\\.][^/\\]*)*"
"""A folder within another, none of whose steps is hidden or leads up."""


def is_inside(folder: str) -> bool:
    """Tell whether a setting can be the handbook's folder; empty, it is the source folder."""
    return re.fullmatch(f"({_INSIDE})?", folder) is not None


_COLOR = r"^#(?:[0-9a-fA-F]{3}){1,2}$"
_TYPES: dict[str, TypeAdapter[Any]] = {
    "audience": TypeAdapter(Audience),
    "folder_audiences": TypeAdapter(dict[str, Audience]),
    "folder": TypeAdapter(Annotated[str, StringConstraints(pattern=f"^({_INSIDE})?$")]),
    "colors": TypeAdapter(
        dict[Literal["light", "dark"], Annotated[str, StringConstraints(pattern=_COLOR)]]
    ),
    "extra_directives": _NAMES,
    "extra_references": _NAMES,
    "extra_schemes": _NAMES,
    "rules": _NAMES,
    "formats": _NAMES,
}


def _wanted(name: str) -> str:
    match name:
        case "audience":
            return gettext("one of `public`, `employee`, `hiring-team`")
        case "folder":
            return gettext('a folder within the source folder, as "people",')
        case "folder_audiences":
            return gettext('folders and audiences, as {"interviews": "hiring-team"}')
        case "colors":
            return gettext('a color of each scheme, as {"light": "#0b7285", "dark": "#4dd4ac"}')
    return gettext('names, as ["a", "b"]')


def read_settings(source: bytes, report: Report) -> Settings:
    """Return the settings that a conf.py makes; a setting that is no plain value is reported."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 1
        said = getattr(error, "msg", None) or error
        report.error(line, Rule.SETTING, gettext("this is no Python: {said}", said=said))
        return Settings()
    assignments = _assignments(tree)
    check_texts(tree, report, with_pages_of_others="folder" in dict(assignments))
    found: dict[str, Any] = {}
    for name, statement in assignments:
        if name not in NAMES:
            near = nearest(name, NAMES).replace("`", f"`{PREFIX}", 1)
            wrong = (
                gettext("`{name}` is no setting of the handbook")
                if near
                else gettext("`{name}` is no setting of the handbook: delete it")
            ).format(name=f"{PREFIX}{name}")
            wrong += near
            report.error(statement.lineno, Rule.SETTING, wrong)
        if name not in _TYPES:
            continue
        try:
            assert statement.value is not None
            found[name] = _TYPES[name].validate_python(ast.literal_eval(statement.value))
        except (ValueError, ValidationError, AssertionError):
            message = gettext(
                "`{name}`: wanted {wanted}, written out as it is",
                name=f"{PREFIX}{name}",
                wanted=_wanted(name),
            )
            report.error(statement.lineno, Rule.SETTING, message)
        if name == "colors" and name in found:
            judge_colors(found[name], statement, report)
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
        # What is wrong elsewhere in it is still told in the site's language.
        found = re.search(rf"^(?:{'|'.join(names)}) *= *([\"'])([\w-]+)\1", _text(source), re.M)
        return found[2] if found else ""
    for statement in statements:
        match statement:
            case ast.Assign([ast.Name(name)], ast.Constant(str(text))) if name in names:
                return text
    return ""


def _text(source: bytes) -> str:
    return source.decode("utf-8", "replace")


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


def _assignments(tree: ast.Module) -> list[tuple[str, _Assignment]]:
    """Return the assignments to our names, wherever in the file they stand."""
    found: list[tuple[str, _Assignment]] = []
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
