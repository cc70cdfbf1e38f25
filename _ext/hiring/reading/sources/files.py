"""The handbook's files: which there are, and their bytes. Nothing outside the folder is read."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from hiring.language.limits import MAX_PAGE_BYTES
from hiring.model.lexicon import message_lexicon
from hiring.model.messages import gettext
from hiring.model.paths import OPENINGS_FOLDER, ROLES_FOLDER
from hiring.model.problem import quoted
from hiring.model.report import Report
from hiring.model.rules import Rule
from hiring.reading.sources.assets import is_asset

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.model.problem import Problem

SKIPPED_FOLDERS = frozenset({"_build", "_static", "_templates", "__pycache__"})

_OTHER_ENDINGS = (".md", ".markdown", ".mdx", ".mdown", ".rst", ".ipynb")

_OF_SYSTEMS = ("Thumbs.db", "desktop.ini")
"""What systems put into folders by themselves."""

_UNUSED = ("docutils.conf",)
"""Settings that Sphinx would read of the handbook's folder: they can run code as conf.py can."""

_SIGNS = re.compile(r"""[][*?{}<>|\\"'`:;#%&]""")
"""What means something else in an address, in Markdown, or where Sphinx matches names."""


def find_files(folder: Path, problems: list[Problem]) -> Iterator[tuple[str, Path | None]]:
    """Yield (path relative to the folder, file) of every file, in order; note what is in the way.

    Of a page whose name can't be one, and that must be kept out, there is None for the file.
    """
    twins: dict[str, str] = {}
    for file in _walk(folder):
        path = printable(file.relative_to(folder).as_posix())
        report = Report(path)
        if file.is_symlink():
            report.error(1, Rule.FILE, gettext("this is a symbolic link: put the file itself here"))
        elif file.name in _UNUSED:
            message = gettext(
                "the settings of another program, which are not read here: delete the file"
            )
            report.error(1, Rule.FILE, message)
        elif not _is_page(file, report) and not is_asset(path):
            _see_that_it_belongs(path, report)
            yield path, file
        elif not _is_named(file, path, report):
            yield path, None
        else:
            if file.suffix == ".txt":  # pages may offer one, but here it is more likely a page
                _see_that_it_belongs(path, report)
            twin = twins.setdefault(unicodedata.normalize("NFC", path).casefold(), path)
            if twin != path:
                message = gettext("`{twin}` has the same name in other case: rename one", twin=twin)
                report.error(1, Rule.FILE, message)
            yield path, file
        problems += report.problems


def _walk(folder: Path) -> Iterator[Path]:
    """Yield files, and links to folders, in an order that is the same everywhere."""
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and name not in SKIPPED_FOLDERS
        )
        links = [name for name in folders if (Path(here) / name).is_symlink()]
        for name in sorted([*files, *links]):
            if not name.startswith("."):
                yield Path(here) / name


def _is_page(file: Path, report: Report) -> bool:
    """Tell whether a file is a page by its name, and note a name that nearly is one."""
    if file.suffix.lower().strip() in _OTHER_ENDINGS and file.suffix != ".md":
        message = gettext("the name ends in `{ending}`: a page's ends in `.md`", ending=file.suffix)
        report.error(1, Rule.FILE, message)
    return file.suffix == ".md"


def _see_that_it_belongs(path: str, report: Report) -> None:
    """Report a file where roles and openings are that is none: its ending was forgotten."""
    folder, inside, rest = path.partition("/")
    name = PurePosixPath(rest).name
    ours = inside and folder in (ROLES_FOLDER, OPENINGS_FOLDER)
    if ours and not (name in _OF_SYSTEMS or name.endswith("~") or report.problems):
        message = gettext(
            "`{folder}/` holds pages, and a page's name ends in `.md`: rename the file, or keep it "
            "elsewhere",
            folder=folder,
        )
        report.error(1, Rule.FILE, message)


def _is_named(file: Path, path: str, report: Report) -> bool:
    """Tell whether a page's, or an asset's, name can stand in an address as it is."""
    sign = _SIGNS.search(path)
    if printable(file.name) != file.name:
        message = gettext("the name holds characters that can't be shown: rename the file")
        report.error(1, Rule.FILE, message)
    elif sign:
        message = gettext(
            "the name holds {sign}: use letters, digits and hyphens", sign=quoted(sign.group())
        )
        report.error(1, Rule.FILE, message)
    return not report.problems


def printable(name: str) -> str:
    """Return a file's name in a form that can be printed, whatever bytes the disk has for it."""
    shown = name.encode("utf-8", "backslashreplace").decode()
    return "".join(sign if sign.isprintable() else f"\\x{ord(sign):02x}" for sign in shown)


def read_bytes(file: Path, report: Report, most: int = MAX_PAGE_BYTES) -> bytes | None:
    """Return a file's bytes, ``most`` of them, or None with the reason noted.

    Whatever is no regular file is refused before it is opened: a FIFO would wait for ever.
    """
    try:
        status = file.lstat()
        if not stat.S_ISREG(status.st_mode):
            link = stat.S_ISLNK(status.st_mode)
            message = (
                gettext("this is a symbolic link: put the file itself here")
                if link
                else gettext("this is no regular file: put the file itself here")
            )
            report.error(1, Rule.FILE, message)
            return None
        if status.st_size > most:
            message = (
                gettext("{count} bytes, at most {most}: split the page")
                if file.suffix == ".md"
                else gettext("{count} bytes, at most {most}: split the file")
            )
            said = message_lexicon()
            message = message.format(count=said.grouped(status.st_size), most=said.grouped(most))
            report.error(1, Rule.LIMIT, message)
            return None
        return file.read_bytes()
    except FileNotFoundError:
        message = gettext("the file is missing: copy the one the project came with")
        report.error(1, Rule.FILE, message)
    except OSError as error:
        message = gettext("the file can't be read: {reason}", reason=error.strerror)
        report.error(1, Rule.FILE, message)
    return None
