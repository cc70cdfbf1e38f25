"""What an audience sees of a page's text: no hidden part, and no table of contents' hidden page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hiring.reading.assets import resolved
from hiring.reading.projection import project

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from hiring.language.references import Reference
    from hiring.model.audience import Audience
    from hiring.reading.record import PageRecord

_CONTAINERS = re.compile(r"[ \t>]*")
_WILD = re.compile(r"\*\*|\*|\?|\[!?[^\]]+\]")


def visible_text(
    record: PageRecord, text: str, audience: Audience, seen: Mapping[str, Audience]
) -> str:
    """Return a page's text as its readers may have it, each hidden line empty.

    ``seen`` gives every page's audience. Sphinx reports an entry that leads to no page, so one
    that leads to hidden pages alone goes too.
    """
    lines = project(text, audience, record.parts).split("\n")
    entries = [entry for entry in record.references if entry.kind in ("toctree", "glob")]
    for entry in entries:
        named = [
            seen[path] for path in pages_named(record.path, entry, seen) if path != record.path
        ]
        if named and not any(audience.may_read(page) for page in named):
            # What stands before it may be a quote's mark: without, the fence would end here.
            before = _CONTAINERS.match(lines[entry.line - 1])
            lines[entry.line - 1] = before.group().rstrip() if before else ""
    return "\n".join(lines)


def pages_named(page: str, entry: Reference, paths: Collection[str]) -> list[str]:
    """Return those of the ``paths`` that an entry of a page's table of contents stands for."""
    target = resolved(page, entry.target.removesuffix(".md")) or ""
    if entry.kind != "glob":
        return [path for path in (f"{target}.md",) if path in paths]
    pattern = _pattern(target)
    return [path for path in paths if pattern.fullmatch(path.removesuffix(".md"))]


def _pattern(glob: str) -> re.Pattern[str]:
    """Return what Sphinx takes a pattern for: only ``**`` goes past a slash."""
    whole, end = "", 0
    for wild in _WILD.finditer(glob):
        sign = wild.group()
        meant = {"**": ".*", "*": "[^/]*", "?": "[^/]"}.get(sign)
        if meant is None:
            inside = sign[1:-1].replace("\\", r"\\")
            meant = f"[^/{inside[1:]}]" if inside[0] == "!" else f"[{inside}]"
        whole += re.escape(glob[end : wild.start()]) + meant
        end = wild.end()
    return re.compile(whole + re.escape(glob[end:]))
