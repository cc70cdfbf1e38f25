"""The text of a page as it grows, and which line of it came from which of a document."""

from __future__ import annotations

from dataclasses import dataclass, field

from hiring.model.messages import gettext
from hiring.model.problem import about

Source = tuple[int, int]
"""A line of a document: the number of the file, and that of the line in it, both from 0."""


@dataclass
class DraftPage:
    """The text of a page as it grows: which of its lines came from which of a document's."""

    lines: list[str] = field(default_factory=list)
    of: dict[Source, int] = field(default_factory=dict)
    doubts: list[tuple[int, str]] = field(default_factory=list)

    def add(self, text: str = "", *sources: Source) -> None:
        """Add a line, which those lines of documents make."""
        self.lines.append(text)
        for source in sources:
            self.of.setdefault(source, len(self.lines))

    def gap(self) -> None:
        """Leave a line empty, where none is yet."""
        if self.lines and self.lines[-1]:
            self.add()

    def doubt(self, said: str, text: str) -> None:
        """Add a comment on what somebody has to decide."""
        short = " ".join(text.split())
        short = short if len(short) <= 60 else short[:57] + "..."
        self.add(f"% {about(gettext('Doubt'), about(said, short))}")
        self.doubts.append((len(self.lines), said))

    @property
    def text(self) -> str:
        """The whole page."""
        return "\n".join(self.lines).rstrip("\n") + "\n"
