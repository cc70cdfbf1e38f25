"""A file of words in a language, entry by entry: what can be taken, and what is wrong with it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from hiring.model.language_tags import primary
from hiring.model.lexicon import LANGUAGES, locale_of
from hiring.model.messages import gettext
from hiring.model.problem import listed, nearest, quoted
from hiring.model.rules import Rule
from hiring.model.wordlist import LABELS, OTHERS, counted_names, known_words, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from hiring.model.report import Report
    from hiring.reading.facts.yaml import Located, Path

_PART = re.compile(r"\{(\w+)\}")
_PRINTF = re.compile(r"%(?:\(\w+\))?[a-z]")
_MARKUP = re.compile(r"<[^<>]*>")


@lru_cache(maxsize=16)
def forms_of(tag: str) -> tuple[str, ...]:
    """Return the forms that a language has for numbers of things that a handbook may hold."""
    form = locale_of(tag).plural_form
    return tuple(sorted({"other", *(form(number) for number in range(1000))}))


class WordsFile:
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
            message = gettext("`{name}`: wanted words, not a list", name=".".join(steps))
            self._wrong(steps, Rule.BAD_VALUE, message)

    def _fits(self, steps: tuple[str, ...], name: str, text: str) -> bool:
        if steps[0] == OTHERS:
            return self._fits_others(steps, text)
        whole, _, form = name.rpartition(".")
        if whole in counted_names():
            known = {*forms_of(self.tag), *locale_of(self.tag).plural_form.tags}
            if form not in known:
                message = gettext(
                    "`{name}`: the forms of numbers in `{tag}` are {forms}",
                    name=name,
                    tag=self.tag,
                    forms=listed(sorted(known)),
                )
                return self._wrong(steps, Rule.UNKNOWN_FIELD, message)
            return self._has_no_other(steps, name, text, counted_names()[whole])
        known_names = known_words()
        if name not in known_names and not _is_label(name):
            return self._wrong(steps, Rule.UNKNOWN_FIELD, _unknown(name))
        wanted = parts_of(known_names.get(name, ""))
        lost = wanted - parts_of(text)
        if lost:
            return self._wrong(steps, Rule.BAD_VALUE, _lost(name, lost))
        return self._has_no_other(steps, name, text, wanted)

    def _has_no_other(
        self, steps: tuple[str, ...], name: str, text: str, wanted: frozenset[str]
    ) -> bool:
        """Tell whether nothing stands in braces but what the program puts there."""
        rest = _PART.sub(lambda found: "" if found[1] in wanted else found[0], text)
        if "{" not in rest and "}" not in rest:
            return True
        message = (
            gettext(
                "`{name}`: only {parts} may stand in braces here",
                name=name,
                parts=_in_braces(wanted),
            )
            if wanted
            else gettext("`{name}`: nothing may stand in braces here", name=name)
        )
        return self._wrong(steps, Rule.BAD_VALUE, message)

    def _lacks_parts(self, name: str, forms: Mapping[str, str], steps: tuple[str, ...]) -> bool:
        lost = counted_names()[name] - parts_of(" ".join(forms.values()))
        lacks = [it for it in forms_of(self.tag) if f"{name}.{it}" not in forms]
        if lost:
            self._wrong(steps[:-1], Rule.BAD_VALUE, _lost(name, lost))
        if lacks and primary(self.tag) in LANGUAGES:
            # Elsewhere it counts among the names that have no words.
            message = gettext(
                "`{name}` lacks the form {forms}: state all forms of it",
                name=name,
                forms=listed(lacks),
            )
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
        message = gettext(
            "{english}: keep what starts with `%`, and put no markup in", english=quoted(english)
        )
        return self._wrong(steps, Rule.BAD_VALUE, message)

    def _wrong(self, steps: tuple[str, ...], rule: Rule, message: str) -> bool:
        path: Path = steps
        self.report.error(1 + self.located.line(path), rule, message)
        return False


def _lost(name: str, parts: Iterable[str]) -> str:
    return gettext(
        "`{name}` lacks {parts}: the program puts it in", name=name, parts=_in_braces(parts)
    )


def _in_braces(parts: Iterable[str]) -> str:
    return listed(f"{{{it}}}" for it in sorted(parts))


def _is_label(name: str) -> bool:
    """Tell whether a name is that of a fact's label, of whatever kind."""
    whole, _, kind = name.rpartition(".")
    return kind in LABELS and f"{whole}.{LABELS[0]}" in known_words()


def _unknown(name: str) -> str:
    if name in counted_names():
        forms = "{one: ..., other: ...}"
        return gettext(
            "`{name}` depends on a number: write it as `{forms}`", name=name, forms=forms
        )
    if hint := nearest(name, known_words()):
        return gettext("there are no words by the name `{name}`", name=name) + hint
    return gettext("there are no words by the name `{name}`: delete it", name=name)
