"""The front matter of a page: the facts that were found, and beside them what is in doubt."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from hiring.importing.durations import experience_in
from hiring.importing.education import education_in
from hiring.importing.sentences import sentences_of
from hiring.importing.values import LISTED, MAX_TEXT, SEVERAL, Stated, joined, quoted
from hiring.model.language_tags import foreign
from hiring.model.messages import gettext
from hiring.model.problem import about

if TYPE_CHECKING:
    from hiring.importing.company import CompanyFacts
    from hiring.importing.placed import Description
    from hiring.importing.written import DraftPage, Source

_ORDER = (
    *(
        "reports_to",
        "matrix_to",
        "supervises",
        "supervision",
        "employment_type",
        "work_arrangement",
    ),
    *("travel", "pay", "other_pay", "hours", "schedule", "term", "grade", "exempt", "licenses"),
    *("conditions", "visa", "languages", "education", "experience"),
)


def front_matter(
    page: DraftPage, described: Description, known: CompanyFacts, site_language: str, *, plain: bool
) -> None:
    """Write the front matter of a draft; as ``plain``, facts stand in it as comments."""
    page.add("---")
    if foreign(described.language, site_language):
        page.add(f"language: {described.language}")
    page.add("role:")
    title = described.title if re.fullmatch(r"[\w ,/()&.’-]+", described.title) else None
    page.add(
        f"  title: {title or json.dumps(described.title, ensure_ascii=False)}",
        *described.title_sources,
    )
    _fact(page, described, known, "family", "TODO", plain=plain)
    page.add("  status: draft")
    page.add(f"  summary: {_summary(described)}")
    for name in _ORDER:
        _fact(page, described, known, name, "", plain=plain)
    for line in () if plain else _asked(described):
        page.add(line)
    if "occupation" in described.stated:
        page.add(f"  occupation: {described.stated['occupation']}")
    if not plain and {"benefits", "left benefit"} <= {it.place for it in described.placed}:
        page.add("  benefits: add")
    page.add("  owner: TODO")
    for placed in described.placed:
        if placed.place == "place" and not placed.part.is_heading:
            said = _place(known.location_of(placed.text), _short(placed.text))
            page.add(f"  # {said}", placed.source)
    for line in ("---", ""):
        page.add(line)


def _place(key: str, said: str) -> str:
    """Return what is said of a place of work, which has a key where company.yaml knows it."""
    if key:
        where = f"locations: [{key}]"
        message = gettext("place of work, which openings state as {where}: {said}")
    else:
        where = "locations"
        message = gettext(
            "place of work, which openings state as {where}; company.yaml does not have it: {said}"
        )
    return message.format(where=where, said=said)


def _fact(
    page: DraftPage,
    described: Description,
    known: CompanyFacts,
    name: str,
    otherwise: str,
    *,
    plain: bool,
) -> None:
    """Write what is stated under a name: in a list all of it, else what comes first."""
    found = [(source, fact) for source, fact in described.facts if fact.name == name]
    stated = [(source, fact) for source, fact in found if fact.value and not plain]
    value = _together(name, [fact for _, fact in stated])
    kept = stated[:1] if stated and value == stated[0][1].value else stated
    same = [(source, fact) for source, fact in stated if fact.value == value]
    if value or otherwise:
        page.add(f"  {name}: {value or otherwise}", *(source for source, _ in (*kept, *same)))
    if doubt := next((fact.doubt for _, fact in stated if fact.doubt), ""):
        _doubt(page, name, doubt, "")
    for source, fact in found:
        if (source, fact) not in kept and (source, fact) not in same:
            once_more = fact.value and not plain
            why = gettext("said once more") if once_more else gettext("state it by hand")
            _doubt(page, name, why, _text_of(described, source), source)


def _together(name: str, stated: list[Stated]) -> str:
    """Return what lines state of a fact together; the first where only one can be stated."""
    if name in LISTED and stated:
        return f"[{', '.join(dict.fromkeys(fact.value for fact in stated))}]"
    if name in SEVERAL and stated:
        return joined(stated)
    ranges = _ranges(stated) if name == "pay" else ""
    return ranges or next((fact.value for fact in stated), "")


def _ranges(stated: list[Stated]) -> str:
    """Return pay that differs by whom it is for, as a list; empty where there is one range."""
    units = {re.sub(r"(min|max): [^,}]+", "", fact.value) for fact in stated}
    if len(stated) < 2 or len(units) > 1 or not all(fact.whom for fact in stated):
        return ""
    parts = [f"{{for: {json.dumps(it.whom, ensure_ascii=False)}, {it.value[1:]}" for it in stated]
    return f"[{', '.join(parts)}]"


def _doubt(page: DraftPage, name: str, doubt: str, said: str, *sources: Source) -> None:
    what = about(name, doubt)
    told = about(what, _short(said)) if said else what
    page.add(f"  # {about(gettext('Doubt'), told)}", *sources)
    page.doubts.append((len(page.lines), what))


def _text_of(described: Description, source: Source) -> str:
    return next((it.part.line.text for it in described.placed if it.source == source), "")


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= MAX_TEXT else text[: MAX_TEXT - 3] + "..."


def _summary(described: Description) -> str:
    """Return the first sentence of the brief, where it is short enough to stand alone."""
    for placed in described.placed:
        if placed.place == "job-brief" and not placed.part.is_heading:
            first = sentences_of(placed.text)[0]
            if 15 < len(first) <= MAX_TEXT and first.endswith((".", "!", "?")):
                return quoted(first)
    return "TODO"


def _asked(described: Description) -> list[str]:
    """Return education and experience as the must-haves say them."""
    musts = [
        it.text
        for it in described.placed
        if it.place == "qualifications must" and not it.part.is_heading
    ]
    shoulds = [
        it.text
        for it in described.placed
        if it.place in ("qualifications should", "qualifications nice")
    ]
    lines = []
    found = education_in(musts, shoulds)
    if not described.fact("education") and (found.level or found.preferred):
        parts = [f"level: {found.level or 'none'}"]
        if found.preferred:
            parts.append(f"preferred: {found.preferred}")
        if found.or_experience:
            parts.append("or_experience: true")
        lines.append(f"  education: {{{', '.join(parts)}}}")
    years = experience_in(musts)
    if years and not described.has_levels and not described.fact("experience"):
        lines.append(f'  experience: {{years: "{years}"}}')
    return lines
