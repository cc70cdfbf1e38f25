"""What a posting says, and what a reader of each format finds in it, in one form to compare.

A posting is a sequence of parts: its kind (`h2`, `h3`, `p`, `li`), how many lists hold it, and its
signs without the spaces, each with the marks that it has. An entry says its number: `li 2.`.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from extruct.jsonld import JsonLdExtractor
from lxml import etree

from hiring.model import words
from hiring.posting.content import Bullets, Content, Paragraph, Span
from hiring.posting.structured import as_script_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hiring.posting.compose import Posting

Signs = tuple[tuple[str, str], ...]
Part = tuple[str, int, Signs]


def signs(text: str, marks: str = "") -> Signs:
    """Return the signs of a text, each with its marks: ``strong em https://...``."""
    return tuple((sign, marks.strip()) for sign in text if not sign.isspace())


def said(posting: Posting) -> list[Part]:
    """Return what a posting says."""
    parts: list[Part] = [("h2", 0, signs(posting.title))]
    for section in posting.sections:
        parts += [("h3", 0, signs(section.title)), *said_by(section.content)]
    return parts


def said_by(content: Iterable[Content], depth: int = 0) -> Iterator[Part]:
    """Yield the parts of content."""
    for part in content:
        if isinstance(part, Paragraph):
            yield "p", depth, tuple(sign for span in part.spans for sign in _marked(span))
        elif isinstance(part, Bullets):
            for item, mark in zip(part.items, part.marks, strict=True):
                yield f"li {mark}", depth + 1, ()
                yield from said_by(item.content, depth + 1)


def _marked(span: Span) -> Signs:
    marks = f"{'strong ' * span.strong}{'em ' * span.em}{span.href or ''}"
    return signs(span.text, marks)


def read_html(text: str) -> list[Part]:
    """Return what HTML says; raise where it is not well formed."""
    root = etree.fromstring(f"<div>{text}</div>".encode())
    return list(_blocks(root, 0))


def tags(text: str) -> set[str]:
    """Return the names of all elements in HTML."""
    return {str(element.tag) for element in etree.fromstring(f"<div>{text}</div>".encode()).iter()}


def read_back(value: Any) -> Any:
    """Return what an independent reader finds in a page that carries the value."""
    script = f'<script type="application/ld+json">{as_script_json(value)}</script>'
    page = f"<!doctype html><html><head>{script}</head><body><p>text</p></body></html>"
    return JsonLdExtractor().extract(page)


def _blocks(element: etree._Element, depth: int) -> Iterator[Part]:
    for child in element:
        if child.tag in ("ul", "ol"):
            yield from _blocks(child, depth)
        elif child.tag == "li":
            yield f"li {_number(child)}", depth + 1, ()
            inline = tuple(_inline(child, ""))
            if inline:
                yield "p", depth + 1, inline
            yield from _blocks(child, depth + 1)
        elif child.tag in ("p", "h1", "h2", "h3"):
            yield str(child.tag), depth, tuple(_inline(child, ""))


def _number(item: etree._Element) -> str:
    """Return what a browser writes before an entry: its number, or a bullet."""
    parent = item.getparent()
    assert parent is not None
    first = int(parent.get("start", "1"))
    return f"{first + parent.index(item)}." if parent.tag == "ol" else "-"


def _inline(element: etree._Element, marks: str) -> Iterator[tuple[str, str]]:
    yield from signs(element.text or "", marks)
    for child in element:
        if child.tag in ("strong", "em"):
            names = {*marks.split(), str(child.tag)}
            order = [name for name in ("strong", "em") if name in names]
            rest = [name for name in marks.split() if name not in ("strong", "em")]
            yield from _inline(child, " ".join([*order, *rest]))
        elif child.tag == "a":
            yield from _inline(child, f"{marks} {child.get('href')}".strip())
        yield from signs(child.tail or "", marks)


def without_marks(parts: Iterable[Part]) -> list[str]:
    """Return the text of each part that has some."""
    texts = ("".join(sign for sign, _ in part[2]) for part in parts)
    return [text for text in texts if text]


_OF_FACTS = (
    "workHours",
    "incentiveCompensation",
    "eligibilityToWorkRequirement",
    "securityClearanceRequirement",
)


def visible_words(found: dict[str, Any]) -> list[str]:
    """Return what the page must say for the data to be true (J19)."""
    parts = [found["title"], words.day(date.fromisoformat(found["datePosted"]))]
    parts.append(f"Requisition: {found['identifier']['value']}")
    parts += [found["hiringOrganization"]["name"], found["hiringOrganization"]["sameAs"]]
    asked = found["qualifications"]
    text, *licenses = asked if isinstance(asked, list) else [asked]
    parts += [found["responsibilities"], text, *(it["name"] for it in licenses)]
    parts += [it["recognizedBy"]["name"] for it in licenses if "recognizedBy" in it]
    for name in _OF_FACTS:
        parts += found.get(name, "").split("; ")
    if "validThrough" in found:
        parts.append(words.day(date.fromisoformat(found["validThrough"][:10])))
    parts += found["skills"].split(", ") if "skills" in found else []
    if "totalJobOpenings" in found:
        parts.append(f"Open positions: {found['totalJobOpenings']}")
    areas = found.get("applicantLocationRequirements", [])
    parts += [area["name"] for area in (areas if isinstance(areas, list) else [areas])]
    parts += ["Remote"] if "jobLocationType" in found else []
    value = found.get("baseSalary", {}).get("value", {})
    parts += [f"{end:,.2f}".removesuffix(".00") for end in value.values() if isinstance(end, float)]
    parts += [f"{end:,}" for end in value.values() if isinstance(end, int)]
    return parts
