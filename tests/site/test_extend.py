"""What the guide says of extending the handbook is so: its examples, through every output."""

from __future__ import annotations

import json
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from tests.support.searched import searched_pages

from .extended import Extended, examples, extended
from .leaky import contents

NURSE, NIGHT = "ward-nurse", "ward-nurse-night"
HIDDEN = "shift leader walks the ward"


class Words(HTMLParser):
    """Reads the words of a page, apart from everything that we have made to read it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        """Take words."""
        self.found.append(data)


def words(html: str) -> str:
    """Return the words of HTML, with single spaces."""
    reader = Words()
    reader.feed(re.sub(r"(?s)<(script|style)\b.*?</\1>", "", html))
    return " ".join(" ".join(reader.found).split())


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Extended:
    """Return the handbook with the guide's examples, built for employees and for the public."""
    made = extended(tmp_path_factory.mktemp("extended"))
    made.change("handbook/plain.md", "# Plain\n", "# Plain\n\n:::{posting-generator}\n:::\n")
    made.change("handbook/plain.md", "# Plain\n", "# Plain\n\n:::{check-rules}\n:::\n")
    made.change("handbook/plain.md", "# Plain\n", "# Plain\n\n:::{posting-laws}\n:::\n")
    made.change("handbook/plain.md", "# Plain\n", "# Plain\n\n:::{never-asked}\n:::\n")
    for audience in ("employee", "public"):
        done = made.run("build", "handbook", f"site/{audience}", "--audience", audience)
        assert done.returncode == 0, done.stdout
        assert "held back" not in done.stdout
    return made


def text(site: Extended, path: str, audience: str = "employee") -> str:
    return (site.folder / "site" / audience / path).read_text("utf-8")


def test_the_guide_has_an_example_of_each() -> None:
    found = examples()
    for name in ("facts", "blocks", "checks", "laws", "never_asked"):
        assert re.search(rf"^{name}:$", found["company.yaml"], re.MULTILINE), name
    assert set(found) >= {"acme_rules.py", "acme_formats.py", "looks/templates/layout.html"}
    assert re.findall(r"^hiring_\w+", found["conf.py"], re.MULTILINE) == [
        "hiring_rules",
        "hiring_formats",
    ]


def test_what_is_never_asked_has_what_the_company_adds(site: Extended) -> None:
    assert "Signs of the zodiac" in words(text(site, "plain.html"))


def test_a_page_shows_facts_where_they_belong(site: Extended) -> None:
    page = text(site, f"roles/{NURSE}.html")
    head, box = page.split("hiring-head", 1)[1].split("hiring-more-facts", 1)
    assert "Union : Nurses' Association" in words(f"<p>{head}")
    facts = words(box.split("</dl>")[0])
    said = ["Beds on the ward : 24 beds", "Uniform provided : Yes", "Systems : Chart, Rota"]
    assert [it for it in said if it.replace(" :", "") not in facts.replace(" :", "")] == []
    assert facts.index("Union") < facts.index("Page owner")
    table = words(page.split("hiring-levels", 1)[1].split("</table>")[0])
    assert "Union: No union" in table
    assert "Shift premium: $6 per hour" in table
    assert "Systems" not in table


FORMATS = (".txt", ".md", ".html", ".docx", ".json")
SAID = (
    *("Union: No union", "Shift premium: $6 per hour", "Beds on the ward: 24 beds"),
    *("Uniform provided: Yes", "Systems: Chart, Rota", "Starts at once: Yes"),
    *("Safety at work", "Two nurses at night, always"),
)


@pytest.mark.parametrize("end", FORMATS)
def test_a_posting_says_what_holds_for_the_job(site: Extended, end: str) -> None:
    file = site.folder / "site/public/postings" / f"{NIGHT}{end}"
    if end == ".docx":
        with zipfile.ZipFile(file) as archive:
            tree = ET.fromstring(archive.read("word/document.xml"))
        said = " ".join("".join(tree.itertext()).split())
    else:
        said = file.read_text("utf-8")
        said = json.loads(said)["text"] if end == ".json" else said
        said = words(said) if end == ".html" else " ".join(said.replace("*", "").split())
    assert [it for it in SAID if it.replace(": ", ":") not in said.replace(": ", ":")] == []
    for absent in ("K-40", "Lifts for patients", HIDDEN):
        assert absent not in said
    assert said.index("Safety at work") < said.index("Additional information")


