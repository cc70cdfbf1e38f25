"""The generator's data: what all roles share, a file a role, and a Word document to fill.

The browser loads a role's file when the role is chosen, so a handbook of a thousand roles is no
heavier than one of seven. Each is a script that hands its data over: a page that is opened from a
disk may load scripts and nothing else.
"""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

from hiring.posting.formats.word import CORE, LANGUAGE, LINK_TYPE, LIST_STYLES, template
from hiring.posting.generator.common import common_data
from hiring.posting.generator.roles import role_data
from hiring.posting.structured import as_script_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from hiring.model.handbook import Handbook

FOLDER = "generator"


def write_generator(handbook: Handbook, folder: Path, today: date) -> list[Path]:
    """Write the data under a folder; return what was written."""
    written = []
    for path, data in generator_files(handbook, today):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        written.append(file)
    return written


def generator_files(handbook: Handbook, today: date) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of each file; ``today`` tells which laws are in force."""
    yield _file("common", common_data(handbook, today))
    yield _file("word", word_data())
    for role in handbook.roles.values():
        yield _file(f"roles/{role.key}", role_data(role, handbook))


def word_data() -> dict[str, Any]:
    """Return the parts of a Word document that the build's own are made of, too."""
    archive, parts = template()
    return {
        "archive": base64.b64encode(archive).decode(),
        "parts": parts,
        "core": CORE,
        "language": LANGUAGE,
        "linkType": LINK_TYPE,
        "listStyles": LIST_STYLES,
    }


def _file(name: str, data: Any) -> tuple[str, bytes]:
    script = f"hiringGenerator.receive({as_script_json(name)}, {as_script_json(data)});\n"
    return f"{FOLDER}/{name}.js", script.encode()
