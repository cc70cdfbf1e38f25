"""Names in the text of a page put in the place of others, and nothing else of it touched."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True)
class OldName:
    """A place that calls a page by an old name: what is ``written``, and what is meant ``today``.

    ``kind`` is that of a reference, or ``fact`` or ``option``. It stands on ``line``, counted from
    1; a reference may start there and name its target on a later line of the paragraph.
    """

    kind: str
    line: int
    written: str
    today: str


_TICKED = r"(?:\{[\w:-]+\})?(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)"
"""Code, or another cross-reference: passed over whole, so that no tick of it opens the next."""

_ON_ITS_LINE = {
    "fact": r"""(?<=[\s\[,"'])(?P<name>%s)(?=[\s\],}"']|$)""",
    "option": r"""(?<=[\s,"'])(?P<name>%s)(?=[\s,/"']|$)""",
    "toctree": r"(?<![^\s<])(?P<name>%s)(?=\s*>?\s*$)",
}
_LINK = r"(?:\]\(\s*<?|^\s*:?(?:link|target):\s+)(?P<name>%s)(?=[\s)>]|$)"
_REFERENCE = r"\{(?:hiring:)?%s\}(?P<mark>`+)(?:[^`]*<)?\s*(?P<name>%s)\s*>?\s*(?P=mark)"
_DEFINITION = r"^ {0,3}\[[^\[\]]+\]:\s*<?(?P<name>%s)(?=[\s>]|$)"
"""The address of a link by name, which stands anywhere on the page."""

_END = re.compile(r"\n[ \t>]*\n|\Z")


def respelled(text: str, names: Iterable[OldName]) -> tuple[str, list[OldName]]:
    """Return a page's text with the names of today, and those put there, each on its own line.

    A name that is not found where it should stand is left alone.
    """
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    edits: dict[tuple[int, int], OldName] = {}
    for name, count in Counter(names).items():
        for span in islice(_places(text, starts, name), count):
            line = bisect_right(starts, span[0])
            edits.setdefault(span, OldName(name.kind, line, name.written, name.today))
    parts, end = [], 0
    for (first, last), name in sorted(edits.items()):
        parts += [text[end:first], name.today]
        end = last
    return "".join([*parts, text[end:]]), [edits[span] for span in sorted(edits)]


def _places(text: str, starts: list[int], name: OldName) -> Iterator[tuple[int, int]]:
    """Yield from where to where in a text a name may stand that is said to be on a line."""
    start = starts[name.line - 1]
    forms = dict.fromkeys((name.written, unquote(name.written)))
    written = "|".join(map(re.escape, forms))
    if name.kind in _ON_ITS_LINE:
        end = starts[name.line] - 1 if name.line < len(starts) else len(text)
        yield from _found(_ON_ITS_LINE[name.kind] % written, text, start, end)
        return
    ends = _END.search(text, start)
    end = ends.start() if ends else len(text)
    if name.kind == "link":
        yield from _found(f"{_LINK % written}|{_TICKED}", text, start, end)
        yield from _found(_DEFINITION % written, text, 0, len(text))
    else:
        yield from _found(f"{_REFERENCE % (name.kind, written)}|{_TICKED}", text, start, end)


def _found(pattern: str, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in re.compile(pattern, re.MULTILINE | re.DOTALL).finditer(text, start, end):
        if match["name"] is not None:
            yield match.span("name")
