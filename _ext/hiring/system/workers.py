"""Work on many things in several processes at once, with the same result as one after another."""

from __future__ import annotations

import multiprocessing
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Thing = TypeVar("Thing")
Made = TypeVar("Made")

FEW = 50
"""With fewer things than this, starting a process costs more than it saves."""

_work: tuple[Callable[[Any], Any], Sequence[Any]] | None = None
"""What the processes that are forked find: nothing of it is pickled."""


def side_by_side(
    work: Callable[[Thing], Made], things: Sequence[Thing], jobs: int = 1
) -> list[Made]:
    """Return what ``work`` makes of each thing, in order, made in up to ``jobs`` processes.

    What it makes must be picklable. Where processes can't be forked, all is made in this one.
    """
    if jobs < 2 or len(things) < FEW or "fork" not in multiprocessing.get_all_start_methods():
        return [work(thing) for thing in things]
    global _work
    _work = work, things
    try:
        with multiprocessing.get_context("fork").Pool(jobs) as pool:
            return pool.map(_make, range(len(things)), chunksize=max(1, len(things) // jobs // 8))
    finally:
        _work = None


def _make(number: int) -> Any:
    assert _work is not None
    work, things = _work
    return work(things[number])
