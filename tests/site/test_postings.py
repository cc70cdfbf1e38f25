"""Openings on the site: what a page shows, what it tells machines, and when it is over.

The data of a page is read by a reader of others (extruct), and compared with what people see.
"""

from __future__ import annotations

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup
from extruct.jsonld import JsonLdExtractor

from tests.support.fixtures import FROZEN
from tests.support.searched import opened

from .conftest import SAMPLE, run_build

if TYPE_CHECKING:
    from bs4 import Tag

    from .conftest import Build

ODD = 'C# & <b>"Baker"</b> \'s ]]> *x* 😀 \u05e9\u05dc\u05d5\u05dd </script>'
BODY = """
Odd: `</script><script>alert(1)</script>`, `]]>`, \\<b>, &amp;, "quotes", 'single', 😀, <https://a.example/?a=1&b=2>.

שלום לכולם, ברוכים הבאים

## `<h2>` & "more" 👩‍💻

- `<!--` first
  - deeper & down
"""
TYPES = {"FULL_TIME": "Full-time", "PART_TIME": "Part-time"}
SIGNS = {"USD": "$", "EUR": "€"}
COUNTRIES = {"US": "United States", "BE": "Belgium"}
EDUCATION = {
    "high school": "High school",
    "associate degree": "Associate degree",
    "bachelor degree": "Bachelor's degree",
    "professional certificate": "Professional certificate",
    "postgraduate degree": "Master's degree",
}


def page(folder: Path, path: str) -> BeautifulSoup:
    return BeautifulSoup((folder / path).read_text(encoding="utf-8"), "html.parser")


def data(folder: Path, path: str) -> dict[str, dict[str, Any]]:
    """Return a page's data by type, as an independent reader finds it."""
    found = JsonLdExtractor().extract((folder / path).read_text(encoding="utf-8"))
    assert len({item["@type"] for item in found}) == len(found)
    return {item["@type"]: item for item in found}


def words(tag: Tag | BeautifulSoup | None) -> str:
    """Return what a reader sees, with single spaces."""
    assert tag is not None
    for link in tag.select(".headerlink"):
        link.decompose()
    return " ".join(tag.get_text(" ").split())


def facts(soup: BeautifulSoup) -> dict[str, str]:
    """Return what a posting says of a job by name: at the top, at its end, and how to apply."""
    lines = [words(it).partition(":") for it in soup.select("#additional li, .hiring-head > li")]
    found = {name.strip(): value.strip() for name, _, value in lines}
    line = words(soup.select_one(".hiring-job-line")).split(" \N{MIDDLE DOT} ")
    closes = next((it.removeprefix("Apply by ") for it in line if it.startswith("Apply by")), "")
    apply = soup.select_one("#hiring-to-apply > p")
    top = {"Apply by": closes, "How to apply": words(apply) if apply else ""}
    return {**found, **{name: value for name, value in top.items() if value}}


def day(text: str) -> str:
    return datetime.strptime(text, "%B %d, %Y").replace(tzinfo=UTC).date().isoformat()


def letters(text: str) -> str:
    return "".join(text.split())


@pytest.fixture(scope="module")
def careers(public_site: Path) -> Path:
    """Return the handbook, built for the public."""
    return public_site


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the sample with a job whose every text is odd, built for the public."""
    folder = tmp_path_factory.mktemp("odd")
    copy = Path(shutil.copytree(SAMPLE, folder / "sample"))
    for file in copy.rglob("*.md"):
        text = file.read_text(encoding="utf-8").removeprefix("---\n")
        has_front = text != file.read_text(encoding="utf-8")
        file.write_text(f"---\naudience: public\n{'' if has_front else '---'}\n{text}", "utf-8")
    baker = copy / "roles/baker.md"
    heading = re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", ODD)
    text = baker.read_text(encoding="utf-8").replace("# Baker\n", f"# {heading}\n")
    text = text.replace("title: Baker", "title: '" + ODD.replace("'", "''") + "'")
    baker.write_text(text, encoding="utf-8")
    opening = copy / "openings/baker-town.md"
    text = opening.read_text(encoding="utf-8").replace("  level: helper\n", "")
    opening.write_text(text.replace("Town", "T<o>&wn </script>") + BODY, encoding="utf-8")
    address = "https://jobs.sample.example/handbook/"
    assert run_build(copy, folder / "out", hiring_audience="public", html_baseurl=address) == ""
    return folder / "out/html"


@pytest.fixture(scope="module")
def employees(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the sample, built for employees."""
    out = tmp_path_factory.mktemp("employees")
    assert run_build(SAMPLE, out) == ""
    return out / "html"


