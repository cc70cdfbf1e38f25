"""The transforms of a page's doctree that our pages have no use for: each walks the whole tree.

The guard leaves in a page what the vocabulary allows, so what is only there for other languages,
for translations or for directives that nobody may write finds nothing, page after page.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from docutils.transforms import Transform, misc, references
from myst_parser.mdit_to_docutils.transforms import ResolveSectionRefs
from sphinx import addnodes
from sphinx.builders.latex.transforms import FootnoteDocnameUpdater
from sphinx.transforms import GlossarySorter
from sphinx.transforms.post_transforms.code import (
    HighlightLanguageTransform,
    TrimDoctestFlagsTransform,
)
from sphinx_design.dropdown import DropdownHtmlTransform
from sphinx_design.tabs import TabSetHtmlTransform

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx
    from sphinx.config import Config

_TRANSLATION = {
    "TranslationProgressTotaliser",
    "AddTranslationClasses",
    "RemoveTranslatableInline",
    "ExtraTranslatableNodes",
}
"""For translated catalogs, where the project has any.

Not ``PreserveTranslatableMessages``: a caption of a table of contents needs what it notes.
"""

_OTHERS = {
    # reStructuredText, doctests, Python's modules, citations: not in the language of pages
    *("sphinx.transforms.DefaultSubstitutions", "sphinx.transforms.HandleCodeBlocks"),
    *("sphinx.transforms.DoctestTransform", "sphinx.transforms.MoveModuleTargets"),
    *("sphinx.transforms.AutoIndexUpgrader",),
    "sphinx.transforms.ReorderConsecutiveTargetAndIndexNodes",
    # repairs of what docutils' own parser leaves out
    *("sphinx.transforms.ApplySourceWorkaround",),
    "sphinx.transforms.references.SphinxDanglingReferences",
    "sphinx.domains.citation.CitationDefinitionTransform",
    "sphinx.domains.citation.CitationReferenceTransform",
    # descriptions of code, parts for some builders, images from elsewhere
    *("sphinx.domains.c.AliasTransform", "sphinx.domains.cpp.AliasTransform"),
    "sphinx.transforms.post_transforms.OnlyNodeTransform",
    "sphinx.transforms.post_transforms.SigElementFallbackTransform",
    "sphinx.transforms.post_transforms.PropagateDescDomain",
    "sphinx.transforms.post_transforms.images.ImageDownloader",
    "sphinx.transforms.post_transforms.images.DataURIExtractor",
    # directives of sphinx-design that are not in the vocabulary
    *(
        f"sphinx_design.badges_buttons.{name}"
        for name in (
            *("BadgeRefTooltipStash", "BadgeRefTooltipGraft"),
            *("ButtonRefContentStash", "ButtonRefContentGraft"),
        )
    ),
    "sphinx_design.aside.AsideHtmlTransform",
    # a title that front matter hides by a word that ours does not have
    "sphinx_design.extension.AddFirstTitleCss",
}
"""For what the vocabulary does not have."""

_OF_PARSERS = (
    references.Substitutions,
    references.AnonymousHyperlinks,
    references.ExternalTargets,
    ResolveSectionRefs,
)
"""What every page gets from docutils and MyST for syntax that pages do not have."""

_OF_KINDS: dict[type[Transform], type[nodes.Node]] = {
    references.PropagateTargets: nodes.target,
    references.InternalTargets: nodes.target,
    misc.Transitions: nodes.transition,
    GlossarySorter: addnodes.glossary,
}
"""What there is no use for on a page without a kind of node, which nothing else would add."""


def _kinds_in(doctree: nodes.Element) -> frozenset[type[nodes.Node]]:
    """Return the kinds of all nodes in a doctree: whoever asks for several walks but once."""
    return frozenset(map(type, doctree.findall()))


def finished_kinds(doctree: nodes.document) -> frozenset[type[nodes.Node]]:
    """Return the kinds in a page that has been read: what is made of it later has no new ones."""
    if getattr(doctree, "hiring_kinds", None) is None:
        doctree.hiring_kinds = _kinds_in(doctree)  # type: ignore[attr-defined]
    found: frozenset[type[nodes.Node]] = doctree.hiring_kinds  # type: ignore[attr-defined]
    return found


class HighlightLanguage(HighlightLanguageTransform):
    """Gives blocks of code the project's language; no page can choose another for what follows."""

    def apply(self, **kwargs: object) -> None:
        """Set the language of blocks that have none, as Sphinx does, without a walk of all."""
        if nodes.literal_block not in finished_kinds(self.document):
            return
        for node in self.document.findall(nodes.literal_block):
            if "language" not in node:
                node["language"], node["force"] = self.config.highlight_language, False
            node.setdefault("linenos", False)


