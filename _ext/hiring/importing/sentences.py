"""Facts that sentences state where no label does: "a full-time post of 37.5 hours a week"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from hiring.importing.amounts import grade_stated, pay_stated
from hiring.importing.codes import grade_in
from hiring.importing.facts import stated
from hiring.importing.values import says
from hiring.model.messages import gettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.importing.values import Stated
    from hiring.model.facts import Company

_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ])")
_PART = re.compile(r"[,;]\s|[()]")
"""What parts a sentence; a comma within a number does not."""


def sentences_of(text: str) -> list[str]:
    """Return the sentences of a text, each with the sign that ends it."""
    return _END.split(text)


def said_of_job(text: str, company: Company) -> Iterator[Stated]:
    """Yield what the sentences of a brief say of the job that they offer, each in doubt.

    A sentence that offers none, as one about the team, says nothing of the job's facts but pay.
    """
    for sentence in sentences_of(text):
        said = [*_offered(sentence, company)] if says(sentence, "offered") else []
        for fact in (*said, *_paid(sentence, company)):
            doubt = fact.doubt or gettext("read from a sentence: see whether it is so")
            yield replace(fact, doubt=doubt)


def _offered(sentence: str, company: Company) -> Iterator[Stated]:
    is_for_time = says(sentence, "for a time")
    for fact in stated("employment_type", sentence, company):
        if fact.name in ("employment_type", "hours") or (fact.name == "term" and is_for_time):
            yield fact
    if step := grade_in(sentence):
        yield from (it for it in grade_stated(step, company) if it.name == "grade")


def _paid(sentence: str, company: Company) -> Iterator[Stated]:
    for part in _PART.split(sentence):
        if says(part, "pay"):
            yield from (it for it in pay_stated(part, company) if it.name == "pay")
