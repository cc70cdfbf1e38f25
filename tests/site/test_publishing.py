"""What a build publishes: for its readers alone, whole, and nothing of what it works with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sphinx.locale import translators

from hiring.__main__ import main
from hiring.model.audience import Audience
from hiring.model.digests import digest_of_bytes
from hiring.publishing.files import site_paths
from hiring.publishing.hidden import source_words, stem
from hiring.publishing.unpack import outside_compressed, parts
from hiring.publishing.words import words_of
from hiring.site.command.baseline import Baseline, baseline
from tests.support.searched import opened, searched_pages

from .conftest import SAMPLE
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
    assert set(others.site) - set(builds.site) == {*("wages.html", "wages.md")}
    assert searched_pages(others.site).keys() - searched_pages(builds.site).keys() == {"wages"}
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
    assert not any(b"uillfeather" in opened(data) for data in builds.site.values())


def test_page_that_is_kept_from_view(builds: Builds) -> None:
    """No search data keeps the words of a page that was once in it."""
    assert builds.build(audience=Audience.PUBLIC)[0] == 0
    assert b"noon" in opened(builds.site["search/core.js"])
    assert b"noon" in searched_pages(builds.site)["rolls"]
    rolls = builds.folder / "rolls.md"
    rolls.write_text(rolls.read_text("utf-8").replace("public", "employee"), "utf-8")
    index = builds.folder / "index.md"
    index.write_text(index.read_text("utf-8").replace("rolls\n", ""), "utf-8")
    assert builds.build(audience=Audience.PUBLIC)[0] == 0
    assert not any(b"noon" in opened(data) for data in builds.site.values())


SETUP = """
from pathlib import Path

def setup(app):
    app.connect("build-finished", spoil)

def spoil(app, exception):
    site = Path(app.outdir)
    word = "Quill" + "feather"
    """

SPOILT = {
    "page cut short": (
        "p = site / 'bread.html'; p.write_text(p.read_text()[:-20])",
        "bread.html: it is cut short",
    ),
    "page missing": (
        "(site / 'bread.html').unlink()",
        "bread.html: it is missing: bread.md has no page",
    ),
    "pickle": ("(site / 'x.pickle').write_bytes(b'x')", "x.pickle: a file of"),
    "source": (
        "(site / 'a.txt').write_bytes((Path(app.confdir) / 'bread.md').read_bytes())",
        "a.txt: it is a source of the handbook",
    ),
    "source as it was built": (
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


@pytest.mark.parametrize("kind", SPOILT)
def test_site_that_is_spoilt_upon_another_is_not_published(kind: str, builds: Builds) -> None:
    """What was found right before is not looked at again, unless somebody has touched it."""
    assert builds.build(audience=Audience.PUBLIC)[0] == 0
    before = builds.site
    (builds.folder / "conf.py").write_text(CONF + SETUP + SPOILT[kind][0], "utf-8")
    status, said = builds.build(audience=Audience.PUBLIC)
    assert (status, SPOILT[kind][1] in said) == (1, True)
    assert builds.site == before


LEAKS = {
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
}


@pytest.mark.parametrize("kind", LEAKS)
def test_scan_finds_what_a_conf_leaks(
    kind: str,
    builds: Builds,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Even though its site with no content is made by the same conf.py."""
    code, finding = LEAKS[kind]
    (builds.folder / "conf.py").write_text(CONF + SETUP + code, "utf-8")
    assert builds.build(audience=Audience.PUBLIC)[0] == 0
    monkeypatch.chdir(tmp_path)
    command = ["scan", str(builds.folder), str(builds.published), "--audience"]
    assert main([*command, "public"]) == 1
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith(f"{builds.published}/{finding}")
    assert main([*command, "hiring-team"]) == 0
    assert capsys.readouterr().out == (
        f"{builds.published} holds nothing that is hidden from hiring-team readers\n"
    )


def test_findings_end_somewhere(builds: Builds) -> None:
    code = "[(site / f'{n}.yaml').write_text(word) for n in range(30)]"
    (builds.folder / "conf.py").write_text(CONF + SETUP + code, "utf-8")
    status, said = builds.build(audience=Audience.PUBLIC)
    assert (status, said.count("never published"), said.count("\n")) == (1, 20, 21)
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


@pytest.fixture(scope="module")
def usual() -> Baseline:
    return baseline((SAMPLE / "conf.py").read_bytes(), Audience.EMPLOYEE)


