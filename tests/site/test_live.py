"""The preview: who may ask it, what it shows, and that nothing a writer does ends it."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin

from hiring.site.headers import HEADERS
from tests.preview import Preview, start, wait

from .conftest import SAMPLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PAGE = "# Carter\n\nDrives.\n"
BROKEN = "---\nrole:\n  title: Carter\n  famly: Roads\n---\n\n# Carter\n\nDrives.\n"

OWN_HOSTS = [
    "127.0.0.1:{port}",
    "localhost:{port}",
    "LocalHost:{port}",
    "[::1]:{port}",
    "localhost",
]
FOREIGN_HOSTS = [
    *("evil.example", "evil.example:{port}", "127.0.0.1.evil.example", "localhost.evil.example"),
    *("evil.example:127.0.0.1", "127.0.0.1:{port}.evil.example", "127.0.0.1@evil.example"),
    *("127.0.0.2", "127.1", "2130706433", "0.0.0.0:{port}", "[::]:{port}", "::1", "localhost."),
    *("192.168.0.1:{port}", "", "127.0.0.1:{port}, evil.example", "127.0.0.1:x"),
]
FOREIGN_ORIGINS = [
    *("null", "http://evil.example", "https://evil.example", "http://evil.example:{port}"),
    *("http://127.0.0.1.evil.example:{port}", "http://localhost:1", "http://127.0.0.1"),
    *("https://127.0.0.1:{port}", "http://127.0.0.1:{port}.evil.example", "file://"),
    *("http://localhost:{port}", "http://[::1]:{port}", "127.0.0.1:{port}"),
]
"""From pages of others; the last ones are this machine's too, under a name that was not asked."""


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """Return a preview whose handbook no test changes."""
    folder = shutil.copytree(SAMPLE, tmp_path_factory.mktemp("running") / "sample")
    with start(folder) as preview:
        yield preview


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """Return a preview whose handbook each test changes, and leaves as it was."""
    folder = shutil.copytree(SAMPLE, tmp_path_factory.mktemp("edited") / "sample")
    with start(folder) as preview:
        yield preview


# Who may ask


def test_listens_on_this_machine_alone(running: Preview) -> None:
    with socket.create_connection(("127.0.0.1", running.port)):
        pass
    for address in {found[4][0] for found in socket.getaddrinfo(socket.gethostname(), None)}:
        if not str(address).startswith("127.") and address != "::1":
            with pytest.raises(OSError, match=r"refused|unreachable|timed out"):
                socket.create_connection((str(address), running.port), timeout=5)


@pytest.mark.parametrize("host", OWN_HOSTS)
def test_own_host_is_answered(running: Preview, host: str) -> None:
    host = host.format(port=running.port)
    for origin in ("", f"http://{host}"):
        answer = running.ask(Host=host, Origin=origin)
        assert (answer.status, "<h1>Sample" in answer.text) == (200, True)


@pytest.mark.parametrize("host", FOREIGN_HOSTS)
def test_foreign_host_is_refused(running: Preview, host: str) -> None:
    host = host.format(port=running.port)
    for path in ("/", "/handbook.json", "/_preview/preview.js", "/nowhere"):
        answer = running.ask(path, Host=host)
        assert answer.status in (400, 403)
        assert "Sample" not in answer.text
    refused = [b"HTTP/1.1 403 ", b"HTTP/1.1 400 "]
    assert any(_upgrade(running, host, "").startswith(line) for line in refused)


@pytest.mark.parametrize("origin", FOREIGN_ORIGINS)
def test_foreign_origin_is_refused(running: Preview, origin: str) -> None:
    origin = origin.format(port=running.port)
    for method in ("GET", "HEAD", "POST", "OPTIONS"):
        answer = running.ask("/handbook.json", method, Origin=origin)
        assert answer.status == 403
        assert "access-control-allow-origin" not in answer.headers
    assert "another site" in running.ask(Origin=origin).text
    with pytest.raises(InvalidStatus) as refused:
        connect(f"ws://127.0.0.1:{running.port}/websocket-reload", origin=Origin(origin))
    assert refused.value.response.status_code == 403


