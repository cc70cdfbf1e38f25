"""A day is the day where the work is: when openings start and end."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pycountry
import pytest
import yaml

from hiring.model.audience import Audience
from hiring.model.data import stated_in
from hiring.model.time_zones import as_of, day_ends, day_starts, next_change
from tests.support.cases import files_of

if TYPE_CHECKING:
    from collections.abc import Mapping

CASES = yaml.load((Path(__file__).parent / "time-zones.yaml").read_text("utf-8"), yaml.BaseLoader)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"].replace(" ", "-"))
def test_case(case: Mapping[str, Any], base: Mapping[str, bytes], read: Any) -> None:
    opening = {name: it for name, it in case["opening"].items() if it != "null"}
    opening |= {name: None for name, it in case["opening"].items() if it == "null"}
    handbook = read(files_of({"opening": opening}, base), Audience.HIRING_TEAM)
    moments = {datetime.fromisoformat(at): state for at, state in case["states"].items()}
    found = {
        at: as_of(handbook, at).openings["case"].state(at.astimezone(UTC).date()) for at in moments
    }
    assert found == moments


def test_the_next_change_is_the_first_that_comes(base: Mapping[str, bytes], read: Any) -> None:
    case = CASES[0]
    handbook = read(files_of(case, base), Audience.HIRING_TEAM)
    only = {"case": handbook.openings["case"]}
    handbook = type(handbook)(**{**vars(handbook), "openings": only})
    ends = datetime.fromisoformat(case["until"])
    assert next_change(handbook, ends - timedelta(days=1)) == ends
    assert next_change(handbook, ends) is None
    starts = datetime.fromisoformat("2026-11-20T06:00:00Z")
    assert next_change(handbook, starts - timedelta(seconds=1)) == starts


def test_every_zone_is_known_and_every_area_is_one() -> None:
    for area, zone in stated_in("time-zones.yaml").items():
        ZoneInfo(zone)
        known: Any = pycountry.subdivisions if "-" in area else None
        assert known.get(code=area) if known else pycountry.countries.get(alpha_2=area), area


@pytest.mark.parametrize("country", ["US", "CA", "AU", "BR", "MX"])
def test_wide_countries_are_complete(country: str) -> None:
    """But for islands, which are countries of their own in ISO 3166-1."""
    parts: Any = pycountry.subdivisions
    codes = {part.code for part in parts.get(country_code=country)}
    islands = {f"US-{code}" for code in ("AS", "GU", "MP", "PR", "UM", "VI")}
    assert codes - islands <= stated_in("time-zones.yaml").keys()


def test_every_country_has_a_day() -> None:
    day = date(2026, 12, 31)
    for country in pycountry.countries:
        starts, ends = day_starts(day, [country.alpha_2]), day_ends(day, [country.alpha_2])
        length = ends - starts
        assert timedelta(hours=23) <= length < timedelta(hours=48), country.alpha_2


def test_nowhere_is_greenwich() -> None:
    assert day_ends(date(2026, 12, 31), []) == datetime(2026, 12, 31, 23, 59, 59, tzinfo=UTC)
