"""How well and how fast the search finds things, beside others on the same pages: ``make bench``.

All engines get the same built pages, the same queries and the same browser, in one run. MiniSearch
gets our records, with the weights that the design had for it. Nothing here passes or fails.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from benchmarks.engines import MINISEARCH, OURS, PACKAGES, PAGEFIND, SPHINX, make_minisearch, run
from benchmarks.places import HANDBOOK, PACKAGE
from benchmarks.slow_line import slow_lines
from hiring.model.audience import Audience
from hiring.reading.handbook import read_handbook
from hiring.search.core import IndexOptions
from hiring.search.files import search_files
from hiring.search.records import PageRecords, page_records
from hiring.search.searched import searched_page
from hiring.system.clock import build_day
from tests.search.quality import halves, judge, queries
from tests.support.searched import records_in
from tools.chromium import find

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import Browser

    from hiring.search.records import Record

SIZES = (100, 1000)
"""The roles of the made handbooks that bytes and times are measured at."""

SLOW_SIZES = (50, 1000)
"""The roles of those that are read over a slow line."""

# ---------- The real handbook


def sphinx(folder: Path, target: Path, builder: str) -> Path:
    options = ["-q", "-b", builder, "-d", str(folder / f"doctrees-{builder}")]
    command = [sys.executable, "-m", "sphinx", *options, str(HANDBOOK), str(target)]
    environment = {**os.environ, "PYTHONPATH": str(PACKAGE)}
    subprocess.run(command, check=True, env=environment, capture_output=True)
    return target


def plain_links(links: Sequence[str]) -> list[str]:
    """Return links of any engine as ``roles/data-engineer#duties``, without those to indices."""
    found = []
    for link in links:
        page, _, anchor = link.partition("#")
        page = page.removesuffix(".html").strip("/")
        if not page.startswith("hiring-"):
            found.append(f"{page}#{anchor}")
    return found


def real_records() -> list[PageRecords]:
    handbook = read_handbook(HANDBOOK, Audience.EMPLOYEE)
    return [page_records(handbook, page, [], build_day()) for page in handbook.pages.values()]


def quality(browser: Browser, work: Path) -> None:
    """Print how well each engine answers the queries, and how fast on this handbook."""
    site = sphinx(work, work / "site", "html")
    with_index = sphinx(work, work / "dirhtml", "dirhtml")
    pagefind = [PACKAGES / ".bin/pagefind", "--site", site, "--root-selector", "article"]
    subprocess.run([str(part) for part in pagefind], check=True, capture_output=True)
    anchored = [*records_in(site).values()]
    make_minisearch(site, anchored)
    asked = [query.text for query in queries()]
    places = {SPHINX: with_index, OURS: site, MINISEARCH: site, PAGEFIND: site}
    results = {engine.name: run(browser, place, engine, asked) for engine, place in places.items()}
    print(f"{len(asked)} queries on this handbook, those that nobody tuned on apart")
    told = f"{'engine':<11} {'half':<14} {'first':>6} {'of 3':>6} {'MRR':>6} {'section':>8}"
    told += f" {'typos':>6} {'aliases':>8} {'none':>6} {'first ms':>9} {'p95 ms':>7} {'KB':>6}"
    told += f" {'requests':>9}"
    print(told)
    for name, data in results.items():
        found = {text: plain_links(links) for text, links in data["found"].items()}
        for half, own in halves().items():
            score = judge(found, own)
            all_ = score["all"]
            shares = [
                all_.share(part) for part in ("first", "among_three", "reciprocal", "section")
            ]
            kinds = [
                f"{score[kind].share('right'):.1%}" if kind in score else ""
                for kind in ("typos", "aliases", "negative")
            ]
            print(
                f"{name:<11} {half:<14} {shares[0]:>6.1%} {shares[1]:>6.1%} {shares[2]:>6.3f}"
                f" {shares[3]:>8.1%} {kinds[0]:>6} {kinds[1]:>8} {kinds[2]:>6}"
                f" {data['first']:>9.0f} {data['p95']:>7.1f} {data['bytes'] / 1000:>6.0f}"
                f" {data['requests']:>9}",
                flush=True,
            )


# ---------- Handbooks of many roles


def made(count: int) -> list[PageRecords]:
    """Return records of ``count`` roles: the real ones, with each text's words drawn anew.

    A word is drawn as often as it is written. Copies would be no measure: they compress to nothing.
    """
    chance = random.Random(count)
    pages = real_records()
    roles = [page for page in pages if page.records[0].kind == "role"]
    pool = [word for page in pages for record in page.records for word in record.text.split()]
    names = sorted({word for word in pool if word.isalpha() and len(word) > 5})
    found = [page for page in pages if page.records[0].kind != "role"]
    for number in range(count):
        role = roles[number % len(roles)]
        title = f"{chance.choice(names).title()} {role.title} {number}"
        records = tuple(_drawn(record, pool, chance) for record in role.records)
        path = f"roles/made-{number}.md"
        found.append(replace(role, path=path, title=title, records=records))
    return found


def _drawn(record: Record, pool: Sequence[str], chance: random.Random) -> Record:
    words = len(record.text.split())
    return replace(record, text=" ".join(chance.choices(pool, k=words)))


def write(pages: Sequence[PageRecords], site: Path) -> None:
    for path, data in search_files(map(searched_page, pages), IndexOptions(), {}).items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(data)


def typed() -> list[str]:
    """Return what somebody types, letter by letter."""
    whole = ("data scientist salary", "do i need a degree", "machne learning")
    return [query[:end] for query in whole for end in range(3, len(query) + 1)]


def scale(browser: Browser, work: Path, count: int) -> Iterator[str]:
    """Yield a line an engine: bytes and times in a handbook of many roles."""
    site = work / f"made-{count}"
    shutil.copytree(work / "site", site)
    shutil.rmtree(site / "search")
    pages = made(count)
    write(pages, site)
    make_minisearch(site, pages)
    for engine in (OURS, MINISEARCH):
        data = run(browser, site, engine, ["data scientist salary", *typed()])
        yield (
            f"{count:>6} {engine.name:<11} {data['first']:>9.0f} {data['p95']:>7.1f}"
            f" {data['bytes'] / 1000:>6.0f} {data['requests']:>9}"
        )


def slow(browser: Browser, work: Path, count: int) -> Iterator[str]:
    """Yield a line for each kind of slow line, in a handbook of many roles."""
    site = work / f"slow-{count}"
    shutil.copytree(work / "site", site)
    shutil.rmtree(site / "search")
    write(made(count), site)
    for told in slow_lines(browser, site, "roles/data-engineer.html"):
        yield f"{count:>6} {told}"


def main() -> None:
    """Print all tables."""
    path = find()
    assert path
    # Where the machine has no Node.js, the set-up has put one beside Python.
    os.environ["PATH"] += os.pathsep + str(Path(sys.executable).parent)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        work = Path(folder)
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        quality(browser, work)
        print("\n roles engine       first ms  p95 ms     KB  requests  (a key at a time)")
        for count in SIZES:
            for line in scale(browser, work, count):
                print(line, flush=True)
        print("\n roles  the first result on a slow line, from the key that opens the box")
        for count in SLOW_SIZES:
            for line in slow(browser, work, count):
                print(line, flush=True)
        browser.close()


if __name__ == "__main__":
    main()
