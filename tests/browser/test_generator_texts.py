"""What the generator's scripts make of a template is what the build makes of the same facts.

The scripts' functions run alone here, without a page; tests/core holds the templates themselves.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from hiring.model.audience import Audience
from hiring.model.fact_shapes import Education
from hiring.posting.compose import compose, opening_posting
from hiring.posting.content import plain
from hiring.posting.formats.html import html_block
from hiring.posting.formats.markdown import markdown
from hiring.posting.formats.text import plain_text
from hiring.posting.generator.common import asking, common_data
from hiring.posting.generator.roles import role_data
from hiring.posting.structured import job_posting
from hiring.posting.terms import terms_of_role
from hiring.reading.handbook import read_handbook, understand
from hiring.reading.pages.page_cache import PageCache
from hiring.reading.sources.sources import sources_from
from hiring.site.hooks.scripts import GENERATOR, PARTS
from tests.core.examples import opening
from tests.core.templates import FORMATS, with_placeholders, word
from tests.support.cases import BASE, base_files
from tests.support.fixtures import FROZEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

    from hiring.model.handbook import Handbook
    from hiring.posting.compose import Posting

    Texts = Callable[[Handbook, str, list[dict[str, Any]]], list[list[str]]]

pytestmark = pytest.mark.browser

ROLES = sorted(file.stem for file in (FROZEN / "roles").glob("*.md") if file.stem != "index")
TODAY = date(2026, 11, 22)
TRADES = BASE.parent / "trades"
FUNCTIONS = ["elements", *(f"generator/{name}" for name in GENERATOR if name != "main")]

ALL_TEXTS = """
    const known = {role: data.role, common: data.common};
    return data.chosen.map((chosen) => {
        const choices = {...freshChoices(), ...chosen};
        const posting = chosenPosting(choices, known);
        const texts = Object.keys(TEXT_FORMATS).map((name) => postingText(posting, name));
        const shown = makeElement("div", {}, ...previewOf(posting, 2));
        const html = new DOMParser().parseFromString(texts[2], "text/html").body;
        const isShown = html.innerHTML.trim() === shown.innerHTML.trim();
        const data = JSON.stringify(jobPostingData(posting, choices, known));
        return [...texts, data, String(isShown)];
    });
