"""Folders whose pages are for somebody: whether each is there, and none has lost its audience.

A folder of the hiring team that is renamed would else be open to every employee, without a word.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from hiring.model.messages import gettext
from hiring.model.problem import Problem, nearest, quoted
from hiring.model.rules import Rule
from hiring.reading.sources.settings import CONF, FOLDER_AUDIENCES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hiring.reading.pages.record import PageRecord
    from hiring.reading.sources.sources import Sources

SETTING = "folder_audiences"

_INTERVIEW = re.compile(
    "interview|gespra(?:e?ch)|entretien|entrevist|intervist|colloqui|sollicitatie|intervju|samtale"
    "|haastattelu|rozmow|pohovor|mulakat|собеседован|面接|面談|面试|面試"
)
"""How interviews are called in a language, as the start or a part of a word without accents."""

LEAST_TITLES = 2
"""How many pages of a folder must speak of interviews in their titles, and half of them at that."""


def check_folders(sources: Sources, records: Sequence[PageRecord]) -> list[Problem]:
    """Return a problem for each folder that has an audience and is not there.

    Where conf.py states no folders, and there is none that would be the hiring team's, one for each
    whose pages state no audience and seem to be plans of interviews. A projected tree has lost
    such folders rightly.
    """
    if sources.projected:
        return []
    line = sources.stated.get(SETTING)
    if line and sources.settings.folder_audiences is FOLDER_AUDIENCES:
        return []  # it is stated in a form that can't be read, which is told already
    found = _missing(sources) if line else _likely(sources, records)
    return [Problem(CONF, line or 1, Rule.SETTING, message) for message in found]


def _missing(sources: Sources) -> Iterator[str]:
    folders = _folders(sources.files)
    for name in sources.settings.folder_audiences:
        if name.strip("/") not in folders:
            mend = nearest(name, folders - set(sources.settings.folder_audiences))
            message = gettext(
                "`hiring_{setting}` names {name}, and there is no such folder",
                setting=SETTING,
                name=quoted(name),
            )
            why = gettext(
                "Its pages would be for all employees: name the folder as it is called now, or "
                "delete the entry where there are no such pages"
            )
            yield f"{message}{mend or '.'} {why}"


def _likely(sources: Sources, records: Sequence[PageRecord]) -> Iterator[str]:
    if not _folders(sources.files).isdisjoint(FOLDER_AUDIENCES):
        return
    open_pages: dict[str, list[str]] = {}
    for record in records:
        folder = str(PurePosixPath(record.path).parent)
        if record.audience is None and folder != ".":
            open_pages.setdefault(folder, []).append(record.title)
    for folder, titles in sorted(open_pages.items()):
        said = sum(map(_is_of_interviews, titles))
        if _is_of_interviews(folder) or (said >= LEAST_TITLES and said * 2 >= len(titles)):
            yield gettext(
                "the pages in `{folder}/` seem to be about interviews and state no audience, so "
                'they are for all employees: write `hiring_{setting} = {{"{folder}": '
                '"hiring-team"}}` into conf.py, or "employee" where that is meant',
                folder=folder,
                setting=SETTING,
            )


def _folders(files: set[str]) -> set[str]:
    """Return the folders that files are in, those in between as well."""
    found: set[str] = set()
    for path in files:
        while (path := path.rpartition("/")[0]) and path not in found:
            found.add(path)
    return found


def _is_of_interviews(text: str) -> bool:
    """Tell whether a name or a title speaks of interviews, in one of some languages."""
    plain = unicodedata.normalize("NFKD", text.lower())
    marks = (sign for sign in plain if not "\u0300" <= sign <= "\u036f")
    return bool(_INTERVIEW.search(unicodedata.normalize("NFC", "".join(marks))))
