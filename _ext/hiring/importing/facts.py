"""What the value of a label says of a fact, as front matter states it: a reader for each fact."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from hiring.importing.amounts import as_front_matter, grade_stated, pay_in, pay_stated
from hiring.importing.codes import grade_in
from hiring.importing.durations import FEWEST, FULL_WEEK, hours_in, term_in, years_in
from hiring.importing.education import education_stated
from hiring.importing.headings import folded
from hiring.importing.values import (
    MAX_TEXT,
    Stated,
    all_valued,
    is_permanent,
    quoted,
    says,
    says_only,
    states_nothing,
    valued,
)
from hiring.model.language_tags import language_meant
from hiring.model.messages import gettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from hiring.model.facts import Company


def stated(name: str, text: str, company: Company) -> list[Stated]:
    """Return the facts that the value of a label states: none where it can't be understood."""
    read = _READERS.get(name)
    if read is not None:
        return read(text, company)
    if len(text) > MAX_TEXT or states_nothing(text):
        return []
    return [Stated(name, quoted(text))]


def bare_facts(text: str, company: Company) -> list[Stated]:
    """Return the facts that a short line without a label states."""
    count, low = len(text.split()), text.lower()
    if count > 12 or (text.endswith((".", "!")) and count > 8):
        return []
    if re.search(r"[$€£]|\beuros?\b", low) and pay_in(text, company.currency):
        return pay_stated(text, company)
    employment = [] if says(text, "preferred") else _employment(text, company)
    is_told = says(text, "employment_type") or (is_permanent(text) and count < 5)
    if employment and (is_told or employment[0].value != "full-time"):
        return employment
    if re.search(r"\d\s?(?:hours|hrs|stunden|heures|h) (?:per|a|pro|par|hebdo)", low):
        return _hours(text, company)
    if (step := grade_in(text)) and step == text.strip():
        return grade_stated(text, company)
    if re.search(r"exempt\b", low):
        return _exempt(text, company)
    return _arrangement(text, company) if count < 4 else []


def _per_week(text: str, least: int = FEWEST) -> list[Stated]:
    hours = hours_in(text, least)
    return [Stated("hours", as_front_matter({"per_week": hours}))] if hours else []


def _hours(text: str, company: Company) -> list[Stated]:
    """Return hours a week, and when the work is done, where it says so or no number."""
    return _per_week(text) + _times(text) or _schedule(text, company)


def _schedule(text: str, company: Company) -> list[Stated]:
    said = folded(text.replace("/", " per "))
    hours = _per_week(text) if _A_WEEK.search(said) else []
    if hours and not _A_WEEK.sub("", said).strip():
        return hours
    parts = re.split(r"[,;|]\s*|\s[-–—]\s", text)
    kinds = [part for part in parts if says_only(part, "employment_type")]
    times = [part for part in parts if part not in kinds]
    when = ", ".join(times) if kinds else text
    schedule = [Stated("schedule", quoted(when))] if 0 < len(when) <= MAX_TEXT else []
    return schedule + hours + (_employment(", ".join(kinds), company) if kinds else [])


_A_WEEK = re.compile(
    r"(?:\d+(?: \d+)? ?(?:hours|hrs|h|stunden|std|heures) ?(?:wochentlich|hebdomadaires?)?)? ?"
    r"(?:(?:per|a|each|pro|je|die|in der|par) (?:week|woche|semaine)|wochentlich"
    r"|hebdo(?:madaires?)?)"
)
"""A week, with the hours of it, as they are compared."""


def _term(text: str, company: Company) -> list[Stated]:
    parts = term_in(text)
    said = {name: as_front_matter(it) if isinstance(it, dict) else it for name, it in parts.items()}
    return [Stated("term", as_front_matter(said))] if said else []


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
        found.append(
            Stated("employment_type", "full-time", gettext("it says permanent, and no more"))
        )
    least = FULL_WEEK if kinds == ["full-time"] else FEWEST
    found += _term(text, company) + _per_week(text, least)
    return found + _times(text) if found or not says(text, "schedule") else _schedule(text, company)


def _times(text: str) -> list[Stated]:
    """Return when the work is done, as the parts of a text say it that speak of it."""
    when = ", ".join(part.strip() for part in re.split(r"[,;|]", text) if says(part, "schedule"))
    return [Stated("schedule", quoted(when))] if when else []


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
    if says(name, "preferred"):
        parts["priority"] = "should"
    return [Stated("licenses", as_front_matter(parts))] if name else []


def _condition(text: str, company: Company) -> list[Stated]:
    kind = valued(text, "conditions")
    said = json.dumps(text.rstrip(" ."), ensure_ascii=False)
    if not kind or len(text) > MAX_TEXT:
        return []
    return [
        Stated(
            "conditions",
            f"{{kind: {kind}, text: {said}}}",
            gettext("say why it is needed, as `reason`"),
        )
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
    if re.fullmatch(r"(?:non|not)?[\s-]?exempt", text.strip(), re.IGNORECASE):
        return _exempt(text, company)
    return grade_stated(text, company)


def _manager(text: str, company: Company) -> list[Stated]:
    return (
        [Stated("reports_to", json.dumps(text.rstrip("."), ensure_ascii=False))]
        if len(text) <= MAX_TEXT
        else []
    )


def _experience(text: str, company: Company) -> list[Stated]:
    if not (years := years_in(text)):
        return []
    more = len(folded(text).split()) > _YEARS_ALONE
    told = gettext("it says more than a number of years: {text}", text=text[:MAX_TEXT])
    doubt = told if more else ""
    return [Stated("experience", as_front_matter({"years": json.dumps(years)}), doubt)]


_YEARS_ALONE = 7
"""How many words say no more than a number of years, as "At least 2 years of experience"."""


_LANGUAGE = re.compile(r"(?P<name>[^\W\d_]+)(?: \((?P<level>[^()]+)\))?")


def _languages(text: str, company: Company) -> list[Stated]:
    """Return languages as a posting of ours lists them, each with its level; none of other text."""
    found = [_LANGUAGE.fullmatch(part.strip()) for part in re.split(r"[;,]", text)]
    codes = [language_meant(match["name"]) if match else "" for match in found]
    if not all(codes):
        return []
    return [
        Stated("languages", as_front_matter({"language": code, **_level(match)}))
        for code, match in zip(codes, found, strict=True)
    ]


def _level(match: re.Match[str] | None) -> dict[str, str]:
    return {"level": json.dumps(match["level"])} if match and match["level"] else {}


_READERS: dict[str, Callable[[str, Company], list[Stated]]] = {
    "pay": pay_stated,
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
    "education": lambda text, company: education_stated(text),
    "experience": _experience,
    "languages": _languages,
}
