"""What only a disk can have: files that are none, names that clash, files that are too large."""

from __future__ import annotations

import errno
import os
import socket
from contextlib import chdir
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hiring.language.limits import MAX_PAGE_BYTES
from hiring.reading.handbook import read_handbook
from hiring.reading.sources import sources

if TYPE_CHECKING:
    from collections.abc import Mapping


@pytest.fixture
def folder(tmp_path: Path, base: Mapping[str, bytes]) -> Path:
    """Return a folder with the small handbook."""
    folder = tmp_path / "handbook"
    for path, data in base.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def said(folder: Path) -> list[str]:
    return [str(problem) for problem in read_handbook(folder).problems]


def test_the_small_handbook_has_no_problem(folder: Path) -> None:
    assert said(folder) == []


def test_files_that_are_none(folder: Path, tmp_path: Path) -> None:
    os.mkfifo(folder / "guide" / "fifo.md")
    # By its name alone: a system takes no path of a socket that is long, as those of tests are.
    with socket.socket(socket.AF_UNIX) as listener, chdir(folder / "guide"):
        listener.bind("socket.md")
    (tmp_path / "secret.md").write_text("# Secret\n")
    (folder / "guide" / "link.md").symlink_to(tmp_path / "secret.md")
    (folder / "guide" / "dangling.md").symlink_to(tmp_path / "nothing.md")
    (folder / "guide" / "picture.svg").symlink_to("/etc/passwd")
    (folder / "elsewhere").symlink_to(tmp_path)
    (folder / "folder.md").mkdir()
    (folder / "folder.md" / "page.md").write_text("no title\n")
    (folder / "company.yaml").unlink()
    (folder / "company.yaml").symlink_to(tmp_path / "secret.md")
    assert said(folder) == [
        "company.yaml:1: error[file] this is a symbolic link: put the file itself here",
        "elsewhere:1: error[file] this is a symbolic link: put the file itself here",
        "folder.md/page.md:1: error[title] the page has no title: start it with a line `# Title`",
        "guide/dangling.md:1: error[file] this is a symbolic link: put the file itself here",
        "guide/fifo.md:1: error[file] this is no regular file: put the file itself here",
        "guide/link.md:1: error[file] this is a symbolic link: put the file itself here",
        "guide/picture.svg:1: error[file] this is a symbolic link: put the file itself here",
        "guide/socket.md:1: error[file] this is no regular file: put the file itself here",
    ]


def test_names_that_clash_or_are_no_page(folder: Path) -> None:
    (folder / "guide" / "Hire.md").write_text("# Twin\n")
    (folder / "guide" / "NEWS.MD").write_text("# News\n")
    (folder / "guide" / "old.markdown").write_text("# Old\n")
    (folder / "guide" / "two\nlines.md").write_text("# Two\n")
    os.close(os.open(os.fsencode(folder) + b"/guide/caf\xe9.md", os.O_CREAT | os.O_WRONLY))
    assert said(folder) == [
        "guide/NEWS.MD:1: error[file] the name ends in `.MD`: a page's ends in `.md`",
        r"guide/caf\udce9.md:1: error[file] the name holds characters that can't be shown: "
        "rename the file",
        "guide/hire.md:1: error[file] `guide/Hire.md` has the same name in other case: rename one",
        "guide/old.markdown:1: error[file] the name ends in `.markdown`: a page's ends in `.md`",
        r"guide/two\x0alines.md:1: error[file] the name holds characters that can't be shown: "
        "rename the file",
    ]


def test_files_that_are_not_ours_are_not_read(folder: Path) -> None:
    for name in ("_build", ".venv", "_static", "__pycache__"):
        (folder / name).mkdir()
        (folder / name / "page.md").write_text("no title\n")
    (folder / ".hidden.md").write_text("no title\n")
    (folder / "notes.txt").write_text("no title\n")
    assert said(folder) == []


def test_missing_data_files(folder: Path) -> None:
    (folder / "company.yaml").unlink()
    (folder / "skills.yaml").unlink()
    message = "error[file] the file is missing: copy the one the project came with"
    # What names no skill needs no list of them.
    found = said(folder)
    assert found[0] == f"company.yaml:1: {message}"
    assert not any(line.startswith("skills.yaml") for line in found)


def test_a_page_of_ten_megabytes_is_refused_unread(folder: Path) -> None:
    with (folder / "guide" / "large.md").open("wb") as file:
        file.truncate(10_000_000)
    limit = f"10,000,000 bytes, at most {MAX_PAGE_BYTES:,}: split the page"
    assert said(folder) == [f"guide/large.md:1: error[limit] {limit}"]
    assert read_handbook(folder).withheld == ("guide/large.md",)


def test_a_file_as_large_as_may_be(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    largest = max(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    monkeypatch.setattr(sources, "MAX_PAGE_BYTES", largest)
    assert said(folder) == []
    monkeypatch.setattr(sources, "MAX_PAGE_BYTES", largest - 1)
    limit = f"{largest:,} bytes, at most {largest - 1:,}: split the page"
    assert said(folder) == [f"roles/data-engineer.md:1: error[limit] {limit}"]


def test_a_file_that_may_not_be_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may read everything, so the refusal is played rather than asked of the system."""
    read_bytes = Path.read_bytes

    def refuse(file: Path) -> bytes:
        if file.name == "hire.md":
            raise PermissionError(errno.EACCES, "Permission denied")
        return read_bytes(file)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    reason = "the file can't be read: Permission denied"
    assert said(folder) == [f"guide/hire.md:1: error[file] {reason}"]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("roles/forklift-driver", "`roles/` holds pages, and a page's name ends in `.md`"),
        ("roles/welder.txt", "`roles/` holds pages, and a page's name ends in `.md`"),
        ("roles/welder.md.bak", "`roles/` holds pages, and a page's name ends in `.md`"),
        ("roles/welder.dm", "`roles/` holds pages, and a page's name ends in `.md`"),
        ("openings/welder-austin", "`openings/` holds pages, and a page's name ends in `.md`"),
        ("roles/welder.MD", "the name ends in `.MD`: a page's ends in `.md`"),
        ("guide/welder.md ", "the name ends in `.md `: a page's ends in `.md`"),
    ],
)
def test_a_page_whose_ending_was_forgotten(folder: Path, path: str, told: str) -> None:
    (folder / path).parent.mkdir(exist_ok=True)
    (folder / path).write_text("# Welder\n")
    (found,) = said(folder)
    assert found.startswith(f"{path}:1: error[file] {told}")


@pytest.mark.parametrize("path", ["roles/Thumbs.db", "roles/a.md~", "roles/.x.swp", "LICENSE"])
def test_a_file_that_is_meant_to_be_no_page(folder: Path, path: str) -> None:
    (folder / path).write_text("Others'.\n")
    assert said(folder) == []
