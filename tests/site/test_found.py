"""A public site is found by those who look, and the others' are kept out of every list of pages."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.robotparser import RobotFileParser

import extruct
import pytest
from bs4 import BeautifulSoup
from docutils import nodes
from docutils.utils import new_document
from lxml import etree
from PIL import Image
from sphinx.errors import ConfigError

from hiring.model.audience import Audience
from hiring.search.sections import PageSection
from hiring.site.found.addresses import without_address
from hiring.site.found.crawlers import Listed, robots, sitemap
from hiring.site.found.listed import LISTED, entries_in

from .compared import assert_equal, contents
from .conftest import run_build
from .faults import handbook
from .public import ADDRESS, opened

if TYPE_CHECKING:
    from collections.abc import Iterator

RNG = Path(__file__).parents[1] / "core/schemas/sitemap.rng"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
UNLISTED = {"404.html", "search.html", "roles/bread-maker.html"}
"""Pages that say nothing of their own."""


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return opened(tmp_path_factory.mktemp("found") / "source")


@pytest.fixture(scope="module")
def public(source: Path) -> Path:
    """Return the public site, of which it is known where it is."""
    target = source.parent / "public"
    settings: dict[str, Any] = {"hiring_audience": "public", "html_baseurl": ADDRESS.rstrip("/")}
    assert run_build(source, target, **settings) == ""
    return target / "html"


@pytest.fixture(scope="module")
def employee(source: Path) -> Path:
    """Return the site for employees, at an address of its own."""
    target = source.parent / "employee"
    addresses = {"employee": "https://inside.example/"}
    assert run_build(source, target, hiring_addresses=addresses, html_baseurl=ADDRESS) == ""
    return target / "html"


def pages(site: Path) -> Iterator[tuple[str, BeautifulSoup]]:
    """Yield every page of a site, by its path."""
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix()
        if not path.startswith(("_static/", "postings/")):
            yield path, BeautifulSoup(file.read_bytes(), "html.parser")


def content(soup: BeautifulSoup, **named: str) -> str | None:
    """Return what a meta tag says."""
    [*found] = soup.find_all("meta", attrs=dict(named))
    assert len(found) < 2, named
    return str(found[0]["content"]) if found else None


def test_no_page_of_the_others_is_in_any_list(employee: Path) -> None:
    for path, soup in pages(employee):
        assert content(soup, name="robots") == "noindex", path
        assert path in UNLISTED or not soup.find("link", rel="canonical"), path
        assert not soup.find("meta", property=True), path
    headers = (employee / "_headers").read_text("utf-8")
    assert "/*\n" in headers.partition("X-Robots-Tag: noindex\n")[0]
    assert headers.count("X-Robots-Tag") == 1
    assert not (employee / "sitemap.xml").exists()
    assert not list(employee.rglob("card*.png"))


def test_robots_are_told_whom_a_site_is_for(public: Path, employee: Path) -> None:
    rules = RobotFileParser()
    rules.parse((public / "robots.txt").read_text("utf-8").splitlines())
    assert rules.can_fetch("AnyBot", f"{ADDRESS}roles/baker.html")
    assert rules.site_maps() == [f"{ADDRESS}sitemap.xml"]
    rules = RobotFileParser()
    rules.parse((employee / "robots.txt").read_text("utf-8").splitlines())
    assert not rules.can_fetch("AnyBot", "https://inside.example/roles/baker.html")
    assert rules.site_maps() is None


def test_public_pages_may_be_listed_but_what_is_pasted_may_not(public: Path) -> None:
    for path, soup in pages(public):
        assert (content(soup, name="robots") == "noindex") == (path in UNLISTED), path
    assert "/postings/*\n  X-Robots-Tag: noindex\n" in (public / "_headers").read_text("utf-8")
    for file in (public / "postings").glob("*.html"):
        soup = BeautifulSoup(file.read_bytes(), "html.parser")
        assert content(soup, name="robots") == "noindex"


def test_the_sitemap_has_the_pages_that_people_should_find(public: Path) -> None:
    tree = etree.parse(public / "sitemap.xml")
    etree.RelaxNG(file=str(RNG)).assertValid(tree)
    listed = [str(found.text) for found in tree.iter(f"{SITEMAP}loc")]
    assert listed == sorted(set(listed))
    paths = {address.removeprefix(ADDRESS) for address in listed}
    assert {"index.html", "roles/baker.html", "openings/baker-town.html"} <= paths
    # Nobody can apply there.
    assert "openings/baker-over.html" not in paths
    assert {path for path in paths if not (public / path).is_file()} == set()
    made = {path for path, _ in pages(public)} - UNLISTED - {"openings/baker-over.html"}
    assert {path for path in made - paths if not path.startswith("hiring-")} == set()


def test_a_sitemap_tells_days_and_escapes_addresses() -> None:
    data = sitemap(
        [Listed("https://a.example/b?c&d", date(2026, 11, 22)), Listed("https://a.example/e")]
    )
    tree = etree.fromstring(data)
    etree.RelaxNG(file=str(RNG)).assertValid(tree)
    assert [found.text for found in tree.iter(f"{SITEMAP}lastmod")] == ["2026-11-22"]
    assert next(tree.iter(f"{SITEMAP}loc")).text == "https://a.example/b?c&d"
    assert b"Sitemap" not in robots(is_public=True, sitemap_at="")


def test_a_link_that_is_sent_on_shows_what_it_leads_to(public: Path) -> None:
    """Read by a tool that others use: the tags of Open Graph."""
    for path, soup in pages(public):
        if path in UNLISTED or path.startswith("hiring-"):
            continue
        [found] = extruct.extract((public / path).read_text("utf-8"), syntaxes=["opengraph"])[
            "opengraph"
        ]
        said = dict(found["properties"])
        link = soup.find("link", rel="canonical")
        assert link is not None
        assert said["og:url"] == link["href"] == ADDRESS + path
        assert said["og:type"] == "website"
        assert said["og:site_name"] == "Sample handbook"
        card = public / said["og:image"].removeprefix(ADDRESS)
        with Image.open(card) as picture:
            size = tuple(int(said[f"og:image:{side}"]) for side in ("width", "height"))
            assert (picture.format, picture.size) == ("PNG", size)
        assert said["og:image:alt"]
        assert soup.h1 is not None
        assert said["og:title"] == soup.h1.get_text().removesuffix("#")
    assert said_of(public, "roles/baker.html")["og:image"] == f"{ADDRESS}cards/roles/baker.png"
    opening = said_of(public, "openings/baker-town.html")
    shown = "Helper Baker: Town, TX, United States, $30,000 to $40,000 per year"
    assert opening["og:image:alt"] == shown
    assert opening["og:description"].startswith("Helper Baker, Town, TX, United States. ")
    assert said_of(public, "plain.html")["og:image"] == f"{ADDRESS}card.png"


def said_of(site: Path, path: str) -> dict[str, str]:
    soup = BeautifulSoup((site / path).read_bytes(), "html.parser")
    return {str(it["property"]): str(it["content"]) for it in soup.find_all("meta", property=True)}


@pytest.mark.parametrize("path", ["index.html", "openings/index.html", "openings/baker-town.html"])
def test_feeds_are_found_from_pages(public: Path, employee: Path, path: str) -> None:
    for site in (public, employee):
        soup = BeautifulSoup((site / path).read_bytes(), "html.parser")
        feeds = {
            str(link["type"]): str(link["href"])
            for link in soup.find_all("link", rel="alternate")
            if link["type"] != "text/markdown"
        }
        assert feeds.keys() == {"application/atom+xml", "application/feed+json"}
        shown = {str(link["href"]) for link in soup.select("main .hiring-files a[type]")}
        assert shown == (set(feeds.values()) if path == "openings/index.html" else set())
        for href in feeds.values():
            assert (site / path).parent.joinpath(href).resolve().is_file()


def test_icons_are_there_for_those_who_take_no_drawing(public: Path) -> None:
    with Image.open(public / "favicon.ico") as icon:
        assert icon.info["sizes"] == {(16, 16), (32, 32), (48, 48)}
    soup = BeautifulSoup((public / "roles/baker.html").read_bytes(), "html.parser")
    icons = [str(link["href"]) for link in soup.find_all("link", rel=["icon", "apple-touch-icon"])]
    paths = ["favicon.ico", "_static/hiring/icon.svg", "_static/hiring/icon.png"]
    assert [href.partition("?")[0] for href in icons] == [f"../{path}" for path in paths]
    with Image.open(public / paths[2]) as picture:
        assert picture.size == (180, 180)
        # As in the drawing: clear corners, the ground, and a bar.
        shown = [picture.convert("RGBA").getpixel(at) for at in ((0, 0), (90, 10), (90, 100))]
    assert shown == [(0x0A, 0x7B, 0x8E, 0), (0x0A, 0x7B, 0x8E, 255), (255, 255, 255, 255)]


def test_what_is_not_there_has_a_page_whose_links_start_at_the_root(public: Path) -> None:
    soup = BeautifulSoup((public / "404.html").read_bytes(), "html.parser")
    led = [str(tag.get("href") or tag.get("src")) for tag in soup.find_all(["a", "link", "script"])]
    led += [str(form["action"]) for form in soup.find_all("form")]
    assert soup.html is not None
    assert soup.html["data-content_root"] == "/hand/book/"
    for address in led:
        start = ("/hand/book/", "#", "mailto:", "https://")
        assert address.startswith(start), address
        path = address.removeprefix("/hand/book/").partition("?")[0]
        assert not address.startswith("/") or (public / path).is_file(), address


def test_without_an_address_what_needs_one_is_left_out_and_said_once(tmp_path: Path) -> None:
    public = {"index.md": "---\naudience: public\n---\n# Sample\n"}
    builds = handbook(tmp_path, {**public, "bread.md": "# A\n", "rolls.md": "# B\n"})
    status, said = builds.build(audience=Audience.PUBLIC)
    assert (status, said.count(without_address())) == (0, 1)
    assert "Sitemap" not in builds.site["robots.txt"].decode()
    assert not {"sitemap.xml", "card.png"} & builds.site.keys()
    assert b"og:title" in builds.site["index.html"]
    assert b"og:image" not in builds.site["index.html"]
    conf = builds.folder / "conf.py"
    conf.write_text(f"{conf.read_text('utf-8')}\nhtml_baseurl = '{ADDRESS}'\n", "utf-8")
    status, said = builds.build(audience=Audience.PUBLIC)
    assert (status, without_address() in said) == (0, False)
    assert {"sitemap.xml", "card.png"} <= builds.site.keys()


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"html_baseurl": "jobs.example"}, "html_baseurl is 'jobs.example'; wanted an address"),
        ({"hiring_addresses": {"employee": "/hr/"}}, "'employee'] is '/hr/'; wanted an address"),
        ({"hiring_addresses": {"staff": ADDRESS}}, "names 'staff'; wanted some of public"),
    ],
)
def test_an_address_that_is_none_is_refused(
    source: Path, tmp_path: Path, settings: dict[str, Any], message: str
) -> None:
    with pytest.raises(ConfigError) as refused:
        run_build(source, tmp_path, **settings)
    assert message in str(refused.value)


def test_the_operators_own_files_stay(source: Path, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own/robots.txt").write_text("User-agent: *\nDisallow: /roles/\n", "utf-8")
    (tmp_path / "own/icon.png").write_bytes((BytesIO(b"png")).getvalue())
    settings: dict[str, Any] = {
        "html_extra_path": [str(tmp_path / "own")],
        "html_favicon": str(tmp_path / "own/icon.png"),
    }
    run_build(source, tmp_path, **settings)
    assert b"/roles/" in (tmp_path / "html/robots.txt").read_bytes()
    assert not (tmp_path / "html/favicon.ico").exists()


def test_what_changes_is_made_again_and_what_goes_is_gone(tmp_path: Path) -> None:
    """As in a clean build, also in two processes; a card that says the same is not drawn again."""
    folder = opened(tmp_path / "source")
    settings: dict[str, Any] = {"hiring_audience": "public", "html_baseurl": ADDRESS}
    assert run_build(folder, tmp_path / "built", **settings) == ""
    site = tmp_path / "built/html"
    before = {path: (site / path).stat().st_mtime_ns for path in contents(site)}
    baker = folder / "roles/baker.md"
    baker.write_text(baker.read_text("utf-8").replace("summary: ", "summary: Anew, "), "utf-8")
    (folder / "openings/baker-over.md").unlink()
    assert run_build(folder, tmp_path / "built", jobs=2, **settings) == ""
    assert run_build(folder, tmp_path / "clean", **settings) == ""
    assert_equal(site, tmp_path / "clean/html")
    after = {path: (site / path).stat().st_mtime_ns for path in contents(site)}
    drawn = {path for path in after if path.endswith(".png") and after[path] != before.get(path)}
    assert drawn == {"cards/roles/baker.png"}
    assert {
        "openings/baker-over.md",
        "cards/openings/baker-over.png",
    } <= before.keys() - after.keys()


@pytest.mark.parametrize("headings", [0, 1, 2])
def test_a_rule_stands_under_the_heading_above_it(headings: int) -> None:
    """That of the page itself is none, and a page may have no heading at all."""
    names = {"rule": nodes.literal("", "age-words"), "law": nodes.Text("Colombie-Britannique")}
    entries = [
        nodes.definition_list_item(
            "",
            nodes.term("", "", nodes.target("", "", ids=[anchor]), name),
            nodes.definition("", nodes.paragraph("", "Why.")),
        )
        for anchor, name in names.items()
    ]
    held: nodes.Element = nodes.definition_list("", *entries, classes=[LISTED])
    for name in ("Wording", "Rules")[2 - headings :]:
        held = nodes.section("", nodes.title("", name), held)
    document = new_document("page")
    document += held
    above = ("Wording",) if headings == 2 else ()
    assert list(entries_in(document)) == [
        PageSection("rule", "age words", above, "Why."),
        PageSection("law", "Colombie-Britannique", above, "Why."),
    ]
