"""A page in two languages is one page: what a handbook, its lists and its files make of that."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from jsonschema import Draft202012Validator

from hiring.checks.gate import gated, held_back
from hiring.checks.run import run_checks
from hiring.exports.files import schemas
from hiring.exports.role_documents import role_document
from hiring.exports.whole import handbook_json
from hiring.model.audience import Audience
from hiring.model.job_words import typically
from hiring.model.kinds import Target
from hiring.model.language_tags import name_of
from hiring.model.lexicon import lexicon
from hiring.model.schema_org import employment
from hiring.model.targets import in_language_of, words_of
from hiring.model.years import parse_years
from hiring.posting.compose import opening_posting, role_posting
from hiring.posting.feeds.entries import feed
from hiring.posting.formats.data import posting_document
from hiring.posting.formats.html import html_block
from hiring.posting.formats.word import docx
from hiring.posting.listings import listed, listings
from hiring.posting.structured_role import faq_page
from hiring.reading.handbook import views_of
from hiring.reading.pages.page_cache import PageCache
from hiring.reading.sources.sources import sources_from
from tests.support.cases import BASE, DAY

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hiring.model.handbook import Handbook

    Reader = Callable[..., Handbook]

ROLE = """\
---
language: fr
translation_of: data-engineer
audience: public
role:
  title: Ingénieur de données (H/F)
  family: Données
  summary: Rassemble les données.
---

# Ingénieur de données (H/F)

:::{job-brief}
Travaille avec {role}`data-analyst` et {role}`data-engineer`, à [[location]].
:::

:::{responsibilities}
- Répond des tables
:::

:::{qualifications}
- Écrit du {skill}`python`
:::

::::{levels}

:::{level} Débutant
:id: entry
- Charge un fichier
:::

:::{level} Confirmé
:id: senior
- Conçoit une table
:::

::::
"""
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
  apply: {email: jobs@example.com, instructions: Send a letter.}
---
"""
POSTE = """\
---
audience: public
language: fr
translation_of: job
---

Au deuxième étage.
"""
FILES = {
    "roles/ingenieur.md": ROLE,
    "openings/job.md": OPENING,
    "openings/poste.md": POSTE,
    "guide/aide.md": "---\nlanguage: fr\ntranslation_of: hire\n---\n\n# Embaucher\n",
}
NOW = datetime(DAY.year, DAY.month, DAY.day, 12, tzinfo=UTC)


@pytest.fixture
def both(read: Reader) -> Handbook:
    """Return the small handbook with a role, an opening and a page in French, too."""
    handbook = read(FILES)
    assert handbook.problems == ()
    return handbook


def test_a_translation_has_the_facts_of_its_original(both: Handbook) -> None:
    own, first = both.roles["ingenieur"], both.roles["data-engineer"]
    assert (own.facts.pay, own.facts.owner) == (first.facts.pay, first.facts.owner)
    assert (own.facts.title, own.facts.family) == ("Ingénieur de données (H/F)", "Données")
    assert [(it.name, it.pay, it.years) for it in own.levels] == [
        (name, it.pay, it.years)
        for name, it in zip(("Débutant", "Confirmé"), first.levels, strict=True)
    ]
    assert [it.skill for it in own.skills] == ["python"]


def test_words_that_it_takes_are_in_the_language_of_its_original(read: Reader) -> None:
    base = (BASE / "roles/data-engineer.md").read_text("utf-8")
    stated = base.replace("  related:", "  schedule: Early and late shifts\n  related:")
    handbook = read({**FILES, "roles/data-engineer.md": stated})
    role, poste = handbook.roles["ingenieur"], handbook.openings["poste"]
    assert (role.language_of("schedule"), role.language_of("family")) == ("en", "fr")
    assert '<span lang="en">Early and late shifts</span>' in html_block(
        opening_posting(poste, handbook)
    )
    english = html_block(opening_posting(handbook.openings["job"], handbook))
    assert "Early and late shifts</" in english
    assert 'lang="en">Early' not in english


def test_it_is_counted_once(both: Handbook) -> None:
    assert list(both.originals) == ["data-analyst", "data-engineer"]
    assert [role.key for roles in both.families.values() for role in roles] == [
        "data-analyst",
        "data-engineer",
    ]
    assert [role.key for role in both.roles_by_skill["python"]] == ["data-engineer"]
    assert [it.key for it in listings(both, DAY)] == ["job"]
    assert listed(both, DAY) == {"openings/job.md", "openings/poste.md"}
    assert [entry.opening.key for entry in feed(both, DAY).entries] == ["job"]


