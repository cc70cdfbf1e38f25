"""The starter's file for nginx, served: a site at the top of a host, and in a folder of one."""

from __future__ import annotations

import re
from datetime import date
from http.client import HTTPConnection
from typing import TYPE_CHECKING

import pytest

from hiring.starter.begin import Wishes, starter
from tests.support.nginx import nginx_serving

if TYPE_CHECKING:
    from collections.abc import Iterator

LANGUAGES = ("en", "de", "fr")


def in_a_folder(text: str) -> str:
    """Follow the comment: its lines in place of the two above it."""
    above, below = re.split(r"(?m)^    # .*\bhtml_baseurl\b(?:.*\n    # )*?.*\n    #\n", text)
    lead = "    #     "
    lines = below.split("\n")
    count = next(at for at, line in enumerate(lines) if not line.startswith(lead))
    instead = [f"    {line.removeprefix(lead)}" for line in lines[:count]]
    kept = re.sub(r"(?m)^    (root|error_page) .*\n", "", above)
    return "\n".join([kept, *instead, *lines[count:]])


@pytest.fixture(scope="module", params=[(it, at) for it in LANGUAGES for at in ("", "/handbook")])
def served(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[int, str]]:
    """Return the port of a host, and the folder in which it has the site."""
    language, folder = request.param
    home = tmp_path_factory.mktemp("nginx")
    for path, said in {"index": "start", "404": "nothing", "roles/index": "roles"}.items():
        file = home / f"site/{path}.html"
        file.parent.mkdir(exist_ok=True)
        file.write_text(said)
    text = starter(Wishes(language=language), date(2026, 11, 22))["serve/nginx.conf"]
    text = in_a_folder(text) if folder else text
    text = text.replace("/srv/handbook/_build/public", str(home / "site"))

    def at(port: int) -> str:
        return text.replace("listen 80;", f"listen 127.0.0.1:{port};")

    with nginx_serving(at, home) as port:
        yield port, folder


def ask(port: int, path: str) -> tuple[int, str, str]:
    """Return the status of an answer, where it leads, and what it says."""
    connection = HTTPConnection("127.0.0.1", port)
    connection.request("GET", path, headers={"Host": "careers.example.com"})
    with connection.getresponse() as answer:
        said = answer.read().decode()
        connection.close()
        return answer.status, answer.getheader("Location", ""), said


def test_it_is_found_with_a_slash_and_without(served: tuple[int, str]) -> None:
    port, folder = served
    assert ask(port, f"{folder}/") == (200, "", "start")
    assert ask(port, f"{folder}/roles/") == (200, "", "roles")
    for path in (folder, f"{folder}/roles"):
        if path:
            status, leads, _ = ask(port, path)
            assert (status, leads) == (301, f"{path}/"), "whatever the name and port outside"
            assert ask(port, leads)[0] == 200


def test_what_is_not_there_has_the_page_that_says_so(served: tuple[int, str]) -> None:
    port, folder = served
    assert ask(port, f"{folder}/gone.html") == (404, "", "nothing")
