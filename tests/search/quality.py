"""How well a search answers what people ask of it: the same measure for every engine.

Half of the queries is held out, and two thirds of the strangers'. Nobody tunes on them, so nobody
sees which of them went wrong: of those only counts are kept.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

FILES = {
    "queries.yaml": ("", 2),
    "readers.yaml": ("", 2),
    "asked.yaml": ("", 1),
    "blind.yaml": ("blind", 2),
    "strangers.yaml": ("strangers", 3),
    "visitors.yaml": ("visitors", 3),
}
"""What is typed, by kind of query and by kind of reader; ``same`` are answers that many share.

Beside each: in whose words it is, where those are not of the pages, since such questions are harder
and counted apart; and into how many parts it is cut, of which one is for whoever tunes.
"""


@dataclass(frozen=True, slots=True)
class Query:
    """What is typed, the right answers, and what kind of query it is.

    An answer is ``page#anchor``; ``page#`` is the page itself, and ``page`` any part of it.
    """

    kind: str
    text: str
    want: tuple[str, ...]
    whose: str = ""
    parts: int = 2

    @property
    def held_out(self) -> bool:
        """Whether nobody may tune on it, by the digest of what is typed."""
        return int(hashlib.sha256(self.text.encode()).hexdigest(), 16) % self.parts > 0


@cache
def queries() -> tuple[Query, ...]:
    return tuple(
        Query(kind, str(entry["q"]), tuple(entry["want"]), *read)
        for name, read in FILES.items()
        for kind, entries in _read(name).items()
        if kind != "same"
        for entry in entries
    )


def _read(name: str) -> dict[str, Any]:
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return dict(yaml.load(text, yaml.CSafeLoader))


@dataclass(slots=True)
class Score:
    """Counts over queries: of all, of those that have an answer, and what was right."""

    count: int = 0
    right: int = 0
    answerable: int = 0
    first: int = 0
    among_three: int = 0
    section: int = 0
    reciprocal: float = 0.0
    wrong: list[str] = field(default_factory=list)

    def note(self, query: Query, links: Sequence[str]) -> None:
        """Count one query; ``links`` are what was found, the best first, as ``page#anchor``."""
        self.count += 1
        if not query.want:
            self.right += not links
            if links:
                self._miss(query, links)
            return
        self.answerable += 1
        pages = [link.partition("#")[0] for link in links]
        wanted = {link.partition("#")[0] for link in query.want}
        rank = next((at for at, page in enumerate(pages, 1) if page in wanted), 0)
        self.first += rank == 1
        self.right += rank == 1
        self.among_three += 0 < rank <= 3
        exact = links[:1] != [] and (links[0] in query.want or pages[0] in query.want)
        self.section += exact
        self.reciprocal += 1 / rank if rank else 0
        if not exact:
            self._miss(query, links)

    def _miss(self, query: Query, links: Sequence[str]) -> None:
        if not query.held_out:
            self.wrong.append(f"{query.text}: found {', '.join(links[:3]) or 'nothing'}")

    def share(self, name: str) -> float:
        """Return a count as a share, of the answerable queries or, for ``right``, of all."""
        whole = self.count if name == "right" else self.answerable
        return float(getattr(self, name)) / whole if whole else 1.0


def judge(found: Mapping[str, Sequence[str]], asked: Iterable[Query]) -> dict[str, Score]:
    """Return the scores of an engine by kind of query, and of ``all``.

    ``found`` are for each text the links of what it found, as ``roles/data-engineer#duties``; a
    page as a whole may end in ``#`` or not.
    """
    scores: defaultdict[str, Score] = defaultdict(Score)
    for query in asked:
        links = [link if "#" in link else f"{link}#" for link in found[query.text]]
        for name in (query.kind, "all"):
            scores[name].note(query, links)
    return dict(scores)


def halves() -> dict[str, list[Query]]:
    """Return the queries that anybody may tune on and that nobody may; others' words apart."""
    parts: dict[str, list[Query]] = {}
    for query in queries():
        half = "held out" if query.held_out else "tuning"
        parts.setdefault(f"{query.whose} {half}".strip(), []).append(query)
    return parts
