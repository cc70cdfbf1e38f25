"""The anchors of a page that its Markdown makes, and the terms that it defines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from myst_parser.slugs import github_slugify, unique_slug

from hiring.reading.slugs import key_from

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hiring.reading.fences import Fence
    from hiring.reading.markdown import Heading

SITE_LABELS = frozenset(
    (
        *("genindex", "modindex", "search"),
        *("hiring-roles", "hiring-skills", "hiring-questions", "hiring-a-z"),
    )
)
"""The labels that every site has, whatever its pages hold."""


def plain_label(label: str) -> str:
    """Return a label or a term as Sphinx compares it, without regard to case and spaces."""
    return " ".join(label.lower().split())


def anchors_of(label: str) -> tuple[str, str]:
    """Return the two anchors that lead to a label: itself, and the id that docutils makes of it."""
    return label, key_from(label)


def slugs_of(headings: Iterable[Heading]) -> list[str]:
    """Return the anchors that MyST gives to headings, in the page's order."""
    found: dict[str, None] = {}
    for heading in headings:
        if slug := github_slugify(heading.text):
            found[unique_slug(slug, found)] = None
    return list(found)


def terms_in(directives: Iterable[Fence]) -> list[str]:
    """Return the terms of all glossaries among directives and in them, plain."""
    return [plain_label(term) for fence in _all(directives) for term in _terms(fence)]


def _all(directives: Iterable[Fence]) -> Iterator[Fence]:
    for fence in directives:
        yield fence
        yield from _all(fence.children)


def _terms(fence: Fence) -> Iterator[str]:
    """Yield the lines of a glossary that explain nothing: Sphinx has the terms at the margin."""
    for line in fence.body.split("\n") if fence.name == "glossary" else ():
        if line.strip() and not line[0].isspace():
            yield line.partition(" : ")[0].strip()
