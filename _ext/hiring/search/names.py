"""What a page is called beside its title: what it states, and what follows from what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.model.titles import without_gender_forms
from hiring.search.tokens import telling, tokens

if TYPE_CHECKING:
    from hiring.model.handbook import Handbook
    from hiring.model.page import Page
    from hiring.model.role import JobRole

START = "index.md"
"""The page that everything starts from."""

SHORT_NAME = 2
"""The letters of a name that could be the first of any word."""


def names_of(page: Page, role: JobRole | None, handbook: Handbook) -> tuple[str, ...]:
    """Return what else a page is called: what it states, and the initials of a role.

    Who asks for the company alone wants the page that everything starts from.
    """
    stated = page.front_matter.aliases
    if page.path == START:
        # The first word of its name alone: the others say what it does, and so do its pages.
        return tuple(dict.fromkeys((*stated, *telling(handbook.company.name)[:1])))
    if role is None:
        return stated
    plain = without_gender_forms(role.facts.title, role.language)
    names = (*stated, *role.facts.aliases, *([plain] if plain != role.facts.title else ()))
    return tuple(dict.fromkeys((*names, *initials(plain))))


def initials(title: str) -> tuple[str, ...]:
    """Return the initials of a title of several words, with those of small words and without."""
    found = ("".join(word[0] for word in words) for words in (telling(title), tokens(title)))
    return tuple(dict.fromkeys(it for it in found if len(it) > 1))


def names_of_skills(handbook: Handbook) -> dict[str, str]:
    """Return what skills are called, by each of their other names.

    A name of a letter or two, as R, stands for itself: else it is taken for the start of a word.
    """
    return {
        " ".join(tokens(name)): " ".join(telling(skill.name))
        for skill in handbook.skills.values()
        for name in (*skill.aliases, *([skill.name] if len(skill.name) <= SHORT_NAME else ()))
    }
