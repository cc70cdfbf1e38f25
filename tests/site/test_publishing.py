"""What a build publishes: for its readers alone, whole, and nothing of what it works with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hiring.__main__ import main
from hiring.model.audience import Audience
from hiring.publishing.files import digest, digests_of, site_files
from hiring.publishing.hidden import source_words, stem
from hiring.publishing.unpack import parts
from hiring.publishing.words import words_of
from hiring.site.packages import site_words, static_files

from .faults import CONF, Builds, handbook

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Build

PUBLIC = "---\naudience: public\n---\n"
FILES = {
    "index.md": PUBLIC + "# Sample\n\n```{toctree}\nbread\nrolls\n```\n\n"
    "::::::{audience} hiring-team\n```{toctree}\nwages\n```\n::::::\n",
    "bread.md": PUBLIC + "# Bread\n\nBaked at dawn.\n",
    "rolls.md": PUBLIC + "# Rolls\n\nBaked at noon, with {doc}`bread`.\n",
    "wages.md": "---\naudience: hiring-team\n---\n# Wages\n\nQuillfeather gets 187,500.\n",
}


@pytest.fixture
def builds(tmp_path: Path) -> Builds:
    return handbook(tmp_path, FILES)


def test_each_audience_has_its_own(builds: Builds) -> None:
    others = replace(builds, published=builds.published.with_name("hiring-team"))
    assert builds.build(audience=Audience.PUBLIC)[0] == 0
    assert others.build(audience=Audience.HIRING_TEAM)[0] == 0
    assert set(others.site) - set(builds.site) == {"wages.html", "search/pages/wages.js"}
    assert b"187,500" in others.site["wages.html"]
    assert builds.work != others.work
    for work, there in ((builds.work, False), (others.work, True)):
        doctrees = b"".join(file.read_bytes() for file in work.rglob("*.doctree"))
        assert (b"187,500" in doctrees) is there


def test_other_readers_in_the_same_folder(builds: Builds) -> None:
    """What one audience's build has left is never built upon for another."""
    assert builds.build(audience=Audience.HIRING_TEAM)[0] == 0
    assert builds.build(audience=Audience.PUBLIC)[0] == 0
    assert "wages.html" not in builds.site
    assert not any(b"uillfeather" in data for data in builds.site.values())


def test_page_that_is_kept_from_view(builds: Builds) -> None:
    """No search data keeps the words of a page that was once in it."""
    assert builds.build(audience=Audience.PUBLIC)[0] == 0
    assert b"noon" in builds.site["search/core.js"]
    assert b"noon" in builds.site["search/pages/rolls.js"]
    rolls = builds.folder / "rolls.md"
    rolls.write_text(rolls.read_text("utf-8").replace("public", "employee"), "utf-8")
    index = builds.folder / "index.md"
    index.write_text(index.read_text("utf-8").replace("rolls\n", ""), "utf-8")
    assert builds.build(audience=Audience.PUBLIC)[0] == 0
    assert not any(b"noon" in data for data in builds.site.values())


SETUP = """
from pathlib import Path

def setup(app):
    app.connect("build-finished", spoil)

def spoil(app, exception):
    site = Path(app.outdir)
    word = "Quill" + "feather"
    """

SPOILT = {
    "word in data": (
        "(site / 'x.json').write_text('{\"a\": \"' + word + '\"}')",
        'x.json: found the word "quillfeather", which wages.md line 6 says to other readers only',
    ),
    "word in a page": (
        "p = site / 'bread.html'; p.write_text(p.read_text().replace('dawn', word))",
        'bread.html: found the word "quillfeather", which wages.md line 6 says',
    ),
    "page": (
        "(site / 'wages.html').write_text('<html></html>')",
        'wages.html: found the page "wages", which wages.md says',
    ),
    "page cut short": (
        "p = site / 'bread.html'; p.write_text(p.read_text()[:-20])",
        "bread.html: it is cut short",
    ),
    "page missing": (
        "(site / 'bread.html').unlink()",
        "bread.html: it is missing: bread.md has no page",
    ),
    "pickle": ("(site / 'environment.pickle').write_bytes(b'x')", "environment.pickle: a file of"),
    "source": (
        "(site / 'a.txt').write_bytes((Path(app.srcdir) / 'bread.md').read_bytes())",
        "a.txt: it is a source of the handbook",
    ),
    "link": ("(site / 'a.html').symlink_to('/etc/hostname')", "a.html: it is a symbolic link"),
}


@pytest.mark.parametrize("kind", SPOILT)
def test_spoilt_site_is_not_published(kind: str, builds: Builds) -> None:
    code, finding = SPOILT[kind]
    builds.published.mkdir(parents=True)
    (builds.published / "objects.inv").write_bytes(b"that of an earlier site")
    before = builds.site
    (builds.folder / "conf.py").write_text(CONF + SETUP + code, "utf-8")
    status, said = builds.build(audience=Audience.PUBLIC)
    assert status == 1
    told, last = said.splitlines()[-2:]
    assert told.startswith(f"{builds.work / 'site'}/{finding}"), said
    assert last.startswith("The handbook was not built: what is named above must not be published")
    assert last.endswith("html stays as it was.")
    assert builds.site == before


def test_findings_end_somewhere(builds: Builds) -> None:
    code = "[(site / f'{n}.json').write_text('[\"' + word + '\"]') for n in range(30)]"
    (builds.folder / "conf.py").write_text(CONF + SETUP + code, "utf-8")
    status, said = builds.build(audience=Audience.PUBLIC)
    assert (status, said.count("quillfeather"), said.count("\n")) == (1, 20, 21)
    assert "what is named above and 10 more must not be published; nothing is published" in said


def test_unknown_audience_is_a_wrong_call(
    builds: Builds, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["build", str(builds.folder), str(builds.published), "--audience", "nobody"])
    assert ended.value.code == 2
    assert "nobody" in capsys.readouterr().err


def test_start_page_that_readers_may_not_see(builds: Builds) -> None:
    (builds.folder / "index.md").write_text("# Sample\n", "utf-8")
    status, said = builds.build(audience=Audience.PUBLIC)
    assert status == 1
    assert "Traceback" not in said
    assert "index.md" in said


def test_every_word_of_a_site_is_accounted_for(sample: Path, tmp_path: Path, build: Build) -> None:
    """Else a hidden page that happened to use it would keep the site from being published."""
    build(sample, tmp_path)
    usual = set(site_words())
    for file in sample.rglob("*"):
        if file.is_file():
            usual |= source_words(file.relative_to(sample).as_posix(), file.read_bytes())
    usual |= {stem(word) for word in usual}
    known = digests_of(static_files())
    left = {
        (path, word)
        for path, file in site_files(tmp_path / "html")
        if digest(file.read_bytes()) not in known
        for _, content in parts(path, file.read_bytes())
        for word in words_of(content) - usual
        if word.isalpha()
    }
    assert {word for _, word in left} <= STEMS


STEMS = {"audi", "changeset", "charcodeat", "cursora", "fefefe"}
"""In no page: names of the search index and its script, and a color."""
