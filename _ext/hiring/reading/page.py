"""One page: text in, what it states and what is wrong with it out. Pure, and cached by content."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, get_args

from markdown_it.common.utils import unescapeAll

from hiring.model.facts import KEY, FrontMatter, Pay, RoleFacts
from hiring.model.problem import Problem, listed, nearest
from hiring.model.role import BLOCKS, PRIORITIES, PROSE_BLOCKS, Block, Level, Priority, Question
from hiring.model.years import Years, parse_years
from hiring.reading.front_matter import lines_of_front_matter, read_front_matter
from hiring.reading.markdown import Outline, Reference, outline, parser
from hiring.reading.slugs import key_from
from hiring.reading.validate import Report, validate
from hiring.reading.yaml import Located

if TYPE_CHECKING:
    from hiring.reading.fences import Fence

ROLES_FOLDER = "roles"

_PAY = re.compile(
    r"(?P<currency>[A-Z]{3}) (?P<min>[\d.]+)\s*[-\N{EN DASH}]\s*(?P<max>[\d.]+) per (?P<per>\w+)"
)


@dataclass(slots=True, kw_only=True)
class Shown:
    """A directive that shows what others state: its name, argument, options and line."""

    name: str
    argument: str
    options: dict[str, str]
    line: int


@dataclass(slots=True, kw_only=True)
class PageRecord:
    """All that one file says by itself. ``front_matter`` is None where it can't be read."""

    path: str
    title: str = ""
    body_line: int = 1
    front_matter: FrontMatter | None = None
    field_lines: dict[str, int] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    levels: list[Level] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    skills: list[tuple[str, Priority, int]] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def role(self) -> RoleFacts | None:
        """The role's facts, where this is a role's page and states them well."""
        return self.front_matter.role if self.front_matter else None

    def field_line(self, name: str) -> int:
        """Return the line of a field of the front matter, as ``role.title``; 1 where it is not."""
        return self.field_lines.get(name, 1)


def read_page(path: str, text: str) -> PageRecord:
    """Read one page of the handbook. ``path`` is relative to the handbook's folder."""
    report = Report(path)
    lines = text.split("\n")
    count = lines_of_front_matter(lines)
    record = PageRecord(path=path, body_line=count + 1)
    record.front_matter, record.field_lines = read_front_matter(lines, report)
    found = outline("\n".join(lines[count:]), count + 1, report)
    record.title = _title(found, record.front_matter, count + 1, report)
    record.references = found.references
    _Definitions(record, found, report).read()
    _check_path(record, report)
    record.problems = sorted(set(report.problems))
    return record


def _title(found: Outline, stated: FrontMatter | None, line: int, report: Report) -> str:
    """Return the page's title: its one heading of the first level."""
    titles = [heading for heading in found.headings if heading.level == 1]
    if not titles:
        report.error(line, "title", "the page has no title: start it with a line `# Title`")
        return ""
    first = found.headings[0]
    if first is not titles[0]:
        report.error(first.line, "title", "a heading above the page's title: move `# Title` up")
    for heading in titles[1:]:
        message = f"`# {heading.text}` is a second title: write `## {heading.text}`"
        report.error(heading.line, "title", message)
    title = titles[0]
    if stated and stated.role and stated.role.title != title.text:
        message = (
            f"the heading is `{title.text}` and the role's title `{stated.role.title}`: "
            "write the same in both"
        )
        report.error(title.line, "title", message)
    return title.text


def _check_path(record: PageRecord, report: Report) -> None:
    path = PurePosixPath(record.path)
    is_role = record.role is not None
    if is_role and str(path.parent) != ROLES_FOLDER:
        report.error(1, "file", f"a role's page belongs in the folder `{ROLES_FOLDER}`")
    if str(path.parent) == ROLES_FOLDER and path.stem != "index":
        if not re.fullmatch(KEY, path.stem):
            wanted = key_from(path.stem)
            message = f"the name `{path.name}` is no key: rename the file to `{wanted}.md`"
            report.error(1, "file", message)
        if record.front_matter is not None and not is_role:
            report.error(1, "missing-field", "`role` is missing: state the role's facts under it")


