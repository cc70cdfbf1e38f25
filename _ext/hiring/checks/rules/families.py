"""Fresh? Whether each role's family is one that readers meet in the lists."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hiring.checks.language.names import written_alike
from hiring.checks.rule import Hit, check
from hiring.checks.subjects import HandbookSubject
from hiring.model.messages import gettext
from hiring.model.problem import Severity, quoted
from hiring.model.tree import Directive, walk
from hiring.reading.sources.settings import START

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.model.handbook import Handbook
    from hiring.model.role import JobRole


def _hired_for(handbook: Handbook) -> list[JobRole]:
    return [role for role in handbook.originals.values() if role.facts.status != "retired"]


def _meant(handbook: Handbook) -> dict[str, str]:
    """Return the families that are written nearly as another, with that."""
    counts = Counter(role.facts.family for role in _hired_for(handbook))
    return written_alike(counts + Counter(_listed(handbook) or ()))


def _listed(handbook: Handbook) -> set[str] | None:
    """Return the families that the start page lists; None where it lists all of them, or none."""
    page = handbook.pages.get(START)
    shown = [
        node
        for node in (walk(page.body.nodes) if page else ())
        if isinstance(node, Directive) and node.name == "role-list"
    ]
    families = {node.options["family"] for node in shown if "family" in node.options}
    every = any(not node.options.keys() & {"family", "skill"} for node in shown)
    return families if families and not every else None


@check(Severity.WARNING, HandbookSubject)
def family_alike(whole: HandbookSubject) -> Iterator[Hit]:
    """A role's family is written nearly as that of other roles, and not the same.

    Why: It counts as a family of its own: lists of the other one miss the role.
    """
    meant = _meant(whole.handbook)
    for role in _hired_for(whole.handbook):
        if other := meant.get(role.facts.family):
            message = gettext(
                "the family is {family}; did you mean {other}, as on other pages? Write both the "
                "same",
                family=quoted(role.facts.family),
                other=quoted(other),
            )
            yield Hit(line=whole.line("role.family", role.path), message=message, path=role.path)


@check(Severity.WARNING, HandbookSubject)
def family_unlisted(whole: HandbookSubject) -> Iterator[Hit]:
    """The start page lists roles family by family, and not this one's.

    Why: Readers of the start page take its lists for all there is, and never see the role.
    """
    listed = _listed(whole.handbook)
    if listed is None:
        return
    listed |= _meant(whole.handbook).keys()
    for role in _hired_for(whole.handbook):
        family = role.facts.family
        if family not in listed:
            listed.add(family)  # told once
            message = gettext(
                "{page} lists no family {said}: add a block `role-list` there with "
                "`:family: {family}`",
                page=START,
                said=quoted(family),
                family=family,
            )
            yield Hit(line=whole.line("role.family", role.path), message=message, path=role.path)
