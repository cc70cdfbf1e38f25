"""Build a folder with more facts in the table, and print what is then said of them.

``python new_fact.py SOURCE TARGET``: the entries go into the table's own text, before anything else
of the package is loaded, as if they had been written there.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

LEVEL_FACT = """
    shift: Annotated[
        Line | None,
        Fact(label="Shift", guide="when the work is done", data={"workHours": str}, prose=True),
    ] = None
"""
"""A fact that is text: one entry."""

SHAPE = '''
class Tasting(Facts):
    """How often, and of what."""

    per_week: Annotated[int, Field(ge=1), BeforeValidator(int)]
    of: Line = "bread"


def in_words(value: Tasting) -> str:
    return f"{value.per_week} times a week, of {value.of}"


'''
JOB_FACT = """
    tasting: Annotated[
        Tasting | None, Fact(label="Tasting", guide="how often, and of what", words=in_words)
    ] = None
"""
"""A fact of a new shape: that, a function for its words, and one entry."""

POOR = """
    smell: Annotated[
        Tasting | None, Fact(label="Travel", guide="what of", posted=None, data={"baseSalary": str})
    ] = None
"""
"""An entry that lacks what there is to lack."""


def add_entries() -> None:
    """Load the table of facts with the entries in it, at the end of their classes."""
    load("level_facts", "class LevelFacts(Facts):", "", LEVEL_FACT)
    imports = "from pydantic import BeforeValidator, Field\nfrom hiring.model.base import Facts\n"
    load("job_facts", "class JobFacts(LevelFacts):", imports + SHAPE, JOB_FACT + POOR)


def load(name: str, own: str, before: str, after: str) -> None:
    """Load a module of the model with text before a class, its last one, and after it."""
    import hiring.model

    spec = importlib.util.find_spec(f"hiring.model.{name}")
    assert spec is not None
    assert spec.origin is not None
    text = Path(spec.origin).read_text("utf-8")
    assert own in text
    text = text.replace(own, f"{before}{own}").rstrip() + after
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    setattr(hiring.model, name, module)
    exec(compile(text, spec.origin, "exec"), module.__dict__)


def main(source: Path, target: Path) -> None:
    """Read and build the folder, and print what cannot be seen in its files."""
    add_entries()
    from sphinx.cmd.build import build_main

    from hiring.checks.language.prose import page_prose
    from hiring.model.audience import Audience
    from hiring.model.rules import Rule
    from hiring.posting.compose import opening_posting
    from hiring.posting.structured import job_posting
    from hiring.reading.handbook import read_handbook, understand
    from hiring.reading.pages.page_cache import PageCache
    from hiring.reading.sources.sources import sources_in
    from tests.support.facts import lacks
    from tools.write_facts import REFERENCE, with_facts

    handbook = read_handbook(source, Audience.EMPLOYEE)
    opening = replace(handbook.openings["baker-town"], audience=Audience.PUBLIC)
    data = job_posting(opening_posting(opening, handbook), date(2026, 11, 22))
    sources = sources_in(source)
    role = sources.texts["roles/baker.md"]
    sources.texts["roles/baker.md"] = role.replace("per_week: 2", "per_day: 2").replace(
        "Early, from four", f"Early{' and late' * 30}"
    )
    wrong = understand(sources, Audience.EMPLOYEE, PageCache())
    reference = REFERENCE.read_text("utf-8").splitlines()
    said = {
        "prose": [it.text for it in page_prose(handbook.pages["roles/baker.md"], handbook)],
        "hours": data and data["workHours"],
        "wrong": [str(it) for it in wrong.problems if it.rule is not Rule.LEVEL_YEARS],
        "reference": [
            line
            for line in with_facts(REFERENCE.read_text("utf-8")).splitlines()
            if line not in reference
        ],
        "lacks": {name: lacks(name) for name in ("shift", "tasting", "smell")},
        "status": build_main(["-q", "-W", "--keep-going", str(source), str(target)]),
    }
    print(json.dumps(said))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
