"""What is said of a job's facts, as front matter states it: words of ``data/import.yaml``."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from hiring.importing.amounts import as_front_matter, hours_in, length_in, pay_in
from hiring.importing.headings import DATA, folded, pattern_of
from hiring.model.data import stated_in
from hiring.model.meant import dates_meant

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hiring.model.facts import Company

MAX_TEXT = 200
"""How long the text of a fact may be."""

_PLAIN = re.compile(r"[^\W\d_][\w .()/&'’€£$%+–-]*")


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact as the front matter has it; ``doubt`` says what somebody has to look at.

    ``whom`` is whom a range of pay is for, where a line says so.
    """

    name: str
    value: str
    doubt: str = ""
    whom: str = ""


@cache
def words(*names: str) -> Mapping[str, re.Pattern[str]]:
    """Return the words of a fact's values as patterns over folded text, by value."""
    found = stated_in(DATA)["values"]
    for name in names:
        found = found[name]
    listed = found if isinstance(found, dict) else {"": found}
    return {
        str(value): re.compile("|".join(pattern_of(sign).pattern for sign in signs))
        for value, signs in listed.items()
    }


def says(text: str, *names: str) -> bool:
    """Tell whether a text has any of the words of some name in the data."""
    return any(pattern.search(folded(text)) for pattern in words(*names).values())


def valued(text: str, *names: str) -> str:
    """Return the first value whose words a text has; empty where it has none."""
    said = folded(text)
    return next((value for value, it in words(*names).items() if it.search(said)), "")


def all_valued(text: str, *names: str) -> list[str]:
    """Return all values whose words a text has."""
    said = folded(text)
    return [value for value, it in words(*names).items() if it.search(said)]


def quoted(text: str) -> str:
    """Return a text as YAML takes it: as it is where nothing in it means anything."""
    is_plain = _PLAIN.fullmatch(text) and not text.endswith(" ") and " #" not in text
    taken = text.lower() in ("true", "false", "null", "yes", "no", "on", "off", "todo")
    return text if is_plain and not taken else json.dumps(text, ensure_ascii=False)


def stated(name: str, text: str, company: Company) -> list[Stated]:
    """Return the facts that the value of a label states: none where it can't be understood."""
    read = _READERS.get(name)
    if read is not None:
        return read(text, company)
    if len(text) > MAX_TEXT:
        return []
    return [Stated(name, quoted(text))]


def _pay(text: str, company: Company) -> list[Stated]:
    paid = pay_in(text, company.currency)
    if paid is None:
        return []
    value = "{" + ", ".join(f"{name}: {it}" for name, it in paid.stated().items()) + "}"
    doubt = "" if paid.is_sure else "its currency, or what it is paid for, is guessed"
    if len(re.findall(r"[$€£]\s?\d|\d\s?(?:€|[Ee]uro)", text)) > 2:
        doubt = "it names several ranges: `pay` may be a list"
    return [Stated("pay", value, doubt)]


def _hours(text: str, company: Company) -> list[Stated]:
    hours = hours_in(text)
    return [Stated("hours", as_front_matter({"per_week": hours}))] if hours else []


def _schedule(text: str, company: Company) -> list[Stated]:
    found = [Stated("schedule", quoted(text))] if len(text) <= MAX_TEXT else []
    if found and re.search(r"per week|a week|pro woche|par semaine|hebdo", folded(text)):
        found += _hours(text, company)
    return found


_DAY = re.compile(
    r"\d{1,2}[./]\d{1,2}[./]20\d\d|20\d\d-\d\d-\d\d"
    r"|\d{1,2}(?:st|nd|rd|th)? [A-Za-z]+ 20\d\d|[A-Za-z]+ \d{1,2}, 20\d\d"
)
_UNTIL = re.compile(r"\b(?:until|to|through|till|bis|jusqu au|au)\b")


def _term(text: str, company: Company) -> list[Stated]:
    said, length = folded(text), length_in(text)
    if re.search(r"probation|probezeit|essai", said):
        return [Stated("term", f"{{probation: {as_front_matter(length)}}}")] if length else []
    days = [day for match in _DAY.finditer(text) for day in dates_meant(match[0])]
    if _UNTIL.search(said) and days:
        return [Stated("term", as_front_matter({"until": max(days)}))]
    if length and "days" not in length:
        return [Stated("term", as_front_matter(length))]
    if "season" in said or "saison" in said:
        return [Stated("term", "{season: " + quoted(text[:MAX_TEXT]) + "}")]
    return []