OPEN = sorted(
    file.stem
    for file in (FROZEN / "openings").glob("*.md")
    if "  status: open\n" in file.read_text(encoding="utf-8")
)


def test_there_are_openings() -> None:
    assert len(OPEN) >= 4


# What machines are told


@pytest.mark.parametrize("key", [*OPEN, "odd"])
def test_the_data_says_what_the_page_says(key: str, careers: Path, odd: Path) -> None:
    """J19: read by an independent reader, every value is on the page, and equal."""
    folder, path = (
        (odd, "openings/baker-town.html") if key == "odd" else (careers, f"openings/{key}.html")
    )
    job, soup = data(folder, path)["JobPosting"], page(folder, path)
    shown = facts(soup)
    seen = words(soup.select_one("article"))
    line = words(soup.select_one(".hiring-job-line")).split(" \N{MIDDLE DOT} ")
    assert job["title"] == words(soup.select_one("h1"))
    assert job["datePosted"] == day(shown["Posted"])
    assert job["validThrough"].partition("T")[0] == day(shown["Apply by"])
    assert job["identifier"]["value"] == shown["Requisition"]
    assert job["hiringOrganization"]["name"] == job["identifier"]["name"]
    assert shown["Employer"].startswith(job["identifier"]["name"])
    assert TYPES[job["employmentType"]] in line
    assert _pay(job["baseSalary"]) in line
    for place in _places(job):
        assert place in line[0]
    remote = job.get("jobLocationType") == "TELECOMMUTE"
    assert remote == shown["Work environment"].startswith("Remote: wholly")
    # Years are typical, and experience counts in place of each degree: nothing is a condition.
    assert job.get("experienceRequirements", "no requirements") == "no requirements"
    assert ("educationRequirements" not in job) == ("experience counts" in shown["Education"])
    credential = job.get("educationRequirements")
    if isinstance(credential, dict):
        assert shown["Education"].startswith(EDUCATION[credential["credentialCategory"]])
    unit, industry = job["employmentUnit"]["name"], job.get("industry", "")
    for said in (unit, industry, *job.get("skills", "").split(", ")):
        assert said.lower() in seen.lower()
    assert job["directApply"] == shown["How to apply"].partition("Apply at ")[2].startswith("http")
    assert str(job.get("totalJobOpenings", 1)) == shown.get("Open positions", "1")
    # The data takes no `ol`, and says the numbers that a browser shows.
    for number, item in enumerate(soup.select("section.hiring-posting ol > li"), 1):
        item.insert(0, f"{number}. ")
    seen = letters(words(soup.select_one("article")))
    told = BeautifulSoup(job["description"], "html.parser")
    for part in told.select("h2, h3, p, li"):
        said = part.get_text(" ")
        assert any(letters(it) in seen for it in (said, said.partition(":")[2].strip() or said))


def _pay(salary: dict[str, Any]) -> str:
    """Return pay in a page's words, from the data alone."""
    value, sign = salary["value"], SIGNS[salary["currency"]]
    low, high = value["minValue"], value["maxValue"]
    return f"{sign}{low:,} to {sign}{high:,} per {value['unitText'].lower()}"


