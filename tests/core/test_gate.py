"""The gate: which openings are held back, when, and what is said of them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from hiring.checks.gate import gated, held_back
from hiring.exports.documents import handbook_document
from hiring.model.audience import Audience
from hiring.model.checks import PageChecks, Waiver
from hiring.posting.files import feed_files, posting_files
from hiring.posting.listings import listings
from tests.support.cases import DAY, files_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hiring.model.handbook import Handbook

STRICT = {"company.yaml": {"size: 420": "size: 420\nchecks: {rules: {no-deadline: error}}"}}
MEANT = {
    "company.yaml": {
        "size: 420": "size: 420\nchecks:\n  rules: {no-deadline: error}\n"
        "  waive: [{rule: no-deadline, reason: It stays open.}]"
    }
}
NOON = datetime.fromisoformat(f"{DAY}T12:00:00Z")


def at_noon(case: Mapping[str, Any], base: Mapping[str, bytes], read: Any) -> Handbook:
    public = {**case, "audience": "public"}
    whole: Handbook = read(files_of(public, base), Audience.PUBLIC)
    return gated(whole, NOON)


@pytest.mark.parametrize(
    ("case", "state"),
    [
        ({"opening": {"closes": None}, "change": STRICT}, "held"),
        ({"opening": {"closes": None, "posted": "2027-01-01"}, "change": STRICT}, "held"),
        ({"opening": {"closes": None, "status": "filled"}, "change": STRICT}, "filled"),
        ({"opening": {"closes": None}, "change": MEANT}, "open"),
        ({"opening": {"closes": None}}, "open"),
        ({"opening": {}, "change": STRICT}, "open"),
    ],
    ids=["error", "to-come", "filled", "waived", "warning", "ready"],
)
def test_only_what_is_in_error_is_held(
    case: dict[str, Any], state: str, base: Mapping[str, bytes], read: Any
) -> None:
    handbook = at_noon(case, base, read)
    assert handbook.openings["case"].state(DAY) == state
    assert bool(list(held_back(handbook))) == (state == "held")


def test_what_a_page_means_counts_where_nobody_is_told(
    base: Mapping[str, bytes], read: Any
) -> None:
    """The public is told no waiver, and its build publishes what the check lets pass."""
    case = {"opening": {"closes": None}, "change": STRICT, "audience": "public"}
    whole = read(files_of(case, base), Audience.PUBLIC)
    waiver = Waiver(rule="no-deadline", reason="It stays open.")
    meant = {"openings/case.md": PageChecks(waive=(waiver,))}
    assert gated(whole, NOON).openings["case"].state(DAY) == "held"
    handbook = gated(whole, NOON, meant)
    assert handbook.openings["case"].state(DAY) == "open"
    assert handbook.pages["openings/case.md"].front_matter.checks is None


def test_what_is_held_is_in_nothing(base: Mapping[str, bytes], read: Any) -> None:
    ready = at_noon({"opening": {}, "change": STRICT}, base, read)
    held = at_noon({"opening": {"closes": None}, "change": STRICT}, base, read)
    assert [it.key for it in listings(ready, DAY)].count("case") == 1
    assert "case" not in [it.key for it in listings(held, DAY)]
    of_ready, of_held = (
        dict(posting_files(it, DAY)) | dict(feed_files(it, DAY, "https://h.example/"))
        for it in (ready, held)
    )
    assert "postings/case.txt" in of_ready
    assert "postings/case.txt" not in of_held
    named = {name for name, data in of_ready.items() if b"openings/case" in data}
    assert {"feeds/openings.xml", "feeds/openings.atom", "feeds/openings.json"} <= named
    assert [name for name, data in of_held.items() if b"openings/case" in data] == []
    assert "case" in [it.key for it in handbook_document(ready).openings]
    assert "case" not in [it.key for it in handbook_document(held).openings]


def test_the_reason_is_told_with_its_place(base: Mapping[str, bytes], read: Any) -> None:
    held = at_noon({"opening": {"closes": None}, "change": STRICT}, base, read)
    [line] = held_back(held)
    assert line.startswith("openings/case.md:")
    assert ": held back: " in line
    assert line.endswith(" [no-deadline]")