def test_a_template_says_what_the_role_does(site: Extended) -> None:
    said = text(site, f"postings/{NURSE}.txt", "public")
    assert "- Union: Nurses' Association" in said
    assert "- Lifts for patients in each room" in said
    assert "$3.50 per hour" in said


def test_data_for_machines_has_them(site: Extended) -> None:
    page = text(site, f"openings/{NIGHT}.html", "public")
    posting = json.loads(
        re.findall(r'(?s)<script type="application/ld\+json">(.*?)</script', page)[0]
    )
    assert posting["jobImmediateStart"] is True
    assert "Two nurses at night" in posting["description"]
    codes = {it["inCodeSet"]["name"]: it for it in posting["occupationalCategory"]}
    assert codes["NOC 2021"]["name"] == "Registered nurses"
    assert codes["O*NET-SOC"]["codeValue"] == "29-1141.00"
    whole = json.loads(text(site, "handbook.json"))
    jsonschema.Draft202012Validator(json.loads(text(site, "schema/handbook.json"))).validate(whole)
    nurse = next(it for it in whole["roles"] if it["key"] == NURSE)
    assert (nurse["union"], nurse["beds"], nurse["uniform"]) == ("ona", 24, True)
    assert nurse["shift_premium"] == {"currency": "USD", "amount": 3.5, "per": "hour"}
    assert nurse["systems"] == ["Chart", "Rota"]
    assert nurse["occupation"]["codes"] == {"noc": "31301"}
    assert [it["union"] for it in nurse["levels"]] == [None, "none"]
    assert "safety" in nurse["blocks"]
    night = next(it for it in whole["openings"] if it["key"] == NIGHT)
    assert (night["starts_at_once"], night["cost_center"]) == (True, "K-40")
    schema = json.loads(text(site, "schema/role.json"))
    assert schema["properties"]["union"]["enum"] == ["ona", "none"]
    assert "union" in schema["required"]
    assert "cost_center" not in schema["properties"]
    opening = json.loads(text(site, "schema/opening.json"))["properties"]
    assert opening["cost_center"]["description"] == "Finance has the list"


@pytest.mark.parametrize("name", ["openings.xml", "linkedin.xml", "openings.atom", "openings.json"])
def test_feeds_have_them(site: Extended, name: str) -> None:
    feed = text(site, f"feeds/{name}", "public")
    assert "Two nurses at night, always" in feed
    assert "No union" in feed
    assert "K-40" not in feed


def test_the_search_finds_them(site: Extended) -> None:
    pages = searched_pages(contents(site.folder / "site/employee"))
    role, opening = pages[f"roles/{NURSE}"].decode(), pages[f"openings/{NIGHT}"].decode()
    assert "Union: Nurses' Association." in role
    assert "NOC 2021 31301 Registered nurses" in role
    assert "Lifts for patients" in role
    assert "Union: No union." in opening
    assert "K-40" not in opening


def test_the_generator_has_them(site: Extended) -> None:
    data = text(site, f"generator/roles/{NURSE}.js")
    assert '"union":"Union"' in data
    assert "Lifts for patients" in data
    common = text(site, "generator/common.js")
    assert '"starts-at-once":["jobImmediateStart"]' in common


def test_what_a_block_hides_is_in_no_file_for_others(site: Extended) -> None:
    found = contents(site.folder / "site/public")
    assert [path for path, data in found.items() if HIDDEN.encode() in data] == []
    assert HIDDEN in text(site, f"roles/{NURSE}.html")
    assert HIDDEN not in text(site, f"postings/{NURSE}.txt")


def test_a_language_has_its_own_words(site: Extended, tmp_path: Path) -> None:
    german = extended(tmp_path)
    german.change(
        f"handbook/roles/{NURSE}.md", "audience: public", "audience: public\nlanguage: de"
    )
    assert german.run("export", "handbook", "out").returncode == 0
    said = (tmp_path / f"out/postings/{NIGHT}.txt").read_text("utf-8")
    assert "- Gewerkschaft: keine" in said
    assert "\nArbeitsschutz\n" in said
    assert "- Uniform provided: Ja" in said


