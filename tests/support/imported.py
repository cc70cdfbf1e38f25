"""The company whose handbook descriptions are brought into."""

from __future__ import annotations

from hiring.importing.company import CompanyFacts
from hiring.model.facts import Company, Skill

KNOWN = CompanyFacts(
    Company.model_validate(
        {
            "name": "A bank",
            "url": "https://bank.example",
            "locations": {"austin": {"locality": "Austin", "region": "TX", "country": "US"}},
            "benefits": ["Medical and dental insurance from the first day"],
        }
    ),
    (Skill(key="python", name="Python", description="Writes it."),),
)
