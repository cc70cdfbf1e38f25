"""The review of a handbook: what the reader tells, what the checks find, and what is waived."""

from __future__ import annotations

from functools import cache, partial
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from hiring.checks.catalog import OF_THE_READER, RULE_FAILED, WAIVER_UNUSED
from hiring.checks.finding import CheckRun, Finding, folded
from hiring.checks.prose import ProseSubject
from hiring.checks.rulebook import rulebook_of
from hiring.checks.translated import told_once
from hiring.checks.waivers import settle, unknown_rules, weighed
from hiring.model.digests import digest_of, digest_of_code
from hiring.model.messages import gettext, message_language
from hiring.model.paths import COMPANY, SKILLS
from hiring.model.problem import Severity
from hiring.model.rules import UNDERSTOOD, Rule
from hiring.reading.pages.content_cache import ContentCache
from hiring.system.modules import said_of

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from hiring.checks.rule import Check
    from hiring.checks.subjects import Subject
    from hiring.model.handbook import Handbook
    from hiring.model.role import JobRole


def findings_kept(file: Path | None = None) -> ContentCache[list[Finding]]:
    """Return what earlier reviews have found, kept in ``file``."""
    return ContentCache(list[Finding], file)


def run_checks(
    handbook: Handbook,
    today: date,
    kept: ContentCache[list[Finding]] | None = None,
    checks: Sequence[Check[Any]] | None = None,
    views: Collection[Handbook] = (),
) -> CheckRun:
    """Review a handbook on a day. ``handbook`` is the whole of it, with the reader's problems.

    ``views`` is the same for each audience: what is published is then looked at as its widest
    circle of readers sees it. Finding nothing in a page that can't be read is no proof that there
    is nothing: its problems say so. What a mistake may have hidden is not looked for elsewhere: no
    role, opening or whole is judged of which a part was not understood, and no waiver called idle.
    Where company.yaml can't be read nothing is looked at: much of what is missing would be in it,
    and so are the limits, the words that it allows, and what is meant.
    """
    kept, book = kept or findings_kept(), rulebook_of(handbook)
    checks = book.checks if checks is None else checks
    found = [Finding.of(problem) for problem in handbook.problems]
    if any(told.path == COMPANY and told.severity is Severity.ERROR for told in found):
        checks = ()
    lacking = book.of_what_is_lacking
    found += _ripe(findings(handbook, today, kept, checks, views), handbook, lacking)
    kept.save()
    looked = {*(rule.name for rule in OF_THE_READER), *(check.name for check in checks)}
    if _unread(handbook, UNDERSTOOD):
        looked = set()
    standing, waived = settle(_gravest(weighed(found, handbook)), handbook, today, looked)
    standing = told_once(standing, handbook, lacking)
    standing = [*_ripe(standing, handbook, {WAIVER_UNUSED.name}), *unknown_rules(handbook)]
    return CheckRun(
        # What is waived is waived one by one, before the rest is told together.
        findings=tuple(sorted(folded(set(standing), book.folded))),
        waived=tuple(sorted(waived, key=lambda entry: entry.finding)),
        pages=len(handbook.pages),
        own_rules=book.own_texts,
    )


def _ripe(found: Iterable[Finding], handbook: Handbook, rules: Container[str]) -> list[Finding]:
    """Return what is found without that of ``rules`` on pages that have blanks.

    What is written there is judged at once; what is lacking is yet to come.
    """
    blank = {problem.path for problem in handbook.problems if problem.rule is Rule.TODO}
    return [told for told in found if told.path not in blank or told.rule not in rules]


def _gravest(found: Iterable[Finding]) -> list[Finding]:
    """Return each finding once: what a draft and a posting share is as grave as in the posting."""
    once: dict[tuple[str, int, str, str], Finding] = {}
    for told in found:
        place = (told.path, told.line, told.rule, told.message)
        once[place] = min(once.get(place, told), told, key=lambda it: _WEIGHTS.index(it.severity))
    return list(once.values())


_WEIGHTS = list(Severity)


def findings(
    handbook: Handbook,
    today: date,
    kept: ContentCache[list[Finding]],
    checks: Sequence[Check[Any]],
    views: Collection[Handbook] = (),
) -> Iterator[Finding]:
    """Yield what checks find, each once, before anything is waived."""
    yield from dict.fromkeys(_all_findings(handbook, today, kept, checks, views))


