"""The parts of the handbook that a page can show: what is compared, to know if it must be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hiring.checks.report import opening_report, reports
from hiring.interviewing.files import made_of
from hiring.model.contact import contact_of
from hiring.model.reviews import reviews
from hiring.model.targets import is_shown, resolve
from hiring.posting.listings import listings

if TYPE_CHECKING:
    from collections.abc import Callable

    from hiring.model.role import JobRole
    from hiring.model.role_facts import RoleFacts
    from hiring.site.domain.this_build import ThisBuild


def _role(build: ThisBuild, key: str) -> Any:
    role = build.handbook.roles.get(key)
    if role is None:
        return None
    reached = build.handbook.company.owners.get(role.facts.owner)
    return role.digest, build.is_overdue(role), reached, _team_lines(build, role)


def _team_lines(build: ThisBuild, role: JobRole) -> Any:
    # Marks can take the place of empty lines, and then nothing else of the role has changed.
    return build.handbook.pages[role.path].team_lines


def _roles(build: ThisBuild, name: str = "") -> Any:
    roles = build.handbook.roles
    return [(key, role.digest, _team_lines(build, role)) for key, role in roles.items()]


def _cards(build: ThisBuild, name: str) -> Any:
    roles = build.handbook.roles.values()
    return [(role.key, role.facts, role.skills, role.language) for role in roles]


def _ladders(build: ThisBuild, name: str) -> Any:
    return [
        (role.key, role.facts, role.skills, _team_lines(build, role), _steps(role))
        for role in build.handbook.roles.values()
    ]


def _steps(role: JobRole) -> list[Any]:
    return [(level.id, level.name, level.line, level.facts) for level in role.levels]


def _questions(build: ThisBuild, name: str) -> Any:
    return [
        (role.key, role.language, *_in_short(role.facts), _asked(role))
        for role in build.handbook.roles.values()
    ]


def _in_short(facts: RoleFacts) -> tuple[str, ...]:
    return facts.title, facts.family, facts.status


def _asked(role: JobRole) -> list[tuple[str, str]]:
    return [(entry.id, entry.question) for entry in role.questions]


def _page(build: ThisBuild, docname: str) -> Any:
    path = build.path_of(docname)
    return build.handbook.pages.get(path), build.changes.get(path)


def _changes(build: ThisBuild, name: str) -> Any:
    titles = {path: page.title for path, page in build.handbook.pages.items()}
    return build.changes, titles


def _opening(build: ThisBuild, key: str) -> Any:
    opening = build.handbook.openings.get(key)
    return opening, opening and opening.state(build.today)


def _reviews(build: ThisBuild, name: str) -> Any:
    found = reviews(build.handbook, build.today)
    days = build.handbook.company.checks.limits.review_days
    return [(it.role.key, it.role.facts, it.state) for it in found], days


def _generator(build: ThisBuild, name: str) -> Any:
    handbook = build.handbook
    return _roles(build), handbook.skills, handbook.company, handbook.briefings


def _interview(build: ThisBuild, key: str) -> Any:
    handbook = build.handbook
    interview = handbook.interviews.get(key)
    return interview and made_of(interview, handbook)


def _matrix(build: ThisBuild, key: str) -> Any:
    role = build.handbook.roles.get(key)
    return role and (role.digest, build.handbook.skills, build.handbook.company.scale)


PARTS: dict[str, Callable[[ThisBuild, Any], Any]] = {
    "role": _role,
    "roles": _roles,
    "cards": _cards,
    "ladders": _ladders,
    "questions": _questions,
    "skills": lambda build, name: build.handbook.skills,
    "company": lambda build, name: build.handbook.company,
    "generator": _generator,
    "page": _page,
    "contact": lambda build, docname: contact_of(build.path_of(docname), build.handbook),
    "there": lambda build, path: path in build.handbook.pages,
    "changes": _changes,
    "interview": _interview,
    "rubrics": lambda build, name: build.handbook.rubrics,
    "briefing": lambda build, key: build.handbook.briefings.get(key),
    "steps": _matrix,
    "opening": _opening,
    "openings": lambda build, role: listings(build.handbook, build.today, role),
    "report": lambda build, key: opening_report(build.handbook, build.today, key),
    "reports": lambda build, role: reports(build.handbook, build.today, role),
    "reviews": _reviews,
    "target": lambda build, target: resolve(target, build.handbook),
    "shown": lambda build, target: is_shown(target, build.handbook),
}
"""For each kind of part the value a page shows, of this build's handbook, by name or target."""
