"""All rules, family by family: the one list that the review, the guide and the tests share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hiring.checks.rule import Check
from hiring.checks.rule_text import RuleText
from hiring.checks.rules import (
    addresses,
    agreement,
    barriers,
    boards,
    coded,
    contradictions,
    degrees,
    duplicates,
    experience,
    families,
    figures,
    freshness,
    house,
    images,
    interviews,
    languages,
    laws,
    managers,
    market,
    pay,
    ranges,
    readiness,
    requirements,
    spelling,
    style,
    titles,
    toolkits,
    translations,
    unwritten,
    wording,
)
from hiring.checks.rules import navigation as ways
from hiring.model.problem import Severity
from hiring.model.rules import JUDGMENT, NOTES, Rule

if TYPE_CHECKING:
    from types import ModuleType

FAMILIES: dict[str, tuple[ModuleType, ...]] = {
    "Ready to post": (readiness, unwritten, titles, boards, agreement, languages, translations),
    "Pay transparency": (pay, laws, ranges, market),
    "Wording": (wording, barriers, coded, style, house),
    "Requirements": (requirements, experience),
    "Contradictions inside a role": (degrees, contradictions, toolkits, duplicates),
    "Interviews and skills": (interviews,),
    "Freshness": (freshness, ways, addresses, families, managers, figures),
    "Spelling and images": (spelling, images),
}
"""The families of rules, as the guide names them, with the modules whose checks they are."""

WAIVING, OWN, REFUSED = "Waivers and settings", "Rules of our own", "What the reader refuses"
"""The names of the families that no module of checks is in."""


def checks_in(*modules: ModuleType) -> tuple[Check[Any], ...]:
    """Return the checks that modules define, in the order of their text."""
    return tuple(
        found for module in modules for found in vars(module).values() if isinstance(found, Check)
    )


CHECKS: tuple[Check[Any], ...] = tuple(
    check for modules in FAMILIES.values() for check in checks_in(*modules)
)
"""Every check, in the guide's order."""

FOLDED = frozenset(check.name for check in CHECKS if check.folds)
"""The rules that speak once a page."""

UNKNOWN_RULE = RuleText(
    name="unknown-rule",
    severity=Severity.ERROR,
    meaning="A setting or a waiver names a rule that does not exist, or that can't be waived.",
    why="What it is meant to change stays as it is, and nobody notices.",
)
WAIVER_EXPIRED = RuleText(
    name="waiver-expired",
    severity=Severity.WARNING,
    meaning="A waiver's last day is over.",
    why="Somebody has said until when the finding may stand: look at it again.",
)
WAIVER_UNUSED = RuleText(
    name="waiver-unused",
    severity=Severity.WARNING,
    meaning="A waiver waives nothing that is there.",
    why="It would silently waive the next fault of that kind.",
)
RULE_FAILED = RuleText(
    name="rule-failed",
    severity=Severity.ERROR,
    meaning="A rule of a company's own fails, so that nobody knows what it would have found.",
    why="What it is to see goes out unseen.",
)
"""The rule of rules that a company adds and that raise an error."""

OF_WAIVERS = (UNKNOWN_RULE, WAIVER_EXPIRED, WAIVER_UNUSED)
"""The rules about settings and waivers themselves. None of them can be waived."""

BUILD = RuleText(
    name="build",
    severity=Severity.ERROR,
    meaning="Sphinx, a theme, an extension or conf.py refuses what nothing here forbids.",
    why="What is said comes from that program, and only a build finds it.",
)
"""The rule of what a build alone can find."""


def _weight(rule: Rule) -> Severity:
    if rule in NOTES:
        return Severity.NOTE
    return Severity.WARNING if rule in JUDGMENT else Severity.ERROR


OF_THE_READER = tuple(
    RuleText(
        name=rule.value,
        severity=_weight(rule),
        meaning=rule.meaning,
    )
    for rule in Rule
)
"""What the reader tells of a page: an error keeps the handbook from being built."""

RULES: dict[str, RuleText] = {
    rule.name: rule for rule in (*OF_THE_READER, BUILD, *CHECKS, *OF_WAIVERS, RULE_FAILED)
}
"""Every rule by its name."""

SETTLED = frozenset(rule.name for rule in (*OF_WAIVERS, BUILD, RULE_FAILED)) | frozenset(
    rule.name for rule in OF_THE_READER if rule.severity is Severity.ERROR
)
"""The rules that can be neither waived nor given another weight."""