def test_rules_look_and_are_told_as_ours(tmp_path: Path) -> None:
    made = extended(tmp_path)
    page, night = f"roles/{NURSE}.md", f"openings/{NIGHT}.md"
    made.change(f"handbook/{page}", "  beds: 24\n", "")
    made.change(f"handbook/{night}", "K-40", "17")
    found = made.checked()
    assert f"{page}:4: warning[beds-stated] no `beds`: say how many" in found
    wrong = f"{night}:12: error[cost-center-known] `17` is no cost center: write one as K-40"
    assert wrong in found
    told = json.loads(made.run("check", "handbook", "--format", "sarif").stdout)
    rules = {it["id"]: it for it in told["runs"][0]["tool"]["driver"]["rules"]}
    assert rules["beds-stated"]["help"]["text"].endswith("Works agreement on staffing, section 4.")
    done = made.run("build", "handbook", "site", "--audience", "employee")
    assert "held back: `17` is no cost center" in done.stdout + done.stderr
    report = words((tmp_path / f"site/{night}".replace(".md", ".html")).read_text("utf-8"))
    assert "The cost center is one that Finance knows." in report
    made.change("handbook/company.yaml", "checks:\n", WAIVED)
    found = made.checked()
    assert [it for it in found if "beds-stated" in it or "cost-center-known" in it] == [
        wrong.replace("error[", "note[")
    ]


WAIVED = """checks:
  waive: [{rule: beds-stated, reason: The ward is not open yet}]
  rules: {cost-center-known: note}
"""


def test_a_rule_that_fails_loses_nothing_else(tmp_path: Path) -> None:
    made = extended(tmp_path)
    before = made.checked()
    made.change("acme_rules.py", "    facts = subject.role.facts\n", "    facts = subject.rolle\n")
    found = made.checked()
    failed = [it for it in found if it not in before]
    said = "the rule `beds-stated` fails here: AttributeError: "
    assert all(f"error[rule-failed] {said}" in it for it in failed)
    assert re.search(r"line \d+ of acme_rules.py$", failed[0])
    assert [it.partition(":")[0] for it in failed] == [
        *("roles/baker.md", "roles/miller.md", f"roles/{NURSE}.md")
    ]
    assert [it for it in before if it not in found] == []


def test_a_rule_that_fails_is_not_met_and_holds_nothing_back(tmp_path: Path) -> None:
    made = extended(tmp_path)
    made.change("acme_rules.py", "    center = subject", "    center = 1 / 0\n    center = subject")
    done = made.run("build", "handbook", "site", "--audience", "employee")
    assert done.returncode == 0
    assert "held back" not in done.stdout + done.stderr
    report = words((tmp_path / f"site/openings/{NIGHT}.html").read_text("utf-8"))
    assert "cost-center-known fails here: ZeroDivisionError" in report


