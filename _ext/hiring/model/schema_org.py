"""Facts in the shapes of schema.org, with the numbers of the rules for job postings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hiring.model.fact_shapes import Education, MarketPay, Pay

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


def employment(types: Sequence[str]) -> str | list[str]:
    """Return types of employment as Google takes them: ``FULL_TIME``, or a list of several."""
    found = [value.upper().replace("-", "_") for value in types]
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
