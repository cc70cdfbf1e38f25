"""Drafts in a handbook: right at once, told line by line, and never written over."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from io import BytesIO, StringIO
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZipFile

import pytest

from hiring.__main__ import main
from hiring.checks.folder import review_folder
from hiring.importing.importer import Draft, Importer
from hiring.importing.lines import Unreadable
from hiring.importing.occupation import occupation_lines
from hiring.importing.rows import rows_of
from hiring.model.problem import Severity
from hiring.reading.handbook import read_handbook
from tests.importing.scoring import HALVES, HERE, documents
from tests.support.cases import DAY

JUNIOR = """# Junior Baker
Pay: $18 - $20 an hour
## Duties
- Weighs flour
- Cleans the oven
## Requirements
- Reads recipes
"""
SENIOR = """# Senior Baker
Pay: $22 - $26 an hour
## Duties
- Cleans the oven
- Writes recipes
## Requirements
- Reads recipes
- Three years of experience in a bakery
"""


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HERE.parent / "core/base", tmp_path / "handbook"))


def errors(handbook: Path) -> list[str]:
    found = review_folder(handbook, DAY, handbook.parent / "work").findings
    return [str(it) for it in found if it.severity is Severity.ERROR]


def run(handbook: Path, *arguments: str | Path) -> int:
    reports = handbook.parent / "reports"
    return main(
        ["import", "--folder", f"{handbook}", "--reports", f"{reports}", *map(str, arguments)]
    )


def test_the_whole_corpus_makes_drafts_without_an_error(
    handbook: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    known = errors(handbook)
    files = [file for half in HALVES for file in documents(half)]
    data_analyst = [file for file in files if file.stem == "data-analyst"]  # its page is there
    assert run(handbook, *files) == 1
    said = capsys.readouterr()
    assert said.err.count("\n") == len(data_analyst)
    assert "roles/data-analyst.md is already there, and nothing is written over" in said.err
    assert "39 drafts" in said.out
    assert errors(handbook) == known
    roles = read_handbook(handbook).roles.values()
    drafts = [role for role in roles if role.facts.status == "draft"]
    assert len(drafts) == 39
    assert len(list((handbook.parent / "reports").glob("*.txt"))) == 39


@pytest.mark.parametrize(("ending", "indent"), [("txt", "    "), ("md", "\t"), ("txt", "\t")])
def test_entries_stand_below_the_one_that_they_are_of(
    ending: str, indent: str, handbook: Path, tmp_path: Path
) -> None:
    file = tmp_path / f"deputy.{ending}"
    duties = f"- Serves warrants\n{indent}* civil\n{indent}* criminal\n- Testifies in court\n"
    file.write_text(f"# Sheriff's Deputy\n\n## Duties\n{duties}", encoding="utf-8")
    assert run(handbook, file) == 0
    page = (handbook / "roles/sheriffs-deputy.md").read_text("utf-8")
    assert "- Serves warrants\n  - civil\n  - criminal\n- Testifies in court\n" in page


def test_a_page_is_never_written_over(handbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = handbook.parent / "baker.md"
    file.write_text(JUNIOR, "utf-8")
    assert run(handbook, file) == 0
    page = handbook / "roles/junior-baker.md"
    page.write_text("mine", "utf-8")
    assert run(handbook, file) == 1
    assert page.read_text("utf-8") == "mine"
    assert "nothing is written over: rename or delete it" in capsys.readouterr().err


def test_two_files_of_one_title(handbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.md", "b.md"):
        (handbook.parent / name).write_text(JUNIOR, "utf-8")
    assert run(handbook, handbook.parent / "a.md", handbook.parent / "b.md") == 1
    said = capsys.readouterr()
    assert "b.md: its title `Junior Baker` is also that of a.md" in said.err
    assert "1 draft." in said.out


def test_the_report_names_the_line_of_the_page(handbook: Path) -> None:
    file = handbook.parent / "baker.md"
    file.write_text(JUNIOR + "## Contact\nAnn Teller, ann@bakery.example\n", "utf-8")
    assert run(handbook, file) == 0
    page = (handbook / "roles/junior-baker.md").read_text("utf-8").splitlines()
    report = (handbook.parent / "reports/junior-baker.txt").read_text("utf-8")
    number = page.index("- Weighs flour") + 1
    assert f"line 4: roles/junior-baker.md:{number} (duties)\n      Weighs flour" in report
    assert "line 9: left out: names a person, or how to reach one" in report
    assert not [line for line in page if "Teller" in line]


def test_doubts_are_marked_and_counted(handbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = handbook.parent / "baker.md"
    file.write_text(JUNIOR + "## The cat\nIs called Ink.\n", "utf-8")
    assert run(handbook, file) == 0
    said = capsys.readouterr().out
    page = (handbook / "roles/junior-baker.md").read_text("utf-8").splitlines()
    marked = [number for number, line in enumerate(page, 1) if "Doubt: " in line]
    assert len(marked) == 1
    assert "; 1 doubt\n" in said
    assert [f"line {number}: " in said for number in marked] == [True]
    assert "3 blanks (TODO) to fill in" in said


def test_a_ladder_is_one_role(handbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
    known = errors(handbook)
    files = [handbook.parent / "junior.md", handbook.parent / "senior.md"]
    for file, text in zip(files, (JUNIOR, SENIOR), strict=True):
        file.write_text(text, "utf-8")
    assert run(handbook, "--ladder", *files) == 0, capsys.readouterr().err
    assert errors(handbook) == known
    role = read_handbook(handbook).roles["baker"]
    assert [(level.name, str(level.pay)) for level in role.levels] == [
        ("Junior", "USD 18-20 per hour"),
        ("Senior", "USD 22-26 per hour"),
    ]
    assert role.levels[0].markdown.strip() == "- Weighs flour"
    assert "- Writes recipes" in role.levels[1].markdown
    assert str(role.levels[1].years) == "3+"
    text = (handbook / "roles/baker.md").read_text("utf-8")
    assert text.count("Cleans the oven") == text.count("Reads recipes") == 1
    assert ":adds: all" in text
    assert "0 not placed" in capsys.readouterr().out


def test_a_ladder_that_builds_on_what_is_below(handbook: Path) -> None:
    importer = Importer(handbook)
    files = [handbook.parent / "junior.md", handbook.parent / "senior.md"]
    senior = SENIOR.replace("- Cleans the oven", "- All of the above, plus")
    for file, text in zip(files, (JUNIOR, senior), strict=True):
        file.write_text(text, "utf-8")
    draft = importer.ladder_of(files, "")
    assert not draft.adds_all
    assert [it.place for it in draft.described.placed if "All of" in it.text] == ["left ladder"]


def test_no_line_of_a_ladder_is_lost(handbook: Path) -> None:
    """What a level can't state stands on the page all the same."""
    files = [handbook.parent / "junior.md", handbook.parent / "senior.md"]
    for file, text in zip(files, (JUNIOR, SENIOR), strict=True):
        said = f"# {text[2:].splitlines()[0]}\nGrade: $5\n" + "\n".join(text.splitlines()[1:])
        file.write_text(said, "utf-8")
    assert run(handbook, "--ladder", *files) == 0
    report = (handbook.parent / "reports/baker.txt").read_text("utf-8")
    assert report.count("Grade: $5") == 2
    assert "left out: a heading" not in report
    assert "Grade: $5" in (handbook / "roles/baker.md").read_text("utf-8")


