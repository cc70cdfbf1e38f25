"""No text takes a rule long: patterns with gaps that have no end would take minutes for these."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from hiring.checks.catalog import CHECKS
from hiring.checks.prose import ProseSubject
from hiring.checks.run import found_in
from hiring.checks.subjects import RoleSubject
from tests.support.cases import DAY
from tests.support.growth import grows_too_fast

if TYPE_CHECKING:
    from collections.abc import Callable

    from hiring.checks.rule import Check
    from hiring.model.handbook import Handbook

LENGTH = 10_000
"""Characters; what is not linear takes a tenth of a second for them, a page ten seconds."""

PAGE = """\
---
role:
  title: Case
  family: Data
  summary: A case.
  education: {{level: bachelor}}
  owner: People team
---

# Case

:::{{qualifications}}
- {text}
:::

:::{{benefits}}
- {text}
:::
"""


@pytest.mark.parametrize(
    ("start", "words"),
    [
        ("", "health "),
        ("A bachelor's degree ", "or "),
        ("Aged 25", " -"),
        ("Join our ", "a-"),
        ("The nurse and ", "he "),
        ("", "the teh ninja "),
        ("", "/ "),
        ("", "he/"),
        ("", "2 years of experience, "),
        ("", "lift and a "),
        ("", "stoop, "),
        ("", "no felony accommodation "),
    ],
)
def test_no_text_takes_a_rule_long(start: str, words: str, read: Callable[..., Handbook]) -> None:
    half, whole = (
        read({"roles/case.md": PAGE.format(text=start + words * (length // 2 // len(words)))})
        for length in (LENGTH // 2, LENGTH)
    )
    assert len(whole.pages["roles/case.md"].text) > 0.9 * LENGTH
    assert whole.roles["case"].blocks_named("benefits")
    for kind in (ProseSubject, RoleSubject):
        checks = [check for check in CHECKS if check.each is kind]
        # What is made once for all checks counts for the first.
        first = partial(first_look, kind, checks[0])
        assert grows_too_fast(partial(first, half), partial(first, whole)) == ""
        small, large = subject(kind, half), subject(kind, whole)
        for check in checks:
            told = grows_too_fast(
                partial(found_in, small, [check]), partial(found_in, large, [check])
            )
            assert told == "", check.name


def subject(
    kind: type[ProseSubject | RoleSubject], handbook: Handbook
) -> ProseSubject | RoleSubject:
    """Return the page at which checks look, of which nothing is known yet."""
    return next(one for one in kind.all_in(handbook, DAY) if one.path == "roles/case.md")


def first_look(
    kind: type[ProseSubject | RoleSubject], check: Check[Any], handbook: Handbook
) -> None:
    """Look at the page with a check before any other has."""
    found_in(subject(kind, handbook), [check])
