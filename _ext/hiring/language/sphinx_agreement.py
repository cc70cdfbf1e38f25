"""What Sphinx, MyST and docutils refuse about a page that is well formed: told before they run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygments.lexers import get_all_lexers

from hiring.language.bodies import body_faults, code_language
from hiring.language.vocabulary import is_ours
from hiring.model.messages import gettext
from hiring.model.problem import nearest, quoted
from hiring.model.rules import Rule
from hiring.model.tree import Directive

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from hiring.language.bodies import Fault
    from hiring.model.tree import Node

LANGUAGES = frozenset(
    ("none", "default", *(alias.lower() for lexer in get_all_lexers() for alias in lexer[1]))
)
"""The names of languages that code can be in."""


_FOOTNOTES = {"footnote", "footnote_reference"}


def page_faults(nodes: Collection[Node], every: Collection[Node]) -> Iterator[Fault]:
    """Yield what is wrong with a page's nodes, as some readers see them.

    ``every`` are all nodes that ``walk`` yields of them. What few pages have is looked for there.
    """
    kinds = {node.kind for node in every}
    yield from heading_faults(nodes)
    if "thematic_break" in kinds:
        yield from break_faults(nodes, every)
    if kinds & _FOOTNOTES:
        yield from footnote_faults(nodes)
    for node in every:
        if node.kind not in ("directive", "code_block"):
            continue
        name = code_language(node)
        if name and name.lower() not in LANGUAGES:
            hint = nearest(name, LANGUAGES) or "."
            message = gettext(
                "there is no language {name} for code{hint} `text` is plain",
                name=quoted(name),
                hint=hint,
            )
            yield node.line, Rule.LANGUAGE, message
        if isinstance(node, Directive):
            yield from body_faults(node)


def heading_faults(nodes: Iterable[Node]) -> Iterator[Fault]:
    """Yield the headings that skip a level."""
    above: list[int] = []
    for node in nodes:
        if node.kind == "heading":
            above = [level for level in above if level < node.number]
            if above and node.number > above[-1] + 1:
                wanted, found = "#" * (above[-1] + 1), "#" * node.number
                message = gettext(
                    "a heading {found} right below one {above}: write {wanted}",
                    found=found,
                    above=wanted[1:],
                    wanted=wanted,
                )
                yield node.line, Rule.HEADING_LEVEL, message
            above.append(node.number)


def break_faults(nodes: Iterable[Node], every: Iterable[Node]) -> Iterator[Fault]:
    """Yield the breaks (``---``) that part nothing: docutils has them between a section's parts.

    A footnote is no such part: it is shown elsewhere than where it stands.
    """
    yield from _breaks_within(every)
    shown = [node for node in nodes if node.kind != "footnote"]
    for above, node, below in zip([None, *shown], shown, [*shown[1:], None], strict=False):
        if node.kind != "thematic_break":
            continue
        if above is None or above.kind == "heading":
            yield _no_break(node, gettext("a break as `---` with nothing above it: delete it"))
        elif above.kind == "thematic_break":
            yield _no_break(node, gettext("a break as `---` below another: delete it"))
        elif below is None:
            yield _no_break(node, gettext("a break as `---` with nothing below it: delete it"))


def _breaks_within(every: Iterable[Node]) -> Iterator[Fault]:
    for holder in every:
        for node in holder.children:
            if node.kind == "thematic_break":
                if isinstance(holder, Directive):
                    message = gettext(
                        "a break as `---` inside `{name}`: delete it", name=holder.name
                    )
                else:
                    message = gettext(
                        "a break as `---` inside a list, a quote or a footnote: delete it"
                    )
                yield _no_break(node, message)


def _no_break(node: Node, message: str) -> Fault:
    return node.line, Rule.THEMATIC_BREAK, message


def footnote_faults(nodes: Iterable[Node]) -> Iterator[Fault]:
    """Yield the footnotes that are not there, that stand twice, and that nothing leads to.

    What a block of ours leads to must stand in it: the block may be shown on other pages.
    """
    footnotes: dict[str, tuple[int, int]] = {}
    asked: list[tuple[str, int, int]] = []
    for node, block in _in_blocks(nodes, 0):
        if node.kind == "footnote_reference":
            asked.append((node.name, node.line, block))
        elif node.kind == "footnote" and node.name in footnotes:
            first, _ = footnotes[node.name]
            message = gettext(
                "the footnote `[^{name}]` stands on line {line} already: rename one",
                name=node.name,
                line=first,
            )
            yield node.line, Rule.FOOTNOTE, message
        elif node.kind == "footnote":
            footnotes[node.name] = node.line, block
    for name, line, block in asked:
        if name not in footnotes or footnotes[name][1] != block:
            message = (
                gettext("the footnote `[^{name}]` stands nowhere in this block: add `[^{name}]: …`")
                if block
                else gettext(
                    "the footnote `[^{name}]` stands nowhere on this page: add `[^{name}]: …`"
                )
            ).format(name=name)
            yield line, Rule.FOOTNOTE, message
    used = {(name, block) for name, _, block in asked}
    for name, (line, block) in footnotes.items():
        if (name, block) not in used:
            message = gettext("nothing leads to the footnote `[^{name}]`: delete it", name=name)
            yield line, Rule.FOOTNOTE, message


def _in_blocks(nodes: Iterable[Node], block: int) -> Iterator[tuple[Node, int]]:
    """Yield nodes and all in them, each with the line of the block of ours around it, or 0."""
    for node in nodes:
        yield node, block
        if isinstance(node, Directive):
            inside = block or (node.line if is_ours(node) else 0)
            yield from _in_blocks((*node.title, *node.children), inside)
        else:
            yield from _in_blocks(node.children, block)
