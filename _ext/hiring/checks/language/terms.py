"""Listed terms in what people read: which stand there, and which are only talked about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING, Any

from hiring.checks.language.needs import Needs
from hiring.checks.language.signs import plain
from hiring.checks.language.syntax import SYNTAX
from hiring.checks.rule import Hit
from hiring.model.data import stated_in
from hiring.model.messages import gettext, translate
from hiring.model.problem import quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hiring.checks.language.plain import Place, Row
    from hiring.checks.prose import ProseSubject

_BEFORE, _AFTER = r"(?<![\w-])", r"(?!\w)"
"""What must not stand beside a term."""
_NEAR = 60
"""How many characters before a term, or behind it, a denial still counts."""

TASKS = ("duties", "responsibilities")
"""The blocks that tell what the person does."""

LISTED = tuple(SYNTAX)
"""The languages that have a list of terms: `data/wording.yaml`, and `wording.de.yaml` and so on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermEntry:
    """Terms that are alike, as `data/wording.yaml` states them: why not, and what instead."""

    why: str
    instead: str
    unless: re.Pattern[str] | None = None
    unless_next: re.Pattern[str] | None = None
    unless_page: re.Pattern[str] | None = None
    among: re.Pattern[str] | None = None
    demanded: re.Pattern[str] | None = None
    after: str = ""
    posted: bool = False
    title: bool = False
    denied: bool = False
    unnamed: bool = False
    headed: bool = False
    capitals: bool = True
    not_in: tuple[str, ...] = ()

    def fits(self, place: Place, prose: ProseSubject) -> bool:
        """Tell whether what stands around a term lets it mean what the entry is about."""
        return (
            (prose.is_posted or not self.posted)
            and place.passage.block not in self.not_in
            and (self.capitals or not _is_acronym(place))
            and (not self.title or _is_title(place, prose))
            and bool(not self.after or _after(self.after, _job(prose)).search(place.before))
            and self._is_among(place, prose)
            and not (self.unless and self.unless.search(place.sentence))
            and not (self.unless_next and self.unless_next.search(place.following))
            and not (self.unless_page and prose.plain.says(self.unless_page))
            and not (self.unnamed and place.of_person)
            and not (self.demanded and _is_task(place) and not self.demanded.search(place.sentence))
        )

    def _is_among(self, place: Place, prose: ProseSubject) -> bool:
        if not self.among or self.among.search(place.sentence):
            return True
        above = _heading(place, prose).lower() if self.headed else ""
        return bool(self.among.search(above)) and not (self.unless and self.unless.search(above))


@dataclass(frozen=True, slots=True)
class TermSet:
    """The terms of one rule: one pattern, in which the number of a match's group is its entry's."""

    pattern: re.Pattern[str]
    entries: tuple[TermEntry, ...]

    def entry(self, found: re.Match[str]) -> TermEntry:
        """Return the entry whose term was found."""
        return self.entries[(found.lastindex or 0) - 1]


@lru_cache(maxsize=4096)
def terms_of(rule: str, language: str = "en", numbers: tuple[int, ...] | None = None) -> TermSet:
    """Return the terms that a rule finds in a language: there may be none.

    They are those of the entries with some ``numbers``, in order; of all where none are given.
    """
    rows = rows_of_terms(language).get(rule, [])
    rows = rows if numbers is None else [rows[number] for number in numbers]
    # The empty group at the end of an alternative tells which it was, and leaves its start to be
    # compared at once, as a group around it would not.
    alternatives = (
        "|".join(f"(?:{'|'.join(map(spaced, row['terms']))})()" for row in rows) or "(?!)"
    )
    return TermSet(re.compile(f"{_BEFORE}(?:{alternatives}){_AFTER}"), tuple(map(_entry, rows)))


@cache
def needs_of_terms(language: str = "en") -> Needs[Row]:
    """Return the words that the terms of each rule's entries need, in a language."""
    terms = {
        (rule, number): row["terms"]
        for rule, rows in rows_of_terms(language).items()
        for number, row in enumerate(rows)
    }
    return Needs(terms, _BEFORE, _AFTER)


@cache
def rows_of_terms(language: str = "en") -> dict[str, list[dict[str, Any]]]:
    """Return the entries of each rule in a language, their patterns as they are looked for."""
    ending = "" if language == "en" else f".{language}"
    stated: dict[str, Any] = stated_in(f"wording{ending}.yaml")
    parts: dict[str, str] = stated.pop("parts", {})
    return {rule: [_whole(row, parts, language) for row in rows] for rule, rows in stated.items()}


_SEARCHED = ("unless", "unless_next", "unless_page", "with", "demanded")
_PATTERNS = (*_SEARCHED, "after")
"""What of an entry are patterns, beside its terms."""


