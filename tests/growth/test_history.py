"""A history takes as long as it is: each of its versions is looked at once."""

from __future__ import annotations

from functools import partial

from hiring.system.git import contents_in
from tests.support.growth import grows_too_fast

SIZE = 10_000
"""Bytes of a version; two thousand of them took seconds while the rest was copied for each."""


def _answer(count: int) -> bytes:
    """Return what git answers of so many versions, and of one that is not there."""
    versions = (b"%040x blob %d\n%s\n" % (at, SIZE, b"x" * SIZE) for at in range(count))
    return b"".join((*versions, b"%040x missing\n" % count))


def test_versions_are_parted_in_the_time_that_they_are_long() -> None:
    """The answer to all versions is cut in pieces without a copy of what is left."""
    short, long = _answer(1_500), _answer(3_000)
    assert len(contents_in(long)) == 3_000
    assert not grows_too_fast(partial(contents_in, short), partial(contents_in, long))
