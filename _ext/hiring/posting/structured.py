"""Structured data by schema.org: JobPosting of an opening, Occupation and FAQPage of a role.

The numbers J1 to J21 are those of the rules for job postings. What the data says, the posting says
too (J19); what is not known is left out, and never guessed.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from hiring.exports.text import plain_text
from hiring.model.audience import Audience
from hiring.model.occupations import occupation_title
from hiring.model.places import area_name
from hiring.posting.content import plain
from hiring.posting.formats.html import description
from hiring.posting.formats.text import content_text

if TYPE_CHECKING:
    from datetime import date

    from hiring.model.facts import Company, Education, Location, MarketPay, Pay
    from hiring.model.handbook import Handbook
    from hiring.model.role import JobRole
    from hiring.posting.compose import Posting
    from hiring.posting.terms import Terms

CONTEXT = "https://schema.org"

CREDENTIALS = {
    "high-school": "high school",
    "associate": "associate degree",
    "certificate": "professional certificate",
    "bachelor": "bachelor degree",
    "master": "postgraduate degree",
    "doctorate": "postgraduate degree",
}
"""J16: the categories of credentials, by our levels of education."""

NO_REQUIREMENTS = "no requirements"
"""J16, J17: what stands where nothing is asked for."""

_SECTIONS = {
    "responsibilities": "responsibilities",
    "qualifications": "qualifications",
    "benefits": "jobBenefits",
}
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
    found: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "JobPosting",
        "title": posting.title,
        "description": description(posting),
        "datePosted": str(facts.posted),
        "validThrough": f"{facts.closes}T23:59:59Z" if facts.closes else None,
        "hiringOrganization": _organization(company),
        "identifier": {
            "@type": "PropertyValue",
            "name": plain(company.name),
            "value": plain(facts.requisition),
        },
        **_where(terms),
        "employmentType": terms.employment_type.upper().replace("-", "_"),
        "baseSalary": _salary(terms.pay) if terms.pay else None,
        **_asked(terms),
        **_texts(posting),
        "totalJobOpenings": facts.positions if facts.positions > 1 else None,
        "jobStartDate": facts.start
        if re.fullmatch(r"\d{4}-\d\d-\d\d", facts.start or "")
        else None,
        "url": url,
    }
    return {name: value for name, value in found.items() if value is not None}


def occupation(role: JobRole, handbook: Handbook) -> dict[str, Any]:
    """Return the Occupation of a role's page. The market's average stands here, never as pay."""
    facts = role.facts
    named = [handbook.skills[use.skill].name for use in role.skills]
    found: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "Occupation",
        "name": facts.title,
        "alternateName": list(facts.aliases) or None,
        "description": facts.summary,
        "occupationalCategory": _category(role),
        "responsibilities": _text(role, "responsibilities", handbook),
        "qualifications": _text(role, "qualifications", handbook),
        "skills": ", ".join(named) or None,
        "educationRequirements": _education(facts.education),
        "estimatedSalary": _average(facts.market_pay) if facts.market_pay else None,
    }
    return {name: value for name, value in found.items() if value is not None}


def faq_page(role: JobRole, handbook: Handbook) -> dict[str, Any] | None:
    """Return the FAQPage of a role's questions, None where there are none."""
    questions = [
        {
            "@type": "Question",
            "name": entry.question,
            "acceptedAnswer": {"@type": "Answer", "text": plain_text(entry.body.nodes, handbook)},
        }
        for entry in role.questions
    ]
    found = {"@context": CONTEXT, "@type": "FAQPage", "mainEntity": questions}
    return found if questions else None


def as_script_json(value: Any) -> str:
    """Return JSON that can stand inside an HTML script element, whatever text is in it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _organization(company: Company) -> dict[str, str]:
    """J7: who hires."""
    return {"@type": "Organization", "name": plain(company.name), "sameAs": company.url}


def _where(terms: Terms) -> dict[str, Any]:
    """J8: the places; J10 and J11: wholly remote, and where people may live."""
    if terms.remote:
        areas = [
            {"@type": "State" if "-" in area else "Country", "name": area_name(area)}
            for area in terms.remote
        ]
        return {"jobLocationType": "TELECOMMUTE", "applicantLocationRequirements": _one(areas)}
    return {"jobLocation": _one([_place(place) for place in terms.places])}


def _place(place: Location) -> dict[str, Any]:
    stated = {name: getattr(place, field) for field, name in ADDRESS.items()}
    address = {name: value for name, value in stated.items() if value}
    return {"@type": "Place", "address": {"@type": "PostalAddress", **address}}


def _one(values: list[Any]) -> Any:
    """Return a list of one as what is in it."""
    return values[0] if len(values) == 1 else values


def _salary(pay: Pay) -> dict[str, Any]:
    """J13: what the employer pays; one value where both ends are equal."""
    low, high = (pay.model_dump(mode="json")[end] for end in ("min", "max"))
    ends = {"value": low} if low == high else {"minValue": low, "maxValue": high}
    return _amount(pay.currency, {**ends, "unitText": pay.per.upper()})


def _average(pay: MarketPay) -> dict[str, Any]:
    average = pay.model_dump(mode="json")["average"]
    return _amount(pay.currency, {"value": average, "unitText": pay.per.upper()})


def _amount(currency: str, value: dict[str, Any]) -> dict[str, Any]:
    quantity = {"@type": "QuantitativeValue", **value}
    return {"@type": "MonetaryAmount", "currency": currency, "value": quantity}


def _asked(terms: Terms) -> dict[str, Any]:
    """J16 to J18: education, experience, and whether the second may stand in for the first."""
    education = _education(terms.education)
    experience: Any = None
    if terms.months_of_experience is not None:
        experience = NO_REQUIREMENTS
    if terms.months_of_experience:
        experience = {
            "@type": "OccupationalExperienceRequirements",
            "monthsOfExperience": terms.months_of_experience,
        }
    found = {"educationRequirements": education, "experienceRequirements": experience}
    both = isinstance(education, dict) and isinstance(experience, dict)
    if both and terms.education and terms.education.or_experience:
        found["experienceInPlaceOfEducation"] = True
    return found


def _education(education: Education | None) -> Any:
    if education is None or education.level == "none":
        return NO_REQUIREMENTS if education else None
    category = CREDENTIALS[education.level]
    return {"@type": "EducationalOccupationalCredential", "credentialCategory": category}


def _texts(posting: Posting) -> dict[str, str]:
    """J21: parts of the description that other readers take by themselves."""
    parts = ((name, posting.section(section)) for section, name in _SECTIONS.items())
    return {name: content_text(part.content) for name, part in parts if part}


def _text(role: JobRole, name: str, handbook: Handbook) -> str | None:
    found = (plain_text(block.body.nodes, handbook) for block in role.blocks_named(name))
    return "\n".join(found) or None


def _category(role: JobRole) -> dict[str, Any] | None:
    """J21: the occupation's code, as far as the role says one."""
    if role.facts.occupation is None:
        return None
    code = role.facts.occupation.onet_soc
    found = {
        "@type": "CategoryCode",
        "inCodeSet": {
            "@type": "CategoryCodeSet",
            "name": "O*NET-SOC",
            "url": "https://www.onetonline.org/",
        },
        "codeValue": code,
        "name": occupation_title(code),
    }
    return {name: value for name, value in found.items() if value}
