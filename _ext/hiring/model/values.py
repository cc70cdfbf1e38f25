"""The kinds of value that a fact can have.

Values arrive as text, exactly as written: which texts are numbers, dates or yes and no is decided
here, by the field, and never by the notation.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, get_args

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PlainSerializer,
    SerializationInfo,
    StringConstraints,
    WithJsonSchema,
)

from hiring.model.iso_codes import area_code, country_code, currency_code
from hiring.model.lexicon import message_lexicon
from hiring.model.meant import amount_meant, dates_meant, value_meant
from hiring.model.messages import gettext
from hiring.model.problem import perhaps

KEY = r"[a-z0-9]+(?:-[a-z0-9]+)*"
"""A key: lower case, digits and single hyphens."""


FACT_NAME = r"^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$"
"""The name of a fact, as pages write it."""


def _amount(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"(0|[1-9][0-9]{0,8})(\.[0-9]{1,2})?", value):
        example = amount_meant(value) or "100000"
        raise ValueError(
            gettext(
                "wanted a number without sign, symbol or separators, as {example}", example=example
            )
        )
    return value


def _whole(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"[1-9][0-9]{0,8}", value):
        raise ValueError(gettext("wanted a whole number of 1 or more, as 250"))
    return value


def _iso_date(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}", value):
        example = message_lexicon().either((*dates_meant(value),) or ("2026-11-20",))
        raise ValueError(gettext("wanted a date of this century, as {example}", example=example))
    return value


def _part_of_date(value: str) -> str:
    """Take a year, a month or a day; the missing parts are its first."""
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", value):
        raise ValueError(gettext("wanted a year, a month or a day, as 2025, 2025-05 or 2025-05-31"))
    try:
        date.fromisoformat((value + "-01-01")[:10])
    except ValueError:
        raise ValueError(gettext("wanted a day that the calendar has")) from None
    return value


def _yes_or_no(value: Any) -> Any:
    if isinstance(value, str) and value not in ("true", "false"):
        meant = perhaps(value_meant(value, ("true", "false")))
        raise ValueError(gettext("wanted `true` or `false`") + meant)
    return value == "true" if isinstance(value, str) else value


def _page_name(value: str) -> str:
    """Take the name of a page: alone for one in the same folder, else its path."""
    if not re.fullmatch(r"/?[\w-][\w. -]*(/[\w-][\w. -]*)*", value) or value.endswith(".md"):
        example = value.removesuffix(".md").strip("/. ") or "roles/nurse"
        raise ValueError(
            gettext("wanted a page's name without its ending, as {example}", example=example)
        )
    return value


def _old_path(value: str) -> str:
    """Take the path of a page that was: inside the handbook, without an ending."""
    if not re.fullmatch(r"[\w-][\w. -]*(/[\w-][\w. -]*)*", value):
        raise ValueError(gettext("wanted an old page's path, as roles/data-wrangler"))
    return value.removesuffix(".md").removesuffix(".html")


def _without_stars(value: str) -> str:
    if "**" in value:
        raise ValueError(
            gettext("wanted plain text: delete the stars, which make nothing bold here")
        )
    return value


def _issue_form(value: str) -> str:
    holes = set(re.findall(r"\{([^{}]*)\}", value))
    if unknown := sorted(holes - {"title", "page"}):
        raise ValueError(
            gettext(
                "wanted `{{title}}` and `{{page}}` alone, not `{{{unknown}}}`", unknown=unknown[0]
            )
        )
    return value


def one_or_several(value: Any) -> Any:
    """Return a text as a list of one."""
    return [value] if isinstance(value, str) else value


def _each_once(values: tuple[str, ...]) -> tuple[str, ...]:
    if not values:
        raise ValueError(gettext("wanted a type, or a list of several"))
    if twice := [value for value in values if values.count(value) > 1]:
        raise ValueError(gettext("`{twice}` stands there twice: delete one", twice=twice[0]))
    return values


def alone_or_listed(values: tuple[str, ...]) -> str | list[str]:
    """Return a list of one as what is in it."""
    return values[0] if len(values) == 1 else list(values)


AS_WRITTEN = {"as_written": True}
"""The context in which amounts are kept with every digit: ``28.50`` must come back as it was."""


def _number(value: Decimal, info: SerializationInfo) -> int | float | str:
    if info.context == AS_WRITTEN:
        return str(value)
    return int(value) if value == value.to_integral_value() else float(value)


A_KEY = f"^{KEY}$"
_URL = r'^https?://[^\s<>"]+$'
_EMAIL = r'^[^@\s<>":]+@[^@\s<>"]+\.[^@\s<>".]+$'
_SOC_CODE = r"^[0-9]{2}-[0-9]{4}\.[0-9]{2}$"
AN_INTERVAL = r"^[1-9][0-9]{0,2} (days?|weeks?|months?|years?)$"
_NUMBER = r"^[1-9][0-9]{0,19}$"
_WORD_FILE = r"^[\w-][\w. -]*(/[\w-][\w. -]*)*\.docx$"


def in_words(pattern: str) -> str:
    """Return what a pattern wants, for the message of a value that does not match it."""
    said = {
        FACT_NAME: gettext(
            "a name: lower-case letters, digits and single underscores, as shift_bonus"
        ),
        A_KEY: gettext("a key: lower-case letters, digits and single hyphens"),
        _URL: gettext("an address that starts with https://"),
        _EMAIL: gettext("an e-mail address"),
        _SOC_CODE: gettext("an O*NET-SOC code, as 15-2051.00"),
        AN_INTERVAL: gettext("a time as `12 months` or `90 days`"),
        _NUMBER: gettext("a number, as 1234567"),
        _WORD_FILE: gettext(
            "the path of a Word document in the handbook's folder, as brand/posting.docx"
        ),
    }
    return said[pattern]


_PLAIN = AfterValidator(_without_stars)
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), _PLAIN]
Line = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), _PLAIN
]
Key = Annotated[str, StringConstraints(pattern=A_KEY)]
Url = Annotated[str, StringConstraints(pattern=_URL)]
IssueForm = Annotated[str, StringConstraints(pattern=_URL), AfterValidator(_issue_form)]
Email = Annotated[str, StringConstraints(pattern=_EMAIL)]
SocCode = Annotated[str, StringConstraints(pattern=_SOC_CODE)]
Interval = Annotated[str, StringConstraints(pattern=AN_INTERVAL)]
Number = Annotated[str, StringConstraints(pattern=_NUMBER)]
WordFile = Annotated[str, StringConstraints(pattern=_WORD_FILE)]
OldPath = Annotated[str, AfterValidator(_old_path)]
PageName = Annotated[str, AfterValidator(_page_name)]
Date = Annotated[date, BeforeValidator(_iso_date)]
PartOfDate = Annotated[
    str,
    AfterValidator(_part_of_date),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}(-\d\d(-\d\d)?)?$"}),
]
YesNo = Annotated[bool, BeforeValidator(_yes_or_no)]
WholeNumber = Annotated[int, Field(ge=1), BeforeValidator(_whole)]
Amount = Annotated[
    Decimal,
    BeforeValidator(_amount),
    PlainSerializer(_number, when_used="json"),
    WithJsonSchema({"type": "number", "minimum": 0}),
]
Currency = Annotated[
    str, AfterValidator(currency_code), WithJsonSchema({"type": "string", "pattern": "^[A-Z]{3}$"})
]
Country = Annotated[
    str, AfterValidator(country_code), WithJsonSchema({"type": "string", "pattern": "^[A-Z]{2}$"})
]
Area = Annotated[
    str,
    AfterValidator(area_code),
    WithJsonSchema({"type": "string", "pattern": "^[A-Z]{2}(-[A-Z0-9]{1,3})?$"}),
]
Period = Literal["hour", "day", "week", "month", "year"]
PER_YEAR: dict[Period, int] = {"hour": 2080, "day": 260, "week": 52, "month": 12, "year": 1}
"""How many of each a year has, for full-time work: 52 weeks of 5 days of 8 hours."""
EducationLevel = Literal[
    "none", "high-school", "associate", "certificate", "bachelor", "master", "doctorate"
]
EmploymentType = Literal[
    "full-time",
    "part-time",
    "contractor",
    "temporary",
    "intern",
    "apprenticeship",
    "trainee",
    "volunteer",
    "casual",
    "per-diem",
    "other",
]
_ONE_TYPE = {"type": "string", "enum": list(get_args(EmploymentType))}
EmploymentTypes = Annotated[
    tuple[EmploymentType, ...],
    BeforeValidator(one_or_several),
    AfterValidator(_each_once),
    PlainSerializer(alone_or_listed),
    WithJsonSchema({"anyOf": [_ONE_TYPE, {"type": "array", "items": _ONE_TYPE, "minItems": 1}]}),
]
WorkArrangement = Literal["on-site", "hybrid", "remote"]
