"""The packets of all roles as files, for those who may have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.interviewing.word import packet
from hiring.model.digests import digest_of
from hiring.system.files import files_task
from hiring.system.workers import tasks_side_by_side

if TYPE_CHECKING:
    from pathlib import Path

    from hiring.model.handbook import Handbook
    from hiring.model.interviews import Interview
    from hiring.system.workers import Task

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
) -> Task[str, Path, list[Path]]:
    """Return the task of writing the same, which comes to all that belong there."""
    of = {packet_name(it.role): it for it in handbook.interviews.values()}
    digests = {name: made_of(it, handbook, code) for name, it in of.items()}
    return files_task(folder, digests, lambda name: packet(of[name], handbook), kept)


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
