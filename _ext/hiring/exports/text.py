"""Markdown of the handbook as plain text: names instead of keys, no markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hiring.reading.markdown import parser
from hiring.reading.vocabulary import PLACEHOLDER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from hiring.model.handbook import Handbook

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
    key, _, part = content.partition("/")
    role = handbook.roles.get(key)
    match kind.removeprefix("hiring:"):
        case "skill" if skill := handbook.skill_names.get(content.lower()):
            return skill.name
        case "role" if role:
            return role.facts.title
        case "level" if role and (level := role.level(part)):
            return role.title_at(level)
        case "question" if role and (question := role.question(part)):
            return question.question
        case "opening" if opening := handbook.openings.get(content):
            return opening.title
    return content
