"""What newer versions of the package ask of content: ``data/changes.yaml`` has the list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

import hiring
from hiring.model.base import Facts
from hiring.model.data import stated_in
from hiring.model.messages import gettext, translate
from hiring.model.problem import Problem, Severity
from hiring.model.rules import Rule
from hiring.reading.sources.settings import CONF

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hiring.reading.sources.sources import Sources

Version = tuple[int, ...]
UNSTATED: Version = (0,)


class ContentChange(Facts):
    """A change that touches content: what it is, what to do, and where: ``lines`` of ``files``.

    ``mend`` is what stands in place of each match of ``lines`` afterwards, where nobody has to
    decide anything.
    """

    version: str
    name: str
    says: str
    do: str
    files: str
    lines: str
    mend: str | None = None

    @property
    def told(self) -> str:
        """What is new, since when, and what to do about it."""
        return gettext(
            "since {version}: {says} {do}",
            version=self.version,
            says=translate(self.says),
            do=translate(self.do),
        )


@dataclass(frozen=True, slots=True)
class Touched:
    """A change, with the lines of a file that it touches."""

    change: ContentChange
    path: str
    lines: tuple[int, ...]

    def __str__(self) -> str:
        """Return what is to be done, as a line that says where."""
        said = f"{self.path}:{self.lines[0]}: {self.change.name}, {self.change.told}"
        if len(self.lines) == 1:
            return said
        return gettext("{said} ({number} lines here)", said=said, number=len(self.lines))


def version_of(text: str) -> Version:
    """Return a version as numbers that can be compared; those of a trial count as the version."""
    return tuple(int(part) for part in re.findall(r"\d+", text)[:3]) or UNSTATED


@cache
def changes() -> tuple[ContentChange, ...]:
    """Return every change, by version."""
    return TypeAdapter(tuple[ContentChange, ...]).validate_python(stated_in("changes.yaml"))


def touched(
    texts: Mapping[str, str], since: Version, known: Sequence[ContentChange] | None = None
) -> Iterator[Touched]:
    """Yield what the changes after a version touch in some files."""
    for change in changes() if known is None else known:
        if not since < version_of(change.version) <= version_of(hiring.__version__):
            continue
        looked_for = re.compile(change.lines)
        for path, text in sorted(texts.items()):
            if fnmatchcase(path, change.files):
                lines = text.split("\n")
                found = [n for n, line in enumerate(lines, 1) if looked_for.search(line)]
                if found:
                    yield Touched(change, path, tuple(found))


def asked_by_newer(sources: Sources, texts: Mapping[str, str]) -> Iterator[Problem]:
    """Yield what versions after the one that conf.py states ask of the content.

    Nothing where it states none: nobody knows then what has been followed.
    """
    if not sources.followed:
        return
    line = sources.stated.get("version", 1)
    here, there = version_of(hiring.__version__), version_of(sources.followed)
    if there > here:
        message = gettext(
            "these pages have followed {followed}, and this is {version}: install the newer one, "
            "which they may need",
            followed=sources.followed,
            version=hiring.__version__,
        )
        yield Problem(CONF, line, Rule.UPGRADE, message, Severity.WARNING)
    elif there < here:
        message = gettext(
            "these pages have followed {followed}, and this is {version}: `hiring upgrade` tells "
            "what is asked of them, and writes the version",
            followed=sources.followed,
            version=hiring.__version__,
        )
        yield Problem(CONF, line, Rule.UPGRADE, message, Severity.NOTE)
    for found in touched(texts, there):
        line = found.lines[0]
        yield Problem(found.path, line, Rule.UPGRADE, found.change.told, Severity.WARNING)
