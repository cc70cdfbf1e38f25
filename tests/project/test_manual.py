"""The manual in a terminal: plain Markdown, whose links lead to pages that are there."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

import pytest

from hiring import manual
from hiring.__main__ import main
from hiring.checks.catalog import RULES
from hiring.posting.laws import pay_laws
from hiring.site.command.in_terminal import worked_out
from tests.support.fixtures import GUIDE

PROJECT = GUIDE.parents[1]
PAGES = sorted(file.stem for file in GUIDE.glob("*.md") if file.stem != "index")
NAMED = re.compile(r"hiring guide ([a-z][a-z0-9-]*)(?:#([a-z0-9-]+))?")


@cache
def lines_of(page: str) -> list[str]:
    return manual.page_lines(page, worked_out)


@cache
def parts_of(page: str) -> frozenset[str]:
    """Return the parts of a page, by their anchors."""
    return frozenset(manual.parts_of(lines_of(page)))


@cache
def prose(page: str) -> str:
    """Return a page without its code: what is written about, and what is shown, are apart."""
    lines = lines_of(page)
    code = manual.code_lines(manual.nodes_of("\n".join(lines)))
    text = "\n".join(it for number, it in enumerate(lines, 1) if number not in code).strip()
    return re.sub(r"(`+)(?!`).+?(?<!`)\1(?!`)", "", text)


def test_every_page_is_listed_with_what_it_is_about(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["guide"]) == 0
    told = dict(re.findall(r"(?m)^  ([a-z-]+) +(\S.+)$", capsys.readouterr().out))
    assert sorted(told) == PAGES
    assert all(said.endswith(".") for said in told.values())


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_plain_markdown(page: str) -> None:
    text = prose(page)
    assert text.startswith("# ")
    assert not re.search(r"(?m)^\s*:{3,}|^---$|\{[a-z-]+\}$", text)
    assert "{kbd}" not in text


@pytest.mark.parametrize("page", PAGES)
def test_what_it_links_to_is_there(page: str) -> None:
    for target in re.findall(r"\]\(([^)]+)\)", prose(page)):
        if not target.startswith("https://"):
            name, _, part = target.partition("#")
            name = name.removesuffix(".md") or page
            assert name in PAGES
            assert not part or part in parts_of(name), target


def test_what_is_code_is_shown_as_it_is() -> None:
    """Front matter, blocks and links in an example are what it is an example of."""
    for page in PAGES:
        source = (GUIDE / f"{page}.md").read_text("utf-8").split("\n")
        assert code_in(lines_of(page)) == code_in(source)


def code_in(lines: list[str]) -> list[str]:
    code = manual.code_lines(manual.nodes_of("\n".join(lines)))
    return [line for number, line in enumerate(lines, 1) if number in code]


def test_every_rule_and_every_law_has_a_part() -> None:
    assert {*RULES} <= parts_of("checks")
    laws = {law.name.lower().replace(" ", "-") for law in pay_laws()}
    assert laws <= parts_of("laws")


@pytest.mark.parametrize("page", PAGES)
def test_no_heading_leaves_a_step_out(page: str) -> None:
    levels = [
        it.number for it in manual.nodes_of("\n".join(lines_of(page))) if it.kind == "heading"
    ]
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_what_is_named_anywhere_is_there() -> None:
    files = [*(PROJECT / "_ext").rglob("*"), *PROJECT.glob("*.md"), *GUIDE.glob("*.md")]
    texts = [
        (file, file.read_text("utf-8"))
        for file in files
        if file.suffix in (".py", ".yaml", ".in", ".md", ".toml", ".html")
    ]
    named = {(*found, file) for file, text in texts for found in NAMED.findall(text)}
    assert len(named) > 3
    for name, part, file in named:
        assert name in PAGES, file
        assert not part or part in parts_of(name), file


def test_no_text_of_ours_leads_to_files_of_the_repository() -> None:
    """A handbook of a company has no folder ``guide``: it has the command."""
    given = [*(PROJECT / "_ext/hiring/data").glob("st*/**/*.in"), *PROJECT.glob(".vscode/*")]
    given += (PROJECT / "_ext/hiring/data/templates").rglob("*.*")
    assert [it for it in given if it.is_file() and "guide/" in it.read_text("utf-8")] == []


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("chekcs", "There is no page `chekcs`; did you mean `checks`? Pages: "),
        ("../conf", "There is no page `../conf`. Pages: "),
        ("checks#level-pai", "`checks` has no part `level-pai`; did you mean `level-pay`?"),
        ("tasks#zzz", "`tasks` has no part `zzz`; `hiring guide tasks` has all of it."),
    ],
)
def test_what_is_not_there_is_told_with_the_nearest(
    asked: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["guide", asked]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(told)


@pytest.mark.parametrize("asked", ["checks.md#for-programs", "guide/checks#for-programs"])
def test_a_link_may_be_copied(asked: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["guide", asked]) == 0
    assert capsys.readouterr().out.startswith("## For programs\n")
