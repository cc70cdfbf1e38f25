"""The small handbook for all tests of this folder."""

from tests.support.fixtures import base

__all__ = ["base"]
