"""Every page, visited once and asked everything: what is refused, what fails, what is too wide."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from .conftest import LISTEN, SAME_DAY, headers_in, pages_in, watch
from .kinds import KINDS, TOO_WIDE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Request

pytestmark = pytest.mark.browser

WIDTHS = (1280, 320)


@dataclass
class Visit:
    """What was seen on a page; ``wide`` names what is too wide, by the width of the window."""

    headers: Mapping[str, str]
    refused: list[str] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    wide: dict[int, list[str]] = field(default_factory=dict)
    wide_in_forced_colors: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def visits(browser: Browser, folder: Path, address: str) -> dict[str, Visit]:
    """Return what was seen on each page, by its path."""
    context = browser.new_context()
    context.clock.set_fixed_time(SAME_DAY)
    context.add_init_script(LISTEN)
    page = context.new_page()
    troubles: list[str] = []
    watch(page, address, troubles.append)

    def failed(asked: Request) -> None:
        # The next page ends what the one before is still loading; that is no refusal.
        if asked.failure != "net::ERR_ABORTED":
            troubles.append(f"{page.url}: {asked.url} failed: {asked.failure}")

    page.on("requestfailed", failed)
    found = {}
    for number, path in enumerate(pages_in(folder)):
        # By turns a page comes in wide and is narrowed, or the other way round.
        widths = WIDTHS[:: -1 if number % 2 else 1]
        found[path] = visit(page, address + path, widths, forced=path in KINDS)
        found[path].troubles = troubles.copy()
        troubles.clear()
    context.close()
    return found


def visit(page: Page, address: str, widths: tuple[int, ...], *, forced: bool) -> Visit:
    """Open a page in a window of the first width, turn it to the others, and note what is seen."""
    page.set_viewport_size({"width": widths[0], "height": 900})
    answer = page.goto(address)
    assert answer is not None
    seen = Visit(answer.all_headers())
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        seen.wide[width] = page.evaluate(TOO_WIDE, 0)
        if width == min(widths) and forced:
            page.emulate_media(forced_colors="active")
            seen.wide_in_forced_colors = page.evaluate(TOO_WIDE, 1)
            page.emulate_media(forced_colors="null")
    page.emulate_media(color_scheme="dark")
    page.emulate_media(color_scheme="light")
    seen.refused = page.evaluate("window.refused")
    return seen


def test_nothing_is_refused_on_any_page(visits: dict[str, Visit], folder: Path) -> None:
    """Nor does anything fail, come from elsewhere, or go without the headers."""
    wanted = headers_in(folder)
    found = [f"{path}: {it}" for path, seen in visits.items() for it in seen.refused]
    found += [it for seen in visits.values() for it in seen.troubles]
    assert found == []
    for path, seen in visits.items():
        assert {name: seen.headers[name.lower()] for name in wanted} == wanted, path


def test_no_page_scrolls_sideways(visits: dict[str, Visit]) -> None:
    assert all(seen.wide.keys() == {*WIDTHS} for seen in visits.values())
    wide = {path: seen.wide for path, seen in visits.items() if any(seen.wide.values())}
    assert wide == {}


def test_forced_colors_widen_nothing(visits: dict[str, Visit]) -> None:
    asked = {path: seen.wide_in_forced_colors for path, seen in visits.items() if path in KINDS}
    assert asked == {path: [] for path in KINDS}
