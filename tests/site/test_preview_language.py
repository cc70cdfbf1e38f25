"""What the preview says itself, in the language of the handbook that is built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.model.messages import tell_in
from hiring.site.live.building import Outcome
from hiring.site.live.pages import Pages

if TYPE_CHECKING:
    from pathlib import Path


def test_the_preview_of_a_german_handbook_speaks_german(tmp_path: Path) -> None:
    tell_in("de")
    pages = Pages(tmp_path)
    assert '<html lang="de">' in pages.missing
    assert "<h1>Einen Moment</h1>" in pages.missing
    pages.tell(Outcome(finished=False), "1")
    assert "Das Handbuch ließ sich nicht bauen" in pages.banner
    assert "<h1>Seite nicht gefunden</h1>" in pages.missing


def test_a_build_tells_in_which_language_it_has_told() -> None:
    tell_in("fr")
    assert Outcome(finished=True).language == "fr"
