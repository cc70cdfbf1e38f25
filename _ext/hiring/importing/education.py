"""Degrees, as job descriptions ask for them: which is enough, and which is only preferred."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, get_args

from hiring.importing.amounts import as_front_matter
from hiring.importing.headings import DATA
from hiring.importing.values import Stated, says
from hiring.model.data import stated_in
from hiring.model.values import EducationLevel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ORDER: tuple[EducationLevel, ...] = get_args(EducationLevel)
"""The levels of education, the lowest first."""

_MORE_WAYS = re.compile(r"[;,]\s{0,3}or\W{0,3}\Z", re.IGNORECASE)
"""What ends an entry whose neighbor is another way in."""
_NEAR = 4
"""How many words before "degree" may name which one it is."""

_BEFORE_GLOSS = 80
"""How many characters before a bracket may name what it explains."""


@dataclass(frozen=True, slots=True)
class EducationRequirement:
    """What texts ask for: the lowest level that is enough, and the lowest that is only preferred.

    Both are empty where nothing is said; ``or_experience`` tells that experience stands in.
    """

    level: str = ""
    preferred: str = ""
    or_experience: bool = False


def education_in(musts: Iterable[str], wishes: Iterable[str] = ()) -> EducationRequirement:
    """Return the education that must-haves ask for, and that they or wishes only prefer."""
    asked: list[tuple[int, bool]] = []
    preferred: list[int] = []
    musts = tuple(musts)
    combined = any(_patterns()["combination"].search(_plain(text)) for text in musts)
    for text, after in zip(musts, (*musts[1:], ""), strict=False):
        way = f"or {after}" if _MORE_WAYS.search(text) else ""
        instead = combined or counts_experience(text) or counts_experience(way)
        for level, is_wish in _claims(text):
            if is_wish:
                preferred.append(level)
            else:
                asked.append((level, instead))
    preferred += [level for text in wishes for level, _ in _claims(text)]
    lowest = min(asked, key=lambda it: (it[0], not it[1]), default=None)
    least = lowest[0] if lowest else 0
    higher = min((it for it in preferred if it > least), default=None)
    return EducationRequirement(
        level=ORDER[least] if lowest else "",
        preferred="" if higher is None else ORDER[higher],
        or_experience=bool(lowest and lowest[1]),
    )


def levels_in(text: str) -> list[str]:
    """Return the levels of education that a text names, the lowest first."""
    return [ORDER[it] for it in sorted({level for level, _ in _claims(text)})]


def counts_experience(text: str) -> bool:
    """Tell whether a text lets experience stand in for the degree that it names."""
    return any(_patterns()["instead"].search(part) for part in re.split(r"[.;]", _plain(text)))


def education_stated(text: str) -> list[Stated]:
    """Return education as a label states it: levels, fields, and whether experience counts."""
    asked, *more = [part.strip() for part in text.split(";")]
    if not (levels := levels_in(asked)):
        asks_none = re.match(r"(?:no|none|without|keine?n?|ohne|sans|aucune?)\b", _plain(asked))
        return [Stated("education", as_front_matter({"level": "none"}))] if asks_none else []
    is_wish = says(asked, "preferred")
    parts = {"level": "none", "preferred": levels[0]} if is_wish else {"level": levels[0]}
    wished = [it for it in more if says(it, "preferred")]
    if wished and (preferred := levels_in(wished[0])):
        parts["preferred"] = preferred[0]
    degree = re.split(r"\.\s|,?\s\d|\bexperience\b", asked)[0].strip(" ,.")
    if match := re.search(r"\b(?:in|en)\s+(?:der |dem )?(.+)$", degree):
        fields = [it for it in re.split(r",\s*|\s+(?:or|and|oder|und|ou|et)\s+", match[1]) if it]
        parts["fields"] = json.dumps(fields, ensure_ascii=False)
    parts |= {"or_experience": "true"} if counts_experience(text) else {}
    return [Stated("education", as_front_matter(parts))]


def _claims(text: str) -> Iterator[tuple[int, bool]]:
    """Yield the levels that a text names, each with whether it is only preferred."""
    # A short name in brackets goes with what it is short for: "Bachelor of Science (BSc)".
    plain = re.sub(r"\(([a-z]{2,5})\)", r"\1", _without_glosses(_plain(text)))
    clauses = [it for it in re.split(r"[.,;:()–—]|\bbut\b", plain) if it.strip()]
    for number, clause in enumerate(clauses):
        follows = clauses[number + 1] if number + 1 < len(clauses) else ""
        named = () if _patterns()["denied"].search(clause) else _named(clause)
        for level, start, end in named:
            wish = _is_wish(clause, start, end)
            after = not _named_any(follows) and _patterns()["only a wish"].search(follows)
            yield level, bool(wish or after)


def _without_glosses(plain: str) -> str:
    """Return a text without names in brackets of lower levels than those right before them.

    They say it in another language or country, as "Bachelor (baccalauréat)", and ask for no less.
    """

    def kept(match: re.Match[str]) -> str:
        near = plain[max(match.start() - _BEFORE_GLOSS, 0) : match.start()]
        before = _highest(re.split(r"[.,;:()–—]", near)[-1])
        inside = [level for level, *at in _named(match[1]) if at == [0, len(match[1])]]
        return "" if inside and max(inside) < before else match[0]

    return re.sub(r"\(([^()]{2,60})\)", kept, plain)


def _highest(clause: str) -> int:
    return max((level for level, _, _ in _named(clause)), default=0)


def _is_wish(clause: str, start: int, end: int) -> bool:
    """Tell whether a clause only prefers the degree at a place, and not its field."""
    before, after = clause[:start], clause[end:]
    if _patterns()["preferred field"].search(after):
        return False
    return bool(_patterns()["preferred"].search(f"{before} … {after}"))


def _named_any(clause: str) -> bool:
    return next(_named(clause), None) is not None


def _named(clause: str) -> Iterator[tuple[int, int, int]]:
    """Yield the levels that a clause names, with their places.

    "Degree" alone is a first one; not where it ends the name of another, as "master's degree".
    """
    found = [
        (ORDER.index(level), match.start(), match.end())
        for level, pattern in _levels().items()
        for match in pattern.finditer(clause)
    ]
    yield from found
    for match in _patterns()["degree"].finditer(clause):
        article = _patterns()["article"].search(clause[: match.start()])
        names = (
            len(clause[end : match.start()].split()) for _, _, end in found if end <= match.start()
        )
        inside = any(start <= match.start() < end for _, start, end in found)
        if not inside and (article or min(names, default=_NEAR) >= _NEAR):
            yield ORDER.index("bachelor"), match.start(), match.end()


def _plain(text: str) -> str:
    """Return a text in lower case without accents, an apostrophe as a space, and signs kept."""
    split = unicodedata.normalize("NFKD", text.casefold().replace("ß", "ss"))
    letters = "".join(sign for sign in split if not unicodedata.combining(sign))
    # The points of "B.A." and "Ph.D." part no sentence.
    joined = re.sub(r"\b([a-z]{1,2})\.([a-z])\b\.?", r"\1\2", letters)
    return " ".join(re.sub(r"['’/+*_-]|\s", " ", joined).split())


def _data() -> dict[str, Any]:
    found: dict[str, Any] = stated_in(DATA)["degrees"]
    return found


@cache
def _levels() -> dict[EducationLevel, re.Pattern[str]]:
    """Return what names each level."""
    stated = _data()["levels"]
    return {name: _any_of(stated[name]) for name in ORDER if name in stated}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Return the other patterns, by name."""
    return {name: _any_of(listed) for name, listed in _data().items() if name != "levels"}


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<!\w)(?:{it})(?!\w)" for it in patterns))
