"""The preview in a browser: what is saved and what is wrong show by themselves, to everyone."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.preview import start

from .accessibility import faults, load_axe
from .conftest import PROJECT, watch

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


def test_mistakes_show_in_the_open_page(browser: Browser, tmp_path: Path) -> None:
    sample = shutil.copytree(PROJECT / "tests/site/sample", tmp_path / "sample")
    troubles: list[str] = []
    with start(sample) as preview:
        page = browser.new_page(viewport={"width": 320, "height": 700})
        watch(page, f"http://127.0.0.1:{preview.port}/", troubles.append)
        page.goto(f"http://127.0.0.1:{preview.port}/plain.html")
        title = page.title()
        banner = page.get_by_role("complementary", name="Preview")
        assert banner.count() == 0

        text = (sample / "plain.md").read_text(encoding="utf-8")
        preview.save("plain.md", f"{text}\n{{role}}`backer`\n\nA new sentence.\n")
        page.get_by_text("A new sentence.").wait_for()
        line = text.count("\n") + 2
        assert f"plain.md, line {line}:" in banner.inner_text()
        assert "did you mean `baker`?" in banner.inner_text()
        assert page.title() == f"(1) {title}"
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        load_axe(page)
        assert faults(page, where=".hiring-preview") == []

        conf = (sample / "conf.py").read_text(encoding="utf-8")
        preview.save("conf.py", conf + "\n)\n")
        page.get_by_text("could not be built").wait_for()
        assert page.get_by_text("A new sentence.").is_visible()
        page.locator(".hiring-preview summary").click()
        assert not page.get_by_text("this is no Python").is_visible()

        preview.save("conf.py", conf)
        preview.save("plain.md", text)
        banner.wait_for(state="detached")
        page.get_by_text("A new sentence.").wait_for(state="detached")
        assert page.title() == title
        page.close()
    assert troubles == []
