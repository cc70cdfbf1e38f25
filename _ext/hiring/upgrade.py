"""The command ``upgrade``: what this version asks of a handbook that has followed an earlier one.

It tells, and changes nothing. ``--write`` mends what nobody has to decide, and ``--done`` writes
into conf.py that all has been followed.
"""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import hiring
from hiring.checks.changes import Touched, changes, touched, version_of
from hiring.model.messages import gettext
from hiring.reading.pages.page_cache import PageCache
from hiring.reading.sources.settings import CONF
from hiring.reading.sources.sources import sources_in
from hiring.reading.trial import new_errors

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from hiring.checks.changes import ContentChange
    from hiring.reading.sources.sources import Sources

_STATED = re.compile(r"^hiring_version[^=\n]*=.*$", re.MULTILINE)


def upgrade(
    folder: Path,
    *,
    write: bool = False,
    done: bool = False,
    known: Sequence[ContentChange] | None = None,
) -> int:
    """Tell what is asked of a handbook, and do what is wished of it; return the exit status.

    ``known`` are the changes there are: those of the package, where they are left out.
    """
    sources = sources_in(folder)
    if CONF not in sources.files:
        message = gettext("{folder} has no {file}: name the folder of a handbook.")
        print(message.format(folder=folder, file=CONF), file=sys.stderr)
        return 2
    known = changes() if known is None else known
    texts = {CONF: sources.conf, **sources.texts}
    found = list(touched(texts, version_of(sources.followed), known))
    _tell(sources.followed, found)
    by_itself = [it for it in found if it.change.mend is not None]
    if write and by_itself:
        mended = _mended(texts, by_itself)
        if wrong := _made_wrong(sources, mended):
            first = gettext("Nothing is written, since check would find:")
            print(first, *wrong, sep="\n", file=sys.stderr)
            return 1
        _save(folder, mended)
    if done or (write and len(by_itself) == len(found)):
        _save(folder, {CONF: _followed((folder / CONF).read_text("utf-8"))})
    _tell_next(found, by_itself, write=write, done=done)
    return 0


def _tell(followed: str, found: Sequence[Touched]) -> None:
    message = (
        gettext("These pages have followed {followed}, and this is {version}.")
        if followed
        else gettext("These pages do not say which version they followed, and this is {version}.")
    )
    print(message.format(followed=followed, version=hiring.__version__))
    for it in found:
        print(it)


def _tell_next(
    found: Sequence[Touched], by_itself: Sequence[Touched], *, write: bool, done: bool
) -> None:
    """Say what was written, and what to do next."""
    left = len(found) - len(by_itself)
    if write and by_itself:
        message = gettext("Mended: {count}. Look at the difference before you commit it.")
        print(message.format(count=len(by_itself)))
    elif by_itself:
        message = gettext("Nothing is changed so far. `--write` mends {count} of these by itself.")
        print(message.format(count=len(by_itself)))
    if done or (write and not left):
        message = gettext("{file} says that these pages have followed {version}.")
        print(message.format(file=CONF, version=hiring.__version__))
    elif left:
        message = gettext(
            "For you to decide: {count}. Then `--done` writes that these pages have followed."
        )
        print(message.format(count=left))
    elif not found:
        print(gettext("No change touches them. `--done` writes that they have followed."))


def _mended(texts: Mapping[str, str], found: Sequence[Touched]) -> dict[str, str]:
    """Return the files that are mended, as they are afterwards."""
    mended: dict[str, str] = {}
    for it in found:
        lines = mended.get(it.path, texts[it.path]).split("\n")
        for number in it.lines:
            line = lines[number - 1]
            lines[number - 1] = re.sub(it.change.lines, it.change.mend or "", line)
        mended[it.path] = "\n".join(lines)
    return mended


def _made_wrong(sources: Sources, mended: Mapping[str, str]) -> list[str]:
    """Return the errors that mending would make."""
    pages = {path: text for path, text in mended.items() if path != CONF}
    after = replace(sources, texts={**sources.texts, **pages})
    return new_errors(sources, after, PageCache())


def _followed(conf: str) -> str:
    """Return a conf.py that states this version."""
    stated = f'hiring_version = "{hiring.__version__}"'
    if _STATED.search(conf):
        return _STATED.sub(stated, conf, count=1)
    return f"{conf.rstrip()}\n\n{stated}\n"


def _save(folder: Path, texts: Mapping[str, str]) -> None:
    for path, text in texts.items():
        (folder / path).write_text(text, encoding="utf-8", newline="\n")
