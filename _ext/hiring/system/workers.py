"""Work on many things in several processes at once, with the same result as one after another."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar

from hiring.model.messages import gettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Thing = TypeVar("Thing")
Made = TypeVar("Made")

FEW = 50
"""With fewer things than this, starting a process costs more than it saves."""

_work: tuple[Callable[[Any], Any], Sequence[Any]] | None = None
"""What the processes that are forked find: nothing of it is pickled."""


class WorkerEndedError(Exception):
    """A process that worked for this one was ended from outside, as where memory runs out."""

    def __init__(self) -> None:
        """Say so, and what helps."""
        super().__init__(
            gettext(
                "a process of this build was ended from outside, as where memory runs out; "
                "build again, and with `--jobs 1` if it happens once more"
            )
        )


def side_by_side(
    work: Callable[[Thing], Made], things: Sequence[Thing], jobs: int = 1
) -> list[Made]:
    """Return what ``work`` makes of each thing, in order, made in up to ``jobs`` processes.

    What it makes must be picklable. Where processes can't be forked, all is made in this one.
    Raises what ``work`` raises, and ``WorkerEndedError`` where a process was ended from outside.
    """
    if jobs < 2 or len(things) < FEW or "fork" not in multiprocessing.get_all_start_methods():
        return [work(thing) for thing in things]
    return list(made_in_processes(work, things, jobs))


def made_in_processes(
    work: Callable[[Thing], Made], things: Sequence[Thing], jobs: int
) -> Iterator[Made]:
    """Yield, in order, what ``work`` makes of each thing in ``jobs`` processes forked from this."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    global _work
    _work = work, things
    chunksize = max(1, len(things) // jobs // 8)
    try:
        # Not multiprocessing's pool: that one waits forever for a process that was killed.
        fork = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(jobs, fork, initializer=_begin) as pool:
            try:
                yield from pool.map(_make, range(len(things)), chunksize=chunksize)
            except BaseException:
                for process in multiprocessing.active_children():
                    process.terminate()
                raise
    except BrokenProcessPool as error:
        raise WorkerEndedError() from error
    finally:
        _work = None


def _begin() -> None:
    """Make a process one that works for this one, and for no longer than there is this one."""
    leave_interrupts()
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this process where the one that forked it is gone.

    Nobody else would: it would wait for more to do, and the next build for the lock that it holds.
    """
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


def leave_interrupts() -> None:
    """Leave Ctrl-C, which reaches every process of a terminal, to the one begun there."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _make(number: int) -> Any:
    assert _work is not None
    work, things = _work
    try:
        return work(things[number])
    except Exception as error:
        raise _sendable(error) from None


def _sendable(error: Exception) -> Exception:
    """Return an error as it is, or in words where it can't be sent to another process."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error
