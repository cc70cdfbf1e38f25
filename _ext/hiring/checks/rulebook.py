"""All rules of a review: ours, and those of modules that an operator names in conf.py.

A module is a program. It is found where Python finds modules, in the environment that runs the
check, and never in the handbook's folder: who writes pages can't bring code.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hiring.checks.catalog import CHECKS, RULES
from hiring.checks.prose import ProseSubject
from hiring.checks.rule import Check
from hiring.checks.rule_text import RuleText
from hiring.model.digests import digest_of_bytes
from hiring.model.paths import COMPANY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hiring.model.handbook import Handbook


@dataclass(frozen=True)
class Rulebook:
    """The rules of a review.

    ``own`` are those that modules add, ``faults`` why a module's are not among them, by its name,
    and ``digest`` changes with their code.
    """

    own: tuple[Check[Any], ...] = ()
    faults: tuple[tuple[str, str], ...] = ()
    digest: str = ""
    checks: tuple[Check[Any], ...] = field(init=False)
    rules: Mapping[str, RuleText] = field(init=False)

    def __post_init__(self) -> None:
        """Put ours and theirs together."""
        object.__setattr__(self, "checks", (*CHECKS, *self.own))
        object.__setattr__(self, "rules", {**RULES, **{it.name: it for it in self.own}})

    @property
    def folded(self) -> frozenset[str]:
        """The rules that speak once a page."""
        return frozenset(check.name for check in self.checks if check.folds)

    @property
    def of_what_is_lacking(self) -> frozenset[str]:
        """The rules that look at more than what is written: what a blank stands for they miss."""
        return frozenset(check.name for check in self.checks if check.each is not ProseSubject)

    @property
    def own_texts(self) -> tuple[RuleText, ...]:
        """What is to be told of the rules that modules add."""
        return tuple(
            RuleText(
                name=it.name,
                severity=it.severity,
                meaning=it.meaning,
                why=it.why,
                source=it.source,
                languages=it.languages,
            )
            for it in self.own
        )


def rulebook_of(handbook: Handbook) -> Rulebook:
    """Return the rules that a handbook is reviewed by."""
    return rulebook(handbook.rule_modules)


@lru_cache(maxsize=16)
def rulebook(modules: tuple[str, ...]) -> Rulebook:
    """Return our rules with those of modules, by their names.

    A module that can't be taken is a fault, and takes nothing else with it.
    """
    own: list[Check[Any]] = []
    faults: list[tuple[str, str]] = []
    code = b""
    for name in modules:
        try:
            found, files = _loaded(name)
        except _Fault as fault:
            faults.append((name, str(fault)))
            continue
        code += b"".join(file.read_bytes() for file in files)
        for check in found:
            if check.name in RULES or check.name in {it.name for it in own}:
                faults.append((name, f"there is a rule `{check.name}` already: rename yours"))
            elif not check.meaning:
                message = f"the rule `{check.name}` has no docstring: say what is wrong, and why"
                faults.append((name, message))
            else:
                own.append(check)
    return Rulebook(tuple(own), tuple(faults), digest_of_bytes(code) if code else "")


class _Fault(Exception):
    """Why a module's rules can't be taken."""


def _loaded(name: str) -> tuple[list[Check[Any]], list[Path]]:
    """Return the checks that a module defines, and the files that its code is in."""
    top = name.partition(".")[0]
    if not all(part.isidentifier() for part in name.split(".")):
        raise _Fault("this is no name of a module: write it as Python does, as `acme_rules`")
    spec = find_spec(top) if top not in sys.modules else sys.modules[top].__spec__
    if spec is None:
        raise _Fault("there is no such module here: install it into the environment")
    origin = Path(spec.origin) if spec.origin else None
    if origin and _is_in_handbook(origin):
        raise _Fault("its file is in the handbook's folder, where pages are: keep it elsewhere")
    try:
        module = import_module(name)
    except Exception as error:  # whatever a program of others raises
        raise _Fault(f"it can't be loaded: {said_of(error)}") from error
    own = (it for it in vars(module).values() if isinstance(it, Check))
    found = [it for it in own if it.look.__module__.partition(".")[0] == top]
    if not found:
        raise _Fault("it has no rules: make them with `check` of `hiring.extending`")
    folder = origin.parent if origin and origin.name == "__init__.py" else None
    files = sorted(folder.rglob("*.py")) if folder else [origin] if origin else []
    return found, [file for file in files if file.is_file()]


def _is_in_handbook(file: Path) -> bool:
    """Tell whether a file is below a folder of pages; what is installed never is."""
    installed = {Path(sys.prefix).resolve(), Path(sys.base_prefix).resolve()}
    file = file.resolve()
    if any(file.is_relative_to(place) for place in installed):
        return False
    return any((folder / COMPANY).is_file() for folder in file.parents)


def said_of(error: BaseException) -> str:
    """Return what a program of others says of its failure, on one line, with the last place."""
    place = ""
    trace = error.__traceback__
    while trace is not None:
        place = f", line {trace.tb_lineno} of {Path(trace.tb_frame.f_code.co_filename).name}"
        trace = trace.tb_next
    words = " ".join(str(error).split())
    return f"{type(error).__name__}{f': {words}' if words else ''}{place}"


def faults_in(rules: Rulebook) -> Iterator[str]:
    """Yield a message for each module whose rules could not be taken."""
    for name, fault in rules.faults:
        yield f"`hiring_rules`: `{name}`: {fault}"
