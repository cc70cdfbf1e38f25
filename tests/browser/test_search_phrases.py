"""What people say in several words is understood however they put it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .searching import ASK

if TYPE_CHECKING:
    from .conftest import Open

pytestmark = pytest.mark.browser

FIRST = {
    "as it is known": ("change team", "careers/move-within-fennmoor"),
    "in another form, with small words": ("i am changing my teams", "careers/move-within-fennmoor"),
    "with a word that says little": ("changes to a different team", "careers/move-within-fennmoor"),
    "with what is small elsewhere": ("why didn't i get the job", "careers/move-within-fennmoor"),
    "as two things": ("how long may i think about the offer", "careers/how-we-hire"),
    "mistyped": ("acommodation for dyslexsia", "guide/how-hiring-works"),
    "in a story": (
        "my daughter was turned down after three interviews and nobody told her, can she ask why",
        "careers/how-we-hire",
    ),
    "as something to do": ("how do we take down an ad", "guide/write-an-opening"),
}
"""For each way a question, and a page that must be among its first three."""

APART = ("change and team", "change if team", "change freight team")
"""What has the words of a phrase, and does not say it."""


@pytest.mark.parametrize(("said", "wanted"), FIRST.values(), ids=FIRST)
def test_phrases(open_page: Open, said: str, wanted: str) -> None:
    assert wanted in found(open_page, said)[:3]


@pytest.mark.parametrize("said", APART)
def test_words_that_are_no_phrase(open_page: Open, said: str) -> None:
    assert found(open_page, said) != found(open_page, "change team")


def found(open_page: Open, said: str) -> list[str]:
    """Return the pages that are found, the best first, each once."""
    page = open_page("search.html")
    page.wait_for_function("globalThis.hiringSearch?.shared")
    links = page.evaluate(ASK, [said])[said]
    return list(dict.fromkeys(link.partition("#")[0].removesuffix(".html") for link in links))
