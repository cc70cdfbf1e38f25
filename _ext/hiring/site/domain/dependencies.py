"""The parts of the handbook that a page can show: what is compared, to know if it must be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hiring.checks.report import opening_report, reports
from hiring.model.reviews import reviews
from hiring.model.targets import is_shown, resolve
from hiring.posting.listings import listings
from hiring.site.domain.references import path_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from hiring.model.role import JobRole
    from hiring.site.domain.domain import HiringDomain


def _role(domain: HiringDomain, key: str) -> Any:
    role = domain.handbook.roles.get(key)
    return role, role and domain.is_overdue(role)


def _cards(domain: HiringDomain, name: str) -> Any:
    return [(role.key, role.facts, role.skills) for role in domain.handbook.roles.values()]


def _questions(domain: HiringDomain, name: str) -> Any:
    return [
        (role.key, role.facts.title, role.facts.family, role.facts.status, _asked(role))
        for role in domain.handbook.roles.values()
    ]


def _asked(role: JobRole) -> list[tuple[str, str]]:
    return [(entry.id, entry.question) for entry in role.questions]


def _page(domain: HiringDomain, docname: str) -> Any:
    path = path_of(docname)
    return domain.handbook.pages.get(path), domain.changes.get(path)


def _changes(domain: HiringDomain, name: str) -> Any:
    titles = {path: page.title for path, page in domain.handbook.pages.items()}
    return domain.changes, titles


def _opening(domain: HiringDomain, key: str) -> Any:
    opening = domain.handbook.openings.get(key)
    return opening, opening and opening.state(domain.today)


def _reviews(domain: HiringDomain, name: str) -> Any:
    found = reviews(domain.handbook, domain.today)
    days = domain.handbook.company.checks.limits.review_days
    return [(it.role.key, it.role.facts, it.state) for it in found], days


def _generator(domain: HiringDomain, name: str) -> Any:
    return domain.handbook.roles, domain.handbook.skills, domain.handbook.company


PARTS: dict[str, Callable[[HiringDomain, Any], Any]] = {
    "role": _role,
    "roles": lambda domain, name: domain.handbook.roles,
    "cards": _cards,
    "questions": _questions,
    "skills": lambda domain, name: domain.handbook.skills,
    "company": lambda domain, name: domain.handbook.company,
    "generator": _generator,
    "page": _page,
    "changes": _changes,
    "opening": _opening,
    "openings": lambda domain, role: listings(domain.handbook, domain.today, role),
    "report": lambda domain, key: opening_report(domain.handbook, domain.today, key),
    "reports": lambda domain, role: reports(domain.handbook, domain.today, role),
    "reviews": _reviews,
    "target": lambda domain, target: resolve(target, domain.handbook),
    "shown": lambda domain, target: is_shown(target, domain.handbook),
}
"""For each kind of part the value a page shows, of this build's handbook, by name or target."""
