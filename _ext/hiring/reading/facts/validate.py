"""Located YAML into a class of facts, with every mistake as a Problem."""

from __future__ import annotations

from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from hiring.model.fact_shapes import Pay, PayFor
from hiring.model.meant import amount_meant, time_meant, value_meant
from hiring.model.messages import gettext
from hiring.model.problem import about, instead, listed, nearest, perhaps, quoted
from hiring.model.rules import Rule
from hiring.model.slugs import key_for_title, key_from
from hiring.model.values import A_KEY, AN_INTERVAL, in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.model.report import Report
    from hiring.reading.facts.yaml import Located, Path

Model = TypeVar("Model", bound=BaseModel)


def validate(
    model: type[Model], located: Located, first_line: int, report: Report, whole: str = ""
) -> Model | None:
    """Return the facts, or None with every mistake noted.

    ``first_line`` is the file's line, counted from 1, on which the YAML starts; ``whole`` is the
    name of the field that the YAML is the value of.
    """
    if not isinstance(located.data, dict):
        message = gettext("found {found}, wanted `name: value` lines", found=_found(located.data))
        report.error(first_line, Rule.YAML, message)
        return None
    try:
        return model.model_validate(located.data)
    except ValidationError as error:
        ranges: set[tuple[int, Path]] = set()
        entries = error.errors(include_url=False)
        unknown: dict[Path, list[str]] = {}
        for entry in entries:
            if entry["type"] == "extra_forbidden":
                path = _clean(entry["loc"], located.data)
                unknown.setdefault(path[:-1], []).append(str(path[-1]))
        for entry in entries:
            path = _clean(entry["loc"], located.data)
            line = located.line(path)
            if path[-1:] in (("min",), ("max",)) and amount_meant(str(entry["input"])):
                if (line, path[:-1]) in ranges:
                    continue  # both ends of a range are written alike
                ranges.add((line, path[:-1]))
            if entry["type"] == "missing" and nearest(str(path[-1]), unknown.get(path[:-1], ())):
                continue  # it is there, misspelled
            rule, message = _message(model, path, dict(entry), whole)
            report.error(first_line + line, rule, message)
        return None


def _clean(loc: tuple[str | int, ...], data: Any) -> Path:
    """Drop the steps of pydantic's path that name a type or a key rather than a place."""
    path: list[str | int] = []
    for step in loc:
        inside = isinstance(data, dict) and step in data
        inside = inside or (isinstance(data, list) and isinstance(step, int))
        if not inside and step != loc[-1]:
            continue
        if not inside:
            missing = isinstance(data, dict) and step not in _NO_PLACE
            return (*path, step) if missing else tuple(path)
        path.append(step)
        data = data[step]
    return tuple(path)


def _found(value: Any) -> str:
    if value is None or (isinstance(value, str) and not value.strip()):
        return gettext("nothing")
    if isinstance(value, dict):
        return gettext("a mapping")
    return gettext("a list") if isinstance(value, list) else quoted(str(value))


def _message(
    model: type[BaseModel], path: Path, entry: dict[str, Any], whole: str
) -> tuple[Rule, str]:
    steps = [whole, *(step for step in path if isinstance(step, str))]
    name = ".".join(step for step in steps if step)
    found, kind, context = _found(entry["input"]), entry["type"], entry.get("ctx", {})
    if kind == "extra_forbidden":
        return Rule.UNKNOWN_FIELD, _unknown(model, path)
    if kind == "missing":
        return Rule.MISSING_FIELD, gettext("`{name}` is missing: add it", name=name)
    if kind in _OURS:
        return _OURS[kind], about(f"`{name}`", entry["msg"])
    if kind in ("literal_error", "enum"):
        message = gettext("`{name}`: found {found}", name=name, found=found)
        return Rule.BAD_VALUE, f"{message}{_none_of(str(entry['input']), path, context)}"
    if kind == "value_error":
        wrong = context["error"]
        return Rule.BAD_VALUE, gettext(
            "`{name}`: found {found}, {wrong}", name=name, found=found, wrong=wrong
        )
    wanted = _wanted(kind, context)
    written, pattern = str(entry["input"]), context.get("pattern")
    if fields := _fields(model, path) if kind in _OF_FIELDS else ():
        wanted = f"{wanted}. {about(gettext('Allowed'), listed(fields))}"
    # A page's key is that of its title; a level's is made of its name as it stands.
    key_of = key_from if steps[-1] == "level" else key_for_title
    if pattern == A_KEY and (key := key_of(written)):
        wanted = gettext("{wanted}, as {example}", wanted=wanted, example=f"`{key}`")
    elif pattern == AN_INTERVAL:
        wanted += perhaps(time_meant(written))
    return Rule.BAD_VALUE, gettext(
        "`{name}`: found {found}, wanted {wanted}", name=name, found=found, wanted=wanted
    )


