"""The directives of the language, each in the family that it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.language.vocabulary import DIRECTIVES as VOCABULARY
from hiring.site.directives import (
    blocks,
    checks,
    compare,
    faq,
    generator,
    interviews,
    levels,
    listings,
    pictures,
    postings,
    reviews,
    site_wide,
)
from hiring.site.directives.base import given

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from hiring.language.directive_spec import DirectiveSpec
    from hiring.language.vocabulary import Vocabulary
    from hiring.site.directives.base import HandbookDirective

FAMILIES = (
    blocks,
    levels,
    compare,
    faq,
    listings,
    pictures,
    postings,
    generator,
    checks,
    reviews,
    interviews,
    site_wide,
)


def register(app: Sphinx) -> None:
    """Register every directive in the domain ``hiring``."""
    for family in FAMILIES:
        for name, directive in family.DIRECTIVES.items():
            _register(app, name, directive, VOCABULARY[name])


def register_blocks(app: Sphinx, words: Vocabulary) -> None:
    """Register the blocks that a company adds, once they are known."""
    for name, _ in words.blocks:
        _register(app, name, blocks.BlockDirective, words.directives[name])


def _register(
    app: Sphinx, name: str, directive: type[HandbookDirective], spec: DirectiveSpec
) -> None:
    # What it takes is said once, in the vocabulary, which the reader checks pages by.
    options = {"option_spec": dict.fromkeys(spec.options or (), given)}
    known = type(directive.__name__, (directive,), options)
    app.add_directive_to_domain("hiring", name, known, override=True)
