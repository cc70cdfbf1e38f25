"""Which lines of a document are headings, labels and entries: by looks, and by known words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hiring.importing.headings import destination, folded, label_destination, stands_alone
from hiring.importing.level_names import names_step_alone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hiring.importing.lines import Line

_LABEL = re.compile(r"(?P<label>[^:|.!?]{2,50}?)\s?(?::|\s[–—]\s|\|)\s*(?P<value>\S.*)")
_AN_END = (".", ";", ",", "!")
LOUD = 6
"""How many words in capitals are a heading that nobody knows."""

MAX_WORDS = 9
"""How many words a line may have that is taken for a heading by its looks."""


@dataclass(frozen=True, slots=True)
class ParsedLine:
    """A line as it is understood: its ``to`` is where a heading or a label leads.

    ``value`` is what stands behind a label, the whole text where it has none.
    """

    line: Line
    number: int
    to: str = ""
    label: str = ""
    value: str = ""

    @property
    def is_heading(self) -> bool:
        """Whether something stands under it."""
        return self.line.kind == "heading"


def parts_of(lines: Sequence[Line], language: str) -> list[ParsedLine]:
    """Return the lines, each with what its looks and its words say of it."""
    return list(_parts(lines, language))


def _parts(lines: Sequence[Line], language: str) -> Iterator[ParsedLine]:
    alike = _plain_headings(lines, language)
    for number, line in enumerate(lines):
        if line.to:
            yield ParsedLine(line, number, line.to, value=line.text)
            continue
        after = next((it for it in lines[number + 1 : number + 2]), None)
        label, value = _label(line)
        to = label_destination(label, language) if label and not _is_sentence(label) else ""
        if to and _is_labelled(line, to):
            yield ParsedLine(line, number, to, label, value)
        elif _is_heading(line, after, language, alike=number in alike):
            heading = replace(line, kind="heading")
            leads = label_destination if _has_value(line, after) else destination
            yield ParsedLine(heading, number, leads(line.text, language), value=line.text)
        else:
            yield ParsedLine(line, number, value=line.text)


def _label(line: Line) -> tuple[str, str]:
    """Return the label of a line and what it labels, both empty where it has none."""
    if line.kind == "row" and len(line.cells) > 1:
        cells = [cell for cell in line.cells if cell]
        return (cells[0].rstrip(" :"), " | ".join(cells[1:])) if len(cells) > 1 else ("", "")
    match = _LABEL.fullmatch(line.text)
    if match and line.kind == "entry" and not re.match(r"\s?[:|]", line.text[match.end("label") :]):
        return "", ""  # in a list, a dash parts a name from what is said of it
    return (match["label"].strip(), match["value"]) if match else ("", "")


def _is_sentence(label: str) -> bool:
    return len(label.split()) > 5


def _is_labelled(line: Line, to: str) -> bool:
    """Tell whether a label counts: in a list, only one of a fact does."""
    if line.kind == "heading":
        return to.startswith(("fact", "place"))
    if line.kind == "entry":
        return to.startswith(("fact", "place", "left", "title"))
    return True


def _has_value(line: Line, after: Line | None) -> bool:
    """Tell whether what looks like a heading may be a label, with its value on the next line."""
    if after is None or {line.kind, after.kind} != {"text"}:
        return False
    return not stands_alone(after.text)


def _is_heading(line: Line, after: Line | None, language: str, *, alike: bool) -> bool:
    """Tell whether something stands under a line."""
    text = line.text
    if line.kind == "heading":
        return len(text) <= 150
    if line.kind != "text" or after is None or len(text.split()) > MAX_WORDS:
        return False
    if text.endswith(_AN_END) or re.search(r"\d{3,}", text):
        return False
    if line.strong or text.endswith(":"):
        return True
    is_known = destination(text, language) != "" or names_step_alone(text)
    letters = [sign for sign in text if sign.isalpha()]
    is_loud = len(letters) > 3 and all(sign.isupper() for sign in letters)
    if is_loud and (is_known or (line.apart and len(text.split()) <= LOUD)):
        return True
    if after.kind == "text" and stands_alone(text):
        return True  # as job boards have it: a label, and what it says on the next line
    return (alike or after.kind == "entry") and (is_known or alike)


def _plain_headings(lines: Sequence[Line], language: str) -> frozenset[int]:
    """Return the numbers of lines that are headings by the room above them, and none below.

    That room means so is shown by at least two of them, whose words are known.
    """
    short = [
        number
        for number, line in enumerate(lines[:-1])
        if line.apart
        and line.kind == "text"
        and not lines[number + 1].apart
        and len(line.text.split()) <= MAX_WORDS
        and not line.text.endswith(_AN_END)
        and ": " not in line.text
    ]
    known = [number for number in short if destination(lines[number].text, language)]
    return frozenset(short) if len(known) > 1 else frozenset()


def is_same(one: str, other: str) -> bool:
    """Tell whether two texts say the same words."""
    return folded(one) == folded(other)
