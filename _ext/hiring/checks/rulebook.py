"""All rules of a review: ours, and those of modules that an operator names in conf.py."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from hiring.checks.catalog import CHECKS, RULES
from hiring.checks.prose import ProseSubject
from hiring.checks.rule import Check
from hiring.checks.rule_text import RuleText
from hiring.model.digests import digest_of_bytes
from hiring.model.messages import gettext, message_language
from hiring.model.paths import COMPANY
from hiring.system.modules import added_by

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hiring.model.handbook import Handbook


@dataclass(frozen=True)
class Rulebook:
    """The rules of a review.

    ``own`` are those that modules add, ``faults`` why a module's are not among them, by its name,
    and ``digest`` changes with their code.
    """

    own: tuple[Check[Any], ...] = ()
    faults: tuple[tuple[str, str], ...] = ()
    digest: str = ""
    checks: tuple[Check[Any], ...] = field(init=False)
    rules: Mapping[str, RuleText] = field(init=False)

    def __post_init__(self) -> None:
        """Put ours and theirs together."""
        object.__setattr__(self, "checks", (*CHECKS, *self.own))
        object.__setattr__(self, "rules", {**RULES, **{it.name: it for it in self.own}})

    @property
    def folded(self) -> frozenset[str]:
        """The rules that speak once a page."""
        return frozenset(check.name for check in self.checks if check.folds)

    @property
    def of_what_is_lacking(self) -> frozenset[str]:
        """The rules that look at more than what is written: what a blank stands for they miss."""
        return frozenset(check.name for check in self.checks if check.each is not ProseSubject)

    @property
    def own_texts(self) -> tuple[RuleText, ...]:
        """What is to be told of the rules that modules add."""
        return tuple(
            RuleText(
                name=it.name,
                severity=it.severity,
                meaning=it.meaning,
                why=it.why,
                source=it.source,
                languages=it.languages,
            )
            for it in self.own
        )


def rulebook_of(handbook: Handbook) -> Rulebook:
    """Return the rules that a handbook is reviewed by."""
    return rulebook(handbook.rule_modules)


def rulebook(modules: tuple[str, ...]) -> Rulebook:
    """Return our rules with those of modules, by their names.

    A module that can't be taken is a fault, and takes nothing else with it.
    """
    return _rulebook(modules, message_language())


@lru_cache(maxsize=16)
def _rulebook(modules: tuple[str, ...], faults_in: str) -> Rulebook:
    lacking = gettext("it has no rules: make them with `check` of `hiring.extending`")
    added = added_by(modules, Check, COMPANY, lacking, _objection)
    return Rulebook(added.members, added.faults, digest_of_bytes(added.code) if added.code else "")


def _objection(check: Check[Any], own: list[Check[Any]]) -> str:
    if check.name in RULES or check.name in {it.name for it in own}:
        return gettext("there is a rule `{rule}` already: rename yours", rule=check.name)
    if not check.meaning:
        return gettext(
            "the rule `{rule}` has no docstring: say what is wrong, and why", rule=check.name
        )
    return ""
