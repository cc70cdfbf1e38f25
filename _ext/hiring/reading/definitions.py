"""From the directives of a page to what it defines of its role, and what it shows of others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it.common.utils import unescapeAll

from hiring.model.facts import Pay
from hiring.model.problem import instead, quoted
from hiring.model.role import PRIORITIES, PROSE_BLOCKS, Block, Level, Priority, Question
from hiring.model.rules import Rule
from hiring.model.values import KEY
from hiring.model.years import Years, parse_years
from hiring.reading.record import PageRecord, Shown
from hiring.reading.slugs import key_from
from hiring.reading.validate import validate
from hiring.reading.vocabulary import DEFINING
from hiring.reading.yaml import Located

if TYPE_CHECKING:
    from hiring.reading.fences import Fence
    from hiring.reading.markdown import Outline
    from hiring.reading.report import Report

_BOUND = r"([^\s\N{EN DASH}-]+)"
_PAY = re.compile(rf"(\S+)\s+{_BOUND}\s*[\N{{EN DASH}}-]\s*{_BOUND}\s+per\s+(\w+)")


def read_definitions(record: PageRecord, found: Outline, report: Report) -> None:
    """Add to a page's record what its directives define and show."""
    _Definitions(record, found, report).read()


class _Definitions:
    def __init__(self, record: PageRecord, found: Outline, report: Report) -> None:
        self.record = record
        self.found = found
        self.report = report
        stated = record.front_matter
        # Where the front matter can't be read, the page may well be a role's.
        self.is_role = stated is None or stated.role is not None

    def read(self) -> None:
        """Read every directive of the page."""
        for fence in self.found.directives:
            self.directive(fence)

    def directive(self, fence: Fence) -> None:
        """Tell a directive that defines a block from one that shows something."""
        if fence.name in DEFINING and "from" not in fence.options:
            self.define(fence)
        else:
            self.show(fence)

    def show(self, fence: Fence) -> None:
        """Note what a directive shows."""
        if fence.name in DEFINING and fence.body.strip() and "from" in fence.options:
            message = f"`{fence.name}` has both `:from:` and a body: keep one"
            self.report.error(fence.line, Rule.BLOCK_BODY, message)
            return
        self.record.shown.append(
            Shown(
                name=fence.name,
                argument=fence.argument,
                options=fence.options,
                option_lines=fence.option_lines,
                line=fence.line,
            )
        )
        for child in fence.children:
            self.directive(child)

    def define(self, fence: Fence) -> None:
        """Take a block with a body as the page's own."""
        if not self.is_role:
            message = f"`{fence.name}` with a body belongs on a role's page; here use `:from: KEY`"
            self.report.error(fence.line, Rule.BLOCK_BODY, message)
        elif fence.name in ("levels", "faq"):
            self.group(fence)
        else:
            self.block(fence)

    def group(self, fence: Fence) -> None:
        """Define the page's levels or questions."""
        part = "level" if fence.name == "levels" else "question"
        if not self.new(fence.name, fence):
            return
        if "only" in fence.options:
            message = "`only` belongs with `:from:`: here every question is shown"
            self.report.error(fence.line_of("only"), Rule.BAD_OPTION, message)
        if not fence.children and not self.reported(fence.line, _last_line(fence)):
            message = f"`{fence.name}` is empty: it wants `{part}` blocks, or `:from: KEY`"
            self.report.error(fence.line, Rule.BLOCK_BODY, message)
        for kind, line in fence.parts:
            if kind not in ("colon_fence", "fence", "myst_line_comment"):
                message = f"text in `{fence.name}` outside of every `{part}`: put it above"
                self.report.error(line, Rule.BLOCK_BODY, message)
        for child in fence.children:
            if fence.name == "levels":
                self.record.levels.append(self.level(child))
                self.unique(self.record.levels[-1], child)
            else:
                self.record.questions.append(self.question(child))
                self.unique(self.record.questions[-1], child)

    def reported(self, first: int, last: int) -> bool:
        """Tell whether something on these lines is reported already: that may be the cause."""
        return any(first <= problem.line <= last for problem in self.report.problems)

    def new(self, anchor: str, fence: Fence) -> bool:
        """Note where something is defined; report a second one."""
        if self.record.anchors.setdefault(anchor, fence.line) == fence.line:
            return True
        message = (
            f"a second `{fence.name}` on this page, after line {self.record.anchors[anchor]}: "
            "put everything into the first"
        )
        self.report.error(fence.line, Rule.BLOCK_TWICE, message)
        return False

    def unique(self, part: Level | Question, fence: Fence) -> None:
        """Report ids that stand twice on the page."""
        first = self.record.anchors.setdefault(part.anchor, fence.line)
        if first != fence.line:
            message = (
                f"`{part.id}` is also the {fence.name} on line {first}: give one another `:id:`"
            )
            self.report.error(fence.line, Rule.DUPLICATE_ID, message)

    def block(self, fence: Fence) -> None:
        """Take a block of Markdown."""
        priority = self.priority(fence)
        block = Block(
            name=fence.name,
            markdown=fence.body.strip("\n"),
            line=_first_line(fence),
            priority=priority,
        )
        if not self.new(block.anchor, fence):
            return
        prose = fence.name in PROSE_BLOCKS
        self.not_empty(fence, "text" if prose else "a list, each line starting with `- `")
        if not prose:
            self.list_only(fence)
        self.record.blocks.append(block)
        if priority:
            self.record.skills += [
                (reference.target, priority, reference.line)
                for reference in self.found.references
                if reference.block == fence.number and reference.kind == "skill"
            ]

    def not_empty(self, fence: Fence, wanted: str) -> None:
        """Report a block that holds nothing."""
        if not fence.body.strip() and not self.reported(fence.line, _last_line(fence)):
            other = "" if fence.name in ("level", "question") else ", or `:from: KEY`"
            message = f"`{fence.name}` is empty: it wants {wanted}{other}"
            self.report.error(fence.line, Rule.BLOCK_BODY, message)

    def list_only(self, fence: Fence) -> None:
        """See that a list is what a block holds, and all that it holds."""
        for kind, line in fence.parts:
            if kind not in ("bullet_list", "ordered_list", "myst_line_comment"):
                if not self.reported(line, line):
                    message = f"`{fence.name}` wants a list: start each line with `- `"
                    self.report.error(line, Rule.BLOCK_BODY, message)
                return

    def priority(self, fence: Fence) -> Priority | None:
        """Return the priority of a block of qualifications; None for another block."""
        if fence.name != "qualifications":
            return None
        written = fence.options.get("priority") or "must"
        if written not in PRIORITIES:
            message = f"`priority`: found {quoted(written)}{instead(written, PRIORITIES)}"
            self.report.error(fence.line_of("priority"), Rule.BAD_OPTION, message)
            return "must"
        return next(name for name in PRIORITIES if name == written)

    def level(self, fence: Fence) -> Level:
        """Return a level of experience."""
        self.not_empty(fence, "what someone at this level does")
        return Level(
            id=self.identifier(fence),
            name=unescapeAll(fence.argument),
            markdown=fence.body.strip("\n"),
            line=_first_line(fence),
            years=self.years(fence),
            background=fence.options.get("background") or None,
            scope=fence.options.get("scope") or None,
            pay=self.pay(fence),
        )

    def question(self, fence: Fence) -> Question:
        """Return a question with its answer."""
        self.not_empty(fence, "an answer")
        also = fence.options.get("also", "").split(",")
        return Question(
            id=self.identifier(fence),
            question=unescapeAll(fence.argument),
            markdown=fence.body.strip("\n"),
            line=_first_line(fence),
            also=tuple(word.strip() for word in also if word.strip()),
        )

    def identifier(self, fence: Fence) -> str:
        """Return the name in addresses: as written, or made from the argument."""
        written = fence.options.get("id")
        made = key_from(fence.argument)
        if written and not re.fullmatch(KEY, written):
            hint = f", as `{key_from(written)}`" if key_from(written) else ""
            message = f"`id`: found {quoted(written)}, wanted lower-case letters, digits, hyphens"
            self.report.error(fence.line_of("id"), Rule.BAD_OPTION, message + hint)
        elif not written and not made and fence.argument:
            message = f"no id can be made from {quoted(fence.argument)}: add one as `:id: senior`"
            self.report.error(fence.line, Rule.BAD_OPTION, message)
        return written or made or f"line-{fence.line}"

    def years(self, fence: Fence) -> Years | None:
        """Return a level's years, or None with the mistake noted."""
        written = fence.options.get("years")
        try:
            return parse_years(written) if written else None
        except ValueError as error:
            self.report.error(fence.line_of("years"), Rule.BAD_OPTION, f"`years`: {error}")
            return None

    def pay(self, fence: Fence) -> Pay | None:
        """Return a level's pay, or None with the mistake noted."""
        written, line = fence.options.get("pay"), fence.line_of("pay")
        if not written:
            return None
        match = _PAY.fullmatch(written.strip())
        if match is None:
            message = f"`pay`: found {quoted(written)}, wanted `USD 100000-120000 per year`"
            self.report.error(line, Rule.BAD_OPTION, message)
            return None
        # Each of the option's parts is validated as the front matter's are.
        parts = dict(zip(("currency", "min", "max", "per"), match.groups(), strict=True))
        return validate(Pay, Located(parts, {}), line, self.report, "pay")


def _first_line(fence: Fence) -> int:
    """Return the line of the first text in a body."""
    return fence.body_line + len(fence.body) - len(fence.body.lstrip("\n"))


def _last_line(fence: Fence) -> int:
    return fence.body_line + fence.body.count("\n")
