"""What a company's own rules and formats are made of: import it from here, and from nowhere else.

The guide's page on extending has an example of each.
"""

from __future__ import annotations

from hiring.checks.language.prose import Passage
from hiring.checks.posted import PostingSubject
from hiring.checks.prose import ProseSubject
from hiring.checks.rule import Check, Hit, check
from hiring.checks.subjects import HandbookSubject, OpeningSubject, RoleSubject, Subject
from hiring.model.problem import Severity
from hiring.posting.own_formats import PostingFormat, posting_format

__all__ = [
    "Check",
    "HandbookSubject",
    "Hit",
    "OpeningSubject",
    "Passage",
    "PostingFormat",
    "PostingSubject",
    "ProseSubject",
    "RoleSubject",
    "Severity",
    "Subject",
    "check",
    "posting_format",
]
