"""How many examples a test of any text gets; which ones, `tests/conftest.py` says."""

from __future__ import annotations

from os import environ

from hypothesis import settings


def examples(count: int) -> settings:
    """Return the settings of a test that is tried with so many examples.

    ``EXAMPLES=100`` in the environment, as the forge has it, tries each such test with 100.
    """
    return settings(max_examples=int(environ.get("EXAMPLES", count)))
