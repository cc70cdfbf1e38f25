"""The head of an opening's page: in a line what decides whether to read on, and whose job it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from hiring.model import words
from hiring.posting.content import Bullets, Paragraph, styled
from hiring.site.views.build import bullets, joined, paragraph, reference
from hiring.site.views.content import WHILE_OPEN, span_node
from hiring.site.views.role_head import head_cell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hiring.posting.compose import Posting
    from hiring.posting.content import Span
    from hiring.posting.listings import Listing
    from hiring.site.nodes.voice import Voice

HEAD = ("employer", "reports-to", "start")
"""The entries of the additional information that stand at the top of the page."""
TO_APPLY = ("closes", "apply")
"""What a posting says of applying, which is left out where nobody can."""


class OpeningHead:
    """What stands at the top: all that decides whether to read on.

    ``said`` are the entries of the additional information that need not say it again.
    """

    def __init__(self, posting: Posting, listed: Listing, voice: Voice, *, over: bool) -> None:
        self.posting, self.listed, self.voice = posting, listed, voice
        self.words = voice.lexicon
        self.closes = (
            "" if over or not listed.closes else self.words.say("apply_by", day=listed.closes)
        )
        employment = words.employment(posting.terms.employment_type, self.words)
        self.shown = [listed.place, listed.arrangement, listed.pay, employment]
        known = {posting.title, listed.closes, *self.shown}
        told = entries(posting)
        self.entries = {
            name: spans
            for name, spans in told.items()
            if name in HEAD and not any(span.placeholder for span in spans)
        }
        repeated = (
            name
            for name, spans in told.items()
            if "".join(span.text for span in spans[1:]).strip() in known
        )
        self.said = frozenset((*self.entries, *repeated, *TO_APPLY))

    def line(self) -> nodes.paragraph:
        """Return place, pay, hours and the last day, in a line."""
        own = self.words.language
        parts = [self.voice.inline(said, own) for said in self.shown if said]
        if self.closes:
            parts.append(self.voice.inline(self.closes, own, WHILE_OPEN))
        return paragraph(*joined(parts, " · "), classes=["hiring-job-line"])

    def cells(self, docname: str) -> nodes.bullet_list:
        """Return the role with its level and family, the employer, and what else is known."""
        terms, voice = self.posting.terms, self.voice
        role = reference("role", terms.role.key, docname)
        about: list[nodes.Node] = []
        if terms.level:
            target = f"{terms.role.key}/{terms.level.id}"
            level = self.words.say("level", level=terms.level.name)
            about.append(reference("level", target, docname, level, voice.of_words))
        about.append(voice.inline(self.listed.family, terms.role.language))
        found = [head_cell(voice, self.words.say("page.role"), [role], joined(about))]
        industry = self.posting.company.said("industry", voice.language)
        for name, spans in self.entries.items():
            value = [span_node(span) for span in value_of(spans)]
            note = [voice.inline(*industry)] if industry and name == "employer" else []
            found.append(head_cell(voice, spans[0].text.rstrip(" :\xa0"), value, note))
        return bullets(([cell] for cell in found), "hiring-head")


def entries(posting: Posting) -> dict[str, tuple[Span, ...]]:
    """Return the additional information by the ids of its entries: a label, then what it says."""
    section = posting.section("additional")
    lists = (part for part in (section.content if section else ()) if isinstance(part, Bullets))
    return {
        item.id: first.spans
        for found in lists
        for item in found.items
        for first in item.content[:1]
        if isinstance(first, Paragraph)
    }


def value_of(spans: Sequence[Span]) -> list[Span]:
    """Return what an entry says, without the space after its label."""
    first, *rest = spans[1:]
    return [it for it in (styled(first, first.text.lstrip()), *rest) if it.text]
