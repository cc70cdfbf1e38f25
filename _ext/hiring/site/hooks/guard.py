"""What a page can make Sphinx do: nothing but what the reader allows, even if the reader erred.

The reader says what is wrong, with file and line, before Sphinx starts. This does not rely on it: a
directive or cross-reference that is not allowed can't be looked up, syntax that carries HTML or
templates is off, and of the finished doctree only what is allowed is left. What is refused here is
a warning, and so ends a build that publishes.
"""

from __future__ import annotations

import os
from functools import cache
from logging import getLogger
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer
from myst_parser.parsers.mdit import create_md_parser
from myst_parser.parsers.sphinx_ import MystParser
from sphinx import addnodes
from sphinx.directives.other import TocTree
from sphinx.errors import ConfigError
from sphinx.transforms import SphinxTransform
from sphinx.util import logging
from sphinx.util.docutils import CustomReSTDispatcher

from hiring.language.limits import MAX_ASSET_BYTES
from hiring.language.parser import SYNTAX, settings
from hiring.model.paths import address_fault, path_in, resolved
from hiring.model.problem import listed, quoted
from hiring.model.report import Report
from hiring.model.rules import Rule
from hiring.reading.sources.assets import DOWNLOADS, IMAGES, check_asset
from hiring.reading.sources.files import read_bytes
from hiring.site.domain.domain import domain_of
from hiring.site.hooks.transforms import drop_unused_on
from hiring.site.views.team import with_marks

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from logging import LogRecord

    from markdown_it import MarkdownIt
    from sphinx.application import Sphinx
    from sphinx.config import Config

    from hiring.language.vocabulary import Vocabulary
    from hiring.model.role import JobRole

logger = logging.getLogger(__name__)

_DOCUTILS = """
    document section title paragraph Text emphasis strong literal literal_block block_quote
    attribution bullet_list enumerated_list list_item definition_list definition_list_item term
    classifier definition field_list field field_name field_body table tgroup colspec thead tbody
    row entry image figure caption legend reference target footnote footnote_reference label
    note tip important warning caution admonition rubric container compound inline abbreviation
    subscript superscript transition comment system_message problematic
"""
_SPHINX = "toctree pending_xref download_reference index glossary"
NODES = frozenset(
    [
        *(f"docutils.nodes.{name}" for name in _DOCUTILS.split()),
        *(f"sphinx.addnodes.{name}" for name in _SPHINX.split()),
        "sphinx_design.shared.PassthroughTextElement",
    ]
)
"""The nodes that pages may hold beside our own: what the allowed directives make, and Markdown."""

_BREAKS = {("html", "<br />\n"), ("latex", "\\\\\n")}
"""The raw text that MyST writes for the end of a line; no other is let through."""


def register(app: Sphinx) -> None:
    """Put the guard in MyST's place, and before Sphinx collects what a page uses."""
    app.add_source_parser(GuardedParser, override=True)
    app.add_transform(GuardDoctree)
    getLogger(f"sphinx.{TocTree.__module__}").addFilter(_is_no_empty_folder)


def _is_no_empty_folder(record: LogRecord) -> bool:
    """Tell whether a warning is to be given: a folder may be empty, or hidden from readers."""
    return getattr(record, "subtype", None) != "empty_glob"


def close_settings(app: Sphinx, config: Config) -> None:
    """Let pages be Markdown alone, and docutils' settings be those that Sphinx gives it."""
    more = set(config.myst_enable_extensions) - SYNTAX
    if more:
        names = ", ".join(sorted(more))
        raise ConfigError(f"myst_enable_extensions: what checks pages does not read {names}")
    config.source_suffix = {".md": "markdown"}
    # Code may be an excerpt, with an ellipsis; what language it is in, the reader has looked at.
    # Of two tables of contents that number a page, the first counts. Of a page in none of them the
    # check warns, unless that is meant.
    unsaid = ("misc.highlighting_failure", "toc.secnum", "toc.not_included")
    config.suppress_warnings = [*config.suppress_warnings, *unsaid]
    # Else docutils reads a docutils.conf of the source folder, the working folder or the home.
    os.environ["DOCUTILSCONFIG"] = os.devnull


def _refuse(rule: Rule, message: str, location: Any) -> None:
    logger.warning(message, location=location, type="hiring", subtype=str(rule))


