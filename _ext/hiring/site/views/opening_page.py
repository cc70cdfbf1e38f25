"""An opening's page: what decides first, the posting, how to apply, and what is for those who hire.

What stands at the top or in a part of its own is not said again among the additional information;
the files of the posting have it whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from docutils import nodes
from myst_parser.slugs import github_slugify

from hiring.posting.compose import SECTIONS
from hiring.posting.content import ADDED
from hiring.site.nodes.disclosures import group_list
from hiring.site.nodes.nodes import closing_notice
from hiring.site.nodes.voice import Voice, language_class, marked
from hiring.site.views.build import page_link, paragraph, text
from hiring.site.views.content import WHILE_OPEN, blocks, span_node
from hiring.site.views.opening_head import TO_APPLY, OpeningHead, entries, value_of
from hiring.site.views.postings import still_open
from hiring.site.views.readiness import ANCHOR
from hiring.site.views.team import ONLY_TITLE

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from hiring.model.opening import Opening, OpeningState
    from hiring.posting.compose import Posting
    from hiring.posting.content import Section
    from hiring.posting.listings import Listing
    from hiring.site.nodes.disclosures import group_item


APPLY = "hiring-to-apply"
"""No heading that an author writes has this anchor, or nearly none."""
FOR_HIRING = "hiring-for-hiring"
"""Nor has one this."""


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
    """Return what readers see under the title of an opening's page.

    ``leads_to`` is the page of openings, empty where there is none, and ``reported`` tells whether
    the page ends with its report. Where nobody can apply, the page says why, and how to apply is
    left out.
    """
    over = state not in ("open", "draft")
    voice = Voice(opening.language, posting.terms.lexicon)
    head = OpeningHead(posting, listed, voice, over=over)
    found: list[nodes.Node] = []
    if state != "open":
        notice = _notice(opening, state, docname, leads_to, voice)
        notice += _why_held(voice) if state == "held" and reported else []
        found.append(notice)
    elif listed.closing:
        found.append(_notice(opening, "past", docname, leads_to, voice, listed.closing))
    found += [head.line(), head.cells(docname)]
    link = _apply_link(posting, voice) if state == "open" else None
    if link:
        closes = text(head.closes, "hiring-note", *language_class(voice.of_words))
        parts = (link, nodes.Text(" "), closes) if head.closes else (link,)
        found.append(paragraph(*parts, classes=["hiring-apply-line", WHILE_OPEN]))
    taken = {*SECTIONS, *(name for name, _ in posting.terms.role.own_blocks)}
    found += [_section(section, head.said, taken) for section in posting.sections]
    if not over:
        found += _how_to_apply(posting, voice, link)
    return [*found, *still_open(posting, posting.company, voice)]


def to_post(
    folded: Sequence[group_item], kept: Sequence[nodes.Node], voice: Voice
) -> list[nodes.Node]:
    """Return the last part of a page, for those who hire; nothing where there is nothing."""
    if not folded and not kept:
        return []
    section = nodes.section(ids=[FOR_HIRING], names=[], classes=["hiring-to-post"])
    section += nodes.title("", "", voice.fixed(voice.lexicon.say("page.for-hiring")))
    section += kept
    if folded:
        section += group_list("", *folded)
    return [section]


def _how_to_apply(posting: Posting, voice: Voice, link: nodes.reference | None) -> list[nodes.Node]:
    """Return the last part for readers: what to send, and where to."""
    spans = entries(posting).get("apply", ())
    if not spans[1:]:
        return []
    section = nodes.section(
        ids=[APPLY], names=[], classes=["hiring-posting", "hiring-how-to-apply", WHILE_OPEN]
    )
    section += nodes.title("", "", voice.fixed(voice.lexicon.say("entries.apply")))
    section += paragraph(*map(span_node, value_of(spans)))
    if link:
        section += paragraph(link.deepcopy(), classes=["hiring-apply-again"])
    return [section]


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


def _apply_link(posting: Posting, voice: Voice) -> nodes.reference | None:
    """Return the control that leads to where people apply."""
    address = posting.terms.apply
    if address is None or posting.terms.opening is None:
        return None
    subject = quote(f"{posting.terms.opening.facts.requisition}: {posting.title}")
    where = address.url or f"mailto:{address.email}?subject={subject}"
    said = voice.lexicon.say("page.apply")
    link = nodes.reference("", said, refuri=where, classes=["hiring-apply"])
    return marked(link, voice.of_words)


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
    left_out = without if section.id == "additional" else ()
    shown += list(blocks(section.content, left_out, TO_APPLY))
    if section.id == "selection":
        for steps in shown.findall(nodes.enumerated_list):
            steps["classes"].append("hiring-way")
    return shown
