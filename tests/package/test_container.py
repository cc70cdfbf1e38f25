"""The steps of a starter's Dockerfile, each run in a folder of its own: no daemon is needed.

What differs from a container is told: the environment with the package is there already, as making
it takes a network, and absolute paths are below the folder.
"""

from __future__ import annotations

import os
import shlex
import shutil
from http.client import HTTPConnection
from typing import TYPE_CHECKING

from tests.support.nginx import nginx_serving

from .conftest import begun, made, run

if TYPE_CHECKING:
    from pathlib import Path

HOME = "srv/handbook"
SITE = "srv/handbook/_build/public"


def steps_of(folder: Path) -> list[list[tuple[str, str]]]:
    """Return the steps of each stage: what each does, and with what."""
    stages: list[list[tuple[str, str]]] = []
    for line in (folder / "Dockerfile").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, _, rest = line.partition(" ")
            if kind == "FROM":
                stages.append([])
            stages[-1].append((kind, rest))
    return stages


def copied(context: Path, names: list[str], target: Path) -> None:
    """Copy files of a context, without those that .dockerignore leaves out, with their times."""
    ignored = shutil.ignore_patterns(*(context / ".dockerignore").read_text("utf-8").split())
    target.mkdir(parents=True, exist_ok=True)
    for name in names:
        if name == ".":
            shutil.copytree(context, target, ignore=ignored, dirs_exist_ok=True)
        else:
            for file in context.glob(name):
                shutil.copy2(file, target)


def test_each_step_runs(venv: Path, tmp_path: Path) -> None:
    audience = "employee"  # for whom one more step does something
    context, root = tmp_path / "context", tmp_path / "root"
    assert begun(venv, context, "en").returncode == 0
    (context / ".venv").mkdir()  # somebody's own, which must stay out
    (context / ".venv/installed").write_text("theirs", "utf-8")
    (context / "hiring_handbook.whl").touch()  # which the lock may name by its path
    built, served = steps_of(context)
    home = root / HOME
    for kind, rest in built:
        if kind == "COPY":
            copied(context, rest.split()[:-1], home)
        elif kind == "RUN" and "make setup" in rest:
            # With these files alone; and then it is as if it had been run.
            there = ["Makefile", "hiring_handbook.whl", "requirements.lock"]
            assert sorted(it.name for it in home.iterdir()) == there
            assert run("make", "--dry-run", "setup", cwd=home).returncode == 0
            assert made(venv, home, "setup").returncode == 0
            # A step of before, which a cache kept: the clone and its lock are of today.
            os.utime(home / ".venv/installed", (0, 0))
        elif kind == "RUN":
            command = rest.replace(" /site", f" {shlex.quote(str(root / 'site'))}")
            done = run("sh", "-ec", command, cwd=home, AUDIENCE=audience)
            assert done.returncode == 0, done.stdout + done.stderr
            assert "-m pip" not in done.stdout, "what is installed is installed once more"
    assert (home / ".venv/bin").is_symlink(), "somebody's own environment was copied over"
    for kind, rest in served:
        if kind == "COPY":
            source = rest.split()[1].lstrip("/")
            assert (root / source).exists(), source
    conf = (home / "serve/nginx.conf").read_text("utf-8")
    answers = headers_of(conf, root / "site", tmp_path, "/", "/feeds/reviews.ics")
    assert "Content-Encoding" in answers[0]
    for sent in answers:
        assert sent["X-Robots-Tag"] == "noindex"
        assert sent["Cache-Control"] == "no-cache"
        # A page elsewhere must not read what a reader's network lets in.
        assert "Access-Control-Allow-Origin" not in sent


def test_its_server_of_the_public_site_is_the_file_as_it_is(venv: Path, tmp_path: Path) -> None:
    context = tmp_path / "context"
    assert begun(venv, context, "en").returncode == 0
    conf = (context / "serve/nginx.conf").read_text("utf-8")
    (step,) = (it for kind, it in steps_of(context)[0] if kind == "RUN" and "sed" in it)
    assert run("sh", "-ec", step, cwd=context, AUDIENCE="public").returncode == 0
    assert (context / "serve/nginx.conf").read_text("utf-8") == conf
    for path in ("feeds/jobs.json", "postings/open.html", "index.html"):
        (tmp_path / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / path).write_text("said", "utf-8")
    feed, posting, page = headers_of(
        conf, tmp_path / "site", tmp_path, "/feeds/jobs.json", "/postings/open.html", "/"
    )
    assert feed["Access-Control-Allow-Origin"] == "*"
    assert posting["X-Robots-Tag"] == "noindex"
    assert not page.keys() & {"Access-Control-Allow-Origin", "X-Robots-Tag"}


def headers_of(conf: str, site: Path, folder: Path, *paths: str) -> list[dict[str, str]]:
    """Return the headers of files of a site that is served by a configuration."""
    (home := folder / "nginx").mkdir()
    assert f"root /{SITE};" in conf
    conf = conf.replace(f"/{SITE}", str(site))

    def at(port: int) -> str:
        return conf.replace("listen 80;", f"listen 127.0.0.1:{port};")

    with nginx_serving(at, home) as port:
        return [headers(port, path) for path in paths]


def headers(port: int, path: str) -> dict[str, str]:
    connection = HTTPConnection("127.0.0.1", port)
    connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
    with connection.getresponse() as answer:
        answer.read()
        connection.close()
        assert answer.status == 200
        return dict(answer.getheaders())
