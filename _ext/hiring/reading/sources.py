"""The handbook's text, file by file, before anything in it is understood."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hiring.reading.files import find_pages, read_bytes
from hiring.reading.report import Report
from hiring.reading.text import decode

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from hiring.model.problem import Problem

COMPANY = "company.yaml"
SKILLS = "skills.yaml"
DATA_FILES = (COMPANY, SKILLS)


@dataclass
class Sources:
    """The text of each page and data file by its path; ``unreadable`` are the pages without."""

    texts: dict[str, str] = field(default_factory=dict)
    unreadable: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def pages(self) -> Mapping[str, str]:
        """The pages' texts, in the order of their paths."""
        return {path: self.texts[path] for path in sorted(self.texts) if path not in DATA_FILES}

    def add(self, path: str, data: bytes | None, report: Report) -> None:
        """Take a file's bytes, None where the report says why there are none."""
        text = None if data is None else decode(data, report)
        if text is not None:
            self.texts[path] = text
        elif path not in DATA_FILES:
            self.unreadable.append(path)
        self.problems += report.problems


def sources_in(folder: Path) -> Sources:
    """Read every page and data file under a folder."""
    sources = Sources()
    files = [(name, folder / name) for name in DATA_FILES]
    for path, file in [*files, *find_pages(folder, sources.problems)]:
        report = Report(path)
        sources.add(path, read_bytes(file, report), report)
    return sources


def sources_from(files: Mapping[str, bytes]) -> Sources:
    """Take files that are in memory rather than on a disk."""
    sources = Sources()
    for path, data in files.items():
        sources.add(path, data, Report(path))
    return sources
