"""A start from an occupation of O*NET: its description, tasks and skills, with credit.

The package carries titles and wages alone. The rest is read from a folder with files of the
O*NET database, as the U.S. Department of Labor gives them out.
"""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

from hiring.importing.lines import Line, Unreadable, clean
from hiring.importing.onet_files import rows_about
from hiring.model.data import FOLDER
from hiring.model.messages import gettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

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
    described = rows_about(folder, "Occupation Data", code)
    if not described:
        raise Unreadable(
            gettext("{file} has no occupation {code}", file=folder / "Occupation Data", code=code)
        )
    yield Line("Summary", "O*NET", "heading", 2)
    yield Line(clean(described[0].get("description", "")), "Occupation Data")
    tasks = rows_about(folder, "Task Statements", code)
    tasks.sort(key=lambda row: row.get("tasktype", "") != "Core")
    duties = [row.get("task", "") for row in tasks]
    yield from _listed("Duties", "Task Statements", duties, MOST_TASKS)
    skills = [row for row in rows_about(folder, "Skills", code) if row.get("scaleid") == "IM"]
    skills.sort(key=lambda row: -_value(row))
    names = [row.get("elementname", "") for row in skills]
    yield from _listed("Must have", "Skills", names, MOST_SKILLS)
    tools = rows_about(folder, "Technology Skills", code, needed=False)
    # Releases before 27.1 do not say what is in demand.
    tools.sort(key=lambda row: (row.get("indemand") != "Y", row.get("hottechnology") != "Y"))
    names = list(dict.fromkeys(row.get("example", "") for row in tools))
    yield from _listed("Nice to have", "Technology Skills", names, MOST_TOOLS)
    yield Line("Source", "O*NET", "heading", 2)
    yield Line(CREDIT.format(company=company), "O*NET")


def _value(row: Mapping[str, str]) -> float:
    """Return how important something is; nothing where that is not known, as `n/a` says."""
    try:
        return float(row.get("datavalue", ""))
    except ValueError:
        return 0


def _listed(heading: str, at: str, texts: list[str], most: int) -> Iterator[Line]:
    said = [clean(text).rstrip(".") for text in texts if text.strip()]
    if said:
        yield Line(heading, at, "heading", 2)
        yield from (Line(text, at, "entry") for text in said[:most])
