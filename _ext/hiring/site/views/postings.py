"""Postings as docutils nodes, and openings in short.

A posting is shown from the same tree as all its other formats, so it says the same. On an opening's
page its sections are sections of the page; elsewhere they have titles, and the page's table of
contents stays the page's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from docutils import nodes
from myst_parser.slugs import github_slugify

from hiring.model import words
from hiring.model.fact_table import facts_of
from hiring.model.role_facts import RoleFacts
from hiring.posting.compose import SECTIONS
from hiring.posting.content import ADDED
from hiring.site.nodes.disclosures import group_entries, group_item, group_list, group_title
from hiring.site.nodes.nodes import closing_notice, generator_link, posting_files
from hiring.site.nodes.voice import Voice, language_class, marked
from hiring.site.views.build import (
    fields,
    joined,
    page_link,
    paragraph,
    reference,
    text,
    title,
)
from hiring.site.views.content import WHILE_OPEN, blocks
from hiring.site.views.readiness import ANCHOR
from hiring.site.views.team import ONLY_TITLE

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from hiring.model.facts import Company
    from hiring.model.opening import Opening, OpeningState
    from hiring.model.role import JobRole, Level
    from hiring.posting.compose import Posting
    from hiring.posting.content import Section
    from hiring.posting.listings import Listing

TO_APPLY = ("closes", "apply")
"""What a posting says of applying, which is left out where nobody can."""


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
    open_facts = _still_open(posting, company, voice)
    whole: list[nodes.Node] = [shown, *open_facts]
    if folded:
        name = group_title("", "", voice.fixed(voice.lexicon.say("page.whole-posting")))
        item = group_item("", name, group_entries("", *whole))
        whole = [group_list("", item, classes=["hiring-whole-posting"])]
    return [*whole, *customise(terms.role, terms.level), *kept]


def opening_page(
    posting: Posting,
    opening: Opening,
    state: OpeningState,
    listed: Listing,
    docname: str,
    leads_to: str,
    *,
    reported: bool,
) -> list[nodes.Node]:
    """Return everything under the title of an opening's page.

    ``leads_to`` is the page of openings, empty where there is none, and ``reported`` tells whether
    the page ends with its report. Where nobody can apply, the page says why, and how to apply is
    left out.
    """
    over = state not in ("open", "draft")
    voice = Voice(opening.language)
    found: list[nodes.Node] = []
    if state != "open":
        notice = _notice(opening, state, docname, leads_to, voice)
        notice += _why_held(voice) if state == "held" and reported else []
        found.append(notice)
    elif listed.closing:
        found.append(_notice(opening, "past", docname, leads_to, voice, listed.closing))
    found.append(_in_short(posting, listed, docname, voice, over=over))
    if state == "open":
        found += _apply(posting, voice)
    taken = {*SECTIONS, *(name for name, _ in posting.terms.role.own_blocks)}
    found += [_section(section, TO_APPLY if over else (), taken) for section in posting.sections]
    return [*found, *_still_open(posting, posting.company, voice)]


def _notice(
    opening: Opening,
    state: OpeningState,
    docname: str,
    leads_to: str,
    voice: Voice,
    closing: datetime | None = None,
) -> nodes.paragraph:
    """Return why nobody can apply; with ``closing`` it is shown from then on."""
    said = voice.lexicon
    days = {"posted": opening.facts.posted, "closes": opening.facts.closes}
    told = said.say(
        f"state.{state}", **{name: said.day(day) if day else "" for name, day in days.items()}
    )
    words = voice.inline(told, said.language, "hiring-state-words")
    classes = ["hiring-state", f"hiring-state-{state}"]
    notice = (
        closing_notice("", "", words, classes=classes, closing=closing)
        if closing
        else paragraph(words, classes=classes)
    )
    if leads_to and state not in ("draft", "to-come", "held"):
        more = page_link(leads_to, said.say("page.see-open-jobs"), docname)
        notice += [nodes.Text(" "), marked(more, voice.of_words)]
    return notice


def _why_held(voice: Voice) -> list[nodes.Node]:
    said = voice.lexicon
    to_mend = nodes.reference("", said.say("ready.see"), refuri=f"#{ANCHOR}", internal=True)
    why = voice.fixed(f" {said.say('ready.why-held')} ")
    return [why, marked(to_mend, voice.of_words)]


def _in_short(
    posting: Posting, listed: Listing, docname: str, voice: Voice, *, over: bool
) -> nodes.field_list:
    """Return the facts that decide whether to read on."""
    terms, said = posting.terms, voice.lexicon
    employment = words.employment(terms.employment_type, said)
    industry = posting.company.said("industry", voice.language)
    own, theirs = said.language, terms.role.language
    rows: list[tuple[str, Sequence[nodes.Node]]] = [
        (name, [voice.inline(value, language)])
        for name, value, language in (
            (said.say("entries.location"), listed.place, own),
            (said.label("work_arrangement", "Work arrangement"), listed.arrangement, own),
            (facts_of(RoleFacts)["pay"].label_of("pay", terms.facts.pay, said), listed.pay, own),
            (said.say("page.employment"), employment, own),
            (said.say("entries.closes"), "" if over else listed.closes, own),
            (said.say("page.family"), listed.family, theirs),
            (said.say("page.industry"), *(industry or ("", own))),
        )
        if value
    ]
    about: list[nodes.Node] = [reference("role", terms.role.key, docname)]
    if terms.level:
        target = f"{terms.role.key}/{terms.level.id}"
        level = said.say("level", level=terms.level.name)
        about.append(reference("level", target, docname, level, voice.of_words))
    rows.append((said.say("page.role"), joined(about)))
    return fields(rows, "hiring-facts", language=voice.of_words)


def _apply(posting: Posting, voice: Voice) -> list[nodes.Node]:
    """Return the control that leads to where people apply."""
    address = posting.terms.apply
    if address is None or posting.terms.opening is None:
        return []
    subject = quote(f"{posting.terms.opening.facts.requisition}: {posting.title}")
    where = address.url or f"mailto:{address.email}?subject={subject}"
    said = voice.lexicon.say("page.apply")
    link = nodes.reference("", said, refuri=where, classes=["hiring-apply"])
    return [paragraph(marked(link, voice.of_words), classes=["hiring-apply-line", WHILE_OPEN])]


def _section(section: Section, without: Collection[str], taken: Collection[str]) -> nodes.section:
    """Return a section of a posting as a section of the page, with a stable anchor.

    What the opening itself adds has the anchor that its heading would have on any page, unless that
    is ``taken`` by another section.
    """
    anchor = section.id
    if section.id.startswith(ADDED):
        own = github_slugify(section.title)
        anchor = section.id if not own or own in taken else own
    shown = nodes.section(ids=[anchor], names=[], classes=["hiring-posting"])
    words: list[nodes.Node] = [nodes.Text(section.title)]
    if section.title_language:
        words = [text(section.title, *language_class(section.title_language))]
    classes = [ONLY_TITLE] * section.for_team
    shown += nodes.title(section.title, "", *words, classes=classes)
    shown += list(blocks(section.content, without, TO_APPLY))
    return shown


def _still_open(posting: Posting, company: Company, voice: Voice) -> list[nodes.Node]:
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
