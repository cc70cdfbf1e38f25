"""A handbook whose role, opening and page are there in French and in Arabic, too.

What leads from one language to the other works without a script, and what is for employees alone
leaves no trace in the site of the public.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from lxml import etree

from tests.support.cases import BASE, CONF

from .conftest import run_build

if TYPE_CHECKING:
    from bs4 import Tag

ADDRESS = "https://h.example/"
XHTML = "{http://www.w3.org/1999/xhtml}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ROLE = """\
---
language: {language}
translation_of: data-engineer
audience: {audience}
role:
  title: {title}
  summary: {summary}
---

# {title}

:::{{role-facts}}
:::

:::{{job-brief}}
{brief}
:::

:::{{responsibilities}}
- {brief}
:::

:::{{qualifications}}
- {brief}
:::

::::{{levels}}

:::{{level}} {entry}
:id: entry
- {brief}
:::

:::{{level}} {senior}
:id: senior
- {brief}
:::

::::
"""
FRENCH = ROLE.format(
    language="fr",
    audience="public",
    title="Ingénieur de données (H/F)",
    summary="Rassemble les données.",
    brief="Avec {role}`data-engineer` et {level}`data-engineer/senior`",
    entry="Débutant",
    senior="Confirmé",
)
ARABIC = ROLE.format(
    language="ar",
    audience="employee",
    title="مهندس بيانات",
    summary="يجمع البيانات.",
    brief="يعمل مع {role}`data-engineer`",
    entry="مبتدئ",
    senior="خبير",
)
OPENING = """\
---
audience: public
opening:
  role: data-engineer
  level: senior
  requisition: ENG-1
  status: open
  posted: 2026-11-20
  closes: 2026-12-31
  locations: [austin]
  pay: {currency: USD, min: 130000, max: 150000, per: year}
  apply: {email: jobs@example.com}
---
"""
LIST = """\
---
audience: public{language}
---

# {title}

:::{{role-list}}
:display: table
:::

:::{{opening-list}}
:::
"""
AIDE = """\
---
audience: public
language: fr
translation_of: help
---

# Aide

Demandez-nous.
"""
FILES = {
    "index.md": "---\naudience: public\n---\n\n" + (BASE / "index.md").read_text("utf-8"),
    "roles/ingenieur.md": FRENCH,
    "roles/muhandis.md": ARABIC,
    "openings/job.md": OPENING,
    "openings/poste.md": "---\naudience: public\nlanguage: fr\ntranslation_of: job\n---\n",
    "guide/jobs.md": LIST.format(language="", title="Jobs"),
    "guide/postes.md": LIST.format(language="\nlanguage: fr\ntranslation_of: jobs", title="Postes"),
    "guide/help.md": "---\naudience: public\n---\n\n# Help\n\nAsk us.\n",
    "guide/aide.md": AIDE,
}


@pytest.fixture(scope="module", params=["employee", "public"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site for an audience."""
    folder = tmp_path_factory.mktemp(request.param)
    shutil.copytree(BASE, folder / "source")
    for path, text in {**FILES, "conf.py": CONF}.items():
        (folder / "source" / path).parent.mkdir(exist_ok=True)
        (folder / "source" / path).write_text(text, "utf-8")
    settings = {"hiring_audience": request.param, "html_baseurl": ADDRESS}
    told = run_build(folder / "source", folder / "site", **settings)
    assert "WARNING" not in told
    return folder / "site/html"


def page(site: Path, name: str) -> BeautifulSoup:
    return BeautifulSoup((site / f"{name}.html").read_text("utf-8"), "html.parser")


def is_public(site: Path) -> bool:
    return "public" in site.parts[-3]


def switch(site: Path, name: str) -> list[tuple[str, str, str]]:
    """Return of each language on a page its tag, its name and where it leads."""
    (nav,) = page(site, name).select("nav.hiring-versions")
    assert nav["aria-label"]
    found = nav.find_all(["a", "span"])
    assert [it.name for it in found].count("span") == 1
    assert all(it.get("hreflang", it["lang"]) == it["lang"] for it in found)
    return [(str(it["lang"]), it.get_text(), str(it.get("href", ""))) for it in found]


def test_a_page_of_text_alone_has_the_sheet_of_what_leads_on(site: Path) -> None:
    assert switch(site, "guide/aide")[0] == ("en", "English", "help.html")
    sheets = [str(link["href"]) for link in page(site, "guide/aide").select("link[rel=stylesheet]")]
    assert any("hiring/handbook.css" in sheet for sheet in sheets)


