"""What our directives share: the handbook, the page's own role, and notes of what they show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils.nodes import container
from sphinx.util.docutils import SphinxDirective

from hiring.model.audience import Audience
from hiring.reading.crossings.page import ALL, keys_in
from hiring.site.directives.markdown import render
from hiring.site.domain.domain import domain_of
from hiring.site.nodes.voice import marked
from hiring.site.views.build import title
from hiring.site.views.team import for_team

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils import nodes

    from hiring.model.handbook import Handbook
    from hiring.model.role import Block, JobRole, Level, Question
    from hiring.site.domain.domain import HiringDomain
    from hiring.site.nodes.voice import Voice


def given(argument: str) -> str:
    """Take an option as it is; the reader has checked it."""
    return argument or ""


class HandbookDirective(SphinxDirective):
    """A directive that shows what the handbook knows.

    The reader has reported every mistake before any page is read, so what can't be shown here is
    left out without a second report.
    """

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True

    @property
    def domain(self) -> HiringDomain:
        """The domain, with what this build knows."""
        return domain_of(self.env)

    @property
    def handbook(self) -> Handbook:
        """The handbook of this build's readers."""
        return self.domain.handbook

    @property
    def path(self) -> str:
        """The path of the page."""
        return self.domain.build.path_of(self.env.docname)

    def docname_of(self, path: str) -> str:
        """Return the name in Sphinx of a page."""
        return self.domain.build.docname_of(path)

    @property
    def voice(self) -> Voice:
        """In which language the page speaks."""
        return self.domain.build.voice_on(self.env.docname)

    def own_role(self) -> JobRole | None:
        """Return the role whose page this is, or None."""
        role = self.handbook.role_on(self.path)
        return self.role(role.key) if role else None

    def role(self, key: str) -> JobRole | None:
        """Return a role that the page shows, and note that it does."""
        self.domain.note_use(self.env.docname, "role", key)
        return self.handbook.roles.get(key)

    def sources(self) -> list[JobRole]:
        """Return the roles that ``:from:`` names, or the page's own."""
        written = self.options.get("from")
        if written is None:
            own = self.own_role()
            return [own] if own else []
        if written.strip() == ALL:
            return self.in_language(self.all_roles())
        return [role for key in keys_in(written) if (role := self.role(key))]

    def all_roles(self, shown: str = "roles") -> list[JobRole]:
        """Return every role that is not retired, by family and title.

        ``shown`` is what the page shows of them: ``roles`` all, ``cards`` facts and skills,
        ``ladders`` these and levels, ``questions`` titles and what is asked.
        """
        self.domain.note_use(self.env.docname, shown)
        return [role for roles in self.handbook.families.values() for role in roles]

    def in_language(self, roles: Iterable[JobRole]) -> list[JobRole]:
        """Return roles as the readers of the page read them: in its language, where they are."""
        return [self.handbook.role_in(role, self.voice.language) for role in roles]

    def is_home(self, role: JobRole) -> bool:
        """Tell whether this is the page that defines the role."""
        return role.path == self.path

    def markdown(self, role: JobRole, part: Block | Level | Question) -> list[nodes.Node]:
        """Return the nodes of a part of a role, at home on the role's page."""
        return render(self, part.markdown, role.path, part.line)

    def in_its_language(self, role: JobRole, part: Block | Level | Question) -> list[nodes.Node]:
        """Return the same, in a mark of its language where that is not the page's."""
        found, own = self.markdown(role, part), self.voice.of(role.language)
        return [marked(container("", *found), own)] if own else found

    def marked(self, role: JobRole, part: Block | Level | Question) -> list[nodes.Node]:
        """Return that, with a mark around where it is for the hiring team alone."""
        found = self.in_its_language(role, part)
        return [for_team(*found)] if self.is_for_team(role, part) else found

    def is_for_team(self, role: JobRole, part: Block | Level | Question) -> bool:
        """Tell whether the hiring team alone sees a part of a role, which its page does not say."""
        page = self.handbook.pages[role.path]
        secret = page.audience is Audience.HIRING_TEAM and not self.is_home(role)
        return secret or page.is_for_team(part.line)

    def titled(self, *found: nodes.Node) -> list[nodes.Node]:
        """Return nodes under the directive's title, where it has one."""
        return [title(self.arguments[0]), *found] if self.arguments else list(found)
