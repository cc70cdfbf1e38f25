"""Fresh? Whether readers come to each page, and are not sent to what is no longer hired for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.checks.rule import Hit, check
from hiring.checks.subjects import HandbookSubject
from hiring.model.messages import gettext
from hiring.model.problem import Severity, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.model.handbook import Handbook
    from hiring.model.role import JobRole

_START = "index.md"
_FEW = 5
"""So many roles are each told of, whatever share of all they are."""


@check(Severity.WARNING, HandbookSubject)
def orphan_page(whole: HandbookSubject) -> Iterator[Hit]:
    """A page is in no table of contents, nor is the page that it translates.

    Why: Readers can't browse to it, and the navigation lacks it.
    """
    pages = whole.handbook.pages
    listed = {path for page in pages.values() for path in page.contents}
    named = {path: page.path for page in pages.values() for path in page.links}
    for path, page in pages.items():
        if path in listed or path == _START or page.translates in listed:
            continue
        if path in named:
            message = gettext(
                "in no table of contents, and only {page} leads here: add it to a `toctree`, or "
                "delete it",
                page=quoted(named[path]),
            )
        else:
            message = gettext(
                "in no table of contents, and no page leads here: add it to a `toctree`, or delete "
                "it"
            )
        yield Hit(line=1, message=message, path=path)


@check(Severity.NOTE, HandbookSubject)
def role_unlinked(whole: HandbookSubject) -> Iterator[Hit]:
    """No other page and no other role names a role; only lists of all roles have it.

    As long as most roles are so, as in a handbook that has just been filled, it is told once.

    Why: Who reads about a neighboring job does not learn of this one.
    """
    handbook = whole.handbook
    named = {path for page in handbook.pages.values() for path in page.links}
    for role in handbook.roles.values():
        keys = (*role.facts.related, *role.facts.works_with, *_managers(role, handbook))
        named |= {handbook.roles[key].path for key in keys if key in handbook.roles}
    for opening in handbook.openings.values():
        if opening.facts.role in handbook.roles:
            named.add(handbook.roles[opening.facts.role].path)
    # Who names a translation leads to its role.
    named |= {handbook.pages[path].translates for path in named & handbook.versions.keys()}
    current = [role for role in handbook.originals.values() if role.facts.status != "retired"]
    apart = [it for it in current if it.path not in named] if len(handbook.originals) > 1 else []
    if len(apart) > max(_FEW, len(current) // 2):
        message = gettext(
            "no page names {number} of {all} roles: add those near a role to its `related`, or "
            "name roles in the text of pages",
            number=len(apart),
            all=len(current),
        )
        yield Hit(line=1, message=message, path=_START)
        return
    for role in apart:
        message = gettext(
            "no page names this role: add `{role}` to `related` of a role near it, or to a page's "
            "text",
            role=role.key,
        )
        yield Hit(line=whole.line("role.title", role.path), message=message, path=role.path)


def _managers(role: JobRole, handbook: Handbook) -> tuple[str, ...]:
    """Return to whom a role answers, as its page states it: the keys of roles among others."""
    stated = handbook.pages[role.path].front_matter.role
    return (*stated.reports_to, *stated.matrix_to) if stated else ()


@check(Severity.WARNING, HandbookSubject)
def retired_linked(whole: HandbookSubject) -> Iterator[Hit]:
    """A role names one that is retired among its facts, or a page's text leads there.

    Why: Readers follow the link to a job that nobody hires for any more.
    """
    handbook = whole.handbook
    retired = {
        role.path: role for role in handbook.roles.values() if role.facts.status == "retired"
    }
    for role in handbook.roles.values() if retired else ():
        if role.path not in retired:
            yield from _retired_facts(role, handbook)
    for page in handbook.pages.values() if retired else ():
        if page.path in retired:
            continue
        for path in sorted(retired.keys() & set(page.links)):
            message = gettext(
                "leads to {title}, which is retired: name the role that took its place, or say "
                "that it is no longer hired for",
                title=quoted(retired[path].facts.title),
            )
            line = handbook.line(page.path, f"links.{path}")
            yield Hit(line=line, message=message, path=page.path, severity=Severity.NOTE)


def _retired_facts(role: JobRole, handbook: Handbook) -> Iterator[Hit]:
    for name in ("related", "works_with"):
        for place, key in enumerate(getattr(role.facts, name)):
            other = handbook.roles.get(key)
            if other and other.facts.status == "retired":
                line = handbook.line(role.path, f"role.{name}.{place}")
                message = gettext(
                    "`{field}` names `{role}`, which is retired: delete it", field=name, role=key
                )
                yield Hit(line=line, message=message, path=role.path)