def _none_of(written: str, path: Path, context: dict[str, Any]) -> str:
    """Return the end of a message about a value that is none of those allowed."""
    if path[-1:] == ("per",) and value_meant(written, _NO_PERIODS):
        said = gettext(
            "pay is for none of these times: write what a year pays, and `year`; it has two "
            "weeks 26 times, and half months 24 times"
        )
        return f"; {said}"
    if "employment_type" in path and value_meant(written, (_NO_END,)):
        said = gettext(
            "it says that the job has no end, which holds wherever `term` states none: write how "
            "much somebody works, as `full-time` or `part-time`"
        )
        return f"; {said}"
    expected = context["expected"].replace(" or ", ", ").split(", ")
    allowed = [word.strip("'") for word in expected]
    return instead(written, allowed, meant=value_meant(written, allowed))


def _unknown(model: type[BaseModel], path: Path) -> str:
    allowed, unknown = _fields(model, path[:-1]), str(path[-1])
    if unknown.isdigit():
        return gettext(
            "`{unknown}` is no field: write a number without commas, as 100000", unknown=unknown
        )
    if len(path) > 1 and unknown in model.model_fields:
        return gettext(
            "`{unknown}` is no field here: it stands beside `{first}`, at the start of a line",
            unknown=unknown,
            first=path[0],
        )
    message = gettext("{unknown} is no field here", unknown=quoted(unknown))
    return f"{message}{instead(unknown, allowed)}"


def _wanted(kind: str, context: dict[str, Any]) -> str:
    if kind == "string_pattern_mismatch":
        return in_words(context["pattern"])
    if kind == "string_too_long":
        return gettext("at most {most} characters", most=context["max_length"])
    return _of_kind(kind)


def _of_kind(kind: str) -> str:
    """Return what is wanted by the kind of an error of pydantic's."""
    match kind:
        case "string_type":
            return gettext("text")
        case "tuple_type":
            return gettext("a list, as [one, two]")
        case _ if kind in _OF_FIELDS:
            return gettext("fields, as {name: value}")
        case "date_from_datetime_parsing" | "date_parsing":
            return gettext("a day that the calendar has")
        case "too_short":
            return gettext("at least one entry")
        case "too_long":
            return gettext("fewer entries")
        case "string_too_short":
            return gettext("text that is not empty")
    return kind.replace("_", " ")


_NO_PERIODS = ("two weeks", "half a month")
"""Times that people are paid for, and no pay is stated for: the nearest word would be wrong."""

_NO_END = "without an end"
"""What is no kind of employment: such a job may be full-time or part-time."""

_OF_FIELDS = ("dict_type", "model_type", "model_attributes_type")
"""The errors where fields are wanted, and something else was found."""

_NO_PLACE = ("[key]", "place", "key", "one", "several")
"""Last steps of pydantic's path that stand for the value itself."""

_OURS = {"own": Rule.BAD_VALUE, "pay_range": Rule.PAY_RANGE}
"""The errors that our own classes raise."""


def _fields(model: type[BaseModel], path: Path) -> list[str]:
    """Return the fields that are allowed at a path."""
    current: Any = model
    for step in path:
        if isinstance(step, int) and isinstance(current, type) and issubclass(current, Pay):
            current = PayFor  # one of several ranges
        elif isinstance(current, type) and issubclass(current, BaseModel):
            known = current.model_fields.get(str(step))
            current = known.annotation if known else None
        else:
            # The step is a list's number or a mapping's key: on to what these hold.
            current = get_args(_without_none(current))[-1 if isinstance(step, str) else 0]
        current = _without_none(current)
    known_model = isinstance(current, type) and issubclass(current, BaseModel)
    fields = current.model_fields.items() if known_model else ()
    return [field.alias or name for name, field in fields if name != "ranges"]


def models_in(model: type[BaseModel]) -> Iterator[tuple[str, type[BaseModel]]]:
    """Yield each field that has fields of its own, at any depth, with the class of these."""
    for name, field in model.model_fields.items():
        inner = _without_none(field.annotation)
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            yield name, inner
            yield from models_in(inner)
        elif get_origin(inner) in (tuple, dict):
            held = _without_none(get_args(inner)[-1 if get_origin(inner) is dict else 0])
            if isinstance(held, type) and issubclass(held, BaseModel):
                yield f"{name}[]", held
                yield from models_in(held)


def _without_none(annotation: Any) -> Any:
    """Return the type of a field that may be left out, and of one with validators."""
    while get_origin(annotation) in (Annotated, Union, UnionType):
        annotation = next(inner for inner in get_args(annotation) if inner is not NoneType)
    return annotation
