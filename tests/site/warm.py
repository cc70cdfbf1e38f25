"""Importing this builds a site once, so that each process forked afterwards has all it needs."""

from __future__ import annotations

from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from hiring.site.command.build import build
from tests.compiled import keep_what_is_of_the_package, log_less
from tests.site.faults import handbook

keep_what_is_of_the_package()
log_less()

with TemporaryDirectory() as folder, redirect_stdout(StringIO()):
    builds = handbook(Path(folder))
    build(builds.folder, builds.published)
