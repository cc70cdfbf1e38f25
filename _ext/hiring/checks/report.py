"""Ready to post? All that is asked of an opening, with what came of it: a value, from the checks.

Each entry is a check, or a rule of the reader about openings, or what holds by the way in which
pages and data are made. Together they are the rules J1 to J21 for job postings, those of the feeds,
and the laws on pay.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from hiring.checks.catalog import RULE_FAILED
from hiring.checks.finding import Finding
from hiring.checks.posted import PostingSubject
from hiring.checks.rulebook import rulebook_of
from hiring.checks.rules.readiness import GOOGLE, is_draft
from hiring.checks.run import code_version, found_in
from hiring.checks.subjects import OpeningSubject
from hiring.checks.waivers import settle, weighed
from hiring.exports.named import named_on, shown_in
from hiring.model.digests import digest_of
from hiring.model.messages import message_language
from hiring.model.paths import COMPANY
from hiring.model.problem import Severity
from hiring.model.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from hiring.checks.finding import Waived
    from hiring.checks.rule import Check
    from hiring.checks.subjects import Subject
    from hiring.model.handbook import Handbook
    from hiring.reading.pages.content_cache import ContentCache

    State = Literal["found", "waived", "passed", "not-asked", "built-in"]

OF_THE_READER: dict[Rule, tuple[str, str]] = {
    Rule.TITLE: ("J4", "The heading is the job's title alone."),
    Rule.OPENING_DATES: ("J3, J6, J9", "The days are in order: posted, then closing."),
    Rule.OPENING_PLACE: ("J8, J10, J11", "The job has places, or is wholly remote with areas."),
    Rule.OPEN_PLACEHOLDER: ("", "Every placeholder of the posting is filled."),
    Rule.OPENING_APPLY: ("", "The posting says to which address to apply."),
    Rule.OPENING_PAY: ("J13", "The pay is within that of the level and of the role."),
    Rule.OPENING_TWICE: ("J14", "No other opening has the requisition and the place."),
    Rule.OPENING_AUDIENCE: ("J20", "All readers of the opening may see its role."),
}
"""What the reader asks of openings: the numbers of the rules, and what holds where it is met."""

OF_WHAT_IS_OPEN = (Rule.OPEN_PLACEHOLDER, Rule.OPENING_APPLY)
"""Of drafts these are not demanded: checks of their own tell what is still to do."""

BUILT_IN: tuple[tuple[str, str], ...] = (
    ("J1, J2, J20", "The page of an open public job, and no other, carries a JobPosting."),
    ("J5, J7, J12, J15, J18", "Description, organization and employment type have their form."),
    ("J6, J9", "No page carries data before the first day or after the last."),
    ("J8, J10, J11, J13, J14", "Places, pay and requisition have the form that is wanted."),
    ("J16, J17", "Education and experience are named as job boards name them."),
    ("J19, J21", "All that the data says, the page says in the same words."),
    ("Indeed, LinkedIn", "Titles, references, dates and pay are written as the feeds want them."),
)
"""What holds by construction: the language has no way to break it, and the tests show it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One thing that is asked of an opening: its words, its source, and what came of it.

    ``rule`` is the name of the check, empty of what is built in, which has a ``number``.
    ``findings`` are those that stand, ``waived`` those that are meant.
    """

    asks: str
    rule: str = ""
    number: str = ""
    source: str = ""
    state: State
    findings: tuple[Finding, ...] = ()
    waived: tuple[Waived, ...] = ()

    @property
    def name(self) -> str:
        """What the words of other languages know it by: its check, or the first rule's number."""
        return self.rule or self.number


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadinessReport:
    """All that is asked of an opening, in the order of the rules.

    ``key`` is the opening's; ``title`` and ``place`` are the job's, in words of a ``language``, and
    of ``place_in``; ``is_draft`` tells that its findings are what is still to do.
    """

    key: str
    title: str
    place: str
    place_in: str
    language: str
    is_draft: bool
    entries: tuple[Ask, ...]

    def found(self, *severities: Severity) -> tuple[Finding, ...]:
        """Return the findings that stand, of these severities; of all, where none is named."""
        return tuple(
            finding
            for entry in self.entries
            for finding in entry.findings
            if finding.severity in (severities or Severity)
        )

    @property
    def is_ready(self) -> bool:
        """Whether the posting may go out: no draft, and without an error."""
        return not self.is_draft and not self.found(Severity.ERROR)


Keep = Callable[[OpeningSubject, Callable[[], list[Finding]]], list[Finding]]
"""Gives what was found in an opening, and makes it only where that is not known."""


def reports(
    handbook: Handbook, today: date, kept: ContentCache[list[Finding]] | None = None
) -> dict[str, ReadinessReport]:
    """Return the reports on all openings that are not over, by key.

    ``kept`` is what was found in openings before.
    """
    keep = _keeping(handbook, today, kept)
    found = (opening_report(handbook, today, key, keep) for key in handbook.openings)
    return {report.key: report for report in found if report}


