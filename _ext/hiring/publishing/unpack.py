"""What is inside a file: archives, inventories and embedded data, opened as deep as they go."""

from __future__ import annotations

import binascii
import gzip
import re
import zlib
from base64 import b64decode
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from hiring.model.messages import gettext

if TYPE_CHECKING:
    from collections.abc import Iterator

DEEPEST = 5
"""How many archives within one another are opened."""

LARGEST = 64 * 1024 * 1024
"""How many bytes one archive may unpack to."""

_INVENTORY = b"# Sphinx inventory version 2"
_ZLIB = (b"x\x01", b"x\x9c", b"x\xda")
_DAMAGED = (BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, zlib.error)
_EMBEDDED = re.compile(rb"base64,([A-Za-z0-9+/_-]{8,}={0,2})")


class ClosedError(Exception):
    """An archive can't be looked into; the message says why."""


def parts(path: str, data: bytes, depth: int = 0) -> Iterator[tuple[str, bytes]]:
    """Yield a file, then whatever is in it, each as (path, bytes): ``x.zip!inner.txt``.

    Raises ClosedError for an archive that is damaged, has a password, or is too deep or large.
    """
    yield path, data
    try:
        inside = list(_inside(data))
    except _DAMAGED as error:
        raise ClosedError(gettext("it can't be unpacked: {error}", error=error)) from error
    if inside and depth == DEEPEST:
        raise ClosedError(
            gettext("it holds archives within archives, more than {number} deep", number=DEEPEST)
        )
    for name, content in inside:
        yield from parts(f"{path}!{name}", content, depth + 1)


def outside_compressed(data: bytes) -> bytes:
    """Return a file without what is compressed in it, whole: in that, words stand by chance.

    What it says is another part of the file.
    """
    if _is_compressed(data):
        return b""
    return _EMBEDDED.sub(lambda it: b"" if _is_compressed(embedded(it[1])) else it[0], data)


def inventory(data: bytes) -> bytes:
    """Return the entries of an ``objects.inv``: they follow four lines, compressed."""
    return inflated(data.split(b"\n", 4)[4])


def embedded(written: bytes) -> bytes:
    """Return what is written as Base64; nothing where it only looks so."""
    standard = written.replace(b"-", b"+").replace(b"_", b"/").rstrip(b"=")
    try:
        return b64decode(standard + b"=" * (-len(standard) % 4))
    except binascii.Error:
        return b""


def inflated(data: bytes) -> bytes:
    """Return what zlib has compressed; raise ClosedError, EOFError or zlib.error if damaged."""
    stream = zlib.decompressobj()
    content = _limited(stream.decompress(data, LARGEST + 1))
    if not stream.eof:
        raise EOFError(gettext("it is cut short"))
    return content


def _inside(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield what a file directly holds; what it is is told by its first bytes, not by its name."""
    if data.startswith(b"PK\x03\x04"):
        yield from _members(data)
    elif data.startswith(b"\x1f\x8b"):
        with gzip.open(BytesIO(data)) as stream:
            yield "unzipped", _limited(stream.read(LARGEST + 1))
    elif data.startswith(_INVENTORY):
        yield "entries", inventory(data)
    elif data.startswith(_ZLIB):
        yield "inflated", inflated(data)
    for number, found in enumerate(_EMBEDDED.finditer(data)):
        if content := embedded(found[1]):
            yield f"embedded-{number}", content


def _is_compressed(data: bytes) -> bool:
    """Tell whether bytes are what zlib has compressed, from the first to the last."""
    stream = zlib.decompressobj()
    try:
        is_whole = data.startswith(_ZLIB) and bool(stream.decompress(data, LARGEST + 1))
    except zlib.error:
        return False
    return is_whole and stream.eof and not stream.unused_data


def _members(data: bytes) -> Iterator[tuple[str, bytes]]:
    with ZipFile(BytesIO(data)) as archive:
        if sum(member.file_size for member in archive.infolist()) > LARGEST:
            raise ClosedError(_too_large())
        for member in archive.infolist():
            if not member.is_dir():
                yield member.filename, archive.read(member)


def _limited(content: bytes) -> bytes:
    if len(content) > LARGEST:
        raise ClosedError(_too_large())
    return content


def _too_large() -> str:
    return gettext("it unpacks to more than {number} bytes", number=f"{LARGEST:,}")
