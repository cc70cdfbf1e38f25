"""The preview: what is saved shows, what is wrong is told, and nothing a writer does ends it."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from websockets.sync.client import connect

from tests.preview import Preview, start
from tests.support.waiting import LONG, wait

from .conftest import SAMPLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PAGE = "# Carter\n\nDrives.\n"
BROKEN = "---\nrole:\n  title: Carter\n  famly: Roads\n---\n\n# Carter\n\nDrives.\n"


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """Return a preview whose handbook each test changes, and leaves as it was."""
    folder = shutil.copytree(SAMPLE, tmp_path_factory.mktemp("edited") / "sample")
    with start(folder) as preview:
        yield preview


def test_what_is_saved_shows_and_is_told(edited: Preview) -> None:
    text = (edited.folder / "plain.md").read_text(encoding="utf-8")
    address = f"ws://127.0.0.1:{edited.port}/websocket-reload"
    with connect(address, open_timeout=LONG) as listener:
        before = listener.recv(timeout=LONG)
        edited.save("plain.md", text + "\nA new sentence.\n")
        number = listener.recv(timeout=LONG)
        assert number != before
        page = edited.ask("/plain.html").text
        assert "A new sentence." in page
        assert f'data-build="{number!s}"' in page
        edited.save("plain.md", text)
        assert listener.recv(timeout=LONG) != number
    assert "A new sentence." not in edited.ask("/plain.html").text


def test_a_removed_page_is_gone(edited: Preview) -> None:
    edited.save("roles/carter.md", PAGE)
    edited.shows("Drives.", "/roles/carter.html")
    (edited.folder / "roles/carter.md").rename(edited.folder / "roles/coachman.md")
    edited.shows("Drives.", "/roles/coachman.html")
    edited.shows("No such page", "/roles/carter.html")
    (edited.folder / "roles/coachman.md").unlink()
    edited.shows("No such page", "/roles/coachman.html")
    for page in ("carter", "coachman"):
        assert edited.ask(f"/roles/{page}.html").status == 404
    edited.is_sound()


def test_a_mistake_stays_until_it_is_mended(edited: Preview) -> None:
    """What Sphinx alone finds it says once; the preview says it in every build."""
    edited.save("roles/carter.md", f"{PAGE}\n{{py:func}}`nowhere`\n")
    plain = edited.folder / "plain.md"
    edited.save("roles/coachman.md", BROKEN)
    edited.shows("<b>roles/coachman.md, line 4:</b>")
    first = edited.ask().text
    edited.save("plain.md", plain.read_text(encoding="utf-8") + "\nA later sentence.\n")
    edited.shows("A later sentence.", "/plain.html")
    assert _list(edited.ask("/plain.html").text) == _list(first)
    assert "did you mean `family`?" in first
    assert "roles/coachman.md:4: " in edited.said()
    shutil.copy(SAMPLE / "plain.md", plain)
    (edited.folder / "roles/carter.md").unlink()
    (edited.folder / "roles/coachman.md").unlink()
    edited.is_sound()


def _list(page: str) -> list[str]:
    return re.findall(r"<li><b>.*", page)


def _remove(path: str) -> Callable[[Path], object]:
    return lambda folder: (folder / path).unlink()


def _save(path: str, text: str | bytes) -> Callable[[Path], object]:
    data = text.encode() if isinstance(text, str) else text
    return lambda folder: (folder / path).write_bytes(data)


WRONG: dict[str, tuple[Callable[[Path], object], str]] = {
    "conf.py is no Python": (
        _save("conf.py", "project = 'x'\nextensions = [\n"),
        "conf.py, line 2",
    ),
    "conf.py fails": (
        _save("conf.py", "a = 1\nb = nowhere\n"),
        "conf.py, line 2:</b> error[build] NameError",
    ),
    "conf.py exits": (_save("conf.py", "import sys\nsys.exit(3)\n"), "could not be built"),
    "conf.py kills": (_save("conf.py", "import os\nos.kill(os.getpid(), 9)\n"), "from outside"),
    "no conf.py": (_remove("conf.py"), "conf.py, line 1:</b> error[file] the file is missing"),
    "an extension is missing": (
        _save("conf.py", "extensions = ['hiring', 'nowhere']\n"),
        "nowhere",
    ),
    "no start page": (_remove("index.md"), "error[start-page] the start page is missing"),
    "an empty start page": (_save("index.md", ""), "index.md, line 1"),
    "no company": (_remove("company.yaml"), "company.yaml, line 1"),
    "broken YAML": (
        _save("roles/baker.md", "---\nrole: [\n---\n# Baker\n"),
        "roles/baker.md, line",
    ),
    "no UTF-8": (_save("roles/baker.md", b"# B\xe4cker\n"), "roles/baker.md, line 1"),
    "a name of signs": (_save("a\x1b[31m\n<b>.md", PAGE), "a\\x1b[31m\\x0a&lt;b&gt;.md"),
    "a name of bytes": (_save(os.fsdecode(b"b\xff.md"), PAGE), "b\\udcff.md"),
    "a FIFO": (lambda folder: os.mkfifo(folder / "pipe.md"), "pipe.md, line 1"),
    "a link": (lambda folder: (folder / "link.md").symlink_to("/etc/passwd"), "link.md, line 1"),
    "a folder like a page": (lambda folder: (folder / "folder.md").mkdir(), ""),
    "no roles": (lambda folder: shutil.rmtree(folder / "roles"), "unknown-role"),
    "no handbook": (lambda folder: folder.rename(folder.with_name("elsewhere")), "could not be"),
    "script in a message": (
        _save("roles/carter.md", "---\nrole: {<script>alert(1)</script>: x}\n---\n# Carter\n"),
        "&lt;script&gt;",
    ),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_wrong_shows_until_it_is_mended(edited: Preview, wrong: str) -> None:
    spoil, expected = WRONG[wrong]
    number = _number(edited)
    spoil(edited.folder)
    if expected:
        wait(lambda: expected in edited.ask().text, lambda: edited.said() + edited.ask().text)
        assert "<script>alert" not in edited.ask().text
    wait(lambda: _number(edited) != number, edited.said)
    edited.folder.mkdir(exist_ok=True)
    for found in edited.folder.iterdir():
        if found.is_dir():
            shutil.rmtree(found)
        else:
            found.unlink()
    shutil.copytree(SAMPLE, edited.folder, dirs_exist_ok=True)
    edited.is_sound()
    edited.shows("<h1>Sample")
    wait(lambda: edited.ask("/roles/baker.html").status == 200, edited.said)
    assert edited.process.poll() is None


def _number(preview: Preview) -> str:
    match = re.search(r'data-build="(\d+)"', preview.ask().text)
    assert match
    return match.group(1)


def test_pages_renamed_while_they_are_built(edited: Preview) -> None:
    here, there = edited.folder / "roles/carter.md", edited.folder / "roles/coachman.md"
    here.write_text(PAGE, encoding="utf-8")
    for _ in range(3):
        number = _number(edited)
        here.rename(there)
        here, there = there, here
        wait(lambda number=number: _number(edited) != number, edited.said)  # type: ignore[misc]
        # The build that has just begun reads a page that is not there any more.
        (edited.folder / "plain.md").touch()
        here.rename(there)
        here, there = there, here
    edited.shows("Drives.", f"/roles/{here.stem}.html")
    wait(lambda: edited.ask(f"/roles/{there.stem}.html").status == 404, edited.said)
    here.unlink()
    edited.is_sound()
