"""A company's own fixed words: ``words-LANGUAGE.yaml`` of its handbook, with the package's names.

What can't be taken is told with its line, and the package's words stand in its place. They are
text: nothing in them is a pattern, markup or code.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from hiring.model.language_tags import primary, tag_meant
from hiring.model.lexicon import LANGUAGES, locale_of
from hiring.model.lexicons import Lexicons, home_of
from hiring.model.paths import words_tag
from hiring.model.problem import listed, nearest, quoted
from hiring.model.report import Report
from hiring.model.rules import Rule
from hiring.model.wordlist import (
    LABELS,
    OTHERS,
    counted_names,
    is_optional,
    known_words,
    parts_of,
)
from hiring.reading.facts.yaml import understand

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from hiring.model.facts import Company
    from hiring.model.problem import Problem
    from hiring.reading.facts.yaml import Located, Path
    from hiring.reading.sources.sources import Sources

_PART = re.compile(r"\{(\w+)\}")
_NEAR = re.compile(r"(?:.*/)?words?[-_.]([\w-]+)\.ya?ml", re.IGNORECASE)
_PRINTF = re.compile(r"%(?:\(\w+\))?[a-z]")
_MARKUP = re.compile(r"<[^<>]*>")


def own_lexicons(sources: Sources, problems: list[Problem]) -> dict[str, Mapping[str, str]]:
    """Return a company's own words by the tags of their languages; note what is wrong with them."""
    found: dict[str, Mapping[str, str]] = {}
    problems += [it for path in sorted(sources.files) for it in _misnamed(path)]
    for path, text in sorted(sources.texts.items()):
        tag = words_tag(path)
        if tag and tag_meant(tag) == tag:
            found[tag], told = _read(path, text, tag)
            problems += told
    for tag in found:
        problems += _missing(tag, found)
    return found


def _misnamed(path: str) -> list[Problem]:
    """Tell of a file whose name is nearly that of a file of words."""
    near, report = _NEAR.fullmatch(path), Report(path)
    meant = tag_meant(near[1]) if near else ""
    if near and (path != f"words-{meant}.yaml"):
        wanted = f"name it `words-{meant or 'it'}.yaml`, by the tag of its language"
        report.error(1, Rule.FILE, f"{wanted}, beside company.yaml, or it is not read")
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
        said = f"{len(names)} of {len(_wanted(tag))} names have no words here, as `{names[0]}`:"
        said += f" English ones stand there. `hiring words {tag}` lists them"
        report.note(1, Rule.MISSING_WORDS, said)
    return report.problems


@lru_cache(maxsize=16)
def _wanted(tag: str) -> tuple[str, ...]:
    """Return the names that a whole file of a language has, each form of a number among them."""
    plain = [name for name in known_words() if not is_optional(name)]
    forms = [f"{name}.{form}" for name in counted_names() for form in forms_of(tag)]
    return tuple(sorted([*plain, *forms]))


@lru_cache(maxsize=16)
def forms_of(tag: str) -> tuple[str, ...]:
    """Return the forms that a language has for numbers of things that a handbook may hold."""
    form = locale_of(tag).plural_form
    return tuple(sorted({"other", *(form(number) for number in range(1000))}))


@lru_cache(maxsize=16)
def _read(path: str, text: str, tag: str) -> tuple[dict[str, str], list[Problem]]:
    report = Report(path)
    located = understand(text, (), ())
    for line, message in located.slips.items():
        report.error(1 + line, Rule.YAML, message)
    if isinstance(located.data, dict):
        return _File(located, tag, report).words(), report.problems
    if located.data is not None:
        report.error(1, Rule.YAML, "wanted names with words, as `sections:` and `brief: ...` below")
    return {}, report.problems


