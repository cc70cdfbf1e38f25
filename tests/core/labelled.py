"""The labelled sentences, and how well the rules on wording find what the labels say.

Each sentence is a page of its own, as its label says: an opening's text, an item of a role's
responsibilities, or a paragraph of the guide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from hiring.checks.catalog import checks_in
from hiring.checks.rules import style, wording
from hiring.checks.run import findings, findings_kept
from hiring.model.audience import Audience
from hiring.reading.handbook import understand
from hiring.reading.pages.page_cache import PageCache
from hiring.reading.sources.sources import sources_from
from tests.support.cases import DAY, base_files, files_of

SENTENCES = Path(__file__).parent / "wording/sentences.yaml"
CHECKS = checks_in(wording, style)


@dataclass(frozen=True, kw_only=True)
class Labelled:
    """A sentence, the rules that should find something in it, and those that do."""

    text: str
    wanted: frozenset[str]
    found: frozenset[str]


@dataclass(kw_only=True)
class Score:
    """How many findings are right, wrong and missing."""

    right: int = 0
    wrong: int = 0
    missing: int = 0

    @property
    def precision(self) -> float:
        return self.right / ((self.right + self.wrong) or 1)

    @property
    def recall(self) -> float:
        return self.right / ((self.right + self.missing) or 1)

    def __str__(self) -> str:
        return (
            f"precision {self.precision:.3f}, recall {self.recall:.3f} "
            f"({self.right} right, {self.wrong} wrong, {self.missing} missing)"
        )


@dataclass(kw_only=True)
class Scores:
    """The score of all findings, and that of each rule."""

    overall: Score = field(default_factory=Score)
    by_rule: dict[str, Score] = field(default_factory=dict)


def labelled() -> list[Labelled]:
    """Return the labelled sentences, with what the rules find in them, in the file's order."""
    rows = yaml.load(SENTENCES.read_text("utf-8"), yaml.CSafeLoader)
    base = base_files()
    pages = dict(_page(row, number, base) for number, row in enumerate(rows))
    handbook = understand(sources_from({**base, **pages}), Audience.HIRING_TEAM, PageCache())
    assert pages.keys() <= handbook.pages.keys()
    found: dict[str, set[str]] = {path: set() for path in handbook.pages}
    for finding in findings(handbook, DAY, findings_kept(), CHECKS):
        found.setdefault(finding.path, set()).add(finding.rule)
    return [
        Labelled(
            text=row["text"], wanted=frozenset(row.get("finds", ())), found=frozenset(found[path])
        )
        for row, path in zip(rows, pages, strict=True)
    ]


def _page(row: Mapping[str, str], number: int, base: Mapping[str, bytes]) -> tuple[str, bytes]:
    """Return the path and the text of the page that a sentence stands on."""
    text = row["text"].strip() + "\n"
    case: dict[str, Any]
    match row.get("in", "opening"):
        case "guide":
            kind, case = "guide", {"body": text}
        case "role":
            kind, case = "roles", {"role": f":::{{responsibilities}}\n- {text}:::\n"}
        case _:
            kind, case = "openings", {"opening": {"requisition": f"ENG-{number}"}, "text": text}
    return f"{kind}/sentence-{number}.md", files_of(case, base)[f"{kind}/case.md"]


def scored(sentences: Iterable[Labelled]) -> Scores:
    """Count each rule that finds something in a sentence, or should."""
    scores = Scores()
    for sentence in sentences:
        for rule in sentence.wanted | sentence.found:
            for score in (scores.overall, scores.by_rule.setdefault(rule, Score())):
                if rule not in sentence.found:
                    score.missing += 1
                elif rule in sentence.wanted:
                    score.right += 1
                else:
                    score.wrong += 1
    return scores


def halves(sentences: list[Labelled]) -> Iterator[tuple[str, list[Labelled]]]:
    """Yield the half for tuning and the half that is held out, with their names."""
    yield "tuning", sentences[::2]
    yield "held out", sentences[1::2]