"""


@pytest.fixture(scope="module")
def texts(browser: Browser) -> Iterator[Texts]:
    """Return what makes all texts of a role by some choices.

    They are the formats, the data, and whether the page shows the HTML that is copied.
    """
    page = browser.new_page()
    parts = [(PARTS / f"{name}.js").read_text("utf-8") for name in FUNCTIONS]
    script = "\n".join(["(data) => {", *parts, ALL_TEXTS, "}"])

    def texts(handbook: Handbook, key: str, chosen: list[dict[str, Any]]) -> list[list[str]]:
        role, common = role_data(handbook.roles[key], handbook), common_data(handbook, TODAY)
        data = json.loads(json.dumps({"role": role, "common": common, "chosen": chosen}))
        found: list[list[str]] = page.evaluate(script, data)
        return found

    yield texts
    page.close()


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    """Return the frozen handbook, as the generator takes it."""
    return asking(read_handbook(FROZEN))


@pytest.fixture(scope="module")
def difficult(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    """Return the small handbook with placeholders in every place."""

    def read(files: dict[str, str]) -> Handbook:
        folder = tmp_path_factory.mktemp("pages") / "handbook"
        shutil.copytree(BASE, folder)
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")
        return read_handbook(folder)

    return with_placeholders(read)


def in_all_formats(posting: Posting) -> list[str]:
    """Return the build's texts, in the order of the scripts' formats."""
    made = {"text": plain_text, "markdown": markdown, "html": html_block, "word": word}
    return [made[name](posting) for name in FORMATS]


@pytest.mark.parametrize("key", ROLES)
def test_every_level_and_place(texts: Texts, handbook: Handbook, key: str) -> None:
    company, role = handbook.company, handbook.roles[key]
    chosen: list[dict[str, Any]] = []
    wanted = []
    for level in (None, *role.levels):
        terms = terms_of_role(role, handbook, level)
        own = {"role": key, "level": level.id if level else ""}
        for place, location in ((None, None), *company.locations.items()):
            chosen.append({**own, "places": [place] if place else []})
            there = replace(terms, places=(location,) if location else ())
            wanted.append(in_all_formats(compose(there, handbook)))
        chosen.append({**own, "work": "remote", "areas": ["US-TX", "BE"]})
        anywhere = replace(terms, remote=("US-TX", "BE")).stating(work_arrangement="remote")
        wanted.append(in_all_formats(compose(anywhere, handbook)))
    for found, expected, choices in zip(texts(handbook, key, chosen), wanted, chosen, strict=True):
        # What is open still is a run of its own in the build's document.
        assert found[:3] == expected[:3], choices


DIFFICULT = (
    "</script><b>]]>&amp; \"quoted\" 'so' #1 `x` *y* _z_ [a](b) 1. \\",
    "-#1. &amp; | ~~no~~",
    "2026",
    "amp;",
    "R&D",
    "_",
    "*a*",
    "\u05db\u05d5\u05ea\u05e8\u05ea a",
    "東京のエンジニアを募集しています。🚀 e\u0301 ﷺ 👩‍💻",
    "one\ntwo\r\n\tthree\u2028four",
    "\x00\x07\ufdd01\ufdd1\U0001ffff",
    "C#",
    "$& $1 \\1",
)
FACTS: dict[str, Any] = {
    "role": "data-engineer",
    "level": "senior",
    "status": "open",
    "posted": "2026-11-20",
    "closes": "2026-12-31",
    "positions": "3",
}
ADDRESSES = ("https://a.example/jobs?a='b'&copy;=c\\d", "o'neil&b@b.example")


@pytest.mark.parametrize("text", DIFFICULT)
@pytest.mark.parametrize("address", ADDRESSES)
def test_whatever_is_typed(texts: Texts, difficult: Handbook, text: str, address: str) -> None:
    kind = "email" if "@" in address else "url"
    said = " ".join(plain(text).split())
    facts = {
        **FACTS,
        "requisition": said,
        "start": said,
        "fill": {"team": said},
        "work_arrangement": "hybrid",
        "apply": {kind: address},
        "locations": ["austin", {"locality": said, "country": "US"}],
    }
    posting = opening_posting(opening(difficult, facts), difficult)
    typed = {"requisition": text, "start": text, "team": text, "apply": address}
    chosen = {
        "level": "senior",
        "work": "hybrid",
        "places": ["austin"],
        "elsewhere": {"locality": text, "country": "US"},
        "facts": {**typed, **{name: FACTS[name] for name in ("posted", "closes", "positions")}},
    }
    [[*found, data, is_shown]] = texts(difficult, "data-engineer", [chosen])
    assert found == in_all_formats(posting)
    assert json.loads(data) == job_posting(posting, TODAY)
    assert is_shown == "true"


def test_what_is_no_address_is_no_link(texts: Texts, difficult: Handbook) -> None:
    typed = ["javascript:alert(1)", "ask <b>Ann</b>", "https://a.example/a b", "a@b @c"]
    chosen = [{"facts": {"apply": text}} for text in typed]
    for text, [plain_, _, html, word_, _, _] in zip(
        typed, texts(difficult, "data-engineer", chosen), strict=True
    ):
        assert f"How to apply: Write. Apply at {text}\n" in plain_
        assert html.count("<a ") == html.count('href="https://')
        assert word_.count("<w:hyperlink ") == html.count("<a ")


def test_a_remote_job_as_data(texts: Texts, handbook: Handbook) -> None:
    key = "machine-learning-engineer"
    facts = {**FACTS, "role": key, "requisition": "A", "remote": ["US", "US-TX"]}
    facts["apply"] = {"email": "a@a.example"}
    facts["start"] = "2027-02-01"
    wanted = job_posting(opening_posting(opening(handbook, facts), handbook), TODAY)
    names = ("posted", "closes", "positions", "requisition", "start")
    typed = {**{name: facts[name] for name in names}, "apply": "a@a.example"}
    chosen = {"level": "senior", "work": "remote", "areas": ["US", "US-TX"], "facts": typed}
    [[*_, data, _]] = texts(handbook, key, [chosen])
    assert json.loads(data) == wanted
    assert json.loads(data)["jobLocationType"] == "TELECOMMUTE"


def test_other_pay_stands_beside_the_range(texts: Texts, handbook: Handbook) -> None:
    key = "data-engineer"
    said = "A bonus of up to 10 % a year"
    terms = replace(terms_of_role(handbook.roles[key], handbook), other_pay=said)
    [[*found, data, _]] = texts(handbook, key, [{"facts": {"other-pay": said}}])
    # What is open still is a run of its own in the build's document.
    assert found[:3] == in_all_formats(compose(terms, handbook))[:3]
    assert json.loads(data)["incentiveCompensation"] == said


def test_what_a_role_states_stands_until_something_else_is_typed(texts: Texts) -> None:
    page = (TRADES / "nurse.md").read_bytes()
    electrician = (TRADES / "electrician.md").read_bytes()
    files = {**base_files(), "roles/nurse.md": page, "roles/electrician.md": electrician}
    read = asking(understand(sources_from(files), Audience.PUBLIC, PageCache()))
    said = "Differential: $4 an hour at night; Bonus: $2,000 after the first year"
    chosen: list[dict[str, Any]] = [{}, {"facts": {"other-pay": "None"}}]
    stated, typed = texts(read, "nurse", chosen)
    assert f"- Other pay: {said}\n" in stated[0]
    assert "- Other pay: None\n" in typed[0]
    incentives = [json.loads(it[-2])["incentiveCompensation"] for it in (stated, typed)]
    assert incentives == ["Bonus: $2,000 after the first year", "None"]
    whole, less = texts(read, "electrician", [{}, {"without": ["licenses"]}])
    text, *licenses = json.loads(whole[-2])["qualifications"]
    assert json.loads(less[-2])["qualifications"] == text
    assert licenses[0]["name"] == "General electrician"
    assert "| First | 8 |" in whole[1]
    assert "Licenses" not in less[0]


def test_data_does_not_say_what_the_posting_does_not(texts: Texts, handbook: Handbook) -> None:
    key = "machine-learning-engineer"
    role = handbook.roles[key]
    facts = role.facts.model_copy(update={"education": Education(level="associate")})
    strict = replace(handbook, roles={key: replace(role, facts=facts)})
    senior: dict[str, Any] = {"level": "senior"}
    without = ["pay", "education", "benefits", "qualifications"]
    chosen = [senior, {**senior, "without": without}]
    whole, less = (json.loads(data) for *_, data, _ in texts(strict, key, chosen))
    gone = {"baseSalary", "educationRequirements", "jobBenefits", "qualifications", "skills"}
    assert whole.keys() - less.keys() == gone
    assert "Pay range" in whole["description"]
    assert "Pay range" not in less["description"]
