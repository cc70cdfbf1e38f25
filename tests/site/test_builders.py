"""The frozen handbook in every form that a reader may ask for, without a warning.

That of LaTeX is in `test_books.py`, and a build for one form alone in many others. Here they are
made one upon the other, as a project makes them: pages are read once, whatever is written of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.fixtures import FROZEN

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Build


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where all forms are made."""
    return tmp_path_factory.mktemp("forms")


@pytest.mark.parametrize("builder", ["text", "epub", "dirhtml"])
def test_builds_without_warning(builder: str, folder: Path, build: Build) -> None:
    assert build(FROZEN, folder, builder) == ""
    found = [file.name for file in (folder / builder).rglob("*") if file.stat().st_size > 10_000]
    assert found
