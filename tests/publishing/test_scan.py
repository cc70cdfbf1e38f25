"""Whatever is hidden is found in whatever file of a site it is in, and nothing else is."""

from __future__ import annotations

import gzip
import random
import zlib
from base64 import b64encode
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from hiring.model.digests import digest_of_bytes
from hiring.publishing.hidden import hidden_between, vocabulary
from hiring.publishing.names import names_in
from hiring.publishing.scan import scan
from hiring.publishing.words import words_in
from hiring.search.scripts import compressed, script
from tests.support.cases import stated_in

LEAKS: list[dict[str, Any]] = stated_in(Path(__file__).with_name("leaks.yaml"))

BAKER = """# Baker

Bread from a hot oven. Pay is 64,000 a year, since 2019. Rolls, a loaf, and rye.
Afterwards the bakers label what the wind has left, for the benefits and a question of level.
Jobs are in the book at https://jobs.example.org/book
"""
BAKER_ABOVE = (
    BAKER
    + """
(hot-bread-label)=
## Hot oven

:::{benefits}
- bread
:::

::::{levels}
:::{level} Oven
- bread
:::
::::
:::{question} Hot bread
bread
:::
:::{question} Bread and rye
:id: rye
bread
:::
"""
)
WARDEN = """---
role:
  title: Bread
  pay: {max: 187500}
---
# Quillfeather

Clandestine, since 2018: Björnsson has QX7741Z. 薪酬保密 Зарплата เงินเดือน
We bake afterward.
"""
OVEN = b"\x89PNG oven" + bytes(range(256))
VAULT = b"\x89PNG vault" + bytes(range(256))

VISIBLE = {"roles/baker.md": BAKER.encode(), "images/oven.png": OVEN}
ABOVE = {
    **VISIBLE,
    "roles/baker.md": BAKER_ABOVE.encode(),
    "roles/warden.md": WARDEN.encode(),
    "roles/bread-baker.md": b"# Bread\n",
    "images/vault.png": VAULT,
}
OTHER = {"guide/other.md": b"# Zephyrine\n"}
"""A page that is hidden in the controls, so that there too something is looked for."""
USUAL = words_in(
    "html class script type application json name data href mailto subject span content const"
    " before text desc svg meta description image images static feeds openings handbook postings"
    " search setindex terms docnames filenames section index llms owner cdata searchindex guide"
    " roles embargo room about style"
)


def zipped(name: str, data: bytes) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return stream.getvalue()


def inventory(*entries: str) -> bytes:
    head = "# Sphinx inventory version 2\n# Project: x\n# Version: 1\n# compressed with zlib\n"
    return head.encode() + zlib.compress("\n".join(entries).encode())


WORD = b"<w>Quillfeather</w>"
PACKED: dict[str, tuple[str, bytes, str]] = {
    "inventory": (
        "objects.inv",
        inventory("Quillfeather hiring:role 1 index.html -"),
        'the word "quillfeather"',
    ),
    "inventory's page": (
        "objects.inv",
        inventory("bread hiring:role 1 roles/warden.html#$ -"),
        'the page or anchor "roles/warden"',
    ),
    "document": ("a.docx", zipped("word/document.xml", WORD), 'the word "quillfeather"'),
    "zip in a zip": ("a.zip", zipped("a.zip", zipped("a.txt", WORD)), 'the word "quillfeather"'),
    "name in a zip": ("a.zip", zipped("Quillfeather.txt", b"bread"), 'the word "quillfeather"'),
    "zip with another name": ("a.png", zipped("a.txt", WORD), 'the word "quillfeather"'),
    "gzip": ("a.xml.gz", gzip.compress(WORD, mtime=0), 'the word "quillfeather"'),
    "zlib": ("a.bin", zlib.compress(WORD), 'the word "quillfeather"'),
    "embedded": (
        "a.html",
        b'<img src="data:image/svg+xml;base64,' + b64encode(WORD) + b'">',
        'the word "quillfeather"',
    ),
    "compressed in a script": (
        "search/pages/0.js",
        b"// a1\n" + script("pages/roles/baker", "0f", compressed(["bread", "Quillfeather bread"])),
        'the word "quillfeather"',
    ),
    "page that search data names": (
        "search/core.js",
        script("core", "0f", compressed({"pages": [["roles/warden.html", 1]]})),
        'the page or anchor "roles/warden"',
    ),
    "compressed with accents": (
        "search/words/0.js",
        script("words/0", "0f", compressed("Björnsson")),
        'the word "bjornsson"',
    ),
    "word below what is compressed": (
        "a.js",
        script("words/0", "0f", compressed("bread")) + b"Quillfeather",
        'the word "quillfeather"',
    ),
    "word behind what is compressed": (
        "a.js",
        b'"base64,' + b64encode(zlib.compress(b"bread" * 9)).rstrip(b"=") + b'+Quillfeather"',
        'the word "quillfeather"',
    ),
    "UTF-16": ("a.txt", "Quillfeather".encode("utf-16"), 'the word "quillfeather"'),
    "note in a picture": (
        "a.png",
        OVEN + b"tEXtComment\x00Quillfeather\x00",
        'the word "quillfeather"',
    ),
    "picture": ("_images/vault.png", VAULT, "a file"),
    "picture under another name": ("_images/a1b2.jpg", VAULT, "a file"),
    "picture in a document": ("a.docx", zipped("word/media/1.png", VAULT), "a file"),
    "picture embedded": ("a.html", b'<img src="data:;base64,' + b64encode(VAULT) + b'">', "a file"),
}


