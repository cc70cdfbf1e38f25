"""Postings and open jobs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from docutils import nodes

from hiring.language.references import references_in
from hiring.language.vocabulary import REFERENCES
from hiring.model.audience import Audience
from hiring.posting.compose import compose, opening_posting
from hiring.posting.listings import listing, listings
from hiring.posting.terms import terms_of_role
from hiring.site.directives.base import HandbookDirective
from hiring.site.domain.references import OPENINGS_PAGE
from hiring.site.domain.this_build import path_named
from hiring.site.nodes.voice import marked
from hiring.site.views.boards import boards_item
from hiring.site.views.build import nothing, page_link
from hiring.site.views.jobs import job_rows
from hiring.site.views.opening_page import opening_page, to_post
from hiring.site.views.postings import kept_files, template, template_at_home
from hiring.site.views.readiness import report_item, report_table

if TYPE_CHECKING:
    from hiring.model.opening import Opening, OpeningState
    from hiring.model.role import JobRole
    from hiring.posting.compose import Posting
    from hiring.posting.listings import Listing


class PostingsDirective(HandbookDirective):
    """A directive that may lead to the page of open jobs."""

    has_content = False

    def leads_to(self) -> str:
        """Return the page of open jobs, empty where the handbook has none that is not this one."""
        self.domain.note_use(self.env.docname, "there", OPENINGS_PAGE)
        there = OPENINGS_PAGE in self.handbook.pages
        return OPENINGS_PAGE if there and self.path != OPENINGS_PAGE else ""


class PostingDirective(PostingsDirective):
    """The posting of the page's opening; elsewhere a role's template."""

    optional_arguments = 0

    def run(self) -> list[nodes.Node]:
        """Return the posting."""
        opening = self.handbook.opening_on(self.path)
        if opening is not None:
            return self.opening(opening)
        key = self.options.get("role")
        role = self.role(key) if key else self.own_role()
        return self.template(role) if role else []

    def opening(self, opening: Opening) -> list[nodes.Node]:
        """Return an opening's page."""
        handbook, today, docname = self.handbook, self.domain.today, self.env.docname
        self.domain.note_use(docname, "opening", opening.key)
        posting = opening_posting(opening, handbook, with_team=True)
        self.note(posting)
        listed = listing(opening, handbook, today)
        state = opening.state(today)
        reported = handbook.audience is not Audience.PUBLIC
        found = opening_page(
            posting, opening, state, listed, docname, self.leads_to(), reported=reported
        )
        if reported:
            found += self.to_post(opening, state)
        for section in found:
            if isinstance(section, nodes.section):
                self.state.document.ids[section["ids"][0]] = section
        return found

    def to_post(self, opening: Opening, state: OpeningState) -> list[nodes.Node]:
        """Return what those need who post the opening: whether it may go out, and its files."""
        self.domain.note_use(self.env.docname, "report", opening.key)
        report = self.domain.build.reports.get(opening.key)
        folded = [report_item(report, self.voice)] if report else []
        if state in ("open", "to-come", "draft"):
            folded.append(boards_item(opening_posting(opening, self.handbook), self.voice))
        kept = kept_files(opening.stem, self.voice, levelled=False)
        return to_post(folded, [kept] if state in ("open", "to-come") else [], self.voice)

    def template(self, role: JobRole) -> list[nodes.Node]:
        """Return a role's posting, at the level and the place that are asked for."""
        company, name = self.handbook.company, self.options.get("level")
        level = role.level(name) if name else None
        place = company.locations.get(self.options.get("location", ""))
        terms = terms_of_role(role, self.handbook, level)
        terms = replace(terms, places=(place.in_language(role.language),) if place else ())
        posting = compose(terms, self.handbook, with_team=True)
        self.note(posting)
        if not self.is_home(role):
            return template(posting, company, self.voice)
        return template_at_home(posting, company, self.voice, generated=self.is_generated())

    def is_generated(self) -> bool:
        """Tell whether a page of the site shows every posting as it is customized."""
        page = path_named(self.config.hiring_generator_page)
        self.domain.note_use(self.env.docname, "there", page)
        return page in self.handbook.pages

    def note(self, posting: Posting) -> None:
        """Note all that the posting's words come from."""
        docname, terms = self.env.docname, posting.terms
        self.role(terms.role.key)
        self.domain.note_use(docname, "briefing", terms.role.key)
        self.domain.note_use(docname, "company")
        role = terms.role
        parts = [
            *(block for name in role.posted_blocks for block in role.blocks_named(name)),
            *(terms.level.blocks if terms.level else ()),
            *(part for part in (terms.level, terms.opening) if part),
        ]
        for reference in (it for part in parts for it in references_in(part.body.nodes)):
            if reference.kind in REFERENCES:
                self.domain.note_target(docname, reference.kind, reference.target)


class OpeningListDirective(PostingsDirective):
    """The jobs that are open on the day of the build: all, or those of a family or a role."""

    def run(self) -> list[nodes.Node]:
        """Return the jobs; where there is none, words that say so."""
        role = self.options.get("role", "")
        self.domain.note_use(self.env.docname, "openings", role)
        family = self.options.get("family")
        found = [
            listed
            for listed in listings(self.handbook, self.domain.today, role, self.voice.language)
            if family in (None, listed.family)
        ]
        return self.titled(self.shown(found))

    def shown(self, found: list[Listing]) -> nodes.Element:
        """Return the jobs as rows, or that there is none, and where to go on."""
        if found:
            number = self.env.new_serialno("hiring-lists")
            return job_rows(found, self.env.docname, self.voice, number)
        words, own = self.voice.lexicon, self.voice.of_words
        said = nothing(self.voice, "no-open-job")
        said += nodes.Text(" ")
        if self.leads_to():
            link = page_link(OPENINGS_PAGE, words.say("page.see-all-jobs"), self.env.docname)
            said += marked(link, own)
        elif "roles/index.md" in self.handbook.pages:
            link = page_link("roles/index.md", words.say("page.see-roles"), self.env.docname)
            said += marked(link, own)
        return said


class ReadinessListDirective(HandbookDirective):
    """Which openings are ready to be posted, and what the others lack. Never for the public."""

    has_content = False

    def run(self) -> list[nodes.Node]:
        """Return a table of the openings that are not over."""
        if self.handbook.audience is Audience.PUBLIC:
            return []
        role = self.options.get("role", "")
        self.domain.note_use(self.env.docname, "reports", role)
        found = self.domain.build.reports_of(role)
        return self.titled(report_table(found, self.env.docname, self.voice))


DIRECTIVES = {
    "posting": PostingDirective,
    "opening-list": OpeningListDirective,
    "readiness-list": ReadinessListDirective,
}
