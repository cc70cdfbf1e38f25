"""Images and downloads: which files pages may use, and what must not be in them."""

from __future__ import annotations

import posixpath
import re
import zipfile
from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from hiring.model.messages import gettext
from hiring.model.paths import path_in, resolved
from hiring.model.rules import Rule
from hiring.reading.sources.decode import decode
from hiring.reading.sources.svg import check_drawing

if TYPE_CHECKING:
    from hiring.model.report import Report
    from hiring.reading.pages.record import PageRecord

_STARTS = {
    ".png": rb"\x89PNG\r\n\x1a\n",
    ".jpg": rb"\xff\xd8\xff",
    ".jpeg": rb"\xff\xd8\xff",
    ".gif": rb"GIF8[79]a",
    ".webp": rb"RIFF.{4}WEBP",
    ".avif": rb".{4}ftypavi[fs]",
    ".pdf": rb"%PDF-",
    ".docx": rb"PK\x03\x04",
    ".xlsx": rb"PK\x03\x04",
}
"""How a file of each kind that is no text starts, by the specification of its format."""

_TELLS_MORE = re.compile(rb"infe[\x02\x03].{3}(?:.{2}|.{4}).{2}(?:Exif|mime)", re.DOTALL)
"""An item of an AVIF that is no picture (ISO/IEC 14496-12): data of it stand anywhere in the file.

Metadata of the other formats are left out of what is published.
"""

_DOCUMENTS = {".docx": "word/document.xml", ".xlsx": "xl/workbook.xml"}
"""What is in the archive that an office document is."""

IMAGES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg")
"""The endings of files that pages may show."""

DOWNLOADS = (*IMAGES, ".pdf", ".docx", ".xlsx", ".csv", ".txt", ".ics")
"""The endings of files that pages may link to. No archives: nobody could see what is in them."""


def is_asset(path: str) -> bool:
    """Tell by a file's name whether pages may use it."""
    return posixpath.splitext(path.rstrip("/"))[1] in DOWNLOADS


def assets_of(record: PageRecord) -> set[str]:
    """Return the paths, from the handbook's folder, of the files that a page shows or offers."""
    found = (
        resolved(record.path, path_in(reference.target))
        for reference in record.references
        if reference.kind in ("image", "download", "link") and ":" not in reference.target
    )
    return {path for path in found if path is not None and is_asset(path)}


def check_asset(path: str, data: bytes, report: Report) -> None:
    """Report a file whose content is not what its name says, or could run code."""
    ending = PurePosixPath(path).suffix
    if ending == ".svg":
        check_drawing(data, report)
    elif ending not in _STARTS:
        decode(data, report)
    elif not re.match(_STARTS[ending], data, re.DOTALL):
        message = gettext("this is no {kind} file: save it as one", kind=ending[1:].upper())
        report.error(1, Rule.ASSET, message)
    elif ending == ".avif" and _TELLS_MORE.search(data):
        message = gettext(
            "the image says who made it, with what or where: save it without metadata"
        )
        report.error(1, Rule.ASSET, message)
    elif ending in _DOCUMENTS:
        _check_document(_DOCUMENTS[ending], data, report)


def _check_document(part: str, data: bytes, report: Report) -> None:
    """Report an archive that is no office document, or one with macros; it is not unpacked."""
    try:
        names = zipfile.ZipFile(BytesIO(data)).namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        names = []
    if part not in names:
        report.error(1, Rule.ASSET, gettext("this is no office document: save it as one"))
    elif any(name.lower().endswith("vbaproject.bin") for name in names):
        report.error(1, Rule.ASSET, gettext("the document has macros: save it without"))
