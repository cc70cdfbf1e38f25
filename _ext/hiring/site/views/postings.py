"""Postings as docutils nodes, and openings in short.

A posting is shown from the same tree as all its other formats, so it says the same. On an opening's
page its sections are sections of the page; elsewhere they have titles, and the page's table of
contents stays the page's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from hiring.model import words
from hiring.site.nodes.disclosures import (
    elsewhere,
    group_entries,
    group_item,
    group_list,
    group_title,
)
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
    from hiring.model.lexicon import Lexicon
    from hiring.model.role import JobRole, Level
    from hiring.posting.compose import Posting


def customise(role: JobRole, level: Level | None, said: Lexicon) -> list[nodes.Node]:
    """Return the control under a role's template that leads to where it can be changed."""
    voice = Voice(role.language, said)
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


def template(posting: Posting, company: Company, voice: Voice) -> list[nodes.Node]:
    """Return a role's posting with its open facts marked, and what each of them wants."""
    return [*whole(posting, company, voice), *ways_on(posting, voice)]


def template_at_home(
    posting: Posting, company: Company, voice: Voice, *, generated: bool
) -> list[nodes.Node]:
    """Return it for the role's own page, which says the same before.

    The site's page leads to it, where one shows it that it is ``generated`` on; else it is folded.
    """
    shown: nodes.Element = elsewhere("", *whole(posting, company, voice))
    if not generated or posting.terms.places:
        name = group_title("", "", voice.fixed(voice.lexicon.say("page.whole-posting")))
        item = group_item("", name, group_entries("", *shown.children))
        shown = group_list("", item, classes=["hiring-whole-posting"])
    return [shown, *ways_on(posting, voice)]


def ways_on(posting: Posting, voice: Voice) -> list[nodes.Node]:
    """Return where the posting can be changed, and its files: of one at a place there is none."""
    terms = posting.terms
    levelled = terms.level is not None
    kept = [] if terms.places else [kept_files(posting.key, voice, levelled=levelled)]
    return [*customise(terms.role, terms.level, terms.lexicon), *kept]


def whole(posting: Posting, company: Company, voice: Voice) -> list[nodes.Node]:
    """Return the text of a posting, and what is still open of it."""
    shown = marked(nodes.container(classes=["hiring-posting"]), voice.of(posting.language))
    shown += paragraph(nodes.strong(posting.title, posting.title), classes=["hiring-posting-title"])
    for section in posting.sections:
        shown += [title(section.title, section.title_language), *blocks(section.content)]
    return [shown, *still_open(posting, company, voice)]


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
