"""Ready to post? Whether an opening's posting may go out, by the rules of job boards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.checks.rule import Found, check
from hiring.checks.subjects import OpeningSubject
from hiring.model.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator


@check(Severity.WARNING, OpeningSubject)
def no_deadline(opening: OpeningSubject) -> Iterator[Found]:
    """An opening does not say until when people can apply.

    Why: Job boards drop postings at a day of their own choosing, and people hurry or give up.
    Source: Google's rules for job postings, J9.
    """
    if opening.opening.facts.closes is None:
        message = "no last day for applications: add `closes: 2026-12-31`"
        yield Found(line=opening.line("opening.closes"), message=message)