def test_its_versions_are_known_from_each(both: Handbook) -> None:
    paths = ("roles/data-engineer.md", "roles/ingenieur.md")
    assert {both.versions[path] for path in paths} == {paths}
    assert both.in_language("guide/hire.md", "fr-CA") == "guide/aide.md"
    assert both.in_language("guide/aide.md", "en") == "guide/hire.md"
    assert both.in_language("guide/aide.md", "de") == "guide/aide.md"


def test_a_cross_reference_leads_to_the_language_of_its_page(both: Handbook) -> None:
    here = "roles/ingenieur.md"
    assert words_of("role", "data-engineer", both, here) == "Ingénieur de données (H/F)"
    assert words_of("role", "data-analyst", both, here) == "Data Analyst"
    assert words_of("role", "data-engineer", both, "guide/hire.md") == "Data Engineer"
    # Who names a translation means that one.
    assert words_of("role", "ingenieur", both, "guide/hire.md") == "Ingénieur de données (H/F)"
    level = in_language_of(Target("level", "data-engineer/senior"), both, here)
    assert level == Target("level", "ingenieur/senior")
    # A question that is not translated is read in the other language.
    question = Target("question", "data-engineer/degree")
    assert in_language_of(question, both, here) == question


def test_one_opening_is_posted_in_two_languages(both: Handbook) -> None:
    posted = {
        key: posting_document(opening_posting(both.openings[key], both)) for key in ("job", "poste")
    }
    english, french = posted["job"], posted["poste"]
    assert (french.language, french.role, french.level) == ("fr", "ingenieur", "senior")
    assert (french.requisition, french.pay, french.closes) == (
        english.requisition,
        english.pay,
        english.closes,
    )
    assert "Au deuxième étage." in french.text
    assert "Send a letter." in english.text
    assert "Send a letter." not in french.text
    assert "jobs@example.com" in french.text


def test_a_list_shows_each_job_in_the_language_of_its_readers(both: Handbook) -> None:
    assert [it.title for it in listings(both, DAY, "data-engineer", "fr")] == [
        "Ingénieur de données confirmé (H/F)"
    ]
    assert [it.key for it in listings(both, DAY, "ingenieur", "de")] == ["job"]


def test_handbook_json_has_it_with_its_original(both: Handbook) -> None:
    whole = json.loads(handbook_json(both)[0])
    assert [role["key"] for role in whole["roles"]] == ["data-analyst", "data-engineer"]
    (french,) = whole["roles"][1]["translations"]
    assert (french["key"], french["language"]) == ("ingenieur", "fr")
    assert [it["key"] for it in whole["openings"][0]["translations"]] == ["poste"]


def test_what_was_made_of_a_role_is_made_anew_with_its_translation(read: Reader) -> None:
    before = handbook_json(read(FILES))[1]
    changed = {**FILES, "roles/ingenieur.md": ROLE.replace("Charge", "Lit")}
    handbook = read(changed)
    again = handbook_json(handbook, before=before)[0]
    assert json.loads(again)["roles"][1] == json.loads(
        role_document(handbook.roles["data-engineer"], handbook).model_dump_json()
    )


def test_a_hidden_translation_leaves_no_trace(read: Reader) -> None:
    without = {path: text for path, text in FILES.items() if path != "roles/ingenieur.md"}
    hidden = {**FILES, "roles/ingenieur.md": ROLE.replace("audience: public", "audience: employee")}
    one, other = (read(files, Audience.PUBLIC) for files in (without, hidden))
    assert handbook_json(one)[0] == handbook_json(other)[0]
    assert {path: page.text for path, page in one.pages.items()} == {
        path: page.text for path, page in other.pages.items()
    }
    assert one.versions == other.versions


def test_a_translation_of_a_hidden_page_is_hidden(read: Reader) -> None:
    base = "---\naudience: hiring-team\n---\n\n# How we decide\n"
    files = {
        "guide/decide.md": base,
        "guide/decider.md": "---\nlanguage: fr\ntranslation_of: decide\n---\n\n# Décider\n",
    }
    assert "guide/decider.md" not in read(files, Audience.EMPLOYEE).pages
    assert "guide/decider.md" in read(files, Audience.HIRING_TEAM).pages


def test_what_a_draft_says_in_two_languages_is_a_draft_in_both(read: Reader) -> None:
    draft = {**FILES, "openings/job.md": OPENING.replace("status: open", "status: draft")}
    assert {*read(draft, Audience.EMPLOYEE).openings} == set()
    assert {*read(draft, Audience.HIRING_TEAM).openings} == {"job", "poste"}