class AllowedOnly(CustomReSTDispatcher):
    """Finds directives and inline roles by their names, where they are in the vocabulary."""

    def __init__(self, words: Vocabulary) -> None:
        """Allow these words."""
        super().__init__()
        self.words = words

    def directive(self, directive_name: str, *args: Any) -> Any:
        """Return a directive, or none: who asks for it then reports that there is none."""
        allowed = directive_name.removeprefix("hiring:") in self.words.directives
        return super().directive(directive_name, *args) if allowed else (None, [])

    def role(self, role_name: str, *args: Any) -> Any:
        """Return an inline role, or none."""
        allowed = role_name.removeprefix("hiring:") in self.words.references
        return super().role(role_name, *args) if allowed else (None, [])


class GuardedRenderer(SphinxRenderer):
    """MyST's renderer without the block that is a whole other language."""

    def render_restructuredtext(self, token: Any) -> None:
        """Refuse ``eval-rst``, which MyST does not look up as it does directives."""
        line = (token.map or (0,))[0] + 1
        where = (self.sphinx_env.docname, line)
        _refuse(Rule.UNKNOWN_DIRECTIVE, "`{eval-rst}` is no directive", where)


@cache
def _parser(schemes: tuple[str, ...]) -> MarkdownIt:
    """Return MyST's parser, which forgets a page when it is given the next one."""
    return create_md_parser(settings(schemes), GuardedRenderer)


class GuardedParser(MystParser):
    """MyST's parser with one syntax for all pages, and nothing that runs but what is allowed."""

    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Parse a page of the handbook; of a page that the reader does not know, nothing."""
        env = document.settings.env
        document.settings.file_insertion_enabled = document.settings.raw_enabled = False
        domain = domain_of(env)
        path = domain.build.path_of(env.docname)
        if path not in domain.handbook.pages:
            message = "this is no page of the handbook: nothing of it is shown"
            _refuse(Rule.FILE, message, (env.docname, 1))
            inputstring = "\n"
        with AllowedOnly(domain.build.words):
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


class GuardDoctree(SphinxTransform):
    """Leaves of a page's doctree only what pages may hold.

    Sphinx collects images, downloads and titles at 880, and copies what it has collected.
    """

    default_priority = 879

    def apply(self, **kwargs: Any) -> None:
        """Refuse nodes, addresses and files."""
        self.words = domain_of(self.env).build.words
        allowed = {*NODES, *self.config.hiring_extra_nodes}
        for node in list(self.document.findall()):
            name = f"{type(node).__module__}.{type(node).__name__}"
            if isinstance(node, nodes.raw):
                if (node.get("format"), node.astext()) not in _BREAKS:
                    message = f"found {quoted(node.astext())}: write Markdown; HTML is not shown"
                    self.drop(node, Rule.RAW_HTML, message)
            elif name not in allowed and not name.startswith("hiring.site.nodes."):
                message = f"`{type(node).__name__}` is nothing that a page may hold"
                self.drop(node, Rule.UNKNOWN_DIRECTIVE, message)
            elif isinstance(node, nodes.Element):
                if isinstance(node, nodes.image):
                    # Sphinx looks for the file by what the page says, and signs it anew.
                    node["uri"] = path_in(node["uri"])
                for fault in self.faults(node):
                    self.drop(node, Rule.ADDRESS, fault)
                    break

    def drop(self, node: nodes.Node, rule: Rule, message: str) -> None:
        """Take a node out with all that is in it, and say so."""
        _refuse(rule, message, node)
        if node.parent is not None:
            node.parent.remove(node)

    def faults(self, node: nodes.Element) -> Iterator[str]:
        """Yield what is wrong with where a node leads."""
        addresses = [node["refuri"]] if "refuri" in node else []
        if isinstance(node, addnodes.toctree):
            addresses += [target for _, target in node["entries"] if ":" in target]
        for address in addresses:
            if fault := address_fault(address, self.words.schemes):
                yield fault
        if isinstance(node, nodes.image):
            yield from self.file_faults(node["uri"], IMAGES)
        if isinstance(node, addnodes.download_reference):
            yield from self.file_faults(node["reftarget"], DOWNLOADS)

    def file_faults(self, path: str, endings: Collection[str]) -> Iterator[str]:
        """Yield why a page may not show, or offer, the file at a path."""
        inside = resolved(self.page, path)
        if inside is None or set(path) & {":", "\0"} or Path(inside).suffix not in endings:
            yield f"{quoted(path)} is nothing that pages may use; allowed: {listed(endings)}"
        else:
            report = Report(inside)
            data = read_bytes(Path(self.env.srcdir) / inside, report, MAX_ASSET_BYTES)
            if data is not None:
                check_asset(inside, data, report)
            for problem in report.problems:
                yield f"{quoted(path)}: {problem.message}"
