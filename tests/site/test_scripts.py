"""The site's scripts: joined from parts of which none is left over, and none writes markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from hiring.site.hooks.scripts import PARTS, SCRIPTS, WORDS, script_text, write_scripts

if TYPE_CHECKING:
    from pathlib import Path

SITE = PARTS.parent
SHIPPED = sorted(file for file in SITE.rglob("*.js"))

MARKUP = re.compile(
    r"\b(eval\(|new Function\b|innerHTML|outerHTML|insertAdjacentHTML|document\.write|"
    r"createContextualFragment|setAttribute\(\"(on|style))"
)
"""What runs or shows text as if it were the site's own code."""

DEFINED = re.compile(r"^(?:async )?(?:const|let|class|function\*?) (\w+)", re.MULTILINE)


def code(text: str) -> str:
    """Return a script's text without its comments."""
    return re.sub(r"/\*.*?\*/|(?<![:\"'`])//[^\n]*", "", text, flags=re.DOTALL)


def test_every_part_is_in_a_script() -> None:
    parts = {file.relative_to(PARTS).with_suffix("").as_posix() for file in PARTS.rglob("*.js")}
    assert parts == {part for used in SCRIPTS.values() for part in used}


@pytest.mark.parametrize("name", SCRIPTS)
def test_every_name_is_used(name: str) -> None:
    text = code("\n".join((PARTS / f"{part}.js").read_text("utf-8") for part in SCRIPTS[name]))
    text += "\nspeakWords();" * (name in WORDS)  # the build hands the words over
    defined = DEFINED.findall(text)
    assert len(defined) == len(set(defined))
    unused = [each for each in defined if len(re.findall(rf"\b{each}\b", text)) == 1]
    assert unused == [], "the linter sees one part at a time"


def test_scripts_are_written_once(tmp_path: Path) -> None:
    write_scripts(tmp_path)
    files = {file.relative_to(tmp_path).as_posix(): file for file in tmp_path.rglob("*.js")}
    assert files.keys() == SCRIPTS.keys()
    before = {name: file.stat().st_mtime_ns for name, file in files.items()}
    spoilt, *_ = SCRIPTS
    files[spoilt].write_text("// cut short", encoding="utf-8")
    write_scripts(tmp_path)
    for name, file in files.items():
        assert file.read_text("utf-8") == script_text(name)
        assert name == spoilt or file.stat().st_mtime_ns == before[name]


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.relative_to(SITE).as_posix())
def test_no_text_becomes_markup(file: Path) -> None:
    assert MARKUP.findall(code(file.read_text("utf-8"))) == []
