"""From the directives of a page to what it says of interviews: stages, questions, rubrics."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hiring.language.plain import words_of
from hiring.language.vocabulary import ANEW, STAGE_OPTIONS
from hiring.model.audience import Audience
from hiring.model.interviews import (
    FORMATS,
    POINTS,
    Format,
    Interview,
    InterviewQuestion,
    Rubric,
    Stage,
)
from hiring.model.problem import instead, quoted
from hiring.model.rules import Rule
from hiring.model.tree import Directive
from hiring.reading.pages.part_options import identifier_of
from hiring.reading.pages.rated_tables import points_in_table, words_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hiring.model.report import Report
    from hiring.model.tree import Node
    from hiring.reading.pages.record import PageRecord

_BRIEFED = (Audience.EMPLOYEE, Audience.PUBLIC)
_UNSEEN = ("comment", "label")


class InterviewReader:
    """Reads the interviews and the rubrics of one page into its record."""

    def __init__(self, record: PageRecord, report: Report) -> None:
        """Add to ``record`` what is found, and to ``report`` what is wrong."""
        self.record = record
        self.report = report

    def interview(self, directive: Directive) -> Interview:
        """Return an interview with its stages; on a role's page it is that role's."""
        stages = [self.stage(child) for child in directive.directives if child.name == "stage"]
        if not stages and not self._told(directive):
            message = "`interview` is empty: it wants `stage` blocks, or `:from: KEY`"
            self.report.error(directive.line, Rule.BLOCK_BODY, message)
        self._none_beside(directive, directive.children, "stage")
        written = directive.options.get("briefing", "")
        readers = next((it for it in _BRIEFED if it == written), None)
        if written and readers is None:
            message = f"`briefing`: found {quoted(written)}{instead(written, _BRIEFED)}"
            self.report.error(directive.line_of("briefing"), Rule.BAD_OPTION, message)
        return Interview(
            role=directive.options.get("role", ""),
            path=self.record.path,
            line=directive.line,
            role_line=directive.line_of("role"),
            stages=tuple(stages),
            briefing=readers,
            days=self._number(directive, "days"),
        )

    def stage(self, directive: Directive) -> Stage:
        """Return a stage with its questions; what else it holds stands above them."""
        options, origin = directive.options, self._origin(directive)
        held = [it for it in directive.directives if it.name == "question"]
        if not held and not origin and not self._told(directive):
            message = "`stage` has no question: add `question` blocks, one for all that is rated"
            self.report.error(directive.line, Rule.BLOCK_BODY, message)
        first = held[0].line if held else directive.last
        self._none_beside(directive, [it for it in directive.children if it.line > first], None)
        for child in directive.directives:
            if child.name == "rubric" and child.body.strip():
                message = "`rubric` can't stand inside `stage`: put it after the interview"
                self.report.error(child.line, Rule.MISPLACED, message)
        stage = Stage(
            id=identifier_of(directive, self.report),
            name=words_of(directive.title),
            line=directive.line,
            minutes=self._number(directive, "minutes", needed=not origin) or 0,
            format=self._format(directive),
            markdown=_above(directive, first),
            markdown_line=directive.body_line,
            assesses=_names(options.get("assesses", "")),
            assesses_line=directive.line_of("assesses"),
            interviewers=options.get("interviewers") or None,
            setting=options.get("setting") or None,
            prepare=options.get("prepare") or None,
            days=self._number(directive, "days"),
            questions=tuple(self._question(child) for child in held),
            origin=origin,
            origin_line=directive.line_of("from"),
        )
        self._unique(stage.anchor, stage.id, directive, self.record.anchors)
        return stage

    def _origin(self, directive: Directive) -> str:
        """Return the role and the stage that a stage is taken from, empty where it is its own."""
        written = directive.options.get("from")
        if written is None:
            return ""
        key, _, stage = (it.strip() for it in written.partition("/"))
        if directive.body.strip():
            message = "`stage` has both `:from:` and a body: keep one"
            self.report.error(directive.line, Rule.BLOCK_BODY, message)
        elif not key and written:
            message = "`stage` wants `:from: ROLE/STAGE`, or `:from: ROLE` for the one of this name"
            self.report.error(directive.line_of("from"), Rule.BAD_OPTION, message)
        for name in STAGE_OPTIONS:
            if name in directive.options and name not in ANEW:
                message = f"`{name}` comes with the stage that `:from:` names: delete the line"
                self.report.error(directive.line_of(name), Rule.BAD_OPTION, message)
        return f"{key}/{stage or identifier_of(directive, self.report)}"

    def rubric(self, directive: Directive) -> Rubric | None:
        """Return the rubric of a skill, None where its points are not four."""
        points = self._points(directive, f"the rubric of {quoted(directive.argument)}")
        if not points:
            return None
        return Rubric(
            skill=directive.argument.strip().lower(),
            path=self.record.path,
            line=directive.line,
            markdown=directive.body.strip("\n"),
            markdown_line=directive.body_line + _empty_lines(directive.body),
            points=points,
            role=directive.options.get("role") or None,
            role_line=directive.line_of("role"),
            level=directive.options.get("level") or None,
        )

    def _question(self, directive: Directive) -> InterviewQuestion:
        """Return a question: its numbered list are the points, its bullets the follow-ups."""
        self.refuse(directive, ("also",), "a `faq`")
        # A table without four points may be a part of what is asked.
        has_points = len(points_in_table(directive.children)) == POINTS
        has_points |= any(it.kind == "ordered_list" for it in directive.children)
        question = InterviewQuestion(
            id=identifier_of(directive, self.report),
            question=words_of(directive.title),
            markdown=directive.body.strip("\n"),
            line=directive.body_line + _empty_lines(directive.body),
            opened=directive.line,
            assesses=_names(directive.options.get("assesses", "")),
            level=directive.options.get("level") or None,
            points=self._points(directive, "the question") if has_points else (),
            follow_ups=tuple(
                words_in(entry.children)
                for node in directive.children
                if node.kind == "bullet_list"
                for entry in node.children
            ),
        )
        self._unique(question.id, question.id, directive, self.record.once)
        return question

    def refuse(self, directive: Directive, options: Iterable[str], what: str) -> None:
        """Report the options of a question that are for those of something else."""
        for name in options:
            if name in directive.options:
                message = f"`{name}` is for questions of {what}: delete the line"
                self.report.error(directive.line_of(name), Rule.BAD_OPTION, message)

    def _points(self, directive: Directive, what: str) -> tuple[str, ...]:
        """Return four anchored points, none where there are fewer or more, which is told."""
        lists = [node for node in directive.children if node.kind == "ordered_list"]
        entries = [entry for node in lists for entry in node.children]
        table = () if entries else points_in_table(directive.children)
        said = tuple(text for text, _ in table) or tuple(words_in(it.children) for it in entries)
        lines = [line for _, line in table] or [entry.line for entry in entries]
        fault, line = "", next(iter(lines), directive.line)
        if len(lists) > 1 or len(said) != POINTS:
            fault = f"has {len(said)} points: wanted {POINTS}, as `1. ...` to `{POINTS}. ...`"
            line = lines[POINTS] if len(lines) > POINTS else line
            if not said and directive.name == "rubric":
                fault += ", or no body where it is a heading"
        elif lists and lists[0].number != 1:
            fault = f"starts with {lists[0].number}: wanted `1. ...` to `{POINTS}. ...`"
        elif not all(said):
            line = lines[said.index("")]
            fault = f"says nothing for a {said.index('') + 1}: say what it sounds like"
        if fault and not self._told(directive):
            self.report.error(line, Rule.BLOCK_BODY, f"{what} {fault}")
        return () if fault else said

    def _format(self, directive: Directive) -> Format:
        written = directive.options.get("format") or FORMATS[0]
        found = next((name for name in FORMATS if name == written.lower()), None)
        if found is None:
            message = f"`format`: found {quoted(written)}{instead(written, FORMATS)}"
            self.report.error(directive.line_of("format"), Rule.BAD_OPTION, message)
        return found or FORMATS[0]

    def _number(self, directive: Directive, name: str, *, needed: bool = False) -> int | None:
        """Return a whole number of 1 to 999 that an option states, None where it states none."""
        written = directive.options.get(name, "")
        if re.fullmatch("[1-9][0-9]{0,2}", written):
            return int(written)
        if written:
            message = f"`{name}`: found {quoted(written)}, wanted a whole number, as 45"
            self.report.error(directive.line_of(name), Rule.BAD_OPTION, message)
        elif needed or name in directive.options:
            message = f"`{directive.name}` wants `:{name}: 45`, with your number"
            self.report.error(directive.line_of(name), Rule.BAD_OPTION, message)
        return None

    def _none_beside(self, directive: Directive, nodes: Iterable[Node], part: str | None) -> None:
        """Report what stands among stages, or below the first question, that is neither."""
        wanted = part or "question"
        for node in nodes:
            is_part = isinstance(node, Directive) and node.name == wanted
            if not is_part and node.kind not in _UNSEEN:
                above = "the interview" if part else "the first question"
                message = f"text in `{directive.name}` outside of every `{wanted}`: "
                self.report.error(node.line, Rule.BLOCK_BODY, f"{message}put it above {above}")
                return

    def _unique(self, key: str, name: str, directive: Directive, noted: dict[str, int]) -> None:
        first = noted.setdefault(key, directive.line)
        if first != directive.line:
            message = f"`{name}` is also the {directive.name} on line {first}: "
            self.report.error(
                directive.line, Rule.DUPLICATE_ID, f"{message}give one another `:id:`"
            )

    def _told(self, directive: Directive) -> bool:
        """Tell whether something within a directive is reported already: that may be the cause."""
        return any(
            directive.line <= problem.line <= directive.last for problem in self.report.problems
        )


def _above(directive: Directive, first: int) -> str:
    """Return what a stage holds above its first question."""
    lines = directive.body.split("\n")
    return "\n".join(lines[: max(first - directive.body_line, 0)]).rstrip()


def _names(written: str) -> tuple[str, ...]:
    """Return the names between commas, each once."""
    return tuple(dict.fromkeys(it.strip().lower() for it in written.split(",") if it.strip()))


def _empty_lines(body: str) -> int:
    """Return how many empty lines a body starts with."""
    return len(body) - len(body.lstrip("\n"))