def _all_findings(
    handbook: Handbook,
    today: date,
    kept: ContentCache[list[Finding]],
    checks: Sequence[Check[Any]],
    views: Collection[Handbook],
) -> Iterator[Finding]:
    kinds = list(dict.fromkeys(check.each for check in checks))
    seen: dict[tuple[bool, int], tuple[str, ...]] = {}
    for kind in kinds:
        looking = [check for check in checks if check.each is kind]
        names = " ".join([*(check.name for check in looking), rulebook_of(handbook).digest])
        unread = _unread(handbook, kind.spares)
        for subject in _subjects(kind, handbook, today, views):
            if not subject.is_understood(unread):
                continue
            key = (kind is ProseSubject, id(subject.handbook))
            if key not in seen:
                seen[key] = _told_of_others(subject.handbook, *(() if key[0] else (today,)))
            parts = (*seen[key], names, subject.path, subject.stated_language, *subject.texts)
            yield from kept.get(parts, partial(found_in, subject, looking))


def _unread(handbook: Handbook, spared: Container[str]) -> set[str]:
    """Return the files that a mistake, apart from some, keeps from being understood in full."""
    return {
        problem.path
        for problem in handbook.problems
        if problem.severity is Severity.ERROR and problem.rule not in spared
    }


def _subjects(
    kind: type[Any], handbook: Handbook, today: date, views: Collection[Handbook]
) -> Iterator[Any]:
    """Yield the subjects of a kind, what is published in the view of its page's audience."""
    if not (kind.published and views):
        yield from kind.all_in(handbook, today)
        return
    for view in views:
        for subject in kind.all_in(view, today):
            if view.pages[subject.path].audience is view.audience:
                yield subject


def found_in(subject: Subject, checks: Iterable[Check[Any]]) -> list[Finding]:
    """Return what checks find in one subject of their kind."""
    own = rulebook_of(subject.handbook).own
    found: list[Finding] = []
    for check in checks:
        if check not in own:
            found += _found_by(check, subject)
            continue
        try:
            found += _found_by(check, subject)
        except Exception as error:  # of a program of others: all else is told
            message = gettext(
                "the rule `{rule}` fails here: {why}", rule=check.name, why=said_of(error)
            )
            why = RULE_FAILED.why
            found.append(Finding(subject.path, 1, RULE_FAILED.name, message, Severity.ERROR, why))
    return found


def _found_by(check: Check[Any], subject: Subject) -> list[Finding]:
    """Return what a check finds in a subject of its kind."""
    hits = check.look(subject) if check.applies(subject) else ()
    return [
        Finding(
            found.path or subject.path,
            found.line,
            check.name,
            " ".join(found.message.split()),
            subject.weigh(found.severity or check.severity),
            check.why,
            check.source_for(subject),
        )
        for found in hits
    ]


def _told_of_others(handbook: Handbook, today: date | None = None) -> tuple[str, str]:
    """Return digests of our code, and of all but their own texts that findings depend on.

    For findings in what a file says these are names; for others, facts and the day as well. What
    levels and answers say in full counts where rules of others may look at it. Our own look at that
    on their subject's pages alone, so an edit of one leaves what was found on the others. A
    digest: of a large handbook this is megabytes, which each subject's key would hold again.
    """
    roles, in_full = handbook.roles.values(), bool(rulebook_of(handbook).own)
    names: list[Any] = [
        (
            role.facts.title,
            [(level.id, level.name) for level in role.levels],
            role.questions if in_full else [(it.id, it.question) for it in role.questions],
        )
        for role in roles
    ]
    titles = [(path, page.title) for path, page in handbook.pages.items()]
    skills = [(skill.key, skill.name, skill.aliases) for skill in handbook.skills.values()]
    company = handbook.company
    words = handbook.lexicons.digest
    settings = (company.checks, company.placeholders, company.name, company.facts, company.blocks)
    parts: list[Any] = [names, titles, skills, settings, words]
    if today is not None:
        facts: list[Any] = [
            (role.facts, role.levels if in_full else _stated_of(role), role.skills)
            for role in roles
        ]
        openings = [(entry.facts, entry.places) for entry in handbook.openings.values()]
        audiences = [(path, page.audience) for path, page in handbook.pages.items()]
        data = [handbook.lines.get(path) for path in (COMPANY, SKILLS)]
        parts += [handbook.briefings, company, handbook.skills]
        parts += [today, facts, openings, audiences, data]
    return code_version(), digest_of((message_language(), parts))


def _stated_of(role: JobRole) -> list[tuple[object, ...]]:
    """Return what a role states of its levels, without their texts and where those stand."""
    return [(it.years, it.background, it.scope, it.beside, it.facts) for it in role.levels]


@cache
def code_version() -> str:
    """Return a digest of the code that finds: other code may find another thing."""
    code = digest_of_code("checks", "data", "exports", "language", "model", "posting", "reading")
    return f"{code} {version('codespell')} {version('pyphen')}"
