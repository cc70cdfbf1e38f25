"""Markdown, read line by line: what a page means is all that is wanted, and not how it looks."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

from hiring.importing.formats.plain import rows_in
from hiring.importing.lines import Line, clean, says_something, without_mark
from hiring.model.messages import gettext

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*")
_BOLD = re.compile(r"(\*\*|__)(?P<said>[^*_]+)\1:?")
_TAG = re.compile(r"<(?:div|dl|table|ul|ol|p|section|h[1-6]|span|details)\b")
_FACT = re.compile(r"[^\W\d_][\w/ ]{1,30}: \S")
"""A label and its value: each row of several is a line of its own, though Markdown joins them."""

_FORMS = (
    (re.compile(r"!\[([^\]]{0,500})\]\([^)]{0,500}\)"), r"\1"),
    (re.compile(r"\[([^\]]{0,500})\]\((?:<[^>]{0,500}>|[^)]{0,500})\)"), r"\1"),
    (re.compile(r"\{[\w:-]+\}`([^`<]*?)\s*(?:<[^`]*>)?`"), r"\1"),
    (re.compile(r"<(https?://[^>\s]{1,500}|[^>\s@]{1,100}@[^>\s]{1,100})>"), r"\1"),
    (re.compile(r"</?[a-zA-Z][^>]{0,200}>"), " "),
    (re.compile(r"(\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*]+)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<!\w)_(?=\S)([^_]+)(?<=\S)_(?!\w)"), r"\1"),
    (re.compile(r"`+([^`]+)`+"), r"\1"),
)


def read_markdown(data: bytes) -> list[Line]:
    """Return the lines of a Markdown file; front matter of other programs is text like any."""
    found: list[Line] = []
    goes_on, apart = False, False
    rows = rows_in(data)
    in_html = _html(rows)
    front = rows.index("---", 1) + 1 if rows[:1] == ["---"] and "---" in rows[1:] else 0
    for number, row in enumerate(rows, 1):
        if number in in_html:
            found += in_html[number]
            goes_on = False
            continue
        text = row.strip().lstrip("> ")
        is_fence = text.startswith((":::", "```", "~~~", "%", "<!--"))
        if not says_something(text) or is_fence:
            if re.fullmatch(r"[=-]{3,}", text) and goes_on and found and number > front:
                found[-1] = Line(found[-1].text, found[-1].at, "heading", 1 if "=" in text else 2)
            goes_on, apart = False, True
            continue
        text = re.sub(r"""(?<=:\s)["']|["']$""", "", text) if number < front else text
        line = _line(text, row, gettext("line {number}", number=number), apart=apart)
        if line.kind == "row":
            above = found[-1].table if found and rows[number - 2].strip().startswith("|") else ()
            line = replace(line, table=(above[0], above[1] + 1) if above else (number, 0))
        is_new = number < front or line.kind != "text" or line.strong or not goes_on
        is_fact = _FACT.match(line.text) and found and _FACT.match(found[-1].text)
        is_new = is_new or text.startswith("**") or bool(is_fact)
        if is_new or not found:
            found.append(line)
        else:
            before = found[-1]
            said = f"{before.text} {line.text}"
            found[-1] = Line(said, before.at, before.kind, before.rank, apart=before.apart)
        goes_on = (
            line.kind in ("text", "entry") and not line.strong and not row.endswith(("  ", "\\"))
        )
        apart = False
    return found


def _html(rows: list[str]) -> dict[int, list[Line]]:
    """Return the lines of HTML that stands among the Markdown, by the numbers of their rows."""
    found: dict[int, list[Line]] = {}
    start = 0
    for number, row in enumerate([*rows, ""], 1):
        if not start and _TAG.match(row.strip()):
            start = number
        elif start and not row.strip():
            from hiring.importing.formats.web import read_web

            said = read_web("\n".join(rows[start - 1 : number - 1]).encode("utf-8"))
            found.update({at: [] for at in range(start, number)})
            found[start] = [
                replace(line, at=gettext("line {number}", number=start)) for line in said
            ]
            start = 0
    return found


def _line(text: str, row: str, at: str, *, apart: bool) -> Line:
    if match := _HEADING.fullmatch(text):
        return Line(inline(match[2]), at, "heading", len(match[1]))
    if text.startswith("|"):
        cells = tuple(inline(cell) for cell in re.split(r"(?<!\\)\|", text.strip("|")))
        said = " | ".join(cell for cell in cells if cell)
        return Line(said, at, "row", cells=cells)
    said, marked = without_mark(text)
    if marked:
        wide = row.expandtabs(4)
        depth = (len(wide) - len(wide.lstrip())) // 2
        return Line(inline(said), at, "entry", depth)
    strong = _BOLD.fullmatch(text.rstrip("\\ ")) is not None
    return Line(inline(text.rstrip("\\")), at, strong=strong, apart=apart)


def inline(text: str) -> str:
    """Return a text of Markdown without its marks: links are their words."""
    text = re.sub(r"\\([!-/:-@\[-`{-~])", lambda match: f"\ue000{ord(match[1]):02x}", text)
    for form, instead in _FORMS:
        text = form.sub(instead, text)
    text = re.sub(r"\ue000([0-9a-f]{2})", lambda match: chr(int(match[1], 16)), unescape(text))
    return clean(text)