def _places(job: dict[str, Any]) -> list[str]:
    if "jobLocation" not in job:
        area = job["applicantLocationRequirements"]
        return [area["name"], "Remote"]
    address = job["jobLocation"]["address"]
    country = COUNTRIES[address.pop("addressCountry")]
    return [country, *(text for name, text in address.items() if name != "@type")]


def test_only_the_page_of_an_open_job_says_that_it_is_one(careers: Path) -> None:
    """J2, J9: no list, no role, and no job that is over."""
    found = {
        file.relative_to(careers).as_posix(): set(data(careers, str(file)))
        for file in careers.rglob("*.html")
        if not {"_static", "postings"} & {*file.relative_to(careers).parts}
    }
    assert {path for path, types in found.items() if "JobPosting" in types} == {
        f"openings/{key}.html" for key in OPEN
    }
    roles = [path for path in found if re.fullmatch("roles/(?!index).*", path)]
    assert len(roles) == 7
    for path in roles:
        assert found[path] == {"Occupation", "FAQPage"}
    assert not set().union(
        *(types for path, types in found.items() if not path.startswith(("openings/", "roles/")))
    )


def test_questions_in_the_data_are_those_on_the_page(careers: Path) -> None:
    path = "roles/data-engineer.html"
    soup = page(careers, path)
    asked = [words(summary) for summary in soup.select(".hiring-question > summary")]
    told = data(careers, path)["FAQPage"]["mainEntity"]
    assert [entry["name"] for entry in told] == asked
    for entry, answer in zip(told, soup.select("details .hiring-answer"), strict=True):
        plain = letters(entry["acceptedAnswer"]["text"]).replace("-", "")
        assert plain in letters(words(answer)).replace("-", "")


def test_a_handbook_for_employees_tells_of_no_job(employees: Path) -> None:
    """J20: it can't be found from outside."""
    assert data(employees, "openings/baker-town.html") == {}
    assert {*data(employees, "roles/baker.html")} == {"Occupation", "FAQPage"}


def test_the_address_is_that_of_the_published_page(careers: Path, odd: Path) -> None:
    """Where nobody has said where that is, there is none."""
    job = data(odd, "openings/baker-town.html")["JobPosting"]
    assert job["url"] == "https://jobs.sample.example/handbook/openings/baker-town.html"
    assert "url" not in data(careers, f"openings/{OPEN[0]}.html")["JobPosting"]


def test_odd_text_is_text(odd: Path) -> None:
    """Nothing in it ends the data, or becomes an element."""
    soup = page(odd, "openings/baker-town.html")
    assert words(soup.select_one("h1")) == ODD
    assert soup.select("article b, article script") == []
    inline = [script for script in soup.select("script") if not script.get("src")]
    assert [script["type"] for script in inline] == ["application/ld+json"]
    text = words(soup.select_one("article"))
    for piece in ("</script><script>alert(1)</script>", "]]>", "<b>", '"quotes"', "😀", "ברוכים"):
        assert piece in text
    assert ODD in words(page(odd, "openings/index.html").select_one("article"))


# What people are told


CALENDAR = {
    "2026-11-19": ("will be posted on November 20, 2026", False),
    "2026-11-20": ("", True),
    "2026-12-31": ("", True),
    "2027-01-01": ("closed on December 31, 2026", False),
}


@pytest.mark.parametrize("today", CALENDAR)
def test_a_job_is_open_from_its_first_day_to_its_last(
    today: str, sample: Path, tmp_path: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    notice, is_open = CALENDAR[today]
    set_day(monkeypatch, today)
    assert build(sample, tmp_path, html_baseurl="https://sample.example/") == ""
    html = tmp_path / "html"
    soup = page(html, "openings/baker-town.html")
    said = soup.select_one(".hiring-state:not([hidden])")
    assert (said is None) == is_open
    assert notice in (words(said) if said else "")
    # RFC 6068: programs for mail look for the sign itself.
    link = ".hiring-apply-line a[href^='mailto:jobs@sample.example?subject=']"
    assert bool(soup.select(link)) == is_open
    assert ("How to apply" in facts(soup)) == ("Apply by" in facts(soup)) == is_open
    for path in ("openings/index.html", "index.html", "roles/baker.html"):
        # The table of what is ready to be posted names also what is to come.
        links = page(html, path).select("a[href*='baker-town']:not(.hiring-findings a)")
        assert bool(links) == is_open, path
    feed = (html / "feeds/openings.json").read_text(encoding="utf-8")
    assert "baker-over" not in feed


def set_day(monkeypatch: pytest.MonkeyPatch, today: str) -> None:
    noon = datetime.fromisoformat(f"{today}T12:00:00+00:00")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(noon.timestamp())))


