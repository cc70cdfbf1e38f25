"""No text takes a rule long: patterns with gaps that have no end would take minutes for these."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING

import pytest

from hiring.checks.catalog import checks_in
from hiring.checks.review import found_in
from hiring.checks.rules import (
    boards,
    contradictions,
    duplicates,
    requirements,
    spelling,
    style,
    toolkits,
    wording,
)
from hiring.checks.subjects import Prose, RoleSubject
from tests.support.cases import DAY

if TYPE_CHECKING:
    from collections.abc import Callable

    from hiring.model.handbook import Handbook

CHECKS = checks_in(
    boards, contradictions, duplicates, requirements, spelling, style, toolkits, wording
)
LENGTH = 100_000
"""Characters; a page of 150,000 bytes is the largest that is read."""
SECONDS = 3
"""A third of it is enough, on a slow machine; what is not linear takes more than ten."""

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
    ],
)
def test_no_text_takes_a_rule_long(start: str, words: str, read: Callable[..., Handbook]) -> None:
    text = start + words * (LENGTH // 2 // len(words))
    handbook = read({"roles/case.md": PAGE.format(text=text)})
    assert len(handbook.pages["roles/case.md"].text) > 0.9 * LENGTH
    assert handbook.roles["case"].blocks_named("benefits")
    for kind in (Prose, RoleSubject):
        subject = next(one for one in kind.all_in(handbook, DAY) if one.path == "roles/case.md")
        for check in CHECKS:
            if check.each is kind:
                began = process_time()
                found_in(subject, [check])
                assert process_time() - began < SECONDS, check.name
