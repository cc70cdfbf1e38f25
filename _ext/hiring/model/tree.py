"""The tree that a piece of Markdown is: frozen nodes, named as CommonMark names them.

Blocks: ``heading`` (``number``: its level), ``paragraph``, ``bullet_list``, ``ordered_list``
(``number``: its first), ``item``, ``block_quote``, ``table``, ``row``, ``cell`` (``name``: ``th``
or ``td``), ``code_block`` (``name``: its language), ``html_block``, ``thematic_break``,
``footnote`` (``name``), ``label`` (``name``), ``comment``,
``block_break`` and ``directive``.

Inline: ``text``, ``escaped`` (a sign behind a backslash), ``code``, ``softbreak``, ``linebreak``,
``emph``, ``strong``, ``link`` (``target``), ``image`` (``target``; ``text`` for those who can't see
it), ``reference`` (a cross-reference: ``name`` is its kind; ``text`` the author's own words, or
nothing), ``role`` (another of Sphinx's inline roles, as ``kbd``), ``placeholder`` (``name``),
``footnote_reference`` (``name``) and ``html_inline``.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, make_dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic_core import core_schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping


Made = TypeVar("Made")


def _made_at_once(kind: type[Made]) -> type[Made]:
    """Return a frozen class whose values are made in a quarter of the time.

    That nobody changes one is held by types alone: to hold it at run time as well, each field of
    each of the thousands of nodes would be set by a call.
    """
    own = [
        (it.name, Any, field(default=it.default, default_factory=it.default_factory))
        for it in fields(kind)  # type: ignore[arg-type]
    ]
    kind.__init__ = make_dataclass(kind.__name__, own).__init__  # type: ignore[misc, method-assign]
    kind.__setattr__ = object.__setattr__  # type: ignore[method-assign]
    kind.__delattr__ = object.__delattr__  # type: ignore[method-assign]
    values_of = attrgetter(*(name for name, *_ in own))
    # For another process, without a call for each field.
    kind.__reduce__ = lambda value: (kind, values_of(value))  # type: ignore[method-assign, assignment]
    return kind


@_made_at_once
@dataclass(frozen=True, slots=True)
class Node:
    """A piece of Markdown, and the lines of its file that it starts and ends on, from 1.

    What the other fields say depends on its ``kind``: see above. ``last`` is 0 for inline nodes.
    """

    kind: str
    line: int
    last: int = 0
    text: str = ""
    name: str = ""
    target: str = ""
    number: int = 0
    children: tuple[Node, ...] = ()


@_made_at_once
@dataclass(frozen=True, slots=True)
class Directive(Node):
    """A directive: its ``name``, what stands behind it, its options, and what is inside.

    ``title`` is the argument as inline nodes, where readers see it as a title. ``body`` is the
    Markdown inside, which starts on ``body_line``; ``children`` is the same as nodes, empty where
    the directive takes something else than Markdown. ``option_lines`` gives the line of each
    option.
    """

    argument: str = ""
    title: tuple[Node, ...] = ()
    options: Mapping[str, str] = field(default_factory=dict)
    option_lines: Mapping[str, int] = field(default_factory=dict)
    body: str = ""
    body_line: int = 0

    def line_of(self, option: str) -> int:
        """Return the line of an option; the directive's own where it has none."""
        return self.option_lines.get(option, self.line)

    @property
    def directives(self) -> Iterator[Directive]:
        """The directives inside that stand in no other."""
        return directives_in(self.children)


class Body:
    """What a block holds, as nodes; they are made when they are first asked for.

    Two are never compared: what a block holds is told by its Markdown.
    """

    __slots__ = ("_make", "_nodes")

    def __init__(self, make: Callable[[], tuple[Node, ...]] = tuple) -> None:
        """Take the function that makes the nodes."""
        self._make = make
        self._nodes: tuple[Node, ...] | None = None

    @property
    def nodes(self) -> tuple[Node, ...]:
        """The nodes."""
        if self._nodes is None:
            self._nodes = self._make()
        return self._nodes

    def __reduce__(self) -> tuple[type[Body], tuple[()]]:
        """Leave the nodes behind: another process makes its own."""
        return Body, ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """Let a file of kept pages hold nothing of it."""
        nothing = core_schema.plain_serializer_function_ser_schema(lambda body: None)
        return core_schema.no_info_plain_validator_function(
            lambda kept: cls(), serialization=nothing
        )


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield nodes with all that is in them, titles first, in the order of the text."""
    # With a list of its own: a generator in a generator hands each node up through all of them.
    ahead = list(nodes)[::-1]
    while ahead:
        node = ahead.pop()
        yield node
        if node.children:
            ahead += node.children[::-1]
        if node.kind == "directive" and isinstance(node, Directive):
            ahead += node.title[::-1]


def directives_in(nodes: Iterable[Node]) -> Iterator[Directive]:
    """Yield the directives among nodes, and in lists and quotes; not those in other directives."""
    for node in nodes:
        if isinstance(node, Directive):
            yield node
        else:
            yield from directives_in(node.children)
