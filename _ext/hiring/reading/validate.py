"""Located YAML into a class of facts, with every mistake as a Problem."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from hiring.model.problem import Problem, Severity, listed, nearest

if TYPE_CHECKING:
    from hiring.reading.yaml import Located, Path

Model = TypeVar("Model", bound=BaseModel)


@dataclass
class Report:
    """Collects the problems of one file."""

    path: str
    problems: list[Problem] = field(default_factory=list)

    def error(self, line: int, rule: str, message: str) -> None:
        """Note an error on a line, counted from 1."""
        self.problems.append(Problem(self.path, line, rule, message))

    def warning(self, line: int, rule: str, message: str) -> None:
        """Note a warning on a line, counted from 1."""
        self.problems.append(Problem(self.path, line, rule, message, Severity.WARNING))


def validate(model: type[Model], located: Located, first_line: int, report: Report) -> Model | None:
    """Return the facts, or None with every mistake noted.

    ``first_line`` is the file's line, counted from 1, on which the YAML starts.
    """
    if not isinstance(located.data, dict):
        report.error(
            first_line, "yaml", f"found {_found(located.data)}, wanted `name: value` lines"
        )
        return None
    try:
        return model.model_validate(located.data)
    except ValidationError as error:
        for entry in error.errors(include_url=False):
            path = _clean(entry["loc"], located.data)
            rule, message = _message(model, path, dict(entry))
            report.error(first_line + located.line(path), rule, message)
        return None


def _clean(loc: tuple[str | int, ...], data: Any) -> Path:
    """Drop the steps of pydantic's path that name a type or a key rather than a place."""
    path: list[str | int] = []
    for step in loc:
        inside = isinstance(data, dict) and step in data
        inside = inside or (isinstance(data, list) and isinstance(step, int))
        if not inside:
            missing = isinstance(data, dict) and step == loc[-1]
            return (*path, step) if missing and step != "[key]" else tuple(path)
        path.append(step)
        data = data[step]
    return tuple(path)


def _found(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "a mapping"
    return "a list" if isinstance(value, list) else f"`{value}`"


def _message(model: type[BaseModel], path: Path, entry: dict[str, Any]) -> tuple[str, str]:
    name = ".".join(str(step) for step in path if isinstance(step, str)) or "the front matter"
    found, kind, context = _found(entry["input"]), entry["type"], entry.get("ctx", {})
    if kind == "extra_forbidden":
        allowed = _fields(model, path[:-1])
        unknown = str(path[-1])
        hint = nearest(unknown, allowed) or "."
        return "unknown-field", f"`{name}` is no field here{hint} Allowed: {listed(allowed)}"
    if kind == "missing":
        return "missing-field", f"`{name}` is missing: add it"
    if kind in ("literal_error", "enum"):
        allowed = [
            word.strip("'") for word in context["expected"].replace(" or ", ", ").split(", ")
        ]
        hint = nearest(str(entry["input"]), allowed)
        return "bad-value", f"`{name}`: found {found}, wanted one of {listed(allowed)}{hint}"
    if kind == "value_error":
        return "bad-value", f"`{name}`: found {found}, {context['error']}"
    return "bad-value", f"`{name}`: found {found}, wanted {_wanted(kind, context)}"


def _wanted(kind: str, context: dict[str, Any]) -> str:
    wanted = {
        "string_type": lambda: "text",
        "tuple_type": lambda: "a list, as [one, two]",
        "dict_type": lambda: "fields, as {name: value}",
        "model_type": lambda: "fields, as {name: value}",
        "model_attributes_type": lambda: "fields, as {name: value}",
        "int_parsing": lambda: "a whole number",
        "decimal_parsing": lambda: "a number, as 100000",
        "date_from_datetime_parsing": lambda: "a date as 2026-11-20",
        "date_parsing": lambda: "a date as 2026-11-20",
        "string_too_short": lambda: "text that is not empty",
        "string_too_long": partial("at most {max_length} characters".format, **context),
        "greater_than_equal": partial("{ge} or more".format, **context),
    }
    if kind == "string_pattern_mismatch":
        return _PATTERNS.get(context["pattern"], f"the form {context['pattern']}")
    return wanted[kind]() if kind in wanted else kind.replace("_", " ")


_PATTERNS = {
    r"^[a-z0-9]+(?:-[a-z0-9]+)*$": "a key: lower-case letters, digits and single hyphens",
    r"^[1-9]\d? (weeks?|months?|years?)$": "a time as `12 months`",
    r"^\d{4}(-\d\d(-\d\d)?)?$": "a year, a month or a day, as 2025, 2025-05 or 2025-05-31",
    r"^\d\d-\d{4}\.\d\d$": "an O*NET-SOC code, as 15-2051.00",
    r"^https?://[^\s<>\"]+$": "an address that starts with https://",
    r"^[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\".]+$": "an e-mail address",
    r"^[\w./ -]+$": "an old page's path, as roles/data-wrangler",
}


def _fields(model: type[BaseModel], path: Path) -> list[str]:
    """Return the fields that are allowed at a path."""
    current: Any = model
    for step in path:
        if isinstance(step, str) and isinstance(current, type) and issubclass(current, BaseModel):
            known = current.model_fields.get(step)
            current = _model_in(known.annotation) if known else None
    return list(current.model_fields) if current is not None else []


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_model_in(argument) for argument in get_args(annotation))
    return next((model for model in found if model is not None), None)
