"""What is for the hiring team alone is marked as such, and is in no build for others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from pathlib import Path

    from bs4 import Tag

    from .conftest import Build

LABEL = "Hiring team only"
START, END = "::::::{audience} hiring-team", "::::::"

PAGE = f"""\
# Plain

Before.

{START}
Secret one.

- Secret two

{END}
Between.

:::{{note}}
Open.

{START}
Secret three.
{END}
:::

{START}
## Secret four

Secret five.

### Secret six

Secret seven.
{END}

After.

::::::{{audience}} employee
Employees read this.
::::::

::::{{tab-set}}

:::{{tab-item}} Open
Open tab.
:::

{START}
:::{{tab-item}} Secret eight
Secret nine.
:::
{END}
::::

:::{{job-brief}}
:from: spy
:::

:::{{level-diff}}
:from: baker/helper
:to: baker/senior
:::

:::{{levels}}
:from: baker, miller
:::

:::{{responsibilities}}
:from: baker
:::
"""

LEVEL = """\
:::{level} Senior
:years: 5+
- Teaches
:::
"""
QUESTION = """\
:::{question} Do I need a degree?
:id: degree
:also: education
No. Ask a {role}`miller`.
:::
"""
ROLE = {
    LEVEL: f"{START}\n{LEVEL}{END}\n",
    QUESTION: f"{START}\n{QUESTION}{END}\n",
    "At four.\n": f"At four.\n\n{START}\nOr later.\n{END}\n",
    "## Responsibilities\n": f"{START}\n## Responsibilities\n",
    "## What you bring\n": f"{END}\n\n## What you bring\n",
}

OPENING = f"""
{START}
Secret ten.

1. Secret eleven
{END}

Open to all.

{START}
- Secret twelve
{END}

{START}
## Secret thirteen

Secret fourteen.
{END}
"""

SPY = """\
---
role: {title: Spy, family: Kitchen, summary: Spies., owner: People team}
audience: hiring-team
---

# Spy

