"""What the directives make: the sample's doctrees, and their text, against snapshots.

A snapshot that should change is written anew with ``pytest --force-regen``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_regressions.file_regression import FileRegressionFixture
    from sphinx.testing.util import SphinxTestApp

    from .conftest import Build

PAGES = ("index", "levels", "plain", "skills", "roles/baker", "roles/miller")


@pytest.mark.parametrize("page", PAGES)
def test_doctree(
    page: str, sample: Path, tmp_path: Path, build: Build, file_regression: FileRegressionFixture
) -> None:
    found = []

    def keep(app: SphinxTestApp) -> None:
        doctree = app.env.get_doctree(page)
        doctree["source"] = page
        found.append(doctree.pformat())

    assert build(sample, tmp_path / "out", "text", then=keep) == ""
    file_regression.check(found[0].replace(str(sample), "SAMPLE"), extension=".xml")


@pytest.mark.parametrize("page", PAGES)
def test_text(
    page: str, sample: Path, tmp_path: Path, build: Build, file_regression: FileRegressionFixture
) -> None:
    """The text builder shows what every reader gets, whatever the builder."""
    assert build(sample, tmp_path / "out", "text") == ""
    file_regression.check((tmp_path / "out" / "text" / f"{page}.txt").read_text(encoding="utf-8"))
