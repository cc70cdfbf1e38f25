"""A role's template, filled in, is what the build makes of an opening with the same facts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiring.posting.compose import opening_posting
from hiring.posting.formats.html import html_block
from hiring.posting.formats.markdown import markdown
from hiring.posting.formats.text import plain_text
from hiring.posting.formats.word import numbered
from hiring.posting.generator.common import open_facts
from hiring.posting.generator.roles import role_data
from hiring.posting.generator.templates import Pieces
from tests.core.examples import few, lines, opening
from tests.core.templates import FORMATS, MARKS, filled, values, with_placeholders, word

if TYPE_CHECKING:
    from collections.abc import Callable

    from hiring.model.handbook import Handbook
    from hiring.posting.compose import Posting

PLACES = st.fixed_dictionaries({"country": st.sampled_from(["US", "JP"]), "locality": lines})
FACTS = st.fixed_dictionaries(
    {
        "role": st.just("data-engineer"),
        "requisition": lines,
        "status": st.just("open"),
        "posted": st.just("2026-11-20"),
        "apply": st.sampled_from(
            [{"url": "https://a.example/jobs?a='b'&copy;=c\\d"}, {"email": "o'neil&b@b.example"}]
        ),
        "locations": st.lists(PLACES, min_size=1, max_size=2),
        "start": lines,
        "fill": st.fixed_dictionaries({"team": lines}),
        "work_arrangement": st.sampled_from(["on-site", "hybrid"]),
    },
    optional={
        "level": st.sampled_from(["entry", "senior"]),
        "closes": st.just("2027-11-20"),
        "positions": st.sampled_from(["1", "3"]),
    },
)


@pytest.fixture(scope="module", params=["en", "de", "fr-CA", "ja"])
def handbook(request: pytest.FixtureRequest, read: Callable[..., Handbook]) -> Handbook:
    """Return the small handbook with placeholders in every place, in a language."""
    return with_placeholders(read, request.param)


def inner_html(posting: Posting) -> str:
    """Return a posting as HTML, without the element that says its language."""
    return re.sub(
        r'^<div lang="[\w-]+">\n(.*)</div>\n$', r"\1", html_block(posting), flags=re.DOTALL
    )


@few
@given(FACTS)
def test_a_template_filled_in_is_the_opening(handbook: Handbook, facts: dict[str, Any]) -> None:
    found = opening_posting(opening(handbook, facts), handbook)
    names = open_facts(handbook.company)
    data = role_data(handbook.roles["data-engineer"], handbook)
    made = {"text": plain_text, "markdown": markdown, "html": inner_html, "word": word}
    for name in FORMATS:
        text = filled(data, facts.get("level", ""), name, values(found), names)
        assert text == made[name](found), name
        # Word's links get their numbers when the whole is there.
        assert MARKS.search(numbered(text)[0]) is None


def test_pieces_are_kept_once() -> None:
    pieces = Pieces()
    first = pieces.add(["a\ufddbb & c", "a\ufddbb & c", "<p>a</p>\ufddb<p>b &amp; c</p>"])
    again = pieces.add(["x\ufddbb & c", "x\ufddbb & c", "<p>x</p>\ufddb<p>b &amp; c</p>"])
    assert (first, again) == ([0, 1], [2, 1])
    found = pieces.data
    assert found["pieces"] == [(0, "a"), (1,), (0, "x")]
    assert found["shapes"] == [["\ufddc", 0, "<p>\ufddc</p>"], ["b & c", 0, "<p>b &amp; c</p>"]]
