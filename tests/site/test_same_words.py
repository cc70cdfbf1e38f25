"""What the check says, every build says: each case of bad input runs through both.

So nothing that the check lets pass stops a build, and what stops one is told in the same lines.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hiring.__main__ import main
from hiring.model.audience import Audience
from tests.support.cases import base_files, files_of, one_by_one

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from tests.support.cases import Case

    from .conftest import Build

    Run = Callable[..., tuple[int, str]]

CASES = Path(__file__).parents[1] / "core/cases"
CONF = """\
project = "Sample"
extensions = ["hiring"]
primary_domain = "hiring"
html_theme = "basic"
html_copy_source = False
html_use_index = False
smartquotes = False
nitpicky = True
"""
EACH = one_by_one(CASES)
PUBLIC = b"---\naudience: public\n---\n\n"


@pytest.fixture
def write(tmp_path: Path, base: Mapping[str, bytes]) -> Callable[[Mapping[str, bytes]], None]:
    """Return what writes the small handbook, open to all, with other files, and more settings.

    None leaves a file out.
    """

    def written(changed: Mapping[str, bytes | None]) -> None:
        index = PUBLIC + base["index.md"]
        more = changed.get("conf.py", b"")
        conf = None if more is None else CONF.encode() + more
        files = {**base, "index.md": index, **changed, "conf.py": conf}
        for path, data in files.items():
            file = tmp_path / "handbook" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            if data is not None:
                file.write_bytes(data)

    return written


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return what runs a command: its exit status, and what it prints."""
    monkeypatch.chdir(tmp_path)

    def ran(*arguments: str) -> tuple[int, str]:
        status = main([*arguments])
        return status, capsys.readouterr().out

    return ran


def built(run: Run, audience: str) -> tuple[int, str]:
    return run("build", "handbook", f"out/{audience}", "-j", "1", "--audience", audience)


def is_one_page(case: Case) -> bool:
    """Tell whether a case is one page and nothing else: many stand in one handbook."""
    kinds = case.keys() - {"case", "problems", "text"}
    return len(kinds) == 1 and kinds < {"body", "role", "front", "opening"}


