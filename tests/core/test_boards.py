"""What job boards take of a posting, and where it is cut: never in a word, nor in a tag."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from hiring.posting.boards import (
    WANTED,
    board_fits,
    board_profile,
    board_profiles,
    cut_html,
    cut_text,
    word_count,
)
from hiring.posting.compose import opening_posting
from hiring.posting.formats.html import description
from tests.support.cases import SOUND

from .examples import opening
from .readback import read_html, tags, without_marks

if TYPE_CHECKING:
    from collections.abc import Callable

    from hiring.model.handbook import Handbook
    from hiring.posting.compose import Posting

LONG = "\n\n".join(f"Paragraph {number} says {'one word more ' * 20}." for number in range(120))


@pytest.fixture(scope="session")
def handbook(read: Callable[..., Handbook]) -> Handbook:
    return read()


def posted(handbook: Handbook, body: str = "", **facts: Any) -> Posting:
    return opening_posting(opening(handbook, {**SOUND, **facts}, body), handbook)


def test_every_profile_names_its_source_and_asks_for_what_is_known() -> None:
    for profile in board_profiles():
        assert len(profile.source) > 20, profile.key
        assert set(profile.wants) <= WANTED.keys()
    assert {name for profile in board_profiles() for name in profile.wants} == WANTED.keys()


def test_a_board_gets_headings_that_it_shows(handbook: Handbook) -> None:
    posting = posted(handbook)
    for key, heading in (("indeed", "<h3>{}</h3>"), ("linkedin", "<p><strong>{}</strong></p>")):
        text = board_profile(key).description_of(posting)
        for section in posting.sections:
            assert heading.format(section.title) in text
        assert "<strong>Must have</strong>" in text
        assert tags(text) - {"div"} <= board_profile(key).tags
        assert without_marks(read_html(text)) == without_marks(read_html(description(posting)))


def test_what_fits_is_said_and_what_a_board_lacks(handbook: Handbook) -> None:
    google, indeed, linkedin = board_fits(posted(handbook))
    assert not any(fit.title_cut or fit.description_cut for fit in (google, indeed, linkedin))
    assert google.lacks == ()
    assert [lack.partition(":")[0] for lack in indeed.lacks] == ["an e-mail address for questions"]
    assert [lack.partition(":")[0] for lack in linkedin.lacks] == [
        "an e-mail address for questions",
        "the company's number at LinkedIn, which applicant systems must give",
    ]
    remote = board_fits(posted(handbook, remote=["US"], locations=[]))
    assert ["wholly remote" in " ".join(fit.lacks) for fit in remote] == [False, False, True]


def test_a_posting_too_long_for_a_board_says_where_it_ends(handbook: Handbook) -> None:
    posting = posted(handbook, LONG)
    google, _, linkedin = board_fits(replace(posting, title="A title " * 40))
    assert (google.title_cut, google.description_cut) == ("", "")
    assert linkedin.title_cut.endswith("A title…")
    assert len(linkedin.title_cut) <= 200
    assert linkedin.description_cut.endswith("…")
    sent = board_profile("linkedin").description_of(posting)
    assert linkedin.description_cut.removesuffix("…") in " ".join(sent.split())
    assert 24_000 < len(sent) <= 25_000
    assert read_html(sent)


@pytest.mark.parametrize(
    ("text", "most", "left"),
    [
        ("Senior Data Engineer", 20, "Senior Data Engineer"),
        ("Senior Data Engineer", 19, "Senior Data…"),
        ("Part-time clerk", 10, "Part-time…"),
        ("Part-time clerk", 8, "…"),
        ("Senior Data Engineer", None, "Senior Data Engineer"),
    ],
)
def test_a_title_is_cut_behind_a_word(text: str, most: int | None, left: str) -> None:
    assert cut_text(text, most) == left


def test_no_word_of_html_is_parted() -> None:
    html = (
        "<p>one <strong>two&amp;three</strong> four</p>\n<ul>\n<li>five</li>\n<li>six</li>\n</ul>"
    )
    cut = {cut_html(html, most) for most in range(len(html) + 1)}
    assert cut == {
        "",
        "<p>one…</p>",
        "<p>one <strong>two&amp;three…</strong></p>",
        "<p>one <strong>two&amp;three</strong> four…</p>",
        "<p>one <strong>two&amp;three</strong> four</p>\n<ul>\n<li>five…</li></ul>",
        html,
    }


def test_words_are_counted_as_people_read_them(handbook: Handbook) -> None:
    posting = posted(handbook)
    more = posted(handbook, "Three more words\n\n- and two - more")
    assert word_count(more) - word_count(posting) == 6
