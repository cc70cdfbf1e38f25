"""The one place that asks which day it is, and what time."""

from __future__ import annotations

from datetime import UTC, date, datetime
from os import environ

from hiring.model.messages import gettext

STATED = "SOURCE_DATE_EPOCH"
"""The variable that states the time of a build, in seconds since 1970, instead of the clock."""


class ClockError(ValueError):
    """The variable that should state the time of a build does not; the message says what to do."""


def build_time() -> datetime:
    """Return the time of the build: ``SOURCE_DATE_EPOCH`` where it states one, else the clock's.

    Raises ClockError where it states something else.
    """
    written = environ.get(STATED, "").strip()
    if not written:
        return datetime.now(UTC)
    try:
        if not (written.isascii() and written.isdigit()):
            raise ValueError
        return datetime.fromtimestamp(int(written), UTC)
    except (OSError, OverflowError, ValueError):
        message = gettext(
            "{variable} is {value}: set it to a time in whole seconds since 1970, as `date +%s` "
            "prints it, or nothing",
            variable=STATED,
            value=repr(written[:40]),
        )
        raise ClockError(message) from None


def settle_clock() -> None:
    """See that a time is stated rightly or not at all: an empty variable states none.

    Others would take it for a number. Raises ClockError, and also where the machine's own clock is
    surely wrong: no archive, and so no Word document, can be of a year before 1980.
    """
    build_time()
    now = datetime.now(UTC)
    if now.year < 1980:
        raise ClockError(
            gettext("The clock of this machine says {day}: set it right", day=f"{now:%Y-%m-%d}")
        )
    if not environ.get(STATED, "").strip():
        environ.pop(STATED, None)


def build_day() -> date:
    """Return the day of the build, as it is in Greenwich."""
    return build_time().date()
