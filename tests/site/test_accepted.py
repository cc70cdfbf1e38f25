"""What the reader accepts, the build accepts, and shows."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

from tests.support.cases import BASE, CONF

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Build


def test_pictures_may_have_any_name(tmp_path: Path, build: Build) -> None:
    """However a page writes it: Markdown has two ways to write a space."""
    folder = tmp_path / "handbook"
    shutil.copytree(BASE, folder)
    (folder / "conf.py").write_text(CONF)
    for name in ("my logo.png", "für alle.png", "plan (1).png"):
        (folder / "guide" / name).write_bytes(b"\x89PNG\r\n\x1a\n")
    written = ("<my logo.png>", "my%20logo.png", "<für alle.png>", "<plan (1).png>")
    shown = "\n\n".join(f"![a picture]({name})" for name in written)
    figure = ":::{figure} my%20logo.png\n:alt: a logo\n:::"
    page = f"# Pictures\n\n{shown}\n\n{figure}\n"
    (folder / "guide/pictures.md").write_text(page, encoding="utf-8")
    assert build(folder, tmp_path / "out") == ""
    html = (tmp_path / "out/html/guide/pictures.html").read_text(encoding="utf-8")
    names = ("my%20logo", "my%20logo", "f%C3%BCr%20alle", "plan%20%281%29", "my%20logo")
    assert re.findall(r'<img[^>]* src="../_images/([^"]*)"', html) == [f"{it}.png" for it in names]
    files = sorted(file.name for file in (tmp_path / "out/html/_images").iterdir())
    assert files == ["für alle.png", "my logo.png", "plan (1).png"]


def test_a_page_in_no_table_of_contents_is_built(tmp_path: Path, build: Build) -> None:
    """It is a warning of the check, which may be waived; the build says nothing of either."""
    folder = tmp_path / "handbook"
    shutil.copytree(BASE, folder)
    (folder / "conf.py").write_text(CONF)
    waived = (
        "---\nchecks:\n  waive:\n    - {rule: orphan-page, reason: handed out on paper}\n---\n\n"
    )
    (folder / "leaflet.md").write_text(f"{waived}# Leaflet\n", encoding="utf-8")
    (folder / "letter.md").write_text("# Letter\n", encoding="utf-8")
    assert build(folder, tmp_path / "out") == ""
    for name in ("leaflet", "letter"):
        assert (tmp_path / f"out/html/{name}.html").is_file()