def test_a_new_page_has_a_line_for_each_fact(tmp_path: Path) -> None:
    made = extended(tmp_path)
    assert made.run("new", "role", "Night Porter", "handbook").returncode == 0
    page = (made.handbook / "roles/night-porter.md").read_text("utf-8")
    assert "\n  union: ona      # TODO: Union\n" in page
    assert "\n  # shift_premium: USD 500      # Shift premium\n" in page
    assert "cost_center" not in page
    assert made.run("new", "opening", NURSE, "handbook").returncode == 0
    opening = (made.handbook / f"openings/{NURSE}-opening.md").read_text("utf-8")
    assert "\n  # cost_center: a few words      # Finance has the list\n" in opening
    assert [it for it in made.checked() if "error[" in it] == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('["acme_rules"]', '["acme_ruls"]', "there is no such module here"),
        ('["acme_rules"]', '["json"]', "it has no rules"),
        ('["acme_rules"]', '["../acme_rules"]', "this is no name of a module"),
        ('["acme_rules"]', "sorted(acme)", "written out as it is"),
        ('["acme_formats"]', '["acme_rules"]', "it has no format"),
    ],
)
def test_a_module_that_cannot_be_taken_is_told(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    made = extended(tmp_path)
    made.change("handbook/conf.py", old, new)
    found = [it for it in made.checked() if "error[" in it]
    assert len(found) == 1
    assert re.match(r"conf\.py:\d+: error\[setting\] `hiring_(rules|formats)`", found[0])
    assert told in found[0]


def test_pages_bring_no_code(tmp_path: Path) -> None:
    made = extended(tmp_path)
    (tmp_path / "acme_rules.py").rename(made.handbook / "acme_rules.py")
    trap = made.handbook / "acme_rules.py"
    trap.write_text("open('trapped', 'w')\n", "utf-8")
    done = made.run("check", "handbook")
    assert "there is no such module here" in done.stdout
    (tmp_path / "sitecustomize.py").write_text("import sys; sys.path.append('handbook')\n", "utf-8")
    made.run("check", "handbook")
    made.change("handbook/conf.py", "acme_rules", "handbook.acme_rules")
    (made.handbook / "__init__.py").write_text("", "utf-8")
    done = made.run("check", "handbook")
    assert "its file is in the handbook's folder" in done.stdout
    assert not (tmp_path / "trapped").exists()


def test_words_of_the_house_are_found(tmp_path: Path) -> None:
    made = extended(tmp_path)
    page = f"roles/{NURSE}.md"
    made.change(
        f"handbook/{page}",
        "You care for the patients of one ward.",
        'You see to Patient\nFlow with synergistic ease, not as "synergy".\nPost it on github.',
    )
    found = [it for it in made.checked() if "[house-" in it]
    lines = (made.handbook / page).read_text("utf-8").splitlines()
    at = next(number for number, line in enumerate(lines, 1) if "Patient" in line)
    why = "says nothing to patients: say what happens"
    assert found == [
        f"{page}:{at}: warning[house-words] `Patient Flow` {why}",
        f"{page}:{at + 1}: warning[house-words] `synergistic` {why}",
        f"{page}:{at + 2}: warning[house-spelling] `Post it`: write `Post-it`",
        f"{page}:{at + 2}: warning[house-spelling] `github`: write `GitHub`",
    ]


def test_a_law_binds_from_its_day_on(tmp_path: Path) -> None:
    made = extended(tmp_path)
    night = f"openings/{NIGHT}.md"
    made.change(f"handbook/{night}", "region: TX, country: US", "region: YT, country: CA")
    made.change(f"handbook/roles/{NURSE}.md", "  pay: {currency: USD", "  # pay: {currency: USD")
    made.change(f"handbook/{night}", "closes: 2026-12-31", "closes: 2027-06-30")
    found = {
        day: [
            it
            for it in made.run("check", "handbook", "--on", day).stdout.splitlines()
            if night in it
        ]
        for day in ("2026-12-01", "2027-01-02")
    }
    assert [it for it in found["2026-12-01"] if "is law" in it and "Yukon" in it] == []
    assert [it for it in found["2027-01-02"] if "Yukon" in it] != []


def test_laws_and_rules_are_listed(site: Extended) -> None:
    listed = words(text(site, "plain.html"))
    assert "Yukon" in listed
    assert "Bill 99 of this example" in listed
    assert "beds-stated warning A role in care does not say how many beds its ward has." in listed


def test_formats_are_written_for_each_posting(site: Extended) -> None:
    job = ET.fromstring(text(site, f"postings/{NIGHT}.ats.xml", "public"))
    assert (job.get("number"), job.findtext("title")) == ("W-12", "Charge Ward Nurse")
    assert "safety" in [it.get("name") for it in job.iter("section")]
    assert (site.folder / f"site/public/postings/{NURSE}.ats.xml").is_file()


def test_a_format_that_fails_publishes_nothing(tmp_path: Path) -> None:
    made = extended(tmp_path)
    made.change("acme_formats.py", "TEMPLATE.render(posting)", 'posting["nothing"]')
    done = made.run("build", "handbook", "site", "--audience", "employee")
    assert done.returncode == 1
    assert ".ats.xml: the format fails: KeyError: 'nothing', line" in done.stdout
    assert not (tmp_path / "site").exists()


def test_looks_are_ours_to_change(site: Extended) -> None:
    page = text(site, "index.html", "public")
    assert '<p class="acme-note">Acme is an equal-opportunity employer.</p>' in page
    assert "acme.css" in page
    assert "Georgia" in text(site, "_static/acme.css", "public")


def test_every_token_that_is_promised_is_there(site: Extended) -> None:
    guide = Path(__file__).parents[2] / "handbook/guide/extend.md"
    promised = set(re.findall(r"`(--[a-z-]+)`", guide.read_text("utf-8")))
    assert len(promised) > 10
    sheets = [*(site.folder / "site/public/_static").rglob("*.css")]
    known = "\n".join(sheet.read_text("utf-8") for sheet in sheets)
    assert [it for it in sorted(promised) if f"{it}:" not in known] == []
