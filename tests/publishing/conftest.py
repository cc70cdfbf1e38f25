"""The small handbook for all tests of this folder."""

from tests.support.fixtures import base, read

__all__ = ["base", "read"]
