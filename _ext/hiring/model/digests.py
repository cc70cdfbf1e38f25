"""Digests: by them equal things are known again, in every process and in every run."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from hiring.model.data import PACKAGE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

CODE = (".csv", ".html", ".js", ".py", ".toml", ".yaml")
"""The endings of the package's files whose change may change a result."""


def digest_of(value: Any) -> str:
    """Return a digest of a value by what it shows of itself: equal values have equal digests."""
    return digest_of_bytes(repr(value).encode())


def digest_of_bytes(data: bytes) -> str:
    """Return a digest of bytes, in 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def digest_of_code(*rooms: str) -> str:
    """Return a digest of the code and data in some rooms of the package, or else in all of it.

    Other code may have other results of the same content.
    """
    folders: Iterable[Path] = [PACKAGE / room for room in rooms] or [PACKAGE]
    whole = hashlib.sha256()
    for folder in folders:
        for file in sorted(folder.rglob("*")):
            if file.suffix in CODE and "__pycache__" not in file.parts:
                whole.update(file.read_bytes())
    return whole.hexdigest()
