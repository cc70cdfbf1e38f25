"""How an opening's posting fits the job boards: a table for those who post it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from hiring.posting.boards import READ_BEST, board_fits, word_count
from hiring.site.nodes.disclosures import group_entries, group_item, group_title
from hiring.site.nodes.voice import marked
from hiring.site.views.build import NARROW, WIDE, bullets, paragraph, table, text, with_code

if TYPE_CHECKING:
    from hiring.posting.boards import BoardFit, Length
    from hiring.posting.compose import Posting
    from hiring.site.nodes.voice import Voice

ANCHOR = "hiring-boards"
"""No heading that an author writes has this anchor, or nearly none."""


def boards_item(posting: Posting, voice: Voice) -> group_item:
    """Return what each board takes of a posting, and how many words people read of it."""
    shown = group_entries(ids=[ANCHOR])
    shown += paragraph(nodes.Text(_on_length(word_count(posting))))
    columns = {
        "Board": 22,
        "Title": NARROW,
        "Description": NARROW,
        "What it lacks, and the source": WIDE,
    }
    rows = [_row(fit) for fit in board_fits(posting)]
    shown += table(columns, rows, "hiring-findings")
    name, english = "What job boards take", voice.of_english
    parts = marked(group_title(name, name), english), marked(shown, english)
    return group_item("", *parts, classes=["hiring-boards"])


def _on_length(words: int) -> str:
    least, most = READ_BEST
    few, many = words < least, words > most
    verdict = "less than that" if few else "more than that" if many else "as many"
    said = f"Postings of {least} to {most} words are read best; this one has {words}"
    return f"{said}, {verdict}." if few or many else f"{said}."


def _row(fit: BoardFit) -> list[list[nodes.Node]]:
    profile = fit.profile
    return [
        [
            paragraph(nodes.strong(profile.board, profile.board)),
            paragraph(text(profile.file, "hiring-source")),
        ],
        _length(fit.title_length, profile.title, fit.title_cut),
        _length(fit.description_length, profile.description, fit.description_cut),
        [
            *([bullets([paragraph(*with_code(it))] for it in fit.lacks)] if fit.lacks else []),
            paragraph(text(profile.source, "hiring-source")),
        ],
    ]


def _length(length: int, takes: Length, cut: str) -> list[nodes.Node]:
    """Return whether a text fits, or the words at which it is cut, and how long it may be."""
    short = takes.least is not None and length < takes.least
    mark, kind = ("Cut at", "error") if cut else ("Too short", "error") if short else ("Fits", "")
    said = f" “{cut}”" if cut else ""
    shown = text(mark, "hiring-mark", f"hiring-mark-{kind or 'passed'}")
    return [
        paragraph(shown, nodes.Text(said)),
        paragraph(text(f"{length:,} signs, {_limits(takes)}", "hiring-source")),
    ]


def _limits(takes: Length) -> str:
    least = f"at least {takes.least:,}" if takes.least else ""
    most = f"at most {takes.most:,}" if takes.most else ""
    return " and ".join(part for part in (least, most) if part) or "no limit is known"