def test_ladders_that_are_none(handbook: Path) -> None:
    importer = Importer(handbook)
    files = [handbook.parent / "a.md", handbook.parent / "b.md"]
    files[0].write_text(JUNIOR, "utf-8")
    files[1].write_text(JUNIOR.replace("Junior Baker", "Plumber"), "utf-8")
    with pytest.raises(Unreadable, match="share no words: say the role's title"):
        importer.ladder_of(files, "")
    with pytest.raises(Unreadable, match="a level each"):
        importer.ladder_of(files[:1], "")


SHEET = """\
Job title,Department,Min salary,Max salary,Currency,Pay period,Location,Duties,Job_Description
Baker,Kitchen,40000,45000,USD,year,Austin,"- Weighs flour
- Cleans","<p><b>Requirements</b></p><ul><li>Reads recipes</li></ul>"
,Kitchen,1,2,USD,year,Austin,,
Cook,Kitchen,,,,,Denver,Cooks soup and stew,
Cook,a,b,c,d,e,f,g,h,i
"""


def test_a_sheet_of_jobs(handbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
    known = errors(handbook)
    sheet = handbook.parent / "jobs.csv"
    sheet.write_text(SHEET, "utf-8")
    assert run(handbook, "--csv", sheet) == 1
    said = capsys.readouterr()
    assert f"{sheet}: row 3: `Job title` is empty: a job needs a title" in said.err
    assert "row 5: 10 cells below 9 names of columns" in said.err
    assert errors(handbook) == known
    roles = read_handbook(handbook).roles
    assert str(roles["baker"].facts.pay) == "USD 40000-45000 per year"
    assert roles["baker"].facts.family == "Kitchen"
    assert {block.name for block in roles["baker"].blocks} == {"duties", "qualifications"}
    assert "Cooks soup and stew" in (handbook / "roles/cook.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (b"Name;Ort\nA;B\n", "no column is named `Title` or `Job title`: it has `Name`, `Ort`"),
        (b"Title,Duties\n", "no row below the names"),
        (b'Title,Duties\n"a', "can't be read as CSV"),
        (b"Title\n" + b"a\n" * 1_001, "more than 1000 rows"),
    ],
)
def test_sheets_that_are_none(data: bytes, wanted: str) -> None:
    with pytest.raises(Unreadable, match=wanted):
        rows_of(data)


