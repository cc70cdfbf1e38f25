"""What a reader of a role's page sees first: what the role is, and the five facts that decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from hiring.model import job_words
from hiring.model.fact_table import facts_of
from hiring.model.role_facts import RoleFacts
from hiring.posting.listings import listings
from hiring.site.nodes.nodes import closing_remark
from hiring.site.nodes.voice import language_class, marked
from hiring.site.views.build import bullets, joined, paragraph, reference, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.model.fact_table import Fact
    from hiring.model.role import JobRole
    from hiring.posting.listings import Listing
    from hiring.site.domain.this_build import ThisBuild
    from hiring.site.nodes.voice import Voice

    Cell = tuple[str, list[nodes.Node], list[nodes.Node]]

SHOWN_HERE = ("pay", "work_arrangement", "reports_to")
"""The facts of the table that the head says, with the levels and the open jobs."""
_MOST_JOBS = 2
"""How many open jobs are named; more are counted."""


def role_head(
    role: JobRole, build: ThisBuild, voice: Voice, docname: str, managers: list[nodes.Node]
) -> list[nodes.Node]:
    """Return the summary and the facts; ``managers`` are whom the role reports to, with links."""
    jobs = [
        it
        for it in listings(build.handbook, build.today, role.key, voice.language)
        if it.state == "open"
    ]
    head = _Head(role, voice, docname, jobs)
    cells = [*head.pay(), *head.levels(), *head.where()]
    if managers:
        label = voice.lexicon.label("reports_to", facts_of(RoleFacts)["reports_to"].label)
        cells.append(
            (label, managers, [voice.inline(role.facts.family, role.language_of("family"))])
        )
    cells.append(head.open_now())
    lead = paragraph(
        voice.inline(role.facts.summary, role.language_of("summary")), classes=["hiring-lead"]
    )
    shown: list[nodes.Node] = [head_cell(voice, *cell) for cell in cells]
    shown[-1:-1] = head.own()
    return [lead, bullets(([it] for it in shown), "hiring-head")]


def head_cell(
    voice: Voice,
    name: str,
    said: list[nodes.Node],
    note: list[nodes.Node],
    fact: Fact | None = None,
) -> nodes.paragraph:
    """Return a fact: its name, what it says, and a note; below each other where there is room."""
    spoken = voice.of(fact.label_in(voice.lexicon)) if fact else voice.of_words
    label = text("", "hiring-head-name", *language_class(spoken))
    label += [nodes.Text(name), text(": ", "colon")]
    shown: list[nodes.Node] = [label, nodes.strong("", "", *said)]
    if note:
        shown += [nodes.Text(" "), nodes.inline("", "", *note, classes=["hiring-note"])]
    return paragraph(*shown)


class _Head:
    """What the facts of a role say on a page."""

    def __init__(self, role: JobRole, voice: Voice, docname: str, jobs: list[Listing]) -> None:
        self.role, self.voice, self.docname, self.jobs = role, voice, docname, jobs
        self.words = voice.lexicon

    def pay(self) -> Iterator[Cell]:
        """Yield what is paid, for the hours of the job."""
        facts = self.role.facts
        if facts.pay is None:
            return
        paid, note = job_words.paid_and_hours(facts.pay, facts, self.words)
        if not note and any(level.pay for level in self.role.levels):
            note = self.words.say("page.by-level")
        label = facts_of(RoleFacts)["pay"].label_of("pay", facts.pay, self.words)
        yield label, [self.voice.fixed(paid)], self._said(note)

    def levels(self) -> Iterator[Cell]:
        """Yield from which level to which the role goes."""
        levels = self.role.levels
        if not levels:
            return
        first, last = levels[0], levels[-1]
        names = first.name
        if first is not last:
            names = self.words.say("pay_range", low=first.name, high=last.name)
        steps = self.words.say("page.see-levels")
        target = f"{self.role.key}/{first.id}"
        link = reference("level", target, self.docname, steps, self.voice.of_words)
        label = self.words.say("page.levels")
        yield label, [self.voice.inline(names, self.role.language)], [link]

    def where(self) -> Iterator[Cell]:
        """Yield how the work is done, and where jobs are open."""
        arrangement = self.role.facts.work_arrangement
        if arrangement is not None:
            places = "; ".join(dict.fromkeys(job.place for job in self.jobs))
            said = self.voice.fixed(self.words.say(f"work_arrangement.{arrangement}"))
            yield self.words.say("page.where"), [said], self._said(places)

    def own(self) -> Iterator[nodes.Node]:
        """Yield the facts of the company's own that belong here."""
        facts = self.role.facts
        for name, fact in facts_of(type(facts)).items():
            stated = getattr(facts, name)
            said = fact.said(stated, self.words) if fact.head else ""
            if said:
                value = self.voice.fact(said, fact, stated, self.role.language_of(name))
                label = fact.label_of(name, None, self.words)
                yield head_cell(self.voice, label, [value], [], fact)

    def open_now(self) -> Cell:
        """Return which jobs are open."""
        label, jobs = self.words.say("page.open-now"), self.jobs
        if not jobs:
            return label, [self.voice.fixed(self.words.say("page.no-job"))], []
        links = joined((self._link(job) for job in jobs[:_MOST_JOBS]), "; ")
        note = ""
        if len(jobs) > _MOST_JOBS:
            note = self.words.say("page.and-more", count=len(jobs) - _MOST_JOBS)
        elif len(jobs) == 1 and jobs[0].closes:
            note = self.words.say("apply_by", day=jobs[0].closes)
        return label, links, self._said(note)

    def _link(self, job: Listing) -> nodes.Node:
        spoken = self.voice.of(job.language)
        link = reference("opening", job.key, self.docname, job.title, spoken)
        if job.closing is None:
            return link
        over = f" ({job.lexicon.say('state.past', closes=job.closes)})"
        remark = closing_remark(over, over, classes=["hiring-over"], closing=job.closing)
        return nodes.inline("", "", link, marked(remark, self.voice.of_words))

    def _said(self, note: str) -> list[nodes.Node]:
        return [self.voice.fixed(note)] if note else []