def _upgrade(preview: Preview, host: str, origin: str) -> bytes:
    """Ask for a websocket with exactly these headers; return the first of the answer."""
    lines = [
        "GET /websocket-reload HTTP/1.1",
        *("Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13"),
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        *([f"Host: {host}"] if host else []),
        *([f"Origin: {origin}"] if origin else []),
    ]
    with socket.create_connection(("127.0.0.1", preview.port), timeout=10) as client:
        client.sendall("\r\n".join([*lines, "", ""]).encode())
        return client.recv(1000)


@pytest.mark.parametrize("host", OWN_HOSTS)
def test_own_pages_may_listen(running: Preview, host: str) -> None:
    host = host.format(port=running.port)
    for origin in ("", f"http://{host}"):
        assert _upgrade(running, host, origin).startswith(b"HTTP/1.1 101 ")


@pytest.mark.parametrize(
    "path",
    [
        *(
            "/../sample/conf.py",
            "/../../../etc/passwd",
            "/%2e%2e/%2e%2e/etc/passwd",
            "//etc/passwd",
        ),
        *("/..%2f..%2f/etc/passwd", "/_static/../../doctrees/environment.pickle", "/%00", "/a%00b"),
        *("/_preview/../../server.py", "/_preview/%2e%2e/server.py", "/..\\..\\conf.py", "/%ff"),
        *("/" + "a" * 5000, "/" + "a/" * 3000, "/index.html/x", "/../site/x.html"),
    ],
)
def test_nothing_else_is_served(running: Preview, path: str) -> None:
    answer = running.ask(path)
    assert answer.status == 404
    assert "root:" not in answer.text
    assert "primary_domain" not in answer.text
    assert "No such page" in answer.text or path.startswith("/_preview/")


def test_every_answer_has_the_headers(running: Preview) -> None:
    for path in ("/", "/roles/baker.html", "/searchindex.js", "/nowhere", "/_preview/preview.js"):
        answer = running.ask(path)
        assert {name: answer.headers[name.lower()] for name in HEADERS} == HEADERS
        assert answer.headers["cache-control"] == "no-cache"
    refused = running.ask(Host="evil.example").headers
    assert refused["content-security-policy"] == HEADERS["Content-Security-Policy"]


def test_nothing_inline_is_added(running: Preview) -> None:
    text = running.ask("/roles/baker.html").text
    assert re.search(r'<script defer src="/_preview/preview.js" data-build="\d+"></script>', text)
    assert not re.search(r"<script(?![^>]* src=)|<style| style=| on\w+=", text)


# What it shows


def test_what_is_saved_shows_and_is_told(edited: Preview) -> None:
    text = (edited.folder / "plain.md").read_text(encoding="utf-8")
    with connect(f"ws://127.0.0.1:{edited.port}/websocket-reload") as listener:
        before = listener.recv(timeout=10)
        edited.save("plain.md", text + "\nA new sentence.\n")
        number = listener.recv(timeout=60)
        assert number != before
        page = edited.ask("/plain.html").text
        assert "A new sentence." in page
        assert f'data-build="{number!s}"' in page
        edited.save("plain.md", text)
        assert listener.recv(timeout=60) != number
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
    "conf.py fails": (_save("conf.py", "a = 1\nb = nowhere\n"), "conf.py, line 2:</b> NameError"),
    "conf.py exits": (_save("conf.py", "import sys\nsys.exit(3)\n"), "could not be built"),
    "conf.py kills": (_save("conf.py", "import os\nos.kill(os.getpid(), 9)\n"), "from outside"),
    "no conf.py": (_remove("conf.py"), "conf.py:</b> this file is missing"),
    "an extension is missing": (_save("conf.py", "extensions = ['nowhere']\n"), "nowhere"),
    "no start page": (_remove("index.md"), "index.md:</b> this file is missing"),
    "an empty start page": (_save("index.md", ""), "index.md, line 1"),
    "no company": (_remove("company.yaml"), "company.yaml, line 1"),
    "broken YAML": (
        _save("roles/baker.md", "---\nrole: [\n---\n# Baker\n"),
        "roles/baker.md, line",
    ),
    "no UTF-8": (_save("roles/baker.md", b"# B\xe4cker\n"), "roles/baker.md, line 1"),
    "a NUL": (_save("roles/baker.md", b"# Baker\n\n\0\n"), "roles/baker.md, line 3"),
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
    assert edited.ask("/roles/baker.html").status == 200
    assert edited.process.poll() is None


