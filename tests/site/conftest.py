"""What the site's tests share: the sample handbook, and builds of any folder."""

from __future__ import annotations

import shutil
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import pytest
from sphinx.testing.util import SphinxTestApp
from sphinx.util.console import strip_colors

from tests.compiled import keep_what_is_of_the_package, log_less
from tests.support.fixtures import base

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SAMPLE = Path(__file__).parent / "sample"

__all__ = ["base"]

keep_what_is_of_the_package()
log_less()


class Build(Protocol):
    """Builds a folder; returns the warnings that the build gave."""

    def __call__(
        self,
        source: Path,
        target: Path,
        builder: str = "html",
        jobs: int = 1,
        then: Callable[[SphinxTestApp], None] | None = None,
        **overrides: Any,
    ) -> str: ...


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """Return a copy of the sample handbook that a test may change."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "sample"))


@pytest.fixture(autouse=True, scope="session")
def same_day() -> Iterator[None]:
    """Let every build be of one day."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1795305600")  # 2026-11-22
        yield


def run_build(
    source: Path,
    target: Path,
    builder: str = "html",
    jobs: int = 1,
    then: Callable[[SphinxTestApp], None] | None = None,
    **overrides: Any,
) -> str:
    """Build a folder in this process, look at the result with ``then``, and clean up.

    ``overrides`` are settings other than those in conf.py.
    """
    warnings = StringIO()
    target.mkdir(parents=True, exist_ok=True)
    app = SphinxTestApp(
        builder,
        srcdir=source,
        builddir=target,
        status=StringIO(),
        warning=warnings,
        parallel=jobs,
        confoverrides=overrides,
    )
    try:
        app.build()
        if then is not None:
            then(app)
    finally:
        app.cleanup()
    return strip_colors(warnings.getvalue())


@pytest.fixture
def build() -> Build:
    """Return the function that builds."""
    return run_build
