"""Work on many things in several processes at once, with the same result as one after another."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
from collections import deque
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from threading import Thread
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from hiring.model.messages import gettext

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence

Thing = TypeVar("Thing")
Made = TypeVar("Made")
End = TypeVar("End")
Next = TypeVar("Next")

FEW = 50
"""With fewer things than this, starting a process costs more than it saves."""

PORTIONS = 64
"""In how many portions each process gets its things: the last one of all keeps no other idle."""

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


@dataclass(frozen=True, slots=True)
class Task(Generic[Thing, Made, End]):
    """Work on many things, and what it comes to.

    ``work`` makes something picklable of each of the ``things``, in whichever process. ``end``
    gets what was made, in the things' order, in this process, while others still work: it takes
    all of it, and returns what the task comes to.
    """

    work: Callable[[Thing], Made]
    things: Sequence[Thing]
    end: Callable[[Iterator[Made]], End]

    def then(self, more: Callable[[End], Next]) -> Task[Thing, Made, Next]:
        """Return the task with ``more`` done, in this process, to what it came to."""
        return Task(self.work, self.things, lambda made: more(self.end(made)))


def in_this_process(work: Callable[[], End]) -> Task[None, None, End]:
    """Return as a task what is done in this process, while others work on other tasks."""
    return Task(lambda _: None, (), lambda _: work())


def tasks_side_by_side(tasks: Sequence[Task[Any, Any, End]], jobs: int = 1) -> list[End]:
    """Return what each of some tasks comes to, worked on in up to ``jobs`` processes.

    They are forked once for all tasks, and what one is to make of things goes on while another is
    brought to its end. Raises what tasks raise, and ``WorkerEndedError`` as ``side_by_side`` does.
    """
    things = [(task.work, thing) for task in tasks for thing in task.things]
    with closing(_made(lambda it: it[0](it[1]), things, jobs)) as made:
        return [task.end(islice(made, len(task.things))) for task in tasks]


def side_by_side(
    work: Callable[[Thing], Made], things: Sequence[Thing], jobs: int = 1
) -> list[Made]:
    """Return what ``work`` makes of each thing, in order, made in up to ``jobs`` processes.

    What it makes must be picklable. Where processes can't be forked, all is made in this one.
    Raises what ``work`` raises, and ``WorkerEndedError`` where a process was ended from outside.
    """
    return list(_made(work, things, jobs))


def _made(
    work: Callable[[Thing], Made], things: Sequence[Thing], jobs: int
) -> Generator[Made, None, None]:
    if jobs < 2 or len(things) < FEW or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(work, things)
    else:
        yield from made_in_processes(work, things, jobs)


def made_in_processes(
    work: Callable[[Thing], Made], things: Sequence[Thing], jobs: int
) -> Iterator[Made]:
    """Yield, in order, what ``work`` makes of each thing in ``jobs`` processes forked from this."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    global _work
    _work = work, things
    size = max(1, len(things) // jobs // PORTIONS)
    portions = [range(at, min(at + size, len(things))) for at in range(0, len(things), size)]
    try:
        # Not multiprocessing's pool: that one waits forever for a process that was killed.
        fork = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(jobs, fork, initializer=_begin) as pool:
            try:
                # Not its `map`, which on an error takes back what the pool then can't call off.
                ahead = deque(pool.submit(_make_portion, it) for it in portions)
                while ahead:
                    yield from ahead.popleft().result()
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


def _make_portion(numbers: range) -> list[Any]:
    assert _work is not None
    work, things = _work
    try:
        return [work(things[number]) for number in numbers]
    except Exception as error:
        raise _sendable(error) from None


def _sendable(error: Exception) -> Exception:
    """Return an error as it is, or in words where it can't be sent to another process."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error
