"""The core: each line of a description finds its place; nothing of it is lost.

It knows no file and no page. What comes in are lines, what goes out says where each belongs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.importing.company import CompanyFacts
from hiring.importing.facts import bare_facts
from hiring.importing.headings import destination, folded, is_about_company, reason_to_leave
from hiring.importing.levels import ends_level, level_headings
from hiring.importing.lines import LEFT_TABLE, YEARS
from hiring.importing.placed import LEVEL, NOT_PLACED, Description, Placed
from hiring.importing.sorting import (
    OTHERWISE,
    counts,
    denies,
    doubt_of,
    drop_empty,
    facts_of,
    is_arrangement,
    is_no_heading,
    pay_among_benefits,
    pay_named,
    settle_facts,
)
from hiring.importing.structure import ParsedLine, is_same, parts_of
from hiring.importing.titles import cleaned_title, is_name, title_in
from hiring.importing.values import LISTED, SEVERAL, Stated, says
from hiring.model.blocks import BLOCKS
from hiring.model.messages import gettext

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hiring.importing.lines import Line


def place_lines(
    lines: Sequence[Line],
    known: CompanyFacts,
    language: str = "en",
    file: int = 0,
    *,
    levels: bool = False,
) -> Description:
    """Return the description that the lines make; ``file`` is the number of their document.

    With ``levels`` it is told of each line under which level it stands, where headings name some.
    """
    walk = _Walk(known, language, file)
    parts = parts_of(lines, language)
    walk.take_title(parts)
    if levels:
        untaken = [it for it in parts if it.number not in walk.taken]
        walk.levels = level_headings(untaken, walk.found.title)
    for part in parts:
        if part.number not in walk.taken:
            walk.take(part)
    walk.found.placed.sort(key=lambda it: it.part.number)
    drop_empty(walk.found.placed)
    settle_facts(walk.found, known.company)
    return walk.found


class _Walk:
    """Goes through the lines, and remembers under which heading it is."""

    def __init__(self, known: CompanyFacts, language: str, file: int) -> None:
        self.known = known
        self.file = file
        self.found = Description(language=language)
        self.taken: set[int] = set()
        self.said: set[tuple[str, str]] = set()
        self.to, self.rank, self.filled = "", 0, 0
        self.is_group = False
        self.levels: Mapping[int, int] = {}
        self.level, self.level_rank = 0, 0
        self.outside = ""

    def put(self, part: ParsedLine, place: str, doubt: str = "") -> None:
        """Note the place of a line."""
        self.found.placed.append(Placed(part, place, doubt, self.file, self.level))

    def take_title(self, parts: Sequence[ParsedLine]) -> None:
        """Note the job's title, and what stands beside it."""
        chosen, said = title_in(parts)
        self.found.title, beside = cleaned_title(said)
        self.taken.add(chosen.number)
        self.put(chosen, "title")
        for part in parts:
            if part.is_heading and is_same(part.line.text, self.found.title) and part != chosen:
                self.taken.add(part.number)
                self.put(part, "title")
        for said in beside:
            for fact in bare_facts(said, self.known.company):
                self.found.facts.append(((self.file, chosen.number), fact))

    def take(self, part: ParsedLine) -> None:
        """Find the place of a line, and leave the levels where it is the last of theirs."""
        self._take(part)
        if part.line.ends and self.level:
            self.level, self.to = 0, self.outside

    def _take(self, part: ParsedLine) -> None:
        if part.line.to == LEFT_TABLE:
            self.put(part, LEFT_TABLE)
        elif part.line.to == YEARS and self.level:
            self.put(part, LEVEL)
        elif part.line.aside:
            self.put(part, f"left {reason_to_leave(part.line.text) or 'margin'}")
        elif part.number in self.levels:
            self._begin_level(part)
        elif part.label:
            self._labelled(part)
        elif part.is_heading and not is_no_heading(part, self.known, above=not self.to):
            self._heading(part)
        elif not self.to:
            self._before_headings(part)
        else:
            self._under(part, self.to)

    def _begin_level(self, part: ParsedLine) -> None:
        """Begin a level: what stands right under its heading is what it adds."""
        self.outside = self.outside if self.level else self.to or "text"
        self.level, self.level_rank = self.levels[part.number], part.line.rank
        self.put(part, LEVEL)
        self.to, self.rank = "responsibilities", part.line.rank
        self.filled, self.is_group = 0, False

    def _heading(self, part: ParsedLine) -> None:
        if self.level and says(part.line.text, "adds"):
            self.put(part, "left ladder")
            return
        if self.level and ends_level(part, self.level_rank):
            self.level, self.to = 0, ""
        is_question = self.to == "faq" and (0 < self.rank < part.line.rank or not part.to)
        to = "faq" if is_question else part.to or self._unknown(part)
        self.is_group = to == self.to and (is_question or not part.to)
        to = "job-brief" if to == "title" else to
        unknown = gettext("no part of a page has this heading")
        self.put(part, to, "" if part.to or self.is_group else unknown)
        self.to = to
        self.rank = self.rank if self.is_group else part.line.rank
        self.filled = 0

    def _unknown(self, part: ParsedLine) -> str:
        """Return where a heading leads that nobody knows: to a group of a list, or to text."""
        deeper = bool(self.rank) and part.line.rank > self.rank
        in_block = self.to.split(" ")[0] in BLOCKS
        return self.to if in_block and (deeper or not self.filled or self.is_group) else "text"

    def _labelled(self, part: ParsedLine) -> None:
        reason = reason_to_leave(part.line.text)
        if reason == "person" and not part.to.startswith("left"):
            self.put(part, "left person")
        elif part.to == "title":
            self.put(part, "left twice" if is_name(part.value) else "job-brief")
        elif part.to.startswith("left "):
            self.put(part, f"left {reason or part.to.removeprefix('left ')}")
        else:
            self._under(part, part.to)

    def _before_headings(self, part: ParsedLine) -> None:
        text = part.line.text
        if reason := reason_to_leave(text):
            self.put(part, f"left {reason}")
        elif self.known.is_place(text):
            self.put(part, "place")
        elif facts := bare_facts(text, self.known.company):
            # A guess says nothing new of what a line has stated: "Permanent" below "Part-time".
            new = [it for it in facts if not (it.doubt and self.found.fact(it.name))]
            self._state(part, new) if new else self.put(part, "left twice")
        elif is_about_company(text):
            self.put(part, "left company")
        else:
            is_row = part.line.kind == "row"
            is_short = len(text.split()) < 5 and not text.endswith(".")
            doubt = gettext("it stands above all headings") if is_short or is_row else ""
            self._fill(part, NOT_PLACED if is_row else "job-brief", doubt)

    def _state(self, part: ParsedLine, facts: Sequence[Stated]) -> None:
        self.found.facts += [((self.file, part.number), fact) for fact in facts if fact.value]
        self.put(part, f"fact {facts[0].name}", facts[0].doubt)
        self.filled += 1

    def _fill(self, part: ParsedLine, to: str, doubt: str = "") -> None:
        """Put a line into a block; what that says already is told twice."""
        said = (f"{self.level} {to}", folded(part.line.text))
        self.put(part, "left twice" if said in self.said else to, doubt)
        self.said.add(said)
        self.filled += 1

    def _under(self, part: ParsedLine, to: str) -> None:
        """Place a line under a heading, or behind a label."""
        text = part.value or part.line.text
        reason = reason_to_leave(part.line.text)
        is_entry = part.line.kind == "entry"
        if to.startswith("left "):
            self.put(part, f"left {reason or to.removeprefix('left ')}")
        elif self.known.says(text):
            self.put(part, "left company")
        elif reason and counts(reason, to, is_entry=is_entry):
            self.put(part, f"left {reason}")
        elif to == "place" and not self.known.is_place(text) and is_arrangement(text):
            self._fact(part, "work_arrangement", text)
        elif to == "place":
            self.put(part, "left opening" if self.known.is_blank(text) else "place")
        elif denies(to, text):
            self.put(part, "left none")
        elif to.startswith("fact "):
            self._fact(part, to.removeprefix("fact "), text)
        elif to == "benefits" and self.known.has_benefit(text):
            self.put(part, "left benefit")
        elif to == "benefits" and (pay := pay_among_benefits(text, self.found, self.known)):
            self.found.facts += [((self.file, part.number), fact) for fact in pay]
            self._fill(part, to)
        else:
            self._fill(part, to, doubt_of(to, text))

    def _fact(self, part: ParsedLine, name: str, text: str) -> None:
        if name in ("pay", "other_pay") and not part.label:
            name = pay_named(name, text)
            if not name:
                self._fill(part, "qualifications nice", gettext("it stands under a heading of pay"))
                return
        facts = facts_of(name, part, text, self.known)
        known = self.found.fact(name) if facts and facts[0].name == name else ""
        if known and name not in LISTED and facts[0].value == known:
            self.put(part, "left twice")
        elif known and not (name in SEVERAL or part.label or facts[0].whom):
            stated_already = gettext("`{name}` is stated already", name=name)
            self._fill(part, OTHERWISE.get(name, NOT_PLACED), stated_already)
        elif facts:
            self._state(part, facts)
        elif name in OTHERWISE:
            self._fill(part, OTHERWISE[name])
        elif reason_to_leave(text) == "opening":
            self.put(part, "left opening")
        elif part.label and destination(text, self.found.language) == f"fact {name}":
            self.put(part, "left twice")  # it names the fact once more, and states nothing
        else:
            self.found.facts.append(((self.file, part.number), Stated(name, "", text)))
            doubt = gettext("`{name}` can't be read from it: state it by hand", name=name)
            self.put(part, f"fact {name}", doubt)
