"""Structured data by schema.org: what a posting's sections say, property by property."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from hiring.model.blocks import BLOCKS
from hiring.posting.content import Bullets, paragraphs_in
from hiring.posting.formats.text import content_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.posting.compose import Posting
    from hiring.posting.content import Content, Item, Section

DEMANDS = ("physicalRequirement", "sensoryRequirement")
"""J21: what is asked of the body, and of the senses."""

_SENSES = re.compile(
    r"\b(?:see|sees|seeing|(?:eye)?sight|vision|visual\w*|colou?rs?|hear|hears|hearing|listen\w*|"
    r"smells?|smelling|odou?rs?|tastes?|tasting|touch|feels?|reads?|reading|"
    r"sehen|sieht|seh(?:kraft|vermögen)|farb\w+|hör\w+|gehör|riech\w+|tast\w+|les(?:en|bar)|"
    r"voir|voit|vue|couleurs?|entend\w*|ouïe|audition|odorat|toucher|lire)\b",
    re.IGNORECASE,
)


def texts_of(posting: Posting, of_facts: dict[str, Any]) -> dict[str, Any]:
    """J21: parts of the description that other readers take by themselves.

    What facts say of the same stands behind the text.
    """
    found: dict[str, list[str]] = {}
    for name, title, section in _saying(posting):
        parts, text = found.setdefault(name, []), content_text(section)
        parts.append(f"{title}\n\n{text}" if parts and title else text)
    texts = {name: "\n\n".join(parts) for name, parts in found.items()}
    return {
        name: [text, *of_facts[name]] if of_facts.get(name) else text
        for name, text in texts.items()
    }


def _saying(posting: Posting) -> Iterator[tuple[str, str, tuple[Content, ...]]]:
    """Yield the properties that sections of blocks stand for, each with its title and content.

    The title tells one section from another of the same property, as duties.
    """
    data = {kind.section: kind.data for kind in BLOCKS.values()}
    for section in posting.sections:
        if name := data.get(section.id):
            yield name, section.title, section.content
    for section in parted_sections(posting):
        lists = (part for part in section.content if isinstance(part, Bullets))
        told: dict[str, list[Item]] = {}
        for item in (item for part in lists for item in part.items):
            told.setdefault(DEMANDS[_is_of_senses(item)], []).append(item)
        yield from ((name, "", (Bullets(tuple(items)),)) for name, items in told.items())


def parted_sections(posting: Posting) -> tuple[Section, ...]:
    """Return the sections whose entries go to one property or another."""
    return tuple(section for section in posting.sections if section.id == "physical-demands")


def _is_of_senses(entry: Item) -> bool:
    """Tell whether a demand is one on the senses: what it is for stands behind its first words."""
    first = next(paragraphs_in(entry.content)).text
    return bool(
        _SENSES.search(re.split(r"[:;,]| (?:to|for|when|while|because|since|as|so) ", first)[0])
    )