class _File:
    """A file of words, of which everything that is wrong is reported."""

    def __init__(self, located: Located, tag: str, report: Report) -> None:
        self.located = located
        self.tag = tag
        self.report = report

    def words(self) -> dict[str, str]:
        """Return the words that can be taken, by their names."""
        stated = dict(self._flat(self.located.data, ()))
        found = {".".join(steps): text for steps, text in stated.items()}
        lines = {".".join(steps): steps for steps in stated}
        kept = {name: text for name, text in found.items() if self._fits(lines[name], name, text)}
        for name in counted_names():
            forms = {it: text for it, text in kept.items() if it.rpartition(".")[0] == name}
            if forms and self._lacks_parts(name, forms, lines[next(iter(forms))]):
                kept = {it: text for it, text in kept.items() if it not in forms}
        return kept

    def _flat(self, stated: Any, steps: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
        if isinstance(stated, str):
            yield steps, stated
        elif isinstance(stated, dict):
            for name, inner in stated.items():
                yield from self._flat(inner, (*steps, name))
        elif stated is not None:
            self._wrong(steps, Rule.BAD_VALUE, f"`{'.'.join(steps)}`: wanted words, not a list")

    def _fits(self, steps: tuple[str, ...], name: str, text: str) -> bool:
        if steps[0] == OTHERS:
            return self._fits_others(steps, text)
        whole, _, form = name.rpartition(".")
        if whole in counted_names():
            known = {*forms_of(self.tag), *locale_of(self.tag).plural_form.tags}
            if form not in known:
                message = (
                    f"`{name}`: the forms of numbers in `{self.tag}` are {listed(sorted(known))}"
                )
                return self._wrong(steps, Rule.UNKNOWN_FIELD, message)
            return self._has_no_other(steps, name, text, counted_names()[whole])
        known_names = known_words()
        if name not in known_names and not _is_label(name):
            return self._wrong(steps, Rule.UNKNOWN_FIELD, _unknown(name))
        wanted = parts_of(known_names.get(name, ""))
        lost = wanted - parts_of(text)
        if lost:
            message = f"`{name}` lacks {_in_braces(lost)}: the program puts it in"
            return self._wrong(steps, Rule.BAD_VALUE, message)
        return self._has_no_other(steps, name, text, wanted)

    def _has_no_other(
        self, steps: tuple[str, ...], name: str, text: str, wanted: frozenset[str]
    ) -> bool:
        """Tell whether nothing stands in braces but what the program puts there."""
        rest = _PART.sub(lambda found: "" if found[1] in wanted else found[0], text)
        if "{" not in rest and "}" not in rest:
            return True
        may = f"only {_in_braces(wanted)}" if wanted else "nothing"
        message = f"`{name}`: {may} may stand in braces here"
        return self._wrong(steps, Rule.BAD_VALUE, message)

    def _lacks_parts(self, name: str, forms: Mapping[str, str], steps: tuple[str, ...]) -> bool:
        lost = counted_names()[name] - parts_of(" ".join(forms.values()))
        lacks = [it for it in forms_of(self.tag) if f"{name}.{it}" not in forms]
        if lost:
            message = f"`{name}` lacks {_in_braces(lost)}: the program puts it in"
            self._wrong(steps[:-1], Rule.BAD_VALUE, message)
        if lacks and primary(self.tag) in LANGUAGES:
            # Elsewhere it counts among the names that have no words.
            message = f"`{name}` lacks the form {listed(lacks)}: state all forms of it"
            self._wrong(steps[:-1], Rule.MISSING_FIELD, message)
        return bool(lost)

    def _fits_others(self, steps: tuple[str, ...], text: str) -> bool:
        """Tell whether what others say has, in our words, what theirs has in it."""
        english = ".".join(steps[1:])
        same = sorted(_PRINTF.findall(english)) == sorted(_PRINTF.findall(text))
        plain = _MARKUP.sub("", text)
        marks = {*_MARKUP.findall(text)} - {*_MARKUP.findall(english)}
        if same and not marks and not any(it in plain and it not in english for it in '<>"'):
            return True
        message = f"{quoted(english)}: keep what starts with `%`, and put no markup in"
        return self._wrong(steps, Rule.BAD_VALUE, message)

    def _wrong(self, steps: tuple[str, ...], rule: Rule, message: str) -> bool:
        path: Path = steps
        self.report.error(1 + self.located.line(path), rule, message)
        return False


def _in_braces(parts: Iterable[str]) -> str:
    return listed(f"{{{it}}}" for it in sorted(parts))


def _is_label(name: str) -> bool:
    """Tell whether a name is that of a fact's label, of whatever kind."""
    whole, _, kind = name.rpartition(".")
    return kind in LABELS and f"{whole}.{LABELS[0]}" in known_words()


def _unknown(name: str) -> str:
    if name in counted_names():
        forms = "{one: ..., other: ...}"
        return f"`{name}` depends on a number: write it as `{forms}`"
    hint = nearest(name, known_words())
    return f"there are no words by the name `{name}`{hint or ': delete it'}"
