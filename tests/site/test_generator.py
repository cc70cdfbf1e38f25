"""The generator in a build: its data where a page has one, kept up to date, and its template."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from pathlib import Path

    from bs4 import Tag

    from .conftest import Build

PAGE = """\
# Fill in

:::{posting-generator} Postings
:::

:::{posting-generator}
:role: miller
:::
"""


def with_generator(sample: Path, text: str = PAGE) -> Path:
    (sample / "plain.md").write_text(text, encoding="utf-8")
    return sample


def page(out: Path) -> BeautifulSoup:
    return BeautifulSoup((out / "html/plain.html").read_text(encoding="utf-8"), "html.parser")


def the(found: Tag | None) -> Tag:
    """Return what must be there."""
    assert found is not None
    return found


def data(out: Path, name: str) -> Any:
    """Return what a data file hands over."""
    text = (out / f"html/generator/{name}.js").read_text(encoding="utf-8")
    found = re.fullmatch(r'(?://.*\n)?hiringGenerator\.receive\("(.*?)", (.*)\);\n', text)
    assert found is not None
    assert found[1] == name
    return json.loads(found[2])


def test_only_where_a_page_has_one(sample: Path, tmp_path: Path, build: Build) -> None:
    assert build(sample, tmp_path) == ""
    assert not (tmp_path / "html/generator").exists()
    assert "generator" not in (tmp_path / "html/plain.html").read_text(encoding="utf-8")


def test_all_roles_or_one(sample: Path, tmp_path: Path, build: Build) -> None:
    assert build(with_generator(sample), tmp_path) == ""
    first, second = page(tmp_path).select(".hiring-generator")
    roles = [option["value"] for option in first.select("select[name=role] option")]
    assert roles == ["baker", "miller"]
    assert [option["value"] for option in second.select("select[name=role] option")] == ["miller"]
    assert the(first.select_one(".hiring-posting :is(h2, h3)")).text == "Baker"
    assert the(second.select_one(".hiring-posting :is(h2, h3)")).text == "Miller"
    for part in first.select("[data-live]"):
        assert part.has_attr("hidden"), "a control that does nothing without scripts"
    scripts = [str(script["src"]).split("?")[0] for script in page(tmp_path).select("script[src]")]
    assert scripts.count("_static/hiring/generator.js") == 1
    assert (tmp_path / "html/_static/hiring/generator.js").exists()
    for link in first.select("a[href^=postings]"):
        assert (tmp_path / "html" / str(link["href"])).exists()


def test_data_follows_the_handbook(sample: Path, tmp_path: Path, build: Build) -> None:
    with_generator(sample)
    build(sample, tmp_path)
    before = the(page(tmp_path).select_one(".hiring-generator"))["data-version"]
    role = sample / "roles/baker.md"
    text = role.read_text(encoding="utf-8")
    role.write_text(text.replace("title: Baker", "title: Chef").replace("# Baker", "# Chef"))
    assert build(sample, tmp_path) == ""
    assert data(tmp_path, "roles/baker")["title"] == "Chef"
    after = the(page(tmp_path).select_one(".hiring-generator"))
    assert after["data-version"] != before
    assert "Chef" in the(after.select_one("select")).text
    with_generator(sample, "# Plain\n")
    assert build(sample, tmp_path) == ""
    assert not (tmp_path / "html/generator").exists()


def test_no_text_ends_the_data(sample: Path, tmp_path: Path, build: Build) -> None:
    company = sample / "company.yaml"
    hostile = "equal_opportunity: '</script><script>alert(1)</script> ]]> &'\n"
    company.write_text(company.read_text(encoding="utf-8") + hostile, encoding="utf-8")
    assert build(with_generator(sample), tmp_path) == ""
    raw = (tmp_path / "html/generator/roles/baker.js").read_text(encoding="utf-8")
    assert "<" not in raw
    assert "</script><script>alert(1)" in json.dumps(data(tmp_path, "roles/baker"))
    assert page(tmp_path).find(string="alert(1)") is None


def test_other_builders_show_the_template_alone(sample: Path, tmp_path: Path, build: Build) -> None:
    assert build(with_generator(sample), tmp_path, "text") == ""
    text = (tmp_path / "text/plain.txt").read_text(encoding="utf-8")
    assert "Employer: " in text.replace("**", "")
    assert "Copy posting" not in text


def test_a_postings_control_leads_to_the_generator(
    sample: Path, tmp_path: Path, build: Build
) -> None:
    conf = sample / "conf.py"
    text = conf.read_text(encoding="utf-8")
    (sample / "levels.md").write_text(
        "# At a level\n\n:::{posting}\n:role: baker\n:level: senior\n:::\n"
    )
    conf.write_text(text + '\nhiring_generator_page = "plain"\n', encoding="utf-8")
    assert build(with_generator(sample), tmp_path) == ""
    html = (tmp_path / "html/levels.html").read_text(encoding="utf-8")
    link = the(BeautifulSoup(html, "html.parser").select_one("a.hiring-customize"))
    assert link["href"] == "plain.html#role=baker&level=senior"
    conf.write_text(text + '\nhiring_generator_page = "nowhere"\n', encoding="utf-8")
    assert build(sample, tmp_path) == ""
    assert "hiring-customize" not in (tmp_path / "html/levels.html").read_text(encoding="utf-8")
