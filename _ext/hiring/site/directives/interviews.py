"""Interviews, their sheets, and the rubrics of skills."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.directives.patches import Rubric as Heading

from hiring.interviewing.never_asked import never_asked
from hiring.interviewing.sheets import resume_screen, scorecards
from hiring.language.vocabulary import RUBRIC_OPTIONS
from hiring.model.interviews import rubric_for
from hiring.model.skill_scale import named_in
from hiring.site.directives.base import HandbookDirective
from hiring.site.directives.markdown import render
from hiring.site.nodes.nodes import packet_file
from hiring.site.nodes.voice import Voice, language_class, marked
from hiring.site.views.build import paragraph, reference, target
from hiring.site.views.coverage import coverage_table
from hiring.site.views.interviews import briefing_view, interview_plan, points_list
from hiring.site.views.scorecards import SheetView, never_asked_table

if TYPE_CHECKING:
    from hiring.model.interviews import Interview, Rubric
    from hiring.model.role import JobRole


class KitDirective(HandbookDirective):
    """A directive that shows a part of a role's interview."""

    has_content = False

    def key(self) -> str:
        """Return the key of the role that is meant: the named one, or the page's."""
        written = self.options.get("role") or self.options.get("from")
        if written:
            return str(written).strip()
        path = self.path
        own = self.handbook.interview_on(path)
        role = self.handbook.role_on(path)
        return own.role if own else role.translates or role.key if role else ""

    def interview(self) -> Interview | None:
        """Return the interview that is meant, None where these readers have none; note its use."""
        key = self.key()
        self.domain.note_use(self.env.docname, "interview", key)
        return self.handbook.interviews.get(key)

    def spoken(self, language: str, *shown: nodes.Node) -> list[nodes.Node]:
        """Return what is in a language, marked with it where the page speaks another."""
        own = self.voice.of(language)
        return [marked(nodes.container("", *shown), own)] if own else list(shown)


class InterviewDirective(KitDirective):
    """A role's interview, on the page that defines it or on another of the hiring team."""

    has_content = True
    optional_arguments = 0

    def run(self) -> list[nodes.Node]:
        """Return the stages with their questions."""
        interview = self.interview()
        if interview is None:
            return []
        self.role(interview.role)

        def made(markdown: str, path: str, line: int) -> list[nodes.Node]:
            return render(self, markdown, path, line)

        home = "from" not in self.options
        docname = self.env.docname
        shown = interview_plan(interview, self.handbook, made, docname, anchored=home)
        return self.spoken(interview.language, *shown)


class CoverageDirective(KitDirective):
    """Which stage assesses what."""

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        interview = self.interview()
        if interview is None:
            return []
        self.role(interview.role)
        shown = coverage_table(interview, self.handbook, self.env.docname)
        return self.titled(*self.spoken(interview.language, *shown))


class ScorecardDirective(KitDirective):
    """The sheets that interviewers fill in, one a stage."""

    def run(self) -> list[nodes.Node]:
        """Return the sheets of all stages, or of one, at a level where one is named."""
        interview = self.interview()
        role = self.role(interview.role) if interview else None
        if interview is None or role is None:
            return []
        level = role.level(self.options.get("level") or "")
        stage = self.options.get("stage") or ""
        cards = scorecards(interview, self.handbook, stage, level)
        view = SheetView(Voice.of_handbook(self.handbook, interview.language))
        sheets = self.spoken(interview.language, *map(view.scorecard, cards))
        if stage:
            return self.titled(*sheets)
        said, of_words = self.voice.lexicon, self.voice.of_words
        words = (said.say("kit.packet-link"), said.say("kit.packet-more"))
        return self.titled(packet_file(role=role.key, words=words, language=of_words), *sheets)


class RoleSheetDirective(KitDirective):
    """A sheet that is made of a role's qualifications, in the language of its interview."""

    def run(self) -> list[nodes.Node]:
        """Return the sheet."""
        interview = self.interview()
        role = self.role(self.key())
        self.domain.note_use(self.env.docname, "skills")
        if role is None:
            return []
        spoken = interview.language if interview else self.voice.language
        voice = Voice.of_handbook(self.handbook, spoken)
        shown = self.sheet(SheetView(voice), role, interview)
        return self.titled(*self.spoken(voice.language, shown))

    def sheet(self, view: SheetView, role: JobRole, interview: Interview | None) -> nodes.Node:
        """Return the screen of applications."""
        rows = resume_screen(role, self.handbook)
        return view.screen(rows, role.language, self.handbook.language)


