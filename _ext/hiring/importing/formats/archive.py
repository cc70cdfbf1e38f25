"""Archives of XML, as Word and OpenDocument files are: opened within bounds, and nothing runs."""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree

from hiring.importing.lines import Unreadable
from hiring.model.messages import gettext

MAX_UNPACKED = 60_000_000
"""How much an archive may hold, unpacked."""

MAX_PARTS = 2_000
"""How many files an archive may hold."""


def opened(data: bytes, program: str) -> zipfile.ZipFile:
    """Return an archive whose parts are of a size that is honest; ``program`` is for messages."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise Unreadable(
            gettext(
                "it is damaged, or no such document: open it in {program} and save it anew",
                program=program,
            )
        ) from None
    if any(part.flag_bits & 1 for part in parts):
        raise Unreadable(
            gettext(
                "it is protected by a password: open it in {program} and save it anew without one",
                program=program,
            )
        )
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise Unreadable(
            gettext(
                "it is larger unpacked than any description is: open it in {program} and save it "
                "anew without images",
                program=program,
            )
        )
    return archive


def part(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return a part of an archive, without trusting what the archive says of its size."""
    try:
        with archive.open(name) as stream:
            data = stream.read(MAX_UNPACKED + 1)
    except (KeyError, zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError):
        raise Unreadable(
            gettext("it lacks its part {name}: open it where it was made, save it anew", name=name)
        ) from None
    if len(data) > MAX_UNPACKED:
        raise Unreadable(gettext("it is larger unpacked than any description is"))
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
            gettext("its XML is damaged: open it where it was made, and save it anew")
        ) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable(gettext("it defines entities, as no description does, so it is not read"))
    return root
