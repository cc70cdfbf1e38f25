"""Index and browser read the same words of any text: both are asked for the tokens of many."""

from __future__ import annotations

import sys
import unicodedata
from typing import TYPE_CHECKING

import pytest

from hiring.search.index import numbers, postings
from hiring.search.tokens import tokens
from tests.support.fixtures import FROZEN

if TYPE_CHECKING:
    from .conftest import Open

pytestmark = pytest.mark.browser

NASTY = [
    "C++, C# and .NET; 401(k), 401 (k), R&D, A/B, CI/CD, Q&A, I/O",
    "$100,000 to $160,000.50 in 2'500 steps, 3.11 and 1.000,5",
    "don't, the engineers' engineer's ‘quoted’ l’équipe",
    "Straße, Ærø, Łódź, Þór, œuvre, ı İ I, Ünïcödé, ﬁne ™ ² ½ Ⅳ",  # noqa: RUF001
    "機械学習エンジニア 招聘 データサイエンティスト a機b 学 ｶﾞ ガ",
    "ΟΔΥΣΣΕΥΣ ὈΔΥΣΣΕΎΣ Зарплата รายได้ नौकरी 직업 עבודה وظيفة",
    '🙂🚚👩‍💻 <img src=x onerror=alert(1)> "; DROP TABLE -- \\u0041 %41 &amp;',
    "a\u200bb a\u00adb a\u0301\u0302b \ufeff x\u2028y\u2029z \t\r\n",
    "x" * 100 + " " + "字" * 50 + " " + "\U00020000\U00020001",
]

LOAD = """async (texts) => {
    const received = await hiringSearch.load("search/", ["core"]);
    const core = await hiringSearch.open(received.get("core"));
    const tokens = new hiringSearch.Tokens(core.language);
    return texts.map((text) => tokens.all(text));
}"""


def every_sign() -> list[str]:
    """Return texts with every sign that this Python knows, of the largest scripts only some."""
    large = [range(0x3400, 0xD7A4), range(0x17000, 0x19000), range(0x20000, sys.maxunicode + 1)]
    codes = [code for code in range(0x20000) if not any(code in each for each in large)]
    signs = map(chr, [*codes, *(code for each in large for code in each[::97])])
    known = [sign for sign in signs if unicodedata.category(sign) not in ("Cn", "Cs", "Co")]
    return [
        "".join(f"a{sign}b " for sign in known[at : at + 2000]) for at in range(0, len(known), 2000)
    ]


def test_same_tokens(open_page: Open) -> None:
    page = open_page("search.html")
    page.wait_for_function("hiringSearch.shared")
    page.add_script_tag(url="_static/hiring/search/engine.js")
    texts = [file.read_text(encoding="utf-8") for file in sorted(FROZEN.rglob("*.md"))]
    texts += [*NASTY, *every_sign()]
    browsers = page.evaluate(LOAD, texts)
    different = [
        (mine, theirs)
        for text, found in zip(texts, browsers, strict=True)
        for mine, theirs in zip(tokens(text), found, strict=False)
        if mine != theirs
    ]
    assert different == []
    assert [len(found) for found in browsers] == [len(tokens(text)) for text in texts]


def test_same_numbers(open_page: Open) -> None:
    page = open_page("search.html")
    page.wait_for_function("hiringSearch.shared")
    page.add_script_tag(url="_static/hiring/search/engine.js")
    weighed = [
        (0, 0),
        (1, 15),
        (61, 3),
        (62, 4),
        (63, 5),
        (5000, 6),
        (1_000_000, 7),
        (1_000_001, 8),
    ]
    plain = [number for number, _ in weighed]
    read = page.evaluate(
        """async ([weighed, plain]) => {
            const { read, numbers } = hiringSearch.postings;
            return [read(weighed), numbers(plain), numbers("")];
        }""",
        [postings(weighed), numbers(plain)],
    )
    expected = {"numbers": plain, "weights": [(weight + 1) / 16 for _, weight in weighed]}
    assert read == [expected, plain, []]
