"""From the directives of a page to what it defines of its role, and what it shows of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.language.charts import check_charted
from hiring.language.plain import words_of
from hiring.language.view import blocks_of, without_blocks
from hiring.language.vocabulary import ASKED, DEFINING, LANGUAGE, SOURCED, is_rubric
from hiring.model.messages import gettext
from hiring.model.problem import instead, quoted
from hiring.model.role import Block, Level, Question
from hiring.model.rules import Rule
from hiring.model.tree import Directive, directives_in
from hiring.reading.pages.block_bodies import BlockBodies, last_line
from hiring.reading.pages.entries import priority_of, qualifications_of, skills_in
from hiring.reading.pages.interviews import InterviewReader
from hiring.reading.pages.part_options import facts_of_level, identifier_of, years_of
from hiring.reading.pages.record import PageRecord, Shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hiring.language.vocabulary import Vocabulary
    from hiring.model.report import Report
    from hiring.model.tree import Node


def read_definitions(
    record: PageRecord, nodes: Iterable[Node], report: Report, words: Vocabulary = LANGUAGE
) -> None:
    """Add to a page's record what its directives define and show."""
    definitions = _Definitions(record, report, words)
    for directive in directives_in(nodes):
        definitions.take(directive)


class _Definitions(BlockBodies):
    def __init__(self, record: PageRecord, report: Report, words: Vocabulary) -> None:
        super().__init__(report, words)
        self.record = record
        stated = record.front_matter
        # Where the front matter can't be read, the page may well be a role's.
        self.is_role = stated is None or stated.role is not None
        self.interviews = InterviewReader(record, report)

    def take(self, directive: Directive) -> None:
        """Tell a directive that defines a block from one that shows something."""
        shows = "from" in directive.options
        if directive.name == "rubric" and is_rubric(directive) and not shows:
            rubric = self.interviews.rubric(directive)
            self.record.rubrics += [rubric] if rubric else []
        elif self.defines(directive.name) and not shows:
            self.define(directive)
        else:
            self.show(directive)

    def defines(self, name: str) -> bool:
        """Tell whether a directive of that name defines something of its page's role."""
        return name in DEFINING or self.words.block(name) is not None

    def show(self, directive: Directive) -> None:
        """Note what a directive shows."""
        sourced = self.defines(directive.name) or directive.name in SOURCED
        if sourced and directive.body.strip() and "from" in directive.options:
            message = gettext(
                "`{name}` has both `:from:` and a body: keep one", name=directive.name
            )
            self.report.error(directive.line, Rule.BLOCK_BODY, message)
            return
        check_charted(directive, self.report)
        if directive.name == "levels" and "adds" in directive.options:
            message = gettext(
                "`adds` belongs on the role's page, where the levels are stated: delete it"
            )
            self.report.error(directive.line_of("adds"), Rule.BAD_OPTION, message)
        self.record.shown.append(
            Shown(
                name=directive.name,
                argument=directive.argument,
                options=dict(directive.options),
                option_lines=dict(directive.option_lines),
                line=directive.line,
            )
        )
        for child in directive.directives:
            self.take(child)

    def define(self, directive: Directive) -> None:
        """Take a block with a body as the page's own."""
        if self.words.own_block(directive.name):
            self.record.own_blocks.append((directive.name, directive.line))
        if directive.name == "interview":
            if self.new("interview", directive, self.record.anchors):
                self.record.interviews.append(self.interviews.interview(directive))
        elif self.record.opening and self.words.own_block(directive.name):
            if self.new(directive.name, directive, self.record.once):
                self.holds(directive)
        elif not self.is_role:
            message = gettext(
                "`{name}` with a body belongs on a role's page; here use `:from: KEY`",
                name=directive.name,
            )
            self.report.error(directive.line, Rule.BLOCK_BODY, message)
        elif directive.name in ("levels", "faq"):
            self.group(directive)
        else:
            self.block(directive)

    def group(self, directive: Directive) -> None:
        """Define the page's levels or questions."""
        part = "level" if directive.name == "levels" else "question"
        if not self.new(directive.name, directive, self.record.once):
            return
        if "only" in directive.options:
            message = gettext("`only` belongs with `:from:`: here every question is shown")
            self.report.error(directive.line_of("only"), Rule.BAD_OPTION, message)
        children = list(directive.directives)
        if not children and not self.reported(directive.line, last_line(directive)):
            message = gettext(
                "`{name}` is empty: it wants `{part}` blocks, or `:from: KEY`",
                name=directive.name,
                part=part,
            )
            self.report.error(directive.line, Rule.BLOCK_BODY, message)
        self.no_text(directive, part)
        for child in children:
            if directive.name == "levels":
                is_whole = directive.options.get("adds") == "all"
                self.record.levels.append(self.level(child, is_whole=is_whole))
                self.unique(self.record.levels[-1], child)
            else:
                self.record.questions.append(self.question(child))
                self.unique(self.record.questions[-1], child)

    def new(self, name: str, directive: Directive, noted: dict[str, int]) -> bool:
        """Note where something is defined; report a second one."""
        if noted.setdefault(name, directive.line) == directive.line:
            return True
        message = gettext(
            "a second `{name}` on this page, after line {line}: put everything into the first",
            name=directive.name,
            line=noted[name],
        )
        self.report.error(directive.line, Rule.BLOCK_TWICE, message)
        return False

    def unique(self, part: Level | Question, directive: Directive) -> None:
        """Report ids that stand twice on the page."""
        first = self.record.anchors.setdefault(part.anchor, directive.line)
        if first != directive.line:
            message = gettext(
                "`{id}` is also the {name} on line {line}: give one another `:id:`",
                id=part.id,
                name=directive.name,
                line=first,
            )
            self.report.error(directive.line, Rule.DUPLICATE_ID, message)

    def block(self, directive: Directive) -> None:
        """Take a block of Markdown."""
        for block in self.new_block(directive):
            self.record.blocks.append(block)
            if block.priority:
                self.record.skills += [
                    (it.target, block.priority, it.line) for it in skills_in(directive)
                ]

    def new_block(self, directive: Directive, level: str | None = None) -> Iterator[Block]:
        """Yield a block, of a level where one is named; nothing where the page has it already."""
        block = Block(
            name=directive.name,
            markdown=directive.body.strip("\n"),
            line=_first_line(directive),
            priority=priority_of(directive, self.report),
            level=level,
        )
        if level and "from" in directive.options:
            message = gettext("`from` can't stand inside `level`: state the list of the level here")
            self.report.error(directive.line_of("from"), Rule.BAD_OPTION, message)
        elif self.new(block.anchor, directive, self.record.anchors):
            self.holds(directive)
            if block.priority:
                found = qualifications_of(directive, block.priority, self.report, level)
                self.record.qualifications += found
            yield block

    def level(self, directive: Directive, *, is_whole: bool) -> Level:
        """Return a level of experience, which states all of what it is where it ``is_whole``."""
        self.not_empty(directive, gettext("what someone at this level does"))
        level_id = identifier_of(directive, self.report)
        own, inner = without_blocks(directive), blocks_of(directive)
        found = skills_in(directive)
        self.record.level_skills += [(level_id, it.target, it.line) for it in found]
        return Level(
            id=level_id,
            name=words_of(directive.title),
            markdown=own.body.strip("\n"),
            line=_first_line(own),
            blocks=tuple(block for it in inner for block in self.new_block(it, level_id)),
            years=years_of(directive, self.report),
            background=directive.options.get("background") or None,
            scope=directive.options.get("scope") or None,
            beside=self.beside(directive),
            adds="all" if is_whole else None,
            facts=facts_of_level(directive, self.report, self.words.facts.level),
        )

    def beside(self, directive: Directive) -> str | None:
        """Return the id of the level above on the page that a level stands beside."""
        written = directive.options.get("beside")
        known = [level.id for level in self.record.levels]
        if written and written not in known:
            message = gettext(
                "`beside`: there is no level {written} above this one", written=quoted(written)
            )
            hint = (
                instead(written, known, gettext("Above it"))
                if known
                else gettext(": delete the line")
            )
            self.report.error(directive.line_of("beside"), Rule.BAD_OPTION, message + hint)
            return None
        return written or None

    def question(self, directive: Directive) -> Question:
        """Return a question with its answer."""
        self.not_empty(directive, gettext("an answer"))
        self.interviews.refuse(directive, ASKED, gettext("an interview"))
        also = directive.options.get("also", "").split(",")
        return Question(
            id=identifier_of(directive, self.report),
            question=words_of(directive.title),
            markdown=directive.body.strip("\n"),
            line=_first_line(directive),
            also=tuple(word.strip() for word in also if word.strip()),
        )


def _first_line(directive: Directive) -> int:
    """Return the line of the first text in a body."""
    return directive.body_line + len(directive.body) - len(directive.body.lstrip("\n"))
