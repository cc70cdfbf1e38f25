"""Indices: roles by family, skills with the roles that ask for them, questions; all by letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.domains import Index, IndexEntry

from hiring.model.lexicon import AMERICAN
from hiring.model.words import letter, sorting_key
from hiring.site.domain.this_build import path_named, this_build

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hiring.model.lexicon import Lexicon
    from hiring.model.role import JobRole
    from hiring.site.domain.this_build import ThisBuild

Groups = tuple[list[tuple[str, list[IndexEntry]]], bool]


class _HandbookIndex(Index):
    """The base of the indices: what the handbook knows, of the pages that are built."""

    @property
    def known(self) -> ThisBuild:
        """What this build knows."""
        return this_build(self.domain.env.config)

    @property
    def said(self) -> Lexicon:
        """The words of the site's language."""
        handbook = self.known.handbook
        return handbook.lexicon()

    @property
    def skills_page(self) -> str:
        """The page that skills lead to; empty where this build has none."""
        page = self.known.docname_of(path_named(self.known.config.skills_page))
        return page if page in self.domain.env.all_docs else ""

    def _entry(
        self, name: str, role: JobRole, anchor: str = "", *, subtype: int = 0, about: str = ""
    ) -> IndexEntry:
        page = self.known.docname_of(role.path)
        return IndexEntry(name, subtype, page, anchor, about, "", "")


class RoleIndex(_HandbookIndex):
    """Roles by family."""

    name = "roles"

    def generate(self, docnames: Iterable[str] | None = None) -> Groups:
        """Return the families, each with its roles by title."""
        groups = [
            (
                family,
                [self._entry(role.facts.title, role, about=role.facts.summary) for role in roles],
            )
            for family, roles in self.known.handbook.families.items()
        ]
        return groups, False


class SkillIndex(_HandbookIndex):
    """Skills by their first letter, each with the roles that ask for it."""

    name = "skills"

    def generate(self, docnames: Iterable[str] | None = None) -> Groups:
        """Return letters, each with its skills; aliases lead to the skill that they stand for."""
        handbook, page = self.known.handbook, self.skills_page
        letters: dict[str, list[tuple[str, list[IndexEntry]]]] = {}
        for skill in handbook.skills.values():
            anchor = f"skill-{skill.key}"
            roles = handbook.roles_by_skill.get(skill.key, ())
            entries = [IndexEntry(skill.name, 1 if roles else 0, page, anchor, "", "", "")]
            asking = [(role, role.asks_for(skill.key)) for role in roles]
            entries += [
                self._entry(role.facts.title, role, block.anchor, subtype=2)
                for role, block in asking
                if block
            ]
            letters.setdefault(letter(skill.name), []).append((skill.name, entries))
            for alias in skill.aliases:
                about = self.said.say("site.see", name=skill.name)
                see = IndexEntry(alias, 0, page, anchor, about, "", "")
                letters.setdefault(letter(alias), []).append((alias, [see]))
        return [
            (letter, [entry for _, entries in sorted(found, key=_by_name) for entry in entries])
            for letter, found in sorted(letters.items())
        ], True


class QuestionIndex(_HandbookIndex):
    """Questions by role."""

    name = "questions"

    def generate(self, docnames: Iterable[str] | None = None) -> Groups:
        """Return the roles that answer questions, each with its questions."""
        groups = [
            (
                role.facts.title,
                [self._entry(entry.question, role, entry.anchor) for entry in role.questions],
            )
            for role in self.known.handbook.originals.values()
            if role.questions
        ]
        return sorted(groups), True


class WholeIndex(_HandbookIndex):
    """Everything by its first letter: roles and their other titles, skills, questions."""

    name = "a-z"

    def generate(self, docnames: Iterable[str] | None = None) -> Groups:
        """Return letters, each with what starts with it."""
        handbook, page, say = self.known.handbook, self.skills_page, self.said.say
        found: list[IndexEntry] = []
        for role in handbook.originals.values():
            title = role.facts.title
            found.append(self._entry(title, role, about=say("site.role")))
            see = say("site.see", name=title)
            found += [self._entry(alias, role, about=see) for alias in role.facts.aliases]
            found += [
                self._entry(entry.question, role, entry.anchor, about=title)
                for entry in role.questions
            ]
        for skill in handbook.skills.values():
            anchor = f"skill-{skill.key}"
            see = say("site.see", name=skill.name)
            named = [(skill.name, say("site.skill")), *((it, see) for it in skill.aliases)]
            found += [IndexEntry(name, 0, page, anchor, about, "", "") for name, about in named]
        letters: dict[str, list[IndexEntry]] = {}
        for entry in sorted(found, key=lambda entry: (sorting_key(entry.name), entry.extra)):
            letters.setdefault(letter(entry.name), []).append(entry)
        return sorted(letters.items()), True


def _by_name(found: tuple[str, list[IndexEntry]]) -> str:
    return sorting_key(found[0])


_NAMED = {
    RoleIndex: ("site.roles", "site.roles-by-family"),
    SkillIndex: ("site.skills", "site.of-skills"),
    QuestionIndex: ("site.questions", "site.of-questions"),
    WholeIndex: ("site.a-z-of", "site.a-z"),
}
"""The indices, each with its name and its short name in the lexicon."""


def indices_in(said: Lexicon = AMERICAN) -> list[type[Index]]:
    """Return the indices with their names in a language."""
    say = said.say
    return [
        type(index.__name__, (index,), {"localname": say(name), "shortname": say(short)})
        for index, (name, short) in _NAMED.items()
    ]