@pytest.mark.parametrize(("status", "said"), [("filled", "is filled"), ("closed", "is closed")])
def test_a_job_that_is_over_says_so_and_leads_on(
    status: str, said: str, sample: Path, tmp_path: Path, build: Build
) -> None:
    file = sample / "openings/baker-town.md"
    file.write_text(file.read_text("utf-8").replace("status: open", f"status: {status}"), "utf-8")
    assert build(sample, tmp_path) == ""
    soup = page(tmp_path / "html", "openings/baker-town.html")
    notice = soup.select_one(".hiring-state")
    assert said in words(notice)
    assert [link["href"] for link in soup.select(".hiring-state a")] == ["index.html"]
    crumbs = [link["href"] for link in soup.select(".bd-breadcrumbs a")]
    assert crumbs == ["../index.html", "index.html"]
    index = page(tmp_path / "html", "openings/index.html")
    assert "No job is open here" in words(index.select_one("article"))


def test_a_draft_is_for_the_hiring_team(sample: Path, tmp_path: Path, build: Build) -> None:
    assert build(sample, tmp_path / "in", hiring_audience="hiring-team") == ""
    soup = page(tmp_path / "in/html", "openings/miller-draft.html")
    assert words(soup.select_one(".hiring-state")).startswith("Draft: only the hiring team")
    assert soup.select(".hiring-apply-line") == []
    listed = words(page(tmp_path / "in/html", "openings/index.html").select_one("article"))
    assert "Draft, not posted" in listed
    assert build(sample, tmp_path / "out") == ""
    for file in (tmp_path / "out/html").rglob("*"):
        assert not file.is_file() or b"miller-draft" not in opened(file.read_bytes()), file


def test_open_facts_are_marked_and_explained(employees: Path) -> None:
    soup = page(employees, "posting.html")
    marked = [words(place) for place in soup.select("article .hiring-placeholder")]
    assert marked == ["[City, State]"]
    assert words(soup.select_one("dl.hiring-facts")) == "City, State : Where the work is."


def test_a_link_finds_a_section_of_an_opening(employees: Path) -> None:
    address = "openings/baker-town.html#the-shops-hours"
    assert page(employees, "posting.html").select(f"article a[href='{address}']")
    soup = page(employees, "openings/baker-town.html")
    for anchor in ("brief", "the-shops-hours", "about-benefits", "responsibilities", "additional"):
        assert soup.find("section", id=anchor), anchor


def test_a_list_can_be_of_a_family(sample: Path, tmp_path: Path, build: Build) -> None:
    file = sample / "plain.md"
    lists = "".join(
        f":::{{opening-list}} {name}\n:family: {name}\n:::\n\n" for name in ("Kitchen", "Mill")
    )
    file.write_text(f"# Plain\n\n## Below\n\n{lists}", encoding="utf-8")
    assert build(sample, tmp_path) == ""
    article = page(tmp_path / "html", "plain.html").select_one("article")
    assert article is not None
    assert [words(card) for card in article.select(".hiring-jobs th a")] == ["Helper Baker"]
    empty = article.select_one(".hiring-empty")
    assert words(empty) == "No job is open here at the moment. See all open jobs"


# Whether a job is ready to be posted


