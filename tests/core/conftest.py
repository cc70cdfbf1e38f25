"""Handbooks for all tests of this folder."""

from tests.support.fixtures import Reader, base, frozen, read

__all__ = ["Reader", "base", "frozen", "read"]
