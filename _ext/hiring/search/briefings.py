"""What candidates are told of interviews, as a page is found by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.model.tree import Directive

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hiring.model.briefings import Briefing
    from hiring.model.handbook import Handbook
    from hiring.model.page import Page
    from hiring.model.tree import Node

BRIEFING = "candidate-briefing"


def briefings_on(page: Page, handbook: Handbook) -> tuple[Briefing, ...]:
    """Return the briefings that a page shows; one that names no such block is not parsed."""
    if not handbook.briefings or BRIEFING not in page.text.lower():
        return ()
    return tuple(briefings_in(page.body.nodes, page.path, handbook))


def briefings_in(nodes: Iterable[Node], path: str, handbook: Handbook) -> Iterator[Briefing]:
    """Yield the briefings that blocks of a page show."""
    for node in nodes:
        if not isinstance(node, Directive):
            continue
        if node.name == BRIEFING:
            found = handbook.briefings.get(
                node.options.get("role", "").strip() or _own(path, handbook)
            )
            if found:
                yield found
        yield from briefings_in(node.children, path, handbook)


def _own(path: str, handbook: Handbook) -> str:
    """Return the key of the role that a page is of."""
    interview, role = handbook.interview_on(path), handbook.role_on(path)
    if interview:
        return interview.role
    return role.translates or role.key if role else ""


def told_in(briefing: Briefing, handbook: Handbook) -> str:
    """Return what a briefing says, a stage a line."""
    said = handbook.lexicon(briefing.language)
    stages = (" ".join(it.text for it in stage.told(said)) for stage in briefing.stages)
    return "\n".join(filter(None, (briefing.application(said), *stages)))
