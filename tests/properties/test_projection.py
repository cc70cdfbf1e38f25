"""Nothing hidden gets through ``project``, nor through the reader that uses it.

Of any text: lines keep their numbers, a higher audience sees no less, marks are never left, and
where they are not in order nobody but the highest audience sees anything. Of 200 random sources:
whatever stands in the hidden parts and pages, the lower handbook, its data and its projected
files are the same. ``EXAMPLES=5000`` in the environment tries more texts.
"""

from __future__ import annotations

import random
import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiring.exports.documents import handbook_document
from hiring.model.audience import Audience
from hiring.model.problem import Severity
from hiring.model.rules import Rule
from hiring.reading.handbook import understand
from hiring.reading.pages.page_cache import PageCache
from hiring.reading.sources.projection import MARK, _mistake, find_parts, is_plain, project
from hiring.reading.sources.sources import sources_from
from tests.hidden import CLOSE, OPEN, sources_of
from tests.support.examples import examples

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hiring.model.handbook import Handbook

TOP = Audience.HIRING_TEAM
LOWER = (Audience.PUBLIC, Audience.EMPLOYEE)

WORDS = ["# A", "text", "- one", "> quote", "```", ":::{note}", ":::", "| a |", "---", "a: b", ""]
NEARLY = [
    MARK,
    f" {MARK}",
    ":::::",
    f"{MARK}{{audience}}",
    f"{MARK} {{audience}} public",
    f"{MARK}{{audience}} all",
    f"- {MARK}{{audience}} employee",
    f"{MARK}{{Audience}} employee",
    f"{MARK}{{note}}",
    "~~~{audience} employee",
    "```{audience} employee",
]
OPENINGS = [f"{MARK}{{audience}} {audience}" for audience in Audience]
any_text = st.lists(st.sampled_from([*WORDS, *OPENINGS, MARK, *NEARLY]), max_size=14).map("\n".join)
some = examples(30)

Piece = tuple[Audience | None, list[str]]
line = st.sampled_from(WORDS) | st.text("abc #-`>|[](){}", max_size=8).map("w".__add__)
pieces = st.lists(
    st.tuples(st.sampled_from([None, *Audience]), st.lists(line, max_size=4)), max_size=6
)


def marked(parts: list[Piece]) -> str:
    """Return a text in which every line carries a token of its own, and names its audience."""
    lines = []
    for number, (audience, body) in enumerate(parts):
        named = [f"{text} t{number}x{place}t" for place, text in enumerate(body)]
        lines += named if audience is None else [f"{MARK}{{audience}} {audience}", *named, MARK]
    return "\n".join(["start", *lines])


@some
@given(any_text, st.sampled_from(list(Audience)))
def test_of_any_text(text: str, audience: Audience) -> None:
    seen = project(text, audience)
    assert seen.count("\n") == text.count("\n")
    assert all(one in ("", other) for one, other in zip_lines(seen, text))
    wrong = bool(find_parts(text).mistakes)
    if wrong and audience is not TOP:
        assert not seen.strip("\n")
    if not wrong:
        assert project(seen, audience) == seen
        assert MARK not in seen
        assert "{audience}" not in seen


@some
@given(any_text)
def test_a_higher_audience_sees_no_less(text: str) -> None:
    views = [project(text, audience) for audience in Audience]
    for lower, higher in pairwise(views):
        assert all(line in ("", other) for line, other in zip_lines(lower, higher))
    if not find_parts(text).mistakes:  # whoever looks at what others got sees all of it
        for seen, audience in zip(views, Audience, strict=True):
            assert project(seen, TOP) == seen
            assert project(views[-1], audience) == views[-1]


@some
@given(pieces, st.sampled_from(list(Audience)))
def test_exactly_what_is_for_others_is_hidden(parts: list[Piece], audience: Audience) -> None:
    text = marked(parts)
    seen = project(text, audience)
    for number, (whose, body) in enumerate(parts):
        for place in range(len(body)):
            visible = whose is None or audience.may_read(whose)
            assert (f"t{number}x{place}t" in seen) is visible


lines = st.lists(
    st.sampled_from([*WORDS, *NEARLY, *" :{}`~>-1.", "audience", "é", "x"]), max_size=9
)


@some
@given(lines.map("".join))
def test_what_is_plain_at_a_glance_is_no_mistake(text: str) -> None:
    if is_plain(text):
        assert _mistake(text) == ""
        assert not find_parts(text).parts


def zip_lines(one: str, other: str) -> list[tuple[str, str]]:
    return list(zip(one.split("\n"), other.split("\n"), strict=True))


# Non-interference


def outcome(handbook: Handbook) -> tuple[object, ...]:
    """Return all that a build makes of a handbook; how many lines were hidden does not count."""
    pages = {
        path: replace(page, text=re.sub(r"\n\s*\n", "\n", page.text), body_line=0)
        for path, page in handbook.pages.items()
    }
    data = handbook_document(handbook).model_dump_json()
    roles = {
        key: (role.facts, role.skills, [level.id for level in role.levels])
        for key, role in handbook.roles.items()
    }
    return pages, roles, data


@pytest.mark.parametrize("first", range(0, max(25, some.max_examples // 2), 25))
def test_hidden_text_changes_nothing_for_others(first: int, base: Mapping[str, bytes]) -> None:
    cache = PageCache()
    kept: dict[Audience, tuple[object, ...]] = {}
    compared = 0
    for seed in (0, *range(first, first + 25)):
        sources = sources_from(sources_of(seed, base))
        for audience in LOWER:
            handbook = understand(sources, audience, cache)
            wrong = [found for found in handbook.problems if found.severity is Severity.ERROR]
            assert wrong == []
            made = outcome(handbook)
            assert made == kept.setdefault(audience, made), seed
            compared += 1
    assert compared == 52


def test_the_sources_do_differ(base: Mapping[str, bytes]) -> None:
    """Else the test above would compare nothing with nothing."""
    cache = PageCache()
    seen = [
        understand(sources_from(sources_of(seed, base)), audience, cache)
        for seed in range(12)
        for audience in (TOP,)
    ]
    assert len({outcome(handbook)[2] for handbook in seen}) == 12
    names = {label for handbook in seen for label in (*handbook.labels, *handbook.terms)}
    assert {re.sub(r"\d+", "", name) for name in names} >= {"hidden-", "fig-", "term "}


@pytest.mark.parametrize("seed", range(40))
def test_random_signs_in_hidden_parts(seed: int, base: Mapping[str, bytes]) -> None:
    """Whatever stands in a part, the page is for the highest audience alone or as without it."""
    dice = random.Random(seed)
    signs = "".join(dice.choice("ab#-*>|`:~[](){}=%+ \n\n") for _ in range(60))
    body = "\n".join(line for line in signs.split("\n") if ":::" not in line)
    page = "---\naudience: public\n---\n\n# Page\n\nSeen.\n\n{}\n\n## Below\n\nSeen.\n"
    with_part = page.format(f"{OPEN}\n{body}\n{CLOSE}")
    files = {**base, "guide/case.md": with_part.encode()}
    without = {**base, "guide/case.md": page.format("").encode()}
    handbook = understand(sources_from(files), Audience.PUBLIC, PageCache())
    plain = understand(sources_from(without), Audience.PUBLIC, PageCache())
    if "guide/case.md" in handbook.pages:
        assert outcome(handbook) == outcome(plain)
    else:
        assert any(problem.rule is Rule.AUDIENCE for problem in handbook.problems)
