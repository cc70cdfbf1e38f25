"""Files of the O*NET database, as text, as Excel workbooks, or as CSV that was saved from these.

All have the same columns by the same names; Excel's have the title beside the code, and exports of
the SQL editions write `O*NET-SOC Code` as `onetsoc_code`. `data/README.md` says where that stands.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from lxml import etree

from hiring.importing.formats.plain import decoded
from hiring.importing.lines import Unreadable
from hiring.model.messages import gettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from lxml.etree import _Element

MAX_BYTES = 60_000_000
"""How large a file of the database may be: the largest of those that are read has 6 MB."""

MAX_UNPACKED = 400_000_000
"""How much a workbook may hold, unpacked: it is read row by row."""

CODE = "onetsoccode"
_M = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ENDINGS = (".txt", ".xlsx", ".csv")
_COLUMN = re.compile(r"[A-Z]+")

Row = dict[str, str]
"""A row's values by the names of the columns, in small letters and digits alone."""


def rows_about(folder: Path, name: str, code: str, *, needed: bool = True) -> list[Row]:
    """Return the rows about an occupation of a file of the database, by its name alone."""
    file = _file(folder, name)
    if file is None:
        if not needed:
            return []
        raise Unreadable(
            gettext(
                "there is no {file}.txt, .xlsx or .csv: wanted the folder of the O*NET database as "
                "text files or for Excel, from https://www.onetcenter.org/database.html",
                file=folder / name,
            )
        )
    if file.stat().st_size > MAX_BYTES:
        raise Unreadable(gettext("{file} is larger than any file of the O*NET database", file=file))
    table = _workbook(file) if file.suffix == ".xlsx" else _text(file)
    names = [folded(it) for it in next(table, [])]
    if CODE not in names:
        raise Unreadable(
            gettext(
                "{file} has no column `O*NET-SOC Code`: it is no file of the database", file=file
            )
        )
    at = names.index(CODE)
    found = (row for row in table if len(row) > at and row[at].strip() == code)
    return [dict(zip(names, row, strict=False)) for row in found]


def folded(name: str) -> str:
    """Return a name as it is compared: ``O*NET-SOC Code`` is ``onetsoc_code``, too."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


def _file(folder: Path, name: str) -> Path | None:
    """Return the file of the database by a name, text before others."""
    there = sorted(folder.iterdir()) if folder.is_dir() else []
    files = {
        it.suffix.lower(): it for it in there if it.is_file() and folded(it.stem) == folded(name)
    }
    return next((files[ending] for ending in _ENDINGS if ending in files), None)


def _text(file: Path) -> Iterator[list[str]]:
    text = decoded(file.read_bytes())
    head = text.partition("\n")[0]
    if "\t" in head:
        return csv.reader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE)
    return csv.reader(
        io.StringIO(text), delimiter=";" if head.count(";") > head.count(",") else ","
    )


def _workbook(file: Path) -> Iterator[list[str]]:
    """Yield the rows of a workbook's first sheet."""
    try:
        with zipfile.ZipFile(file) as archive:
            if sum(it.file_size for it in archive.infolist()) > MAX_UNPACKED:
                raise Unreadable(
                    gettext(
                        "{file} is larger unpacked than any file of the O*NET database", file=file
                    )
                )
            names = archive.namelist()
            shared: list[str] = []
            if "xl/sharedStrings.xml" in names:
                with archive.open("xl/sharedStrings.xml") as stream:
                    shared = [_said(it) for it in _elements(stream, "si")]
            sheet = min(it for it in names if it.startswith("xl/worksheets/sheet"))
            with archive.open(sheet) as stream:
                for row in _elements(stream, "row"):
                    yield _cells(row, shared)
    except (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise Unreadable(
            gettext("{file} is damaged, or no workbook: fetch it anew", file=file)
        ) from error


def _elements(stream: object, tag: str) -> Iterator[_Element]:
    """Yield the elements of a tag, and forget each: a sheet has a hundred thousand."""
    found = etree.iterparse(stream, tag=f"{_M}{tag}", resolve_entities=False, no_network=True)
    for _, element in found:
        yield element
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]


def _cells(row: Iterable[_Element], shared: list[str]) -> list[str]:
    """Return the texts of a row; a cell that is empty is left out of the file."""
    found: list[str] = []
    for cell in row:
        column = _COLUMN.match(cell.get("r") or "")
        at = _number(column[0]) if column else len(found)
        found += [""] * (at - len(found))
        value = cell.findtext(f"{_M}v") or ""
        found.append(shared[int(value)] if cell.get("t") == "s" and value else value or _said(cell))
    return found


def _number(column: str) -> int:
    """Return a column's number from 0: that of ``AB`` is 27."""
    number = 0
    for letter in column[:3]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _said(element: _Element) -> str:
    return "".join(it.text or "" for it in element.iter(f"{_M}t"))