class AgendaDirective(RoleSheetDirective):
    """The agenda of the decision."""

    def sheet(self, view: SheetView, role: JobRole, interview: Interview | None) -> nodes.Node:
        """Return the steps, and the table of ratings."""
        return view.agenda(role, interview, self.handbook)


class BriefingDirective(KitDirective):
    """What candidates are told of the stages."""

    def run(self) -> list[nodes.Node]:
        """Return the stages in a candidate's words."""
        key = self.key()
        self.domain.note_use(self.env.docname, "briefing", key)
        briefing = self.handbook.briefings.get(key)
        if briefing is None:
            return []
        return self.titled(*self.spoken(briefing.language, *briefing_view(briefing, self.handbook)))


class NeverAskedDirective(HandbookDirective):
    """What no interview asks, with the laws of the company's places."""

    has_content = False

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        self.domain.note_use(self.env.docname, "company")
        said = self.voice.lexicon
        shown = never_asked_table(never_asked(self.handbook.company, said), self.voice)
        return self.titled(shown)


class RubricDirective(HandbookDirective):
    """The rubric of a skill; without points, the heading that docutils knows by this name."""

    def run(self) -> list[nodes.Node]:
        """Return the four points under the skill's name."""
        if not self.content and not RUBRIC_OPTIONS & self.options.keys():
            return self.heading()
        rubric = self.rubric()
        if rubric is None:
            return []
        docname = self.env.docname
        self.domain.note_use(docname, "skills")
        named = [reference("skill", rubric.skill, docname)]
        anchor = "-".join(it for it in ("rubric", *rubric.place) if it)
        name = nodes.strong("", "", *named)
        if rubric.role:
            self.role(rubric.role)
            of = f"{rubric.role}/{rubric.level}" if rubric.level else rubric.role
            link = reference("level" if rubric.level else "role", of, docname)
            whose: list[nodes.Node] = [nodes.Text(", "), link]
        else:
            whose = []
        page = self.handbook.pages[rubric.path]
        voice = Voice.of_handbook(self.handbook, page.language)
        names = ["hiring-asked", "hiring-rubric", *language_class(self.voice.of(page.language))]
        shown = nodes.container("", classes=names)
        shown += [*([] if "from" in self.options else [target(anchor)]), paragraph(name, *whose)]
        for node in render(self, rubric.markdown, rubric.path, rubric.markdown_line):
            shown += (
                points_list(node.children, voice)
                if isinstance(node, nodes.enumerated_list)
                else node
            )
        return [shown]

    def rubric(self) -> Rubric | None:
        """Return the rubric that stands here, or the one that counts for the role it is from."""
        found = named_in(self.handbook, self.arguments[0])
        if not found:
            return None
        skill, level = found[0].key, self.options.get("level") or None
        if "from" in self.options:
            self.domain.note_use(self.env.docname, "rubrics")
            return rubric_for(self.handbook.rubrics, skill, self.options["from"].strip(), level)
        return self.handbook.rubrics.get((skill, self.options.get("role") or None, level))

    def heading(self) -> list[nodes.Node]:
        """Return what docutils makes of it."""
        options = {name: Heading.option_spec[name](value) for name, value in self.options.items()}
        theirs = Heading(
            "rubric",
            self.arguments,
            options,
            self.content,
            self.lineno,
            self.content_offset,
            self.block_text,
            self.state,
            self.state_machine,
        )
        return list(theirs.run())


DIRECTIVES: dict[str, type[HandbookDirective]] = {
    "interview": InterviewDirective,
    "coverage-matrix": CoverageDirective,
    "scorecard": ScorecardDirective,
    "resume-screen": RoleSheetDirective,
    "decision-agenda": AgendaDirective,
    "candidate-briefing": BriefingDirective,
    "never-asked": NeverAskedDirective,
    "rubric": RubricDirective,
}
