"""No prose takes the review long: all checks together, the terms of a language, one long line."""

from __future__ import annotations

import re
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from hiring.checks.language.needs import Words
from hiring.checks.language.plain import AROUND, Place, PlainText
from hiring.checks.language.prose import Passage
from hiring.checks.language.terms import rows_of_terms, used
from hiring.checks.run import run_checks
from tests.support.cases import DAY, opening_page
from tests.support.growth import grows_too_fast

if TYPE_CHECKING:
    from collections.abc import Callable

    from hiring.model.handbook import Handbook

DENVER = {
    "level": None,
    "requisition": "N-1",
    "locations": "[{locality: Denver, region: CO, country: US}]",
}
"""What an opening in Denver states beside what is sound anywhere."""

PROSE = {
    "dots": lambda size: "Name " + "." * size + " we are",
    "initials": lambda size: "A. B. C. " * (size // 9),
    "signs": lambda size: "?!." * (size // 3) + " a",
    "spaces": lambda size: "a." + " " * (size // 2) + "b." + " " * (size // 2),
    "colons": lambda size: ": " * (size // 2),
    "denials": lambda size: "not " * (size // 8) + "fully remote " * (size // 25),
}


@pytest.mark.parametrize("text", PROSE.values(), ids=PROSE.keys())
def test_hostile_prose_takes_no_time(
    text: Callable[[int], str], read: Callable[..., Handbook]
) -> None:
    """All checks together; a quadratic one took minutes for a page as large as it may be."""
    half, whole = (
        read(
            {
                "guide/hire.md": f"# Hire\n\n{text(size)}\n",
                "openings/case.md": opening_page({**DENVER, "status": "draft"}) + text(size) + "\n",
            }
        )
        for size in (12_000, 24_000)
    )
    assert grows_too_fast(partial(run_checks, half, DAY), partial(run_checks, whole, DAY)) == ""


def page(language: str, text: str) -> Any:
    """Return what rules look at of a posted page that is one passage."""
    passages = [Passage(kind="paragraph", text=text, line=1)]
    handbook = SimpleNamespace(opening_on=lambda path: None, role_on=lambda path: None, roles={})
    return SimpleNamespace(
        handbook=handbook,
        path="page.md",
        language=language,
        is_posted=True,
        plain=PlainText(passages, Words([text]), (), language),
    )


TERMS = {
    "de": [
        "jung-a-b-",
        "einen-a-",
        "als Mitarbeiter-",
        "führerschein und fahr",
        "arbeiterinarbeiter",
        "„junges ",
    ],
    "fr": [
        "nous recherchons un ",
        "recherche-un-",
        "vous êtes très, ",
        "stage d'essai ",
        "rémunération attractive ",
        "permis b et con",
    ],
}


@pytest.mark.parametrize(
    ("language", "words"), [(name, words) for name, all_ in TERMS.items() for words in all_]
)
def test_no_text_takes_terms_long(language: str, words: str) -> None:
    def look(length: int) -> None:
        prose = page(language, words * (length // len(words)))
        for rule in rows_of_terms(language):
            list(used(prose, rule))

    look(100)  # what is made once is made
    assert grows_too_fast(partial(look, 5_000), partial(look, 10_000)) == ""


def test_page_of_one_long_line_takes_no_time() -> None:
    """What stands around a term is looked at near it alone, however long its sentence is."""

    def places(count: int) -> list[Place]:
        line = "no ninja or 'rockstar' " * count
        text = PlainText([Passage(kind="paragraph", text=line, line=1)], Words([line]))
        return [text.place(found.start(), found.end()) for found in re.finditer("ninja", text.text)]

    assert len(places(4_000)) == 4_000
    assert all(len(place.sentence) <= 2 * AROUND + len("ninja") for place in places(4_000))
    assert grows_too_fast(partial(places, 4_000), partial(places, 8_000)) == ""
