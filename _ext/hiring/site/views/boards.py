"""How an opening's posting fits the job boards: a table for those who post it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from docutils import nodes

from hiring.model.language_tags import ENGLISH, foreign
from hiring.posting.boards import READ_BEST, board_fits, word_count
from hiring.site.nodes.disclosures import group_entries, group_item, group_title
from hiring.site.nodes.voice import marked
from hiring.site.views.build import NARROW, WIDE, bullets, paragraph, table, text, with_code

if TYPE_CHECKING:
    from hiring.model.lexicon import Lexicon
    from hiring.posting.boards import BoardFit, LengthLimits
    from hiring.posting.compose import Posting
    from hiring.site.nodes.voice import Voice

ANCHOR = "hiring-boards"
"""No heading that an author writes has this anchor, or nearly none."""


def boards_item(posting: Posting, voice: Voice) -> group_item:
    """Return what each board takes of a posting, and how many words people read of it."""
    said, own = voice.lexicon, voice.of_words
    shown = group_entries(ids=[ANCHOR])
    shown += paragraph(nodes.Text(_on_length(word_count(posting), said)))
    widths = {"board": 22, "of-title": NARROW, "description": NARROW, "lacks": WIDE}
    columns = {said.say(f"boards.{name}"): width for name, width in widths.items()}
    rows = [_row(fit, said) for fit in board_fits(posting)]
    shown += table(columns, rows, "hiring-findings")
    name = said.say("boards.title")
    parts = marked(group_title(name, name), own), marked(shown, own)
    return group_item("", *parts, classes=["hiring-boards"])


def _on_length(words: int, said: Lexicon) -> str:
    least, most = READ_BEST
    verdict = "few" if words < least else "many" if words > most else "best"
    return said.say(f"boards.{verdict}", least=least, most=most, words=words)


def _row(fit: BoardFit, said: Lexicon) -> list[list[nodes.Node]]:
    profile, own = fit.profile, foreign(ENGLISH, said.language)
    lacks = bullets([paragraph(*with_code(it))] for it in fit.lacks)
    return [
        [
            paragraph(nodes.strong(profile.board, profile.board)),
            marked(paragraph(text(profile.file, "hiring-source")), own),
        ],
        _length(fit.title_length, profile.title, fit.title_cut, said),
        _length(fit.description_length, profile.description, fit.description_cut, said),
        [
            *([marked(lacks, own)] if fit.lacks else []),
            marked(paragraph(text(profile.source, "hiring-source")), own),
        ],
    ]


def _length(length: int, takes: LengthLimits, cut: str, said: Lexicon) -> list[nodes.Node]:
    """Return whether a text fits, or the words at which it is cut, and how long it may be."""
    short = takes.least is not None and length < takes.least
    mark, kind = ("cut", "error") if cut else ("short", "error") if short else ("fits", "passed")
    quoted = [nodes.Text(f" {said.say('boards.quoted', text=cut)}")] if cut else []
    shown = text(said.say(f"boards.{mark}"), "hiring-mark", f"hiring-mark-{kind}")
    return [
        paragraph(shown, *quoted),
        paragraph(text(_limits(length, takes, said), "hiring-source")),
    ]


def _limits(length: int, takes: LengthLimits, said: Lexicon) -> str:
    stated = {"signs": length, "least": takes.least, "most": takes.most}
    names = {(False, False): "no-limit", (True, False): "least", (False, True): "most"}
    name = names.get((bool(takes.least), bool(takes.most)), "both")
    numbers = {
        key: said.number(Decimal(value)) for key, value in stated.items() if value is not None
    }
    return said.say(f"boards.{name}", **numbers)
