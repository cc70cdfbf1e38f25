"""Facts in the shapes of schema.org, with the numbers of the rules for job postings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hiring.model import job_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hiring.model.asked import Condition, License
    from hiring.model.fact_shapes import Education, MarketPay, Pay
    from hiring.model.job_shapes import OtherPay, Term
    from hiring.model.lexicon import Lexicon

CREDENTIALS = {
    "high-school": "high school",
    "associate": "associate degree",
    "certificate": "professional certificate",
    "bachelor": "bachelor degree",
    "master": "postgraduate degree",
    "doctorate": "postgraduate degree",
}
"""J16: the categories of credentials, by our levels of education."""

FREE = {
    "employerOverview": "text",
    "eligibilityToWorkRequirement": "text",
    "jobImmediateStart": "yes-no",
    "securityClearanceRequirement": "text",
    "specialCommitments": "text",
    "workHours": "text",
}
"""The properties that a company's own facts may say, each with the type of such a fact."""

JOINED = tuple(name for name, kind in FREE.items() if kind == "text")
"""The properties whose text several facts say together."""

NO_REQUIREMENTS = "no requirements"
"""J16, J17: what stands where nothing is asked for."""


_TYPES = frozenset(
    ("full-time", "part-time", "contractor", "temporary", "intern", "volunteer", "per-diem")
)
"""The types of employment that Google has a word for; the others are other ones there."""


def employment(types: Sequence[str]) -> str | list[str]:
    """Return types of employment as Google takes them: ``FULL_TIME``, or a list of several."""
    known = (value if value in _TYPES else "other" for value in types)
    found = list(dict.fromkeys(value.upper().replace("-", "_") for value in known))
    return found[0] if len(found) == 1 else found


def credential(education: Education) -> Any:
    """J16: the education asked for."""
    if education.level == "none":
        return NO_REQUIREMENTS
    category = CREDENTIALS[education.level]
    return {"@type": "EducationalOccupationalCredential", "credentialCategory": category}


def salary(pay: Pay) -> dict[str, Any]:
    """J13: what the employer pays; one value where both ends are equal."""
    low, high = (pay.model_dump(mode="json")[end] for end in ("min", "max"))
    ends = {"value": low} if low == high else {"minValue": low, "maxValue": high}
    return _amount(pay.currency, {**ends, "unitText": pay.per.upper()})


def average(pay: MarketPay) -> dict[str, Any]:
    """Return what the market pays."""
    value = pay.model_dump(mode="json")["average"]
    return _amount(pay.currency, {"value": value, "unitText": pay.per.upper()})


def _amount(currency: str, value: dict[str, Any]) -> dict[str, Any]:
    quantity = {"@type": "QuantitativeValue", **value}
    return {"@type": "MonetaryAmount", "currency": currency, "value": quantity}


def duration(term: Term) -> str | None:
    """Return for how long a job is by ISO 8601, None where it has no length: ``P12M``."""
    if term.months:
        return f"P{term.months}M"
    return f"P{term.weeks}W" if term.weeks else None


def licenses(values: tuple[License, ...]) -> list[dict[str, Any]] | None:
    """Return the licenses that are musts as credentials; None where none is."""
    musts = [value for value in values if value.priority == "must"]
    return [_license(value) for value in musts] or None


def _license(value: License) -> dict[str, Any]:
    found: dict[str, Any] = {
        "@type": "EducationalOccupationalCredential",
        "credentialCategory": "license",
        "name": value.name,
    }
    if value.issuer:
        found["recognizedBy"] = {"@type": "Organization", "name": value.issuer}
    return found


_BY_LAW = ("citizenship", "right-to-work", "minimum-age", "residence")


def clearance(values: tuple[Condition, ...], said: Lexicon) -> str:
    """Return what clearance is asked for; empty where none is."""
    return job_words.conditions((it for it in values if it.kind == "clearance"), said)


def eligibility(values: tuple[Condition, ...], said: Lexicon) -> str:
    """Return who may do the work by law; empty where nothing is said of that."""
    return job_words.conditions((it for it in values if it.kind in _BY_LAW), said)


def visa(value: str, said: Lexicon) -> str:
    """Return whether a visa is sponsored."""
    return said.say("work_visa", said=job_words.visa(value, said))


_INCENTIVES = ("bonus", "commission", "profit-sharing", "equity", "tips", "other")


def incentives(values: tuple[OtherPay, ...], said: Lexicon) -> str:
    """Return what is paid beside the salary for what is done; empty where nothing is."""
    return job_words.other_pay((it for it in values if it.kind in _INCENTIVES), said)
