"""The three sites as hosts serve them: nginx by the starter's file, and one that names no encoding.

At the root of the host and in a folder of it, every text is whole, nothing that is asked for fails,
and links, the search and the page for what is not there work.
"""

from __future__ import annotations

import os
import re
from datetime import date
from functools import partial
from http.client import HTTPConnection
from http.server import SimpleHTTPRequestHandler
from typing import TYPE_CHECKING, Any

import pytest

from hiring.starter.begin import Wishes, starter
from tests.forked import python
from tests.support.nginx import nginx_serving

from .conftest import PROJECT
from .conftest import served as serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page, Request, Response

pytestmark = pytest.mark.browser

CASES = (
    ("public", "nginx", ""),
    ("public", "plain", "hand/book/"),
    ("employee", "nginx", "hand/book/"),
    ("employee", "plain", ""),
    ("team", "nginx", ""),
    ("team", "plain", "hand/book/"),
)
"""Each site on each host and at each depth, and each host at each depth."""
ALL_PAGES = ("public", "plain")
"""Of which site each page is opened, and where: of the others some of each kind are."""

SOME = (
    *("index.html", "openings/senior-machine-learning-engineer-austin.html", "roles/index.html"),
    *("postings/data-engineer.html", "postings/data-engineer.txt", "llms.txt"),
)
ASCII = "llms.txt"
"""For programs, which are told that it is UTF-8 by the proposal itself."""


@pytest.fixture(scope="module")
def roots(
    tmp_path_factory: pytest.TempPathFactory,
    public_site: Path,
    employee_site: Path,
    team_site: Path,
) -> dict[tuple[str, str], Path]:
    """Return the folder that a host serves, by the site and the folder that the site is in."""
    top = tmp_path_factory.mktemp("hosts")
    sites = {"public": public_site, "employee": employee_site, "team": team_site}
    found = {(name, ""): site for name, site in sites.items()}
    for name, site in sites.items():
        (top / name / "hand").mkdir(parents=True)
        (top / name / "hand/book").symlink_to(site)
        found[name, "hand/book/"] = top / name
    return found


class Plain(SimpleHTTPRequestHandler):
    """Names the type of a file, and no encoding; shows ``404.html`` where there is no file."""

    protocol_version = "HTTP/1.1"
    depth = ""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = os.path.join(self.directory, self.depth, "404.html")  # noqa: PTH118
        with open(page, "rb") as file:  # noqa: PTH123
            data = file.read()
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: what fails is seen in the browser."""


def serve_plainly(root: Path, depth: str) -> Iterator[str]:
    with serving(root, type("Here", (Plain,), {"depth": depth})) as address:
        yield f"{address}{depth}"


def configuration(site: str, depth: str, root: Path, port: int) -> str:
    """Return the starter's configuration, with what it tells each operator to change."""
    text = starter(Wishes(language="en"), date(2026, 11, 22))["serve/nginx.conf"]
    changes = {
        "listen 80;": f"listen 127.0.0.1:{port};",
        "root /srv/handbook/_build/public;": f"root {root};",
    }
    if site != "public":
        changes['    default "";'] = '    default "noindex";'
    if depth:
        changes["error_page 404 /404.html;"] = f"error_page 404 /{depth}404.html;"
    for old, new in changes.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def serve_by_nginx(site: str, depth: str, root: Path, home: Path) -> Iterator[str]:
    with nginx_serving(partial(configuration, site, depth, root), home) as port:
        yield f"http://127.0.0.1:{port}/{depth}"


