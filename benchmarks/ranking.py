"""Learns how much each thing tells that speaks for a page in the search: ``[ranking]`` of its data.

    python -m benchmarks.ranking SITE

SITE is the built site of ``tests/frozen``. The questions are those of ``tests/search`` that anybody
may tune on, and the beginnings of names, as people type them. What is held out is never asked.
The weights are those of a conditional logit model (McFadden 1974): the likelier a right page is the
first, the better. They are held near those that change nothing: a few questions move little.
"""

from __future__ import annotations

import hashlib
import math
import random
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from benchmarks.engines import served
from tests.search.quality import halves
from tests.support.searched import records_in
from tools.chromium import find

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

PLAIN = {"points": 3.0}
"""The weights that leave the order as the points have it; what does not count starts at nothing."""

HOLD = 20.0
"""How strongly weights are held near those: with less, what was tuned by hand suffers."""

STEPS, RATE = 200, 0.03
FOLDS = 5
NAMES = 250
"""The beginnings of names, each of which counts a fifth of a question."""

ASK = """async (queries) => {
    const engine = new hiringSearch.Engine("search/");
    const found = [];
    for (const query of queries) {
        let noted = [];
        hiringSearch.note = (page, evidence) => noted.push([page, evidence]);
        const { groups } = await engine.ask({ query });
        found.push(groups.length ? noted : []);
    }
    return found;
}"""

Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Example:
    """What is asked; what speaks for each page that comes into question; which are right."""

    text: str
    evidence: Sequence[Mapping[str, float]]
    right: Sequence[bool]
    counts: float = 1.0

    @property
    def fold(self) -> int:
        """The part in which it is tested."""
        return int(hashlib.sha256(self.text.encode()).hexdigest(), 16) // 2 % FOLDS


def main() -> None:
    """Print the weights, and how well they do on questions that they were not learned from."""
    site = Path(sys.argv[1])
    asked = [
        (it.text, {want.partition("#")[0] for want in it.want}, 1.0)
        for name, part in halves().items()
        for it in part
        if name.endswith("tuning")
    ]
    examples = examples_of(site, [*asked, *beginnings(site)])
    units = units_of(examples)
    tested = [
        (example, learn([it for it in examples if it.fold != fold], units))
        for fold in range(FOLDS)
        for example in [[it for it in examples if it.fold == fold and it.counts == 1]]
    ]
    count = sum(len(own) for own, _ in tested)
    before = sum(first(own, PLAIN) for own, _ in tested) / count
    after = sum(first(own, weights) for own, weights in tested) / count
    print(
        f"# The first of {count} with an answer, by other questions: {before:.1%}, then {after:.1%}"
    )
    for name, weight in learn(examples, units).items():
        print(f"{name if name.isidentifier() else repr(name)} = {weight:.2f}".replace("'", '"'))


def beginnings(site: Path) -> list[tuple[str, set[str], float]]:
    """Return some beginnings of the names of pages, each with the pages that are called so."""
    names = [
        (name, it.path.removesuffix(".md"))
        for it in records_in(site).values()
        for name in (it.title, *it.aliases)
    ]
    typed = sorted({name[:end].strip() for name, _ in names for end in range(3, len(name) + 1)})
    chosen = random.Random(1).sample(typed, min(NAMES, len(typed)))
    return [
        (it, {page for name, page in names if name.lower().startswith(it.lower())}, 0.2)
        for it in chosen
    ]


def examples_of(site: Path, asked: Sequence[tuple[str, set[str], float]]) -> list[Example]:
    """Return what speaks for each page, for each question that finds a right one."""
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"{address}search.html")
        page.wait_for_function("hiringSearch.shared")
        page.add_script_tag(url="_static/hiring/search/engine.js")
        found = page.evaluate(ASK, [text for text, _, _ in asked])
        browser.close()
    return [
        Example(text, [it for _, it in noted], right, counts)
        for (text, want, counts), noted in zip(asked, found, strict=True)
        if any(right := [name in want for name, _ in noted])
    ]


def units_of(examples: Iterable[Example]) -> Weights:
    """Return how far each thing differs from page to page: its standard deviation."""
    rows = [row for example in examples for row in example.evidence]
    names = dict.fromkeys(name for row in rows for name in row)
    found = {}
    for name in names:
        values = [float(row.get(name, 0)) for row in rows]
        mean = sum(values) / len(values)
        found[name] = math.sqrt(sum((it - mean) ** 2 for it in values) / len(values)) or 1.0
    return found


def learn(examples: Sequence[Example], units: Weights) -> Weights:
    """Return the weights under which right pages are the likeliest to come first: Adam, on all."""
    start = {name: PLAIN.get(name, 0.0) * unit for name, unit in units.items()}
    names = list(units)
    rows = [
        (
            [[float(row.get(it, 0)) / units[it] for it in names] for row in one.evidence],
            one.right,
            one.counts,
        )
        for one in examples
        if not all(one.right)
    ]
    held = [start[it] for it in names]
    now, mean, square = list(held), [0.0] * len(names), [0.0] * len(names)
    for step in range(1, STEPS + 1):
        slope = [2 * HOLD * (it - own) for it, own in zip(now, held, strict=True)]
        for values, right, counts in rows:
            add_slope(slope, values, right, counts, now)
        rate = RATE * (1 - step / (STEPS + 1))
        for at, it in enumerate(slope):
            mean[at] += 0.1 * (it - mean[at])
            square[at] += 0.001 * (it * it - square[at])
            own = mean[at] / (1 - 0.9**step)
            now[at] -= rate * own / (math.sqrt(square[at] / (1 - 0.999**step)) + 1e-9)
    return {name: it / units[name] for name, it in zip(names, now, strict=True)}


def add_slope(
    slope: list[float],
    values: Sequence[Sequence[float]],
    right: Sequence[bool],
    counts: float,
    weights: Sequence[float],
) -> None:
    """Add how the likelihood of one question changes with each weight."""
    sums = [sum(map(float.__mul__, row, weights)) for row in values]
    most = max(sums)
    shares = [math.exp(it - most) for it in sums]
    whole = sum(shares)
    of_right = sum(it for it, is_right in zip(shares, right, strict=True) if is_right)
    for row, share, is_right in zip(values, shares, right, strict=True):
        change = counts * (share / whole - (share / of_right if is_right else 0.0))
        if abs(change) > 1e-6:
            for at, it in enumerate(row):
                slope[at] += change * it


def first(examples: Iterable[Example], weights: Mapping[str, float]) -> int:
    """Return of how many questions a right page comes first."""
    return sum(
        max(zip((worth(row, weights) for row in it.evidence), it.right, strict=True))[1]
        for it in examples
    )


def worth(evidence: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return the whole of what speaks for a page."""
    return sum(weights.get(name, 0.0) * float(it) for name, it in evidence.items())


if __name__ == "__main__":
    main()