def _number(preview: Preview) -> str:
    match = re.search(r'data-build="(\d+)"', preview.ask().text)
    assert match
    return match.group(1)


def test_pages_renamed_while_they_are_built(edited: Preview) -> None:
    here, there = edited.folder / "roles/carter.md", edited.folder / "roles/coachman.md"
    here.write_text(PAGE, encoding="utf-8")
    for _ in range(4):
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


# How it starts and ends


def test_another_port_where_one_is_taken(sample: Path) -> None:
    try:
        taken = socket.create_server(("127.0.0.1", 8000))
    except OSError:  # by somebody else, which is as good
        taken = socket.socket()
    with taken, start(sample, "--audience", "public") as preview:
        assert preview.port != 8000
        # The sample's pages are for employees: no other readers' pages are left over, or shown.
        assert preview.ask("/roles/baker.html").status == 404
        assert (sample.parent / "_build/stage/live-public").is_dir()
        preview.process.send_signal(signal.SIGINT)
        assert preview.process.wait(timeout=20) == 0
        assert "Traceback" not in preview.said()


def test_ends_quietly_in_the_middle_of_a_build(sample: Path) -> None:
    with start(sample) as preview:
        with connect(f"ws://127.0.0.1:{preview.port}/websocket-reload") as listener:
            listener.recv(timeout=10)
            started = sample.parent / "started"
            conf = (sample / "conf.py").read_text(encoding="utf-8")
            slow = f"\nopen({str(started)!r}, 'w').close()\nimport time\ntime.sleep(600)\n"
            preview.save("conf.py", conf + slow)
            wait(started.exists, preview.said)
            os.killpg(preview.process.pid, signal.SIGINT)  # as a terminal does
            assert preview.process.wait(timeout=20) == 0
        assert preview.said().count("\n") == 1
    # What was not finished is not built upon.
    preview.save("conf.py", conf)
    with start(sample) as preview:
        assert preview.ask("/roles/baker.html").status == 200


@pytest.fixture
def python(tmp_path: Path) -> Path:
    """Return a Python of its own, which a test may take away."""
    environment = tmp_path / "environment"
    (environment / "bin").mkdir(parents=True)
    shutil.copy(Path(sys.prefix) / "pyvenv.cfg", environment)
    (environment / "lib").symlink_to(Path(sys.prefix) / "lib")
    executable = environment / "bin/python"
    executable.symlink_to(Path(sys.executable).resolve())
    return executable


def test_lives_on_without_its_tools(sample: Path, python: Path) -> None:
    """Without the process that builds are forked from, and then without Python to start one."""
    with start(sample, python=str(python)) as preview:
        _kill_helper(preview)
        shutil.copy(SAMPLE / "conf.py", sample)
        preview.is_sound()
        _kill_helper(preview)
        away = python.rename(python.with_name("away"))
        shutil.copy(SAMPLE / "conf.py", sample)
        preview.shows("no build could be started", "/plain.html")
        assert "no build could be started" in preview.said()
        assert "<h1>Plain" in preview.ask("/plain.html").text
        away.rename(python)
        preview.save("plain.md", "# Plain\n\nA helper again.\n")
        preview.shows("A helper again.", "/plain.html")
        assert preview.process.poll() is None


def _kill_helper(preview: Preview) -> None:
    """Let a build end the process that it was forked from, and itself."""
    ends = "import os, signal\nfor process in os.getppid(), os.getpid():\n"
    preview.save("conf.py", f"{ends}    os.kill(process, signal.SIGKILL)\n")
    preview.shows("ended from outside")
