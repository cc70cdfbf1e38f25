"""From a file to lines, by the ending of its name; what can't be read has a message that helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.importing.formats.markdown import read_markdown
from hiring.importing.formats.plain import read_plain
from hiring.importing.lines import Line, Unreadable, bounded, clean
from hiring.importing.opened import holds_levels
from hiring.model.messages import gettext

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

MAX_BYTES = 20_000_000
"""A larger file is no job description, or holds pictures that nobody needs here."""


def _word(data: bytes) -> list[Line]:
    from hiring.importing.formats.word import read_word

    return read_word(data)


def _web(data: bytes) -> list[Line]:
    from hiring.importing.formats.web import read_web

    return read_web(data)


def _portable(data: bytes) -> list[Line]:
    from hiring.importing.formats.portable import read_portable

    return read_portable(data)


def _opendocument(data: bytes) -> list[Line]:
    from hiring.importing.formats.opendocument import read_opendocument

    return read_opendocument(data)


def _sheet(data: bytes) -> list[Line]:
    from hiring.importing.rows import table_of

    found = [line for row in table_of(data) for line in row]
    if not holds_levels(found):
        raise Unreadable("it holds no levels, one a row or a column: bring it with --csv")
    return found


READERS: dict[str, Callable[[bytes], list[Line]]] = {
    ".csv": _sheet,
    ".docx": _word,
    ".docm": _word,
    ".html": _web,
    ".htm": _web,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".odt": _opendocument,
    ".pdf": _portable,
    ".txt": read_plain,
}
"""What reads a file, by its ending."""

_PICTURES = (".png", ".jpg", ".jpeg", ".tif", ".tiff")
_OLD_WORD = bytes.fromhex("d0cf11e0a1b11ae1")


def files_in(paths: Sequence[Path]) -> list[Path]:
    """Return files, with those of each folder that are named, by name; subfolders stay out.

    What programs keep beside documents that are open is left out, as ``~$job.docx``.
    """
    found: list[Path] = []
    for path in paths:
        inside = sorted(path.iterdir()) if path.is_dir() else [path]
        found += [it for it in inside if it is path or _is_document(it)]
    return found


def _is_document(file: Path) -> bool:
    return file.is_file() and not file.name.startswith((".", "~"))


def lines_of(file: Path) -> list[Line]:
    """Return the lines of a file; raise ``Unreadable`` with what to do where there are none."""
    ending = file.suffix.lower()
    data = bytes_of(file)
    if ending not in READERS:
        known = ", ".join(sorted(READERS))
        raise Unreadable(
            _instead().get(ending) or gettext("its ending is none of {known}", known=known)
        )
    found = lines_from(data, ending)
    if ending == ".csv":
        found.insert(0, Line(_titled(file.stem), gettext("the file's name"), "heading", 1))
    return found


def _titled(stem: str) -> str:
    """Return what a sheet is about, which nothing but its name says."""
    said = clean(stem.replace("-", " ").replace("_", " "))
    return said[:1].upper() + said[1:]


def _instead() -> dict[str, str]:
    """Return what to do with a file that nothing reads, by its ending."""
    as_csv = gettext("save the sheet as CSV, and bring it with --csv")
    return {
        ".doc": gettext(
            "it is of an old Word: open it there, and save it as a Word document (.docx)"
        ),
        ".rtf": gettext("open it in Word or LibreOffice, and save it as .docx"),
        ".pages": gettext("export it from Pages as Word (.docx)"),
        ".gdoc": gettext(
            "it is a link alone: in Google Docs choose File, Download, Microsoft Word (.docx)"
        ),
        ".dotx": gettext("it is a template: save a document that is made of it, as .docx"),
        ".xlsx": as_csv,
        ".xls": as_csv,
        **dict.fromkeys(_PICTURES, gettext("it is a picture, without text")),
    }


def bytes_of(file: Path) -> bytes:
    """Return what a file holds, where it is one, and no larger than any description."""
    try:
        if not file.is_file():
            raise Unreadable(gettext("there is no such file"))
        if file.stat().st_size > MAX_BYTES:
            raise Unreadable(
                gettext(
                    "it is larger than {number} MB: take its images out",
                    number=MAX_BYTES // 1_000_000,
                )
            )
        return file.read_bytes()
    except OSError as error:
        raise Unreadable(gettext("it can't be opened: {error}", error=error.strerror)) from None


def lines_from(data: bytes, ending: str) -> list[Line]:
    """Return the lines of a file's bytes, read as its ending says."""
    if data.startswith(_OLD_WORD):
        raise Unreadable(
            gettext(
                "it is of an old Word, or protected by a password: open it in Word, and save it "
                "as a Word document (.docx) without a password"
            )
        )
    try:
        return bounded(READERS[ending](data))
    except RecursionError:
        raise Unreadable(gettext("its parts nest deeper than those of any description")) from None
