"""The calendar of reviews: what RFC 5545 wants, read back by hand and by a parser."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar

from hiring.exports.calendar import REVIEWS, review_calendar, write_reviews
from hiring.model.audience import Audience

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hiring.model.handbook import Handbook

BASE = "https://handbook.example/en/"
ROLE = """\
---
role:
  title: {title}
  family: Data; and more
  summary: A case.
  owner: {owner}
  reviewed: 2026-08-31
  review_every: 6 months
---

# {title}
"""
SIGNS = r"Trains, planes; and back\slashes"
LONG = (
    "Ingénieur of the ünreasonably long titles 🚚 that no line of a calendar holds without a fold"
)


def unfolded(data: bytes) -> list[str]:
    """Return the lines of a calendar as RFC 5545 has them, 3.1: whole, ended by CR and LF."""
    assert data.endswith(b"\r\n")
    lines = data.split(b"\r\n")[:-1]
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    for line in lines:
        line.decode("utf-8")  # no sign is cut in two
    return data.replace(b"\r\n ", b"").decode("utf-8").split("\r\n")[:-1]


def unescaped(value: str) -> str:
    """Return a text as RFC 5545 writes it, 3.3.11."""
    assert not re.search(r"(?<!\\)(?:\\\\)*[,;]", value)
    meant = {"n": "\n", "N": "\n"}
    return re.sub(r"\\(.)", lambda found: meant.get(found[1], found[1]), value)


@pytest.fixture(scope="module")
def handbook(read: Callable[..., Handbook]) -> Handbook:
    return read(
        {
            "roles/signs.md": ROLE.format(title=SIGNS, owner="People, and others"),
            "roles/long.md": ROLE.format(title=LONG, owner="People team"),
            "roles/gone.md": ROLE.format(title="Gone", owner="Nobody\n  status: retired"),
        }
    )


@pytest.fixture(scope="module")
def entries(handbook: Handbook) -> dict[str, dict[str, str]]:
    """Return the entries by their key, each property with its parameters, read by hand."""
    _, *parts = "\n".join(unfolded(review_calendar(handbook, BASE))).split("BEGIN:VEVENT\n")
    found = {}
    for part in parts:
        lines = part.partition("END:VEVENT")[0].splitlines()
        entry = dict(line.split(":", 1) for line in lines)
        assert len(entry) == len(lines), "no property stands twice"
        found[entry["UID"]] = entry
    return found


def test_every_review_that_has_a_day_is_an_entry(entries: dict[str, dict[str, str]]) -> None:
    assert sorted(entries) == [
        "review-data-engineer@www.fennmoor.example",
        "review-long@www.fennmoor.example",
        "review-signs@www.fennmoor.example",
    ]
    entry = entries["review-data-engineer@www.fennmoor.example"]
    assert entry["DTSTAMP"] == "20261101T000000Z"
    assert entry["DTSTART;VALUE=DATE"] == "20271101"
    assert entry["DTEND;VALUE=DATE"] == "20271102"
    assert entry["SUMMARY"] == "Review the page: Data Engineer"
    assert entry["URL"] == "https://handbook.example/en/roles/data-engineer.html"
    assert "https://handbook.example/en/roles/data-engineer.html" in entry["DESCRIPTION"]
    assert entry["TRANSP"] == "TRANSPARENT"


def test_signs_are_escaped_and_long_lines_folded(entries: dict[str, dict[str, str]]) -> None:
    signs = entries["review-signs@www.fennmoor.example"]
    assert unescaped(signs["SUMMARY"]) == f"Review the page: {SIGNS}"
    assert unescaped(signs["CATEGORIES"]) == "Data; and more"
    assert "\nOwner: People, and others\n" in unescaped(signs["DESCRIPTION"])
    assert LONG in entries["review-long@www.fennmoor.example"]["SUMMARY"]


def test_a_parser_reads_the_same(handbook: Handbook, entries: dict[str, dict[str, str]]) -> None:
    calendar = Calendar.from_ical(review_calendar(handbook, BASE))
    assert isinstance(calendar, Calendar)
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"]
    assert calendar.errors == []
    found = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
    assert found.keys() == entries.keys()
    for uid, event in found.items():
        assert event.errors == []
        assert str(event["SUMMARY"]) == unescaped(entries[uid]["SUMMARY"])
        assert str(event["DESCRIPTION"]) == unescaped(entries[uid]["DESCRIPTION"])
    # Six months from August 31 is the last day of February.
    assert found["review-long@www.fennmoor.example"].decoded("DTSTART") == date(2027, 2, 28)


def test_the_calendar_is_framed_by_what_is_required(handbook: Handbook) -> None:
    lines = unfolded(review_calendar(handbook))
    head = lines[: lines.index("BEGIN:VEVENT")]
    assert head[0] == "BEGIN:VCALENDAR"
    assert {"VERSION:2.0", "CALSCALE:GREGORIAN"} < set(head)
    assert lines[-1] == "END:VCALENDAR"
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 3


def test_without_an_address_it_names_the_file(handbook: Handbook) -> None:
    lines = unfolded(review_calendar(handbook))
    assert not [line for line in lines if line.startswith("URL")]
    assert [line for line in lines if line.startswith(r"DESCRIPTION:Page: roles/long.md\n")]


def test_the_same_handbook_gives_the_same_bytes(handbook: Handbook) -> None:
    assert review_calendar(handbook, BASE) == review_calendar(handbook, BASE)


def test_written_for_those_who_keep_pages_and_where_there_is_a_day(
    read: Callable[..., Handbook], tmp_path: Path
) -> None:
    for audience in (Audience.EMPLOYEE, Audience.HIRING_TEAM):
        assert write_reviews(read({}, audience), tmp_path, BASE) == [tmp_path / REVIEWS]
    assert (tmp_path / REVIEWS).read_bytes() == review_calendar(read({}), BASE)
    assert write_reviews(read({}, Audience.PUBLIC), tmp_path / "public", BASE) == []
    role = read({}).roles["data-engineer"]
    undated = replace(role, facts=role.facts.model_copy(update={"review_every": None}))
    none = replace(read({}), roles={role.key: undated})
    assert write_reviews(none, tmp_path / "none", BASE) == []
    assert not (tmp_path / "public").exists()


def test_an_entry_that_moves_has_a_newer_stamp(handbook: Handbook) -> None:
    """The next review comes sooner where `review_every` is shorter, with no review between."""
    changes = {"roles/data-engineer.md": date(2026, 11, 20), "roles/signs.md": date(2026, 1, 1)}
    calendar = Calendar.from_ical(review_calendar(handbook, BASE, changes))
    stamps = {str(it["UID"]): it.decoded("DTSTAMP").date() for it in calendar.walk("VEVENT")}
    assert stamps["review-data-engineer@www.fennmoor.example"] == date(2026, 11, 20)
    reviewed = handbook.roles["signs"].facts.reviewed
    assert stamps["review-signs@www.fennmoor.example"] == reviewed, "which was later"
