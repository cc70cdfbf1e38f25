"""What a build needs before it can start: its settings, and a page to start from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.model.problem import Problem
from hiring.model.rules import Rule
from hiring.reading.sources.settings import CONF

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.model.handbook import Handbook
    from hiring.reading.sources.sources import Sources


def settings_problems(sources: Sources) -> Iterator[Problem]:
    """Yield that there is no conf.py; a program that has settings from elsewhere needs none."""
    if CONF not in sources.files:
        message = "the file is missing: copy the one the project came with"
        yield Problem(CONF, 1, Rule.FILE, message)


def start_problems(sources: Sources, handbook: Handbook) -> Iterator[Problem]:
    """Yield why no build for the readers of ``handbook`` has a page to start from."""
    if sources.settings.folder:
        return  # the project around it has its own
    start = sources.start
    other = f"{start.removesuffix('.md')}.rst"
    if start in handbook.hidden.pages:
        yield Problem(
            start,
            1,
            Rule.START_PAGE,
            f"the start page is not for {handbook.audience} readers: state `audience: "
            f"{handbook.audience}` in it, and keep its parts for others by marks",
        )
    elif start not in sources.files and other in sources.files:
        yield Problem(
            other,
            1,
            Rule.START_PAGE,
            f"this is no page of a handbook: write {start}. Where the handbook is to be one folder "
            'of a project with others, name it in conf.py, as `hiring_folder = "people"`',
        )
    elif start not in sources.files:
        message = "the start page is missing: write one, with a line `# Title`"
        yield Problem(start, 1, Rule.START_PAGE, message)
