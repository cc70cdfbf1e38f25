"""Job boards: what each takes of a posting, whether one fits, and where one is cut that does not.

The profiles are data, `data/board-profiles.yaml`, each with its source. A feed sends what its
board's profile lets through, so that the board itself cuts nothing: never in a word, nor in a tag.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from hiring.model.data import stated_in
from hiring.posting.formats.html import description
from hiring.posting.formats.text import plain_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hiring.posting.compose import Posting

MORE = "…"
"""What stands at the end of a text that was cut."""

READ_BEST = (300, 700)
"""The fewest and the most words of a posting that is read best, as guides of boards have it.

Few of them show numbers. Appcast (2015, 400,000 readers) had most applications for descriptions of
4,000 to 5,000 signs, which is about 700 words; a study of LinkedIn's own prefers shorter ones.
"""

_TOKEN = re.compile(r"<(?P<closes>/?)(?P<tag>\w+)[^<>]*>|(?P<word>[^<\s]+)|\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class LengthLimits:
    """How many signs a text may have; None where a board states no limit."""

    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardProfile:
    """What a board takes: see the head of the data file, which explains each field."""

    key: str
    board: str
    file: str
    title: LengthLimits
    description: LengthLimits
    tags: frozenset[str]
    wants: tuple[str, ...]
    source: str

    def title_of(self, posting: Posting) -> str:
        """Return a posting's title as the board gets it."""
        return cut_text(posting.title, self.title.most)

    def description_of(self, posting: Posting) -> str:
        """Return a posting's description as the board gets it: as HTML, without the title."""
        return cut_html(description(posting, self.tags), self.description.most)


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardFit:
    """How a posting fits a board: its lengths, what is left of it, and the facts it lacks.

    ``title_cut`` and ``description_cut`` are the last words that are left, empty where all is.
    ``lacks`` says what to add, a sentence each.
    """

    profile: BoardProfile
    title_length: int
    title_cut: str
    description_length: int
    description_cut: str
    lacks: tuple[str, ...]

    @property
    def is_too_short(self) -> bool:
        """Tell whether the description is shorter than the board takes."""
        least = self.profile.description.least
        return least is not None and self.description_length < least


@cache
def board_profiles() -> tuple[BoardProfile, ...]:
    """Return the profiles, in the order of the data file."""
    return tuple(
        BoardProfile(
            **{
                **row,
                "title": LengthLimits(**row.get("title", {})),
                "description": LengthLimits(**row.get("description", {})),
                "tags": frozenset(row["tags"]),
                "wants": tuple(row["wants"]),
            }
        )
        for row in stated_in("board-profiles.yaml")
    )


def board_profile(key: str) -> BoardProfile:
    """Return a board's profile."""
    return next(profile for profile in board_profiles() if profile.key == key)


def board_fits(posting: Posting) -> tuple[BoardFit, ...]:
    """Return how an opening's posting fits each board."""
    return tuple(_fit(posting, profile) for profile in board_profiles())


def _fit(posting: Posting, profile: BoardProfile) -> BoardFit:
    whole, title = description(posting, profile.tags), profile.title_of(posting)
    left = cut_html(whole, profile.description.most)
    lacking = (WANTED[name] for name in profile.wants if not WANTED[name][0](posting))
    return BoardFit(
        profile=profile,
        title_length=len(posting.title),
        title_cut=_last_words(title) if title != posting.title else "",
        description_length=len(whole),
        description_cut=_last_words(left) if left != whole else "",
        lacks=tuple(says for _, says in lacking),
    )


def word_count(posting: Posting) -> int:
    """Return how many words people read of a posting."""
    return sum(any(map(str.isalnum, word)) for word in plain_text(posting).split())


def cut_text(text: str, most: int | None) -> str:
    """Return text of at most some signs, cut behind a word."""
    if most is None or len(text) <= most:
        return text
    return textwrap.shorten(text, most, placeholder=MORE, break_on_hyphens=False)


def cut_html(html: str, most: int | None) -> str:
    """Return HTML of at most some signs, cut behind a word, with every element closed."""
    if most is None or len(html) <= most:
        return html
    open_tags: list[str] = []
    left = ""
    for found in _TOKEN.finditer(html):
        if tag := found["tag"]:
            if found["closes"]:
                open_tags.pop()
            elif tag != "br":
                open_tags.append(tag)
        elif found["word"]:
            ends = MORE + "".join(f"</{tag}>" for tag in reversed(open_tags))
            if found.end() + len(ends) > most:
                break
            left = html[: found.end()] + ends
    return left


def _last_words(left: str) -> str:
    """Return the end of what is left of a text: some words, to find the place by."""
    text = " ".join(re.sub(r"<[^<>]*>", " ", left).split()).removesuffix(MORE).rstrip()
    return " ".join(text.split()[-6:]) + MORE


def _has_parts(part: str, *countries: str) -> Callable[[Posting], object]:
    """Return what tells whether each place has a part; ``countries`` are those asked for it."""
    return lambda posting: all(
        getattr(place, part)
        for place in posting.terms.places
        if not countries or place.country in countries
    )


WANTED: Mapping[str, tuple[Callable[[Posting], object], str]] = {
    "country": (
        lambda it: it.terms.places or it.terms.remote,
        "where the work is done: add `locations: [...]`, or `remote: [US]`",
    ),
    "city": (_has_parts("locality"), "the city of a place: add its `locality`"),
    "remote-city": (
        lambda it: not it.terms.remote,
        "a city, which a job that is wholly remote has none of: it may not be taken",
    ),
    "us-state": (
        _has_parts("region", "US"),
        "the state of a place in the United States: add its `region`",
    ),
    "posted": (
        lambda it: it.terms.opening and it.terms.opening.facts.posted,
        "the day of the first posting: add `posted: 2026-11-20`, with your day",
    ),
    "email": (
        lambda it: it.email,
        "an e-mail address for questions: add `email` under `apply`, in company.yaml or here",
    ),
    "company-id": (
        lambda it: it.company.linkedin,
        "the company's number at LinkedIn, which applicant systems must give: add"
        " `linkedin: {company_id: ...}` to company.yaml",
    ),
    "form": (
        lambda it: it.terms.apply and it.terms.apply.url,
        "a form to apply by: without a `url` under `apply`, people are led to the opening's page",
    ),
}
"""What a board may ask for, by name: whether a posting has it, and what to do where it lacks it."""
