"""What tells quadratic time from linear does so, and does not take a busy machine for either."""

from __future__ import annotations

from functools import partial

import pytest

from tests.support import growth
from tests.support.growth import NOTHING, grows_too_fast


class Machine:
    """Work that takes as long as it says, of which the next pieces may take longer."""

    def __init__(self) -> None:
        self.now = 0.0
        self.delays: list[float] = []

    def work(self, seconds: float) -> None:
        self.now += seconds * (self.delays.pop(0) if self.delays else 1)


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    machine = Machine()
    monkeypatch.setattr(growth, "process_time", lambda: machine.now)
    return machine


def test_quadratic_time_is_told(machine: Machine) -> None:
    small, large = (partial(machine.work, size**2) for size in (1, 2))
    assert grows_too_fast(small, large) == "1.000 and 4.000 seconds"


def test_linear_time_is_not(machine: Machine) -> None:
    small, large = (partial(machine.work, size) for size in (1, 2))
    assert grows_too_fast(small, large) == ""


def test_a_machine_that_is_busy_twice_is_no_fault(machine: Machine) -> None:
    machine.delays = [5, 1, 5, 1]
    small, large = (partial(machine.work, size) for size in (1, 2))
    assert grows_too_fast(small, large) == ""
    assert machine.delays == []


def test_what_takes_no_time_is_not(machine: Machine) -> None:
    small, large = (partial(machine.work, NOTHING * share) for share in (0.01, 0.9))
    assert grows_too_fast(small, large) == ""
