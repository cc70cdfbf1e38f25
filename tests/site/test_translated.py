"""A German and a French site: no word of ours is left in English, in any file that readers see.

Each handbook of ``tests/languages`` is built in its language, and as if it were an English one. A
word that the English site has, and neither the handbook's pages nor the words of its language, has
been left untranslated where the other site has it as well.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pycountry
import pytest
from babel import Locale
from sphinx.locale import translators

from hiring.model.lexicon import lexicon
from hiring.posting.laws import pay_laws

from .conftest import run_build
from .read_out import texts_of

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOTS = Path(__file__).parents[1] / "languages"
LANGUAGES = sorted(path.name for path in ROOTS.iterdir() if path.is_dir())

NAMES = """
    Word HTML Markdown JSON LD Atom Feed XML Google LinkedIn Indeed iCalendar JavaScript GitLab
    Ctrl Esc Enter Escape CC BY JobPosting SOC NET Austria Germany
"""
"""What has one name in all languages: formats, programs, keys, and what laws are cited by."""

CODES = {
    # Schema.org's and the boards' own words for degrees and pay; an occupation's name.
    *("professional", "bachelor", "bachelors", "degree", "certificate", "industrial", "machinery"),
    *("mechanics", "monthly", "base", "fulltime", "parttime", "hourly", "external"),
    *("ca", "br", "md", "subject", "user", "agent", "disallow", "allow", "sitemap", "robots"),
}

PLACES_AND_PATTERNS = ("generator/common.js", "generator/word.js")
"""Towns that laws are of, words that no posting should say, and the parts of a Word document."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_ADDRESS = re.compile(
    r"<[^<>]+>|https?:\S+|mailto:\S+|\S+\.(?:html|xml|md|png|docx|json|txt)\b|\S+--\S+"
    r"|(?:Zeile|ligne) \d+\s?:.*"
)
_LONG = 6
"""From how many letters on a piece of a word may be one: pictures break words to fit."""


def words(texts: Iterable[str]) -> set[str]:
    return {word.casefold() for text in texts for word in _WORD.findall(_ADDRESS.sub(" ", text))}


def vocabulary(root: Path, language: str) -> set[str]:
    """Return the words that may stand in a site: the handbook's own, its language's, and names."""
    locale = Locale.parse(language)
    written = [
        it.read_text("utf-8") for it in root.rglob("*") if it.suffix in (".md", ".yaml", ".py")
    ]
    named = [it.name for it in (*pycountry.subdivisions, *pycountry.countries)]
    named += [*locale.territories.values(), *locale.currencies.values()]
    named += [lexicon(language).currency(str(code)) for code in locale.currencies]
    named += [
        name for law in pay_laws() for name in (*law.localities, f"{law.name} County") if name
    ]
    named += [*locale.months["format"]["wide"].values(), *locale.languages.values()]
    return words([*written, *lexicon(language).texts.values(), *map(str, named), NAMES]) | CODES


@pytest.mark.parametrize("audience", ["hiring-team", "public"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_ours_is_left_in_english(language: str, audience: str, tmp_path: Path) -> None:
    sites: dict[str, Path] = {}
    for tag in (language, "en"):
        source = tmp_path / f"source-{tag}"
        shutil.copytree(ROOTS / language, source)
        settings = source / "conf.py"
        stated = settings.read_text("utf-8")
        settings.write_text(
            stated.replace(f'language = "{language}"', f'language = "{tag}"'), "utf-8"
        )
        translators.clear()  # Sphinx takes those it has for any site, in whatever language
        told = run_build(source, tmp_path / tag, hiring_audience=audience)
        assert told == ""
        sites[tag] = tmp_path / tag / "html"
    translators.clear()
    english = words(text for _, text in texts_of(sites["en"])) - vocabulary(
        ROOTS / language, language
    )
    whole = " ".join(vocabulary(ROOTS / language, language))
    english -= {word for word in english if len(word) >= _LONG and word in whole}
    left = {
        f"{path}: {text[:160]} ({', '.join(sorted(words([text]) & english))})"
        for path, text in texts_of(sites[language])
        if words([text]) & english and not path.startswith(PLACES_AND_PATTERNS)
    }
    assert "\n".join(sorted(left)) == ""
