"""What was said to be meant: findings waived by a page or by company.yaml, with a reason."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hiring.checks.catalog import SETTLED, UNKNOWN_RULE, WAIVER_EXPIRED, WAIVER_UNUSED
from hiring.checks.finding import Finding, Waived
from hiring.checks.rulebook import rulebook_of
from hiring.model.messages import gettext, says
from hiring.model.paths import COMPANY
from hiring.model.problem import Severity, instead, quoted

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence
    from datetime import date

    from hiring.checks.rule_text import RuleText
    from hiring.model.checks import Waiver
    from hiring.model.handbook import Handbook


@dataclass(frozen=True, slots=True)
class _Stated:
    """A waiver with the place in which it is stated."""

    waiver: Waiver
    path: str
    line: int

    def covers(self, finding: Finding) -> bool:
        """Tell whether a finding of the waiver's rule and file is one of those that are waived."""
        return says(finding.message, self.waiver.about or "")

    def told(self, rule: RuleText, message: str) -> Finding:
        """Return a finding about the waiver itself."""
        return Finding(self.path, self.line, rule.name, message, rule.severity, rule.why)


def weighed(findings: Iterable[Finding], handbook: Handbook) -> Iterator[Finding]:
    """Yield findings with the weight that company.yaml gives their rules; those `off` are gone."""
    weights = handbook.company.checks.rules
    for finding in findings:
        weight = None if finding.rule in SETTLED else weights.get(finding.rule)
        if weight is None:
            yield finding
        elif weight != "off":
            yield replace(finding, severity=Severity(weight))


def unknown_rules(handbook: Handbook) -> Iterator[Finding]:
    """Yield the settings and the waivers that name a rule which they can't."""
    rules, known = handbook.company.checks.rules, rulebook_of(handbook)
    if known.faults:
        return  # they may be those of a module that can't be taken
    named = [(name, COMPANY, handbook.line(COMPANY, f"checks.rules.{name}")) for name in rules]
    named += [(entry.waiver.rule, entry.path, entry.line) for entry in _stated(handbook)]
    free = sorted(known.rules.keys() - SETTLED)
    for name, path, line in named:
        if name in SETTLED:
            message = gettext("`{rule}` can't be waived or weighed: mend what it finds", rule=name)
        elif name not in known.rules:
            message = gettext("there is no rule {rule}", rule=quoted(name))
            message = f"{message}{instead(name, free, gettext('Rules'))}"
        else:
            continue
        yield Finding(path, line, UNKNOWN_RULE.name, message, Severity.ERROR, UNKNOWN_RULE.why)


def settle(
    findings: Sequence[Finding],
    handbook: Handbook,
    today: date,
    looked: Container[str] | None = None,
) -> tuple[list[Finding], list[Waived]]:
    """Part findings into those that stand and those that are waived; tell of idle waivers.

    A waiver is idle only where its rule is among those that ``looked``: all, if none are given.
    """
    free = rulebook_of(handbook).rules.keys() - SETTLED
    looked = free if looked is None else looked
    stated = [entry for entry in _stated(handbook) if entry.waiver.rule in free]
    expired = [entry for entry in stated if entry.waiver.until and entry.waiver.until < today]
    in_force = [entry for entry in stated if entry not in expired]
    by_place: dict[tuple[str, str], list[_Stated]] = {}
    for entry in in_force:
        by_place.setdefault((entry.waiver.rule, entry.path), []).append(entry)
    standing, waived = list[Finding](), list[Waived]()
    used: set[_Stated] = set()
    for finding in findings:
        near = by_place.get((finding.rule, finding.path), ())
        anywhere = by_place.get((finding.rule, COMPANY), ())
        covering = next((it for it in (*near, *anywhere) if it.covers(finding)), None)
        if covering is None:
            standing.append(finding)
        else:
            used.add(covering)
            waived.append(Waived(finding, covering.waiver))
    for entry in expired:
        standing.append(entry.told(WAIVER_EXPIRED, _ended(entry.waiver)))
    for entry in in_force:
        if entry not in used and entry.waiver.rule in looked:
            standing.append(entry.told(WAIVER_UNUSED, _unused(entry.waiver)))
    return standing, waived


def _ended(waiver: Waiver) -> str:
    return gettext(
        "the waiver of `{rule}` ended on {day}: mend what it waived, or look at it again and give "
        "it another day",
        rule=waiver.rule,
        day=waiver.until,
    )


def _unused(waiver: Waiver) -> str:
    if not waiver.about:
        return gettext("nothing here is a case of `{rule}`: delete the waiver", rule=waiver.rule)
    return gettext(
        "nothing here is a case of `{rule}` about {about}: delete the waiver",
        rule=waiver.rule,
        about=quoted(waiver.about),
    )


def _stated(handbook: Handbook) -> Iterator[_Stated]:
    """Yield every waiver, those of pages first: the nearest counts."""
    for page in handbook.waiving:
        checks = page.front_matter.checks
        yield from _of(page.path, checks.waive if checks else (), handbook)
    yield from _of(COMPANY, handbook.company.checks.waive, handbook)


def _of(path: str, waivers: Sequence[Waiver], handbook: Handbook) -> Iterator[_Stated]:
    for number, waiver in enumerate(waivers):
        yield _Stated(waiver, path, handbook.line(path, f"checks.waive.{number}"))
