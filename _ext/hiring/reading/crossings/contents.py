"""What an audience sees of a page's text: no hidden part, and no table of contents' hidden page."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from hiring.language.limits import MAX_STARS
from hiring.model.messages import gettext
from hiring.model.paths import page_named, resolved
from hiring.model.problem import quoted
from hiring.reading.sources.projection import project

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hiring.language.references import Reference
    from hiring.model.audience import Audience
    from hiring.reading.pages.record import PageRecord

_CONTAINERS = re.compile(r"[ \t>]*")
_WILD = re.compile(r"\*\*|\*|\?|\[!?(?:\w(?:-\w)?)+\]")


class Contents:
    """What entries of tables of contents stand for, of some pages; a pattern is matched once."""

    def __init__(self, paths: Iterable[str]) -> None:
        """Choose from the pages with these paths."""
        self.paths = dict.fromkeys(sorted(paths))
        self._matched: dict[str, tuple[str, ...]] = {}

    def named(self, page: str, entry: Reference) -> Sequence[str]:
        """Return the pages that an entry on a page stands for; a pattern never for that page."""
        if entry.kind != "glob":
            path = page_named(page, entry.target)
            return [path] if path in self.paths else []
        glob = resolved(page, entry.target)
        if glob is None or pattern_fault(entry.target):
            return []
        if glob not in self._matched:
            pattern = _pattern(glob)
            self._matched[glob] = tuple(
                path for path in self.paths if pattern.fullmatch(path.removesuffix(".md"))
            )
        return [path for path in self._matched[glob] if path != page]


def visible_text(
    record: PageRecord,
    text: str,
    audience: Audience,
    seen: Mapping[str, Audience],
    contents: Contents,
) -> str:
    """Return a page's text as its readers may have it, each hidden line empty.

    ``seen`` gives every page's audience, and ``contents`` chooses from all pages. Sphinx reports
    an entry that leads to no page, so one that leads to hidden pages alone goes too, and with it a
    pattern that no page has: the first opening may be yet to come.
    """
    projected = project(text, audience, record.parts)
    entries = [entry for entry in record.references if entry.kind in ("toctree", "glob")]
    if not entries:
        return projected
    lines = projected.split("\n")
    for entry in entries:
        named = contents.named(record.path, entry)
        hides = bool(named) or entry.kind == "glob"
        if hides and not any(audience.may_read(seen[path]) for path in named):
            # What stands before it may be a quote's mark: without, the fence would end here.
            before = _CONTAINERS.match(lines[entry.line - 1])
            lines[entry.line - 1] = before.group().rstrip() if before else ""
    return "\n".join(lines)


def pattern_fault(glob: str) -> str | None:
    """Return what is wrong with a pattern of a table of contents by itself, or None.

    Of what may stand for any number of signs, each multiplies the time that matching takes.
    """
    stars = max(part.replace("**", "").count("*") for part in glob.split("/"))
    if stars + glob.count("**") > MAX_STARS:
        return gettext(
            "{glob} holds more than {most} stars: name the pages",
            glob=quoted(glob),
            most=MAX_STARS,
        )
    if glob.endswith(".md"):
        return gettext("{glob} matches pages without their ending: delete `.md`", glob=quoted(glob))
    try:
        _pattern(glob)
    except re.error:
        return gettext(
            "{glob} is no pattern: wanted `*`, `**`, `?` or a range as `[a-z]`", glob=quoted(glob)
        )
    return None


@lru_cache(maxsize=1_000)
def _pattern(glob: str) -> re.Pattern[str]:
    """Return what Sphinx takes a pattern for: only ``**`` goes past a slash."""
    whole, end = "", 0
    for wild in _WILD.finditer(glob):
        sign = wild.group()
        meant = {"**": ".*", "*": "[^/]*", "?": "[^/]"}.get(sign)
        if meant is None:
            meant = f"[^/{sign[2:]}" if sign[1] == "!" else sign
        whole += _literal(glob[end : wild.start()]) + meant
        end = wild.end()
    return re.compile(whole + _literal(glob[end:]))


def _literal(part: str) -> str:
    """Return what matches a part without signs that stand for others."""
    if "[" in part:
        raise re.error("a range that Sphinx would read in its own way")
    return re.escape(part)
