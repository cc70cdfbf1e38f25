"""The packets of all roles as files, for those who may have them."""

from __future__ import annotations

import json
from collections import deque
from typing import TYPE_CHECKING

from hiring.interviewing.word import packet
from hiring.model.digests import digest_of
from hiring.system.files import put
from hiring.system.workers import Task, tasks_side_by_side

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hiring.model.handbook import Handbook
    from hiring.model.interviews import Interview

FOLDER = "kits"
"""The folder of the packets, in the site."""


def packet_name(role: str) -> str:
    """Return the path of a role's packet in the site."""
    return f"{FOLDER}/{role}.docx"


def write_packets(
    handbook: Handbook, folder: Path, *, kept: Path | None = None, code: str = ""
) -> list[Path]:
    """Write the packet of each interview under a folder; return all that belong there.

    ``kept`` is a file that says what each was made of: what would be made of the very same stays.
    """
    [files] = tasks_side_by_side([packets_task(handbook, folder, kept=kept, code=code)])
    return files


def packets_task(
    handbook: Handbook, folder: Path, *, kept: Path | None = None, code: str = ""
) -> Task[Interview, Path, list[Path]]:
    """Return the task of writing the same, which comes to all that belong there."""
    before = _read(kept)
    of = {packet_name(it.role): it for it in handbook.interviews.values()}
    digests = {name: made_of(it, handbook, code) for name, it in of.items()}
    new = [
        it
        for name, it in of.items()
        if before.get(name) != digests[name] or not (folder / name).is_file()
    ]

    def write(interview: Interview) -> Path:
        return put(folder / packet_name(interview.role), packet(interview, handbook))

    def end(made: Iterator[Path]) -> list[Path]:
        deque(made, maxlen=0)
        if kept is not None and kept.parent.exists() and digests != before:
            kept.write_text(json.dumps(digests), encoding="utf-8")
        return [folder / name for name in digests]

    return Task(write, new, end)


def made_of(interview: Interview, handbook: Handbook, code: str = "") -> str:
    """Return a digest of all that the sheets of an interview say."""
    role = handbook.roles[interview.role]
    named = {*(it for stage in interview.stages for it in stage.assesses)}
    named |= {skill for need in role.all_needs for skill in need.skills}
    skills = [handbook.skills[key] for key in sorted(named) if key in handbook.skills]
    rubrics = [
        rubric
        for place, rubric in handbook.rubrics.items()
        if place[0] in named and place[1] in (None, role.key)
    ]
    template = handbook.word_template.digest if handbook.word_template else ""
    return digest_of((interview, role.digest, skills, rubrics, handbook.company, template, code))


def _read(kept: Path | None) -> dict[str, str]:
    try:
        found = json.loads(kept.read_text("utf-8")) if kept else {}
        return {str(name): str(made_of) for name, made_of in found.items()}
    except (OSError, ValueError, AttributeError):
        return {}  # there is none, or it was not written to its end
