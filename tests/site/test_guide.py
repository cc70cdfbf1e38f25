"""The authoring reference names everything that the language has, and nothing else."""

from __future__ import annotations

import re
from dataclasses import fields

from hiring.language.vocabulary import DIRECTIVES, REFERENCES
from hiring.manual import parts_of
from hiring.model.checks import Limits
from hiring.model.facts import Company, OpeningFacts
from hiring.model.lexicon import AMERICAN
from hiring.model.role_facts import RoleFacts
from hiring.posting.laws import REQUIREMENTS, pay_laws
from hiring.reading.sources.settings import NAMES
from hiring.site.domain.config import SiteConfig
from hiring.site.nodes.disclosures import group_entries
from hiring.site.nodes.voice import Voice
from hiring.site.views.laws import law_list
from tests.support.fixtures import FROZEN, GUIDE
from tools.write_facts import with_facts

REFERENCE = (GUIDE / "reference.md").read_text(encoding="utf-8")
BESIDE = ("plan-an-interview", "languages", "settings")
"""The pages that have what takes more room than the reference gives it."""
WHOLE = REFERENCE + "".join((GUIDE / f"{it}.md").read_text(encoding="utf-8") for it in BESIDE)

PARTS = """
pages-and-keys front-matter jobs-by-the-shift-in-part-time-for-a-time conditions-of-a-job
pay-that-differs-by-place-department-or-step languages-of-pages one-page-in-several-languages
whom-to-turn-to openings blocks the-body-the-conditions-the-way-to-an-answer benefits-of-a-role
levels questions steps-of-a-skill interviews stages-of-other-roles pictures placeholders audiences
showing-what-the-handbook-knows cross-references plain-markdown-and-a-little-more
what-the-check-finds settings what-the-build-writes
"""
"""The parts of the reference that other pages and other sites may lead to."""


def rows(heading: str) -> dict[str, str]:
    """Return the rows of the tables under a heading: first cell to the last."""
    section = WHOLE.split(f"\n## {heading}\n")[-1].split("\n## ", 1)[0]
    found = re.findall(r"^\| (.+?) \|(?:.* \|)? (.+) \|$", section, re.MULTILINE)
    return dict(found)


def test_every_limit_is_explained_with_its_default() -> None:
    guide = (GUIDE / "checks.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(\w+)` \| (\S+) \|", guide, re.MULTILINE))
    assert rows == {name: str(value) for name, value in Limits()}


def test_every_law_is_listed_with_what_it_wants_and_who_says_so() -> None:
    listed = law_list(pay_laws(), Voice("en"))
    held = listed.findall(group_entries)
    entries = {it["ids"][0]: it.parent.astext() for it in held}
    for law in pay_laws():
        told = entries[f"law-{law.name.lower().replace(' ', '-')}"]
        assert f"Source: {law.source} ({AMERICAN.part_of_date(law.as_of)})." in told
        for said in (law.name, law.doubt, law.on_request, law.also[1:]):
            assert said in told
        assert all(REQUIREMENTS[what] in told for what in law.asks)
    assert len(entries) == len({law.name for law in pay_laws()})


def test_every_setting_is_explained() -> None:
    found = rows("Settings")
    assert {entry.name for entry in fields(SiteConfig)} == set(NAMES) - {"version"}
    for entry in fields(SiteConfig):
        assert found[f"`hiring_{entry.name}`"] == entry.metadata["help"]


def test_every_word_of_the_language_is_named() -> None:
    for name in (*DIRECTIVES, *REFERENCES, *RoleFacts.model_fields, *OpeningFacts.model_fields):
        assert re.search("`{?" + name + "[`} ]", WHOLE), name


def test_what_led_into_the_reference_still_does() -> None:
    assert {*PARTS.split()} <= parts_of(REFERENCE.split("\n")).keys()


def test_the_reference_can_be_scanned() -> None:
    """What is looked up once one knows that it is there is folded."""
    folded = re.sub(r"^(:{7})\{dropdown\}.*?^\1$", "", REFERENCE, flags=re.DOTALL | re.MULTILINE)
    sections = re.split(r"^#+ .*$", folded, flags=re.MULTILINE)[1:]
    assert len(sections) > 20
    assert max(len(it.split()) for it in sections) < 160


def test_every_fact_has_its_row() -> None:
    assert with_facts(REFERENCE) == REFERENCE, "the facts have changed: `make docs` writes them"


def test_every_fact_of_the_company_is_in_the_file() -> None:
    text = (FROZEN / "company.yaml").read_text(encoding="utf-8")
    for name in Company.model_fields:
        assert re.search(rf"^(?:# )?{name}:", text, re.MULTILINE), name