def of_many(case: Case, number: int, base: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the page of a case with a path, a title and a requisition of its own."""
    [(path, data)] = files_of(case, base).items()
    data = data.replace(b"Case\n", f"Case {number}\n".encode())
    data = re.sub(rb"requisition: (\S+)", rf"requisition: \g<1>-{number}".encode(), data)
    return {path.replace("case.md", f"case-{number}.md"): data}


def says_the_same(run: Run, audience: str, *, is_wrong: bool) -> int:
    """Hold that check and build say the same, and refuse what is wrong; return the status."""
    passes, said = run("check", "handbook")
    status, told = built(run, audience)
    if is_wrong:
        assert (passes, status) == (1, 1)
    if status:
        assert told == said
        assert "error[build]" not in said
    else:
        assert f"out/{audience}/index.html" in told.splitlines()[0]  # in whatever language
    return status


MANY = 45
"""How many cases one handbook holds: each by itself would take a minute more."""

OTHERS = [it for it in EACH if not is_one_page(it.values[0])]


def stands_alone(case: Case) -> bool:
    """Tell whether a case needs a handbook of its own: it passes, or is for other readers."""
    return "error[" not in case["problems"] or "audience" in case


def in_one_handbook(cases: Iterable[Case]) -> list[list[Case]]:
    """Put cases together that change other files."""
    found: list[tuple[set[str], list[Case]]] = []
    for case in cases:
        paths = set(files_of(case, base_files()))
        for taken, together in found:
            if len(together) < MANY and taken.isdisjoint(paths):
                break
        else:
            found.append((taken := set(), together := []))
        taken |= paths
        together.append(case)
    return [together for _, together in found]


@pytest.mark.parametrize("case", [it for it in OTHERS if stands_alone(it.values[0])])
def test_case(case: Case, base: Mapping[str, bytes], write: Callable[..., None], run: Run) -> None:
    write(files_of(case, base))
    is_wrong = "error[" in case["problems"]
    says_the_same(run, case.get("audience", "employee"), is_wrong=is_wrong)


@pytest.mark.parametrize(
    "cases", in_one_handbook(it.values[0] for it in OTHERS if not stands_alone(it.values[0]))
)
def test_what_is_wrong_in_several_files(
    cases: list[Case], base: Mapping[str, bytes], write: Callable[..., None], run: Run
) -> None:
    files: dict[str, bytes] = {}
    for case in cases:
        files |= files_of(case, base)
    write(files)
    says_the_same(run, "employee", is_wrong=True)


PAGES = [it.values[0] for it in EACH if is_one_page(it.values[0])]
WRONG, RIGHT = (
    [it for it in PAGES if ("error[" in it["problems"]) is is_wrong] for is_wrong in (True, False)
)
PORTIONS = [
    pytest.param(cases[start : start + MANY], id=f"{name}-{start}")
    for name, cases in (("wrong", WRONG), ("right", RIGHT))
    for start in range(0, len(cases), MANY)
]


@pytest.mark.parametrize("cases", PORTIONS)
def test_pages(
    cases: list[Case], base: Mapping[str, bytes], write: Callable[..., None], run: Run
) -> None:
    files: dict[str, bytes] = {}
    for number, case in enumerate(cases):
        files |= of_many(case, number, base)
    write(files)
    is_wrong = cases[0] in WRONG
    status = says_the_same(run, "employee", is_wrong=is_wrong)
    assert is_wrong is bool(status), "one page of many is in another's way"


NOT_STARTED: dict[str, tuple[dict[str, bytes | None], str]] = {
    "no conf.py": ({"conf.py": None}, "conf.py:1: error[file] the file is missing"),
    "no start page": ({"index.md": None}, "index.md:1: error[start-page] the start page is miss"),
    "another start page": (
        {"conf.py": b"root_doc = 'home'\n"},
        "home.md:1: error[start-page] the start page is missing",
    ),
    "a start page that is hidden": (
        {"index.md": b"---\naudience: hiring-team\n---\n\n# Home\n"},
        "index.md:1: error[start-page] the start page is not for employee readers",
    ),
    "a conf.py that is none": ({"conf.py": b"extensions = [\n"}, "error[setting] this is no Pyth"),
}


@pytest.mark.parametrize("name", NOT_STARTED)
def test_what_keeps_a_build_from_starting(name: str, write: Callable[..., None], run: Run) -> None:
    files, line = NOT_STARTED[name]
    write(files)
    status, said = run("check", "handbook")
    assert status == 1
    assert line in said
    assert built(run, "employee") == (1, said)


def test_a_start_page_that_one_audience_may_not_see(
    write: Callable[..., None], run: Run, base: Mapping[str, bytes]
) -> None:
    """It is no mistake of the handbook: only the build for them says so."""
    write({"index.md": base["index.md"]})
    assert run("check", "handbook")[0] == 0
    assert built(run, "employee")[0] == 0
    status, said = built(run, "public")
    assert (status, "index.md:1: error[start-page]" in said) == (1, True)


@pytest.mark.parametrize("audience", Audience)
def test_all_builds_and_commands_say_the_same(
    audience: Audience, write: Callable[..., None], run: Run
) -> None:
    write({"guide/case.md": PUBLIC + b"# Case\n\n#### Deep\n\n{role}`nobody`, [b](hire.md#no)\n"})
    status, said = run("check", "handbook")
    lines = said.splitlines()
    told = [line for line in lines if line.startswith("guide/case.md")]
    assert [re.sub(r" .*", "", line) for line in told if "error" in line] == [
        "guide/case.md:7:",
        "guide/case.md:9:",
        "guide/case.md:9:",
    ]
    assert lines.count("Why it matters:") == 1
    assert lines[-1].startswith("3 errors, ")
    assert built(run, audience) == (status, said)
    for command in ("export", "project"):
        assert run(command, "handbook", "there", "--audience", audience) == (1, said)


def test_what_a_build_alone_finds_is_told_in_the_same_form(
    write: Callable[..., None], run: Run
) -> None:
    conf = b'hiring_extra_references = ["py:func"]\n'
    write({"conf.py": conf, "guide/case.md": PUBLIC + b"# Case\n\n{py:func}`no`\n"})
    assert run("check", "handbook")[0] == 0
    status, said = built(run, "employee")
    assert status == 1
    assert "guide/case.md:7: error[build] py:func reference target not found: no" in said
    assert "\n1 error, " in said


@pytest.mark.parametrize("command", ["check", "build", "export"])
def test_a_fault_of_the_program_is_no_finding(
    command: str,
    write: Callable[..., None],
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    write({})
    monkeypatch.setattr("hiring.reading.handbook.check_crossings", fail)
    assert main([command, "handbook"]) == 2
    said = capsys.readouterr()
    assert "ZeroDivisionError" in said.err
    assert "Traceback" not in said.err
    assert "error.txt says where" in said.err


def test_two_roles_of_one_title_end_no_build(
    write: Callable[..., None], build: Build, base: Mapping[str, bytes], tmp_path: Path
) -> None:
    """Any build by Sphinx says what is wrong, and shows a column for each of the two."""
    matrix = b"# Skills\n\n:::{skill-matrix}\n:::\n"
    write({"roles/copied.md": base["roles/data-engineer.md"], "guide/skills.md": matrix})
    shown = build(tmp_path / "handbook", tmp_path / "there")
    assert "roles/copied.md:3: WARNING: the title `Data Engineer` is also that of" in shown
    page = (tmp_path / "there/html/guide/skills.html").read_text(encoding="utf-8")
    assert page.count(">Data Engineer<") >= 2
