"""Postings as docutils nodes, and openings in short.

A posting is shown from the same tree as all its other formats, so it says the same. On an opening's
page its sections are sections of the page; elsewhere they have titles, and the page's table of
contents stays the page's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from hiring.model import words
from hiring.site.nodes.disclosures import group_entries, group_item, group_list, group_title
from hiring.site.nodes.nodes import generator_link, posting_files
from hiring.site.nodes.voice import Voice, marked
from hiring.site.views.build import (
    fields,
    paragraph,
    title,
)
from hiring.site.views.content import blocks

if TYPE_CHECKING:
    from hiring.model.facts import Company
    from hiring.model.role import JobRole, Level
    from hiring.posting.compose import Posting


def customise(role: JobRole, level: Level | None) -> list[nodes.Node]:
    """Return the control under a role's template that leads to where it can be changed."""
    voice = Voice(role.language)
    chosen = level.id if level else ""
    words = voice.lexicon.say("page.customise")
    return [generator_link(role=role.key, level=chosen, text=words, language=voice.of_words)]


def kept_files(key: str, voice: Voice, *, levelled: bool) -> posting_files:
    """Return the files of a posting, to take."""
    words = voice.lexicon.texts["page.files"]
    plain = voice.lexicon.say("page.plain-text")
    return posting_files(
        key=key, levelled=levelled, text=words, plain=plain, language=voice.of_words
    )


def template(posting: Posting, company: Company, voice: Voice, *, folded: bool) -> list[nodes.Node]:
    """Return a role's posting with its open facts marked, and what each of them wants.

    It is ``folded`` on the role's own page, which says the same before.
    """
    terms, chosen = posting.terms, bool(posting.terms.places)
    shown = marked(nodes.container(classes=["hiring-posting"]), voice.of(posting.language))
    shown += paragraph(nodes.strong(posting.title, posting.title), classes=["hiring-posting-title"])
    for section in posting.sections:
        shown += [title(section.title, section.title_language), *blocks(section.content)]
    # There is no file of a posting at one place.
    levelled = terms.level is not None
    kept = [] if chosen else [kept_files(posting.key, voice, levelled=levelled)]
    open_facts = still_open(posting, company, voice)
    whole: list[nodes.Node] = [shown, *open_facts]
    if folded:
        name = group_title("", "", voice.fixed(voice.lexicon.say("page.whole-posting")))
        item = group_item("", name, group_entries("", *whole))
        whole = [group_list("", item, classes=["hiring-whole-posting"])]
    return [*whole, *customise(terms.role, terms.level), *kept]


def still_open(posting: Posting, company: Company, voice: Voice) -> list[nodes.Node]:
    """Return the open facts by name, each with what belongs there."""
    rows, own = [], company.own_language
    for name in posting.placeholders:
        label = company.open_fact(name, "label", voice.language)
        hint = company.open_fact(name, "hint", voice.language)
        if label and hint:
            own = label.language
            rows.append((words.sentence(label.value), [voice.inline(*hint)]))
    if not rows:
        return []
    heading = title(voice.lexicon.say("page.to-fill-in"), voice.of_words)
    return [heading, fields(rows, "hiring-facts", language=voice.of(own))]
