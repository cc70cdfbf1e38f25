"""The blocks that a company adds: whether they are declared rightly, and for whom they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.language.vocabulary import DIRECTIVES
from hiring.model.audience import Audience
from hiring.model.blocks import BLOCKS
from hiring.model.messages import gettext
from hiring.model.problem import Problem, instead, quoted
from hiring.model.report import Report
from hiring.model.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from hiring.language.vocabulary import Vocabulary
    from hiring.model.facts import Company
    from hiring.reading.pages.record import PageRecord
    from hiring.reading.sources.settings import Settings

_SPHINX = frozenset(
    (
        *("acks", "article-info", "attention", "audience", "autosummary", "button-link"),
        *("button-ref", "card-carousel", "centered", "class", "code", "codeauthor", "compound"),
        *("container", "contents", "cssclass", "csv-table", "danger", "date", "default-domain"),
        *("default-role", "describe", "digraph", "directive", "div", "error", "eval-rst"),
        *("figure-md", "footer", "graph", "graphviz", "header", "highlight", "highlights", "hint"),
        *("hlist", "include", "inheritance-diagram", "line-block", "literalinclude", "math"),
        *("mermaid", "meta", "moduleauthor", "myst-directive", "object", "only"),
        *("parsed-literal", "pull-quote", "raw", "replace", "restructuredtext-test-directive"),
        *("role", "rst-class", "sectionauthor", "sectnum", "sidebar", "sourcecode"),
        *("tab-set-code", "table", "tabularcolumns", "target-notes", "title", "topic", "unicode"),
    )
)
"""The directives of docutils, Sphinx and their extensions that pages may not use."""

_SECTIONS = frozenset((*(kind.section for kind in BLOCKS.values()), "additional", "all", "index"))
"""The sections of postings, and what addresses have for another use."""


def check_own(
    company: Company, lines: Mapping[str, int], operators: Collection[str], report: Report
) -> None:
    """Report blocks whose name, or place, can't be that; ``operators`` are others' directives."""
    taken = {*DIRECTIVES, *_SPHINX, *_SECTIONS, *operators}
    places = [*BLOCKS, *company.blocks]
    for name, block in company.blocks.items():
        if name in taken:
            message = gettext(
                "`blocks.{name}`: the name has another use: choose another", name=name
            )
            report.error(lines.get(f"blocks.{name}", 1), Rule.BAD_VALUE, message)
        if block.after is not None and (block.after == name or block.after not in places):
            others = [it for it in places if it != name]
            message = gettext(
                "`blocks.{name}.after`: there is no block {after}",
                name=name,
                after=quoted(block.after),
            )
            message += instead(block.after, others, gettext("Blocks"))
            report.error(lines.get(f"blocks.{name}.after", 1), Rule.BAD_VALUE, message)


def out_of_place(record: PageRecord, page: Audience, words: Vocabulary) -> Iterator[Problem]:
    """Yield a problem for each block that stands where others than its audience would read it.

    ``page`` is the audience of the page. Whoever writes such a block believes that it is hidden.
    """
    for name, line in record.own_blocks:
        kind = words.own_block(name)
        audience = kind.own.audience if kind and kind.own else page
        parts = (it for it in record.parts.parts if it.first < line < it.last)
        if page.may_read(audience) or any(it.audience.may_read(audience) for it in parts):
            continue
        message = gettext(
            "`{name}` is for `{audience}`: put it between the lines `::::::{{audience}} "
            "{audience}` and `::::::`",
            name=name,
            audience=audience,
        )
        yield Problem(record.path, line, Rule.AUDIENCE, message)


def audiences_of(
    whole: Sequence[PageRecord], settings: Settings, words: Vocabulary
) -> tuple[dict[str, Audience], list[Problem]]:
    """Return the audience of each page, and what stands where others would read it.

    Where it can't be told for whom a text is, nobody but the hiring team sees it.
    """
    seen = {record.path: settings.audience_of(record.path, record.audience) for record in whole}
    misplaced = [it for page in whole for it in out_of_place(page, seen[page.path], words)]
    kept = dict.fromkeys((it.path for it in misplaced), Audience.HIRING_TEAM)
    return {**seen, **kept}, misplaced