def _employment(text: str, company: Company) -> list[Stated]:
    said = folded(text)
    kinds = all_valued(text, "employment_type")
    if re.search(r"voll oder teilzeit|full (?:time )?or part|vollzeit oder teilzeit", said):
        kinds = ["full-time", "part-time"]
    found = []
    if kinds:
        value = kinds[0] if len(kinds) == 1 else f"[{', '.join(kinds)}]"
        found.append(Stated("employment_type", value))
    elif is_permanent(text):
        found.append(Stated("employment_type", "full-time", "it says permanent, and no more"))
    return found + _term(text, company) + _weekly(text, company)


def _weekly(text: str, company: Company) -> list[Stated]:
    return (
        _hours(text, company)
        if re.search(r"\d\s?(?:hours|hrs|stunden|heures|h\b)", text.lower())
        else []
    )


def is_permanent(text: str) -> bool:
    """Tell whether a text says that a job has no end."""
    return any(it.search(folded(text)) for it in words("permanent").values())


def _arrangement(text: str, company: Company) -> list[Stated]:
    kind = valued(text, "work_arrangement")
    if re.search(r"hybrid|days? in|tage|jours? par", folded(text)):
        kind = "hybrid"
    return [Stated("work_arrangement", kind)] if kind else []


def _exempt(text: str, company: Company) -> list[Stated]:
    kind = valued(text, "exempt")
    return [Stated("exempt", kind)] if kind else []


def _license(text: str, company: Company) -> list[Stated]:
    if len(text) > MAX_TEXT:
        return []
    within = re.search(r",?\s*\(?within (\d{1,3} (?:days|weeks|months|years?))( of \w+)?\)?", text)
    name = (
        (text[: within.start()] + text[within.end() :]).strip(" ,.;")
        if within
        else text.rstrip(" .;")
    )
    parts = {"name": quoted(name) if "," not in name else json.dumps(name, ensure_ascii=False)}
    if within and name:
        parts["within"] = within[1]
    return [Stated("licenses", as_front_matter(parts))] if name else []


def _condition(text: str, company: Company) -> list[Stated]:
    kind = valued(text, "conditions")
    said = json.dumps(text.rstrip(" ."), ensure_ascii=False)
    if not kind or len(text) > MAX_TEXT:
        return []
    return [
        Stated("conditions", f"{{kind: {kind}, text: {said}}}", "say why it is needed, as `reason`")
    ]


def _other_pay(text: str, company: Company) -> list[Stated]:
    kind = valued(text, "other_pay") or "other"
    said = json.dumps(text.rstrip(" ."), ensure_ascii=False)
    return [Stated("other_pay", f"{{kind: {kind}, text: {said}}}")] if len(text) <= MAX_TEXT else []


def _visa(text: str, company: Company) -> list[Stated]:
    said = folded(text)
    is_not = re.search(r"\b(?:not?|no|keine?|pas|aucun)\b", said) is not None
    return [Stated("visa", "not-sponsored" if is_not else "sponsored")]


def _grade(text: str, company: Company) -> list[Stated]:
    if re.search(r"[$€£]", text):
        return []
    return [Stated("grade", json.dumps(text, ensure_ascii=False))] if len(text) <= MAX_TEXT else []


def _manager(text: str, company: Company) -> list[Stated]:
    return (
        [Stated("reports_to", json.dumps(text.rstrip("."), ensure_ascii=False))]
        if len(text) <= MAX_TEXT
        else []
    )


_READERS: dict[str, Callable[[str, Company], list[Stated]]] = {
    "pay": _pay,
    "hours": _hours,
    "schedule": _schedule,
    "term": _term,
    "employment_type": _employment,
    "work_arrangement": _arrangement,
    "exempt": _exempt,
    "licenses": _license,
    "conditions": _condition,
    "other_pay": _other_pay,
    "visa": _visa,
    "grade": _grade,
    "reports_to": _manager,
}
LISTED = ("licenses", "conditions", "other_pay")
"""The facts that are lists: each line adds one."""
