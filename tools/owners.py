"""Write who reviews each role's page into the forge's list, CODEOWNERS, as the pages say it.

A page belongs to its family, and to the team that it names as its owner. A team is named as the
family or the owner is, in lower case with hyphens; its organization is that of the list's first
team. `python -m tools.owners` writes all below the mark anew. With `--tell` it writes nothing, and
prints as annotations of a pull request which lines are missing or left over: who writes in a
browser can mend them there.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING

from hiring.checks.finding import CheckRun, Finding
from hiring.checks.formats import github
from hiring.model.problem import Severity
from hiring.model.slugs import key_from
from hiring.reading.handbook import review_handbook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.model.handbook import Handbook
    from hiring.model.role import JobRole

HANDBOOK = Path("handbook")
LIST = Path(".github/CODEOWNERS")
MARK = "# What is below is written by `make owners`.\n"
WIDTH = 48
"""The column that teams start in."""


def row_of(role: JobRole, organization: str) -> str:
    """Return the line of a role's page: where it is, and who reviews it."""
    keys = dict.fromkeys(key_from(name) for name in (role.facts.family, role.facts.owner))
    teams = " ".join(f"{organization}/{key}" for key in keys if key)
    return f"{f'/{HANDBOOK}/{role.path}':<{WIDTH}} {teams}"


def written(text: str, handbook: Handbook) -> str:
    """Return a list of owners with a line for each role below its mark, by family."""
    organization, families = _organization(text), dict[str, str]()
    for _, role in sorted(handbook.roles.items()):
        family = role.facts.family
        families[family] = families.get(family, "") + f"{row_of(role, organization)}\n"
    below = [f"\n# {family}\n{rows}" for family, rows in sorted(families.items())]
    return "".join([text.partition(MARK)[0], MARK, *below])


def _organization(text: str) -> str:
    found = re.search(r"^[^#\n]*(@[\w-]+)/", text, re.MULTILINE)
    if found is None:
        raise ValueError(f"{LIST} names no team, as @organization/team")
    return found[1]


def told(text: str, handbook: Handbook) -> Iterator[Finding]:
    """Yield what a list of owners lacks, at the page, and what it has too much, at its line."""
    organization = _organization(text)
    lines = {tuple(line.split()): number for number, line in enumerate(text.splitlines(), 1)}
    paths = {f"/{HANDBOOK}/{path}" for path in (*handbook.pages, *handbook.withheld)}
    for role in handbook.roles.values():
        row = row_of(role, organization)
        if tuple(row.split()) not in lines:
            said = f"`{LIST}` must have this line, and no other for this page: {row}"
            yield _finding(f"{HANDBOOK}/{role.path}", handbook.line(role.path, "role.owner"), said)
    for (path, *_), number in ((line, number) for line, number in lines.items() if line):
        if path.startswith(f"/{HANDBOOK}/roles/") and path not in paths:
            said = f"`{path}` is no role's page any more: delete the line"
            yield _finding(LIST.as_posix(), number, said)


def _finding(path: str, line: int, said: str) -> Finding:
    why = "Who knows the job is asked to review its page by this list alone."
    return Finding(path, line, "page-owners", said, Severity.WARNING, why)


def main() -> int:
    """Write the list, or tell what it lacks; 1 where a page can't be read, and so not its owner."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tell", action="store_true", help="write nothing: print what is missing")
    options = parser.parse_args()
    handbook = review_handbook(HANDBOOK)
    text = LIST.read_text("utf-8")
    if options.tell:
        found = CheckRun(findings=tuple(told(text, handbook)), waived=(), pages=0)
        print(github(found, ""), end="")
    elif any(problem.severity is Severity.ERROR for problem in handbook.problems):
        print("First mend what `make check` tells: a page may hide its owner.")
        return 1
    else:
        LIST.write_text(written(text, handbook), "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