def planted(site: Path, path: str, data: bytes) -> Path:
    file = site / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return site


CASES = {
    **{leak["kind"]: (leak["path"], leak["text"].encode(), leak["found"]) for leak in LEAKS},
    **PACKED,
}
assert len(CASES) == len(LEAKS) + len(PACKED)


@pytest.mark.parametrize("kind", CASES)
def test_leak_is_found(kind: str, tmp_path: Path) -> None:
    path, data, thing = CASES[kind]
    found = scan(planted(tmp_path, path, data), hidden_between(ABOVE, VISIBLE, USUAL))
    assert {finding.path for finding in found} == {path}
    assert any(f"found {thing}" in finding.message for finding in found), found
    assert all("\n" not in finding.message for finding in found)


@pytest.mark.parametrize("kind", CASES)
def test_what_readers_may_see_is_no_leak(kind: str, tmp_path: Path) -> None:
    path, data, _ = CASES[kind]
    hidden = hidden_between({**ABOVE, **OTHER}, ABOVE, USUAL)
    assert hidden
    assert scan(planted(tmp_path, path, data), hidden) == []


def test_finding_names_the_line_that_says_it(tmp_path: Path) -> None:
    site = planted(tmp_path, "a.html", b"Quillfeather for $187,500")
    assert [finding.message for finding in scan(site, hidden_between(ABOVE, VISIBLE))] == [
        'found the word "187500", which roles/warden.md line 4 says to other readers only',
        'found the word "quillfeather", which roles/warden.md line 6 says to other readers only',
    ]


def test_each_file_is_told_even_where_the_line_is_the_same(tmp_path: Path) -> None:
    for name in ("a.html", "b.html", "c/d.html"):
        planted(tmp_path, name, b"<p>bread</p>\n<p>Quillfeather</p>\n<p>bread</p>")
    found = scan(tmp_path, hidden_between(ABOVE, VISIBLE))
    assert [finding.path for finding in found] == ["a.html", "b.html", "c/d.html"]


def test_letters_of_what_is_compressed_are_no_words(tmp_path: Path) -> None:
    """In so many of them nearly each short word stands somewhere: that would be no leak."""
    data = "".join(random.Random(1).choices("0123456789$!", k=50_000))
    written = script("words/0", "0f", compressed(data))
    word = min(it for it in words_in(written.decode()) - USUAL if len(it) == 4 and it.isalpha())
    hidden = hidden_between({"roles/warden.md": f"# {word}\n".encode()}, {}, USUAL)
    assert hidden
    assert scan(planted(tmp_path, "search/words/0.js", written), hidden) == []


INNOCENT = [
    "in 2018, and 2019 too",  # a year
    "#2018ab and ?v=1875000a",  # colors and digests
    "width: 12.187500%",  # computed
    "Bread, rye and the hot oven",
    "the afterward of an index",  # the stem of a word that readers may see
    "the &amp;bread and 64&nbsp;000",
    "1,875 rolls and 7500 loaves",
]


@pytest.mark.parametrize("text", INNOCENT)
def test_what_tells_nothing_is_no_leak(text: str, tmp_path: Path) -> None:
    site = planted(tmp_path, "roles/baker.html", text.encode())
    usual = USUAL | words_in("width rolls loaves 1875 7500")
    assert scan(site, hidden_between(ABOVE, VISIBLE, usual)) == []


