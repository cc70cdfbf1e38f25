"""The labelled sentences, and how well the rules on prose find what the labels say.

Each entry is a page of its own. ``README.md`` says how it is written.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from hiring.checks.catalog import CHECKS as ALL_CHECKS
from hiring.checks.prose import ProseSubject
from hiring.checks.rules import ranges
from hiring.checks.run import findings, findings_kept
from hiring.model.audience import Audience
from hiring.reading.handbook import understand
from hiring.reading.pages.page_cache import PageCache
from hiring.reading.sources.sources import sources_from
from tests.support.cases import DAY, SOUND, base_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

WORDING = Path(__file__).parent
LANGUAGES = ("en", "de", "fr")
HALVES = ("tuning", "held-out")
"""The half by which rules are tuned, and the one by which they are judged."""

MEASURES = {"coded-words", "reading-grade"}
"""The rules that count the words of a page; their cases stand in ``checks``."""

CHECKS = tuple(
    check
    for check in ALL_CHECKS
    if (check.each is ProseSubject or check in (ranges.vague_pay, ranges.open_ended_pay))
    and check.name not in MEASURES
)
"""The checks that are measured: all that look at prose."""

ROLE_FACTS = {
    "family": "Data",
    "summary": "A case.",
    "owner": "People team",
    "pay": {"currency": "USD", "min": 100000, "max": 160000, "per": "year"},
}
LISTS = ("duties", "responsibilities", "benefits")
PRIORITIES = ("must", "should", "nice")


@dataclass(frozen=True, kw_only=True)
class Labelled:
    """An entry: its text, the rules that should find something in it, and those that do.

    What is ``arguable`` is neither right nor wrong.
    """

    text: str
    wanted: frozenset[str]
    arguable: frozenset[str]
    found: frozenset[str]

    @property
    def words(self) -> int:
        """How many words the entry has."""
        return len(self.text.split())


@dataclass(kw_only=True)
class Score:
    """How many findings are right, wrong and missing."""

    right: int = 0
    wrong: int = 0
    missing: int = 0

    @property
    def precision(self) -> float:
        """The share of what is found that is right; all of it, where nothing is found."""
        return self.right / found if (found := self.right + self.wrong) else 1.0

    @property
    def recall(self) -> float:
        """The share of what should be found that is; all of it, where nothing should be."""
        return self.right / wanted if (wanted := self.right + self.missing) else 1.0

    def __str__(self) -> str:
        precision = f"{self.precision:.3f}" if self.right + self.wrong else "–"
        recall = f"{self.recall:.3f}" if self.right + self.missing else "–"
        counts = f"{self.right} right, {self.wrong} wrong, {self.missing} missing"
        return f"precision {precision}, recall {recall} ({counts})"


@dataclass(kw_only=True)
class Scores:
    """The score of all findings, and that of each rule.

    ``clean`` are the entries in which nothing should be found.
    """

    entries: int = 0
    clean: int = 0
    words: int = 0
    overall: Score = field(default_factory=Score)
    by_rule: dict[str, Score] = field(default_factory=dict)

    @property
    def wrong_per_1000_words(self) -> float:
        """How many findings are wrong, for each thousand words that are looked at."""
        return 1000 * self.overall.wrong / (self.words or 1)


def files_of_half(half: str) -> list[Path]:
    """Return the files of a half."""
    return sorted((WORDING / half).glob("*.yaml"))


def half_of(text: str) -> str:
    """Return the half that an entry belongs to: its text alone decides, and nobody chooses."""
    return HALVES[int(sha256(" ".join(text.split()).encode()).hexdigest()[0], 16) % 2]


@cache
def rows_in(file: Path) -> list[dict[str, Any]]:
    """Return the entries of a file as they are written."""
    rows: list[dict[str, Any]] = yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)
    return rows


def language_of(file: Path) -> str:
    """Return the language of a file's entries: ``de`` of ``nurse.de.yaml``, and else ``en``."""
    return file.suffixes[-2][1:] if len(file.suffixes) > 1 else "en"


@cache
def labelled(file: Path) -> tuple[Labelled, ...]:
    """Return a file's entries, with what the rules find in them."""
    rows, language = rows_in(file), language_of(file)
    base = base_files()
    pages = dict(_page(row, number, language) for number, row in enumerate(rows, 1))
    sources = sources_from({**base, **{path: text.encode() for path, text in pages.items()}})
    handbook = understand(sources, Audience.HIRING_TEAM, PageCache())
    unread = [str(told) for told in handbook.problems if told.severity == "error"]
    assert not unread, f"{file}: {unread}"
    found: dict[str, set[str]] = {path: set() for path in pages}
    for finding in findings(handbook, DAY, findings_kept(), CHECKS):
        found.setdefault(finding.path, set()).add(finding.rule)
    return tuple(
        Labelled(
            text=row["text"],
            wanted=frozenset(row.get("finds", ())),
            arguable=frozenset(row.get("arguable", ())),
            found=frozenset(found[path]),
        )
        for row, path in zip(rows, pages, strict=True)
    )


def scores_of(half: str, language: str) -> Scores:
    """Return how well the rules read the entries of a half that are in a language."""
    files = (file for file in files_of_half(half) if language_of(file) == language)
    return scored(entry for file in files for entry in labelled(file))


def _page(row: Mapping[str, Any], number: int, language: str) -> tuple[str, str]:
    """Return the path and the text of the page that an entry stands on."""
    place, text = row.get("in", "opening"), row["text"].strip() + "\n"
    front: dict[str, Any] = {} if language == "en" else {"language": language}
    if place == "guide":
        folder, text = "guide", f"# Entry {number}\n\n{text}"
    elif place == "opening":
        fields = {**SOUND, "requisition": f"ENG-{number}", **row.get("opening", {})}
        stated = {name: value for name, value in fields.items() if value is not None}
        folder, front = "openings", {**front, "opening": stated}
    else:
        facts = {**ROLE_FACTS, "title": f"Case {number}", **row.get("facts", {})}
        folder, front = "roles", {**front, "role": facts}
        text = f"# Case {number}\n\n{_body(place, text)}"
    written = yaml.dump(front, Dumper=yaml.CSafeDumper, sort_keys=False) if front else ""
    head = f"---\n{written}---\n\n" if front else ""
    return f"{folder}/entry-{number}.md", head + text


def _body(place: str, text: str) -> str:
    """Return the body of a role's page that has a text at a place."""
    entries = "".join(f"- {line}\n" for line in text.splitlines())
    if place in LISTS:
        return f":::{{{place}}}\n{entries}:::\n"
    if place in PRIORITIES:
        return f":::{{qualifications}}\n:priority: {place}\n{entries}:::\n"
    if place == "brief":
        return f":::{{job-brief}}\n{text}:::\n"
    assert place == "page", place
    return text


def scored(entries: Iterable[Labelled]) -> Scores:
    """Count each rule that finds something in an entry, or should."""
    scores = Scores()
    for entry in entries:
        scores.entries += 1
        scores.clean += not entry.wanted
        scores.words += entry.words
        for rule in (entry.wanted | entry.found) - entry.arguable:
            for score in (scores.overall, scores.by_rule.setdefault(rule, Score())):
                if rule not in entry.found:
                    score.missing += 1
                elif rule in entry.wanted:
                    score.right += 1
                else:
                    score.wrong += 1
    return scores
