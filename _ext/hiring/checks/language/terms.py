"""Listed terms in what people read: which stand there, and which are only talked about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from hiring.checks.language.needs import Needs
from hiring.checks.language.signs import plain
from hiring.checks.rule import Hit
from hiring.language.denial import NOT
from hiring.model.data import stated_in
from hiring.model.problem import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.checks.language.plain import Place
    from hiring.checks.prose import ProseSubject


_CLAUSE = re.compile(r"[;:!?]|\b(?:but|because|if|unless|so)\b|, (?=(?:you|we|they|it|he|she)\b)")
_MENTION = re.compile(
    r"\b(?:(?<!other )words?|(?<!in )terms?|phrases?|expressions?|wording|titles? (?:like|such as)"
    r"|avoid(?:s|ed|ing)?|instead of|rather than|replac(?:es?|ing)|renam(?:es?|ing)|leave out"
    r"|(?:not|never|n't) (?:write|say|use|call)|and not)\b"
)
_DENIAL = re.compile(
    rf"(?:{NOT}|\b(?:nobody|none|nothing|against|bars?|bans?|forbids?|free of|stop)\b)"
    r"(?! (?:only|just|merely|less|longer|afraid|doubt|short))"
)
_BEFORE, _AFTER = r"(?<![\w-])", r"(?!\w)"
"""What must not stand beside a term."""
_NEAR = 60
"""How many characters before a term a denial still counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Terms that are alike, as `data/wording.yaml` states them: why not, and what instead."""

    why: str
    instead: str
    unless: re.Pattern[str] | None = None
    unless_next: re.Pattern[str] | None = None
    unless_page: re.Pattern[str] | None = None
    among: re.Pattern[str] | None = None
    after: str = ""
    posted: bool = False
    denied: bool = False
    unnamed: bool = False

    def fits(self, place: Place, job: str) -> bool:
        """Tell whether what stands around a term lets it mean what the entry is about.

        ``job`` is the last word of the title of the job that the page is about, or empty.
        """
        return (
            bool(not self.after or _after(self.after, job).search(place.before))
            and bool(not self.among or self.among.search(place.sentence))
            and not (self.unless and self.unless.search(place.sentence))
            and not (self.unless_next and self.unless_next.search(place.following))
            and not (self.unnamed and place.of_person)
        )


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one rule: one pattern, in which the number of a match's group is its entry's."""

    pattern: re.Pattern[str]
    entries: tuple[Entry, ...]


@cache
def terms_of(rule: str) -> Terms:
    """Return the terms that a rule finds."""
    rows = rows_of_terms()[rule]
    # The empty group at the end of an alternative tells which it was, and leaves its start to be
    # compared at once, as a group around it would not.
    alternatives = "|".join(f"(?:{'|'.join(map(spaced, row['terms']))})()" for row in rows)
    return Terms(re.compile(f"{_BEFORE}(?:{alternatives}){_AFTER}"), tuple(map(_entry, rows)))


@cache
def needs_of_terms() -> Needs:
    """Return the words that the terms of each rule need."""
    terms = {
        name: [it for row in rows for it in row["terms"]] for name, rows in rows_of_terms().items()
    }
    return Needs(terms, _BEFORE, _AFTER)


@cache
def rows_of_terms() -> dict[str, list[dict[str, Any]]]:
    """Return the entries of each rule, as `wording.yaml` states them."""
    rows: dict[str, list[dict[str, Any]]] = stated_in("wording.yaml")
    return rows


def spaced(term: str) -> str:
    """Return the pattern of a term: a space in it stands for any, and for a hyphen."""
    # A few spaces, and not any number: two parts of a term that both take a long run of spaces
    # would try all ways to share it.
    return term.replace(" ?", r"[\s-]{0,9}").replace(" ", r"[\s-]{1,9}")


@cache
def _after(words: str, job: str) -> re.Pattern[str]:
    return re.compile(words.replace("{job}", re.escape(job) or "(?!)"))


def _entry(row: dict[str, Any]) -> Entry:
    stated = {name: value for name, value in row.items() if name != "terms"}
    for name in ("unless", "unless_next", "unless_page", "with"):
        if name in stated:
            stated["among" if name == "with" else name] = re.compile(stated.pop(name))
    return Entry(**stated)


def used(prose: ProseSubject, rule: str) -> Iterator[Hit]:
    """Yield the terms of a rule that a file uses, and does not only talk about.

    A term in quotes or in code is talked about, and so is one after "avoid", "instead of", "the
    word" and their like. A term that is denied, as in "you need not be a ...", is no use either,
    where its entry does not say otherwise.
    """
    for entry, place in _standing(prose, rule):
        if place.quoted or place.named:
            continue
        clause = _CLAUSE.split(place.lead)[-1]
        if _MENTION.search(clause) or (not entry.denied and _DENIAL.search(clause[-_NEAR:])):
            continue
        yield _found(entry, place)


def asked(prose: ProseSubject, rule: str) -> Iterator[Hit]:
    """Yield the terms of a rule in sentences that deny nothing, in quotes too: so do people ask."""
    for entry, place in _standing(prose, rule):
        if not (_DENIAL.search(place.lead) or _DENIAL.search(place.rest)):
            yield _found(entry, place)


def _standing(prose: ProseSubject, rule: str) -> Iterator[tuple[Entry, Place]]:
    terms = terms_of(rule)
    for match in prose.plain.found(terms.pattern, rule, needs_of_terms()):
        entry = terms.entries[(match.lastindex or 0) - 1]
        if entry.posted and not prose.is_posted:
            continue
        if entry.unless_page and prose.plain.says(entry.unless_page):
            continue
        place = prose.plain.place(match.start(), match.end())
        if place.english and entry.fits(place, _job(prose) if entry.after else ""):
            yield entry, place


def _job(prose: ProseSubject) -> str:
    """Return the last word of the title of the job that a file is about, as `nurse`, or nothing."""
    handbook = prose.handbook
    opening, role = handbook.opening_on(prose.path), handbook.role_on(prose.path)
    role = handbook.roles.get(opening.facts.role) if opening else role
    words = re.findall(r"[^\W\d_]+", plain(role.facts.title)) if role else []
    return words[-1] if words else ""


def _found(entry: Entry, place: Place) -> Hit:
    message = f"{quoted(place.written)} {entry.why}: {entry.instead}"
    return Hit(line=place.line, message=message)
