"""Social cards say what they should, whatever their words are."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image, ImageChops

from hiring.site.found.drawing import HEIGHT, WIDTH, can_write, card_picture

from .conftest import run_build
from .public import ADDRESS, opened

if TYPE_CHECKING:
    from pathlib import Path

COLOR = (0x0B, 0x72, 0x85)
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


@pytest.mark.parametrize(
    ("text", "can"),
    [
        ("Bäcker für Łódź, Čačak und Straße", True),
        ("€58,000 – €70,000 · “Ω” № ½ …", True),
        ("Пекар, αρτοποιός", True),
        ("nai\u0308ve", True),  # two signs that are one letter
        ("パン職人", False),
        ("אופה", False),  # read from right to left
        ("خباز", False),  # its letters are joined
        ("बेकर", False),
        ("Baker 🥖", False),
        ("x\u0301\u0327", False),  # signs above and below, which are no letter by themselves
    ],
)
def test_what_the_font_can_write_is_known(text: str, can: bool) -> None:
    assert can_write(text) == can


def opened_card(*words: object) -> Image.Image:
    drawn = card_picture(*words, COLOR)  # type: ignore[call-arg,arg-type]
    with Image.open(BytesIO(drawn)) as picture:
        return picture.convert("RGB")


@pytest.mark.parametrize(
    "words",
    [
        ("", (), ""),
        ("Baker", ("Town", "$30,000"), "Sample"),
        (LONG, (LONG,), LONG),
        ("Baker " * 100, ("bread " * 200,), "Sample " * 40),
    ],
)
def test_words_stay_within_the_margins(words: tuple[str, tuple[str, ...], str]) -> None:
    card = opened_card(*words)
    assert card.size == (WIDTH, HEIGHT)
    white = Image.new("RGB", card.size, "white")
    inked = ImageChops.difference(card, white).crop((0, 20, WIDTH, HEIGHT)).getbbox()
    assert inked is not None
    left, _, right, lower = inked
    assert left >= 75
    assert right <= WIDTH - 75
    assert lower <= HEIGHT - 20 - 60
    assert card.getpixel((1, 1)) == COLOR


def test_the_same_words_give_the_same_bytes() -> None:
    words = ("Bäcker", ("In Łódź",), "Sample")
    assert card_picture(*words, COLOR) == card_picture(*words, COLOR)
    assert card_picture(*words, COLOR) != card_picture("Baker", *words[1:], COLOR)
    assert card_picture(*words, COLOR) != card_picture(*words, (0, 0, 0))


def test_a_title_that_can_not_be_written_has_the_card_of_the_site(tmp_path: Path) -> None:
    folder = opened(tmp_path / "source")
    baker = folder / "roles/baker.md"
    baker.write_text(baker.read_text("utf-8").replace("title: Baker", "title: パン職人"), "utf-8")
    company = folder / "company.yaml"
    company.write_text(
        company.read_text("utf-8").replace("name: Sample", "name: サンプル"), "utf-8"
    )
    settings: dict[str, Any] = {"hiring_audience": "public", "html_baseurl": ADDRESS}
    run_build(folder, tmp_path, **settings)
    page = (tmp_path / "html/roles/baker.html").read_text("utf-8")
    assert f'<meta property="og:image" content="{ADDRESS}card.png">' in page
    assert '<meta property="og:title" content="パン職人">' in page
    assert (tmp_path / "html/card.png").is_file()
    assert not (tmp_path / "html/cards/roles/baker.png").exists()
