"""Questions and answers."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from docutils import nodes

from hiring.reading.crossings.page import ALL, keys_in
from hiring.site.directives.base import HandbookDirective
from hiring.site.nodes.disclosures import (
    question_answer,
    question_item,
    question_list,
    question_title,
)
from hiring.site.nodes.nodes import permalink
from hiring.site.views.build import nothing, reference, title
from hiring.site.views.families import MANY, question_links
from hiring.site.views.questions import FEW, narrowed_questions
from hiring.site.views.team import ONLY, label

if TYPE_CHECKING:
    from hiring.model.role import JobRole, Question


class FaqDirective(HandbookDirective):
    """A role's questions, or those of several roles, grouped by role."""

    def run(self) -> list[nodes.Node]:
        """Return the questions, each a native disclosure widget in HTML."""
        only = keys_in(self.options.get("only", ""))
        found: list[nodes.Node] = []
        if self.options.get("from", "").strip() == ALL and len(self.handbook.roles) > MANY:
            prefix = f"family-{self.env.new_serialno('hiring-families') + 1}"
            roles = self.all_roles("questions")
            return self.titled(*question_links(roles, only, self.env.docname, prefix, self.voice))
        roles = self.sources()
        asked = [(role, entry) for role in roles for entry in role.questions]
        asked = [(role, entry) for role, entry in asked if not only or entry.id in only]
        for role, group in groupby(asked, key=itemgetter(0)):
            if len(roles) > 1:
                found.append(title(role.facts.title, self.voice.of(role.language)))
            listed = question_list(classes=["hiring-faq"])
            listed += [self.question(role, entry) for _, entry in group]
            found.append(listed)
        if len(roles) > 1 and len(asked) > FEW:
            number = self.env.new_serialno("hiring-lists")
            found = narrowed_questions(found, asked, number, self.voice)
        if not found and self.options.get("from", "").strip() == ALL:
            found.append(nothing(self.voice, "no-question"))
        return self.titled(*found)

    def question(self, role: JobRole, entry: Question) -> question_item:
        """Return one question; shown elsewhere, it leads to the page that defines it."""
        voice = self.voice
        item, answer = question_item(), question_answer(classes=["hiring-answer"])
        words = question_title("", "", voice.inline(entry.question, role.language))
        if "from" not in self.options:
            answer["ids"].append(entry.anchor)
            self.state.document.ids[entry.anchor] = answer
        if self.is_for_team(role, entry):
            item["classes"].append(ONLY)
            words += [nodes.Text(" "), label()]
        answer += self.in_its_language(role, entry)
        elsewhere = "from" in self.options
        name = "page.on-the-page" if elsewhere else "page.link-to-question"
        said = voice.lexicon.say(name, title=role.facts.title)
        link = reference(
            "question", f"{role.key}/{entry.id}", self.env.docname, said, voice.of_words
        )
        line = nodes.paragraph if elsewhere else permalink
        answer += line("", "", link, classes=["hiring-permalink"])
        item += [words, answer]
        return item


DIRECTIVES = {"faq": FaqDirective}
