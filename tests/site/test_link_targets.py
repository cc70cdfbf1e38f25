"""What the reader takes for a link that leads somewhere, a site has, and it leads there."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from hiring.model.audience import Audience
from hiring.reading.handbook import read_handbook
from tests.support.cases import BASE, CONF, ROLE
from tests.support.linked import BESIDE, WAYS, linked_pages

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Build

PAGE = (
    ROLE
    + """\
:::{duties}
- Does it
:::

::::{levels}
:::{level} Senior
- Does it well
:::
::::

::::{faq}
:::{question} Why?
Because.
:::
::::
"""
)
INTERVIEW = """\
---
audience: hiring-team
---

# Interview

:::::{interview}
:role: case

::::{stage} First talk
:minutes: 30
:assesses: Python

:::{question} What is done?
:assesses: Python

1. Nothing
2. Little
3. Something
4. All
:::
::::
:::::
"""
"""Pages with an anchor of each kind."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "handbook"
    shutil.copytree(BASE, folder)
    (folder / "conf.py").write_text(f'{CONF}hiring_audience = "hiring-team"\n')
    return folder


def test_what_is_accepted_leads_somewhere(folder: Path, tmp_path: Path, build: Build) -> None:
    pages = linked_pages(WAYS["accepted"])
    for path, data in BESIDE.items():
        (folder / path).write_bytes(data)
    for path, text in pages.items():
        (folder / path).write_text(text, "utf-8")
    assert build(folder, tmp_path / "out") == ""
    site = tmp_path / "out/html"
    for path in pages:
        page = site / path.replace(".md", ".html")
        text = page.read_text("utf-8")
        shown = text[text.index("<article") : text.index("</article")]
        for address in re.findall(r'(?:href|src)="([^"]*)"', shown):
            parts = urlsplit(address)
            if parts.scheme or not parts.path:
                continue
            assert (page.parent / unquote(parts.path)).is_file(), address


def test_every_anchor_that_is_known_is_there(folder: Path, tmp_path: Path, build: Build) -> None:
    """Of levels and questions as wholes, and of what interviewers ask, there is none."""
    (folder / "roles/case.md").write_text(PAGE)
    (folder / "guide/interview.md").write_text(INTERVIEW)
    handbook = read_handbook(folder, Audience.HIRING_TEAM)
    known = [f"/{path}#{it}" for path, page in handbook.pages.items() for it in page.anchors]
    assert {"/roles/case.md#level-senior", "/roles/case.md#duties"} <= {*known}
    assert any(it.startswith("/guide/interview.md#") for it in known)
    (folder / "all.md").write_text("# All\n\n" + "\n\n".join(f"[x]({it})" for it in known))
    assert build(folder, tmp_path / "out") == ""
    for address in known:
        path, _, anchor = address[1:].partition("#")
        page = tmp_path / "out/html" / path.replace(".md", ".html")
        assert f'id="{anchor}"' in page.read_text("utf-8"), address