def test_a_job_that_is_held_back_is_so_in_both_languages(read: Reader) -> None:
    files = {**FILES, "openings/job.md": OPENING.replace("austin", "{country: US}")}
    files["openings/job.md"] = files["openings/job.md"].replace("jobs@example.com", "a@b.example")
    handbook = gated(read(files), NOW)
    held = {key: bool(opening.held) for key, opening in handbook.openings.items()}
    assert len({*held.values()}) == 1
    assert len(list(held_back(handbook))) == len({*held_back(handbook)})


def test_what_comes_of_the_facts_is_told_once(both: Handbook) -> None:
    told = [str(it) for it in run_checks(both, DAY).findings]
    about = [it for it in told if it.startswith(("roles/ingenieur", "openings/poste"))]
    assert [it.partition("]")[0] for it in about] == [
        "roles/ingenieur.md:3: warning[translation-incomplete"
    ]


def test_what_comes_of_a_fact_that_is_stated_is_told_once(read: Reader) -> None:
    """A translation takes the fact: there is nothing to mend on its page."""
    role = (BASE / "roles/data-engineer.md").read_text("utf-8").replace(", or_experience: true", "")
    told = run_checks(read({**FILES, "roles/data-engineer.md": role}), DAY).findings
    paths = [it.path for it in told if it.rule == "degree-without-experience"]
    assert paths == ["roles/data-engineer.md"]


@pytest.mark.parametrize(
    ("tag", "name"),
    [("fr", "Français"), ("de-CH", "Deutsch (Schweiz)"), ("ar", "العربية"), ("tlh", "Klingon")],
)
def test_a_language_is_called_as_its_speakers_call_it(tag: str, name: str) -> None:
    assert name_of(tag) == name


COMPANY = """\
name: Fennmoor Freight
url: https://www.fennmoor.example
description: {en: Freight by road., fr: Le fret par la route.}
industry: {en: Logistics, fr: Logistique}
locations:
  brussels: {locality: Brussels, country: BE, names: {fr: Bruxelles, nl: Brussel}}
placeholders:
  location:
    label: {en: "City, State", fr: Ville}
    hint: {en: The place of work., fr: Le lieu de travail.}
    default: {en: One of our towns, fr: Une de nos villes}
owners:
  People team: {email: people@example.com, names: {fr: Équipe RH}}
"""


def test_what_the_company_states_by_language(read: Reader) -> None:
    handbook = read({**FILES, "company.yaml": COMPANY, "openings/job.md": BRUSSELS})
    assert handbook.problems == ()
    company = handbook.company
    said = {
        language: (
            company.said("description", language),
            company.said("industry", language),
            company.open_fact("location", "label", language),
            company.owner_called("People team", language),
            company.owner_called("Nobody", language),
        )
        for language in ("fr-CA", "de")
    }
    assert said["fr-CA"] == (
        ("Le fret par la route.", "fr"),
        ("Logistique", "fr"),
        ("Ville", "fr"),
        "Équipe RH",
        "Nobody",
    )
    assert [it if isinstance(it, str) else it[0] for it in said["de"] if it] == [
        *("Freight by road.", "Logistics", "City, State", "People team", "Nobody"),
    ]


BRUSSELS = OPENING.replace("[austin]", "[brussels]").replace("USD", "EUR")


def test_a_town_is_called_as_readers_call_it(read: Reader) -> None:
    handbook = read({**FILES, "company.yaml": COMPANY, "openings/job.md": BRUSSELS})
    assert {key: it.where for key, it in handbook.openings.items()} == {
        "job": "Brussels, Belgium",
        "poste": "Bruxelles, Belgique",
    }
    texts = {
        key: posting_document(opening_posting(it, handbook)).text
        for key, it in handbook.openings.items()
    }
    assert "à Bruxelles, Belgique" in texts["poste"]


@pytest.mark.parametrize(
    ("stated", "shown"),
    [
        ("", True),
        ("  conditions: []\n", False),
        ("  conditions: ~\n", False),
        ("  conditions: [ ]  # none here\n", False),
        ("  conditions: [{kind: vaccination, reason: Handles needles, text: Hepatitis B}]\n", True),
    ],
)
def test_an_opening_takes_back_a_fact(read: Reader, stated: str, shown: bool) -> None:
    base = (BASE / "roles/data-engineer.md").read_text("utf-8")
    conditions = "  conditions: [{kind: drug-test, reason: Drives}]\n  related:"
    files = {
        **FILES,
        "roles/data-engineer.md": base.replace("  related:", conditions),
        "openings/job.md": OPENING.replace("  status: open\n", f"  status: open\n{stated}"),
    }
    handbook = read(files)
    assert handbook.problems == ()
    # What its page takes back, its translation takes back.
    for key in ("job", "poste"):
        posting = opening_posting(handbook.openings[key], handbook)
        assert bool(posting.terms.facts.conditions) is shown
        assert ("Conditions" in posting_document(posting).text) is shown


