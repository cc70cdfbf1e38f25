"""What a build needs before it can start: its settings, and a page to start from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.checks.rulebook import rulebook
from hiring.model.audience import Audience
from hiring.model.messages import gettext
from hiring.model.problem import Problem, Severity, about
from hiring.model.rules import Rule
from hiring.posting.own_formats import formats_in
from hiring.reading.sources.settings import CONF, PREFIX

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.model.handbook import Handbook
    from hiring.reading.sources.sources import Sources


def no_extension() -> Problem:
    """Return that conf.py does not name this extension."""
    message = gettext('the extension is not named: write `extensions = ["hiring"]`')
    return Problem(CONF, 1, Rule.SETTING, message)


def settings_problems(sources: Sources) -> Iterator[Problem]:
    """Yield that there is no conf.py, or one without this extension.

    A program that has settings from elsewhere needs none.
    """
    if CONF not in sources.files:
        message = gettext("the file is missing: copy the one the project came with")
        yield Problem(CONF, 1, Rule.FILE, message)
    elif sources.lacks_extension:
        yield no_extension()


def address_problems(sources: Sources, handbook: Handbook) -> Iterator[Problem]:
    """Yield that job boards get no feed of the open jobs of ``handbook``, and how they would."""
    public = [it for it in handbook.openings.values() if it.audience is Audience.PUBLIC]
    if sources.lacks_address and any(it.facts.status == "open" for it in public):
        message = gettext(
            "nothing says where the site is published, so there are no feeds of the open jobs: "
            'write `html_baseurl = "https://careers.example.com/"`'
        )
        yield Problem(CONF, 1, Rule.SITE_ADDRESS, message, Severity.WARNING)


def rule_problems(sources: Sources) -> Iterator[Problem]:
    """Yield why not all of what conf.py names modules for can be taken from them."""
    settings = sources.settings
    found = {
        "rules": rulebook(settings.rules).faults,
        "formats": formats_in(settings.formats).faults,
    }
    for setting, faults in found.items():
        for name, fault in faults:
            message = about(f"`{PREFIX}{setting}`", about(f"`{name}`", fault))
            yield Problem(CONF, sources.stated.get(setting, 1), Rule.SETTING, message)


def start_problems(sources: Sources, handbook: Handbook) -> Iterator[Problem]:
    """Yield why no build for the readers of ``handbook`` has a page to start from."""
    if sources.settings.folder:
        return  # the project around it has its own
    start = sources.start
    other = f"{start.removesuffix('.md')}.rst"
    if start in handbook.hidden.pages:
        message = gettext(
            "the start page is not for {audience} readers: state `audience: {audience}` in it, and "
            "keep its parts for others by marks",
            audience=handbook.audience,
        )
        yield Problem(start, 1, Rule.START_PAGE, message)
    elif start not in sources.files and other in sources.files:
        message = gettext(
            "this is no page of a handbook: write {page}. Where the handbook is to be one folder "
            'of a project with others, name it in conf.py, as `hiring_folder = "people"`',
            page=start,
        )
        yield Problem(other, 1, Rule.START_PAGE, message)
    elif start not in sources.files:
        message = gettext("the start page is missing: write one, with a line `# Title`")
        yield Problem(start, 1, Rule.START_PAGE, message)
