"""Structured data by schema.org: the Occupation and the FAQPage of a role's page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hiring.exports.text import plain_text
from hiring.model.schema_org import average, credential
from hiring.posting.required import required
from hiring.posting.structured import CONTEXT, category
from hiring.posting.terms import terms_of_role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hiring.model.handbook import Handbook
    from hiring.model.role import JobRole


def occupation(role: JobRole, handbook: Handbook) -> dict[str, Any]:
    """Return the Occupation of a role's page. The market's average stands here, never as pay."""
    facts = role.facts
    named = [handbook.skills[use.skill].name for use in role.skills]
    education = required(terms_of_role(role, handbook)).education
    found: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "Occupation",
        "name": facts.title,
        "alternateName": list(facts.aliases) or None,
        "description": facts.summary,
        "occupationalCategory": category(role),
        "responsibilities": _text(role, ("responsibilities", "duties"), handbook),
        "qualifications": _text(role, ("qualifications",), handbook),
        "skills": ", ".join(named) or None,
        "educationRequirements": credential(education) if education else None,
        "estimatedSalary": average(facts.market_pay) if facts.market_pay else None,
    }
    return {name: value for name, value in found.items() if value is not None}


def faq_page(role: JobRole, handbook: Handbook, site: str = "") -> dict[str, Any] | None:
    """Return the FAQPage of a role's questions, None where there are none.

    ``site`` is the address of the site; where it is known, the page names its translations.
    """
    questions = [
        {
            "@type": "Question",
            "name": entry.question,
            "acceptedAnswer": {
                "@type": "Answer",
                "text": plain_text(entry.body.nodes, handbook, role.path),
            },
        }
        for entry in role.questions
    ]
    found = {
        "@context": CONTEXT,
        "@type": "FAQPage",
        "inLanguage": role.language,
        **(_translations(role, handbook, site) if site else {}),
        "mainEntity": questions,
    }
    return found if questions else None


def _translations(role: JobRole, handbook: Handbook, site: str) -> dict[str, Any]:
    """Return how the questions are in other languages: of which they are a translation, or which.

    A page without questions has none to translate.
    """
    found = {path: handbook.role_on(path) for path in handbook.versions.get(role.path, ())}
    pages = {
        path: {
            "@type": "FAQPage",
            "inLanguage": it.language,
            "url": f"{site}{path.removesuffix('.md')}.html",
        }
        for path, it in found.items()
        if it and it.questions and it is not role
    }
    if role.translates:
        original = pages.get(handbook.pages[role.path].translates)
        return {"translationOfWork": original} if original else {}
    return {"workTranslation": list(pages.values())} if pages else {}


def _text(role: JobRole, names: Iterable[str], handbook: Handbook) -> str | None:
    """Return what the blocks of these names say, of those that postings show."""
    posted = (name for name in names if name in role.posted_blocks)
    blocks = (block for name in posted for block in role.blocks_named(name))
    return "\n".join(plain_text(it.body.nodes, handbook, role.path) for it in blocks) or None
