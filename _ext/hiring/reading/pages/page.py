"""One page: text in, what it states and what is wrong with it out. Pure, and cached by content."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hiring.language.outline import (
    headings_of,
    labels_in,
    marked_in,
    slugs_of,
    terms_in,
    untitled_in,
)
from hiring.language.pasted import pasted_faults
from hiring.language.references import references_among
from hiring.language.sphinx_agreement import page_faults
from hiring.language.view import split_by
from hiring.language.vocabulary import LANGUAGE
from hiring.model.audience import Audience
from hiring.model.messages import gettext, ngettext
from hiring.model.paths import plain_label
from hiring.model.problem import Problem, Severity
from hiring.model.report import BLANK, Report
from hiring.model.rules import Rule
from hiring.reading.facts.front_matter import read_front_matter
from hiring.reading.facts.taken_back import taken_back
from hiring.reading.pages.definitions import read_definitions
from hiring.reading.pages.lower_audience import without_hidden
from hiring.reading.pages.page_names import check_path, title_of
from hiring.reading.pages.page_trees import PageTrees
from hiring.reading.pages.record import PageRecord
from hiring.reading.sources.lines import lines_of_front_matter
from hiring.reading.sources.projection import find_parts, project

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from hiring.language.vocabulary import Vocabulary
    from hiring.model.tree import Node

_EDGES = (Rule.FRONT_MATTER, Rule.SHOWN_AS_TEXT)
"""Where front matter is none, its edges are no breaks and no mistakes of their own."""


def read_page(
    path: str,
    source: str,
    audience: Audience = Audience.HIRING_TEAM,
    words: Vocabulary = LANGUAGE,
    trees: PageTrees | None = None,
    whole: PageRecord | None = None,
) -> PageRecord:
    """Read one page of the handbook, at a path relative to its folder, as an audience may see it.

    ``trees`` are the pages parsed so far, and ``whole`` is the record of this page for who may see
    all of it, where that is known.
    """
    trees, text = trees or PageTrees(), project(source, audience)
    if whole and (left := _without_hidden(whole, source, text, audience, words, trees)):
        return left
    report = Report(path)
    lines = text.split("\n")
    count = lines_of_front_matter(lines)
    stated = read_front_matter(lines, report, words.facts)
    record = PageRecord(
        path=path,
        audience=stated.audience,
        body_line=min(count + 1, len(text.splitlines()) or 1),
        front_matter=stated.facts,
        field_lines=stated.lines,
    )
    record.emptied = taken_back(lines, stated.lines) if record.opening else []
    record.markdown = "\n".join(lines[count:]) if record.opening else ""
    check_path(record, report)
    _check_parts(source, trees.tree(path, source, words=words).nodes, record, report)
    tree = trees.tree(path, source, audience, words)
    report.problems += tree.problems
    if tree.is_parsed and (count or stated.facts):
        # Front matter that is not found as such would be taken for headings.
        record.title = title_of(tree.nodes, record, report)
    _take(tree.nodes, record, lines, report, words)
    causes = set(_causes(report.problems, lines))
    record.problems = sorted(_of_blanks(causes, record, source.split("\n")))
    return record


def _without_hidden(
    whole: PageRecord,
    source: str,
    text: str,
    audience: Audience,
    words: Vocabulary,
    trees: PageTrees,
) -> PageRecord | None:
    """Return the record of what an audience sees of a page, a ``text``, where the whole's tells."""
    hidden = [(it.first, it.last) for it in whole.parts.parts if not audience.may_read(it.audience)]
    both = (
        trees.tree(whole.path, source, words=words),
        trees.tree(whole.path, source, audience, words),
    )
    return without_hidden(whole, both, (source, text), hidden)


