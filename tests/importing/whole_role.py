"""A role that states nearly all that one may, and what the blocks of a role say."""

from __future__ import annotations

from pathlib import Path

from hiring.exports.text import naming
from hiring.language.plain import text_of
from hiring.reading.handbook import read_handbook

WHOLE_ROLE = Path(__file__).with_name("whole-role.md").read_text("utf-8")


def blocks(folder: Path, key: str) -> dict[str, list[str]]:
    """Return the lines of each block of a role, as readers see them."""
    handbook = read_handbook(folder)
    role = handbook.roles[key]
    named = naming(handbook, role.path)
    return {
        f"{block.name} {block.priority or ''}".strip(): [
            " ".join(line.split())
            for line in text_of(block.body.nodes, named).split("\n")
            if line.strip()
        ]
        for block in role.blocks
    }
