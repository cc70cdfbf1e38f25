"""What editors are given: schemas, sound snippets, and the place of each finding."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import jsonschema
import pytest
import regress
import yaml

from hiring.checks.finding import Finding
from hiring.exports.encode import as_json
from hiring.exports.files import schemas
from hiring.language.vocabulary import DIRECTIVES, KIT, REFERENCES
from hiring.model.audience import Audience
from hiring.model.fact_table import facts_of
from hiring.model.job_facts import JobFacts
from hiring.model.problem import Severity
from hiring.model.values import EmploymentType
from tests.support.cases import files_of
from tests.support.fixtures import FROZEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pytest_regressions.file_regression import FileRegressionFixture

    from hiring.model.handbook import Handbook

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / ".vscode"
SETTINGS: dict[str, Any] = json.loads((FOLDER / "settings.json").read_text("utf-8"))
SNIPPETS: dict[str, dict[str, Any]] = json.loads(
    (FOLDER / "hiring.code-snippets").read_text("utf-8")
)
SCHEMAS: dict[str, str] = SETTINGS["yaml.schemas"]

# A field of a snippet: a choice, a field with a default, or one without; and a day.
FIELD = re.compile(
    r"\$\{\d+\|(?P<first>[^,|]+)[^|]*\|\}|\$\{\d+:(?P<default>[^{}$]*)\}"
    r"|\$CURRENT_(?P<day>YEAR|MONTH|DATE)|\$(?P<bare>\d+)"
)
TODAY = {"YEAR": "2026", "MONTH": "11", "DATE": "22"}


@pytest.mark.parametrize("path", SCHEMAS)
def test_the_schemas_of_editors_are_those_of_the_build(
    path: str, file_regression: FileRegressionFixture
) -> None:
    """The build writes them too; these are there before the first one.

    After a change of the model: ``pytest --force-regen tests/project/test_editor.py``.
    """
    text = as_json(schemas()[f"schema/{Path(path).name}"])
    file_regression.check(text, fullpath=ROOT / path, encoding="utf-8", newline="\n")


@pytest.mark.parametrize(("path", "target"), SCHEMAS.items())
def test_the_files_of_the_handbook_pass_in_the_editor(path: str, target: str) -> None:
    stated = yaml.load((FROZEN / Path(target).name).read_text("utf-8"), yaml.CSafeLoader)
    stated = json.loads(json.dumps(stated, default=date.isoformat))
    schema = json.loads((ROOT / path).read_text("utf-8"))
    jsonschema.validate(stated, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**stated, "sklils": []}, schema)


def patterns_in(schema: Any) -> Iterator[str]:
    """Yield the regular expressions of a schema."""
    if isinstance(schema, list):
        for part in schema:
            yield from patterns_in(part)
    elif isinstance(schema, dict):
        for key, part in schema.items():
            if key == "pattern" and isinstance(part, str):
                yield part
            else:
                yield from patterns_in(part)


def test_editors_understand_the_patterns_of_every_schema() -> None:
    # JSON Schema's patterns are JavaScript's, which refuses escapes that Python lets pass.
    found = set(patterns_in(list(schemas().values())))
    assert found
    for pattern in found:
        regress.Regex(pattern, "u")


def filled(name: str) -> str:
    """Return a snippet's text with the default in every field."""

    def of(field: re.Match[str]) -> str:
        if field["day"]:
            return TODAY[field["day"]]
        return field["first"] or field["default"] or ""

    text = FIELD.sub(of, "\n".join(SNIPPETS[name]["body"]))
    assert "$" not in text, text
    return f"{text}\n"


def directive_in(text: str) -> str:
    found = re.match(r":{3,}\{([a-z-]+)\}", text)
    return found[1] if found else ""


def page_with(name: str) -> dict[str, Any]:
    """Return a case, as ``test_cases.py`` has them, with a snippet where it belongs."""
    text = filled(name)
    if text.startswith("---\n"):
        stated = {"openings": "\nopening:\n", "roles": "\nrole:\n"}
        folder = next((it for it, field in stated.items() if field in text), "interviews")
        return {"files": {f"{folder}/case.md": text}}
    if text.startswith(("checks:\n", "language: ")):
        return {"files": {"guide/case.md": f"---\n{text.rstrip()}\n---\n\n# Case\n"}}
    if text.startswith("  "):  # facts of a role
        facts = "title: Case\n  family: Data\n  summary: A case.\n  owner: People team\n"
        return {"front": f"role:\n  {facts}{text}"}
    directive = DIRECTIVES.get(directive_in(text))
    if directive_in(text) in (*KIT, "rubric"):
        return {"files": {"interviews/case.md": filled("An interview") + text}}
    if directive_in(text) == "stage":
        plan = filled("An interview").replace("\n:::::\n", f"\n\n{text}:::::\n")
        return {"files": {"interviews/case.md": plan}}
    if directive and directive.within:
        text = f"::::{{{directive.within[0]}}}\n\n{text}\n::::\n"
    return {"role": text}


@cache
def opening() -> dict[str, bytes]:
    """Return the opening that a snippet leads to."""
    files = files_of({"opening": {}}, {})
    return {"openings/data-engineer-denver.md": files["openings/case.md"]}


@pytest.mark.parametrize("name", SNIPPETS)
def test_a_snippet_is_sound_with_its_defaults(
    name: str, base: Mapping[str, bytes], read: Callable[..., Handbook]
) -> None:
    snippet = SNIPPETS[name]
    assert set(snippet) == {"scope", "prefix", "description", "body"}
    handbook = read({**files_of(page_with(name), base), **opening()}, Audience.HIRING_TEAM)
    assert [str(problem) for problem in handbook.problems] == []


def test_every_word_of_the_language_has_a_snippet() -> None:
    texts = [filled(name) for name in SNIPPETS]
    ours = {name for name, directive in DIRECTIVES.items() if directive.own}
    found = {name for text in texts for name in re.findall(r"^:{3,}\{([a-z-]+)\}", text, re.M)}
    assert ours - found == set()
    assert [
        kind for kind in REFERENCES if not any(t.startswith(f"{{{kind}}}`") for t in texts)
    ] == []
    prefixes = [snippet["prefix"] for snippet in SNIPPETS.values()]
    assert len(set(prefixes)) == len(prefixes)


def test_every_fact_of_a_job_has_a_snippet() -> None:
    bodies = "\n".join("\n".join(snippet["body"]) for snippet in SNIPPETS.values())
    assert [it for it in facts_of(JobFacts) if f"\n  {it}: " not in bodies] == []
    types = get_args(EmploymentType)
    assert f"|{','.join(types)}|" in bodies


def test_the_editor_finds_the_place_of_each_finding() -> None:
    (task,) = json.loads((FOLDER / "tasks.json").read_text("utf-8"))["tasks"]
    pattern = task["problemMatcher"]["pattern"]
    for severity in Severity:
        finding = Finding("roles/a b.md", 12, "level-years", "gap: 4 to 5", severity)
        found = re.fullmatch(pattern["regexp"], str(finding))
        assert found is not None
        names = {"file": "path", "line": "line", "severity": "severity", "code": "rule"}
        for name, field in {**names, "message": "message"}.items():
            assert found[pattern[name]] == str(getattr(finding, field))
