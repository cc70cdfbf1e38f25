"""A real nginx, by a configuration of ours, while a test asks it."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from contextlib import contextmanager
from shutil import copyfile
from typing import TYPE_CHECKING

import pytest

from tools import nginx

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CONF = """
daemon off;
%(user)s
pid pid;
error_log stderr warn;
events {}
http {
    access_log off;
    client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi; scgi_temp_path scgi;
%(site)s
}
"""


def free_port() -> int:
    """Return a port that nothing listens to."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


@contextmanager
def nginx_serving(site: str, port: int, home: Path) -> Iterator[None]:
    """Serve by a configuration of a server, as it stands in ``conf.d``, which listens to a port."""
    program = nginx.find()
    if program is None:
        # Skipped, nothing would be tested and nobody would know.
        pytest.fail(nginx.HOW_TO_GET_ONE, pytrace=False)
    types = nginx.mime_types(program)
    assert types is not None
    copyfile(types, home / "mime.types")
    user = "user root;" if os.geteuid() == 0 else ""
    (home / "nginx.conf").write_text(CONF % {"user": user, "site": site}, encoding="utf-8")
    command: list[str | Path] = [program, "-p", home, "-c", home / "nginx.conf", "-e", "stderr"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as running:
        try:
            _wait_for(port, running)
            yield
        finally:
            running.terminate()


def _wait_for(port: int, running: subprocess.Popen[str]) -> None:
    for _ in range(200):
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        if running.poll() is not None:
            break
        time.sleep(0.05)
    running.terminate()
    pytest.fail(f"nginx does not take the starter's configuration: {running.communicate()[1]}")
