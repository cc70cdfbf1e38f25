"""Which stage of an interview assesses what, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from hiring.model.coverage import Coverage, Row, coverage_of, name_of
from hiring.model.interviews import minutes_in_words
from hiring.site.nodes.voice import language_class
from hiring.site.views.build import WIDE, Column, paragraph, reference, scrollable, table, text
from hiring.site.views.interviews import in_all

if TYPE_CHECKING:
    from hiring.model.handbook import Handbook
    from hiring.model.interviews import Interview


def coverage_table(
    interview: Interview, handbook: Handbook, docname: str, language: str
) -> list[nodes.Node]:
    """Return which stage assesses what, with what is missing or too much marked in words.

    ``language`` is that of the qualifications, where it is not the page's.
    """
    coverage = coverage_of(interview, handbook)
    stages = interview.stages
    columns = [
        Column("Asked for", WIDE),
        *(Column(f"{number}. {stage.name}", 10) for number, stage in enumerate(stages, 1)),
        Column("Assessed", 12),
    ]
    rows = [_row(row, coverage, handbook, docname, language) for row in coverage.rows]
    shown = table(columns, rows, "hiring-coverage", "hiring-matrix")
    found: list[nodes.Node] = [scrollable("What each stage assesses", shown)]
    limit = handbook.company.checks.limits.interview_minutes
    time = f"{in_all(len(stages), coverage.minutes)}."
    over = coverage.minutes > limit
    more = [text(f" Over the limit of {minutes_in_words(limit)}", "hiring-overdue")] if over else []
    found.append(paragraph(nodes.Text(time), *more, classes=["hiring-meta"]))
    role = handbook.roles[interview.role]
    bare = [
        paragraph(
            text("No four points", "hiring-overdue"),
            nodes.Text(f" in {stage.name}: {', '.join(name_of(it, role, handbook) for it in it_)}"),
        )
        for stage, it_ in coverage.unrated
    ]
    return [*found, *bare]


def _row(
    row: Row, coverage: Coverage, handbook: Handbook, docname: str, language: str
) -> list[list[nodes.Node]]:
    often = {row.need.id, *row.need.skills} if row.need else {row.skill}
    if row.need:
        name: list[nodes.Node] = [text(row.need.short, *language_class(language))]
        wish = {"should": " (should have)", "nice": " (nice to have)"}.get(row.need.priority)
        name += [text(wish, "hiring-meta")] if wish else []
    else:
        name = [reference("skill", row.skill, docname)]
    said = {"whole": "yes", "part": "in part"}
    cells: list[list[nodes.Node]] = [
        [paragraph(nodes.Text(said[it]))] if it else [] for it in row.marks
    ]
    missing = {need.id: skills for need, skills in coverage.unassessed}
    verdict = text({1: "once", 2: "twice"}.get(row.times, f"{row.times} times"))
    if row.need and row.need.id in missing:
        names = ", ".join(handbook.skills[it].name for it in missing[row.need.id])
        partly = row.times and names
        verdict = text(f"not {names}" if partly else "by no stage", "hiring-overdue")
    elif any(skill == row.skill for _, skill in coverage.unasked):
        verdict = text("not asked for", "hiring-overdue")
    elif any(it in often for it, _ in coverage.often):
        verdict["classes"].append("hiring-overdue")
    return [[paragraph(*name)], *cells, [paragraph(verdict)]]
