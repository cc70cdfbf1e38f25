"""What blocks hold: a list, text, or parts, and nothing else."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from hiring.language.groups import fault_in, title_of
from hiring.model.messages import gettext
from hiring.model.rules import Rule

if TYPE_CHECKING:
    from hiring.language.vocabulary import Vocabulary
    from hiring.model.report import Report
    from hiring.model.tree import Directive


class BlockBodies:
    """Looks at the bodies of blocks, and reports what is wrong with them."""

    def __init__(self, report: Report, words: Vocabulary) -> None:
        """Take where to report, and what pages may use."""
        self.report = report
        self.words = words

    def reported(self, first: int, last: int) -> bool:
        """Tell whether something on these lines is reported already: that may be the cause."""
        return any(first <= problem.line <= last for problem in self.report.problems)

    def no_text(self, directive: Directive, part: str) -> None:
        """Report text that stands among levels or questions, each run of it once."""
        last, cut = last_line(directive), (Rule.FENCE_OPEN, Rule.FENCE_TOO_SHORT)
        if any(it.rule in cut and directive.line <= it.line <= last for it in self.report.problems):
            return  # what a fence that ends too early leaves behind is no text
        between = groupby(directive.children, lambda node: node.kind in ("directive", "comment"))
        for _, nodes in ((is_part, list(nodes)) for is_part, nodes in between if not is_part):
            if not self.reported(nodes[0].line, nodes[-1].last):
                message = gettext(
                    "text in `{name}` outside of every `{part}`: put it above",
                    name=directive.name,
                    part=part,
                )
                self.report.error(nodes[0].line, Rule.BLOCK_BODY, message)

    def holds(self, directive: Directive) -> None:
        """See that a block holds what its kind does: a list, or text."""
        kind = self.words.block(directive.name)
        prose = kind is not None and kind.is_text
        self.not_empty(
            directive, gettext("text") if prose else gettext("a list, each line starting with `- `")
        )
        if not prose:
            self.list_only(directive)

    def not_empty(self, directive: Directive, wanted: str) -> None:
        """Report a block that holds nothing."""
        if not directive.body.strip() and not self.reported(directive.line, last_line(directive)):
            message = (
                gettext("`{name}` is empty: it wants {wanted}")
                if directive.name in ("level", "question")
                else gettext("`{name}` is empty: it wants {wanted}, or `:from: KEY`")
            ).format(name=directive.name, wanted=wanted)
            self.report.error(directive.line, Rule.BLOCK_BODY, message)

    def list_only(self, directive: Directive) -> None:
        """See that a list, perhaps in groups, is what a block holds, and all that it holds."""
        fault = fault_in(directive.children)
        if fault and not self.reported(fault.line, fault.line):
            message = gettext(
                "`{name}` wants a list: start each line with `- `", name=directive.name
            )
            if title_of(fault):
                message = gettext(
                    "`{name}` has no list under this name: add one, or delete it",
                    name=directive.name,
                )
            self.report.error(fault.line, Rule.BLOCK_BODY, message)


def last_line(directive: Directive) -> int:
    """Return the line on which a directive's body ends."""
    return directive.body_line + directive.body.count("\n")
