"""What templates say around pages, in the site's language: our words, and those of Sphinx's."""

from __future__ import annotations

from gettext import NullTranslations
from typing import TYPE_CHECKING, Any

from sphinx.locale import _ as sphinx_says
from sphinx.locale import get_translator
from sphinxcontrib.serializinghtml import SerializingHTMLBuilder

from hiring.site.domain.domain import domain_of
from hiring.site.nodes.voice import speaker

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx

    from hiring.model.lexicon import Lexicon


class _OfOthers(NullTranslations):
    """Our translations, for what the catalogs of Sphinx and its theme lack."""

    def __init__(self, said: Lexicon) -> None:
        super().__init__()
        self.said = said

    def gettext(self, message: str) -> str:
        """Return a message in our words, or as it is."""
        return self.said.of_others(message) or message


def site_lexicon(app: Sphinx) -> Lexicon:
    """Return the words of the site's language."""
    handbook = domain_of(app.env).handbook
    return handbook.lexicon()


def complete_catalogs(app: Sphinx) -> None:
    """Let Sphinx ask us where a message has no translation, as for the links of headings."""
    get_translator().add_fallback(_OfOthers(site_lexicon(app)))


def add_words(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Give templates ``say``, our translations of what Sphinx lacks, and ``language_of`` a page."""
    if isinstance(app.builder, SerializingHTMLBuilder):
        return  # it writes the context down, and has no templates
    domain = domain_of(app.env)
    said = site_lexicon(app)
    context["say"], context["language_of"] = speaker(said), domain.navigation.language_of
    context["_"] = context["gettext"] = _translator(said)


def _translator(said: Lexicon) -> Callable[..., str]:
    """Return what Jinja calls for texts of the theme."""

    def translated(english: str, *args: Any) -> str:
        return said.of_others(english) or sphinx_says(english, *args)

    return translated
