"""Archives of XML, as Word and OpenDocument files are: opened within bounds, and nothing runs."""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree

from hiring.importing.lines import Unreadable

MAX_UNPACKED = 60_000_000
"""How much an archive may hold, unpacked."""

MAX_PARTS = 2_000
"""How many files an archive may hold."""


def opened(data: bytes, program: str) -> zipfile.ZipFile:
    """Return an archive whose parts are of a size that is honest; ``program`` is for messages."""
    again = f"open it in {program} and save it anew"
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise Unreadable(f"it is damaged, or no such document: {again}") from None
    if any(part.flag_bits & 1 for part in parts):
        raise Unreadable(f"it is protected by a password: {again} without one")
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise Unreadable(f"it is larger unpacked than any description is: {again} without images")
    return archive


def part(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return a part of an archive, without trusting what the archive says of its size."""
    try:
        with archive.open(name) as stream:
            data = stream.read(MAX_UNPACKED + 1)
    except (KeyError, zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError):
        raise Unreadable(
            f"it lacks its part {name}: open it where it was made, save it anew"
        ) from None
    if len(data) > MAX_UNPACKED:
        raise Unreadable("it is larger unpacked than any description is")
    return data


def parsed(data: bytes) -> etree._Element:
    """Return the root of some XML; definitions of entities are refused."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        raise Unreadable(
            "its XML is damaged: open it where it was made, and save it anew"
        ) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable("it defines entities, as no description does, so it is not read")
    return root
