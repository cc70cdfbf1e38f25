"""Write into the guide's reference what the table of facts says: ``make docs`` runs it.

That is a row for each fact of a role, a row for what an opening may state anew, and the options of
a level. The reference stays Markdown that people read on a forge, too, and a test compares it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hiring.language.vocabulary import DIRECTIVES
from hiring.model.fact_table import facts_of
from hiring.model.job_facts import JobFacts
from hiring.model.level_facts import LevelFacts
from hiring.model.role_facts import RoleFacts
from tools.imports import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

REFERENCE = PROJECT / "handbook/guide/reference.md"

_ROW = re.compile(r"^\| (`.+?`) \|.*\n", re.MULTILINE)
_LEVEL = re.compile(r"^(\| `level NAME` \|.*\| ).+( \|)$", re.MULTILINE)


def with_facts(text: str) -> str:
    """Return the reference with all that follows from the table of facts."""
    stated = ((name, fact.guide) for name, fact in facts_of(RoleFacts).items())
    anew = ((name, _whose(name)) for name in facts_of(JobFacts))
    text = _with_rows(text, "Front matter", stated)
    text = _with_rows(text, "Openings", anew)
    options = ", ".join(f"`{name}`" for name in DIRECTIVES["level"].options or ())
    return _LEVEL.sub(rf"\g<1>{options}\g<2>", text)


def _whose(name: str) -> str:
    """Say whose fact holds where an opening does not state one."""
    whose = "the level's, then the role's" if name in facts_of(LevelFacts) else "the role's"
    return f"where {{be}} left out: {whose}"


def _with_rows(text: str, heading: str, said: Iterable[tuple[str, str]]) -> str:
    """Return a text in which the table under a heading has rows for facts.

    They stand where the first of those stands that are there. What is said of several facts alike
    is one row.
    """
    rows: dict[str, list[str]] = {}
    for name, words in said:
        rows.setdefault(words, []).append(name)
    names = {name for several in rows.values() for name in several}
    before, under, section = text.partition(f"\n## {heading}\n")
    section, after = re.split(r"(?=\n## |\Z)", section, maxsplit=1)
    made, old = (
        "".join(_rows(rows)),
        [row for row in _ROW.finditer(section) if names & {*re.findall(r"\w+", row[1])}],
    )
    for row in reversed(old):
        section = section[: row.start()] + (made if row is old[0] else "") + section[row.end() :]
    return f"{before}{under}{section}{after}"


def _rows(rows: dict[str, list[str]]) -> Iterator[str]:
    for words, names in rows.items():
        be = "they are" if len(names) > 1 else "it is"
        yield f"| {', '.join(f'`{name}`' for name in names)} | {words.replace('{be}', be)} |\n"


if __name__ == "__main__":
    REFERENCE.write_text(with_facts(REFERENCE.read_text("utf-8")), encoding="utf-8", newline="\n")
    print(REFERENCE.relative_to(PROJECT))
