"""A company's own fixed words: ``words-LANGUAGE.yaml`` of its handbook, with the package's names.

What can't be taken is told with its line, and the package's words stand in its place. They are
text: nothing in them is a pattern, markup or code.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from hiring.model.language_tags import primary, tag_meant
from hiring.model.lexicon import LANGUAGES
from hiring.model.lexicons import Lexicons, home_of
from hiring.model.messages import gettext, message_language
from hiring.model.paths import words_tag
from hiring.model.report import Report
from hiring.model.rules import Rule
from hiring.model.wordlist import counted_names, is_optional, known_words
from hiring.reading.facts.words_file import WordsFile, forms_of
from hiring.reading.facts.yaml import understand

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hiring.model.facts import Company
    from hiring.model.problem import Problem
    from hiring.reading.sources.sources import Sources

_NEAR = re.compile(r"(?:.*/)?words?[-_.]([\w-]+)\.ya?ml", re.IGNORECASE)


def own_lexicons(sources: Sources, problems: list[Problem]) -> dict[str, Mapping[str, str]]:
    """Return a company's own words by the tags of their languages; note what is wrong with them."""
    found: dict[str, Mapping[str, str]] = {}
    problems += [it for path in sorted(sources.files) for it in _misnamed(path)]
    for path, text in sorted(sources.texts.items()):
        tag = words_tag(path)
        if tag and tag_meant(tag) == tag:
            found[tag], told = _read(path, text, tag, message_language())
            problems += told
    for tag in found:
        problems += _missing(tag, found)
    return found


def _misnamed(path: str) -> list[Problem]:
    """Tell of a file whose name is nearly that of a file of words."""
    near, report = _NEAR.fullmatch(path), Report(path)
    meant = tag_meant(near[1]) if near else ""
    if near and (path != f"words-{meant}.yaml"):
        message = gettext(
            "name it `words-{tag}.yaml`, by the tag of its language, beside company.yaml, or it is "
            "not read",
            tag=meant or "it",
        )
        report.error(1, Rule.FILE, message)
    return report.problems


def lexicons_of(sources: Sources, company: Company, problems: list[Problem]) -> Lexicons:
    """Return the words of a handbook in each language; note what is wrong with its own."""
    return Lexicons(own_lexicons(sources, problems), home_of(company))


def lacking(tag: str, own: Mapping[str, Mapping[str, str]]) -> list[str]:
    """Return the names that English words stand for in a language, which the package lacks."""
    if primary(tag) in LANGUAGES:
        return []
    there = {**own.get(primary(tag), {}), **own.get(tag, {})}
    return [name for name in _wanted(tag) if name not in there]


def _missing(tag: str, own: Mapping[str, Mapping[str, str]]) -> list[Problem]:
    """Tell once how many words are missing; of a region's only where its language has no file."""
    report = Report(f"words-{tag}.yaml")
    names = lacking(tag, own)
    if names and (tag == primary(tag) or primary(tag) not in own):
        message = gettext(
            "{number} of {all} names have no words here, as `{name}`: English ones stand there. "
            "`hiring words {tag}` lists them",
            number=len(names),
            all=len(_wanted(tag)),
            name=names[0],
            tag=tag,
        )
        report.note(1, Rule.MISSING_WORDS, message)
    return report.problems


@lru_cache(maxsize=16)
def _wanted(tag: str) -> tuple[str, ...]:
    """Return the names that a whole file of a language has, each form of a number among them."""
    plain = [name for name in known_words() if not is_optional(name)]
    forms = [f"{name}.{form}" for name in counted_names() for form in forms_of(tag)]
    return tuple(sorted([*plain, *forms]))


@lru_cache(maxsize=16)
def _read(path: str, text: str, tag: str, told_in: str) -> tuple[dict[str, str], list[Problem]]:
    """Return a file's words, and what is wrong with them, as it is ``told_in`` a language."""
    report = Report(path)
    located = understand(text, (), ())
    for line, message in located.slips.items():
        report.error(1 + line, Rule.YAML, message)
    if isinstance(located.data, dict):
        return WordsFile(located, tag, report).words(), report.problems
    if located.data is not None:
        message = gettext("wanted names with words, as `sections:` and `brief: ...` below")
        report.error(1, Rule.YAML, message)
    return {}, report.problems
