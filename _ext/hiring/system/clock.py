"""The one place that asks which day it is, and what time."""

from __future__ import annotations

from datetime import UTC, date, datetime
from os import environ


def build_time() -> datetime:
    """Return the time of the build: ``SOURCE_DATE_EPOCH`` where it is set, else the clock's."""
    epoch = environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)


def build_day() -> date:
    """Return the day of the build, as it is in Greenwich."""
    return build_time().date()