def test_what_readers_of_a_lower_audience_may_be_meant_is_told_once(
    base: Mapping[str, bytes],
) -> None:
    hidden = "---\naudience: hiring-team\nrole:\n  title: Hidden\n  family: Data\n"
    files = {
        **base,
        "roles/hidden.md": f"{hidden}  summary: One.\n  owner: Us\n---\n\n# Hidden\n".encode(),
        "guide/case.md": b"# Case\n\nSee {role}`nowhere`.\n",
    }
    told = views_of(sources_from(files), PageCache())[-1].problems
    assert [str(it) for it in told if it.path == "guide/case.md"] == [
        "guide/case.md:3: error[unknown-role] `{role}`: there is no role `nowhere`. "
        "Roles: `data-analyst`, `data-engineer`, `hidden`"
    ]


@pytest.mark.parametrize(
    ("tag", "words"),
    [("en", "No experience needed"), ("de", "Keine Erfahrung nötig")],
)
def test_no_years_are_no_experience(tag: str, words: str) -> None:
    assert typically(parse_years("0+"), lexicon(tag)) == words


def test_types_of_employment_that_google_has_no_word_for() -> None:
    assert employment(["apprenticeship", "casual", "part-time"]) == ["OTHER", "PART_TIME"]
    assert employment(["per-diem"]) == "PER_DIEM"


def test_a_field_that_is_left_empty_takes_nothing_back(read: Reader) -> None:
    files = {**FILES, "openings/job.md": OPENING.replace("  pay:", "  travel:\n  pay:")}
    assert read(files).openings["job"].without == ()
    files = {**FILES, "openings/job.md": OPENING.replace("  pay:", "  travel: ~\n  pay:")}
    assert read(files).openings["job"].without == ("travel",)


@pytest.mark.parametrize(
    ("front", "is_valid"),
    [
        ({"translation_of": "nurse", "role": {"title": "A", "summary": "B"}}, True),
        ({"translation_of": "job", "opening": {}}, True),
        ({"role": {"title": "A", "summary": "B"}}, False),
        ({"role": {"title": "A", "summary": "B", "family": "C", "owner": "D"}}, True),
        ({"opening": {}}, False),
    ],
)
def test_the_schema_knows_what_a_translation_may_leave_out(
    front: dict[str, object], is_valid: bool
) -> None:
    found = list(Draft202012Validator(schemas()["schema/front-matter.json"]).iter_errors(front))
    assert not found if is_valid else found


def test_a_posting_in_arabic_says_its_direction(read: Reader) -> None:
    base = (BASE / "roles/data-engineer.md").read_text("utf-8")
    table = "- Answers for the tables\n\n| One | Two |\n|---|---|\n| A | B |\n"
    text = base.replace("---\nrole:", "---\nlanguage: ar\nrole:")
    text = text.replace("- Answers for the tables\n", table)
    handbook = read({"roles/data-engineer.md": text})
    assert handbook.problems == ()
    posting = role_posting(handbook.roles["data-engineer"], handbook)
    assert html_block(posting).startswith('<div lang="ar" dir="rtl">\n')
    with ZipFile(BytesIO(docx(posting))) as archive:
        document = archive.read("word/document.xml").decode()
    assert document.count("<w:bidiVisual/>") == 1
    assert document.count("<w:bidi/>") == document.count("<w:p>")
    assert 'w:bidi="ar-EG"' in document


def test_questions_name_their_translations(read: Reader) -> None:
    asked = "\n::::{faq}\n\n:::{question} Faut-il un diplôme ?\n:id: degree\nNon.\n:::\n\n::::\n"
    handbook = read({**FILES, "roles/ingenieur.md": ROLE + asked})
    site = "https://h.example/"
    english, french = (
        faq_page(handbook.roles[key], handbook, site) for key in ("data-engineer", "ingenieur")
    )
    assert english is not None
    assert french is not None
    page = {"@type": "FAQPage", "inLanguage": "fr", "url": f"{site}roles/ingenieur.html"}
    assert english["workTranslation"] == [page]
    page = {"@type": "FAQPage", "inLanguage": "en", "url": f"{site}roles/data-engineer.html"}
    assert french["translationOfWork"] == page
    without = faq_page(handbook.roles["data-engineer"], handbook)
    assert without is not None
    assert "workTranslation" not in without
