"""The one place that asks which day it is."""

from __future__ import annotations

from datetime import UTC, date, datetime
from os import environ


def build_day() -> date:
    """Return the day of the build: that of ``SOURCE_DATE_EPOCH`` where it is set, else today's."""
    epoch = environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else datetime.now(UTC).date()
