"""Social cards: the picture that is shown where somebody sends a link to a page on.

The site has one, and each role and opening. Only a site for the public has cards, and only where
its address is known: whoever shows a card asks for it by its whole address.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hiring.model.audience import Audience
from hiring.model.digests import digest_of
from hiring.posting.listings import listing
from hiring.site.domain.domain import domain_of
from hiring.site.found.addresses import base_of
from hiring.site.found.drawing import HEIGHT, WIDTH, can_write, card_picture
from hiring.site.found.icons import color_of
from hiring.system.files import files_task
from hiring.system.workers import in_this_process

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sphinx.application import Sphinx

    from hiring.system.workers import Task

__all__ = ["HEIGHT", "WIDTH", "card_of", "cards_task"]

FOLDER = "cards"
SITE = "card.png"
"""The card of the site, which every page has that has none of its own."""


@dataclass(frozen=True, slots=True)
class CardWords:
    """What a card says; ``below`` are lines below its title."""

    title: str
    below: tuple[str, ...]

    @property
    def in_a_sentence(self) -> str:
        """What is read out in the picture's place."""
        return ": ".join(part for part in (self.title, ", ".join(self.below)) if part)


@dataclass(frozen=True, slots=True)
class Card:
    """The card of a page: its file, what it says, and the page's own title."""

    path: str
    words: CardWords
    page_title: str


def card_of(app: Sphinx, pagename: str) -> Card:
    """Return the card of a page: its own, or the site's where the font lacks a sign of it."""
    build = domain_of(app.env).build
    page = build.handbook.pages[build.path_of(pagename)]
    title = page.front_matter.title or page.title
    own = _own_words(app, page.path)
    if own is not None:
        title = own.title
        if all(map(can_write, (own.title, *own.below))):
            return Card(f"{FOLDER}/{page.path.removesuffix('.md')}.png", own, title)
    return Card(SITE, CardWords(app.config.project, ()), title)


def _own_words(app: Sphinx, path: str) -> CardWords | None:
    """Return what the card of a role or an opening says; other pages have none."""
    domain = domain_of(app.env)
    handbook = domain.handbook
    role, opening = handbook.role_on(path), handbook.opening_on(path)
    if opening is not None:
        if opening.held:
            return None
        found = listing(opening, handbook, domain.today)
        below = tuple(part for part in (found.place, found.pay) if part)
        return CardWords(opening.title, below)
    return CardWords(role.facts.title, (role.facts.summary,)) if role else None


def cards_task(app: Sphinx, outdir: Path, kept: Path) -> Task[Any, Any, list[Path]]:
    """Return the task of drawing the cards of a public site, which comes to their files.

    ``kept`` is a file that says of what each was drawn: one that would say the same is there.
    """
    domain = domain_of(app.env)
    if domain.handbook.audience is not Audience.PUBLIC or not base_of(app.config):
        return in_this_process(list)
    wanted = dict(_wanted(app))
    color = color_of(app.config)
    code = app.config.hiring_code
    made_of = {path: digest_of((words, color, code)) for path, words in wanted.items()}
    return files_task(outdir, made_of, lambda path: card_picture(*wanted[path], color), kept)


def _wanted(app: Sphinx) -> Iterator[tuple[str, tuple[str, tuple[str, ...], str]]]:
    """Yield the file of each card with its words and the company's name, if that can be drawn."""
    build = domain_of(app.env).build
    handbook = build.handbook
    company = handbook.company.name if can_write(handbook.company.name) else ""
    about = handbook.company.said("description", handbook.language)
    said = (app.config.project, about.value if about else "")
    title, *below = [text if can_write(text) else "" for text in said]
    yield SITE, (title, tuple(below), company)
    for path in sorted(handbook.pages):
        card = card_of(app, build.docname_of(path))
        if card.path != SITE:
            yield card.path, (card.words.title, card.words.below, company)