def _whole(row: dict[str, Any], parts: dict[str, str], language: str) -> dict[str, Any]:
    """Return an entry with the parts that it names, and with the letters of its language."""

    def whole(pattern: str) -> str:
        for name, part in parts.items():
            pattern = pattern.replace(f"{{{name}}}", part)
        for letter, spelled in SYNTAX[language].letters.items():
            pattern = re.sub(letter, spelled.replace("\\", "\\\\"), pattern)
        return pattern

    patterns = {name: whole(row[name]) for name in _PATTERNS if name in row}
    return {**row, **patterns, "terms": [whole(term) for term in row["terms"]]}


def spaced(term: str) -> str:
    """Return the pattern of a term: a space in it stands for any, and for a hyphen."""
    # A few spaces, and not any number: two parts of a term that both take a long run of spaces
    # would try all ways to share it.
    return term.replace(" ?", r"[\s-]{0,9}").replace(" ", r"[\s-]{1,9}")


@cache
def _after(words: str, job: str) -> re.Pattern[str]:
    return re.compile(words.replace("{job}", re.escape(job) or "(?!)"))


def _entry(row: dict[str, Any]) -> TermEntry:
    stated = {name: value for name, value in row.items() if name != "terms"}
    stated["not_in"] = tuple(stated.get("not_in", ()))
    for name in _SEARCHED:
        if name in stated:
            stated["among" if name == "with" else name] = re.compile(stated.pop(name))
    return TermEntry(**stated)


def used(
    prose: ProseSubject, rule: str, where: Callable[[Place], bool] = lambda place: True
) -> Iterator[Hit]:
    """Yield the terms of a rule that a file uses somewhere, and does not only talk about.

    A term in quotes or in code is talked about, and so is one after "avoid", "instead of", "the
    word" and their like. A term that is denied, as in "you need not be a ...", is no use either,
    where its entry does not say otherwise.
    """
    for entry, place in _standing(prose, rule):
        mentioned = is_mentioned(place, prose.language, denied=entry.denied)
        if not (place.quoted or place.named or mentioned) and where(place):
            yield _found(entry, place)


def is_mentioned(place: Place, language: str, *, denied: bool) -> bool:
    """Tell whether a term is only talked about; where that counts, as one ``denied``, too."""
    syntax = SYNTAX[language]
    clause = syntax.clause.split(place.lead)[-1]
    if syntax.mention.search(clause):
        return True
    rest = syntax.clause.split(place.rest, maxsplit=1)[0]
    # Where the search starts is said, and nothing cut: the end of "parisienne" is no "ne".
    before = syntax.denial.search(clause, max(0, len(clause) - _NEAR))
    after = syntax.denied_after.search(rest)
    return not denied and bool(before or (after and after.start() < _NEAR))


def asked(prose: ProseSubject, rule: str) -> Iterator[Hit]:
    """Yield the terms of a rule in sentences that deny nothing, in quotes too: so do people ask."""
    denial = SYNTAX[prose.language].denial
    for entry, place in _standing(prose, rule):
        if not (denial.search(place.lead) or denial.search(place.rest)):
            yield _found(entry, place)


def _standing(prose: ProseSubject, rule: str) -> Iterator[tuple[TermEntry, Place]]:
    """Yield what a rule's terms find in a file, in its language, where its entry fits."""
    needs, terms_of_rows = needs_of_terms(prose.language), partial(terms_of, rule, prose.language)
    for match, rows in prose.plain.found(rule, needs, lambda rows: terms_of_rows(rows).pattern):
        place = prose.plain.place(match.start(), match.end())
        entry = terms_of_rows(rows).entry(match)
        if place.is_read and entry.fits(place, prose):
            yield entry, place


def _is_acronym(place: Place) -> bool:
    """Tell whether a term stands in capitals, in a sentence that does not: `HIM`, `JEDI`."""
    around = place.passage.text.replace(place.written, "", 1)
    return place.written.isupper() and not around.isupper()


def _heading(place: Place, prose: ProseSubject) -> str:
    """Return what stands above the list that a term is in, and nothing where it is in none."""
    if place.passage.kind != "item":
        return ""
    before = prose.passages[: prose.passages.index(place.passage)]
    return next((passage.text for passage in reversed(before) if passage.kind != "item"), "")


def _is_task(place: Place) -> bool:
    """Tell whether a term stands in what the person does."""
    return place.passage.block in TASKS


def _is_title(place: Place, prose: ProseSubject) -> bool:
    role = prose.handbook.role_on(prose.path)
    is_stated = place.passage.kind == "fact"  # and not the heading, which says the same
    return role is not None and is_stated and place.passage.text.strip() == role.facts.title


def _job(prose: ProseSubject) -> str:
    """Return the last word of the title of the job that a file is about, as `nurse`, or nothing."""
    handbook = prose.handbook
    opening, role = handbook.opening_on(prose.path), handbook.role_on(prose.path)
    role = handbook.roles.get(opening.facts.role) if opening else role
    words = re.findall(r"[^\W\d_]+", plain(role.facts.title)) if role else []
    return words[-1] if words else ""


def _found(entry: TermEntry, place: Place) -> Hit:
    said = f"{quoted(place.written)} {translate(entry.why)}"
    message = gettext("{said}: {instead}", said=said, instead=translate(entry.instead))
    return Hit(line=place.line, message=message)
