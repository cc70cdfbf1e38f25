"""The facts of what a job asks of people that have parts: licenses."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from hiring.model.base import Facts
from hiring.model.values import Interval, Line


class License(Facts):
    """A license, registration or certificate: who issues it, and when it is needed.

    ``within`` is the time after the start in which it may still be got; without one it is needed
    from the first day.
    """

    name: Line
    issuer: Line | None = None
    within: Interval | None = None
    priority: Literal["must", "should", "nice"] = "must"


def _as_name(value: Any) -> Any:
    return {"name": value} if isinstance(value, str) else value


StatedLicense = Annotated[License, BeforeValidator(_as_name, json_schema_input_type=License | Line)]
"""A license as its parts, or as its name alone."""

_LICENSE = re.compile(
    r"(?P<name>.+?)(?: \((?P<issuer>[^()]+)\))?(?:,? within (?P<within>\d+ \w+))?"
)


def licenses_option(written: str) -> list[dict[str, str]]:
    """Return what a level asks for: ``Registered nurse (State board); ACLS within 6 months``."""
    found = [_LICENSE.fullmatch(part.strip()) for part in written.split(";")]
    if not all(found):
        raise ValueError("wanted names between semicolons, as `Registered nurse; CPR`")
    parts = (match.groupdict() for match in found if match)
    return [{name: said for name, said in part.items() if said} for part in parts]
