"""What a company starts with: the handbook of each country passes its own check."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from hiring.checks.folder import review_folder
from hiring.starter.begin import TEMPLATES, Wishes, begin
from tests.support.cases import stated_in

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 22)
PLACES = stated_in(TEMPLATES / "places.yaml")


@pytest.mark.parametrize(
    "tag", [f"{language}-{country}" for language in PLACES for country in PLACES[language]]
)
def test_a_starter_of_a_country_passes_its_check(tag: str, tmp_path: Path) -> None:
    begin(tmp_path / "made", Wishes(language=tag, name="Acme"), TODAY)
    found = review_folder(tmp_path / "made/handbook", TODAY, tmp_path / "work").findings
    assert {it.rule for it in found} == {"unconfirmed"}
