"""A site in a language that its company brings, and one whose language has a region."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sphinx.locale import translators

from .conftest import run_build

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOTS = Path(__file__).parents[1] / "languages"


@pytest.fixture(autouse=True)
def own_catalogs() -> Iterator[None]:
    """Let Sphinx take the catalogs of this site's language: it keeps those that it has read."""
    kept = dict(translators)
    translators.clear()
    yield
    translators.clear()
    translators.update(kept)


def text_of(file: Path) -> str:
    return re.sub(r"[\xa0\u202f]", " ", file.read_text("utf-8"))


def test_every_output_speaks_the_language_of_the_company(tmp_path: Path) -> None:
    assert run_build(ROOTS / "it", tmp_path, hiring_audience="public") == ""
    site = tmp_path / "html"
    page = text_of(site / "roles/manutentore.html")
    assert 'lang="it"' in page
    assert ' lang="en"' not in page.partition("<main")[2]
    for words in ("Turni", "da 1.850 € a 2.900,50 € al mese", "Altri compensi"):
        assert words in page
    opening = text_of(site / "openings/manutentore-bassano.html")
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', opening, re.DOTALL)
    assert found is not None
    data: dict[str, Any] = json.loads(found[1])
    assert "Requisiti" in data["description"]
    feed = json.loads((site / "feeds/openings.json").read_text("utf-8"))
    assert (feed["language"], feed["title"]) == ("it", "Posizioni aperte presso Officine Brenta")
    for ending in ("txt", "md", "html"):
        assert "Responsabilità" in text_of(site / f"postings/manutentore-bassano.{ending}")
    script = text_of(site / "_static/hiring/search/box.js")
    assert "Nessun risultato per" in script


def test_a_change_of_a_word_builds_pages_anew(tmp_path: Path) -> None:
    source = tmp_path / "source"
    shutil.copytree(ROOTS / "it", source)
    run_build(source, tmp_path)
    words = source / "words-it.yaml"
    words.write_text(
        words.read_text("utf-8").replace("Fascia retributiva", "Paga prevista"), "utf-8"
    )
    run_build(source, tmp_path)
    assert "Paga prevista" in text_of(tmp_path / "html/roles/manutentore.html")


def test_sphinx_finds_its_words_of_a_language_with_a_region(tmp_path: Path) -> None:
    source = tmp_path / "source"
    shutil.copytree(ROOTS / "de", source)
    conf = source / "conf.py"
    conf.write_text(
        conf.read_text("utf-8").replace('language = "de"', 'language = "de-CH"'), "utf-8"
    )
    assert run_build(source, tmp_path) == ""
    page = text_of(tmp_path / "html/index.html")
    assert '<html lang="de-CH"' in page
    assert 'aria-label="Suche"' in page
    assert "Color mode" not in page
