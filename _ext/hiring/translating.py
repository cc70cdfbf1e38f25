"""The command ``words``: it begins a company's own file of fixed words in a language."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hiring.arguments import tell_as_in
from hiring.checks.catalog import CHECKS
from hiring.checks.posted import PostingSubject
from hiring.checks.report import BUILT_IN, OF_THE_READER
from hiring.checks.subjects import OpeningSubject
from hiring.interviewing.never_asked import FORBIDDEN
from hiring.model.data import stated_in
from hiring.model.fact_table import facts_of
from hiring.model.language_tags import language_tag, primary
from hiring.model.lexicon import LANGUAGES, shipped
from hiring.model.messages import gettext, ngettext
from hiring.model.role_facts import RoleFacts
from hiring.model.wordlist import LABELS, OTHERS, counted_names, known_words
from hiring.posting.laws import pay_laws
from hiring.posting.rules import posting_rules
from hiring.reading.facts.own_lexicons import lacking, own_lexicons
from hiring.reading.facts.words_file import forms_of
from hiring.reading.sources.sources import sources_in
from hiring.system.files import put

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hiring.posting.laws import PayLaw

_GROUPS = ("law", OTHERS)
"""What has texts for names, which may hold points."""


class WordsError(Exception):
    """Why there are no words to begin with."""


def begin_words(written: str, folder: Path) -> str:
    """Write the start of a file of words; of one that is there, return what it lacks."""
    try:
        tag = language_tag(written)
    except ValueError as error:
        raise WordsError(f"{written}: {error}") from error
    file = folder / f"words-{tag}.yaml"
    if not file.exists():
        put(file, start_of(tag).encode())
        said = gettext("Next: translate what you need in it. `hiring check` says how many lack.")
        return f"{file}\n{said}\n"
    lacks = lacking(tag, own_lexicons(sources_in(folder), []))
    if not lacks:
        return gettext("{file} has words for all names.", file=file) + "\n"
    said = ngettext(
        "{file} lacks words for {number} name:",
        "{file} lacks words for {number} names:",
        len(lacks),
        file=file,
    )
    return f"# {said}\n" + "".join(_lines(_of(tag), lacks))


def start_of(tag: str) -> str:
    """Return the start of a file of words: all names, each with its words as a comment."""
    if primary(tag) in LANGUAGES:
        of = gettext("Behind each name stands what the package says: keep what you change.")
    else:
        of = gettext("Behind each name stands the English.")
    head = gettext(
        "Fixed words of this handbook in the language `{tag}`, by their names. {of}\n"
        "To translate one, delete its `#` and the space behind it, and write yours in the quotes.\n"
        "A name without words here has those of the package. What stands in braces stays as it is.",
        **{"tag": tag, "of": of},
    )
    return "".join(f"# {line}\n" for line in head.split("\n")) + "".join(_lines(_of(tag)))


def _of(tag: str) -> dict[str, str]:
    """Return the words that a translator starts from: the package's of the language, or English."""
    own, english = shipped(tag), english_words()
    counted = {
        f"{name}.{form}": english[f"{name}.{'one' if form == 'one' else 'other'}"]
        for name in counted_names()
        for form in forms_of(tag)
    }
    # Of a law its English text is the name itself.
    found = {**{it: english.get(it, it.partition(".")[2]) for it in known_words()}, **counted}
    order = {name.rpartition(".")[0]: at for at, name in enumerate(english)}
    names = sorted(found, key=lambda name: order.get(name.rpartition(".")[0], 0))
    return {name: own.get(name, found[name]) for name in names} | _of_others()


def _of_others() -> dict[str, str]:
    """Return what Sphinx and its theme say in English, where their own catalogs may lack it."""
    languages = (it for it in LANGUAGES if primary(it) != "en")
    found = {name: text for it in languages for name, text in shipped(it).items()}
    start = f"{OTHERS}."
    return {name: name.removeprefix(start) for name in sorted(found) if name.startswith(start)}


def _lines(words: Mapping[str, str], only: list[str] | None = None) -> Iterator[str]:
    """Yield lines of YAML with words as comments; the names of what holds them are none."""
    above: tuple[str, ...] = ()
    kept = words if only is None else {it: words[it] for it in words if it in {*only}}
    for name, text in kept.items():
        *holders, last = _steps(name)
        for depth, holder in enumerate(holders):
            if above[: depth + 1] != tuple(holders[: depth + 1]):
                yield f"{'  ' * depth}{_name(holder)}:\n"
        above = tuple(holders)
        yield f"{'  ' * len(holders)}# {_name(last)}: {json.dumps(text, ensure_ascii=False)}\n"


def _steps(name: str) -> list[str]:
    first, _, rest = name.partition(".")
    return [first, rest] if first in _GROUPS else name.split(".")


def _name(name: str) -> str:
    """Return a name as YAML takes it for a text, whatever it looks like."""
    plain = name.replace("-", "").replace("_", "")
    is_plain = plain.isalpha() and plain.lower() not in ("true", "false", "yes", "no", "null", "on")
    return name if is_plain else json.dumps(name, ensure_ascii=False)


def english_words() -> dict[str, str]:
    """Return all fixed words in English, those among them that stand with what they are about."""
    facts = facts_of(RoleFacts).items()
    kinds = {f"facts.{name}.{kind}": it for name, fact in facts for kind, it in _labels(fact)}
    return {**shipped("en"), **kinds, **stated_elsewhere()}


def _labels(fact: Any) -> Iterator[tuple[str, str]]:
    texts = (fact.label, fact.short, fact.posted.label if fact.posted else "")
    yield from ((kind, text or fact.label) for kind, text in zip(LABELS, texts, strict=True))


def stated_elsewhere() -> dict[str, str]:
    """Return the words whose English stands with what they are about: rules, laws, checks."""
    found = {f"rules.{rule.wants}.says": rule.says for rule in posting_rules()}
    found |= {f"rules.{rule.wants}.asks": rule.asks for rule in posting_rules() if rule.asks}
    found |= {f"law.{text}": text for law in pay_laws() for text in _texts_of(law)}
    asked_of = [law["says"] for row in stated_in("never-asked.yaml") for law in row["laws"]]
    found |= {f"law.{text}": text for text in (*asked_of, FORBIDDEN)}
    asked = {rule.value: text for rule, (_, text) in OF_THE_READER.items()}
    asked |= {numbers.partition(",")[0]: text for numbers, text in BUILT_IN}
    kinds = (OpeningSubject, PostingSubject)
    asked |= {it.name: it.asks for it in CHECKS if it.each in kinds and it.asks}
    return found | {f"asks.{name}": text for name, text in asked.items()}


def _texts_of(law: PayLaw) -> tuple[str, ...]:
    """Return what the data says of a law that readers see, beside its name and its source."""
    return tuple(text for text in (law.doubt, law.also, law.on_request) if text)


def run(tag: str, folder: Path) -> int:
    """Run the command; return its exit status."""
    tell_as_in(folder)
    try:
        print(begin_words(tag, folder), end="")
    except WordsError as error:
        print(error, file=sys.stderr)
        return 1
    return 0
