"""In which language a page speaks, and what it shows in another one.

docutils writes a class ``language-de`` as the attribute ``lang``, on whatever node has it.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any, TypeVar

from docutils import nodes

from hiring.model.language_tags import ENGLISH, foreign
from hiring.model.lexicon import AMERICAN

if TYPE_CHECKING:
    from collections.abc import Callable

    from hiring.model.fact_table import Fact
    from hiring.model.handbook import Handbook
    from hiring.model.lexicon import Lexicon

AnyElement = TypeVar("AnyElement", bound=nodes.Element)


def language_class(language: str) -> list[str]:
    """Return the class of what is in a language; none where that is the page's own."""
    return [f"language-{language}"] if language else []


def marked(node: AnyElement, language: str) -> AnyElement:
    """Return a node with the mark of its language."""
    node["classes"] += language_class(language)
    return node


def marked_section(section: nodes.section, language: str) -> nodes.section:
    """Return a section with the mark of its language, also where contents show its title."""
    title = section[0]
    if language and isinstance(title, nodes.title):
        words = title.children
        title.clear()
        title += marked(nodes.inline("", "", *words), language)
    return marked(section, language)


def speaker(said: Lexicon) -> Callable[..., str]:
    """Return what says words by their names in a template, as HTML, with parts that are HTML."""

    def say(name: str, /, **parts: object) -> str:
        return escape(said.texts[name]).format(**parts)

    return say


@dataclass(frozen=True)
class Voice:
    """The language of a page, by its tag, and the fixed words for it.

    Those are English ones where there are none in its language.
    """

    language: str
    lexicon: Lexicon = AMERICAN

    @classmethod
    def of_handbook(cls, handbook: Handbook, language: str) -> Voice:
        """Return how a handbook speaks a language."""
        return cls(language, handbook.lexicon(language))

    @property
    def of_words(self) -> str:
        """The language of the fixed words, empty where it is the page's."""
        return foreign(self.lexicon.language, self.language)

    @property
    def of_english(self) -> str:
        """English, empty where it is the page's: for words of ours that are in no other."""
        return foreign(ENGLISH, self.language)

    def of(self, language: str) -> str:
        """Return a language as a mark, empty where it is the page's."""
        return foreign(language, self.language)

    def inline(self, words: str, language: str, *classes: str) -> nodes.Node:
        """Return words in a language, as plain text where it is the page's."""
        names = [*classes, *language_class(self.of(language))]
        return nodes.inline(words, words, classes=names) if names else nodes.Text(words)

    def fixed(self, words: str) -> nodes.Node:
        """Return words of the lexicon."""
        return self.inline(words, self.lexicon.language)

    def ours(self, words: str, *classes: str) -> nodes.inline:
        """Return words of the lexicon in an inline node, with its classes."""
        return marked(nodes.inline(words, words, classes=list(classes)), self.of_words)

    def english(self, words: str) -> nodes.Node:
        """Return words of ours that are in English alone."""
        return self.inline(words, ENGLISH)

    def fact(self, words: str, fact: Fact, value: Any, language: str) -> nodes.Node:
        """Return what is said of a fact's value, which a page states in a language."""
        return self.inline(words, fact.said_in(value, self.lexicon, language))

    def label(self, words: str, fact: Fact) -> nodes.Node:
        """Return what stands before a fact: in words of ours, or in the company's."""
        return self.inline(words, fact.label_in(self.lexicon))