@pytest.mark.parametrize(
    ("hidden", "said"),
    [
        ("Die Prämienkürzung", "pramienkurzung"),
        ("pramienkurzung", "Die PRÄMIENKÜRZUNG"),
        ("evaluation", "une évaluation"),
        ("Straße, Łódź", "strasse"),
    ],
)
def test_accents_count_for_nothing(hidden: str, said: str, tmp_path: Path) -> None:
    """A word is found with other accents; and readers who see it with some may see it without."""
    above = {"a.md": b"# A\n", "b.md": hidden.encode()}
    site = planted(tmp_path, "a.html", said.encode())
    assert len(scan(site, hidden_between(above, {"a.md": b"# A\n"}))) == 1
    visible = {"a.md": f"# A\n\n{said}".encode()}
    assert scan(site, hidden_between({**above, **visible}, visible)) == []


def test_any_bytes_hold_no_word_by_chance(tmp_path: Path) -> None:
    """A picture of half a megabyte has every three letters in it somewhere."""
    noise = b"".join(bytes.fromhex(digest_of_bytes(str(n).encode())) for n in range(16_000))
    assert scan(planted(tmp_path, "a.png", noise), hidden_between(ABOVE, VISIBLE)) == []


def test_known_files_need_no_look(tmp_path: Path) -> None:
    for path, data in {"a.js": WORD, "b.png": OVEN}.items():
        planted(tmp_path, path, data)
    packages = frozenset({digest_of_bytes(WORD)})
    assert scan(tmp_path, hidden_between(ABOVE, VISIBLE, packages=packages)) == []
    assert scan(tmp_path, hidden_between(ABOVE, VISIBLE)) != []


LARGE = 65 * 1024 * 1024

CLOSED: dict[str, tuple[Callable[[], bytes] | None, str]] = {
    "damaged zip": (lambda: zipped("a.txt", WORD)[:-30], "can't be unpacked"),
    "damaged gzip": (lambda: gzip.compress(WORD * 99)[:-12], "can't be unpacked"),
    "too deep": (None, "more than 5 deep"),
    "too large": (lambda: zipped("a", bytes(LARGE)), "unpacks to more than"),
    "too large gzip": (lambda: gzip.compress(bytes(LARGE), 1), "unpacks to more than"),
}


@pytest.mark.parametrize("kind", CLOSED)
def test_what_cannot_be_looked_into_is_told(kind: str, tmp_path: Path) -> None:
    make, message = CLOSED[kind]
    data = make() if make else b"bread"
    if make is None:
        for _ in range(7):
            data = zipped("a.zip", data)
    found = scan(planted(tmp_path, "a.docx", data), hidden_between(ABOVE, VISIBLE))
    assert any(message in finding.message for finding in found)


def test_vocabulary_is_of_text_only(tmp_path: Path) -> None:
    planted(tmp_path, "page.html", b"<button>Copy</button>")
    planted(tmp_path, "icon.png", b"Quillfeather")
    assert vocabulary([tmp_path, tmp_path / "nowhere"]) == {"button", "copy"}


def test_a_page_whose_name_may_be_said_is_still_hidden(tmp_path: Path) -> None:
    """A visible page can name a hidden one, as text; the hidden page must not be there for that."""
    visible = {**VISIBLE, "index.md": b"Wardens: see roles/warden.md or [here](roles/warden.md)."}
    hidden = hidden_between({**ABOVE, "index.md": visible["index.md"]}, visible, USUAL)
    planted(tmp_path, "index.html", b"<p>see <code>roles/warden.md</code></p>")
    assert scan(tmp_path, hidden) == []
    planted(tmp_path, "roles/warden.html", b"<p>bread</p>")
    assert [finding.path for finding in scan(tmp_path, hidden)] == ["roles/warden.html"]


def test_a_link_in_a_visible_page_does_not_excuse_its_target(tmp_path: Path) -> None:
    visible = {**VISIBLE, "roles/rye.md": b"Bread of the [bread](warden.md)."}
    hidden = hidden_between({**ABOVE, "roles/rye.md": visible["roles/rye.md"]}, visible, USUAL)
    planted(tmp_path, "roles/rye.html", b'<a href="warden.html">bread</a>')
    assert len(scan(tmp_path, hidden)) == 1


def test_slashes_without_end_are_not_each_tried_with_all() -> None:
    """What is made of them grows as they do, and deep pages are still found."""
    once, twice = (
        sum(map(len, names_in("index.html", ["https://" * count]))) for count in (2_000, 4_000)
    )
    assert twice < 2.2 * once
    deep = "/".join(f"folder-{number}" for number in range(90))
    assert f"{deep}/page" in names_in("index.html", [f"https://site.example/a/{deep}/page.html"])
