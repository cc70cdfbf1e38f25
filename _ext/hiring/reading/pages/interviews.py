"""From the directives of a page to what it says of interviews: stages, questions, rubrics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.language.plain import words_of
from hiring.language.vocabulary import ANEW, STAGE_OPTIONS
from hiring.model.audience import Audience
from hiring.model.interviews import (
    POINTS,
    Interview,
    InterviewQuestion,
    Rubric,
    Stage,
)
from hiring.model.messages import gettext
from hiring.model.problem import instead, quoted
from hiring.model.rules import Rule
from hiring.model.tree import Directive
from hiring.reading.pages.part_options import format_of, identifier_of, number_of
from hiring.reading.pages.rated_tables import no_points, points_fault, points_in_table, words_in

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
            message = gettext("`interview` is empty: it wants `stage` blocks, or `:from: KEY`")
            self.report.error(directive.line, Rule.BLOCK_BODY, message)
        self._none_beside(directive, directive.children, "stage")
        written = directive.options.get("briefing", "")
        readers = next((it for it in _BRIEFED if it == written), None)
        if written and readers is None:
            message = gettext("`{name}`: found {found}", name="briefing", found=quoted(written))
            message += instead(written, _BRIEFED)
            self.report.error(directive.line_of("briefing"), Rule.BAD_OPTION, message)
        return Interview(
            role=directive.options.get("role", ""),
            path=self.record.path,
            line=directive.line,
            role_line=directive.line_of("role"),
            stages=tuple(stages),
            briefing=readers,
            days=number_of(directive, "days", self.report),
        )

    def stage(self, directive: Directive) -> Stage:
        """Return a stage with its questions; what else it holds stands above them."""
        options, origin = directive.options, self._origin(directive)
        held = [it for it in directive.directives if it.name == "question"]
        if not held and not origin and not self._told(directive):
            message = gettext(
                "`stage` has no question: add `question` blocks, one for all that is rated"
            )
            self.report.error(directive.line, Rule.BLOCK_BODY, message)
        first = held[0].line if held else directive.last
        self._none_beside(directive, [it for it in directive.children if it.line > first], None)
        for child in directive.directives:
            if child.name == "rubric" and child.body.strip():
                message = gettext("`rubric` can't stand inside `stage`: put it after the interview")
                self.report.error(child.line, Rule.MISPLACED, message)
        stage = Stage(
            id=identifier_of(directive, self.report),
            name=words_of(directive.title),
            line=directive.line,
            minutes=number_of(directive, "minutes", self.report, needed=not origin) or 0,
            format=format_of(directive, self.report),
            markdown=_above(directive, first),
            markdown_line=directive.body_line,
            assesses=_names(options.get("assesses", "")),
            assesses_line=directive.line_of("assesses"),
            interviewers=options.get("interviewers") or None,
            setting=options.get("setting") or None,
            prepare=options.get("prepare") or None,
            days=number_of(directive, "days", self.report),
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
            message = gettext("`stage` has both `:from:` and a body: keep one")
            self.report.error(directive.line, Rule.BLOCK_BODY, message)
        elif not key and written:
            message = gettext(
                "`stage` wants `:from: ROLE/STAGE`, or `:from: ROLE` for the one of this name"
            )
            self.report.error(directive.line_of("from"), Rule.BAD_OPTION, message)
        for name in STAGE_OPTIONS:
            if name in directive.options and name not in ANEW:
                message = gettext(
                    "`{name}` comes with the stage that `:from:` names: delete the line", name=name
                )
                self.report.error(directive.line_of(name), Rule.BAD_OPTION, message)
        return f"{key}/{stage or identifier_of(directive, self.report)}"

    def rubric(self, directive: Directive) -> Rubric | None:
        """Return the rubric of a skill, None where its points are not four."""
        what = gettext("the rubric of {skill}", skill=quoted(directive.argument))
        points = self._points(directive, what)
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
        self.refuse(directive, ("also",), gettext("a `faq`"))
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
            points=self._points(directive, gettext("the question")) if has_points else (),
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
                message = gettext(
                    "`{name}` is for questions of {what}: delete the line", name=name, what=what
                )
                self.report.error(directive.line_of(name), Rule.BAD_OPTION, message)

    def _points(self, directive: Directive, what: str) -> tuple[str, ...]:
        """Return four anchored points, none where there are fewer or more, which is told."""
        lists = [node for node in directive.children if node.kind == "ordered_list"]
        entries = [entry for node in lists for entry in node.children]
        table = () if entries else points_in_table(directive.children)
        said = tuple(text for text, _ in table) or tuple(words_in(it.children) for it in entries)
        lines = [line for _, line in table] or [entry.line for entry in entries]
        place, fault = points_fault(what, lists, said)
        if not said and directive.name == "rubric":
            fault = no_points(what)
        line = lines[place] if place < len(lines) else next(iter(lines), directive.line)
        if fault and not self._told(directive):
            self.report.error(line, Rule.BLOCK_BODY, fault)
        return () if fault else said

    def _none_beside(self, directive: Directive, nodes: Iterable[Node], part: str | None) -> None:
        """Report what stands among stages, or below the first question, that is neither."""
        wanted = part or "question"
        for node in nodes:
            is_part = isinstance(node, Directive) and node.name == wanted
            if not is_part and node.kind not in _UNSEEN:
                message = (
                    gettext(
                        "text in `{name}` outside of every `{part}`: put it above the interview"
                    )
                    if part
                    else gettext(
                        "text in `{name}` outside of every `{part}`: put it above the first "
                        "question"
                    )
                ).format(name=directive.name, part=wanted)
                self.report.error(node.line, Rule.BLOCK_BODY, message)
                return

    def _unique(self, key: str, name: str, directive: Directive, noted: dict[str, int]) -> None:
        first = noted.setdefault(key, directive.line)
        if first != directive.line:
            message = gettext(
                "`{id}` is also the {name} on line {line}: give one another `:id:`",
                id=name,
                name=directive.name,
                line=first,
            )
            self.report.error(directive.line, Rule.DUPLICATE_ID, message)

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
