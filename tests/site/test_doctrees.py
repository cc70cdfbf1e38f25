"""What the directives make: the sample's doctrees, and their text, against snapshots.

A snapshot that should change is written anew with ``pytest --force-regen``.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from .conftest import SAMPLE, run_build

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_regressions.file_regression import FileRegressionFixture
    from sphinx.testing.util import SphinxTestApp

PAGES = (
    *("index", "levels", "plain", "posting", "reviews", "skills", "roles/baker", "roles/miller"),
    *("openings/index", "openings/baker-town", "openings/baker-over"),
)


@dataclass
class Built:
    """The sample, built as text: its warnings, its doctrees, and its pages."""

    warnings: str
    doctrees: dict[str, str]
    texts: dict[str, str]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder: Path = tmp_path_factory.mktemp("doctrees")
    sample = shutil.copytree(SAMPLE, folder / "sample")
    doctrees = {}

    def keep(app: SphinxTestApp) -> None:
        for page in PAGES:
            doctree = app.env.get_doctree(page)
            doctree["source"] = page
            doctrees[page] = doctree.pformat().replace(str(sample), "SAMPLE")

    warnings = run_build(sample, folder, "text", then=keep)
    texts = {page: (folder / f"text/{page}.txt").read_text(encoding="utf-8") for page in PAGES}
    return Built(warnings, doctrees, texts)


def test_builds_without_warning(built: Built) -> None:
    assert built.warnings == ""


@pytest.mark.parametrize("page", PAGES)
def test_doctree(page: str, built: Built, file_regression: FileRegressionFixture) -> None:
    file_regression.check(built.doctrees[page], extension=".xml")


@pytest.mark.parametrize("page", PAGES)
def test_text(page: str, built: Built, file_regression: FileRegressionFixture) -> None:
    """The text builder shows what every reader gets, whatever the builder."""
    file_regression.check(built.texts[page])