def test_each_page_leads_to_its_other_languages(site: Path) -> None:
    arabic = [] if is_public(site) else [("ar", "العربية", "muhandis.html")]
    english, french = ("en", "English"), ("fr", "Français")
    assert switch(site, "roles/data-engineer") == [
        (*english, ""),
        *arabic,
        (*french, "ingenieur.html"),
    ]
    assert switch(site, "roles/ingenieur")[0] == (*english, "data-engineer.html")
    assert switch(site, "openings/poste") == [(*english, "job.html"), (*french, "")]
    assert not page(site, "roles/data-analyst").select("nav.hiring-versions")


def test_what_is_for_employees_alone_leaves_no_trace(site: Path) -> None:
    words = (b"muhandis", "مهندس".encode())
    files = [file.read_bytes() for file in site.rglob("*") if file.is_file()]
    named = [data for data in files if any(word in data for word in words)]
    assert bool(named) is not is_public(site)
    assert (site / "roles/muhandis.html").exists() is not is_public(site)


def alternates(found: list[Tag]) -> dict[str, str]:
    return {str(it["hreflang"]): str(it["href"]) for it in found}


def test_search_engines_are_told_of_each_language(site: Path) -> None:
    wanted = {
        "en": f"{ADDRESS}roles/data-engineer.html",
        "fr": f"{ADDRESS}roles/ingenieur.html",
        "x-default": f"{ADDRESS}roles/data-engineer.html",
    }
    for name in ("roles/data-engineer", "roles/ingenieur"):
        head = page(site, name).head
        assert head is not None
        found = alternates(head.find_all("link", hreflang=True))
        assert found == (wanted if is_public(site) else {})
    if not is_public(site):
        return
    tree = etree.parse(site / "sitemap.xml")
    links = {
        str(url.findtext(f"{SITEMAP}loc")): {
            str(it.get("hreflang")): str(it.get("href")) for it in url.findall(f"{XHTML}link")
        }
        for url in tree.getroot()
    }
    assert links[wanted["en"]] == links[wanted["fr"]] == wanted
    assert links[f"{ADDRESS}roles/data-analyst.html"] == {}
    assert f"{ADDRESS}openings/poste.html" in links


def test_cross_references_lead_to_the_language_of_their_page(site: Path) -> None:
    article = page(site, "roles/ingenieur").article
    assert article is not None
    brief = article.select_one("#job-brief")
    assert brief is not None
    assert [(it.get_text(), it["href"]) for it in brief.find_all("a")] == [
        ("Ingénieur de données (H/F)", "#"),
        ("Ingénieur de données confirmé (H/F)", "#level-senior"),
    ]


def test_lists_have_each_role_and_each_job_once(site: Path) -> None:
    shown = {}
    for name in ("jobs", "postes"):
        article = page(site, f"guide/{name}").article
        assert article is not None
        shown[name] = [str(it["href"]) for it in article.select("table a, .hiring-cards a")]
    assert shown == {
        "jobs": [
            "../roles/data-analyst.html",
            "../roles/data-engineer.html",
            "../openings/job.html",
        ],
        "postes": [
            "../roles/data-analyst.html",
            "../roles/ingenieur.html",
            "../openings/poste.html",
        ],
    }


def test_the_navigation_has_each_page_once(site: Path) -> None:
    links = [str(it["href"]) for it in page(site, "index").select("header a.nav-link")]
    assert "roles/data-engineer.html" in links
    assert not any("ingenieur" in it or "postes" in it for it in links)


def test_the_index_by_letter_and_by_family_has_each_role_once(site: Path) -> None:
    for name in ("hiring-a-z", "hiring-roles"):
        text = page(site, name).get_text()
        assert "Data Engineer" in text
        assert "Ingénieur" not in text


def test_a_site_in_arabic_runs_from_right_to_left(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "source")
    settings = f'{CONF}language = "ar"\n'
    (tmp_path / "source/conf.py").write_text(settings, "utf-8")
    role = tmp_path / "source/roles/data-engineer.md"
    aliases = "  aliases: [table keeper]\n  family:"
    role.write_text(role.read_text("utf-8").replace("  family:", aliases, 1), "utf-8")
    (tmp_path / "source/guide/marhaban.md").write_text("# مرحبا\n\nنص قصير.\n", "utf-8")
    english = "---\nlanguage: en\n---\n\n# In English\n\nWelcome.\n"
    (tmp_path / "source/guide/english.md").write_text(english, "utf-8")
    run_build(tmp_path / "source", tmp_path / "site")
    site = tmp_path / "site/html"
    for name in ("index", "guide/marhaban", "hiring-a-z"):
        found = page(site, name)
        assert found.body is not None
        assert found.html is not None
        assert (found.html["lang"], found.body["dir"]) == ("ar", "rtl")
    assert page(site, "hiring-a-z").get_text().count("table keeper") == 1
    article = page(site, "guide/english").article
    assert article is not None
    around = article.select_one("div[lang=en]")
    assert around is not None
    assert around["dir"] == "ltr"