:::{job-brief}
All is secret.
:::
"""


@pytest.fixture
def secret(sample: Path) -> Path:
    """Return the sample with parts, and a page, for the hiring team."""
    (sample / "plain.md").write_text(PAGE, encoding="utf-8")
    role = sample / "roles/baker.md"
    text = role.read_text(encoding="utf-8")
    for before, after in ROLE.items():
        assert text.count(before) == 1
        text = text.replace(before, after)
    role.write_text(text, encoding="utf-8")
    opening = sample / "openings/baker-town.md"
    text = opening.read_text(encoding="utf-8")
    opening.write_text(f"---\naudience: employee\n{text[4:]}{OPENING}", encoding="utf-8")
    (sample / "roles/spy.md").write_text(SPY, encoding="utf-8")
    (sample / "interviews").mkdir()
    (sample / "interviews/plan.md").write_text(f"# Plan\n\nAsk.\n\n{START}\nAll.\n{END}\n")
    return sample


FILES = ("postings/baker.txt", "generator/roles/baker.js")


def page(out: Path, name: str) -> BeautifulSoup:
    return BeautifulSoup((out / f"html/{name}.html").read_text("utf-8"), "html.parser")


def texts(found: list[Tag]) -> list[str]:
    return [" ".join(it.get_text(" ").split()) for it in found]


def test_pages_and_parts_are_marked(secret: Path, tmp_path: Path, build: Build) -> None:
    build(secret, tmp_path, hiring_audience="hiring-team")
    plain = page(tmp_path, "plain")
    assert texts(plain.select("div.hiring-team-only"))[:3] == [
        f"{LABEL} Secret one. Secret two",
        f"{LABEL} Secret three.",
        LABEL,
    ]
    titles = [str(next(it.strings)) for it in plain.select(".hiring-team-only-title")]
    assert titles == ["Secret four", "Secret six"]
    for words in ("Before.", "Between.", "Open.", "After.", "Employees read this."):
        [found] = [it for it in plain.select("p") if it.get_text() == words]
        assert found.find_parent(class_="hiring-team-only") is None, words
    [tab] = [it for it in plain.select(".sd-tab-content") if "Secret nine" in it.get_text()]
    assert texts([tab]) == [f"{LABEL} Secret nine."]
    assert f"{LABEL} All is secret." in texts(plain.select("div.hiring-team-only"))
    plan = page(tmp_path, "interviews/plan")
    assert texts(plan.select(".hiring-team-only-band")) == [LABEL], "once, and not its parts"
    spy = page(tmp_path, "roles/spy")
    assert texts(spy.select(".hiring-team-only-band")) == [LABEL], "the page says it already"
    for file in (tmp_path / "html").rglob("*.html"):
        assert "for-hiring-team" not in file.read_text(encoding="utf-8")


def test_levels_questions_and_blocks_are_marked(secret: Path, tmp_path: Path, build: Build) -> None:
    build(secret, tmp_path, hiring_audience="hiring-team")
    baker = page(tmp_path, "roles/baker")
    [row] = baker.select("tr.hiring-team-only")
    assert texts(row.select(".hiring-level-name, .hiring-team-only-label")) == ["Senior", LABEL]
    [question] = baker.select("details.hiring-team-only > summary")
    assert question.get_text() == f"Do I need a degree? {LABEL}"
    marked = texts(baker.select("div.hiring-team-only"))
    assert f"{LABEL} Or later." in marked
    [block] = [it for it in marked if "Bake bread" in it]
    assert LABEL not in block, "said above the heading, once"
    elsewhere = texts(page(tmp_path, "plain").select("div.hiring-team-only"))
    assert sum(it.startswith(f"{LABEL} Teaches") for it in elsewhere) == 2
    assert sum(it.startswith(f"{LABEL} Bake bread") for it in elsewhere) == 1


def test_a_mark_in_place_of_an_empty_line_marks_what_others_show(
    sample: Path, tmp_path: Path, build: Build
) -> None:
    (sample / "plain.md").write_text("# Plain\n\n:::{responsibilities}\n:from: baker\n:::\n")
    role = sample / "roles/baker.md"
    text = role.read_text(encoding="utf-8")
    spaced = text.replace(":::{responsibilities}", "\n:::{responsibilities}").replace(
        "## What you bring", "\n## What you bring"
    )
    role.write_text(spaced, encoding="utf-8")
    build(sample, tmp_path, hiring_audience="hiring-team")
    assert LABEL not in page(tmp_path, "plain").get_text()
    marked = spaced.replace("\n\n\n:::{resp", f"\n\n{START}\n:::{{resp").replace(
        ":::\n\n\n## What you", f":::\n{END}\n\n## What you"
    )
    role.write_text(marked, encoding="utf-8")
    build(sample, tmp_path, hiring_audience="hiring-team")
    assert LABEL in page(tmp_path, "plain").get_text()


def test_postings_parts_are_marked(secret: Path, tmp_path: Path, build: Build) -> None:
    build(secret, tmp_path, hiring_audience="hiring-team")
    town = page(tmp_path, "openings/baker-town")
    [*_, title] = town.select("h2.hiring-team-only-title")
    assert next(iter(title.strings)) == "Secret thirteen"
    marked = texts(town.select("div.hiring-team-only"))
    assert marked[:3] == [
        f"{LABEL} Secret ten. Secret eleven",
        f"{LABEL} Secret twelve",
        f"{LABEL} Secret fourteen.",
    ]
    [block] = marked[3:]
    assert block.startswith(f"{LABEL} Bake bread"), "which the role keeps from others"
    [entry] = [it for it in town.select("p") if it.get_text() == "Open to all."]
    assert entry.find_parent(class_="hiring-team-only") is None
    template = texts(page(tmp_path, "roles/baker").select(".hiring-posting div.hiring-team-only"))
    assert [it.startswith(f"{LABEL} Bake bread") for it in template] == [True] * len(template)


def test_what_goes_out_leaves_parts_out(secret: Path, tmp_path: Path, build: Build) -> None:
    (secret / "plain.md").write_text("# Plain\n\n:::{posting-generator}\n:::\n", "utf-8")
    build(secret, tmp_path, hiring_audience="hiring-team")
    site = tmp_path / "html"
    assert not (site / "postings/baker--senior.txt").exists(), "a level that nobody else sees"
    for name in ("baker-town", "baker", "baker--helper"):
        text = (site / f"postings/{name}.txt").read_text("utf-8")
        assert "Secret" not in text
        assert "Bake bread" not in text
        assert "Teaches" not in text
        assert "Senior level" not in text
    generator = (site / "generator/roles/baker.js").read_text("utf-8")
    assert "Bake bread" not in generator
    assert "Mixes dough" in generator
    assert "Bake bread" in page(tmp_path, "roles/baker").get_text()


def test_a_mark_in_place_of_an_empty_line_is_out_of_what_is_there(
    sample: Path, tmp_path: Path, build: Build
) -> None:
    (sample / "plain.md").write_text("# Plain\n\n:::{posting-generator}\n:::\n", "utf-8")
    role = sample / "roles/baker.md"
    text = role.read_text("utf-8").replace(":::{responsibilities}", "\n:::{responsibilities}")
    spaced = text.replace("## What you bring", "\n## What you bring")
    role.write_text(spaced, "utf-8")
    build(sample, tmp_path, hiring_audience="hiring-team")
    before = spaced.replace("\n\n\n:::{resp", f"\n\n{START}\n:::{{resp")
    role.write_text(before.replace(":::\n\n\n## What you", f":::\n{END}\n\n## What you"), "utf-8")
    files = [tmp_path / "html" / it for it in FILES]
    assert [b"Bake bread" in file.read_bytes() for file in files] == [True, True]
    build(sample, tmp_path, hiring_audience="hiring-team")
    assert [b"Bake bread" in file.read_bytes() for file in files] == [False, False]


@pytest.mark.parametrize("audience", ["public", "employee"])
def test_nothing_says_so_to_others(
    secret: Path, tmp_path: Path, build: Build, audience: str
) -> None:
    for name in ("index", "plain", "roles/baker"):
        file = secret / f"{name}.md"
        text = file.read_text(encoding="utf-8")
        is_front = text.startswith("---")
        text = text.replace("---\n", "---\naudience: public\n", 1) if is_front else text
        file.write_text(text if is_front else f"---\naudience: public\n---\n\n{text}")
    build(secret, tmp_path, hiring_audience=audience)
    for file in (tmp_path / "html").rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert LABEL not in text, file
        assert "hiring-team-only" not in text, file
        assert "Secret" not in text, file


def test_books_say_so_too(secret: Path, tmp_path: Path, build: Build) -> None:
    build(secret, tmp_path, "text", hiring_audience="hiring-team")
    text = (tmp_path / "text/plain.txt").read_text(encoding="utf-8")
    assert f"{LABEL}\n\nSecret one." in text


@pytest.mark.parametrize("audience", ["employee", "hiring-team"])
def test_what_goes_out_of_a_public_page_is_for_the_public(
    sample: Path, tmp_path: Path, build: Build, audience: str
) -> None:
    """Whoever builds it: people paste from the site that they read."""
    part = START.replace("hiring-team", "employee")
    opening = sample / "openings/baker-town.md"
    text = opening.read_text("utf-8")
    text = f"---\naudience: public\n{text[4:]}\n{part}\n## Budget\n\nKept inside.\n{END}\n"
    opening.write_text(text, "utf-8")
    role = sample / "roles/baker.md"
    text = role.read_text("utf-8").replace("redirects:", "audience: public\nredirects:")
    text = text.replace(":::{responsibilities}", f"\n{part}\n:::{{responsibilities}}")
    role.write_text(text.replace("## What you bring", f"{END}\n\n## What you bring"), "utf-8")
    address = "https://sample.example/"
    build(sample, tmp_path, hiring_audience=audience, html_baseurl=address)
    site = tmp_path / "html"
    assert "Kept inside." in page(tmp_path, "openings/baker-town").get_text()
    assert "Bake bread" in page(tmp_path, "roles/baker").get_text()
    for file in (*(site / "postings").iterdir(), *(site / "feeds").iterdir()):
        data = file.read_bytes()
        assert b"Kept inside" not in data, file
        assert b"Bake bread" not in data, file
    assert b"baker-town" in (site / "feeds/openings.json").read_bytes()


RUBRIC = "# Points\n\n:::{rubric} sql\n1. Guesses\n2. Asks\n3. Reads\n4. Teaches\n:::\n"
SHOWN = "# Shown\n\n:::{rubric} sql\n:from: baker\n:level: senior\n:::\n"


def test_a_rubric_shown_elsewhere_follows_the_one_that_counts(
    sample: Path, tmp_path: Path, build: Build
) -> None:
    (sample / "interviews").mkdir()
    points = sample / "interviews/points.md"
    points.write_text(RUBRIC)
    (sample / "interviews/shown.md").write_text(SHOWN)
    for words in ("Guesses", "Makes up", "Invents"):
        points.write_text(points.read_text().replace("Guesses", words))
        if words == "Invents":  # a closer one counts from now on
            closer = RUBRIC.replace("Guesses", words).replace("sql\n", "sql\n:role: baker\n")
            points.write_text(points.read_text() + closer.removeprefix("# Points\n"))
        build(sample, tmp_path, hiring_audience="hiring-team")
        [shown] = page(tmp_path, "interviews/shown").select(".hiring-rubric")
        assert texts(shown.select("dd")) == [words, "Asks", "Reads", "Teaches"]
        assert not shown.select("[id]"), "links lead to where it is written"
    assert "Baker" in shown.get_text()
    (sample / "interviews/shown.md").unlink()
    (sample / "zz.md").write_text(f"---\naudience: employee\n---\n\n{SHOWN}")
    build(sample, tmp_path / "employee", hiring_audience="employee")
    assert page(tmp_path / "employee", "zz").select(".hiring-rubric") == []
