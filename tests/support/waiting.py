"""How long tests wait for what others do: until it is done, however busy the machine is."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

LONG = 240
"""Seconds: nothing takes this long, so it is only a net against what never ends."""

SLEEP = 0.02
"""Seconds between two looks."""


def wait(condition: Callable[[], bool], otherwise: Callable[[], str] = lambda: "") -> None:
    """Wait until something is so, and fail where it never is."""
    end = time.monotonic() + LONG
    while not condition():
        assert time.monotonic() < end, otherwise()
        time.sleep(SLEEP)
