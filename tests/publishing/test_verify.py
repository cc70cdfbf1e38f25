"""A site that is not whole, or holds what is not meant to be published, is told file by file."""

from __future__ import annotations

import pickle
import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from hiring.model.digests import digest_of_bytes
from hiring.publishing.verify import verify
from hiring.search.scripts import compressed, script

PAGE = b"<!DOCTYPE html>\n<html>\n<body>Bread</body>\n</html>\n"
HEAD = b"# Sphinx inventory version 2\n# Project: x\n# Version: 1\n# compressed\n"
ENTRIES = zlib.compress(b"baker hiring:role 1 roles/baker.html#$ Baker\n" * 20)
CORE = script(
    "core", "a1", compressed({"ids": ["0f"], "layout": "0f", "shards": [0], "packs": [0]})
)
WORDS = script("words/0", "0f", compressed("1$'1$" * 30))
SEARCHED = b"// a1\n" + script("pages/roles/baker", "0f", compressed(["roles/baker.md"] * 3))
COPY = b"<!-- A copy of baker.html -->\n\n# Bread\n"
SOURCE = b"---\nrole:\n  title: Baker\n---\n"


def document() -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<w>Bread</w>" * 20)
    return stream.getvalue()


SOUND: dict[str, bytes] = {
    "index.html": PAGE,
    "roles/baker.html": PAGE,
    "index.md": COPY,
    "roles/baker.md": COPY,
    "handbook.json": b'{"roles": []}\n',
    "objects.inv": HEAD + ENTRIES,
    "search/core.js": CORE,
    "search/words/0.js": WORDS,
    "search/pages/0.js": SEARCHED,
    "feeds/openings.xml": b"<jobs><job>Bread</job></jobs>",
    "feeds/openings.atom": b"<feed/>",
    "postings/baker.html": b"<p>Bread</p>\n",
    "postings/baker.md": b"**Bread**\n",
    "postings/baker.docx": document(),
    "_headers": b"/*\n  X-Frame-Options: DENY\n",
    "_images/oven.svg": b"<svg></svg>",
    "_images/oven.png": b"\x89PNG\r\n\x1a\n....IEND\xaeB`\x82",
    "_static/site.css": b"a { color: red }",
    "_static/site.js": b"let a = 1;",
    "_static/font.woff2": b"wOF2\x00\x01",
    # These stay in the work folder.
    ".buildinfo": b"# Sphinx",
    "_static/site.js.map": b"{",
}
PAGES = ["index.md", "roles/baker.md"]


def write(site: Path, files: dict[str, bytes]) -> Path:
    for path, data in files.items():
        file = site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return site


def test_sound_site(tmp_path: Path) -> None:
    assert verify(write(tmp_path, SOUND), PAGES) == []


