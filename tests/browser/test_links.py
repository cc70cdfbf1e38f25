"""Every link of the real handbook leads somewhere, and what leads nowhere is found."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tools.links import MissingError, dead_links

PAGE = """<!doctype html>
<title>Links</title>
<p id="here"><a href="#here">1</a> <a href="below/page.html#there">2</a> <a href="/below/page.html">
3</a> <a href="#gone">4</a>
<a href="below/page.html#gone">5</a> <a href="gone%20too.html">6</a>
<a href="below/">7</a> <img src="/gone.png">
<a href="https://nowhere.invalid/">8</a> <a href="mailto:a@fennmoor.example">9</a>
<a href="below/page.html#role=baker&amp;level=senior">what a script reads</a>
"""


def test_every_link_of_the_handbook_leads_somewhere(folder: Path) -> None:
    assert dead_links(folder) == []


def test_what_leads_nowhere_is_told_with_page_and_line(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "below").mkdir()
    (tmp_path / "below/page.html").write_text('<p id="there">', encoding="utf-8")
    assert dead_links(tmp_path) == [
        "index.html:4: `index.html#gone` leads nowhere: that page has no such anchor",
        "index.html:5: `below/page.html#gone` leads nowhere: that page has no such anchor",
        "index.html:5: `gone too.html` leads nowhere: there is no such file",
        "index.html:6: `below` leads nowhere: that is a folder",
        "index.html:6: `gone.png` leads nowhere: there is no such file",
    ]


def test_without_the_tool_or_a_site_nothing_passes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(dead_links(tmp_path)) == 1
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    with pytest.raises(MissingError, match="make setup-test"):
        dead_links(tmp_path)
