"""The sample handbook with something hidden of every kind, and what is looked for in a site.

``leaks/`` extends the sample: each hidden word starts with ``zzteam`` where the hiring team alone
may read it, and with ``zzemp`` where employees may.
"""

from __future__ import annotations

import re
import shutil
import zipfile
import zlib
from pathlib import Path

from hiring.model.audience import Audience
from hiring.model.problem import Severity
from hiring.reading.projected_tree import days_of, projected_files, told_of, write_tree
from tests.support.searched import opened

from .conftest import SAMPLE

LEAKS = Path(__file__).parent / "leaks"
FORBIDDEN = {Audience.PUBLIC: rb"zz(?:team|emp)\w*", Audience.EMPLOYEE: rb"zzteam\w*"}
LOWER = tuple(FORBIDDEN)


def leaky(folder: Path) -> Path:
    """Write the sample with its pages for the public, and with all that is hidden."""
    shutil.copytree(SAMPLE, folder)
    for name in ("index", "levels", "plain", "reviews", "skills"):
        prefix(folder / f"{name}.md", "---\naudience: public\n---\n\n")
    edit(folder / "roles/baker.md", "redirects:", "audience: public\nredirects:")
    edit(folder / "index.md", "\nplain\n", "\nplain\nguide/index\n")
    shutil.copytree(LEAKS, folder, dirs_exist_ok=True)
    return folder


def prefix(file: Path, text: str) -> None:
    file.write_text(text + file.read_text("utf-8"), "utf-8")


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text, (file, old)
    file.write_text(text.replace(old, new), "utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file under a folder by its path, with what is compressed in it opened."""
    return {
        file.relative_to(folder).as_posix(): unpacked(file)
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def unpacked(file: Path) -> bytes:
    data = file.read_bytes()
    if file.name == "objects.inv":
        return zlib.decompress(data.split(b"\n", 4)[4])
    if file.suffix == ".epub":
        with zipfile.ZipFile(file) as archive:
            return b"".join(name.encode() + archive.read(name) for name in archive.namelist())
    return opened(data)


def found(files: dict[str, bytes], words: bytes) -> list[str]:
    """Return where words stand, in contents and in names of files."""
    pattern = re.compile(words, re.IGNORECASE)
    return [
        f"{name}: {match.group().decode()}"
        for name, data in files.items()
        for match in pattern.finditer(name.encode() + b"\n" + data)
    ]


def project(source: Path, target: Path, audience: Audience) -> None:
    handbook, files = projected_files(source, audience)
    assert [found for found in handbook.problems if found.severity is Severity.ERROR] == []
    write_tree(files, audience, target, days_of(source, handbook), told_of(handbook))
