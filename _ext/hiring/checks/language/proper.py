"""Proper names in text as it is written: of laws, schools, tests and unions, and of people."""

from __future__ import annotations

import re
from functools import cache

from hiring.model.data import stated_in

_KINDS = (
    r"(?:Acad[ée]m(?:y|ie)|Act|Associations?|Awards?|Bill|Brotherhood|Cent(?:er|re)|Church|Clubs?|Code|Colleges?|"
    r"Conference|Convention|Corps|Councils?|Days?|Exam|Examination|Federation|Foundation|Fund|Guild|Indians?|"
    r"Institutes?|Institution|Journal|Law|League|Library|Magazine|Memorial|Month|Museum|Nations?|Navy|Ordinance|"
    r"Press|Project|Regulations?|Review|Schools?|Scholarship|Societ(?:y|ies)|Statutes?|Test|Treaty|Tribes?|"
    r"Unions?|Universit(?:y|ies))"
)
"""Words that end the name of an institution, a law, a test, a people."""
_WORD = r"(?:[A-Z][\w'’.&-]*|of|and|the|for|&)"
_ENDS_IN_KIND = re.compile(rf"[A-Z][\w'’.&-]*(?:\s{_WORD}){{0,6}}?\s{_KINDS}\b")
_OF_KIND = re.compile(rf"\b{_KINDS}\s(?:of|for)\s(?:[\w'’&-]+\s){{0,4}}\Z")
_OWNS = re.compile(r"(?:['’]s|s['’])\s[A-Z]")
_NEAR = 90

_ONE_PERSON = re.compile(
    r"\b(?:Mr|Ms|Mrs|Mx|Dr)\.?\s[A-Z]"
    r"|\b(?:reports? to|with|under|named|called)\s[A-Z][a-zé]+(?=[.,;])"
)
_TWO_NAMES = re.compile(
    r"\b(?:(?:The|A|An|Our|Each|Every|This|Your|Any)\s)?"
    r"(?P<first>[A-Z][a-zé]+)\s(?:[A-Z]\.\s)?(?P<last>[A-Z][\wé'’-]+)"
    r"(?=,|\s(?:is|was|has|had|joined|leads?|led|runs?|ran|works?|worked|founded|started|came|who|"
    r"serves?)\b)"
)
"""Two words with capitals of which something is told: a person, if none is a word for a job."""


def in_name(text: str, start: int, end: int) -> bool:
    """Tell whether what stands from ``start`` to ``end`` of a text is a part of a name.

    What is written with a capital before such a word as ``Act`` or ``College`` is, and so is what
    follows one: a name can't be changed by whoever writes of it.
    """
    if not text[start : start + 1].isupper():
        return False
    before = text[max(0, start - _NEAR) : start]
    ends = _ENDS_IN_KIND.match(text, start, min(len(text), end + _NEAR))
    owned = _OWNS.match(text, end)
    return bool((ends and ends.end() > end) or _OF_KIND.search(before) or owned)


def names_person(text: str) -> bool:
    """Tell whether a text names a person of whom it tells something: "Jane Doe leads the team"."""
    words = _words_for_jobs()
    if _ONE_PERSON.search(text):
        return True
    return any(
        words.isdisjoint((found["first"].lower(), found["last"].lower()))
        for found in _TWO_NAMES.finditer(text)
        if found.start() == found.start("first")
    )


@cache
def _words_for_jobs() -> frozenset[str]:
    lists = stated_in("titles.yaml")
    return frozenset(word for name in ("ranks", "jobs") for word in lists[name])
