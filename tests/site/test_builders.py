"""The frozen handbook in every form that a reader may ask for, without a warning.

That of LaTeX is in `test_books.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.fixtures import FROZEN

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Build


@pytest.mark.parametrize("builder", ["text", "epub", "dirhtml"])
def test_builds_without_warning(builder: str, tmp_path: Path, build: Build) -> None:
    assert build(FROZEN, tmp_path, builder) == ""
    found = [file.name for file in (tmp_path / builder).rglob("*") if file.stat().st_size > 10_000]
    assert found
