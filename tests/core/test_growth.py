"""What tells quadratic time from linear does so, and does not take a slow machine for either."""

from __future__ import annotations

from functools import partial

from tests.support.growth import grows_too_fast


def linear(size: int) -> int:
    return sum(range(size))


def quadratic(size: int) -> int:
    return sum(sum(range(size)) for _ in range(size))


def test_quadratic_time_is_told() -> None:
    assert "seconds" in grows_too_fast(partial(quadratic, 1_200), partial(quadratic, 2_400))


def test_linear_time_is_not() -> None:
    assert grows_too_fast(partial(linear, 3_000_000), partial(linear, 6_000_000)) == ""


def test_what_takes_no_time_is_not() -> None:
    assert grows_too_fast(partial(quadratic, 20), partial(quadratic, 200)) == ""
