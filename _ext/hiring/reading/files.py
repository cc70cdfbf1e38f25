"""The handbook's files: which there are, and their text. Nothing outside the folder is read."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.reading.validate import Report

MAX_PAGE_BYTES = 1_000_000
"""A page of more bytes is refused: at some 6 bytes a word that is a book, not a page."""

SKIPPED_FOLDERS = frozenset({"_build", "_static", "_templates", "__pycache__"})

_CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_CONFLICT = re.compile(r"^(<{7} |={7}$|>{7} )", re.MULTILINE)
_BYTE_ORDER_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


def markdown_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield (path relative to the folder, file) of everything named ``*.md``, in order."""
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and name not in SKIPPED_FOLDERS
        )
        for name in sorted(files):
            if name.endswith(".md") and not name.startswith("."):
                file = Path(here) / name
                yield file.relative_to(folder).as_posix(), file


def read_text(file: Path, report: Report) -> str | None:
    """Return a file's text with plain line ends, or None with the reason noted.

    Symbolic links and whatever is no regular file are refused before they are opened: a FIFO
    would wait for ever.
    """
    mode = file.lstat().st_mode
    if not stat.S_ISREG(mode):
        kind = "a symbolic link" if stat.S_ISLNK(mode) else "no regular file"
        report.error(1, "file", f"this is {kind}: put the page's own text here")
        return None
    data = file.read_bytes()
    if len(data) > MAX_PAGE_BYTES:
        report.error(1, "file", f"{len(data):,} bytes, at most {MAX_PAGE_BYTES:,}: split the page")
        return None
    return decode(data, report)


def decode(data: bytes, report: Report) -> str | None:
    """Decode a file's bytes as UTF-8, or return None with the reason noted."""
    if data[:2] in _BYTE_ORDER_MARKS:
        report.error(1, "encoding", "found UTF-16: save the file as UTF-8")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = data[error.start]
        report.error(line, "encoding", f"found the byte {byte:#04x}: save the file as UTF-8")
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if _is_clean(text, report) else None


def _is_clean(text: str, report: Report) -> bool:
    for match in _CONTROL.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        sign = f"U+{ord(match.group()):04X}"
        report.error(line, "encoding", f"found the control character {sign}: delete it")
        return False
    for match in _CONFLICT.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        report.error(line, "merge-conflict", f"found `{match.group().strip()}`: resolve the merge")
        return False
    return True


def key_of(path: str) -> str:
    """Return the key of a page: its file's stem."""
    return PurePosixPath(path).stem
