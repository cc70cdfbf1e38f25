"""The words that generated pages are composed of: occupations, and sentences with blanks."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import yaml

from benchmarks.places import DATA, PACKAGE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from random import Random

OCCUPATIONS = PACKAGE / "hiring/data/occupations-us.csv"
BLANK = re.compile(r"\$(\w+)")
SECTORS = ("", "Rail", "Harbor", "Night Service", "Training", "Export", "Field", "Returns")
"""What titles get in addition, round by round, where there are more roles than occupations."""
STRANGE = re.compile("All Other|--")
NOT_PLURAL = ("ss", "us", "is", "ics", "ies")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


@dataclass(frozen=True, slots=True)
class Occupation:
    """An occupation of O*NET: its code, a title for one person, and its yearly wages in USD."""

    code: str
    title: str
    low: int
    high: int
    mean: int


@dataclass(frozen=True, slots=True, eq=False)
class Family:
    """A group of occupations, and what fills the blanks in its pages."""

    name: str
    words: Mapping[str, list[str]]

    @property
    def skills(self) -> list[tuple[str, str]]:
        """Return the key and the name of each of the family's skills."""
        return [(key_of(skill), skill[0].upper() + skill[1:]) for skill in self.words["skills"]]


def key_of(words: str) -> str:
    """Return words as a page's or a skill's key."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")


def singular(title: str) -> str:
    """Return an occupation's title for one person: the last word before a comma or a small word."""
    title = re.split(r", (?:Except|All Other|Including)", title)[0]
    head, comma, rest = title.partition(", ")
    if re.search(r", (and|or) ", title):  # a list: each of them
        return ", ".join(re.sub(r"\w+$", _one, part) for part in title.split(", "))
    parts = re.split(r"( and | of | in | for )", head)
    for at, part in enumerate(parts):
        if _names(parts, at):
            parts[at] = re.sub(r"\w+$", _one, part)
    return "".join(parts) + comma + rest


def _names(parts: list[str], at: int) -> bool:
    before = parts[:at]
    return at % 2 == 0 and not {" of ", " in ", " for "} & set(before)


def _one(word: re.Match[str]) -> str:
    text = word[0]
    if text.endswith("ies"):
        return f"{text[:-3]}y"
    if text.endswith("men"):
        return f"{text[:-3]}man"
    if text.endswith(("sses", "shes", "ches")):
        return text[:-2]
    return text[:-1] if text.endswith("s") and not text.endswith(NOT_PLURAL) else text


@cache
def occupations() -> tuple[Occupation, ...]:
    """Return the occupations with wages and a title of ordinary length, in O*NET's order."""
    found: dict[str, Occupation] = {}
    with OCCUPATIONS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            title = singular(row["title"])
            wages = [row[name] for name in ("annual_p25", "annual_p75", "annual_mean")]
            usual = (
                all(map(str.isdigit, wages))
                and len(title) <= 48
                and not STRANGE.search(row["title"])
            )
            if usual and row["onet_soc"][:2] in families():
                low, high, mean = (int(wage) for wage in wages)
                found.setdefault(title, Occupation(row["onet_soc"], title, low, high, mean))
    return tuple(found.values())


@cache
def families() -> dict[str, Family]:
    """Return the families by the first two digits of their occupations' codes."""
    data = yaml.safe_load((DATA / "families.yaml").read_text("utf-8"))
    return {code: Family(words.pop("name"), words) for code, words in data.items()}


@cache
def sentences() -> dict[str, Any]:
    """Return the sentences by section; those of ``questions`` are mappings."""
    bank: dict[str, Any] = yaml.safe_load((DATA / "sentences.yaml").read_text("utf-8"))
    return bank


def fill(text: str, chance: Random, words: Mapping[str, list[str] | Callable[[], str]]) -> str:
    """Return a sentence with its blanks filled in, no word twice; ``$Things`` gets a capital."""
    used: set[str] = set()

    def found(blank: re.Match[str]) -> str:
        name = blank[1].lower()
        source = words[name]
        choices = source() if callable(source) else chance.choice(_left(source, used))
        used.add(choices)
        return choices[0].upper() + choices[1:] if blank[1][0].isupper() else choices

    return BLANK.sub(found, text)


def _left(source: list[str], used: set[str]) -> list[str]:
    return [word for word in source if word not in used] or source
