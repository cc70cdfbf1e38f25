"""A start from an occupation of O*NET: its description, tasks and skills, with credit.

The package carries titles and wages alone. The rest is read from a folder with the text files of
the O*NET database, as the U.S. Department of Labor gives them out.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from hiring.importing.formats.plain import decoded
from hiring.importing.lines import Line, Unreadable, clean
from hiring.model.data import FOLDER
from hiring.model.messages import gettext

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_BYTES = 60_000_000
"""How large a file of the database may be: the largest of those that are read has 6 MB."""

MOST_TASKS = 20
MOST_SKILLS = 7
MOST_TOOLS = 10
"""How many of each a page begins with: the most important ones."""

CREDIT = (
    "This page includes information from the O*NET Database by the U.S. Department of Labor, "
    "Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET "
    "is a trademark of USDOL/ETA. {company} has modified all or some of this information. "
    "USDOL/ETA has not approved, endorsed, or tested these modifications."
)
"""What whoever uses the database has to say, where readers see it."""

_CODE = re.compile(r"[0-9]{2}-[0-9]{4}(?:\.[0-9]{2})?")


def without_database() -> str:
    """Return what a page says to writers that was started without the database."""
    return gettext(
        "The package knows titles of O*NET alone. Tasks and skills come from the database, as "
        "--onet-data FOLDER says."
    )


def occupation_lines(code: str, company: str, folder: Path | None = None) -> list[Line]:
    """Return the lines that an occupation makes; without a folder they are its title alone."""
    code = whole_code(code)
    title = _title(code)
    if folder is None:
        return [Line(title, code, "heading", 1)]
    return [Line(title, code, "heading", 1), *_from_database(folder, code, company)]


def whole_code(code: str) -> str:
    """Return a code with its last part: ``15-2051.00``."""
    if not _CODE.fullmatch(code):
        raise Unreadable(
            gettext("`{code}` is no code of an occupation: wanted one as 15-2051.00", code=code)
        )
    return code if "." in code else f"{code}.00"


def _title(code: str) -> str:
    with (FOLDER / "occupations-us.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            if row["onet_soc"] == code:
                return _single(row["title"])
    raise Unreadable(
        gettext(
            "O*NET has no occupation {code}: look it up at https://www.onetonline.org", code=code
        )
    )


def _single(title: str) -> str:
    """Return the title of an occupation as that of one job: ``Data Scientist``."""
    first = re.split(r",? (?:and|Except|All)\b|, ", title)[0]
    word = first.split()[-1]
    if word.endswith("ies"):
        return f"{first[:-3]}y"
    return first[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else first


def _from_database(folder: Path, code: str, company: str) -> Iterator[Line]:
    described = _rows(folder, "Occupation Data.txt", code)
    if not described:
        raise Unreadable(
            gettext(
                "{file} has no occupation {code}", file=folder / "Occupation Data.txt", code=code
            )
        )
    yield Line("Summary", "O*NET", "heading", 2)
    yield Line(clean(described[0].get("Description", "")), "Occupation Data.txt")
    tasks = _rows(folder, "Task Statements.txt", code)
    tasks.sort(key=lambda row: row.get("Task Type", "") != "Core")
    yield from _listed(
        "Duties", "Task Statements.txt", [row.get("Task", "") for row in tasks], MOST_TASKS
    )
    skills = [row for row in _rows(folder, "Skills.txt", code) if row.get("Scale ID") == "IM"]
    skills.sort(key=lambda row: -float(row.get("Data Value") or 0))
    names = [row.get("Element Name", "") for row in skills]
    yield from _listed("Must have", "Skills.txt", names, MOST_SKILLS)
    tools = _rows(folder, "Technology Skills.txt", code, needed=False)
    tools.sort(key=lambda row: (row.get("In Demand") != "Y", row.get("Hot Technology") != "Y"))
    names = list(dict.fromkeys(row.get("Example", "") for row in tools))
    yield from _listed("Nice to have", "Technology Skills.txt", names, MOST_TOOLS)
    yield Line("Source", "O*NET", "heading", 2)
    yield Line(CREDIT.format(company=company), "O*NET")


def _listed(heading: str, at: str, texts: list[str], most: int) -> Iterator[Line]:
    said = [clean(text).rstrip(".") for text in texts if text.strip()]
    if said:
        yield Line(heading, at, "heading", 2)
        yield from (Line(text, at, "entry") for text in said[:most])


def _rows(folder: Path, name: str, code: str, *, needed: bool = True) -> list[dict[str, str]]:
    """Return the rows of a file of the database that are about an occupation."""
    file = folder / name
    if not file.is_file():
        if not needed:
            return []
        raise Unreadable(
            gettext(
                "there is no {file}: wanted the folder of the O*NET database as text files, from "
                "https://www.onetcenter.org/database.html",
                file=file,
            )
        )
    if file.stat().st_size > MAX_BYTES:
        raise Unreadable(gettext("{file} is larger than any file of the O*NET database", file=file))
    rows = csv.DictReader(
        io.StringIO(decoded(file.read_bytes())), delimiter="\t", quoting=csv.QUOTE_NONE
    )
    if "O*NET-SOC Code" not in (rows.fieldnames or ()):
        raise Unreadable(
            gettext(
                "{file} has no column `O*NET-SOC Code`: it is no file of the database", file=file
            )
        )
    return [row for row in rows if row["O*NET-SOC Code"] == code]