def test_every_word_of_a_site_is_accounted_for(
    sample: Path, tmp_path: Path, build: Build, usual: Baseline
) -> None:
    """Else a hidden page that happened to use it would keep the site from being published."""
    build(sample, tmp_path)
    known = set(usual.words)
    for file in sample.rglob("*"):
        if file.is_file():
            known |= source_words(file.relative_to(sample).as_posix(), file.read_bytes())
    known |= {stem(word) for word in known}
    left = {
        (path, word)
        for path in site_paths(tmp_path / "html")
        if digest_of_bytes((tmp_path / "html" / path).read_bytes()) not in usual.known
        for _, content in parts(path, (tmp_path / "html" / path).read_bytes())
        for word in words_of(outside_compressed(content)) - known
        if word.isalpha()
    }
    assert {word for _, word in left} <= STEMS, left


STEMS: set[str] = set()
"""In no page: names of the search index and its script, and a color."""


def test_a_site_with_no_content_excuses_little(usual: Baseline) -> None:
    """No word that somebody would hide; and none but the site's own language."""
    hidden = [
        "quillfeather",
        "clawback",
        "severance",
        "zusammenfassung",
        "dawn",
        "noon",
    ]
    assert usual.words.isdisjoint(hidden)
    assert {"search", "responsibilities", "february", "germany"} <= usual.words


def test_what_pages_of_other_languages_say_of_facts_is_no_secret(usual: Baseline) -> None:
    assert {
        "eingruppierung",
        "bewerbungsfrist",
        "fourchette",
        "januar",
        "frankreich",
    } <= usual.words
    assert {"minute", "minuten", "stunden", "heures", "semaines", "jahre"} <= usual.words
    assert {"bostock", "gendiagnostikgesetz"} <= usual.words, "statutes on what is never asked"


LANGUAGES = {
    "de": "suche inhaltsverzeichnis stichwortverzeichnis februar",
    "fr": "recherche fevrier",
}


def test_catalogs_of_the_language_are_known_and_not_of_the_last() -> None:
    """The next site that a process makes may be in another language."""
    before = dict(translators)
    found = {}
    for language in LANGUAGES:
        conf = f'extensions = ["hiring"]\nlanguage = "{language}"\nhtml_theme = "alabaster"\n'
        found[language] = baseline(conf.encode(), Audience.PUBLIC).words
        assert translators == before
    for language, words in LANGUAGES.items():
        assert set(words.split()) <= found[language]
    assert "stichwortverzeichnis" not in found["fr"]


def test_a_theme_that_is_missing_costs_its_words_alone() -> None:
    conf = b'html_theme = "nowhere"\nextensions = ["no.such", "hiring"]\n'
    assert "search" in baseline(conf, Audience.PUBLIC).words


def test_the_same_settings_are_asked_about_once() -> None:
    """Whatever else a conf.py says; other settings and other readers are another question."""
    conf = (SAMPLE / "conf.py").read_bytes()
    first = baseline(conf, Audience.EMPLOYEE)
    assert baseline(conf + b"\nfrom sys import argv\n", Audience.EMPLOYEE) is first
    german = baseline(conf + b'\nlanguage = "de"\n', Audience.EMPLOYEE)
    assert "stichwortverzeichnis" in german.words - first.words
    assert baseline(conf, Audience.PUBLIC) is not first


ACCENTED = {
    "index.md": PUBLIC + "# Emplois\n\nNous faisons une évaluation; la décision tombe bientôt.\n\n"
    "```{toctree}\nwages\n```\n",
    "wages.md": "---\naudience: hiring-team\n---\n# Plan\n\n"
    "Write the evaluation and the decision down. Die Prämienkürzung gilt.\n",
}


def test_accents_count_for_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As in the search's index, which says "évaluation" as "evaluation": that is no leak."""
    builds = handbook(tmp_path, ACCENTED)
    assert builds.build(audience=Audience.PUBLIC)[0] == 0
    assert b"evaluation" in opened(builds.site["search/core.js"])
    monkeypatch.chdir(tmp_path)
    command = ["scan", str(builds.folder), str(builds.published), "--audience", "public"]
    assert main(command) == 0, capsys.readouterr().out
    (builds.published / "x.json").write_text('["pramienkurzung"]', "utf-8")
    assert main(command) == 1
    assert 'x.json: found the word "pramienkurzung"' in capsys.readouterr().out


def test_sites_that_are_not_there(builds: Builds, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scan", str(builds.folder), str(builds.published)]) == 2
    assert "There is no folder" in capsys.readouterr().err