def _take(
    nodes: Sequence[Node],
    record: PageRecord,
    lines: Sequence[str],
    report: Report,
    words: Vocabulary,
) -> None:
    """Note what a page refers to, what others can refer to, what it defines and shows."""
    every = marked_in(nodes)
    record.references = list(references_among(every))
    record.labels = list(labels_in(every))
    record.untitled = list(untitled_in(nodes, every)) if record.labels else []
    record.slugs = slugs_of(headings_of(nodes))
    record.terms = [(plain_label(term), line) for term, line in terms_in(every)]
    told = {problem.line for problem in report.problems}
    edges = any(problem.rule in _EDGES for problem in report.problems)
    for line, rule, message in page_faults(nodes, every):
        if line not in told and not (edges and rule is Rule.THEMATIC_BREAK):
            report.error(line, rule, message)
    read_definitions(record, nodes, report, words)
    told = {problem.line for problem in report.problems}
    # A wrong mark of an audience's part cuts what it stands in.
    cut = any(problem.rule is Rule.AUDIENCE for problem in report.problems)
    for line, rule, message in () if cut else pasted_faults(nodes, lines):
        if line not in told:
            report.error(line, rule, message)


def _check_parts(source: str, nodes: Sequence[Node], record: PageRecord, report: Report) -> None:
    """Check the parts for audiences; a page with a mistake in them is for the highest alone.

    ``nodes`` are those of the whole page.
    """
    found = record.parts = find_parts(source)
    mistakes = list(found.mistakes)
    parts = [(part.first, part.last) for part in found.parts]
    if parts and not mistakes:
        mistakes = [
            (
                line,
                gettext(
                    "the part starts or ends inside a {what}: put its mark before or after that",
                    what=what,
                ),
            )
            for line, what in (*_in_tables(source, parts), *split_by(nodes, parts))
        ]
    for line, message in dict(mistakes).items():
        report.error(line, Rule.AUDIENCE, message)
    if mistakes:
        record.audience = Audience.HIRING_TEAM


def _in_tables(source: str, parts: Collection[tuple[int, int]]) -> Iterator[tuple[int, str]]:
    """Yield the marks between two rows of what would be one table without them."""
    lines = source.split("\n")
    for line in sorted(line for part in parts for line in part):
        around = (lines[line - 2 : line - 1], lines[line : line + 1])
        if all(near and near[0].lstrip().startswith("|") for near in around):
            yield line, gettext("table")


def _causes(problems: list[Problem], lines: Sequence[str]) -> list[Problem]:
    """Return the problems without those that follow from others.

    Front matter that is not found as such is read as text, and a wrong mark of an audience's part
    as a fence.
    """
    edge = next((problem for problem in problems if problem.rule is Rule.FRONT_MATTER), None)
    if edge:
        above = next((at for at, line in enumerate(lines, 1) if line.startswith("# ")), len(lines))
        problems = [edge, *(problem for problem in problems if problem.line >= above)]
    wrong = {problem.line for problem in problems if problem.rule is Rule.AUDIENCE}
    return [
        problem
        for problem in problems
        if problem.rule is Rule.AUDIENCE
        or (problem.line not in wrong and not (wrong and problem.rule is Rule.FENCE_OPEN))
    ]


def _of_blanks(
    problems: Collection[Problem], record: PageRecord, lines: Sequence[str]
) -> Iterator[Problem]:
    """Yield the problems, each blank as an error; those of a draft as one warning for all."""
    others = [problem for problem in problems if problem.rule is not Rule.TODO]
    yield from others
    told = {problem.line for problem in others}  # of these lines it is said what is wanted
    blanks = sorted(it for it in problems if it.rule is Rule.TODO and it.line not in told)
    facts = record.role or record.opening
    if facts is None or facts.status != "draft":
        yield from (replace(blank, severity=Severity.ERROR) for blank in blanks)
    elif blanks:
        at = blanks[0].line
        count = sum(len(BLANK.findall(lines[blank.line - 1])) for blank in blanks)
        message = ngettext(
            "{number} blank left, on line {line}: fill in its `TODO`, or delete it",
            "{number} blanks left, first on line {line}: fill in each `TODO`, or delete it",
            count,
            line=at,
        )
        yield replace(blanks[0], message=message)
