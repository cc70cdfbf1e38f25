"""Structured data by schema.org: the JobPosting of an opening.

The numbers J1 to J21 are those of the rules for job postings. What the data says, the posting says
too (J19); what is not known is left out, and never guessed.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hiring.model import words
from hiring.model.audience import Audience
from hiring.model.classifications import NamedOccupation
from hiring.model.fact_table import facts_of, stated_in
from hiring.model.occupations import occupation_title
from hiring.model.places import area_name, areas_of
from hiring.model.role_facts import RoleFacts
from hiring.model.schema_org import JOINED, NO_REQUIREMENTS, credential
from hiring.model.time_zones import day_ends
from hiring.posting.additional import posted_id
from hiring.posting.content import plain
from hiring.posting.formats.html import description
from hiring.posting.required import required
from hiring.posting.structured_texts import DEMANDS, texts_of

if TYPE_CHECKING:
    from datetime import date

    from hiring.model.company_parts import Location
    from hiring.model.facts import Company
    from hiring.model.lexicon import Lexicon
    from hiring.model.role import JobRole
    from hiring.posting.compose import Posting
    from hiring.posting.terms import Terms

CONTEXT = "https://schema.org"
ADDRESS = {
    "street": "streetAddress",
    "locality": "addressLocality",
    "region": "addressRegion",
    "postal_code": "postalCode",
    "country": "addressCountry",
}
"""J8: the parts of an address, by our names of them."""


def job_posting(posting: Posting, today: date, url: str | None = None) -> dict[str, Any] | None:
    """Return the JobPosting of an opening's page, whose absolute address is ``url``.

    None for a role's template (J2), for a page that is not public (J20), and for an opening that
    nobody can apply for today: not open, posted later (J6), or past (J9).
    """
    terms, opening = posting.terms, posting.terms.opening
    if opening is None or opening.audience is not Audience.PUBLIC or not opening.is_listed(today):
        return None
    facts, company = opening.facts, posting.company
    areas = areas_of(terms.places, terms.remote)
    of_facts = _of_facts(terms.stating(pay=terms.paid).facts, terms.lexicon)
    found: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "JobPosting",
        "title": posting.title,
        "description": description(posting),
        "datePosted": str(facts.posted),
        "validThrough": day_ends(facts.closes, areas).isoformat() if facts.closes else None,
        "hiringOrganization": _organization(company),
        "identifier": {
            "@type": "PropertyValue",
            "name": plain(company.name),
            "value": plain(facts.requisition),
        },
        **_where(terms),
        # What is no condition is taken back, although it is a fact.
        **of_facts,
        **_conditions(terms),
        **texts_of(posting, of_facts),
        **_about(posting),
        "totalJobOpenings": facts.positions if facts.positions > 1 else None,
        "jobStartDate": facts.start if words.iso_day(facts.start or "") else None,
        "url": url,
    }
    return {name: value for name, value in found.items() if value is not None}


def as_script_json(value: Any) -> str:
    """Return JSON that can stand inside an HTML script element, whatever text is in it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _organization(company: Company) -> dict[str, str]:
    """J7: who hires."""
    logo = {"logo": company.logo} if company.logo else {}
    return {"@type": "Organization", "name": plain(company.name), "sameAs": company.url, **logo}


def _about(posting: Posting) -> dict[str, Any]:
    """J15 and J21: what else is known, which boards match and sort jobs by.

    Who hires within the company is the role's family. A job is applied for directly where its page
    leads to a form, and not where it names an e-mail address alone.
    """
    terms, apply = posting.terms, posting.terms.apply
    industry = posting.company.said("industry", posting.language)
    return {
        "occupationalCategory": category(terms.role),
        "skills": ", ".join(posting.skills) or None,
        "employmentUnit": {"@type": "Organization", "name": plain(terms.role.facts.family)},
        "industry": industry.value if industry else None,
        "directApply": bool(apply and apply.url),
    }


def _where(terms: Terms) -> dict[str, Any]:
    """J8: the places; J10 and J11: wholly remote, or by choice, and where people may live."""
    found: dict[str, Any] = {}
    if terms.places or not terms.remote:
        found["jobLocation"] = _one([_place(place) for place in terms.places])
    if terms.remote:
        areas = [
            {"@type": "State" if "-" in area else "Country", "name": area_name(area)}
            for area in terms.remote
        ]
        found |= {"jobLocationType": "TELECOMMUTE", "applicantLocationRequirements": _one(areas)}
    return found


def _place(place: Location) -> dict[str, Any]:
    stated = {name: getattr(place, field) for field, name in ADDRESS.items()}
    address = {name: value for name, value in stated.items() if value}
    return {"@type": "Place", "address": {"@type": "PostalAddress", **address}}


def _one(values: list[Any]) -> Any:
    """Return a list of one as what is in it."""
    return values[0] if len(values) == 1 else values


def _of_facts(facts: RoleFacts, said: Lexicon) -> dict[str, Any]:
    """Return what the table of facts has a property of schema.org for."""
    found: dict[str, Any] = {}
    for fact_name, value in stated_in(facts).items():
        for name, told in facts_of(type(facts))[fact_name].shaped(value, said):
            more = _plain(told)
            first = found.get(name) if name in JOINED else None
            found[name] = f"{first}; {more}" if first and more else more or first or None
    return found


def _plain(value: Any) -> Any:
    """Return a value whose texts are as a posting says them."""
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    return plain(value) if isinstance(value, str) else value


def properties_of_entries(facts: type[RoleFacts] = RoleFacts) -> dict[str, list[str]]:
    """Return the properties that say what an entry of the additional information says, by its id.

    What the qualifications ask for goes by the id of their section.
    """
    found = {
        posted_id(name, fact): [*fact.properties]
        for name, fact in facts_of(facts).items()
        if fact.posted and fact.posted.optional and fact.properties
    }
    demands = {"physical-demands": [*DEMANDS]}
    return {**found, **demands, "qualifications": ["skills", "experienceRequirements"]}


def _conditions(terms: Terms) -> dict[str, Any]:
    """J16 and J17: the education and the experience that are conditions, and no other.

    Experience can't stand in for education here (J18): where it may, that is no condition.
    """
    asked = required(terms)
    years: Any = {
        "@type": "OccupationalExperienceRequirements",
        "monthsOfExperience": (asked.years or 0) * 12,
    }
    return {
        "educationRequirements": credential(asked.education) if asked.education else None,
        "experienceRequirements": NO_REQUIREMENTS if asked.years == 0 else asked.years and years,
    }


def category(role: JobRole) -> Any:
    """J21: the occupation's code, as far as the role says one; several as a list."""
    occupation = role.facts.occupation
    if occupation is None:
        return None
    code = occupation.onet_soc
    ours = _code("O*NET-SOC", "https://www.onetonline.org/", code, occupation_title(code))
    others = occupation.named if isinstance(occupation, NamedOccupation) else ()
    found = [ours] if code else []
    found += [_code(it.classification, "", it.code, it.title) for it in others]
    return _one(found) if found else None


def _code(code_set: str, url: str, code: str | None, name: str | None) -> dict[str, Any]:
    in_set = {"@type": "CategoryCodeSet", "name": code_set, **({"url": url} if url else {})}
    found = {"@type": "CategoryCode", "inCodeSet": in_set, "codeValue": code, "name": name}
    return {name: value for name, value in found.items() if value}
