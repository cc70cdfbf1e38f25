"""The laws on postings as the guide lists them: where, from when, what they want, who says so."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from docutils import nodes

from hiring.model import words
from hiring.model.language_tags import ENGLISH, foreign
from hiring.model.places import area_name
from hiring.model.words import sorting_key
from hiring.posting.laws import law_text, place_among
from hiring.site.nodes.disclosures import group_entries, group_item, group_list, group_title
from hiring.site.nodes.voice import marked
from hiring.site.views.build import bullets, paragraph, said_around, text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hiring.model.lexicon import Lexicon
    from hiring.posting.laws import PayLaw
    from hiring.site.nodes.voice import Voice


def law_list(laws: Iterable[PayLaw], voice: Voice) -> group_list:
    """Return laws by name, each folded under what it is called; those of one name in their order.

    Readers look for places, and read what is said of one or two.
    """
    said = voice.lexicon
    in_order = sorted(laws, key=lambda law: (sorting_key(_name(law, said)), law.name))
    entries = [_named(name, list(of), said) for name, of in groupby(in_order, lambda law: law.name)]
    found = group_list("", *entries, classes=["hiring-rules"])
    return marked(found, voice.of_words)


def _name(law: PayLaw, said: Lexicon) -> str:
    return place_among(law.places, law.name, said)


def _named(name: str, laws: list[PayLaw], said: Lexicon) -> group_item:
    title = group_title("", "", nodes.Text(_name(laws[0], said)))
    where = list(dict.fromkeys(_where(law, said) for law in laws if _where(law, said)))
    title += text(f" {'; '.join(where)}", "hiring-weight") if where else nodes.Text("")
    held = group_entries("", *(_law(law, said) for law in laws), ids=[f"law-{_anchor(name)}"])
    return group_item("", title, held)


def _anchor(name: str) -> str:
    return name.lower().replace(" ", "-")


def _where(law: PayLaw, said: Lexicon) -> str:
    """Return where a law holds, if its name does not say so."""
    if law.localities:
        return area_name(law.places[0], said)
    return ", ".join(area_name(place, said) for place in law.places) if len(law.places) > 2 else ""


def _law(law: PayLaw, said: Lexicon) -> nodes.container:
    points = [_point(law, what, said) for what in law.asks]
    if law.on_request:
        points.append(said.say("laws.on-request", when=law_text(law.on_request, said)))
    if law.also:
        points.append(f"{words.sentence(law_text(law.also, said))}.")
    found = nodes.container("", paragraph(nodes.Text(_when(law, said))))
    found += bullets([[paragraph(nodes.Text(point))] for point in points])
    if not law.certain:
        doubt = said.say("laws.not-certain", doubt=law_text(law.doubt, said))
        found += paragraph(nodes.Text(doubt))
    # A law is cited as its place, or who writes of it, does.
    cited = marked(nodes.inline("", law.source), foreign(ENGLISH, said.language))
    day = said.part_of_date(law.as_of)
    source = said_around(said, "laws.source", source=[cited], day=[nodes.Text(day)])
    found += paragraph(*source, classes=["hiring-meta"])
    return found


def _point(law: PayLaw, what: str, said: Lexicon) -> str:
    """Return what a law wants, and how, where there is more to it."""
    wanted = said.say(f"requirements.{what}")
    if what == "narrow-range" and law.width:
        amounts = {"amount": law.width.most, "above": law.width.above}
        shown = {name: said.money(it, law.width.currency) for name, it in amounts.items()}
        return said.say("laws.with", what=wanted, more=said.say("laws.width", **shown))
    return said.say("laws.later" if what in law.later else "laws.done", what=wanted)


def _when(law: PayLaw, said: Lexicon) -> str:
    """Return for whom a law counts, from which day on, and until when."""
    if law.since is None:
        when = said.say("laws.planned")
    elif law.until:
        when = said.say("laws.since-until", day=said.day(law.since), end=said.day(law.until))
    else:
        when = said.say("laws.since", day=said.day(law.since))
    if law.min_employees > 1:
        return said.say("laws.employers", when=when, number=law.min_employees)
    return said.say("laws.always", when=when)
