"""What a check is: a function that looks at one thing and yields what it finds.

The function's name is the rule's, with hyphens. Its docstring is what readers of the guide get:

    First the fault, in one sentence.

    Why: why it matters, to whom.
    Source: where that stands: a law's paragraph, a paper, a rule's number.
    Asks: what holds where nothing is wrong, as the report on an opening says it.
"""

from __future__ import annotations

import ast
import inspect
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from hiring.checks.rule_text import RuleText
from hiring.checks.subjects import Subject
from hiring.model.messages import gettext

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from hiring.model.problem import Severity

S = TypeVar("S", bound=Subject)

_PART = re.compile(r"^(Why|Source|Asks): ", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """What a check finds: the line, from 1, and what is there, what is wanted, and how to mend it.

    ``path`` is that of the subject, and ``severity`` the check's, where they are left out.
    """

    line: int
    message: str
    path: str | None = None
    severity: Severity | None = None


@dataclass(frozen=True, kw_only=True)
class Check(RuleText, Generic[S]):
    """A rule with the function that looks at each subject of a kind, where the rule applies.

    What is found of a rule that ``folds`` is told once a page, with the lines.
    """

    each: type[S]
    look: Callable[[S], Iterable[Hit]]
    when: Callable[[S], bool] | None = None
    cite: Callable[[S], str] | None = None
    asks: str = ""
    folds: bool = False

    @property
    def made_of(self) -> Callable[[S], Iterable[Hit]]:
        """The function that was made a check."""
        return self.look

    def applies(self, subject: S) -> bool:
        """Tell whether the rule asks anything of a subject."""
        if self.languages and subject.language not in self.languages:
            return False
        return self.when is None or self.when(subject)

    def source_for(self, subject: S) -> str:
        """Return where it stands that a subject must meet the rule."""
        return (self.cite(subject) if self.cite else "") or self.source


def check(
    severity: Severity,
    each: type[S],
    *,
    when: Callable[[S], bool] | None = None,
    cite: Callable[[S], str] | None = None,
    source: str = "",
    asks: str = "",
    languages: Collection[str] | None = None,
    folds: bool = False,
) -> Callable[[Callable[[S], Iterable[Hit]]], Check[S]]:
    """Make a check of a function, which is called with each subject of a kind.

    ``when`` tells to which of them the rule applies: to all where it is left out. ``cite`` returns
    the source for one of them, where that depends on the subject. ``source`` and ``asks`` stand in
    for the docstring's, where a table states them. ``languages`` are those that the check reads:
    where they are left out, what checks of that kind of subject read. What ``folds`` is a habit of
    a whole text, which its writer mends in one go: told line by line, it would hide all else.
    """

    def made(look: Callable[[S], Iterable[Hit]]) -> Check[S]:
        meaning, *parts = _PART.split(_documented(look))
        said = {name: _line(text) for name, text in zip(parts[::2], parts[1::2], strict=True)}
        return Check(
            name=look.__name__.replace("_", "-"),
            severity=severity,
            each=each,
            meaning=_line(meaning),
            why=said.get("Why", ""),
            source=said.get("Source", source),
            look=look,
            when=when,
            cite=cite,
            asks=said.get("Asks", asks),
            languages=tuple(each.languages if languages is None else languages),
            folds=folds,
        )

    return made


def _documented(look: Callable[..., object]) -> str:
    """Return a function's docstring; from its source where Python drops docstrings (``-OO``)."""
    if said := inspect.getdoc(look):
        return said
    try:
        source = inspect.getsource(look)
    except OSError:
        message = gettext(
            "the rules' reasons are docstrings, which Python has dropped, and their source is not "
            "there: run Python without -OO and PYTHONOPTIMIZE"
        )
        raise RuntimeError(message) from None
    function = ast.parse(source).body[0]
    return (isinstance(function, ast.FunctionDef) and ast.get_docstring(function)) or ""


def _line(text: str) -> str:
    return " ".join(text.split())
