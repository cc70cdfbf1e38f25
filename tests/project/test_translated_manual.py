"""The manual in other languages says what it says in English, part by part."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from hiring import manual
from hiring.__main__ import main
from hiring.model.messages import tell_in
from hiring.model.tree import Directive, walk
from hiring.site.command.in_terminal import worked_out
from tests.support.fixtures import GUIDE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from hiring.model.tree import Node

LANGUAGES = ("de", "fr")
PAGES = sorted(file.stem for file in GUIDE.glob("*.md"))
EACH = pytest.mark.parametrize(
    ("language", "page"), [(it, page) for it in LANGUAGES for page in PAGES]
)
BLOCKS = {
    *("heading", "paragraph", "bullet_list", "ordered_list", "item", "block_quote"),
    *("table", "row", "cell", "code_block", "label", "directive"),
}


@cache
def lines_of(language: str, page: str) -> list[str]:
    """Return a page in a language as it is printed."""
    tell_in(language)
    return manual.page_lines(page, worked_out)


@cache
def nodes_of(language: str, page: str) -> list[Node]:
    tell_in(language)
    return manual.nodes_of(manual.page_text(page).split("\n---\n", 1)[1])


@cache
def parts_of(language: str, page: str) -> list[str]:
    """Return the parts of a page in a language, by their anchors."""
    return list(manual.parts_of(lines_of(language, page)))


def shape(nodes: Sequence[Node]) -> list[tuple[str, str, int, tuple[str, ...]]]:
    """Return the blocks of a page without their words."""
    return [
        (
            it.kind,
            "" if it.kind in ("paragraph", "heading") else it.name,
            it.number,
            tuple(it.options) if isinstance(it, Directive) else (),
        )
        for it in nodes
        if it.kind in BLOCKS
    ]


def links(language: str, page: str) -> Iterator[tuple[str, str | int]]:
    """Yield where a page leads: to a page, and to the part of it by its number."""
    for it in nodes_of(language, page):
        if it.kind == "link":
            name, _, part = unquote(it.target).partition("#")
            known = name.removesuffix(".md") or page
            if part and known in PAGES:
                yield known, parts_of(language, known).index(part)
            else:
                yield name, part


@EACH
def test_a_page_has_the_same_parts(language: str, page: str) -> None:
    assert shape(nodes_of(language, page)) == shape(nodes_of("en", page))


@EACH
def test_a_page_leads_to_the_same_places(language: str, page: str) -> None:
    assert Counter(links(language, page)) == Counter(links("en", page))


@EACH
def test_a_page_is_in_its_language(language: str, page: str) -> None:
    """No paragraph of it stands there as it does in English."""
    english = {paragraph for paragraph in paragraphs("en", page) if len(paragraph.split()) > 6}
    assert english.isdisjoint(paragraphs(language, page))


def paragraphs(language: str, page: str) -> set[str]:
    found = (it for it in nodes_of(language, page) if it.kind in ("paragraph", "heading"))
    return {"".join(part.text for part in walk([it])) for it in found}


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_no_other_page(language: str) -> None:
    there = (manual.TRANSLATED / language).glob("*")
    assert sorted(file.stem for file in there) == PAGES


@pytest.mark.parametrize(
    ("conf", "begins"),
    [
        ('language = "de"', "## Eine Seite umbenennen\n"),
        ('language = "fr_CA"', "## Renommer une page\n"),
        ('language = "it"', "## Rename a page\n"),
    ],
)
def test_a_part_is_found_by_its_english_name(
    conf: str,
    begins: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "handbook").mkdir()
    (tmp_path / "handbook/conf.py").write_text(conf, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["guide", "tasks#rename-a-page"]) == 0
    assert capsys.readouterr().out.startswith(begins)


def test_a_swiss_manual_has_no_sharp_s() -> None:
    tell_in("de-CH")
    pages = [manual.page_text(page) for page in PAGES]
    assert not any("ß" in it for it in pages)
    tell_in("de")
    assert any("ß" in manual.page_text(page) for page in PAGES)
