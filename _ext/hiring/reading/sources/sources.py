"""The handbook's text, file by file, before anything in it is understood."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from hiring.language.limits import MAX_ASSET_BYTES, MAX_PAGE_BYTES
from hiring.model.language_tags import ENGLISH
from hiring.model.messages import gettext, tell_in
from hiring.model.paths import COMPANY, is_data
from hiring.model.problem import Problem
from hiring.model.report import Report
from hiring.model.rules import Rule
from hiring.reading.sources.assets import check_asset, is_asset
from hiring.reading.sources.decode import decode
from hiring.reading.sources.files import find_files, read_bytes
from hiring.reading.sources.lacking import lacks_address, lacks_extension, lacks_index
from hiring.reading.sources.settings import (
    CONF,
    START,
    Settings,
    lines_of_settings,
    read_settings,
    site_language,
    start_page,
    version_followed,
)
from hiring.reading.sources.told import PROJECTED, read_told

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hiring.model.briefings import Briefing

"""The mark of a handbook that `python -m hiring project` wrote, with whom it is for."""


@dataclass
class Sources:
    """The text of each page and data file by its path; ``unreadable`` are the pages without.

    ``files`` are the paths of all files, also of those that no page may use; ``documents`` are the
    bytes of Word documents, one of which company.yaml may name.

    ``conf`` is the text of conf.py, ``stated`` are the lines of the settings that it states,
    ``start`` is the page to start from, ``language`` the tag of the site's language, and
    ``followed`` the version of the package whose changes the content has followed;
    ``lacks_extension`` tells that it surely does not name this extension, by which alone anything
    is built, ``lacks_address`` that it does not say where the site is published, and
    ``lacks_index`` that it has no index of Sphinx's.
    ``projected`` tells that what is hidden has been taken out already; ``parts`` are then the lines
    of what is for employees, by the page's path, which no mark shows any more, and ``briefings``
    what candidates are told of interviews that are hidden.
    """

    settings: Settings = field(default_factory=Settings)
    conf: str = ""
    stated: Mapping[str, int] = field(default_factory=dict)
    start: str = START
    language: str = ENGLISH
    lacks_extension: bool = False
    lacks_address: bool = False
    lacks_index: bool = False
    followed: str = ""
    projected: bool = False
    texts: dict[str, str] = field(default_factory=dict)
    unreadable: list[str] = field(default_factory=list)
    files: set[str] = field(default_factory=set)
    documents: dict[str, bytes] = field(default_factory=dict)
    parts: Mapping[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    briefings: Mapping[str, Briefing] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def pages(self) -> Mapping[str, str]:
        """The pages' texts, in the order of their paths."""
        return {path: self.texts[path] for path in sorted(self.texts) if not is_data(path)}

    def configure(self, data: bytes | None, report: Report) -> None:
        """Take conf.py, None where the report says why it can't be read."""
        if data is not None:
            self.conf = data.decode("utf-8", "replace")
            self.settings = read_settings(data, report)
            self.stated = lines_of_settings(data)
            self.start = start_page(data)
            self.language = site_language(data)
            self.lacks_extension = lacks_extension(data)
            self.lacks_address = lacks_address(data)
            self.lacks_index = lacks_index(data)
            self.followed = version_followed(data)
        self.problems += report.problems

    def take(self, path: str, read: Callable[[int], bytes | None], report: Report) -> None:
        """Take a file, whatever it is for; ``read`` returns its bytes, if they are not too many."""
        self.files.add(path)
        if path == CONF:
            self.configure(read(MAX_PAGE_BYTES), report)
            return
        if is_data(path) or path.endswith(".md"):
            self.add(path, read(MAX_PAGE_BYTES), report)
            return
        data = read(MAX_ASSET_BYTES) if is_asset(path) else None
        if data is not None:
            check_asset(path, data, report)
            if path.endswith(".docx") and not report.problems:
                self.documents[path] = data
        self.problems += report.problems

    def add(self, path: str, data: bytes | None, report: Report) -> None:
        """Take a file's bytes, None where the report says why there are none."""
        text = None if data is None else decode(data, report)
        if text is not None:
            self.texts[path] = text
        elif not is_data(path):
            self.unreadable.append(path)
        self.problems += report.problems


def sources_in(folder: Path, conf: Path | None = None) -> Sources:
    """Read every page and data file under a folder: one without skills needs no skills.yaml.

    The settings are in ``conf``, else in the conf.py of the project around it which names it as its
    handbook, else in the folder's own. Messages are from now on told in the site's language.
    """
    told = read_told(folder / PROJECTED)
    sources = Sources(
        projected=told is not None,
        parts=told.parts if told else {},
        briefings=told.briefings if told else {},
    )
    conf = conf or conf_around(folder)
    tell_in(language_in(conf or folder / CONF))
    needed = {COMPANY: folder / COMPANY}
    for path, file in {**needed, **dict(find_files(folder, sources.problems))}.items():
        report = Report(path)
        sources.take(path, partial(_read, file, report), report)
    if conf:
        if CONF in sources.files:
            message = gettext(
                "the settings are in {file}, and not those here: delete the file", file=conf
            )
            sources.problems.append(Problem(CONF, 1, Rule.FILE, message))
        sources.files.add(CONF)
        report = Report(Path(os.path.relpath(conf, folder)).as_posix())
        sources.configure(_read(conf, report, MAX_PAGE_BYTES), report)
    return sources


def language_in(conf: Path) -> str:
    """Return the tag of the site's language, before anything is read of which there is to tell."""
    try:
        return site_language(conf.read_bytes())
    except OSError:
        return ENGLISH


def conf_around(folder: Path) -> Path | None:
    """Return the conf.py above a folder that names it as the handbook of a larger project."""
    folder = folder.resolve()
    for above in folder.parents:
        if (above / CONF).is_file() and _named(above) == folder:
            return above / CONF
    return None


def handbook_in(folder: Path) -> Path:
    """Return the folder of the handbook in that of a project: mostly that is the same."""
    return (_named(folder) or folder) if (folder / CONF).is_file() else folder


def _named(project: Path) -> Path | None:
    """Return the folder that a project's conf.py names as its handbook."""
    report = Report(CONF)
    settings = read_settings(_read(project / CONF, report, MAX_PAGE_BYTES) or b"", report)
    return project / settings.folder if settings.folder else None


def sources_from(files: Mapping[str, bytes]) -> Sources:
    """Take files that are in memory rather than on a disk."""
    sources = Sources()
    for path, data in files.items():
        sources.take(path, lambda most, data=data: data, Report(path))  # type: ignore[misc]
    return sources


def _read(file: Path | None, report: Report, most: int) -> bytes | None:
    """Return a file's bytes; None where there is no file that may be read."""
    return None if file is None else read_bytes(file, report, most)
