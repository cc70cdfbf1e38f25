"""Tables of contents by patterns: as Sphinx takes them, with no path tried again for each page."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from sphinx.util.matching import patfilter

from hiring.language.references import Reference
from hiring.model.audience import Audience
from hiring.reading.crossings.contents import Contents, pattern_fault
from hiring.reading.crossings.unique import check_contents
from hiring.reading.handbook import understand
from hiring.reading.pages.page_cache import PageCache
from hiring.reading.pages.record import PageRecord
from hiring.reading.sources.sources import sources_from

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hiring.model.handbook import Handbook

PATHS = [
    *("index", "guide/index", "guide/hire", "guide/a/deep", "roles/data-engineer", "roles/b2"),
    *("openings/index", "a", "b", "c-d", "guide/a+b", "guide/a.b"),
]
PATTERNS = [
    *("*", "**", "guide/*", "guide/**", "?", "[ab]", "[!a]", "[a-c]*", "guide/[a-h]*", "**/index"),
    *("guide/a.b", "guide/a?b", "*/*", "*/*/*", "**/b*", "nothing/*", "[!a-b0]*", "roles/?[0-9]"),
]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_is_what_sphinx_takes_it_for(pattern: str) -> None:
    contents = Contents([f"{path}.md" for path in PATHS])
    assert pattern_fault(pattern) is None
    found = contents.named("other.md", Reference("glob", pattern, 1))
    assert [path.removesuffix(".md") for path in found] == sorted(patfilter(PATHS, pattern))


def test_a_path_is_tried_once_with_a_pattern(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the number of pages with that pattern in their contents."""
    tried: Counter[str] = Counter()

    class Pattern:
        def fullmatch(self, path: str) -> bool:
            tried[path] += 1
            return True

    monkeypatch.setattr("hiring.reading.crossings.contents._pattern", lambda glob: Pattern())
    contents = Contents(f"guide/{number}.md" for number in range(300))
    for number in range(300):
        assert len(contents.named(f"guide/{number}.md", Reference("glob", "*", 1))) == 299
    assert len(tried) == 300
    assert set(tried.values()) == {1}


def test_circles_of_many_pages_are_told_once_each_and_in_short() -> None:
    """Each of 300 pages leads to all others: as many lines, none longer than for twenty pages."""
    records = [
        PageRecord(
            path=f"guide/{number}.md", audience=None, references=[Reference("glob", "*", number)]
        )
        for number in range(300)
    ]
    problems = list(check_contents(records))
    assert len(problems) == 299
    assert max(len(problem.message) for problem in problems) < 400
    assert re.search(r"guide/0\.md > .* > \.\.\. > guide/0\.md$", problems[-1].message)


def test_a_pattern_of_what_is_yet_to_come_is_left_out(read: Callable[..., Handbook]) -> None:
    page = "# Guide\n\n> :::{toctree}\n> :glob:\n>\n> ../openings/*\n> hi*\n> :::\n"
    seen = read({"guide/index.md": page})
    assert [str(problem) for problem in seen.problems] == []
    text = seen.pages["guide/index.md"].text
    assert text == page.replace("> ../openings/*", ">")
    assert seen.pages["guide/index.md"].contents == ("guide/hire.md",)


def test_pages_lead_where_their_references_do(base: Mapping[str, bytes]) -> None:
    page = (
        "# Case\n\n(here)=\n\n[a](hire.md#nowhere) {level}`data-engineer/none` [b](#data-analyst)\n"
        "{ref}`there` [c](#here) [d](../README.md) {skill}`python` [](https://example.org/hire.md)\n"
        "\n:::{level-diff}\n:from: data-engineer/entry\n:to: data-analyst/x\n:::\n"
    )
    other = "# Other\n\n(there)=\n\n## There\n"
    files = {**base, "guide/case.md": page.encode(), "guide/other.md": other.encode()}
    handbook = understand(sources_from(files), Audience.EMPLOYEE, PageCache())
    leads = {
        "guide/hire.md": 5,
        "roles/data-engineer.md": 5,
        "roles/data-analyst.md": 5,
        "guide/other.md": 6,
    }
    assert handbook.pages["guide/case.md"].links == tuple(sorted(leads))
    assert {path: handbook.line("guide/case.md", f"links.{path}") for path in leads} == leads
