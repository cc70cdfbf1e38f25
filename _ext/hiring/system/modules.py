"""Modules that an operator names: programs of others, found where Python finds modules.

They are never taken from a folder that others write: who writes pages can't bring code.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from hiring.model.messages import gettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import ModuleType

Kind = TypeVar("Kind")


class ModuleError(Exception):
    """Why a module can't be taken, as the end of a sentence."""


@dataclass(frozen=True, slots=True)
class Added(Generic[Kind]):
    """What modules add: members, why others are not among them, by module, and their code."""

    members: tuple[Kind, ...]
    faults: tuple[tuple[str, str], ...]
    code: bytes


def added_by(
    modules: Iterable[str],
    kind: type[Kind],
    guard: str,
    lacking: str,
    objection: Callable[[Kind, list[Kind]], str],
) -> Added[Kind]:
    """Return what modules add of a kind: one that can't be taken is a fault, and takes no other.

    ``lacking`` is said of a module that has none. ``objection`` tells why a member is not taken
    beside those before it; it is empty where nothing speaks against it.
    """
    members: list[Kind] = []
    faults: list[tuple[str, str]] = []
    code = b""
    for name in modules:
        try:
            found, text = members_of(name, kind, guard)
        except ModuleError as fault:
            faults.append((name, str(fault)))
            continue
        if not found:
            faults.append((name, lacking))
        code += text
        for member in found:
            if why := objection(member, members):
                faults.append((name, why))
            else:
                members.append(member)
    return Added(tuple(members), tuple(faults), code)


def members_of(name: str, kind: type[Kind], guard: str) -> tuple[list[Kind], bytes]:
    """Return what a module defines of a kind, in its order, and its code.

    Nothing is taken from below a folder that holds a file called ``guard``. What a member was made
    of is its ``made_of``, which tells what the module has only imported.
    """
    top = name.partition(".")[0]
    if not all(part.isidentifier() for part in name.split(".")):
        raise ModuleError(
            gettext("this is no name of a module: write it as Python does, as `acme_rules`")
        )
    try:
        spec = find_spec(top)
    except (ValueError, ImportError):
        spec = None
    if spec is None:
        raise ModuleError(gettext("there is no such module here: install it into the environment"))
    origin = Path(spec.origin) if spec.origin and spec.has_location else None
    if origin and _is_guarded(origin, guard):
        raise ModuleError(
            gettext("its file is in the handbook's folder, where pages are: keep it elsewhere")
        )
    try:
        module = import_module(name)
    except Exception as error:  # whatever a program of others raises
        raise ModuleError(gettext("it can't be loaded: {why}", why=said_of(error))) from error
    return _own(module, kind, top), _code(origin)


def _own(module: ModuleType, kind: type[Kind], top: str) -> list[Kind]:
    found: list[Kind] = [it for it in vars(module).values() if isinstance(it, kind)]
    return [it for it in found if _maker(it).partition(".")[0] == top]


def _maker(member: Any) -> str:
    return str(getattr(member.made_of, "__module__", ""))


def _code(origin: Path | None) -> bytes:
    """Return the code of a module, or of all of its package."""
    if origin is None:
        return b""
    files = origin.parent.rglob("*.py") if origin.name == "__init__.py" else [origin]
    return b"".join(file.read_bytes() for file in sorted(files) if file.is_file())


def _is_guarded(file: Path, guard: str) -> bool:
    """Tell whether a file is below a folder that others write; what is installed never is."""
    installed = {Path(sys.prefix).resolve(), Path(sys.base_prefix).resolve()}
    file = file.resolve()
    if any(file.is_relative_to(place) for place in installed):
        return False
    return any((folder / guard).is_file() for folder in file.parents)


def said_of(error: BaseException) -> str:
    """Return what a program of others says of its failure, on one line, with the last place."""
    place = ""
    trace = error.__traceback__
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename).name
        place = gettext(", line {line} of {file}", line=trace.tb_lineno, file=file)
        trace = trace.tb_next
    words = " ".join(str(error).split())
    return f"{type(error).__name__}{f': {words}' if words else ''}{place}"
