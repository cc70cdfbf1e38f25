"""Images without what they tell beside the picture: who made them, where, with what, and when.

Files are cut along the parts that their formats have, and no picture is made anew. What a format
does not name is left out, so that nothing new is let through; how a picture is turned is kept.
"""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_ORIENTATION = 0x0112
_EXIF = b"Exif\0\0"

_PNG_SIGNS = b"\x89PNG\r\n\x1a\n"
_PNG_CHUNKS = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT "
    b"acTL fcTL fdAT".split()
)
"""The chunks that draw (PNG, Third Edition): the rest are texts, times, and other people's."""

_WEBP_CHUNKS = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
_GIF_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")

_COMPRESSED_ENDS = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
"""Where the compressed data of a JPEG ends: at any marker but those that restart it."""

_COMMENT = re.compile(r"(<!\[CDATA\[.*?\]\]>)|<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"""<[^\W\d](?:[^<>"']|"[^"]*"|'[^']*')*>""")
_OF_OTHERS = re.compile(
    r"""\s+(?!xml:|xlink:|xmlns:)[^\W\d][\w.-]*:[\w.-]+\s*=\s*(?:"[^"]*"|'[^']*')"""
)
"""An attribute of another program, as `inkscape:export-filename`."""


def without_metadata(path: str, data: bytes) -> bytes:
    """Return an image without metadata; any other file, and what is no such image, as it is."""
    clean = _KINDS.get(path.rpartition(".")[2])
    return clean(data) if clean else data


def _png(data: bytes) -> bytes:
    if not data.startswith(_PNG_SIGNS):
        return data
    kept, at = [_PNG_SIGNS], len(_PNG_SIGNS)
    while at + 8 <= len(data):
        length, name = struct.unpack(">I4s", data[at : at + 8])
        if name in _PNG_CHUNKS:
            kept.append(data[at : at + length + 12])
        at += length + 12
        if name == b"IEND":
            break
    return b"".join(kept)


def _jpeg(data: bytes) -> bytes:
    if not data.startswith(b"\xff\xd8"):
        return data
    kept, at = [data[:2]], 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # filled up
            at += 1
            continue
        if marker == 0xD9:
            return b"".join([*kept, b"\xff\xd9"])
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        kept.append(_jpeg_part(marker, data[at:end]))
        at = end
        if marker == 0xDA:
            found = _COMPRESSED_ENDS.search(data, at)
            end = found.start() if found else len(data)
            kept.append(data[at:end])
            at = end
    return b"".join([*kept, b"\xff\xd9" * (data[at : at + 2] == b"\xff\xd9")])


def _jpeg_part(marker: int, part: bytes) -> bytes:
    """Return a part with its marker, or what is left of it (ITU-T T.81, annex B)."""
    is_of_application = 0xE0 <= marker <= 0xEF
    if marker == 0xFE:  # a comment
        return b""
    if not is_of_application or marker in (0xE0, 0xEE):  # JFIF, and which colors Adobe means
        return part
    if marker == 0xE2 and part[4:].startswith(b"ICC_PROFILE\0"):
        return part
    if marker == 0xE1 and part[4:].startswith(_EXIF):
        turned = _turned(part[4 + len(_EXIF) :])
        if turned:
            said = _EXIF + turned
            return b"\xff\xe1" + struct.pack(">H", len(said) + 2) + said
    return b""


def _turned(exif: bytes) -> bytes:
    """Return Exif data that say how a picture is turned and nothing else; empty for upright."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None or len(exif) < 10:
        return b""
    (first,) = struct.unpack(f"{order}I", exif[4:8])
    entries = exif[first + 2 :]
    for at in range(0, len(entries) - 11, 12):
        tag, kind, count, value = struct.unpack(f"{order}HHIH", entries[at : at + 10])
        if (tag, kind, count) == (_ORIENTATION, 3, 1) and 2 <= value <= 8:
            head = b"MM\0*" + struct.pack(">IH", 8, 1)
            return head + struct.pack(">HHIHHI", _ORIENTATION, 3, 1, value, 0, 0)
    return b""


def _webp(data: bytes) -> bytes:
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        return data
    kept: list[bytes] = []
    for name, chunk in _riff(data):
        if name == b"VP8X" and len(chunk) > 8:
            kept.append(chunk[:8] + bytes([chunk[8] & ~0x0C]) + chunk[9:])  # it says what follows
        elif name in _WEBP_CHUNKS:
            kept.append(chunk)
    inside = b"".join([b"WEBP", *kept])
    return b"RIFF" + struct.pack("<I", len(inside)) + inside


def _riff(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the chunks of a RIFF file, each with its name, whole and filled up to an even size."""
    at = 12
    while at + 8 <= len(data):
        (length,) = struct.unpack("<I", data[at + 4 : at + 8])
        end = at + 8 + length + length % 2
        yield data[at : at + 4], data[at:end]
        at = end


def _gif(data: bytes) -> bytes:
    if len(data) < 13 or not data.startswith(b"GIF8"):
        return data
    at = 13 + _colors(data[10])
    kept = [data[:at]]
    while at < len(data) and data[at] in (0x21, 0x2C):
        is_picture = data[at] == 0x2C
        if is_picture:
            flags = data[at + 9] if at + 9 < len(data) else 0
            start = at + 10 + _colors(flags) + 1
        else:
            start = at + 2
        end = _after_blocks(data, start)
        is_loop = data[at + 1 : at + 2] == b"\xff" and data[at + 3 : at + 14] in _GIF_LOOPS
        if is_picture or data[at + 1 : at + 2] in (b"\xf9", b"\x01") or is_loop:
            kept.append(data[at:end])
        at = end
    return b"".join([*kept, b";"]) if data[at : at + 1] == b";" else b"".join(kept)


def _colors(flags: int) -> int:
    """Return how many bytes a table of colors has."""
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _after_blocks(data: bytes, at: int) -> int:
    """Return where a row of blocks ends that starts with their sizes."""
    while at < len(data) and data[at]:
        at += data[at] + 1
    return at + 1


def _svg(data: bytes) -> bytes:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return data
    plain = _COMMENT.sub(lambda found: found[1] or "", text)
    plain = _TAG.sub(lambda found: _OF_OTHERS.sub("", found[0]), plain)
    return plain.encode("utf-8")


_KINDS: dict[str, Callable[[bytes], bytes]] = {
    "png": _png,
    "jpg": _jpeg,
    "jpeg": _jpeg,
    "webp": _webp,
    "gif": _gif,
    "svg": _svg,
}
