"""Handbooks for all tests of this folder."""

from tests.support.fixtures import base, frozen, read

__all__ = ["base", "frozen", "read"]
