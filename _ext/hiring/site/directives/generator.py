"""The directive that shows the posting generator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.posting.compose import role_posting
from hiring.posting.generator.roles import application
from hiring.site.directives.base import HandbookDirective
from hiring.site.nodes.nodes import generator_seam, posting_generator
from hiring.site.views.generator import sections_view

if TYPE_CHECKING:
    from docutils import nodes

    from hiring.model.role import JobRole


class PostingGeneratorDirective(HandbookDirective):
    """A posting's template, which scripts let a reader fill in.

    It starts with the page's own role, else the first by title; ``:role:`` leaves no choice of it.
    """

    has_content = False

    def run(self) -> list[nodes.Node]:
        """Return the template and the checklist of one role, with the choice of all."""
        self.domain.note_use(self.env.docname, "generator")
        fixed = self.role(self.options["role"]) if "role" in self.options else None
        if fixed is None and "role" in self.options:
            return []
        roles = [fixed] if fixed else sorted(self.all_roles(), key=lambda it: it.facts.title)
        if not roles:
            return []
        own = self.own_role()
        first = own if own is not None and own in roles else roles[0]
        return self.titled(self.generator(roles, first))

    def generator(self, roles: list[JobRole], first: JobRole) -> posting_generator:
        """Return the generator, which shows one role at first."""
        choices = [
            (role.key, role.facts.title, [(level.id, level.name) for level in role.levels])
            for role in roles
        ]
        posting = role_posting(first, self.handbook)
        title = f"Prepare an application: {first.facts.title}"
        return posting_generator(
            "",
            sections_view(posting.title, posting.sections, "hiring-posting"),
            generator_seam(),
            sections_view(title, application(first, self.handbook), "hiring-application-text"),
            roles=choices,
            role=first.key,
            number=self.env.new_serialno("hiring-generator"),
            version=self.domain.version_of("generator"),
        )


DIRECTIVES = {"posting-generator": PostingGeneratorDirective}