def _keeping(handbook: Handbook, today: date, kept: ContentCache[list[Finding]] | None) -> Keep:
    """Return what looks up the findings of an opening by all that our checks of it look at.

    What the rules of others look at, nobody knows.
    """
    if kept is None or rulebook_of(handbook).own:
        return lambda subject, look: look()
    titles = [(path, page.title, page.language) for path, page in handbook.pages.items()]
    words = handbook.lexicons.digest
    spoken = (handbook.audience, handbook.language, words, message_language())
    whole = (*spoken, handbook.company, handbook.skills, titles)
    lines = handbook.lines.get(COMPANY)
    shared = (code_version(), digest_of((*whole, lines, today)))

    def keep(subject: OpeningSubject, look: Callable[[], list[Finding]]) -> list[Finding]:
        opening, role = subject.opening, subject.role
        made_of = (
            replace(opening, held=()),
            role.digest,
            shown_in(role, handbook),
            named_on(handbook.pages[opening.path], handbook),
            handbook.briefings.get(role.translates or role.key),
            [handbook.lines.get(it.path) for it in (opening, role)],
        )
        return kept.get((*shared, *subject.texts, digest_of(made_of)), look)

    return keep


def opening_report(
    handbook: Handbook, today: date, key: str, keep: Keep | None = None
) -> ReadinessReport | None:
    """Return the report on an opening on a day; None where it is over, or not there.

    It tells what these readers' handbook holds, and nothing that is hidden from them.
    """
    opening = handbook.openings.get(key)
    subject = OpeningSubject.of(opening, handbook, today) if opening else None
    if opening is None or subject is None:
        return None
    posted = PostingSubject.by(subject)
    mine = (problem for problem in handbook.problems if problem.path == opening.path)
    found = [Finding.of(problem) for problem in mine if problem.rule in OF_THE_READER]
    checks = _asking(handbook)

    def look() -> list[Finding]:
        return found_in(subject, checks[OpeningSubject]) + found_in(posted, checks[PostingSubject])

    found += keep(subject, look) if keep else look()
    standing, waived = settle(sorted(set(weighed(found, handbook))), handbook, today)
    entries = [
        _asked(text, rule.value, _source(numbers), standing, waived)
        for rule, (numbers, text) in OF_THE_READER.items()
        if not (subject.is_draft and rule in OF_WHAT_IS_OPEN)
    ]
    for each, which in ((OpeningSubject, subject), (PostingSubject, posted)):
        # What is asked of drafts alone, the reader demands of all others.
        asking = [it for it in checks[each] if it.when is not is_draft or subject.is_draft]
        entries += [_of_check(check, which, standing, waived) for check in asking]
    entries += [_built_in(numbers, text) for numbers, text in BUILT_IN]
    return ReadinessReport(
        key=opening.key,
        title=opening.title,
        place=opening.where,
        place_in=handbook.lexicon(opening.language).language,
        language=opening.language,
        is_draft=subject.is_draft,
        entries=tuple(entries),
    )


def _built_in(numbers: str, text: str) -> Ask:
    """Return what holds by construction."""
    number = numbers.partition(",")[0]
    return Ask(asks=text, number=number, source=_source(numbers), state="built-in")


def _of_check(
    check: Check[Any], which: Subject, standing: Iterable[Finding], waived: Iterable[Waived]
) -> Ask:
    """Return what came of a check; of one that failed, that it did, which holds nothing back."""
    failed = tuple(
        replace(it, severity=Severity.WARNING)
        for it in standing
        if it.rule == RULE_FAILED.name and f"`{check.name}`" in it.message
    )
    if failed:
        return Ask(asks=check.asks, rule=check.name, state="found", findings=failed)
    if not check.applies(which) or which.settings.rules.get(check.name) == "off":
        return Ask(asks=check.asks, rule=check.name, source=check.source, state="not-asked")
    return _asked(check.asks, check.name, check.source_for(which), standing, waived)


def _source(numbers: str) -> str:
    return f"{GOOGLE}, {numbers}." if numbers.startswith("J") else numbers


def _asked(
    asks: str, rule: str, source: str, standing: Iterable[Finding], waived: Iterable[Waived]
) -> Ask:
    findings = tuple(finding for finding in standing if finding.rule == rule)
    meant = tuple(entry for entry in waived if entry.finding.rule == rule)
    state: State = "found" if findings else "waived" if meant else "passed"
    return Ask(asks=asks, rule=rule, source=source, state=state, findings=findings, waived=meant)


def _asking(handbook: Handbook) -> dict[type[Any], list[Check[Any]]]:
    """Return the checks of openings that the report tells of: those that say what they ask."""
    checks = rulebook_of(handbook).checks
    return {
        kind: [check for check in checks if check.each is kind and check.asks]
        for kind in (OpeningSubject, PostingSubject)
    }
