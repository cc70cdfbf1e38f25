"""What ends a command from outside ends it as Ctrl-C does: in order, and in words."""

from __future__ import annotations

import os
import signal
from types import FrameType

FROM_OUTSIDE = ("SIGTERM", "SIGHUP")
"""A service that is stopped or takes too long, and a terminal that is closed."""


class Stopped(KeyboardInterrupt):
    """A signal from outside: nobody else has to know that it was not Ctrl-C."""

    def __init__(self, number: int) -> None:
        """Note which signal it was."""
        super().__init__()
        self.number = number


def stop_in_order() -> None:
    """Let signals from outside raise ``Stopped`` here, and end our helpers at once, as ever."""
    ours = os.getpid()

    def stop(number: int, frame: FrameType | None) -> None:
        if os.getpid() == ours:
            raise Stopped(number)
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    for name in FROM_OUTSIDE:
        number = getattr(signal, name, None)
        # `nohup` has it ignored, and means it.
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, stop)


def status_of(stopped: KeyboardInterrupt) -> int:
    """Return the exit status that says which signal ended a command, as shells have it."""
    return 128 + (stopped.number if isinstance(stopped, Stopped) else signal.SIGINT)
