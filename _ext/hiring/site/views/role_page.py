"""What a role's page has beside what its writer wrote: a way to its parts, and where to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from hiring.model import job_words
from hiring.site.nodes.document import walk
from hiring.site.nodes.nodes import generator_link, section_links
from hiring.site.nodes.voice import marked
from hiring.site.views.build import bullets, joined, page_link, paragraph, reference, title
from hiring.site.views.postings import customise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.model.handbook import Handbook
    from hiring.model.role import JobRole
    from hiring.site.nodes.voice import Voice

PARTS: tuple[tuple[str, ...], ...] = (
    ("hiring-job-brief", "hiring-responsibilities", "hiring-duties"),
    ("hiring-qualifications",),
    ("hiring-levels",),
    ("hiring-faq",),
    ("hiring-benefits",),
)
"""The parts that readers look for, each by the classes of what shows it; the first there leads."""
FOR_HIRING = "hiring-for-hiring"
"""The anchor of what is for those who hire; no heading that an author writes has it."""
_MOST_SKILLS = 4
"""How many skills of a near role are named; a longer list is no difference in a line."""


def role_parts(page: nodes.section, voice: Voice, hiring: list[nodes.Node]) -> list[nodes.Node]:
    """Return links to the sections of a role's page that hold the parts people look for.

    Each has the words of its own heading. Nothing is returned where there are fewer than two. The
    last is for those who hire: to ``hiring``, what the page's end has for them, or to the posting.
    """
    sections = [it for it in page.children if isinstance(it, nodes.section)]
    shown = [
        (it, {name for node in walk([it], nodes.Element) for name in node["classes"]})
        for it in sections
    ]
    found: dict[str, str] = {}
    for part in PARTS:
        holder = next((it for name in part for it, names in shown if name in names), None)
        if holder is not None:
            found[holder["ids"][0]] = holder[0].astext()
    if len(found) < 2:
        return []
    label, language = voice.lexicon.say("page.parts"), voice.of_words
    anchor = FOR_HIRING if hiring else next((it["ids"][0] for it in sections if _posts(it)), "")
    apart = (anchor, voice.lexicon.say("page.for-hiring")) if anchor else ()
    links = tuple(found.items())
    return [section_links(label=label, links=links, apart=apart, language=language)]


def _posts(section: nodes.section) -> bool:
    return any(True for _ in walk([section], generator_link))


def near_roles(role: JobRole, handbook: Handbook, docname: str, voice: Voice) -> list[nodes.Node]:
    """Return the roles that a role names as related, each with what it asks for besides."""
    roles = [handbook.roles[key] for key in role.facts.related if key in handbook.roles]
    shown = [it for it in roles if it.facts.status != "retired"]
    if not shown:
        return []
    heading = title(voice.lexicon.say("page.near"), voice.of_words)
    lines = (list(_lines(role, it, handbook, docname, voice)) for it in shown)
    return [heading, bullets(lines, "hiring-near")]


def _lines(
    role: JobRole, near: JobRole, handbook: Handbook, docname: str, voice: Voice
) -> Iterator[nodes.Node]:
    """Yield what is said of a near role: its summary, and how it differs."""
    said, facts = voice.lexicon, near.facts
    link = nodes.strong("", "", reference("role", near.key, docname))
    yield paragraph(link, nodes.Text(" "), voice.inline(facts.summary, near.language))
    line: list[nodes.Node] = []
    if besides := _besides(role, near, handbook):
        line.append(voice.fixed(said.say("page.asks-besides", skills=said.all_of(besides))))
    if facts.pay:
        line.append(voice.fixed(job_words.pay_for_hours(facts.pay, facts, said)))
    if line:
        yield paragraph(*joined(line, " · "), classes=["hiring-meta"])


def _besides(role: JobRole, near: JobRole, handbook: Handbook) -> tuple[str, ...]:
    """Return the first skills by name that a near role asks for and this one does not."""
    own = {use.skill for use in role.skills}
    others = dict.fromkeys(use.skill for use in near.skills if use.skill not in own)
    names = [handbook.skills[key].name for key in others if key in handbook.skills]
    return tuple(names[:_MOST_SKILLS])


def for_hiring(role: JobRole, handbook: Handbook, docname: str, voice: Voice) -> list[nodes.Node]:
    """Return where those who hire go on: to the interview plan, where these readers have one."""
    interview, said = handbook.interviews.get(role.key), voice.lexicon
    if interview is None:
        return []
    plan = page_link(interview.path, said.say("page.interview-plan"), docname)
    items = [marked(paragraph(plan), voice.of_words), *customise(role, None, voice.lexicon)]
    heading = title(said.say("page.for-hiring"), voice.of_words)
    return [nodes.container("", heading, *items, ids=[FOR_HIRING], classes=["hiring-for-hiring"])]