def test_sheets_with_other_signs() -> None:
    rows, wrong = rows_of("Stellenbezeichnung;Aufgaben\r\nBäckerin;Backen\r\n".encode("cp1252"))
    assert wrong == []
    assert [line.text for line in rows[0].lines] == ["Bäckerin", "Aufgaben | Backen"]


HEAD = "O*NET-SOC Code\tTitle\t"
DATABASE = {
    "Occupation Data.txt": f"{HEAD}Description\n51-3011.00\tBakers\tMix and bake doughs.\n",
    "Task Statements.txt": (
        f"{HEAD}Task ID\tTask\tTask Type\n"
        "51-3011.00\tBakers\t1\tDecorate cakes.\tSupplemental\n"
        "51-3011.00\tBakers\t2\tSet oven temperatures.\tCore\n11-1011.00\tX\t3\tNo.\tCore\n"
    ),
    "Skills.txt": (
        f"{HEAD}Element Name\tScale ID\tData Value\n51-3011.00\tBakers\tMonitoring\tIM\t3.1\n"
        "51-3011.00\tBakers\tSpeaking\tIM\t3.4\n51-3011.00\tBakers\tSpeaking\tLV\t3.0\n"
    ),
}


def test_an_occupation(handbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
    known = errors(handbook)
    folder = handbook.parent / "onet"
    folder.mkdir()
    for name, text in DATABASE.items():
        (folder / name).write_text(text, "utf-8")
    assert run(handbook, "--onet", "51-3011", "--onet-data", folder) == 0, capsys.readouterr()
    assert errors(handbook) == known
    page = (handbook / "roles/baker.md").read_text("utf-8")
    assert "occupation: {onet_soc: 51-3011.00, match: close}" in page
    assert page.index("- Set oven temperatures") < page.index("- Decorate cakes")
    assert page.index("- Speaking") < page.index("- Monitoring")
    assert "includes information from the O\\*NET Database" in page
    assert "Used under the CC BY 4.0 license" in page


def as_csv(text: str) -> bytes:
    rows = [line.split("\t") for line in text.splitlines()]
    rows[0] = [name.replace("O*NET-SOC Code", "onetsoc_code").replace(" ", "_") for name in rows[0]]
    out = StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def as_workbook(text: str) -> bytes:
    """Return rows as a workbook: half of the texts shared, empty cells left out."""
    rows = [line.split("\t") for line in text.splitlines()]
    shared = sorted({cell for row in rows for cell in row[::2]})
    lines = []
    for number, row in enumerate(rows, 1):
        cells = [
            f'<c r="{"ABCDEFG"[at]}{number}" t="s"><v>{shared.index(cell)}</v></c>'
            if at % 2 == 0
            else f'<c r="{"ABCDEFG"[at]}{number}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
            for at, cell in enumerate(row)
            if cell
        ]
        lines.append(f'<row r="{number}">{"".join(cells)}</row>')
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    texts = "".join(f"<si><t>{escape(it)}</t></si>" for it in shared)
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("xl/sharedStrings.xml", f"<sst {space}>{texts}</sst>")
        sheet = f"<worksheet {space}><sheetData>{''.join(lines)}</sheetData></worksheet>"
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
    return out.getvalue()


@pytest.mark.parametrize(("ending", "made"), [(".csv", as_csv), (".xlsx", as_workbook)])
def test_the_database_in_other_forms(
    ending: str, made: Callable[[str], bytes], tmp_path: Path
) -> None:
    text, other = tmp_path / "text", tmp_path / "other"
    for folder in (text, other):
        folder.mkdir()
    for name, said in DATABASE.items():
        (text / name).write_text(said, "utf-8")
        stem = name.removesuffix(".txt")
        stem = stem.lower().replace(" ", "_") if ending == ".csv" else stem
        (other / f"{stem}{ending}").write_bytes(made(said))
    found = [occupation_lines("51-3011.00", "A", folder) for folder in (text, other)]
    assert found[0] == found[1]
    assert len(found[0]) > 8


def test_an_occupation_without_the_database(handbook: Path) -> None:
    assert run(handbook, "--onet", "51-3011.00") == 0
    page = (handbook / "roles/baker.md").read_text("utf-8")
    assert "Tasks and skills come from the database, as --onet-data FOLDER says" in page


@pytest.mark.parametrize(
    ("code", "wanted"),
    [("51-30", "is no code"), ("99-9999.00", "has no occupation 99-9999.00")],
)
def test_codes_that_are_none(code: str, wanted: str) -> None:
    with pytest.raises(Unreadable, match=wanted):
        occupation_lines(code, "A")


def test_a_folder_that_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="wanted the folder of the O\\*NET database"):
        occupation_lines("51-3011.00", "A", tmp_path)
    (tmp_path / "Occupation Data.txt").write_text("a\tb\n", "utf-8")
    with pytest.raises(Unreadable, match="it is no file of the database"):
        occupation_lines("51-3011.00", "A", tmp_path)


def test_nothing_to_bring(handbook: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(handbook) == 2
    assert "Say what to bring" in capsys.readouterr().err


def test_a_fact_that_is_none_becomes_a_comment(handbook: Path) -> None:
    """What was read wrongly stops no page: then all its facts are left to somebody who looks."""
    importer = Importer(handbook)
    file = handbook.parent / "baker.md"
    file.write_text(JUNIOR, "utf-8")
    draft: Draft = importer.draft_of(file)
    draft.described.facts = [
        (source, type(fact)(fact.name, "{no: pay}")) for source, fact in draft.described.facts
    ]
    said, wrong = importer.write([draft], handbook.parent / "reports")
    assert wrong == []
    assert "pay: state it by hand" in said[0]
