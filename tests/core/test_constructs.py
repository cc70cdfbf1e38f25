"""Every construct of the language says the same to people, search, job boards, data and checks."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from hiring.checks.language.prose import page_prose
from hiring.exports.documents import handbook_document
from hiring.language.vocabulary import DIRECTIVES, INLINE, REFERENCES
from hiring.model.audience import Audience
from hiring.model.rules import Rule
from hiring.posting.compose import role_posting
from hiring.posting.content import spans_in
from hiring.posting.structured_role import faq_page
from hiring.reading.handbook import understand
from hiring.reading.pages.page_cache import PageCache
from hiring.reading.sources.sources import sources_from
from hiring.search.records import page_records
from tests.support.cases import stated_in

if TYPE_CHECKING:
    from hiring.model.handbook import Handbook

CONSTRUCTS: list[dict[str, str]] = stated_in(Path(__file__).with_name("constructs.yaml"))
PAGE = "roles/cook.md"
FACTS = """---
role: {title: Cook, family: Kitchen, summary: Cooks., owner: People team}
---

# Cook

"""
REST = """
::::{levels}
:::{level} Senior
Cooks more
:::
::::
"""
FILES = {
    "company.yaml": "name: Mill\nurl: https://example.org\n"
    "placeholders: {location: {label: 'City, State', hint: Where}}\n",
    "skills.yaml": "skills: [{key: python, name: Python, description: A language}]\n",
    "openings/cook-ghent.md": "---\nopening: {role: cook, requisition: R-1}\n---\n",
    "guide/page.md": "# Page\n\n(label)=\n## Here\n\n:::{glossary}\nShift\n  Hours\n:::\n",
}


def handbook_with(markdown: str) -> Handbook:
    """Return a handbook whose one role has the Markdown as its brief, and as an answer."""
    question = f":::::::{{question}} What is the pay?\n:id: pay\n\n{markdown}\n:::::::\n"
    answer = f"::::::::{{faq}}\n{question}::::::::\n"
    page = FACTS + f":::::::{{job-brief}}\n\n{markdown}\n:::::::\n" + REST + answer
    files = {**FILES, PAGE: page, "roles/form.pdf": "%PDF-", "roles/chart.png": "\x89PNG"}
    encoded = {path: text.encode("latin-1") for path, text in files.items()}
    return understand(sources_from(encoded), Audience.HIRING_TEAM, PageCache())


def words(text: str) -> list[str]:
    return re.findall(r"[A-Za-z]+", text)


def said(handbook: Handbook) -> dict[str, str]:
    """Return what each output says of the construct."""
    role = handbook.roles["cook"]
    document = handbook_document(handbook).roles[0]
    faq = faq_page(role, handbook)
    brief = role_posting(role, handbook).section("brief")
    records = page_records(handbook, handbook.pages[PAGE], [], date(2026, 11, 22)).records
    found = next(record for record in records if record.kind == "question")
    prose = list(page_prose(handbook.pages[PAGE], handbook))
    return {
        "handbook.json, a block": document.blocks["job-brief"].text,
        "handbook.json, an answer": document.questions[0].text,
        "FAQPage": faq["mainEntity"][0]["acceptedAnswer"]["text"] if faq else "",
        "posting": " ".join(span.text for span in spans_in(brief.content)) if brief else "",
        "search": found.text,
        "checks, a block": "\n".join(it.text for it in prose if it.anchor == "job-brief"),
        "checks, an answer": "\n".join(
            it.text for it in prose if it.anchor == "question-pay" and it.kind != "question"
        ),
    }


@pytest.mark.parametrize("case", CONSTRUCTS, ids=lambda case: case["construct"])
def test_a_construct_says_the_same_everywhere(case: dict[str, str]) -> None:
    handbook = handbook_with(case["markdown"].rstrip("\n"))
    # The construct stands on the page twice, with what it names.
    passed = (Rule.ASSET, Rule.LINK_DEFINITION, Rule.FOOTNOTE, Rule.DUPLICATE_ID)
    assert [str(problem) for problem in handbook.problems if problem.rule not in passed] == []
    passed_over, whole = words(case["words"]), words(case.get("code", case["words"]))
    expected: dict[str, Any] = {
        output: passed_over if output.startswith("checks") else whole for output in said(handbook)
    }
    blocks = case["construct"] in ("indented code", "fenced code", "code-block")
    expected["search"] = passed_over if blocks else whole
    assert {output: words(text) for output, text in said(handbook).items()} == expected


def test_every_word_of_the_language_is_a_construct() -> None:
    theirs = {name for name, spec in DIRECTIVES.items() if not spec.own}
    markdown = "\n".join(case["markdown"] for case in CONSTRUCTS)
    assert {name for name in theirs if f"{{{name}}}" not in markdown} == {"toctree"}
    assert {name for name in (*REFERENCES, *INLINE) if f"{{{name}}}`" not in markdown} == set()
