"""The projected tree holds what its audience may have, and nothing else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from hiring.model.audience import Audience
from hiring.model.problem import Severity
from hiring.reading.handbook import review_handbook
from hiring.reading.projected_tree import TreeError, projected_files, write_tree
from hiring.reading.sources.told import PROJECTED

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PAGE = """---
audience: public
---

# Page

![a](shown.svg) [b](offered.txt) {download}`c <two%20words.txt>` {download}`c <two words.txt>`

::::::{audience} hiring-team
![secret](secret.svg) {download}`secret <secret.txt>`
::::::

:::{card}
:img-bottom: card.svg

Text
:::

> ```{toctree}
> hire
> ```

```{toctree}
:glob:

page*
team-*
/guide/[st]e*
```
"""
TEAM = "---\naudience: hiring-team\n---\n\n# Secret\n\n![secret](team.svg)\n"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"></svg>'


@pytest.fixture
def folder(tmp_path: Path, base: Mapping[str, bytes]) -> Path:
    """Write the small handbook with pages, and files that visible and hidden pages use."""
    drawings = ("shown", "card", "secret", "team", "unused")
    files = {
        **base,
        "guide/page.md": PAGE.encode(),
        "guide/team-page.md": TEAM.encode(),
        **{f"guide/{name}.svg": SVG for name in drawings},
        **{f"guide/{name}.txt": b"text" for name in ("offered", "two words", "secret", "unused")},
        "conf.py": b"project = 'x'\n",
        "_static/own.css": b"",
        "_templates/own.html": b"",
        ".env": b"secret",
        "notes.json": b"{}",
    }
    for path, data in files.items():
        (tmp_path / "source" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "source" / path).write_bytes(data)
    return tmp_path / "source"


def test_the_public_gets_its_pages_and_what_they_use(folder: Path) -> None:
    handbook, files = projected_files(folder, Audience.PUBLIC)
    assert sorted(files) == [
        "_static/own.css",
        "_templates/own.html",
        "company.yaml",
        "conf.py",
        "guide/card.svg",
        "guide/offered.txt",
        "guide/page.md",
        "guide/shown.svg",
        "guide/two words.txt",
        "roles/data-analyst.md",
        "roles/data-engineer.md",
        "skills.yaml",
    ]
    page = files["guide/page.md"].decode()
    assert "secret" not in page
    assert page.count("\n") == PAGE.count("\n")
    assert set(handbook.pages) == {path for path in files if path.endswith(".md")}


def test_entries_of_hidden_pages_leave_no_trace(folder: Path) -> None:
    page = projected_files(folder, Audience.PUBLIC)[1]["guide/page.md"].decode()
    assert "hire" not in page
    assert "> ```{toctree}\n>\n> ```" in page
    assert "page*" not in page  # matches no page but its own: Sphinx would report it
    assert "team-" not in page
    assert "[st]e" not in page
    page = projected_files(folder, Audience.HIRING_TEAM)[1]["guide/page.md"].decode()
    assert {"> hire", "team-*", "/guide/[st]e*"} <= set(page.split("\n"))


@pytest.mark.parametrize("audience", list(Audience))
def test_what_is_written_is_a_handbook_without_an_error(
    folder: Path, tmp_path: Path, audience: Audience
) -> None:
    (folder / "guide/page.md").write_text(
        PAGE.replace("{download}`c <two%20words.txt>` ", ""), "utf-8"
    )
    handbook, files = projected_files(folder, audience)
    write_tree(files, audience, tmp_path / "tree", {})
    found = review_handbook(tmp_path / "tree")
    assert [problem for problem in found.problems if problem.severity is Severity.ERROR] == []
    assert set(found.pages) == set(handbook.pages)
    assert json.loads((tmp_path / "tree" / PROJECTED).read_bytes())["audience"] == audience


def test_projecting_twice_changes_nothing(folder: Path, tmp_path: Path) -> None:
    _, files = projected_files(folder, Audience.PUBLIC)
    write_tree(files, Audience.PUBLIC, tmp_path / "tree", {})
    _, again = projected_files(tmp_path / "tree", Audience.PUBLIC)
    assert again == files
    (tmp_path / "tree/left-over.md").write_text("# Old\n", "utf-8")
    write_tree(files, Audience.PUBLIC, tmp_path / "tree", {})
    assert not (tmp_path / "tree/left-over.md").exists()


@pytest.mark.parametrize("linked", ["guide/shown.svg", "_static/own.css", "conf.py", "guide"])
def test_no_link_is_followed(folder: Path, tmp_path: Path, linked: str) -> None:
    outside = tmp_path / "outside"
    (folder / linked).rename(outside)
    (folder / linked).symlink_to(outside)
    _, files = projected_files(folder, Audience.PUBLIC)
    assert [path for path in files if path.startswith(linked)] == []


def test_a_folder_of_others_is_not_overwritten(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/letter.txt").write_text("keep", "utf-8")
    with pytest.raises(TreeError, match="holds something else"):
        write_tree({}, Audience.PUBLIC, tmp_path / "mine", {})
    (tmp_path / "link").symlink_to(tmp_path / "new")
    with pytest.raises(TreeError, match="holds something else"):
        write_tree({}, Audience.PUBLIC, tmp_path / "link", {})
    assert (tmp_path / "mine/letter.txt").read_text("utf-8") == "keep"


WAIVED = """\
---
description: A page.
checks:
  waive:
    - {rule: long-sentence, reason: Zebras said so}

    - {rule: jargon, reason: Zebras like it}
audience: public
---

# A page

checks: stay in the text.
"""
COMPANY = """\
name: Company
url: https://company.example
checks: {limits: {must_haves: 9},
  waive: [{rule: jargon, reason: Zebras like it}]}
size: 12
"""


@pytest.mark.parametrize("audience", list(Audience))
def test_what_is_waived_is_not_said_to_the_public(tmp_path: Path, audience: Audience) -> None:
    source = {"guide/page.md": WAIVED, "company.yaml": COMPANY, "skills.yaml": "skills: []\n"}
    for path, text in source.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    handbook, files = projected_files(tmp_path, audience)
    assert not [found for found in handbook.problems if found.path != "index.md"]
    told = {path: b"Zebras" in files[path] for path in ("guide/page.md", "company.yaml")}
    assert set(told.values()) == {audience is not Audience.PUBLIC}
    page, company = files["guide/page.md"].decode(), files["company.yaml"].decode()
    assert page.count("\n") == WAIVED.count("\n")
    assert page.endswith("checks: stay in the text.\n")
    assert company.endswith("size: 12\n")
