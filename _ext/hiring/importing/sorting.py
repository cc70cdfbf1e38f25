"""What is asked of a line while its place is looked for: by its words, and what stands below it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from hiring.importing.amounts import step_stated
from hiring.importing.durations import FULL_WEEK
from hiring.importing.facts import bare_facts, stated
from hiring.importing.headings import reason_to_leave
from hiring.importing.sentences import said_of_job
from hiring.importing.values import says, says_only
from hiring.model.messages import gettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hiring.importing.company import CompanyFacts
    from hiring.importing.placed import Description, Placed
    from hiring.importing.structure import ParsedLine
    from hiring.importing.values import Stated
    from hiring.model.facts import Company

OTHERWISE = {
    "conditions": "conditions",
    **dict.fromkeys(("education", "experience", "languages"), "qualifications must"),
}
"""The block that takes what is said of a fact and can't be stated as one."""


def drop_empty(placed: Sequence[Placed]) -> None:
    """Leave out headings of text under which no line is kept."""
    for number, it in enumerate(placed):
        if it.place == "text" and it.part.is_heading:
            below = takewhile(lambda after: not after.part.is_heading, placed[number + 1 :])
            if all(after.place != "text" for after in below):
                it.place, it.doubt = "left heading", ""


def is_no_heading(part: ParsedLine, known: CompanyFacts, *, above: bool) -> bool:
    """Tell whether what looks like a heading names a person, or a fact, as "Full-time" at the top.

    ``above`` tells that no heading was before. A step alone may be the heading of a level.
    """
    text = part.line.text
    if reason_to_leave(text) == "person":
        return True
    if part.to or not above:
        return False
    facts = bare_facts(text, known.company)
    return known.is_place(text) or any(it.name != "grade" for it in facts)


def counts(reason: str, to: str, *, is_entry: bool) -> bool:
    """Tell whether a reason to leave a line out holds where it stands.

    What people do all day may be about candidates and discrimination: entries of lists are kept.
    """
    if reason == "person":
        return True
    if to == "text":
        return True
    return not is_entry and (reason == "legal" or not to.startswith(("fact", "selection")))


def _whom(text: str) -> str:
    """Return whom a range of pay is for, as its line says it: ``London`` of ``London: £40,000``."""
    match = re.match(r"([^:$€£\d]{2,60}?)\s?:\s*\S", text)
    return match[1].strip() if match else ""


def facts_of(name: str, part: ParsedLine, text: str, known: CompanyFacts) -> list[Stated]:
    """Return what a text states of a fact: of pay also a step of a scale, and whom it is for.

    What pay is for, the label of its line may say; a label with a class is a license itself.
    """
    if name == "licenses" and _OF_CLASS.fullmatch(part.label):
        text = part.label
    if name != "pay":
        return stated(name, text, known.company)
    facts = stated(name, part.line.text, known.company) or step_stated(text)
    return [replace(fact, whom=_whom(text)) for fact in facts]


_OF_CLASS = re.compile(
    r"\s*(?:permis|führerschein|führerausweis|fahrerlaubnis)\b.*\b[A-E][1E]?E?\b\W*", re.IGNORECASE
)
"""The name of a license with its class, as "Permis B"."""


def pay_named(name: str, text: str) -> str:
    """Return which fact a line states under a heading of pay, or of what comes on top of it.

    Empty where it states neither, ``pay`` or ``other_pay``.
    """
    if says(text, "other_pay"):
        return "other_pay"
    if name == "other_pay" and not re.search(r"\d", text):
        return ""
    is_base = re.search(r"\bbase\b|grundgehalt|fixe", text.lower()) is not None
    return "pay" if is_base else name


def pay_among_benefits(text: str, found: Description, known: CompanyFacts) -> list[Stated]:
    """Return pay that is surely stated among benefits, where nothing else states it."""
    is_new = says(text, "pay") and not found.fact("pay")
    return [it for it in stated("pay", text, known.company) if not it.doubt] if is_new else []


DENIED = ("conditions", "licenses", "work_arrangement")
"""The facts of which a form says "No" or "None" where there is nothing to state."""


def denies(to: str, text: str) -> bool:
    """Tell whether a text says that there is nothing of a fact, as "Not required"."""
    return to.removeprefix("fact ") in DENIED and says_only(text, "none")


def settle_facts(found: Description, company: Company) -> None:
    """Add what the brief says of facts that nothing states, and let guesses give way."""
    for placed in found.placed:
        if placed.place == "job-brief" and not placed.part.is_heading:
            for fact in said_of_job(placed.text, company):
                if not found.fact(fact.name):
                    found.facts.append((placed.source, fact))
    guesses = {source for source, it in found.facts if _is_guess(it)}
    stated_by = {source for source, it in found.facts if it.name == "employment_type"}
    if guesses and stated_by - guesses:
        found.facts = [(source, it) for source, it in found.facts if not _is_guess(it)]
        for placed in found.placed:
            if placed.source in guesses:
                placed.place, placed.doubt = "left twice", ""
    found.facts = [(source, _guessed(it, found)) for source, it in found.facts]


def _is_guess(fact: Stated) -> bool:
    """Tell whether a job is taken for full-time because it is permanent."""
    return (fact.name, fact.value) == ("employment_type", "full-time") and fact.doubt != ""


_WHOLE = 100
"""The share of a job that is up to all of it, as "80-100 %"."""


def _guessed(fact: Stated, found: Description) -> Stated:
    """Return a fact, of which a guess that a job is full-time gives way to few hours a week.

    So does it to a share of the whole in the title, as Switzerland has it: "Jurist/in 50 %".
    """
    hours = re.search(r"per_week: ([\d.]+)", found.fact("hours"))
    shares = [int(it) for it in re.findall(r"(\d{2,3}) ?%", found.title)]
    is_share = bool(shares) and max(shares) < _WHOLE
    is_part = is_share or (hours is not None and float(hours[1]) < FULL_WEEK)
    return replace(fact, value="part-time") if _is_guess(fact) and is_part else fact


def is_arrangement(text: str) -> bool:
    """Tell whether where work is done is no place but how people come to it: "In person"."""
    return says(text, "work_arrangement") and len(text.split()) < 4


def doubt_of(to: str, text: str) -> str:
    """Return what is doubtful about a text in a block; empty where nothing is."""
    if to == "qualifications must" and says(text, "preferred"):
        return gettext("it reads as a wish, and stands among what people must have")
    return ""
