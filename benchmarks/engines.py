"""The engines that the search is measured beside, each in a page of the same browser."""

from __future__ import annotations

import functools
import gzip
import json
import shutil
import subprocess
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.places import PACKAGE
from hiring.search.kinds import words_of_kind
from hiring.search.scripts import CORE, opened, read_script
from hiring.search.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import Browser

    from hiring.search.records import PageRecords, Record

HERE = Path(__file__).parent
PACKAGES = HERE / "node_modules"
"""What `make bench` gets from npm."""

MAKE_INDEX = """
const MiniSearch = require(process.argv[1]);
const { documents } = JSON.parse(require("fs").readFileSync(0, "utf8"));
const fields = ["title", "aliases", "heading", "kinds", "text"];
const tokenize = (text) => text.split(" ").filter(Boolean);
const index = new MiniSearch({ fields, tokenize, processTerm: (term) => term });
index.addAll(documents);
console.log(JSON.stringify(index));
"""


@dataclass(frozen=True, slots=True)
class Engine:
    """One way to search: its page, the scripts that the page needs beside its own, its links."""

    name: str
    page: str
    scripts: tuple[str, ...] = ()


EMPTY = "_bench/empty.html"
OURS = Engine("ours", "index.html")
MINISEARCH = Engine("minisearch", EMPTY, ("_bench/tokens.js", "_bench/minisearch.js"))
SPHINX = Engine(
    "sphinx",
    EMPTY,
    (
        *("_static/documentation_options.js", "_static/doctools.js", "_static/sphinx_highlight.js"),
        *("_static/base-stemmer.js", "_static/english-stemmer.js", "_static/language_data.js"),
        *("_static/searchtools.js", "searchindex.js"),
    ),
)
PAGEFIND = Engine("pagefind", EMPTY)


class Counter(SimpleHTTPRequestHandler):
    """Serves a folder, compressed, and counts what it sends."""

    sent: int = 0
    requests: int = 0

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        if not file.is_file():
            self.send_error(404)
            return
        data = gzip.compress(file.read_bytes())
        type(self).sent += len(data)
        type(self).requests += 1
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a site, and yield its address."""
    handler = functools.partial(Counter, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def run(browser: Browser, site: Path, engine: Engine, asked: Sequence[str]) -> dict[str, Any]:
    """Return what an engine finds, how long it takes, and the bytes of its first answer."""
    empty = site / EMPTY
    empty.parent.mkdir(exist_ok=True)
    empty.write_text("<!DOCTYPE html><html><body></body></html>", encoding="utf-8")
    with served(site) as address:
        context = browser.new_context()
        page = context.new_page()
        page.goto(address + engine.page)
        page.wait_for_load_state("networkidle")
        page.add_script_tag(content=(HERE / "engines.js").read_text("utf-8"))
        Counter.sent = Counter.requests = 0
        ask = "([name, scripts, queries]) => measure(name, scripts, queries)"
        first = page.evaluate(ask, [engine.name, engine.scripts, asked[:1]])
        data = {"bytes": Counter.sent, "requests": Counter.requests, "first": first["first"]}
        data |= page.evaluate(ask, [engine.name, [], asked])
        data["first"] = first["first"]
        context.close()
    return data


def make_minisearch(site: Path, pages: Sequence[PageRecords]) -> None:
    """Write MiniSearch's index of records into a site, and what its page needs beside."""
    place = site / "_bench"
    place.mkdir(exist_ok=True)
    shutil.copy(PACKAGES / "minisearch/dist/umd/index.js", place / "minisearch.js")
    shutil.copy(PACKAGE / "hiring/site/scripts/search/tokens.js", place / "tokens.js")
    links: list[str] = []
    documents = []
    for page in pages:
        for record in page.records:
            documents.append({"id": len(links), **fields(page, record)})
            address = page.path.removesuffix(".md")
            links.append(f"{address}#{record.anchor}")
    given = json.dumps({"documents": documents})
    command = ["node", "-e", MAKE_INDEX, str(PACKAGES / "minisearch/dist/cjs/index.cjs")]
    made = subprocess.run(command, input=given, capture_output=True, text=True, check=True)
    (place / "index.json").write_text(made.stdout, encoding="utf-8")
    _, core = read_script((site / CORE).read_bytes())
    language = opened(core)["language"]
    told = json.dumps({"links": links, "language": language})
    (place / "pages.json").write_text(told, encoding="utf-8")


def fields(page: PageRecords, record: Record) -> dict[str, str]:
    """Return a record's fields as the words that are indexed."""
    kinds = [word for kind in record.kinds for word in words_of_kind(kind)]
    said = {
        "title": page.title,
        "aliases": " ".join((*page.aliases, *record.also)),
        "heading": record.heading,
        "kinds": " ".join(kinds),
        "text": record.text,
    }
    return {name: " ".join(tokens(text)) for name, text in said.items()}
