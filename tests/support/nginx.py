"""A real nginx, by a configuration of ours, while a test asks it."""

from __future__ import annotations

import os
import socket
import subprocess
from contextlib import contextmanager
from shutil import copyfile
from typing import TYPE_CHECKING

import pytest

from tools import nginx

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
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


@contextmanager
def nginx_serving(site: Callable[[int], str], home: Path) -> Iterator[int]:
    """Serve by a server's configuration, as it stands in ``conf.d``; yield the port.

    ``site`` is given the port of 127.0.0.1 that it is to listen to. It is taken before nginx
    starts, which inherits it: so no other program can have taken it meanwhile, and who asks
    before nginx answers waits.
    """
    program = nginx.find()
    if program is None:
        # Skipped, nothing would be tested and nobody would know.
        pytest.fail(nginx.HOW_TO_GET_ONE, pytrace=False)
    types = nginx.mime_types(program)
    assert types is not None
    copyfile(types, home / "mime.types")
    user = "user root;" if os.geteuid() == 0 else ""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        conf = CONF % {"user": user, "site": site(port)}
        (home / "nginx.conf").write_text(conf, encoding="utf-8")
        command: list[str | Path] = [program, "-p", home, "-c", home / "nginx.conf", "-e", "stderr"]
        checked = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
        if checked.returncode:
            pytest.fail(f"nginx does not take the starter's configuration: {checked.stderr}")
        running = subprocess.Popen(
            command,
            env={**os.environ, "NGINX": f"{listener.fileno()};"},
            pass_fds=[listener.fileno()],
        )
    try:
        yield port
    finally:
        running.terminate()
        running.wait()
