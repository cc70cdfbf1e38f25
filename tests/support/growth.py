"""Whether time grows as the input does: told by two sizes, on any machine, busy or not."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

NOTHING = 0.05
"""Seconds of CPU that are too few to be told from none."""

MOST = 3.0
"""How much longer twice the input may take: what is linear takes 2 times as long, else it is 4."""


def seconds(run: Callable[[], object]) -> float:
    """Return how many seconds of CPU a call takes."""
    start = process_time()
    run()
    return process_time() - start


def grows_too_fast(small: Callable[[], object], large: Callable[[], object]) -> str:
    """Return the times of a call and of one with twice the input, where they show more than growth.

    "" where all is well. A busy machine makes single measures wrong, not three in a row.
    """
    told = ""
    for _ in range(3):
        long = seconds(large)
        if long < NOTHING:
            return ""
        short = seconds(small)
        if long < MOST * short:
            return ""
        told = f"{short:.3f} and {long:.3f} seconds"
    return told
