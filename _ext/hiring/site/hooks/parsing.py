"""How a page of the handbook is read: MyST's parser, which finds nothing but what is allowed."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from docutils import nodes
from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer
from myst_parser.parsers.mdit import create_md_parser
from myst_parser.parsers.sphinx_ import MystParser
from sphinx.directives.other import TocTree
from sphinx.util import logging
from sphinx.util.docutils import CustomReSTDispatcher

from hiring.language.first_signs import by_first_sign
from hiring.language.parser import settings
from hiring.model.messages import gettext
from hiring.model.rules import Rule
from hiring.site.domain.domain import domain_of
from hiring.site.hooks.project import KIND
from hiring.site.hooks.transforms import drop_unused_on
from hiring.site.nodes.document import walk_fast
from hiring.site.views.team import with_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt

    from hiring.model.role import JobRole
    from hiring.site.domain.this_build import ThisBuild

logger = logging.getLogger(__name__)

_FROM_TOP = re.compile(r"(^|<)/(?!/)")
"""The start of a path in an entry of a table of contents, with a title or without."""


def refuse(rule: Rule, message: str, location: Any) -> None:
    """Warn that a page holds what no page may."""
    logger.warning(message, location=location, type="hiring", subtype=str(rule))


class AllowedOnly(CustomReSTDispatcher):
    """Finds directives and inline roles by their names, where they are in the vocabulary."""

    def __init__(self, build: ThisBuild) -> None:
        """Allow the words of a build."""
        super().__init__()
        self.words = build.words
        self.folder = build.folder

    def directive(self, directive_name: str, *args: Any) -> Any:
        """Return a directive, or none: who asks for it then reports that there is none."""
        if directive_name.removeprefix("hiring:") not in self.words.directives:
            return None, []
        if self.folder and directive_name == "toctree":
            return ContentsWithin, []
        return super().directive(directive_name, *args)

    def role(self, role_name: str, *args: Any) -> Any:
        """Return an inline role, or none."""
        allowed = role_name.removeprefix("hiring:") in self.words.references
        return super().role(role_name, *args) if allowed else (None, [])


class ContentsWithin(TocTree):
    """A table of contents in a handbook within a project: what starts with a slash starts there."""

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        folder = domain_of(self.env).build.folder
        for at, entry in enumerate(self.content.data):
            self.content.data[at] = _FROM_TOP.sub(rf"\1/{folder}/", entry)
        return super().run()


class GuardedRenderer(SphinxRenderer):
    """MyST's renderer without the block that is a whole other language."""

    def render_restructuredtext(self, token: Any) -> None:
        """Refuse ``eval-rst``, which MyST does not look up as it does directives."""
        line = (token.map or (0,))[0] + 1
        where = (self.sphinx_env.docname, line)
        refuse(
            Rule.UNKNOWN_DIRECTIVE, gettext("`{{{name}}}` is no directive", name="eval-rst"), where
        )

    def _handle_relative_docs(self, destination: str) -> str:
        """Let a path that starts with a slash start in the handbook's folder."""
        build = domain_of(self.sphinx_env).build
        return build.from_top(super()._handle_relative_docs(destination))


@cache
def _parser(schemes: tuple[str, ...]) -> MarkdownIt:
    """Return MyST's parser, which forgets a page when it is given the next one."""
    return by_first_sign(create_md_parser(settings(schemes), GuardedRenderer))


class GuardedParser(MystParser):
    """MyST's parser with one syntax for all pages, and nothing that runs but what is allowed."""

    supported = (KIND,)  # type: ignore[misc]

    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Parse a page of the handbook; of a page that the reader does not know, nothing."""
        walk_fast(document)
        env = document.settings.env
        document.settings.file_insertion_enabled = document.settings.raw_enabled = False
        domain = domain_of(env)
        path = domain.build.path_of(env.docname)
        if path not in domain.handbook.pages:
            message = gettext("this is no page of the handbook: nothing of it is shown")
            refuse(Rule.FILE, message, (env.docname, 1))
            inputstring = "\n"
        # Directives and references are found by their bare names, whatever the project prefers.
        env.current_document.default_domain = domain
        with AllowedOnly(domain.build):
            parser = _parser(domain.build.words.schemes)
            parser.options["document"] = document
            marked, _ = with_marks(inputstring, domain.handbook.pages.get(path))
            text, lines = _without_parts(marked, domain.handbook.role_on(path))
            known: dict[str, Any] = {}
            tokens = parser.parse(text, known)
            for token in tokens:
                if token.map:
                    first, last = token.map[0], token.map[1] - 1
                    token.map = [lines[first], lines[max(first, last)] + 1]
            parser.renderer.render(tokens, parser.options, known)
        drop_unused_on(document, env.config)


def _without_parts(text: str, role: JobRole | None) -> tuple[str, Sequence[int]]:
    """Return a page without what its role's parts hold, and the page's line of each line left.

    Lines count from 0. Our directives show a part as the handbook has it, wherever they stand; on
    its own page it would be parsed once more, and most of such a page are its parts. Nor are there
    the empty lines in the place of front matter.
    """
    written = text.split("\n")
    start = next((number for number, line in enumerate(written) if line.strip()), 0)
    gone = set(range(start))
    for part in role.parts if role is not None else ():
        gone.update(range(part.line - 1, part.line + part.markdown.count("\n")))
    lines = [number for number in range(len(written)) if number not in gone]
    return "\n".join(written[number] for number in lines), lines
