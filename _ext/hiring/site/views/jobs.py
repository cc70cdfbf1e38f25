"""Open jobs in short, a row each, which readers narrow by place and family."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from hiring.site.nodes.nodes import closing_notice
from hiring.site.views.build import NARROW, WIDE, Column, paragraph, reference, table
from hiring.site.views.choices import FilterChoice, Narrowed
from hiring.site.views.content import WHILE_OPEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hiring.posting.listings import Listing
    from hiring.site.nodes.voice import Voice

FEW = 3
"""From how many jobs on a list can be narrowed."""


def job_rows(found: Sequence[Listing], docname: str, voice: Voice, number: int) -> nodes.Element:
    """Return openings as rows, each with the title of its job and facts in the page's words.

    ``number`` tells the list from others of the page.
    """
    said = voice.lexicon
    heads = {
        said.say("page.job"): WIDE,
        said.say("page.where"): NARROW,
        said.label("pay", "Pay", "short"): NARROW,
        said.say("entries.closes"): NARROW,
    }
    shown = table(
        [Column(*head, voice.of_words) for head in heads.items()],
        [_row(listed, docname, voice) for listed in found],
        "hiring-jobs",
    )
    if len(found) < FEW:
        return shown
    narrowed = Narrowed(
        (
            (said.say("page.where"), (_places(it, voice) for it in found)),
            (
                said.say("page.family"),
                ([FilterChoice(it.family, voice.of(it.language))] for it in found),
            ),
        )
    )
    rows = next(shown.findall(nodes.tbody)).children
    return narrowed.shown(shown, [it for it in rows if isinstance(it, nodes.row)], number, voice)


def _places(listed: Listing, voice: Voice) -> list[FilterChoice]:
    """Return what a job can be narrowed by: its place, or that it is remote."""
    language = voice.of(listed.lexicon.language)
    return [FilterChoice(listed.place, language)] if listed.place else []


def _row(listed: Listing, docname: str, voice: Voice) -> list[list[nodes.Node]]:
    said = listed.lexicon

    def cell(*lines: str) -> list[nodes.Node]:
        return [paragraph(voice.inline(line, said.language)) for line in lines if line]

    # A level's name is its page's, and what goes with it too: "Stufe Erfahren".
    own = listed.of_page
    level = own.say("level", level=listed.level) if listed.level else ""
    named = [paragraph(voice.inline(level, own.language))] if level else []
    closes = listed.closes or said.say("no_closing_date")
    if listed.state == "draft":
        closes = said.say("draft_not_posted")
    last = cell(closes)
    if listed.closing and listed.state == "open":
        last = [paragraph(voice.inline(closes, said.language), classes=[WHILE_OPEN])]
        over = voice.inline(said.say("state.past", closes=listed.closes), said.language)
        last.append(closing_notice("", "", over, closing=listed.closing))
    return [
        [paragraph(reference("opening", listed.key, docname)), *named],
        cell(listed.place, "" if listed.is_remote else listed.arrangement),
        cell(listed.pay),
        last,
    ]
