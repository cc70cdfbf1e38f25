"""The generator's data: what all roles share, a file a role, and a Word document to fill.

The browser loads a role's file when the role is chosen, so a handbook of a thousand roles is no
heavier than one of seven. Each is a script that hands its data over: a page that is opened from a
disk may load scripts and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING, Any

from hiring.posting.formats.word import CORE, LANGUAGE, LINK_TYPE, LIST_STYLES, template
from hiring.posting.generator.common import common_data
from hiring.posting.generator.roles import role_data
from hiring.posting.structured import as_script_json

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from hiring.model.handbook import Handbook

FOLDER = "generator"


def write_generator(handbook: Handbook, folder: Path, today: date, code: str) -> list[Path]:
    """Write the data under a folder; return the files that belong there.

    ``today`` tells which laws are in force, ``code`` changes with this package. A role's file whose
    first line says that it was made of the very same is left as it is: composing takes its time.
    """
    shared = _shared(handbook, code)
    made: dict[Path, bytes] = {
        folder / FOLDER / "common.js": _script("common", common_data(handbook, today)),
        folder / FOLDER / "word.js": _script("word", word_data()),
    }
    for role in handbook.roles.values():
        file = folder / FOLDER / "roles" / f"{role.key}.js"
        first = f"// {_digest((role, shared))}\n".encode()
        before = file.read_bytes() if file.exists() else b""
        if not before.startswith(first):
            before = first + _script(f"roles/{role.key}", role_data(role, handbook))
        made[file] = before
    for file, data in made.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return list(made)


def _shared(handbook: Handbook, code: str) -> str:
    """Return a digest of what any role's texts may show beside its own page."""
    named = [
        (
            role.key,
            role.facts.title,
            [(level.id, level.name) for level in role.levels],
            [(entry.id, entry.question) for entry in role.questions],
        )
        for role in handbook.roles.values()
    ]
    openings = [(opening.key, opening.title) for opening in handbook.openings.values()]
    return _digest((named, openings, handbook.skills, handbook.company, code))


def _digest(value: Any) -> str:
    return hashlib.sha256(repr(value).encode()).hexdigest()


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


def _script(name: str, data: Any) -> bytes:
    script = f"hiringGenerator.receive({as_script_json(name)}, {as_script_json(data)});\n"
    return script.encode()
