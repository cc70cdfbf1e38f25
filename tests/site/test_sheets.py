"""The site's sheets say nothing of what no page can have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

import pytest

from hiring.model.reviews import ReviewState
from hiring.model.role import PRIORITIES
from hiring.model.role_facts import RoleFacts
from hiring.site.hooks.scripts import PARTS
from hiring.site.sheets import trimmed

if TYPE_CHECKING:
    from pathlib import Path

SITE = PARTS.parent
SHEETS = sorted(SITE.rglob("*.css"))
STATUSES = get_args(RoleFacts.model_fields["status"].annotation)

NAMED = re.compile(r"[.#](hiring-[\w-]+)")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)

# Views make some classes of a word that is looked up: f"hiring-mark-{kind}".
MADE = re.compile(r"(hiring-[\w-]+-)\$?\{")
FROM_MODEL = {f"hiring-{word}" for word in (*get_args(ReviewState), *STATUSES, *PRIORITIES)}


def used() -> tuple[set[str], tuple[str, ...]]:
    """Return the names that views, templates and scripts have, and the starts of others."""
    rooms = (SITE, SITE.parent / "pictures")
    kinds = ("*.py", "*.html", "*.js")
    files = (file for room in rooms for kind in kinds for file in room.rglob(kind))
    text = "\n".join(file.read_text("utf-8") for file in files)
    return FROM_MODEL | set(re.findall(r"hiring-[\w-]+", text)), tuple(MADE.findall(text))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_every_name_is_used(sheet: Path) -> None:
    names, starts = used()
    said = set(NAMED.findall(COMMENT.sub("", sheet.read_text("utf-8"))))
    assert sorted(name for name in said - names if not name.startswith(starts)) == []


def test_what_no_page_holds_is_in_no_sheet() -> None:
    css = (
        "a{b:c}.modal,.toast .x{d:e}.modal,.bd{f:g}.btn:not(.btn-check){h:i}.form-control{j:k}"
        "@media (width>9em){.carousel{l:m}}@media print{.form-text{n:o}p{q:r}}@keyframes s{0%{t:u}}"
    )
    assert trimmed(css) == (
        "a{b:c}.modal,.bd{f:g}.btn:not(.btn-check){h:i}.form-control{j:k}"
        "@media print{p{q:r}}@keyframes s{0%{t:u}}"
    )
