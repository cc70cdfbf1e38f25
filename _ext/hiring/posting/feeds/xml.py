"""XML as the job boards want it: every text in CDATA."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.posting.content import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Field = tuple[str, "str | Sequence[Field] | None"]
    Fields = Iterable[Field]


def cdata(text: str) -> str:
    """Return text as CDATA; where it holds the end of one, that is split over two."""
    return f"<![CDATA[{clean(text).replace(']]>', ']]]]><![CDATA[>')}]]>"


def elements(fields: Fields, indent: str) -> str:
    """Return an element a line, with those that are in it indented.

    What is None is left out, and what is empty stays.
    """
    lines = []
    for name, value in fields:
        if isinstance(value, str):
            lines.append(f"{indent}<{name}>{cdata(value)}</{name}>\n")
        elif value is not None:
            inner = elements(value, f"{indent}  ")
            lines.append(f"{indent}<{name}>\n{inner}{indent}</{name}>\n")
    return "".join(lines)


def document(head: Fields, jobs: Iterable[Fields]) -> bytes:
    """Return ``<source>`` with its head, and a ``<job>`` for each of the jobs."""
    body = "".join(f"  <job>\n{elements(job, '    ')}  </job>\n" for job in jobs)
    text = f"<source>\n{elements(head, '  ')}{body}</source>\n"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'.encode()
