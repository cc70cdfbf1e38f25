"""A new fact is one entry in the table of facts: all who show facts show it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from hiring.model.fact_table import facts_of
from hiring.model.job_facts import JobFacts
from hiring.model.level_facts import LevelFacts
from tests.support.searched import searched_pages
from tests.support.waiting import LONG

from .conftest import SAMPLE
from .leaky import contents

PROJECT = Path(__file__).parents[2]
TEXTS = (".html", ".js", ".json", ".txt")
EARLY = "Early, from four"

Built = tuple[dict[str, Any], dict[str, str]]
"""What the script prints, and the text files of the site, by path."""


STATED = {
    "roles/baker.md": {
        "  travel: None\n": "  travel: None\n  shift: By day\n  tasting: {per_week: 2}\n",
        ":scope: One oven\n": f":scope: One oven\n:shift: {EARLY}\n",
    },
    "openings/baker-town.md": {"opening:\n": "opening:\n  tasting: {per_week: 5, of: rye}\n"},
    "plain.md": {"# Plain\n": "# Plain\n\n:::{posting-generator}\n:::\n"},
}
"""What pages of the sample have in place of some lines."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return what is said of the new facts, and the files of a site whose pages state them."""
    folder = tmp_path_factory.mktemp("new-fact")
    sample = folder / "sample"
    shutil.copytree(SAMPLE, sample)
    for path, stated in STATED.items():
        text = (sample / path).read_text("utf-8")
        for old, new in stated.items():
            assert old in text
            text = text.replace(old, new)
        (sample / path).write_text(text, "utf-8")
    script = Path(__file__).with_name("new_fact.py")
    done = subprocess.run(
        [sys.executable, str(script), str(sample), str(folder / "site")],
        capture_output=True,
        text=True,
        timeout=LONG,
        env={**os.environ, "PYTHONPATH": str(PROJECT), "SOURCE_DATE_EPOCH": "1795305600"},
    )
    assert (done.returncode, done.stderr) == (0, "")
    files = contents(folder / "site").items()
    texts = {path: data.decode() for path, data in files if Path(path).suffix in TEXTS}
    return json.loads(done.stdout), texts


def test_it_builds(built: Built) -> None:
    assert built[0]["status"] == 0


def test_pages_show_it(built: Built) -> None:
    page = built[1]["roles/baker.html"]
    box = page[page.index("hiring-facts") :].split("</dl>")[0]
    assert "Shift" in box
    assert "By day" in box
    assert "2 times a week, of bread" in box
    table = page[page.index("hiring-levels") :].split("</table>")[0]
    assert "Shift" in table
    assert EARLY in table


@pytest.mark.parametrize("path", ["openings/baker-town.html", "postings/baker-town.html"])
def test_a_posting_says_what_the_opening_the_level_or_the_role_states(
    built: Built, path: str
) -> None:
    page = built[1][path]
    assert f"<strong>Shift:</strong> {EARLY}" in page
    assert "<strong>Tasting:</strong> 5 times a week, of rye" in page


@pytest.mark.parametrize(
    ("name", "shift"), [("baker", "By day"), ("baker--helper", EARLY), ("baker--senior", "By day")]
)
def test_a_template_says_it_at_each_level(built: Built, name: str, shift: str) -> None:
    text = built[1][f"postings/{name}.txt"]
    assert f"- Shift: {shift}" in text
    assert "- Tasting: 2 times a week, of bread" in text


def test_the_generator_shows_it_and_can_leave_it_out(built: Built) -> None:
    role = built[1]["generator/roles/baker.js"]
    assert "By day" in role
    assert EARLY in role
    assert '"shift":"Shift","tasting":"Tasting"' in role
    assert '"shift":["workHours"]' in built[1]["generator/common.js"]


def test_the_search_finds_it(built: Built) -> None:
    pages = searched_pages({path: text.encode() for path, text in built[1].items()})
    role, opening = (pages[it].decode() for it in ("roles/baker", "openings/baker-town"))
    assert "Shift: By day." in role
    assert f"Shift: {EARLY}." in role
    assert "Tasting: 2 times a week, of bread." in role
    assert "Tasting: 5 times a week, of rye." in opening
    assert f"Shift: {EARLY}." in opening


def test_data_has_it(built: Built) -> None:
    document = json.loads(built[1]["handbook.json"])
    baker = next(role for role in document["roles"] if role["key"] == "baker")
    town = next(it for it in document["openings"] if it["key"] == "baker-town")
    assert (baker["shift"], baker["tasting"]) == ("By day", {"per_week": 2, "of": "bread"})
    assert [level["shift"] for level in baker["levels"]] == [EARLY, None, None]
    assert (town["shift"], town["tasting"]) == (None, {"per_week": 5, "of": "rye"})
    assert built[0]["hours"] == EARLY


@pytest.mark.parametrize("name", ["role", "opening", "front-matter", "handbook"])
def test_schemas_have_it(built: Built, name: str) -> None:
    schema = json.loads(built[1][f"schema/{name}.json"])
    assert "Tasting" in schema["$defs"]
    holder = schema if name in ("role", "opening") else schema["$defs"]
    assert '"shift"' in json.dumps(holder)


def test_the_reader_knows_it(built: Built) -> None:
    long = "Early and late and late and late and late and late and late and late and late an…"
    assert built[0]["wrong"] == [
        "roles/baker.md:12: error[missing-field] `role.tasting.per_week` is missing: add it",
        "roles/baker.md:12: error[unknown-field] `per_day` is no field here. "
        "Allowed: `per_week`, `of`",
        f"roles/baker.md:61: error[bad-value] `shift`: found `{long}`, "
        "wanted at most 200 characters",
    ]


def test_the_review_reads_it(built: Built) -> None:
    assert {"By day", EARLY} <= set(built[0]["prose"])


def test_the_reference_has_it_once_it_is_written_anew(built: Built) -> None:
    job, level = (list(facts_of(it)) for it in (JobFacts, LevelFacts))
    anew = _quoted([*(name for name in job if name not in level), "tasting", "smell"])
    options = _quoted(["years", "background", "scope", *level, "shift", "beside", "id"])
    both = _quoted([*level, "shift"])
    assert built[0]["reference"] == [
        "| `shift` | when the work is done |",
        "| `tasting` | how often, and of what |",
        "| `smell` | what of |",
        f"| {both} | where they are left out: the level's, then the role's |",
        f"| {anew} | where they are left out: the role's |",
        "| `level NAME` | a list of what this level adds to the one below, and `qualifications` of "
        f"its own | {options} |",
    ]


def _quoted(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def test_what_it_lacks_is_told(built: Built) -> None:
    found = built[0]["lacks"]
    by_hand = [
        "its label under `facts` of data/words-de.yaml",
        "its label under `facts` of data/words-fr.yaml",
        "its row in handbook/guide/reference.md: `make docs` writes it",
        "a line in the example under *Front matter* of handbook/guide/reference.md",
        "a line in the role of site/command/blank.py: its label would seem to be a secret",
        "made-up values in STATED of tests/core/examples.py, for postings with every fact",
    ]
    assert found["shift"] == found["tasting"] == by_hand
    assert found["smell"] == [
        "`spoken` in its entry: nobody reads a smell as Python writes it",
        "a `label` of its own in its entry",
        "a property in `data` of its entry that no other fact has",
        "`posted` in its entry: structured data says nothing that the posting does not (J19)",
        *by_hand,
    ]
