"""The same text written twice: in levels of a role, in their titles, in questions of roles."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from heapq import nsmallest
from typing import TYPE_CHECKING
from zlib import crc32

from hiring.checks.rule import Hit, check
from hiring.checks.subjects import HandbookSubject, RoleSubject
from hiring.exports.text import naming
from hiring.language.spoken import entries_of, spoken
from hiring.model.messages import gettext, ngettext
from hiring.model.problem import Severity, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.model.role import JobRole, Level, Question

_WORD = re.compile(r"\w+")
ALIKE = 0.7
"""The share of their runs of words that two texts have in common, from which on they are alike."""
_RUN = 3
_KEYS = 4
_MANY = 50
_COPIED = 3
"""From how many questions on two pages have in common, this is told of the page."""
_WORD_OF_A_JOB = 4
"""How many letters a word has at least that tells one job from another."""


def _runs(text: str) -> frozenset[int]:
    """Return the runs of three words in a text, as numbers that are the same in every process."""
    words = _WORD.findall(text.lower())
    runs = zip(*(words[at:] for at in range(_RUN)), strict=False) if words[_RUN:] else [words]
    return frozenset(map(crc32, map(str.encode, map(" ".join, runs))))


def _alike(one: frozenset[int], other: frozenset[int]) -> bool:
    fewer, more = sorted((len(one), len(other)))
    if fewer < ALIKE * more:
        return False
    common = len(one & other)
    return common >= ALIKE * (fewer + more - common)


@check(Severity.WARNING, RoleSubject)
def levels_alike(role: RoleSubject) -> Iterator[Hit]:
    """Two levels of a role have the same text, or nearly, or an entry in common.

    Why: A level names what it adds to the one below it. Nobody can tell the two apart. Levels that
    state all that somebody does, under `:adds: all`, are not compared.
    """
    below: list[tuple[Level, frozenset[int]]] = []
    entries: dict[str, Level] = {}
    named = naming(role.handbook, role.role.path)
    for level in (it for it in role.role.levels if not it.adds):
        runs = _runs(level.markdown)
        own = [spoken(it.children, it.line, named) for it in entries_of(level.body.nodes)]
        line = role.line(level.anchor)
        same = next((lower for lower, one in below if own and _alike(one, runs)), None)
        if same:
            message = gettext(
                "the levels {lower} (line {line}) and {upper} say the same: say what the upper one "
                "adds",
                lower=same.name,
                line=role.line(same.anchor),
                upper=level.name,
            )
            yield Hit(line=line, message=message)
        for entry in own:
            lower = entries.setdefault(_plain(entry), level)
            if lower is not level and not same:
                message = gettext(
                    "{entry} stands at the level {level} (line {line}) too: say here what is added "
                    "alone",
                    entry=quoted(entry),
                    level=lower.name,
                    line=role.line(lower.anchor),
                )
                yield Hit(line=line, message=message)
        below.append((level, runs))


def _plain(entry: str) -> str:
    return " ".join(_WORD.findall(entry.lower()))


@check(Severity.WARNING, RoleSubject)
def question_repeated(role: RoleSubject) -> Iterator[Hit]:
    """Two questions of one page are asked in the same words.

    Why: Readers can't tell which answer holds, and both stand in lists and in the search.
    """
    asked: dict[str, Question] = {}
    for question in role.role.questions:
        first = asked.setdefault(_plain(question.question), question)
        if first is not question:
            message = gettext(
                "{question} is asked on line {line} too: make one question of the two, or say what "
                "the other one asks",
                question=quoted(question.question),
                line=role.line(first.anchor),
            )
            yield Hit(line=role.line(question.anchor), message=message)


@check(Severity.WARNING, RoleSubject)
def level_names_job(role: RoleSubject) -> Iterator[Hit]:
    """A level's name and the role's title say a word twice where both stand in postings.

    Why: The job's title says the word twice, in postings and feeds, and nobody searches for it so.
    """
    for level in role.role.levels:
        title = role.role.title_at(level)
        words = [word for word in _WORD.findall(title.lower()) if len(word) >= _WORD_OF_A_JOB]
        if len(words) > len(set(words)):
            message = gettext(
                "postings would say {title}: say with `:title:` how the job is called, or name the "
                "level alone, as `Senior`, and keep its links by `:id: {id}`",
                title=quoted(title),
                id=level.id,
            )
            yield Hit(line=role.line(level.anchor), message=message)


@check(Severity.WARNING, HandbookSubject)
def question_twice(whole: HandbookSubject) -> Iterator[Hit]:
    """Several roles answer one question in the same words, or nearly.

    Why: One of them is changed one day, and then the answers contradict each other. Write it once
    and show it elsewhere with `:from:`.
    """
    groups: dict[str, list[tuple[JobRole, Question]]] = {}
    for role in whole.handbook.originals.values():
        if role.facts.status != "retired":
            for question in role.questions:
                text = f"{question.question}\n{question.markdown}"
                groups.setdefault(text, []).append((role, question))
    shared: dict[tuple[str, str], list[Hit]] = {}
    for texts in _clusters(list(groups)):
        (first, question), *rest = (place for text in texts for place in groups[text])
        others = [place for place in rest if place[0].path != first.path]
        if others:
            path, anchor = others[0][0].path, others[0][1].anchor
            more = len({role.path for role, _ in others}) - 1
            message = _answered_at(question, path, whole.line(anchor, path), more)
            line = whole.line(question.anchor, first.path)
            hit = Hit(line=line, message=_once(message), path=first.path)
            shared.setdefault((first.path, path), []).append(hit)
    for (_, path), hits in shared.items():
        if len(hits) < _COPIED:
            yield from hits
            continue
        message = gettext(
            "{number} questions of this page are answered in the same words at {path}",
            number=len(hits),
            path=path,
        )
        yield replace(hits[0], message=_once(message))


def _answered_at(question: Question, path: str, line: int, more: int) -> str:
    told = {"question": quoted(question.question), "path": path, "line": line}
    if not more:
        return gettext("{question} is answered in the same words at {path}, line {line}", **told)
    return ngettext(
        "{question} is answered in the same words at {path}, line {line} and on {number} more page",
        "{question} is answered in the same words at {path}, line {line} and on {number} more "
        "pages",
        more,
        **told,
    )


def _once(said: str) -> str:
    advice = gettext("write it once, and show it elsewhere with `:from:`")
    return gettext("{said}: {instead}", said=said, instead=advice)


def _clusters(texts: list[str]) -> list[list[str]]:
    """Return texts with those that are alike together, in order.

    A text is compared only with the first of each group that shares one of its lowest runs, so
    that the work grows with the texts and not with their pairs. Of alike texts at least one of the
    lowest few is nearly always the same; a run that very many have tells nothing, and is left out.
    """
    groups: list[tuple[frozenset[int], list[str]]] = []
    by_run: dict[int, list[int]] = {}
    for text in texts:
        runs = _runs(text)
        lowest = nsmallest(_KEYS, runs)
        near = Counter(number for run in lowest for number in by_run.get(run, ()))
        found = next((n for n, _ in near.most_common(_KEYS) if _alike(groups[n][0], runs)), None)
        if found is not None:
            groups[found][1].append(text)
            continue
        for run in lowest:
            with_run = by_run.setdefault(run, [])
            if len(with_run) < _MANY:
                with_run.append(len(groups))
        groups.append((runs, [text]))
    return [group for _, group in groups]
