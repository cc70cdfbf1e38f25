"""A page under a new name: what is written anew, what is left alone, and what is refused."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hiring.model.problem import Severity
from hiring.reading.handbook import review_handbook
from hiring.rename import RenameError, rename

if TYPE_CHECKING:
    from collections.abc import Mapping

CASE = """\
---
redirects:
  - guide/first-case
title: The case   # of a data-engineer
---

# Case

A {role}`data-engineer`, {role}`the person
of the pipes <data-engineer>` or a data-engineer. Not ``{role}`data-engineer` ``.
See [here](../roles/data-engineer.md#level-senior) and [](#data-engineer/degree).

:::{responsibilities}
:from: data-engineer
:::

```
{role}`data-engineer`
```
"""
OPENING = """\
---
opening: {role: data-engineer, requisition: ENG-7}
---
"""


@pytest.fixture
def handbook(tmp_path: Path, base: Mapping[str, bytes]) -> Path:
    mine = {"guide/case.md": CASE.encode(), "openings/pipes.md": OPENING.encode()}
    for path, data in {**base, **mine}.items():
        file = tmp_path / "handbook" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return tmp_path / "handbook"


def files_in(folder: Path) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(files)}


def told(folder: Path) -> list[str]:
    """Return the errors and notes: warnings are of what is hidden, as it was before."""
    problems = review_handbook(folder).problems
    return [str(problem) for problem in problems if problem.severity is not Severity.WARNING]


def test_a_role_is_named_anew_wherever_it_is_named(handbook: Path) -> None:
    before = files_in(handbook)
    done = str(rename(handbook, "data-engineer", "pipeline-engineer"))
    after = files_in(handbook)
    assert told(handbook) == []
    case = CASE.replace("`data-engineer`, {", "`pipeline-engineer`, {")
    case = case.replace("pipes <data-engineer>", "pipes <pipeline-engineer>")
    case = case.replace("roles/data-engineer.md", "roles/pipeline-engineer.md")
    case = case.replace("(#data-engineer", "(#pipeline-engineer")
    case = case.replace(":from: data-engineer", ":from: pipeline-engineer")
    assert after["guide/case.md"].decode() == case
    assert after["openings/pipes.md"].decode() == OPENING.replace("data-e", "pipeline-e")
    page = before["roles/data-engineer.md"].decode()
    moved = after["roles/pipeline-engineer.md"].decode()
    assert moved == page.replace("public\n---", "public\nredirects: [roles/data-engineer]\n---")
    assert "roles/data-engineer.md" not in after
    assert len(after) == len(before)
    assert done.startswith("roles/data-engineer.md is roles/pipeline-engineer.md now.")
    assert "\n  guide/case.md:9, 10, 11, 14\n" in done
    assert "The title is still `Data Engineer`" in done


def test_the_old_name_goes_on_working(handbook: Path) -> None:
    case = handbook / "guide/case.md"
    rename(handbook, "data-engineer", "pipeline-engineer")
    case.write_text("# Case\n\n{level}`data-engineer/senior`\n", encoding="utf-8")
    assert told(handbook) == [
        "guide/case.md:3: note[renamed] `data-engineer/senior` is now `pipeline-engineer/senior`: "
        "the old name still leads there; write the new one"
    ]


@pytest.mark.parametrize(
    ("old", "new", "path", "start"),
    [
        ("pipes", "tubes", "openings/tubes.md", None),
        ("openings/pipes.md", "openings/tubes.md", "openings/tubes.md", None),
        ("case", "story", "guide/story.md", "---\nredirects: [guide/first-case, guide/case]\n"),
        ("case", "first-case", "guide/first-case.md", "---\nredirects: [guide/case]\ntitle"),
        ("guide/hire", "hiring", "guide/hiring.md", "---\nredirects: [guide/hire]\n---\n\n# How"),
    ],
)
def test_pages_of_every_kind(
    old: str, new: str, path: str, start: str | None, handbook: Path
) -> None:
    rename(handbook, old, new)
    assert told(handbook) == []
    text = (handbook / path).read_text(encoding="utf-8")
    assert text.startswith(start or OPENING.replace("\n---\n", "\nredirects: [openings/pipes]\n"))


def test_a_path_as_the_shell_completes_it(handbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(handbook.parent)
    renaming = rename(Path("handbook"), "handbook/guide/case.md", "./handbook/guide/story.md")
    assert (renaming.old, renaming.new) == ("guide/case.md", "guide/story.md")


def test_a_name_and_back_again(handbook: Path) -> None:
    before = files_in(handbook)
    rename(handbook, "data-engineer", "pipeline-engineer")
    rename(handbook, "pipeline-engineer", "data-engineer")
    after = files_in(handbook)
    page = after.pop("roles/data-engineer.md").decode()
    assert (
        page.replace("redirects: [roles/pipeline-engineer]\n", "")
        == before.pop("roles/data-engineer.md").decode()
    )
    assert after == before


def test_a_file_that_was_renamed_by_hand(handbook: Path) -> None:
    page = handbook / "roles/data-engineer.md"
    page.rename(page.with_name("pipeline-engineer.md"))
    assert any("unknown-role" in line for line in told(handbook))
    rename(handbook, "data-engineer", "pipeline-engineer")
    assert told(handbook) == []
    again = rename(handbook, "data-engineer", "pipeline-engineer")
    assert "nothing is left to do" in str(again)


@pytest.mark.parametrize("ends", ["\r\n", "\n"])
def test_line_ends_and_byte_order_marks_stay(ends: str, handbook: Path) -> None:
    case = handbook / "guide/case.md"
    case.write_bytes("\ufeff".encode() + CASE.replace("\n", ends).encode())
    lines = case.read_bytes().count(ends.encode())
    rename(handbook, "data-engineer", "pipeline-engineer")
    assert case.read_bytes().startswith("\ufeff---".encode())
    assert case.read_bytes().count(ends.encode()) == lines


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("data-enginer", "x", "there is no page `data-enginer`; did you mean `data-engineer`?"),
        ("roles/data", "x", "there is no page `roles/data`"),
        ("nobody", "data-engineer", "there is no page `nobody`"),
        ("data-engineer", "data-analyst", "roles/data-analyst.md is already there"),
        ("data-engineer", "data-engineer", "roles/data-engineer.md is already there"),
        ("data-engineer", "Pipeline Engineer", "as `pipeline-engineer`"),
        ("data-engineer", "", "`` is no name"),
        ("data-engineer", "../x", "a page keeps its folder"),
        ("data-engineer", "guide/x", "a page keeps its folder"),
        ("data-engineer", "all", "the name `all` is kept for another use"),
        ("index", "start", "index.md is the first page of its folder"),
        ("skills", "abilities", "in conf.py, give `hiring_skills_page` the new one first"),
        ("twin", "x", "`twin` is `careers/twin.md`, `guide/twin.md`: write which"),
        ("broken", "x", "the front matter of guide/broken.md can't be read"),
    ],
)
def test_what_is_refused_changes_nothing(old: str, new: str, said: str, handbook: Path) -> None:
    (handbook / "careers").mkdir()
    for path in ("careers/twin.md", "guide/twin.md", "skills.md"):
        (handbook / path).write_text("# A page\n", encoding="utf-8")
    (handbook / "guide/broken.md").write_text("---\ntitel: A\n---\n\n# A\n", encoding="utf-8")
    before = files_in(handbook)
    with pytest.raises(RenameError) as error:
        rename(handbook, old, new)
    assert said in str(error.value)
    assert files_in(handbook) == before


class Stop(BaseException):
    """Stands for whatever ends a program in its middle."""


def stopping(monkeypatch: pytest.MonkeyPatch, after: int, error: BaseException) -> None:
    """Let a step of those that touch files fail, once: the first is 0."""
    steps = iter(range(1_000))
    for name in ("write_bytes", "rename", "replace"):
        real = getattr(Path, name)

        def step(*arguments: object, real: object = real) -> object:
            if next(steps) == after:
                raise error
            return real(*arguments)  # type: ignore[operator]

        monkeypatch.setattr(Path, name, step)


STEPS = range(13)  # six files are prepared, one is moved, six are put in place


@pytest.mark.parametrize("after", STEPS)
def test_a_disk_that_fails_leaves_all_as_it_was(
    after: int, handbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files_in(handbook)
    with monkeypatch.context() as patched:
        stopping(patched, after, OSError(28, "No space left on device", "x"))
        with pytest.raises(RenameError, match=r"nothing is renamed: .*: No space left on device"):
            rename(handbook, "data-engineer", "pipeline-engineer")
    assert files_in(handbook) == before


@pytest.mark.parametrize("after", STEPS)
def test_who_was_interrupted_calls_it_again(
    after: int, handbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        stopping(patched, after, Stop())
        with pytest.raises(Stop):
            rename(handbook, "data-engineer", "pipeline-engineer")
    rename(handbook, "data-engineer", "pipeline-engineer")
    assert told(handbook) == []
    assert "roles/data-engineer.md" not in files_in(handbook)


def test_those_are_all_the_steps(handbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        stopping(patched, STEPS.stop, Stop())
        rename(handbook, "data-engineer", "pipeline-engineer")
