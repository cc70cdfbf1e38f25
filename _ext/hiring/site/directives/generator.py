"""The directives that scripts fill in: the posting generator, and the checklist of who applies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from hiring.posting.compose import role_posting
from hiring.posting.generator.roles import application
from hiring.site.directives.base import HandbookDirective
from hiring.site.domain.this_build import path_named
from hiring.site.nodes.nodes import application_checklist, posting_generator
from hiring.site.nodes.voice import Voice
from hiring.site.views.build import nothing
from hiring.site.views.families import by_family
from hiring.site.views.generator import sections_view

if TYPE_CHECKING:
    from hiring.model.role import JobRole


class _ChoiceOfRole(HandbookDirective):
    """It starts with the page's own role, else the first by title; ``:role:`` leaves no choice."""

    has_content = False
    none: str
    """The name of what is said where there is no role to choose."""

    def run(self) -> list[nodes.Node]:
        """Return what is shown of one role, with the choice of all."""
        self.domain.note_use(self.env.docname, "generator")
        fixed = self.role(self.options["role"]) if "role" in self.options else None
        if fixed is None and "role" in self.options:
            return []
        roles = [fixed] if fixed else sorted(self.all_roles(), key=lambda it: it.facts.title)
        if not roles:
            return self.titled(nothing(self.voice, self.none))
        own = self.own_role()
        first = own if own is not None and own in roles else roles[0]
        found = self.shown(roles, first)
        found["role"] = first.key
        found["voice"] = self.voice
        found["number"] = self.env.new_serialno(self.name)
        found["version"] = self.domain.version_of("generator")
        return self.titled(found)

    def shown(self, roles: list[JobRole], first: JobRole) -> nodes.Element:
        """Return the node, with its ``roles``, which shows one role at first."""
        raise NotImplementedError


class PostingGeneratorDirective(_ChoiceOfRole):
    """A posting's template, which scripts let a reader fill in."""

    none = "no-posting"

    def shown(self, roles: list[JobRole], first: JobRole) -> posting_generator:
        """Return the template of a role, and levels of all."""
        choices = list(map(self._choice, roles))
        families = [
            (name, self.voice.of(held[0].language), list(map(self._choice, held)))
            for name, held in by_family(roles)
        ]
        self.domain.note_use(
            self.env.docname, "there", path_named(self.config.hiring_checklist_page)
        )
        posting = role_posting(first, self.handbook)
        names = ("hiring-posting", "hiring-printed")
        own = self.voice.of(first.language)
        sheet = sections_view(nodes.Text(posting.title), posting.sections, own, *names)
        return posting_generator("", sheet, roles=choices, families=families)

    def _choice(self, role: JobRole) -> tuple[str, str, str, list[tuple[str, str]]]:
        """Return of a role its key, its title and the language of that, and its levels."""
        levels = [(level.id, level.name) for level in role.levels]
        return role.key, role.facts.title, self.voice.of(role.language), levels


class ApplicationChecklistDirective(_ChoiceOfRole):
    """What a role asks of who applies, which scripts let a reader tick."""

    none = "no-application"

    def shown(self, roles: list[JobRole], first: JobRole) -> application_checklist:
        """Return the checklist of a role, and the pages of all."""
        choices = [
            (role.key, role.facts.title, self.voice.of(role.language), self.docname_of(role.path))
            for role in roles
        ]
        theirs = Voice.of_handbook(self.handbook, first.language)
        said = theirs.lexicon.say("page.prepare", title=first.facts.title)
        names = ("hiring-application-text", "hiring-printed")
        own = self.voice.of(first.language)
        sheet = sections_view(theirs.fixed(said), application(first, self.handbook), own, *names)
        return application_checklist("", sheet, roles=choices)


DIRECTIVES = {
    "posting-generator": PostingGeneratorDirective,
    "application-checklist": ApplicationChecklistDirective,
}
