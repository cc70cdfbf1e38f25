"""Digests: by them equal things are known again, in every process and in every run."""

from __future__ import annotations

import hashlib
import os
from functools import lru_cache
from pathlib import Path
from typing import Any

from hiring.model.data import PACKAGE

CODE = (".csv", ".html", ".js", ".po", ".py", ".toml", ".yaml")
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
    folders = [PACKAGE / room for room in rooms] or [PACKAGE]
    whole = hashlib.sha256()
    for folder in folders:
        for file in _code_in(folder):
            state = file.stat()
            whole.update(_digest_of_file(file, state.st_mtime_ns, state.st_size))
    return whole.hexdigest()


def _code_in(folder: Path) -> list[Path]:
    """Return the files under a folder whose change may change a result, in order."""
    found = sorted(
        f"{here}{os.sep}{name}"
        for here, _, names in os.walk(folder)
        if not here.endswith("__pycache__")
        for name in names
        if name.endswith(CODE)
    )
    return [Path(file) for file in found]


@lru_cache(maxsize=4096)  # a process asks several times, and files seldom change meanwhile
def _digest_of_file(file: Path, time: int, size: int) -> bytes:
    """Return the digest of a file as it was last changed at a ``time``, with its ``size``."""
    return hashlib.sha256(file.read_bytes()).digest()
