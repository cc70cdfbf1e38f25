"""Markdown of the handbook for other programs: as plain text, and with nothing hidden named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from hiring.reading.anchors import plain_label
from hiring.reading.assets import is_asset, resolved
from hiring.reading.markdown import parser
from hiring.reading.sources import ROLES_FOLDER
from hiring.reading.visibility import NEUTRAL, is_there
from hiring.reading.vocabulary import ANOTHER, PLACEHOLDER, REFERENCES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from markdown_it.token import Token

    from hiring.model.handbook import Handbook

_REFERENCE = re.compile(
    r"\{(?:hiring:)?(?P<kind>[\w:-]+)\}(?P<ticks>`+)(?P<content>.+?)(?P=ticks)(?!`)", re.DOTALL
)
_LINK_END = re.compile(
    r"\]\(\s*(?P<address><[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)"
    r"(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*\)"
)
_DEFINITION = re.compile(
    r"^[ \t>]*\[(?P<name>[^\[\]]+)\]:[ \t]*\n?[ \t]*(?P<address>\S+)[^\n]*$", re.MULTILINE
)
_OPTION = re.compile(r"^[ \t>]*:(?:link|target):[ \t]*(?P<address>\S.*)\n", re.MULTILINE)
_EMPTY_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")
_ANOTHER = {**ANOTHER, "doc": NEUTRAL["page"], "ref": NEUTRAL["label"]}
_TITLED = re.compile(r"^(?P<title>.+?)\s*<[^<>]*>$", re.DOTALL)


def plain_text(markdown: str, handbook: Handbook) -> str:
    """Return Markdown as text: a paragraph a line, list items with ``- `` or a number."""
    return text_of_tokens(parser().parse(markdown), handbook)


def text_of_tokens(tokens: Iterable[Token], handbook: Handbook) -> str:
    """Return parsed Markdown, or some whole blocks of it, as ``plain_text`` does."""
    lines: list[str] = []
    bullets: list[str | int] = []
    pending = ""
    for token in tokens:
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
    return _title(kind, content, handbook) or _ANOTHER.get(kind, content)


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
    page = handbook.pages.get(_page_named(name, f"{ROLES_FOLDER}/"))
    match kind:
        case "doc" if page:
            return page.title
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
    few than one too many. Nor do several empty lines tell how many hidden ones there are.
    """
    gone: list[str] = []

    def reference(found: re.Match[str]) -> str:
        kind, content = found["kind"], found["content"]
        there = _is_there(kind, _target(content), path, handbook)
        return found.group() if there else reference_words(kind, content, handbook)

    def definition(found: re.Match[str]) -> str:
        if _leads_somewhere(found["address"], path, handbook):
            return found.group()
        gone.append(found["name"])
        return ""

    def option(found: re.Match[str]) -> str:
        return found.group() if _leads_somewhere(found["address"], path, handbook) else ""

    rewritten = _DEFINITION.sub(definition, _REFERENCE.sub(reference, markdown))
    for name in gone:
        rewritten = re.sub(rf"\[([^\[\]]+)\]\[{re.escape(name)}\]", r"\1", rewritten, flags=re.I)
        rewritten = re.sub(rf"\[({re.escape(name)})\](?:\[\])?", r"\1", rewritten, flags=re.I)
    rewritten = _without_links(_OPTION.sub(option, rewritten), path, handbook)
    return _EMPTY_LINES.sub("\n\n", rewritten)


def _without_links(markdown: str, path: str, handbook: Handbook) -> str:
    """Return Markdown with the words alone of links to what is not there."""
    edits: list[tuple[int, int, str]] = []
    for end in _LINK_END.finditer(markdown):
        start = _opening(markdown, end.start())
        if start is None or _leads_somewhere(end["address"], path, handbook):
            continue
        empty = not markdown[start + 1 : end.start()].strip()
        edits += [(start, start + 1, NEUTRAL["page"] if empty else ""), (*end.span(), "")]
    for first, last, words in sorted(edits, reverse=True):
        markdown = markdown[:first] + words + markdown[last:]
    return markdown


def _opening(markdown: str, end: int) -> int | None:
    """Return where the bracket is opened that is closed at ``end``."""
    depth = 0
    for place in range(end, -1, -1):
        depth += {"]": 1, "[": -1}.get(markdown[place], 0)
        if depth == 0:
            return place
    return None


def _is_there(kind: str, target: str, path: str, handbook: Handbook) -> bool:
    """Tell whether a cross-reference leads somewhere, as far as it leads at all."""
    if kind in REFERENCES:
        return _title(kind, target, handbook) is not None
    if kind == "doc":
        return _page_named(target, path) in handbook.pages
    return kind not in ("ref", "term") or is_there(
        handbook, {"ref": "label"}.get(kind, kind), plain_label(target)
    )


def _page_named(name: str, path: str) -> str:
    return f"{resolved(path, name.removesuffix('.md'))}.md"


def _leads_somewhere(address: str, path: str, handbook: Handbook) -> bool:
    """Tell whether an address is anything but that of a thing which is not there."""
    target, _, anchor = unquote(address.strip("<> ")).partition("#")
    if ":" in target:
        return True
    if not target:
        return is_there(handbook, "name", f"{path}#{anchor}")
    if not target.endswith(".md"):
        return is_asset(target) or is_there(handbook, "name", f"{path}#{target}")
    inside = resolved(path, target)
    if anchor:
        return is_there(handbook, "anchor", f"{inside}#{anchor}")
    return inside in handbook.pages
