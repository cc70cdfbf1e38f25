"""Which stage of an interview assesses what, as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes

from hiring.model.coverage import coverage_of, name_of
from hiring.model.interview_words import counted, in_all, minutes_in_words
from hiring.site.nodes.voice import Voice
from hiring.site.views.build import WIDE, Column, paragraph, reference, scrollable, table

if TYPE_CHECKING:
    from hiring.model.coverage import Coverage, CoverageRow
    from hiring.model.handbook import Handbook
    from hiring.model.interviews import Interview
    from hiring.model.lexicon import Lexicon


def coverage_table(interview: Interview, handbook: Handbook, docname: str) -> list[nodes.Node]:
    """Return which stage assesses what, with what is missing or too much marked in words."""
    coverage = coverage_of(interview, handbook)
    voice, stages = Voice.of_handbook(handbook, interview.language), interview.stages
    said = voice.lexicon
    columns = [
        Column(said.say("kit.asked-for"), WIDE),
        *(Column(f"{number}. {stage.name}", 10) for number, stage in enumerate(stages, 1)),
        Column(said.say("kit.assessed"), 12),
    ]
    rows = [_Row(row, coverage, interview, handbook).cells(docname) for row in coverage.rows]
    shown = table(columns, rows, "hiring-coverage", "hiring-matrix")
    found: list[nodes.Node] = [scrollable(said.say("kit.coverage"), shown)]
    limit = handbook.company.checks.limits.interview_minutes
    time = voice.fixed(f"{in_all(len(stages), coverage.minutes, said)}.")
    over = said.say("kit.over", time=minutes_in_words(limit, said))
    more = [voice.ours(over, "hiring-overdue")] if coverage.minutes > limit else []
    found.append(paragraph(time, *more, classes=["hiring-meta"]))
    role = handbook.roles[interview.role]
    for stage, needs in coverage.unrated:
        names = ", ".join(name_of(it, role, handbook) for it in needs)
        where = nodes.Text(said.say("kit.no-points-in", stage=stage.name, names=names))
        found.append(paragraph(voice.ours(said.say("kit.no-points"), "hiring-overdue"), where))
    return found


@dataclass(frozen=True)
class _Row:
    """A row of the table: what is asked for, the mark of each stage, and the verdict."""

    row: CoverageRow
    coverage: Coverage
    interview: Interview
    handbook: Handbook

    def cells(self, docname: str) -> list[list[nodes.Node]]:
        row, voice = self.row, Voice.of_handbook(self.handbook, self.interview.language)
        if row.need:
            spoken = self.handbook.roles[self.interview.role].language
            name: list[nodes.Node] = [voice.inline(row.need.short, spoken)]
            if row.need.priority != "must":
                wish = voice.lexicon.say(f"kit.wish.{row.need.priority}")
                name.append(voice.ours(wish, "hiring-meta"))
        else:
            name = [reference("skill", row.skill, docname)]
        marks: list[list[nodes.Node]] = [
            [paragraph(voice.fixed(voice.lexicon.say(f"kit.mark.{it}")))] if it else []
            for it in row.marks
        ]
        words, is_fault = self.verdict(voice.lexicon)
        verdict = voice.ours(words, *["hiring-overdue"] * is_fault)
        return [[paragraph(*name)], *marks, [paragraph(verdict)]]

    def verdict(self, said: Lexicon) -> tuple[str, bool]:
        """Return how often it is assessed, or what is wrong, and whether something is."""
        row, need = self.row, self.row.need
        missing = {it.id: skills for it, skills in self.coverage.unassessed}
        often = {need.id, *need.skills} if need else {row.skill}
        if need and need.id in missing:
            names = ", ".join(self.handbook.skills[it].name for it in missing[need.id])
            partly = row.times and names
            return said.say("kit.lacks", names=names) if partly else said.say("kit.by-none"), True
        if any(skill == row.skill for _, skill in self.coverage.unasked):
            return said.say("kit.unasked"), True
        times = counted("kit.times", row.times, said)
        return times, any(it in often for it, _ in self.coverage.often)