class _Definitions:
    """Turns the directives of a page into blocks, levels, questions and what it shows."""

    def __init__(self, record: PageRecord, found: Outline, report: Report) -> None:
        self.record = record
        self.found = found
        self.report = report
        stated = record.front_matter
        # Where the front matter can't be read, the page may well be a role's.
        self.is_role = stated is None or stated.role is not None

    def read(self) -> None:
        for number, fence in enumerate(self.found.directives):
            if fence.name in (*BLOCKS, "levels", "faq") and "from" not in fence.options:
                self.define(number, fence)
            else:
                self.show(fence)
        self.unique("level", [(level.id, level.line) for level in self.record.levels])
        self.unique("question", [(entry.id, entry.line) for entry in self.record.questions])

    def show(self, fence: Fence) -> None:
        if fence.name in (*BLOCKS, "levels", "faq") and fence.body.strip():
            message = f"`{fence.name}` has both `:from:` and a body: keep one"
            self.report.error(fence.line, "block-body", message)
        self.record.shown.append(
            Shown(name=fence.name, argument=fence.argument, options=fence.options, line=fence.line)
        )
        for child in fence.children:
            self.show(child)

    def define(self, number: int, fence: Fence) -> None:
        if not self.is_role:
            message = f"`{fence.name}` with a body belongs on a role's page; here use `:from: KEY`"
            self.report.error(fence.line, "block-body", message)
        elif fence.name == "levels":
            self.once(fence, [level.line for level in self.record.levels])
            self.record.levels += [self.level(child) for child in fence.children]
            self.not_empty(fence, bool(fence.children), "a `level NAME` for each level")
        elif fence.name == "faq":
            self.once(fence, [entry.line for entry in self.record.questions])
            self.record.questions += [self.question(child) for child in fence.children]
            self.not_empty(fence, bool(fence.children), "a `question TEXT` for each question")
        else:
            self.block(number, fence)

    def once(self, fence: Fence, earlier: list[int]) -> None:
        if earlier:
            message = f"a second `{fence.name}` on this page: put everything into the first"
            self.report.error(fence.line, "block-twice", message)

    def not_empty(self, fence: Fence, filled: bool, wanted: str) -> None:
        if not filled:
            message = f"`{fence.name}` is empty: it wants {wanted}, or `:from: KEY`"
            self.report.error(fence.line, "block-body", message)

    def block(self, number: int, fence: Fence) -> None:
        priority = self.priority(fence)
        block = Block(
            name=fence.name,
            markdown=fence.body.strip("\n"),
            line=fence.body_line,
            priority=priority,
        )
        if any(other.anchor == block.anchor for other in self.record.blocks):
            self.once(fence, [1])
            return
        wanted = "text" if fence.name in PROSE_BLOCKS else "a list, each line starting with `- `"
        self.not_empty(fence, bool(block.markdown.strip()), wanted)
        if block.markdown.strip() and fence.name not in PROSE_BLOCKS:
            self.list_only(fence, block.markdown)
        self.record.blocks.append(block)
        if priority:
            mentions = [ref for ref in self.found.references if ref.block == number]
            self.record.skills += [
                (ref.target, priority, ref.line) for ref in mentions if ref.kind == "skill"
            ]

    def list_only(self, fence: Fence, markdown: str) -> None:
        first = next(iter(parser().parse(markdown)), None)
        if first is None or first.type not in ("bullet_list_open", "ordered_list_open"):
            message = f"`{fence.name}` wants a list: start each line with `- `"
            self.report.error(fence.body_line, "block-body", message)

    def priority(self, fence: Fence) -> Priority | None:
        if fence.name != "qualifications":
            return None
        written = fence.options.get("priority", "must")
        if written not in get_args(Priority):
            message = f"`priority`: found `{written}`, wanted one of {listed(PRIORITIES)}"
            self.report.error(fence.line, "bad-option", message + nearest(written, PRIORITIES))
            return "must"
        return next(name for name in PRIORITIES if name == written)

    def level(self, fence: Fence) -> Level:
        if not fence.argument:
            self.report.error(fence.line, "missing-name", "`level` wants a name: `{level} Senior`")
        self.not_empty(fence, bool(fence.body.strip()), "what someone at this level does")
        return Level(
            id=self.identifier(fence),
            name=unescapeAll(fence.argument),
            markdown=fence.body.strip("\n"),
            line=fence.body_line,
            years=self.years(fence),
            background=fence.options.get("background") or None,
            scope=fence.options.get("scope") or None,
            pay=self.pay(fence),
        )

    def question(self, fence: Fence) -> Question:
        if not fence.argument:
            message = "`question` wants its text: `{question} Do I need a degree?`"
            self.report.error(fence.line, "missing-name", message)
        self.not_empty(fence, bool(fence.body.strip()), "an answer")
        also = fence.options.get("also", "").split(",")
        return Question(
            id=self.identifier(fence),
            question=unescapeAll(fence.argument),
            markdown=fence.body.strip("\n"),
            line=fence.body_line,
            also=tuple(word.strip() for word in also if word.strip()),
        )

    def identifier(self, fence: Fence) -> str:
        written = fence.options.get("id")
        if written is not None and not re.fullmatch(KEY, written):
            message = f"`id`: found `{written}`, wanted lower-case letters, digits and hyphens"
            self.report.error(fence.line, "bad-option", message)
        return written or key_from(fence.argument) or f"line-{fence.line}"

    def years(self, fence: Fence) -> Years | None:
        written = fence.options.get("years")
        if written is None:
            return None
        try:
            return parse_years(written)
        except ValueError as error:
            self.report.error(fence.line, "bad-option", f"`years`: {error}")
            return None

    def pay(self, fence: Fence) -> Pay | None:
        written = fence.options.get("pay")
        if written is None:
            return None
        match = _PAY.fullmatch(written.strip())
        if match is None:
            message = f"`pay`: found `{written}`, wanted `USD 100000-120000 per year`"
            self.report.error(fence.line, "bad-option", message)
            return None
        # Each of the option's parts is validated where the front matter's are.
        return validate(Pay, Located(match.groupdict(), {}), fence.line, self.report)

    def unique(self, what: str, ids: list[tuple[str, int]]) -> None:
        seen: set[str] = set()
        for identifier, line in ids:
            if identifier in seen:
                message = f"a second {what} `{identifier}` on this page: give it another `:id:`"
                self.report.error(line, "duplicate-id", message)
            seen.add(identifier)
