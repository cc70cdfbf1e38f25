"""The parts of the handbook that a page can show: what is compared, to know if it must be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hiring.interviewing.files import made_of
from hiring.model.contact import responsible_for
from hiring.model.kinds import Found
from hiring.model.reviews import reviews
from hiring.model.targets import in_language_of, is_shown, resolve
from hiring.posting.listings import listing, listings

if TYPE_CHECKING:
    from collections.abc import Callable

    from hiring.model.kinds import Target
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
    return [role.digest_in_short for role in build.handbook.roles.values()]


def _card(build: ThisBuild, key: str) -> Any:
    role = build.handbook.roles.get(key)
    return role and role.digest_in_short


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
    page = build.handbook.pages.get(path)
    return page and page.digest, build.changes.get(path)


def _contact(build: ThisBuild, docname: str) -> Any:
    handbook = build.handbook
    return responsible_for(build.path_of(docname), handbook), handbook.company.issues


def _described(build: ThisBuild, docname: str) -> Any:
    page = build.handbook.pages.get(build.path_of(docname))
    return page and (page.title, page.front_matter.description, page.language)


def _changes(build: ThisBuild, name: str) -> Any:
    titles = {path: page.title for path, page in build.handbook.pages.items()}
    return build.changes, titles


def _notes(build: ThisBuild, name: str) -> Any:
    pages = build.handbook.pages.values()
    return [(it.path, it.title, it.language, it.front_matter.changes) for it in pages]


def _opening(build: ThisBuild, key: str) -> Any:
    opening = build.handbook.openings.get(key)
    return opening, opening and opening.state(build.today)


def _reviews(build: ThisBuild, name: str) -> Any:
    found = reviews(build.handbook, build.today)
    days = build.handbook.company.checks.limits.review_days
    return [(it.role.digest_in_short, it.state) for it in found], days


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


def _target(build: ThisBuild, target: Target) -> Any:
    """Return where a target is, in each of the languages that it is there in."""
    handbook = build.handbook
    answer = resolve(target, handbook)
    versions = handbook.versions.get(answer.page, ()) if isinstance(answer, Found) else ()
    return answer, [resolve(in_language_of(target, handbook, it), handbook) for it in versions]


def _versions(build: ThisBuild, path: str) -> Any:
    pages = build.handbook.pages
    return [(it, pages[it].language) for it in build.handbook.versions.get(path, ())]


def _listings(build: ThisBuild, role: str) -> Any:
    handbook = build.handbook
    found = listings(handbook, build.today, role)
    paths = [path for it in found for path in _versions(build, handbook.openings[it.key].path)]
    others = [it for path, _ in paths if (it := handbook.opening_on(path)) and it.translates]
    return found, [listing(it, handbook, build.today) for it in others]


PARTS: dict[str, Callable[[ThisBuild, Any], Any]] = {
    "role": _role,
    "roles": _roles,
    "cards": _cards,
    "card": _card,
    "ladders": _ladders,
    "questions": _questions,
    "skills": lambda build, name: build.handbook.skills,
    "company": lambda build, name: build.handbook.company,
    "generator": _generator,
    "page": _page,
    "description": _described,
    "contact": _contact,
    "there": lambda build, path: path in build.handbook.pages,
    "changes": _changes,
    "notes": _notes,
    "interview": _interview,
    "plan": lambda build, key: key in build.handbook.interviews,
    "rubrics": lambda build, name: build.handbook.rubrics,
    "briefing": lambda build, key: build.handbook.briefings.get(key),
    "steps": _matrix,
    "opening": _opening,
    "openings": _listings,
    "report": lambda build, key: build.reports.get(key),
    "reports": lambda build, role: build.reports_of(role),
    "reviews": _reviews,
    "target": _target,
    "versions": lambda build, docname: _versions(build, build.path_of(docname)),
    "shown": lambda build, target: is_shown(target, build.handbook),
}
"""For each kind of part the value a page shows, of this build's handbook, by name or target."""
