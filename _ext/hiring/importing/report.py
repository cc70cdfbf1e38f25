"""What became of each line of a document: its place on the page, or why it is not there."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from hiring.importing.placed import NOT_PLACED
from hiring.model.lexicon import message_lexicon
from hiring.model.messages import gettext, ngettext
from hiring.model.problem import about

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hiring.importing.placed import Placed
    from hiring.importing.written import DraftPage


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A line of a document: where it is there, what it says, and the line of the page, or why not.

    ``line`` is 0 for what is left out, and ``why`` then says the reason.
    """

    file: int
    at: str
    text: str
    place: str
    line: int
    why: str = ""


def reasons() -> dict[str, str]:
    """Return why lines are left out, by what they are."""
    return {
        "benefit": gettext("company.yaml has it, for every role"),
        "company": gettext("about the company, which company.yaml describes"),
        "heading": gettext("a heading, and nothing under it is on the page"),
        "ladder": gettext("says how the levels of a ladder build on one another"),
        "legal": gettext("text of the company by law: company.yaml has that for every posting"),
        "margin": gettext("in the head or the foot of the document, or in a site's menu"),
        "page": gettext("about the page of a handbook: state it anew"),
        "none": gettext("says that there is none"),
        "opening": gettext("of one opening, as its number, its days and how to apply"),
        "person": gettext("names a person, or how to reach one"),
        "table": gettext(
            "the head of a table, or the name of a row, whose words stand in what became of it"
        ),
        "twice": gettext("says once more what the page says"),
    }


def report_lines(placed: Sequence[Placed], page: DraftPage) -> list[ReportLine]:
    """Return what became of each line, in the order of the documents."""
    return list(_lines(placed, page))


def _lines(placed: Sequence[Placed], page: DraftPage) -> Iterator[ReportLine]:
    for number, it in enumerate(placed):
        line, place = page.of.get(it.source, 0), it.place
        if not line and not place.startswith("left "):
            below = takewhile(lambda after: not after.part.is_heading, placed[number + 1 :])
            lines = (page.of.get(after.source, 0) for after in below) if it.part.is_heading else ()
            line = next((found for found in lines if found), 0)
            place = place if line else "left heading"
        reason = place.removeprefix("left ") if place.startswith("left ") else ""
        text = it.part.line.text
        yield ReportLine(
            it.file, it.part.line.at, text, place, 0 if reason else line, reasons().get(reason, "")
        )


def counted(lines: Sequence[ReportLine]) -> str:
    """Return in a few words how many lines are where."""
    left = sum(not it.line for it in lines)
    loose = sum(it.place == NOT_PLACED for it in lines)
    placed = len(lines) - left - loose
    return ngettext(
        "{number} line: {placed} placed, {left} left out, {loose} not placed",
        "{number} lines: {placed} placed, {left} left out, {loose} not placed",
        len(lines),
        placed=placed,
        left=left,
        loose=loose,
    )


def _outcome(lines: Sequence[ReportLine], page: DraftPage) -> str:
    doubts = ngettext("{number} doubt", "{number} doubts", len(page.doubts))
    return message_lexicon().in_turn((counted(lines), doubts))


def report_text(
    files: Sequence[str], path: str, lines: Sequence[ReportLine], page: DraftPage
) -> str:
    """Return the whole report as text: a line for each line of the documents."""
    out = [
        f"{', '.join(files)} -> {path}",
        _outcome(lines, page),
        "",
    ]
    for number, said in page.doubts:
        out.append(gettext("{where} doubt: {said}", where=f"{path}:{number}", said=said))
    for file, name in enumerate(files):
        out += ["", name]
        for it in (line for line in lines if line.file == file):
            left = gettext("left out: {why}", why=it.why)
            where = f"{path}:{it.line} ({_called(it.place)})" if it.line else left
            out.append(f"  {about(it.at, where)}\n      {it.text}")
    return "\n".join(out) + "\n"


def summary(path: str, report: str, lines: Sequence[ReportLine], page: DraftPage) -> str:
    """Return what somebody who brought a file has to know: what is in doubt, what was left out."""
    out = [about(path, _outcome(lines, page))]
    for number, said in page.doubts:
        out.append("  " + gettext("line {number}: {said}", number=number, said=said))
    reasons = Counter(it.why for it in lines if not it.line)
    for why in sorted(reasons):
        out.append("  " + gettext("left out, {why}:", why=why))
        out += [f"    {_short(it.text)}" for it in lines if it.why == why and not it.line]
    blanks = sum(line.count("TODO") for line in page.lines)
    to_fill = ngettext(
        "{number} blank (TODO) to fill in. Where each line went: {report}",
        "{number} blanks (TODO) to fill in. Where each line went: {report}",
        blanks,
        report=report,
    )
    out.append(f"  {to_fill}")
    return "\n".join(out)


def _called(place: str) -> str:
    """Return how a report calls a place: by its block, by the fact, or by a word for it."""
    kind, _, name = place.partition(" ")
    if place == NOT_PLACED:
        return gettext("not placed")
    if kind == "fact":
        return gettext("fact {name}", name=name)
    words = {
        "level": gettext("level"),
        "place": gettext("place"),
        "text": gettext("text"),
        "title": gettext("title"),
    }
    return words.get(place, place)


def _short(text: str) -> str:
    return text if len(text) <= 90 else text[:87] + "..."
