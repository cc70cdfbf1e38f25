"""What a handbook has yet to make its own.

That is what its starter has guessed, what is left of the made-up company where its handbook was
copied, and what newer versions of the package ask of it.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from hiring.checks.changes import asked_by_newer
from hiring.model.data import stated_in
from hiring.model.messages import gettext
from hiring.model.paths import COMPANY
from hiring.model.problem import Problem, Severity
from hiring.model.rules import Rule
from hiring.reading.sources.settings import CONF

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hiring.reading.sources.sources import Sources

_GUESS = re.compile(r"(?:^|\s)# CONFIRM:\s*(?P<what>.*)")
_GUESS_ON_PAGE = re.compile(r"% CONFIRM:\s*(?P<what>.*)")
_CODE = re.compile(r"\s*(?:`{3,}|~{3,})")

_DIGITS = 12
_SHORTEST = 40
_FEWEST_WORDS = 6
_MARKUP = ("#", ":", "|-", "<", "[", "`")
"""How a line begins that anybody's handbook may have."""


@dataclass(frozen=True, slots=True)
class Example:
    """What tells the made-up company: its name, words of its own, and digests of its lines."""

    name: str
    words: re.Pattern[str]
    lines: frozenset[str]


@cache
def example() -> Example:
    """Return what ``data/example.yaml`` says of the made-up company."""
    stated = stated_in("example.yaml")
    words = "|".join(re.escape(word) for word in stated["words"])
    return Example(
        stated["name"], re.compile(words, re.IGNORECASE), frozenset(stated["lines"].split())
    )


def adoption_problems(sources: Sources, company: str) -> Iterator[Problem]:
    """Yield what is not yet the handbook's own, of the ``company`` that it names.

    A projected tree is somebody's already, and the example is nobody else's.
    """
    if sources.projected:
        return
    texts = {CONF: sources.conf, **sources.texts}
    for path, text in sorted(texts.items()):
        yield from _guesses(path, text)
    if company != example().name:
        yield from _left(texts)
    yield from asked_by_newer(sources, texts)


def _guesses(path: str, text: str) -> Iterator[Problem]:
    """Yield the lines of a file whose mark says that they are guessed."""
    if "CONFIRM:" not in text:
        return
    page, front, code = path.endswith(".md"), text.startswith("---"), False
    for number, line in enumerate(text.split("\n"), 1):
        code ^= page and bool(_CODE.match(line))
        front &= number == 1 or line.rstrip() != "---"
        found = (
            _GUESS_ON_PAGE.match(line) if page and not front and not code else _GUESS.search(line)
        )
        if found and not code:
            message = gettext(
                "to confirm: {what}. Write what is true, and delete the mark", what=found["what"]
            )
            yield Problem(path, number, Rule.UNCONFIRMED, message, Severity.WARNING)


def line_digest(line: str) -> str:
    """Return a digest of a line that is nobody else's; nothing where it may be anybody's."""
    text = " ".join(line.split())
    if len(text) < _SHORTEST or text.startswith(_MARKUP) or text.count(" ") < _FEWEST_WORDS:
        return ""
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]


def _left(texts: Mapping[str, str]) -> Iterator[Problem]:
    """Yield, once a file, what is left of the made-up company."""
    known = example()
    for path, text in sorted(texts.items()):
        lines = text.split("\n")
        named = [number for number, line in enumerate(lines, 1) if known.words.search(line)]
        copied = [
            number
            for number, line in enumerate(lines, 1)
            if (path == COMPANY or path.endswith(".md")) and line_digest(line) in known.lines
        ]
        if path == COMPANY and len(copied) == 1:
            copied = []  # both may be in the same town
        if found := sorted({*named, *copied}):
            told = {"company": known.name, "places": _places(found)}
            if named:
                message = gettext(
                    "the name or text of the made-up company {company} is left ({places}): write "
                    "what holds at yours, or delete it",
                    **told,
                )
            else:
                message = gettext(
                    "text of the made-up company {company} is left ({places}): write what holds at "
                    "yours, or delete it",
                    **told,
                )
            yield Problem(path, found[0], Rule.EXAMPLE_LEFT, message, Severity.WARNING)


def _places(lines: list[int]) -> str:
    if len(lines) == 1:
        return gettext("1 line")
    shown = ", ".join([*map(str, lines[:4]), *(["…"] if len(lines) > 4 else [])])
    return gettext("{number} lines: {lines}", number=len(lines), lines=shown)
