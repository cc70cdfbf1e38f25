"""What a page can make Sphinx do: nothing but what the reader allows, even if the reader erred.

The reader says what is wrong, with file and line, before Sphinx starts. This does not rely on it: a
directive or cross-reference that is not allowed can't be looked up, syntax that carries HTML or
templates is off, and of the finished doctree only what is allowed is left. What is refused here is
a warning, and so ends a build that publishes.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.errors import ConfigError
from sphinx.transforms import SphinxTransform
from sphinx.util import logging

from hiring.language.limits import MAX_ASSET_BYTES
from hiring.language.parser import SYNTAX
from hiring.model.messages import gettext
from hiring.model.paths import address_fault, path_in, resolved
from hiring.model.problem import listed, quoted
from hiring.model.report import Report
from hiring.model.rules import Rule
from hiring.reading.sources.assets import DOWNLOADS, IMAGES, check_asset
from hiring.reading.sources.files import read_bytes
from hiring.site.domain.domain import domain_of
from hiring.site.hooks.parsing import GuardedParser, refuse
from hiring.site.hooks.project import ENDING, KIND, ProjectWithHandbook

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config


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
    """Register the parser, and put the guard before Sphinx collects what a page uses."""
    app.add_source_parser(GuardedParser)
    app.add_transform(GuardDoctree)


def close_settings(app: Sphinx, config: Config) -> None:
    """Let the handbook's pages be read by our parser.

    Where there are no others, let docutils' settings be those that Sphinx gives it, too.
    """
    if config.hiring_folder:
        # First, since the name of such a file ends as those of other Markdown do.
        config.source_suffix = {ENDING: KIND, **config.source_suffix}
        return
    more = set(config.myst_enable_extensions) - SYNTAX
    if more:
        names = ", ".join(sorted(more))
        raise ConfigError(
            gettext("myst_enable_extensions: what checks pages does not read {names}", names=names)
        )
    config.source_suffix = {".md": KIND}
    # Code may be an excerpt, with an ellipsis; what language it is in, the reader has looked at.
    # Of two tables of contents that number a page, the first counts. Of a page in none of them the
    # check warns, unless that is meant.
    unsaid = ("misc.highlighting_failure", "toc.secnum", "toc.not_included")
    config.suppress_warnings = [*config.suppress_warnings, *unsaid]
    # Else docutils reads a docutils.conf of the source folder, the working folder or the home.
    os.environ["DOCUTILSCONFIG"] = os.devnull


class GuardDoctree(SphinxTransform):
    """Leaves of a page's doctree only what pages may hold.

    Sphinx collects images, downloads and titles at 880, and copies what it has collected.
    """

    default_priority = 879

    def apply(self, **kwargs: Any) -> None:
        """Refuse nodes, addresses and files."""
        build = domain_of(self.env).build
        if not build.is_ours(self.env.docname):
            return
        self.build, self.words, self.page = build, build.words, build.path_of(self.env.docname)
        allowed = {*NODES, *self.config.hiring_extra_nodes}
        for node in list(self.document.findall()):
            if type(node) is nodes.Text:
                continue  # text, which every second node is, leads nowhere
            name = f"{type(node).__module__}.{type(node).__name__}"
            if isinstance(node, nodes.raw):
                if (node.get("format"), node.astext()) not in _BREAKS:
                    message = gettext(
                        "found {found}: write Markdown; HTML is not shown",
                        found=quoted(node.astext()),
                    )
                    self.drop(node, Rule.RAW_HTML, message)
            elif name not in allowed and not name.startswith("hiring.site.nodes."):
                message = gettext(
                    "`{name}` is nothing that a page may hold", name=type(node).__name__
                )
                self.drop(node, Rule.UNKNOWN_DIRECTIVE, message)
            elif isinstance(node, nodes.Element):
                if isinstance(node, nodes.image):
                    # Sphinx looks for the file by what the page says, and signs it anew.
                    node["uri"] = path_in(node["uri"])
                elif isinstance(node, nodes.literal_block) and build.folder:
                    # An excerpt may be cut off anywhere, and its language is not the project's.
                    node.setdefault("language", "text")
                    node["force"] = True
                for fault in self.faults(node):
                    self.drop(node, Rule.ADDRESS, fault)
                    break
                self.start_within(node)

    def start_within(self, node: nodes.Element) -> None:
        """Let a path that starts with a slash start in the handbook's folder."""
        if isinstance(node, nodes.image):
            node["uri"] = self.build.from_top(node["uri"])
        elif isinstance(node, addnodes.download_reference):
            node["reftarget"] = self.build.from_top(node["reftarget"])

    def drop(self, node: nodes.Node, rule: Rule, message: str) -> None:
        """Take a node out with all that is in it, and say so."""
        refuse(rule, message, node)
        if node.parent is not None:
            node.parent.remove(node)

    @property
    def root(self) -> Path:
        """The folder in which there is what these readers may have."""
        project = self.env.project
        return project.tree if isinstance(project, ProjectWithHandbook) else Path(self.env.srcdir)

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
            yield gettext(
                "{path} is nothing that pages may use; allowed: {endings}",
                path=quoted(path),
                endings=listed(endings),
            )
        else:
            report = Report(inside)
            data = read_bytes(self.root / inside, report, MAX_ASSET_BYTES)
            if data is not None:
                check_asset(inside, data, report)
            for problem in report.problems:
                yield f"{quoted(path)}: {problem.message}"
