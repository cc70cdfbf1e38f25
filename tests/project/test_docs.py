"""What is written for who carries the work on: names, links, examples and the picture hold."""

from __future__ import annotations

import ast
import doctest
import re
import shutil
from collections import Counter
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from tests.support.cases import BASE
from tools import draw_rooms
from tools.imports import COMMAND_LINE, LADDER, PACKAGE, PROJECT, arrows, rooms

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

DOCS = PROJECT / "docs"
WRITTEN = [*sorted(DOCS.rglob("*.md")), PROJECT / "CONTRIBUTING.md"]
LINKED = [*WRITTEN, PROJECT / "README.md", PROJECT / "SECURITY.md"]

ROOTS = (PROJECT, PACKAGE, PACKAGE / "site", PROJECT / "tests/frozen")
"""Where a path in these pages may start; the last has roles."""

ELSEWHERE = ("_build/", "schema/", "actions/")
"""How paths start of what a build makes, and of what is another repository's."""

_CODE = re.compile(r"^ *(?P<fence>`{3,}).*?^ *(?P=fence)$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?P<path>[^\s()#]*)(?:#(?P<anchor>[^\s()]+))?\)")
_NAME = re.compile(r"`(hiring(?:\.\w+)+)`")
_PATH = re.compile(r"`((?:[\w.-]+/)+[\w.-]*(?:\.\w+)?)`")
_ENTRY = re.compile(r"^\| ([^|]+) \| ([^|]+) \| ?(?:`(\w+)`)? \|$", re.MULTILINE)
_ROW = re.compile(r"^\| (?:`(\w+)/?`|(command line)) \| .+ \| (.+) \|$", re.MULTILINE)


def text_of(page: Path) -> str:
    """Return what a page says beside its examples."""
    return _CODE.sub("", page.read_text("utf-8"))


def found_in(pages: list[Path], pattern: re.Pattern[str]) -> Iterator[tuple[Path, re.Match[str]]]:
    for page in pages:
        for found in pattern.finditer(text_of(page)):
            yield page, found


def is_there(name: str) -> bool:
    """Tell whether a name is a module's, or leads from a module to something in it."""
    module, rest = name, ""
    while True:
        try:
            value: object = import_module(module)
            break
        except ModuleNotFoundError:
            module, _, last = module.rpartition(".")
            rest = f"{last}.{rest}" if rest else last
            if not module:
                return False
    for part in filter(None, rest.split(".")):
        if not hasattr(value, part):
            return False
        value = getattr(value, part)
    return True


def test_every_name_exists() -> None:
    named = {found[1] for _, found in found_in(WRITTEN, _NAME)}
    assert len(named) > 40
    assert {name for name in named if not is_there(name)} == set()


def test_a_name_that_is_gone_is_seen() -> None:
    assert is_there("hiring.model.role.JobRole.level")
    assert not is_there("hiring.model.role.JobRole.gone")
    assert not is_there("hiring.gone.role")


def test_every_path_exists() -> None:
    named = {found[1] for _, found in found_in(WRITTEN, _PATH)}
    missing = {path for path in named if not any((root / path).exists() for root in ROOTS)}
    assert {path for path in missing if not path.startswith(ELSEWHERE)} == set()


def anchors_in(page: Path) -> set[str]:
    """Return the anchors of a page's headings, as forges make them."""
    titles = re.findall(r"^#+ +(.+)$", text_of(page), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


def test_every_link_leads_somewhere() -> None:
    broken = set()
    for page, found in found_in(LINKED, _LINK):
        path, anchor = found["path"], found["anchor"]
        if "://" in path:
            continue
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in anchors_in(target)):
            broken.add((page.relative_to(PROJECT).as_posix(), found[0]))
    assert broken == set()


def test_all_pages_can_be_reached() -> None:
    linked = {(page.parent / found["path"]).resolve() for page, found in found_in(LINKED, _LINK)}
    assert {page for page in DOCS.rglob("*.md") if page not in linked} == set()


def test_the_picture_is_of_the_code_as_it_is() -> None:
    drawn = draw_rooms.PICTURE.read_text("utf-8")
    assert drawn == draw_rooms.picture(), "the imports have changed: `make docs` draws them again"


def test_the_picture_can_be_read_aloud() -> None:
    root = ElementTree.fromstring(draw_rooms.picture())
    space = {"svg": "http://www.w3.org/2000/svg"}
    told = {name: root.findtext(f"svg:{name}", "", space) for name in ("title", "desc")}
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "title desc"
    assert told["title"]
    assert all(room in told["desc"] for room in LADDER)


def test_the_table_of_rooms_is_that_of_the_imports() -> None:
    rows = _ROW.findall((DOCS / "design.md").read_text("utf-8"))
    table = {folder or room: set(re.findall(r"`(\w+)`", said)) for folder, room, said in rows}
    found: dict[str, set[str]] = {room: set() for room in rooms()}
    for room, other in arrows():
        found[room].add(other)
    assert [*table] == [*LADDER]
    assert set(rooms()) == set(LADDER)
    # The command line may import everything, and needs no list.
    assert {**table, "command line": found["command line"]} == found
    assert all((PACKAGE / f"{name}.py").is_file() for name in COMMAND_LINE)


@cache
def classes() -> Counter[str]:
    trees = (ast.parse(file.read_text("utf-8")) for file in PACKAGE.rglob("*.py"))
    nodes = (node for tree in trees for node in ast.walk(tree))
    return Counter(node.name for node in nodes if isinstance(node, ast.ClassDef))


def test_the_glossary_is_of_the_code() -> None:
    entries = _ENTRY.findall((DOCS / "glossary.md").read_text("utf-8"))
    terms = [term for term, _, _ in entries]
    assert len(terms) > 30
    assert terms == sorted(set(terms))
    assert {name for _, _, name in entries if name} - classes().keys() == set()


def test_no_two_classes_share_a_name() -> None:
    shared = [name for name, count in classes().items() if count > 1 and name[0] != "_"]
    assert shared == [], "one word, one meaning"


def test_examples_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = DOCS / "reference-python.md"
    blocks = re.findall(r"^```pycon\n(.*?)^```$", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    shutil.copytree(BASE, tmp_path / "handbook")
    monkeypatch.chdir(tmp_path)
    test = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, page.name, str(page), 0)
    told: list[str] = []
    done = doctest.DocTestRunner(verbose=False).run(test, out=told.append)
    assert told == []
    assert done.attempted > 20


def test_decisions_say_what_decisions_say() -> None:
    pages = sorted((DOCS / "decisions").glob("[0-9]*.md"))
    index = (DOCS / "decisions/README.md").read_text("utf-8")
    parts = ["Context.", "Decision.", "Consequences.", "What would change it."]
    assert [int(page.name[:4]) for page in pages] == [*range(1, len(pages) + 1)]
    for number, page in enumerate(pages, 1):
        title = page.read_text("utf-8").split("\n", 1)[0].removeprefix("# ")
        assert re.findall(r"^\*\*(.+?)\*\*", text_of(page), re.MULTILINE) == parts, page
        assert f"{number}. [{title.removeprefix(f'{number}. ')}]({page.name})" in index