class TrimDoctestFlags(TrimDoctestFlagsTransform):
    """Takes marks for tests out of examples of Python, on pages that show code."""

    def apply(self, **kwargs: object) -> None:
        """Look for them where there is code."""
        if not finished_kinds(self.document).isdisjoint((nodes.literal_block, nodes.doctest_block)):
            super().apply(**kwargs)


class FootnoteDocnames(FootnoteDocnameUpdater):
    """Notes the page on its footnotes, as Sphinx does, and looks at nothing else."""

    def apply(self, **kwargs: object) -> None:
        """Note it on footnotes, and on references to them."""
        for kind in self.TARGET_NODES:
            if kind not in finished_kinds(self.document):
                continue
            for node in self.document.findall(kind):
                node["docname"] = self.env.current_document.docname


def has_components(doctree: nodes.document) -> bool:
    """Tell whether a page holds anything of sphinx-design: a card, a grid, tabs, a dropdown.

    It is asked when the page is written, and of what was there first: HTML is made of that later.
    """
    if nodes.container not in finished_kinds(doctree):
        return False
    if not hasattr(doctree, "hiring_components"):
        held = doctree.findall(nodes.container)
        doctree.hiring_components = any(it.get("design_component") for it in held)  # type: ignore[attr-defined]
    found: bool = doctree.hiring_components  # type: ignore[attr-defined]
    return found


class Dropdowns(DropdownHtmlTransform):
    """Makes HTML of dropdowns, on pages that may have one."""

    def run(self, **kwargs: object) -> None:
        """Look for dropdowns where there are components."""
        if has_components(self.document):
            super().run(**kwargs)


class TabSets(TabSetHtmlTransform):
    """Makes HTML of tabs, on pages that may have some."""

    def run(self, **kwargs: object) -> None:
        """Look for tabs where there are components."""
        if has_components(self.document):
            super().run(**kwargs)


_LIGHTER: dict[type[Transform], type[Transform]] = {
    HighlightLanguageTransform: HighlightLanguage,
    TrimDoctestFlagsTransform: TrimDoctestFlags,
    FootnoteDocnameUpdater: FootnoteDocnames,
    DropdownHtmlTransform: Dropdowns,
    TabSetHtmlTransform: TabSets,
}


def _is_extended(config: Config) -> bool:
    """Tell whether pages may hold what nobody here knows."""
    return bool(
        config.hiring_extra_directives
        or config.hiring_extra_nodes
        or config.hiring_extra_references
    )


def drop_unused_on(document: nodes.document, config: Config) -> None:
    """Drop what a page that has just been parsed has no use for."""
    if _is_extended(config):
        return
    kinds = _kinds_in(document)
    unused = {kind for kind, node in _OF_KINDS.items() if node not in kinds}.union(_OF_PARSERS)
    waiting = document.transformer.transforms
    waiting[:] = [it for it in waiting if it[1] not in unused]


def drop_unused(app: Sphinx) -> None:
    """Drop them, unless the project lets pages hold what other extensions make."""
    if _is_extended(app.config):
        return
    config, registry = app.config, app.registry
    translated = app.builder.name == "gettext" or any(
        Path(app.srcdir, folder).exists() for folder in config.locale_dirs
    )

    def is_used(transform: type[Transform]) -> bool:
        name = transform.__name__
        if name in _TRANSLATION and transform.__module__.startswith("sphinx.transforms"):
            return translated
        return f"{transform.__module__}.{name}" not in _OTHERS

    for listener in list(app.events.listeners["doctree-resolved"]):
        if listener.handler.__module__ == "sphinx_design.extension":
            app.disconnect(listener.id)
            app.connect("doctree-resolved", partial(_with_components, listener.handler))
    for transforms in (registry.transforms, registry.post_transforms):
        transforms[:] = [_LIGHTER.get(it, it) for it in transforms if is_used(it)]


def _with_components(
    handler: Callable[[Sphinx, nodes.document, str], None],
    app: Sphinx,
    doctree: nodes.document,
    docname: str,
) -> None:
    """Let sphinx-design look at a page that holds something of it."""
    if has_components(doctree):
        handler(app, doctree, docname)