WRONG: dict[str, tuple[str, bytes, str]] = {
    "page cut short": ("index.html", PAGE[:-9], "ends in </html>"),
    "page cut in its middle": ("roles/baker.html", PAGE[:30], "ends in </html>"),
    "empty page": ("index.html", b"", "empty"),
    "blank page": ("index.html", b"\n\n", "empty"),
    "empty style": ("_static/site.css", b"", "empty"),
    "data cut short": ("handbook.json", b'{"roles": [', "damaged"),
    "data that is none": ("schema/role.json", b"role", "damaged"),
    "search data cut short": ("search/core.js", CORE[:-4], "damaged"),
    "search data without its parts": (
        "search/core.js",
        script("core", "a1", compressed({"ids": ["0f"]})),
        "shards",
    ),
    "search data of another build": (
        "search/words/0.js",
        WORDS.replace(b'["0f', b'["0e'),
        "another",
    ),
    "searched page of another build": (
        "search/pages/0.js",
        SEARCHED.replace(b'["0f', b'["0e'),
        "another build",
    ),
    "search data cut inside": ("search/words/0.js", WORDS[:50] + WORDS[-6:], "damaged"),
    "search data with a wrong byte": (
        "search/words/0.js",
        WORDS[:60] + b"A" + WORDS[61:],
        "damaged",
    ),
    "search data that nobody compressed": (
        "search/words/0.js",
        b'hiringSearch.receive("words/0",["0f","1$"]);\n',
        "damaged",
    ),
    "inventory cut short": ("objects.inv", HEAD + ENTRIES[:-6], "damaged"),
    "inventory without entries": ("objects.inv", HEAD[:40], "damaged"),
    "inventory of something else": ("objects.inv", HEAD + zlib.compress(b"bread"), "damaged"),
    "feed cut short": ("feeds/openings.xml", b"<jobs><job>Bread</job>", "damaged"),
    "atom cut short": ("feeds/openings.atom", b"<feed", "damaged"),
    "drawing cut short": ("_images/oven.svg", b"<svg><g></g>", "damaged"),
    "document cut short": ("postings/baker.docx", document()[:-40], "damaged"),
    "document with a wrong byte": (
        "postings/baker.docx",
        document().replace(b"Bread", b"Broad", 1),
        "damaged",
    ),
    "picture cut short": ("_images/oven.png", b"\x89PNG\r\n\x1a\n....", "cut short"),
    "page that is no text": ("index.html", PAGE[:20] + b"\xff\xfe\x00" + PAGE[20:], "not text"),
    "copy that is no text": ("roles/baker.md", b"\xff\xfe\x00", "not text"),
    "empty copy": ("index.md", b"\n", "empty"),
    "pickle": ("environment.pickle", pickle.dumps([1]), "never published"),
    "pickle under another name": ("_static/font.woff2", pickle.dumps([1]), "pickle"),
    "pickle as data": ("handbook.json", pickle.dumps({}), "pickle"),
    "doctree": ("index.doctree", pickle.dumps([1]), "never published"),
    "doctrees": (".doctrees/index.html", PAGE, "never published"),
    "build information": ("roles/.buildinfo.txt", b"x", "never published"),
    "environment file": (".env", b"KEY=1", "never published"),
    "environment file by ending": ("local.env", b"KEY=1", "never published"),
    "git": (".git/config.txt", b"[core]", "never published"),
    "source folder": ("_sources/index.md.txt", b"# Bread", "never published"),
    "source": ("roles/baker.md", SOURCE, "source of the handbook"),
    "source under another name": ("llms.txt", SOURCE, "source of the handbook"),
    "other page": ("roles/miller.md", b"# Miller", "not one that a build writes"),
    "settings": ("conf.py", b"a = 1", "never published"),
    "capitals": ("CONF.PY", b"a = 1", "never published"),
    "company": ("company.yaml", b"name: x", "never published"),
    "compiled": ("conf.pyc", b"x", "never published"),
    "project file": ("pyproject.toml", b"[project]", "never published"),
    "archive": ("handbook.zip", document(), "not one that a build writes"),
    "program": ("run.exe", b"MZ", "not one that a build writes"),
    "no ending": ("LICENSE", b"MIT", "not one that a build writes"),
}


@pytest.mark.parametrize("kind", WRONG)
def test_what_is_wrong_is_told(kind: str, tmp_path: Path) -> None:
    path, data, message = WRONG[kind]
    site = write(tmp_path, {**SOUND, path: data})
    found = verify(site, PAGES, sources={digest_of_bytes(SOURCE)})
    assert [finding.path for finding in found] == [path]
    assert message in found[0].message
    assert "\n" not in found[0].message


@pytest.mark.parametrize("kind", ["file", "folder", "nowhere"])
def test_links_are_told_and_not_followed(kind: str, tmp_path: Path) -> None:
    site = write(tmp_path / "site", SOUND)
    write(tmp_path / "outside", {"page.html": b"never read"})
    target = {"file": "outside/page.html", "folder": "outside", "nowhere": "gone"}[kind]
    (site / "link.html").symlink_to(tmp_path / target)
    assert [(found.path, "symbolic link" in found.message) for found in verify(site, PAGES)] == [
        ("link.html", True)
    ]


def test_each_page_must_be_there(tmp_path: Path) -> None:
    site = write(tmp_path, SOUND)
    (site / "roles/baker.html").unlink()
    found = verify(site, PAGES)
    assert [(finding.path, "roles/baker.md" in finding.message) for finding in found] == [
        ("roles/baker.html", True)
    ]


@pytest.mark.parametrize("path", ["search/core.js", "search/words/0.js", "search/pages/0.js"])
def test_all_that_the_search_loads_must_be_there(path: str, tmp_path: Path) -> None:
    site = write(tmp_path, SOUND)
    (site / path).unlink()
    assert [(found.path, "missing" in found.message) for found in verify(site, PAGES)] == [
        (path, True)
    ]


def test_what_is_known_is_right_as_it_is(tmp_path: Path) -> None:
    """An empty style sheet of a theme, or a form that a page offers, is nobody's mistake."""
    files = {"_static/theme.css": b"", "_downloads/a1/form.xlsx": b"form", "_static/a.html": b"<p>"}
    site = write(tmp_path, {**SOUND, **files})
    assert verify(site, PAGES, {digest_of_bytes(data) for data in files.values()}) == []
    assert len(verify(site, PAGES)) == 3


def test_no_source_is_known(tmp_path: Path) -> None:
    site = write(tmp_path, {**SOUND, "conf.py": b"a = 1"})
    assert len(verify(site, PAGES, {digest_of_bytes(b"a = 1")})) == 1
