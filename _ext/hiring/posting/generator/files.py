"""The generator's data: what all roles share, a file a role, and a Word document to fill.

The browser loads a role's file when the role is chosen, so a handbook of a thousand roles is no
heavier than one of seven. Each is a script that hands its data over: a page that is opened from a
disk may load scripts and nothing else.
"""

from __future__ import annotations

import base64
from collections import deque
from typing import TYPE_CHECKING, Any

from hiring.exports.named import shown_in
from hiring.model.digests import digest_of
from hiring.model.word_template import own_template
from hiring.posting.formats.word import (
    CORE,
    LETTER_COUNTRIES,
    LINK_TYPE,
    PAPERS,
    country_of,
)
from hiring.posting.generator.common import asking, common_data
from hiring.posting.generator.roles import role_data
from hiring.posting.structured import as_script_json
from hiring.system.files import put, read
from hiring.system.workers import Task, tasks_side_by_side

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date
    from pathlib import Path

    from hiring.model.handbook import Handbook
    from hiring.model.role import JobRole

FOLDER = "generator"


def write_generator(
    handbook: Handbook, folder: Path, today: date, code: str, forms: Collection[str] = ()
) -> list[Path]:
    """Write the data under a folder; return the files that belong there.

    ``today`` tells which laws are in force, ``code`` changes with this package, and ``forms`` are
    the languages of the pages that have a form. A role whose file says in its first line that it
    was made of the very same is not composed again, and no file is written that is there already.
    """
    [files] = tasks_side_by_side([generator_task(handbook, folder, today, code, forms)])
    return files


def generator_task(
    handbook: Handbook, folder: Path, today: date, code: str, forms: Collection[str] = ()
) -> Task[JobRole, Path, list[Path]]:
    """Return the task of writing the same, which comes to the files that belong there."""
    asked = asking(handbook)
    shared = digest_of((asked.company, code))
    place = folder / FOLDER

    def file_of(role: JobRole) -> Path:
        return place / "roles" / f"{role.key}.js"

    def first_of(role: JobRole) -> bytes:
        return f"// {digest_of((role.digest, shown_in(role, handbook), shared))}\n".encode()

    def is_new(role: JobRole) -> bool:
        there = read(file_of(role))
        return there is None or not there.startswith(first_of(role))

    def write_role(role: JobRole) -> Path:
        script = _script(f"roles/{role.key}", role_data(role, asked))
        return put(file_of(role), first_of(role) + script)

    def end(made: Iterator[Path]) -> list[Path]:
        deque(made, maxlen=0)
        return [
            put(place / "common.js", _script("common", common_data(asked, today, forms))),
            put(place / "word.js", _script("word", word_data(handbook))),
            *map(file_of, handbook.roles.values()),
        ]

    return Task(write_role, [it for it in handbook.roles.values() if is_new(it)], end)


def word_data(handbook: Handbook) -> dict[str, Any]:
    """Return the parts of a Word document that the build's own are made of, too.

    ``paper`` is what stands in them for one of the ``papers``, empty where a template of the
    company's has its own; ``country`` is that of a job without a place.
    """
    template = handbook.word_template or own_template()
    return {
        "archive": base64.b64encode(template.archive).decode(),
        "parts": dict(template.parts),
        "paper": template.paper,
        "papers": PAPERS,
        "letter": LETTER_COUNTRIES,
        "country": country_of(handbook.company),
        "core": CORE,
        "linkType": LINK_TYPE,
    }


def _script(name: str, data: Any) -> bytes:
    script = f"hiringGenerator.receive({as_script_json(name)}, {as_script_json(data)});\n"
    return script.encode()
