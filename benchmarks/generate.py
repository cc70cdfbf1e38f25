"""A handbook of any number of realistic roles: the same number gives the same bytes.

``python -m benchmarks.generate COUNT FOLDER`` writes one to look at.
"""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import yaml

from benchmarks.bank import SECTORS, families, key_of, occupations
from benchmarks.compose import COMMON_SKILLS, LEVELS, Role, Writer
from benchmarks.places import DATA, HANDBOOK

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

OTHERS = 5
"""Roles that each role's page refers to."""
OPENINGS = 20
"""One role in so many has an opening: 5 %."""


def roles(count: int) -> list[Role]:
    """Return ``count`` roles of all families, with the titles of real occupations.

    Past the last occupation the titles come again, each time with another part of a company.
    """
    known = list(occupations())
    if count > len(known) * len(SECTORS):
        raise ValueError(f"there are titles for {len(known) * len(SECTORS)} roles, not for {count}")
    # Mixed, so that the first ten are of many families.
    Random(0).shuffle(known)
    found = []
    for number in range(count):
        sector, occupation = SECTORS[number // len(known)], known[number % len(known)]
        title = f"{sector} {occupation.title}".strip()
        found.append(Role(key_of(title), title, occupation, families()[occupation.code[:2]]))
    return found


def write_handbook(folder: Path, count: int) -> list[Role]:
    """Write a handbook of ``count`` roles into a folder that is not there yet; return the roles."""
    made = roles(count)
    shutil.copytree(DATA / "pages", folder)
    for name in ("company.yaml", "conf.py"):
        shutil.copy(HANDBOOK / name, folder)
    (folder / "skills.yaml").write_text(_skills(), encoding="utf-8")
    (folder / "levels.md").write_text(_levels(made), encoding="utf-8")
    for role, others in zip(made, _neighbors(made), strict=True):
        page = folder / f"roles/{role.key}.md"
        page.write_text(Writer(role, others).page(), encoding="utf-8")
    for number, role in enumerate(made[::OPENINGS]):
        page = folder / f"openings/{role.key}-opening.md"
        page.write_text(_opening(role, number), encoding="utf-8")
    return made


def _neighbors(made: Sequence[Role]) -> Iterator[list[Role]]:
    """Yield for each role the ones it refers to: of its family first, then whoever comes next."""
    alike: dict[str, list[Role]] = {}
    for role in made:
        alike.setdefault(role.family.name, []).append(role)
    places: Counter[str] = Counter()
    for number, role in enumerate(made):
        family = alike[role.family.name]
        at = places[role.family.name]
        places[role.family.name] += 1
        near = (family[(at + step) % len(family)] for step in range(1, OTHERS))
        far = (made[(number + step) % len(made)] for step in range(1, OTHERS + 1))
        yield list(dict.fromkeys(other for other in (*near, *far) if other is not role))[:OTHERS]


def _skills() -> str:
    """Return skills.yaml: what each family asks for, and what all ask for."""
    entries = {key_of(name): (name, "people and papers") for name in COMMON_SKILLS}
    for family in families().values():
        for key, name in family.skills:
            entries.setdefault(key, (name, f"{family.words['things'][0]} and similar work"))
    skills = [
        {
            "key": key,
            "name": name[0].upper() + name[1:],
            "description": f"Uses {name} for {use}, without help, and can show others how.",
        }
        for key, (name, use) in entries.items()
    ]
    return yaml.safe_dump({"skills": skills}, sort_keys=False, width=200)


def _levels(made: Sequence[Role]) -> str:
    """Return a page that shows the levels of two roles side by side, and a step between them."""
    one, other = made[0].key, made[1].key
    return "\n".join(
        (
            "---\naudience: public\n---\n",
            "# Levels side by side\n",
            f":::{{levels}}\n:from: {one}, {other}\n:::\n",
            f":::{{level-diff}} What a step up adds\n:from: {one}/entry\n:to: {one}/senior\n:::",
            "",
        )
    )


def _opening(role: Role, number: int) -> str:
    """Return an opening's page, at a level."""
    level = LEVELS[number % len(LEVELS)][0].lower()
    place = ("austin", "denver", "antwerp")[number % 3]
    return "\n".join(
        (
            "---",
            "opening:",
            f"  role: {role.key}",
            f"  level: {level}",
            f"  requisition: REQ-{number:05}",
            "  status: open",
            "  posted: 2026-11-09",
            "  closes: 2027-01-15",
            f"  locations: [{place}]",
            "audience: public",
            "---",
            "",
            "The team has grown, and this place is new. You start with a colleague who knows it.\n",
            "## Pay beyond the salary\n",
            "The salary is all that this job pays in money: there is no bonus, no commission and",
            "no share in the company. The benefits below come with it from the first day.",
            "",
        )
    )


def main(count: str, folder: str) -> None:
    """Write a handbook."""
    write_handbook(Path(folder), int(count))


if __name__ == "__main__":
    main(*sys.argv[1:])