def test_employees_see_whether_a_job_is_ready(employees: Path) -> None:
    section = page(employees, "openings/baker-town.html").select_one(".hiring-readiness")
    assert section is not None
    assert words(section.select_one(".hiring-verdict")).startswith("Ready 1 warning, 1 note.")
    rows = [[words(cell) for cell in row.select("th, td")] for row in section.select("tbody tr")]
    states = [state for _, state, _ in rows]
    assert states == ["State Warning", "State Note"], "the gravest first"
    assert any("company.yaml, line 1: no-equal-opportunity" in found for _, _, found in rows)
    met = words(section.select_one("details details, details"))
    assert "No sentence names another last day for applications." in met
    over = page(employees, "openings/baker-over.html")
    assert over.select(".hiring-readiness") == []


def test_employees_see_what_job_boards_take(employees: Path) -> None:
    section = page(employees, "openings/baker-town.html").select_one(".hiring-boards")
    assert section is not None
    assert re.search(r"Postings of 300 to 700 words are read best; this one has \d+", str(section))
    rows = {words(row.select_one("th strong")): words(row) for row in section.select("tbody tr")}
    assert rows.keys() == {"Google", "Indeed", "LinkedIn"}
    assert all(row.count(" Fits ") == 2 for row in rows.values())
    assert "at most 200" in rows["LinkedIn"]
    assert "linkedin: {company_id: ...} to company.yaml" in rows["LinkedIn"]
    over = page(employees, "openings/baker-over.html")
    assert over.select(".hiring-boards") == []


def test_a_posting_that_a_board_would_cut_says_where(
    sample: Path, tmp_path: Path, build: Build
) -> None:
    file = sample / "openings/baker-town.md"
    text = "\n\n".join(f"Loaf {number} of {'flour and water ' * 20}." for number in range(90))
    file.write_text(f"{file.read_text('utf-8')}\n{text}\n", "utf-8")
    assert build(sample, tmp_path) == ""
    section = page(tmp_path / "html", "openings/baker-town.html").select_one(".hiring-boards")
    cut = [words(row) for row in section.select("tbody tr") if "Cut at" in words(row)]  # type: ignore[union-attr]
    assert [row.partition(" ")[0] for row in cut] == ["LinkedIn"]
    assert re.search(r"Cut at “[\w .]+…”", cut[0])


def test_a_table_of_all_jobs_leads_to_their_pages(employees: Path) -> None:
    article = page(employees, "openings/index.html").select_one("article")
    assert article is not None
    table = article.select_one("table.hiring-findings")
    assert table is not None
    assert [link["href"] for link in table.select("th a")] == ["baker-town.html"]
    assert [words(mark) for mark in table.select("td:nth-child(2) .hiring-mark")] == ["Ready"]
    assert "No opening is open, to come or in draft." in words(article)


def test_the_public_sees_no_report(careers: Path, odd: Path) -> None:
    for file in (*careers.rglob("*"), *odd.rglob("*")):
        data = opened(file.read_bytes()) if file.is_file() else b""
        assert b"Ready to post" not in data, file
        assert b"What job boards take" not in data, file
        assert b'class="hiring-mark hiring-mark' not in data, file


def test_a_draft_shows_what_is_to_do_and_a_waiver_its_reason(
    sample: Path, tmp_path: Path, build: Build
) -> None:
    file = sample / "openings/miller-draft.md"
    waiver = "checks: {waive: [{rule: no-email, reason: The mill has no computer.}]}\n"
    text = file.read_text("utf-8")
    file.write_text(text.replace("---\nopening", f"---\n{waiver}opening"), "utf-8")
    assert build(sample, tmp_path, hiring_audience="hiring-team") == ""
    section = page(tmp_path / "html", "openings/miller-draft.html").select_one(".hiring-readiness")
    assert section is not None
    assert words(section.select_one(".hiring-verdict")).startswith("Draft ")
    marks = [words(mark) for mark in section.select("tbody .hiring-mark")]
    assert {*marks[:-1]} == {"To do"}
    assert marks[-1] == "Waived"
    assert "It is meant: The mill has no computer." in words(section.select("tbody tr")[-1])