@pytest.fixture(
    scope="module", params=CASES, ids=lambda case: "-".join(filter(None, case)).replace("/", "")
)
def served(
    request: pytest.FixtureRequest,
    roots: dict[tuple[str, str], Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[tuple[str, str, str], str, Path]]:
    """Return a case, the address of its site, and the site's folder."""
    case = site, host, depth = request.param
    root = roots[site, depth]
    serving = (
        serve_plainly(root, depth)
        if host == "plain"
        else serve_by_nginx(site, depth, root, tmp_path_factory.mktemp("nginx"))
    )
    address = next(serving)
    yield case, address, root / depth
    next(serving, None)


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    yield page
    page.close()


def header(address: str, path: str, name: str) -> str | None:
    host, _, folder = address.removeprefix("http://").partition("/")
    connection = HTTPConnection(host)
    connection.request("HEAD", f"/{folder}{path}")
    with connection.getresponse() as answer:
        connection.close()
        return answer.getheader(name)


def watched(page: Page) -> list[str]:
    """Return what fails from now on, as it fails."""
    troubles: list[str] = []

    def failed(asked: Request) -> None:
        # The next page ends what the one before is still loading.
        if asked.failure != "net::ERR_ABORTED":
            troubles.append(f"{asked.url}: {asked.failure}")

    def answered(answer: Response) -> None:
        if answer.status >= 400:
            troubles.append(f"{answer.url}: status {answer.status}")

    page.on("pageerror", lambda error: troubles.append(f"{page.url}: {error}"))
    page.on("requestfailed", failed)
    page.on("response", answered)
    return troubles


def test_every_text_is_whole(served: tuple[tuple[str, str, str], str, Path], page: Page) -> None:
    case, address, folder = served
    paths = [path for path in SOME if case[1] == "nginx" or path != ASCII]
    if case[:2] == ALL_PAGES:
        pages = {file.relative_to(folder).as_posix() for file in folder.rglob("*.html")}
        others = ("_static/", "postings/", "404.html")
        paths += sorted(path for path in pages if not path.startswith(others))
    troubles = watched(page)
    for path in paths:
        page.goto(address + path)
        text = page.inner_text("body")
        assert text.strip(), path
        troubles += [f"{path}: {found}" for found in re.findall(r"\S*(?:Ã|â€|\ufeff)\S*", text)]
    assert "résumé" in page.goto(address + "postings/data-engineer.txt").text()  # type: ignore[union-attr]
    assert troubles == []


def test_links_the_search_and_what_is_not_there_work(
    served: tuple[tuple[str, str, str], str, Path], page: Page
) -> None:
    _, address, _ = served
    troubles = watched(page)
    page.goto(address)
    page.get_by_role("article").get_by_role("link", name="Data Engineer").first.click()
    page.wait_for_url("**/roles/data-engineer.html")
    page.goto(f"{address}search.html#q=forecast")
    page.locator("a[data-search-result]").first.wait_for()
    assert troubles == []


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a site whose conf.py says in which folder of its host it is."""
    top, depth = tmp_path_factory.mktemp("moved"), "hand/book/"
    settings = ["-q", "-d", top / "doctrees", "-D", f"html_baseurl=https://a.example/{depth}"]
    sample = PROJECT / "tests/site/sample"
    built = python("-m", "sphinx", *settings, sample, top / "root" / depth, cwd=PROJECT)
    assert built.returncode == 0, built.stderr
    yield from serve_plainly(top / "root", depth)


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("missing", ["master-baker.html", "a/b/master_baker"])
def test_what_is_not_there_is_told_at_any_depth(
    moved: str, browser: Browser, missing: str, script: bool
) -> None:
    """With the site's sheets, and ways to go on that work, with JavaScript or without."""
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    troubles = watched(page)
    page.goto(moved + missing)
    assert troubles == [f"{moved}{missing}: status 404"]
    main = page.get_by_role("main")
    assert main.get_by_role("heading", name="Page not found").is_visible()
    if script:
        field = main.get_by_role("searchbox")
        assert field.input_value() == "master baker"
        field.press("Enter")
        page.wait_for_url(f"{moved}roles/baker.html")
    else:
        assert not main.get_by_role("searchbox").is_visible()
        main.get_by_role("link", name="Start page").click()
        page.wait_for_url(f"{moved}index.html")
    assert len(troubles) == 1
    context.close()


def test_nginx_sends_types_and_keeps_search_engines_out(
    served: tuple[tuple[str, str, str], str, Path],
) -> None:
    (site, host, _), address, _ = served
    if host != "nginx":
        return
    types = {
        "index.html": "text/html",
        "index.md": "text/markdown",
        "postings/data-engineer.txt": "text/plain",
        "postings/data-engineer.md": "text/markdown",
        "feeds/reviews.ics": "text/calendar" if site != "public" else "text/html",  # its 404
    }
    for path, kind in types.items():
        assert header(address, path, "Content-Type") == f"{kind}; charset=utf-8", path
    unlisted = "noindex" if site != "public" else None
    assert header(address, "index.html", "X-Robots-Tag") == unlisted
    assert header(address, "gone.html", "X-Robots-Tag") == unlisted
    assert header(address, "postings/data-engineer.txt", "X-Robots-Tag") == "noindex"
    assert header(address, "index.html", "X-Content-Type-Options") == "nosniff"
