"""Markdown of the handbook for other programs: as plain text, and with nothing hidden named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from hiring.reading.assets import resolved
from hiring.reading.markdown import parser
from hiring.reading.vocabulary import ANOTHER, PLACEHOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from hiring.model.handbook import Handbook

_REFERENCE = re.compile(
    r"\{(?:hiring:)?(?P<kind>role|level|question|skill|opening)\}(?P<ticks>`+)(?P<content>.+?)(?P=ticks)(?!`)",
    re.DOTALL,
)
_LINK = re.compile(
    r"(?<!!)\[(?P<text>[^\[\]]*)\]\(\s*(?P<address><[^<>\n]*>|[^\s()<>]*)(?:\s[^()]*)?\)"
)
_DEFINITION = re.compile(r"^ {0,3}\[[^\[\]]+\]:\s*(?P<address>\S+)[^\n]*$", re.MULTILINE)
_TITLED = re.compile(r"^(?P<title>.+?)\s*<[^<>]*>$", re.DOTALL)


def plain_text(markdown: str, handbook: Handbook) -> str:
    """Return Markdown as text: a paragraph a line, list items with ``- `` or a number."""
    lines: list[str] = []
    bullets: list[str | int] = []
    pending = ""
    for token in parser().parse(markdown):
        if token.type == "bullet_list_open":
            bullets.append("-")
        elif token.type == "ordered_list_open":
            bullets.append(int(token.attrs.get("start", 1)))
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            bullets.pop()
        elif token.type == "list_item_open":
            pending = _bullet(bullets)
        elif token.type == "inline":
            indent = "  " * (len(bullets) - 1) if bullets else ""
            lines.append(f"{indent}{pending}{_inline(token.children or [], handbook)}")
            pending = ""
        elif token.type in ("fence", "code_block"):
            lines.append(token.content.rstrip("\n"))
        elif token.type == "colon_fence":
            lines.append(plain_text(re.sub(r"^:\w.*\n", "", token.content, flags=re.M), handbook))
    return "\n".join(lines)


def _bullet(bullets: list[str | int]) -> str:
    mark = bullets[-1]
    if isinstance(mark, int):
        bullets[-1] = mark + 1
        return f"{mark}. "
    return "- "


def _inline(children: Sequence[Token], handbook: Handbook) -> str:
    words = ""
    for token in children:
        if token.type in ("text", "code_inline"):
            words += token.content
        elif token.type in ("softbreak", "hardbreak"):
            words += " "
        elif token.type == "image":
            words += token.content
        elif token.type == "myst_role":
            words += reference_words(str(token.meta["name"]), token.content, handbook)
    return PLACEHOLDER.sub(lambda match: _label(match.group(1), handbook), words)


def _label(name: str, handbook: Handbook) -> str:
    placeholder = handbook.company.placeholders.get(name)
    return f"[{placeholder.label}]" if placeholder else f"[[{name}]]"


def reference_words(kind: str, content: str, handbook: Handbook) -> str:
    """Return what a cross-reference says: the author's text, else the name of its target."""
    titled = _TITLED.match(content)
    if titled:
        return titled["title"]
    kind = kind.removeprefix("hiring:")
    return _title(kind, content, handbook) or ANOTHER.get(kind, content)


def references_in(markdown: str) -> Iterator[tuple[str, str]]:
    """Yield kind and target of each cross-reference, in code too: better one too many."""
    for found in _REFERENCE.finditer(markdown):
        yield found["kind"], _target(found["content"])


def _target(content: str) -> str:
    titled = _TITLED.match(content)
    return (content.rpartition("<")[2].rstrip("> ") if titled else content).strip()


def _title(kind: str, name: str, handbook: Handbook) -> str | None:
    """Return the title of what a cross-reference leads to, or None where it is not there."""
    key, _, part = name.partition("/")
    role = handbook.roles.get(key)
    match kind:
        case "skill" if skill := handbook.skill_names.get(name.lower()):
            return skill.name
        case "role" if role:
            return role.facts.title
        case "level" if role and (level := role.level(part)):
            return role.title_at(level)
        case "question" if role and (question := role.question(part)):
            return question.question
        case "opening" if opening := handbook.openings.get(name):
            return opening.title
    return None


def visible_markdown(markdown: str, path: str, handbook: Handbook) -> str:
    """Return Markdown of the page ``path`` with words in place of what leads to hidden things.

    What is rewritten is looked for in the text as it is written, in code too: better a name too
    few than one too many.
    """

    def reference(found: re.Match[str]) -> str:
        kind, content = found["kind"], found["content"]
        there = _title(kind, _target(content), handbook)
        return found.group() if there else reference_words(kind, content, handbook)

    def link(found: re.Match[str]) -> str:
        if _leads_to_page(found["address"], path, handbook):
            return found.group()
        return found["text"] or "another page"

    def definition(found: re.Match[str]) -> str:
        return found.group() if _leads_to_page(found["address"], path, handbook) else ""

    rewritten = _REFERENCE.sub(reference, markdown)
    rewritten = _LINK.sub(link, rewritten)
    return _DEFINITION.sub(definition, rewritten)


def _leads_to_page(address: str, path: str, handbook: Handbook) -> bool:
    """Tell whether a link's address is anything but that of a page which is not there."""
    target = unquote(address.strip("<>").partition("#")[0])
    if "://" in target or not target.endswith(".md"):
        return True
    return resolved(path, target) in handbook.pages
