"""A handbook in English with pages in German, French, Japanese and Arabic: each says its language.

Its pages stand in ``spoken/``, on top of the small handbook. Whoever hears a page hears each word
in the voice of the nearest element that names a language.
"""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup
from docx import Document
from docx.oxml.ns import qn

from hiring.search.scripts import opened, read_script
from tests.support.cases import BASE, CONF
from tests.support.searched import records_in

from .conftest import run_build
from .voices import voice, voices

if TYPE_CHECKING:
    from collections.abc import Iterator


SPOKEN = Path(__file__).parent / "spoken"
ATOM = "{http://www.w3.org/2005/Atom}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

Site = tuple[Path, str]
"""A built site, and the warnings of its build."""


def handbook(folder: Path, settings: str = "") -> Path:
    shutil.copytree(BASE, folder)
    shutil.copytree(SPOKEN, folder, dirs_exist_ok=True)
    (folder / "conf.py").write_text(CONF + settings, "utf-8")
    return folder


@pytest.fixture(scope="module", params=["employee", "public"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the site for an audience."""
    folder = tmp_path_factory.mktemp(request.param)
    settings = {"hiring_audience": request.param, "html_baseurl": "https://h.example/"}
    told = run_build(handbook(folder / "source"), folder / "site", **settings)
    return folder / "site/html", told


def page(site: Site, name: str) -> BeautifulSoup:
    return BeautifulSoup((site[0] / f"{name}.html").read_text("utf-8"), "html.parser")


def test_it_builds_without_a_warning(site: Site) -> None:
    assert site[1] == ""


@pytest.mark.parametrize(
    ("name", "language", "own", "labels"),
    [
        ("erzieher", "de", "Begleitet die Gruppe mit einer zweiten Fachkraft", "Berufsfeld"),
        ("erzieher", "de", "Brauche ich eine Anerkennung?", "Was auf dieser Stufe hinzukommt"),
        ("soudeur", "fr", "Lit les plans", "Famille de métiers"),
    ],
)
def test_a_page_with_words_of_its_language(
    site: Site, name: str, language: str, own: str, labels: str
) -> None:
    found = voices(page(site, f"roles/{name}"))
    assert found[own] == found[labels] == {language}
    # What the site says around it stays in the site's language.
    assert found["Skip to main content"] == {"en"}
    title = page(site, f"roles/{name}").find("li", {"aria-current": "page"})
    assert title is not None
    assert [*voices(title).values()] == [{language}]
    assert page(site, f"roles/{name}").html["lang"] == "en"  # type: ignore[index]


@pytest.mark.parametrize(
    ("name", "language", "own"), [("kenshu", "ja", "研修を企画する"), ("sayiq", "ar", "يوميا")]
)
def test_a_page_whose_labels_are_in_english(site: Site, name: str, language: str, own: str) -> None:
    for where, label in ((f"roles/{name}", "Family"), (f"openings/{name}-open", "Job brief")):
        found = voices(page(site, where))
        assert found[own] == {language}
        assert found[label] == found["Full-time"] == {"en"}


def test_what_runs_from_right_to_left_does(site: Site) -> None:
    article = page(site, "roles/sayiq").article
    assert article is not None
    assert [(it["lang"], it["dir"]) for it in article.find_all("div", lang="ar")] == [("ar", "rtl")]
    assert {it.get("dir") for it in article.find_all("span", lang="en")} == {"ltr"}
    german = page(site, "roles/erzieher")
    assert german.article is not None
    assert not german.article.find_all(dir=True)
    others = german.select("[dir]:not(.hiring-copied)")
    assert {(it["lang"], it["dir"]) for it in others} == {("ar", "rtl")}


GERMAN = (
    *("Erzieher*in", "Erfahren Erzieher*in", "Plant den Tag mit den Kindern", "Leitet eine Gruppe"),
    *("Begleitet Kinder von drei bis sechs Jahren durch den Tag.", "Kindertagesstätten"),
    *("Brauche ich eine Anerkennung?", "Ja, oder du bist dabei, sie zu bekommen.", "Einstieg"),
    *("Montag bis Freitag, vormittags", "Leitung der Einrichtung", "Stufe Erfahren"),
)


def test_what_other_pages_show_of_it(site: Site) -> None:
    found = voices(page(site, "guide/mixed"))
    shown = {words: found[words] for words in GERMAN if words in found}
    assert shown == {words: {"de"} for words in shown}
    assert len(shown) == len(GERMAN)
    assert (
        found["our words"] == found["A page in English"] == found["What this level adds"] == {"en"}
    )
    days = {words for words in found if "31" in words}
    assert days
    assert not {words for words in days if "Dezember" in words or "décembre" in words}
    assert found["سائق شاحنة"] == {"ar"}
    assert found["Soudeur ou soudeuse (H/F)"] == {"fr"}


def test_the_rules_are_in_english_on_a_page_that_is_not(site: Site) -> None:
    found = voices(page(site, "guide/regeln"))
    assert found["Was die Prüfung findet."] == {"de"}
    ours = ("What the reader refuses", "The key of a job role that does not exist.")
    assert [found[words] for words in ours] == [{"en"}, {"en"}]


def test_the_openings_page(site: Site) -> None:
    found = voices(page(site, "openings/erzieher-open"))
    last_day = "Bewerbungsfrist: 31. Dezember 2026"
    for words in ("Arbeitgeber", last_day, "Auf diese Stelle bewerben", "Aufgaben"):
        assert found[words] == {"de"}
    # The company says it in one language alone.
    assert found["What you can do decides where pay starts."] == {"en"}
    assert found["Wir stellen alle ein."] == found["Dreißig Tage Urlaub"] == {"de"}
    for report in page(site, "openings/erzieher-open").select("#hiring-ready, #hiring-boards"):
        assert voice(report) == "de"


def test_the_posting_as_html(site: Site) -> None:
    for key, language in (("erzieher-open", "de"), ("soudeur", "fr"), ("kenshu-open", "ja")):
        posting = page(site, f"postings/{key}")
        assert [it["lang"] for it in posting.find_all("div")] == [language]
    assert page(site, "postings/data-engineer").find(lang=True) is None


def runs(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield the text of each run of a Word document that says its language, and that."""
    for run in Document(io.BytesIO(data)).element.body.iter(qn("w:r")):
        for spoken in run.iter(qn("w:lang")):
            text = "".join(it.text for it in run.iter(qn("w:t")))
            yield text.strip(), "".join(spoken.attrib.values())


def test_the_posting_as_a_word_document(site: Site) -> None:
    for key, own, others in (
        ("erzieher-open", "de-DE", {"en-US"}),
        ("soudeur-open", "fr-FR", {"en-US"}),
        ("sayiq-open", "ar-EG", {"en-US"}),
    ):
        data = (site[0] / f"postings/{key}.docx").read_bytes()
        spoken = dict(runs(data))
        assert {*spoken.values()} == {own, *others}
        assert spoken["What you can do decides where pay starts."] == "en-US"
        core = zipfile.ZipFile(io.BytesIO(data)).read("docProps/core.xml").decode()
        assert f"<dc:language>{own}</dc:language>" in core
    data = (site[0] / "postings/data-engineer.docx").read_bytes()
    assert [*runs(data)] == []


def test_feeds_and_data(site: Site) -> None:
    folder = site[0]
    feed = ET.fromstring((folder / "feeds/openings.atom").read_bytes())
    entries = {
        entry.findtext(f"{ATOM}title"): entry.get(XML_LANG) for entry in feed.iter(f"{ATOM}entry")
    }
    assert feed.get(XML_LANG) == "en"
    assert entries["Erfahren Erzieher*in"] == "de"
    assert {*entries.values()} == {"de", "fr", "ja", "ar"}
    items = json.loads((folder / "feeds/openings.json").read_text("utf-8"))["items"]
    assert {it["language"] for it in items} == {*entries.values()}
    posting = json.loads((folder / "postings/erzieher-open.json").read_text("utf-8"))
    assert posting["language"] == "de"
    whole = json.loads((folder / "handbook.json").read_text("utf-8"))
    spoken: dict[str, Any] = {it["key"]: it["language"] for it in whole["roles"]}
    spoken |= {it["key"]: it["language"] for it in whole["openings"]}
    assert spoken["erzieher"] == spoken["erzieher-open"] == "de"
    assert spoken["data-engineer"] == whole["language"] == "en"


def test_data_in_the_page(site: Site) -> None:
    found = [
        json.loads(it.string or "")
        for it in page(site, "roles/erzieher").find_all("script", type="application/ld+json")
    ]
    assert [it["inLanguage"] for it in found if it["@type"] == "FAQPage"] == ["de"]


def test_the_search_knows_the_language_of_a_page(site: Site) -> None:
    _, core = read_script((site[0] / "search/core.js").read_bytes())
    pages = opened(core)["pages"]
    spoken = {path: rest[0] if rest else "" for path, _, _, _, _, *rest in pages}
    assert spoken["roles/erzieher"] == "de"
    assert spoken["openings/sayiq-open"] == "ar"
    assert spoken["roles/data-engineer"] == spoken["guide/mixed"] == ""


def test_a_german_site_says_so_once_and_a_page_in_english_is_the_other_one(tmp_path: Path) -> None:
    source = handbook(tmp_path / "source", 'language = "de"\n')
    for name in ("guide/mixed.md", "roles/data-engineer.md"):
        text = (source / name).read_text("utf-8")
        (source / name).write_text(text.replace("---\n", "---\nlanguage: en\n", 1), "utf-8")
    told = run_build(source, tmp_path / "site", html_baseurl="https://h.example/")
    assert told == ""
    site = (tmp_path / "site/html", told)
    german = page(site, "roles/erzieher")
    assert german.html is not None
    assert german.html["lang"] == "de"
    assert german.article is not None
    assert german.article.find_all(lang="de") == []
    assert voices(german)["Berufsfeld"] == {"de"}
    assert voices(page(site, "guide/mixed"))["A page in English"] == {"en"}
    assert voices(page(site, "roles/data-engineer"))["What this level adds"] == {"en"}
    feed = ET.fromstring((site[0] / "feeds/openings.atom").read_bytes())
    assert feed.get(XML_LANG) == "de"
    assert feed.findtext(f"{ATOM}title") == "Offene Stellen bei Fennmoor Freight"


@pytest.mark.parametrize(
    ("name", "anchor", "heading", "parents", "said"),
    [
        ("regeln", "rule-age-words", "age words", ("Wording",), "digital native"),
        ("gesetze", "law-california", "California", (), "Nennen Sie die Gehaltsspanne"),
    ],
)
def test_what_a_page_lists_is_found(
    site: Site, name: str, anchor: str, heading: str, parents: tuple[str, ...], said: str
) -> None:
    """What the program knows, and no author wrote: each rule and each law by itself."""
    records = records_in(site[0])[f"guide/{name}.md"].records
    listed = {it.anchor: it for it in records if it.kind == "listed"}
    ids = {it["id"] for it in page(site, f"guide/{name}").find_all(id=True)}
    assert listed.keys() <= ids
    assert len(listed) > 20
    found = listed[anchor]
    assert (found.heading, found.parents) == (heading, parents)
    assert said in found.text
