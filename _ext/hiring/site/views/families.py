"""What pages show of very many roles: families first, then their roles."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from hiring.model.words import sorting_key
from hiring.site.views.build import (
    Column,
    bullets,
    paragraph,
    reference,
    scrollable,
    table,
    target,
    title,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from hiring.model.handbook import Handbook
    from hiring.model.lexicon import Lexicon
    from hiring.model.role import JobRole, Priority
    from hiring.site.nodes.voice import Voice

PRIORITIES: tuple[Priority, ...] = ("must", "should", "nice")

MANY = 40
"""From how many roles on a page groups them: nobody reads a table of so many columns or lines."""
LISTED = 25
"""From how many on a list of roles does, and has a field that filters: what two screens show."""


def by_family(roles: Iterable[JobRole]) -> list[tuple[str, list[JobRole]]]:
    """Return families by name, each with its roles in the order that they are given in."""
    families: dict[str, list[JobRole]] = {}
    for role in roles:
        families.setdefault(role.facts.family, []).append(role)
    return sorted(families.items())


def role_groups(
    roles: Iterable[JobRole], view: Callable[[list[JobRole]], nodes.Node], prefix: str
) -> list[nodes.Node]:
    """Return the roles of each family under its name, and a way to jump to each.

    One family alone has no name here: who lists it has said which it is. ``prefix`` starts the
    anchors of the families: it is another for each such list of a page.
    """
    groups = [(f"{prefix}-{at}", *group) for at, group in enumerate(by_family(roles), 1)]
    jumps = [
        [paragraph(_jump(anchor, family), nodes.Text(f" ({len(held)})"))]
        for anchor, family, held in groups
    ]
    found: list[nodes.Node] = [bullets(jumps, "hiring-jumps")] if groups[1:] else []
    for anchor, family, held in groups:
        heading = title(family)
        heading["ids"].append(anchor)
        shown = [heading] if groups[1:] else []
        found.append(
            nodes.container("", *shown, *_lettered(held, view, anchor), classes=["hiring-family"])
        )
    return [nodes.container("", *found, classes=["hiring-groups"])]


def _lettered(
    held: list[JobRole], view: Callable[[list[JobRole]], nodes.Node], anchor: str
) -> list[nodes.Node]:
    """Return the roles of a family; of very many with a way to jump to each letter."""
    if len(held) <= MANY:
        return [view(held)]
    held = sorted(held, key=_sorted_by)
    shown = view(held)
    body = next(shown.findall(nodes.tbody), shown)
    firsts: dict[str, str] = {}
    for role, line in zip(held, body.children, strict=True):
        letter = _sorted_by(role)[:1].upper()
        if letter not in firsts:
            firsts[letter] = f"{anchor}-{len(firsts) + 1}"
            next(line.findall(nodes.paragraph)).insert(0, target(firsts[letter]))
    jumps = ([paragraph(_jump(to, letter))] for letter, to in firsts.items())
    return [bullets(jumps, "hiring-letters"), shown]


def _sorted_by(role: JobRole) -> str:
    return sorting_key(role.facts.title)


def _jump(anchor: str, words: str) -> nodes.reference:
    return nodes.reference("", words, refid=anchor, internal=True)


def question_links(
    roles: Iterable[JobRole], only: Sequence[str], docname: str, prefix: str, voice: Voice
) -> list[nodes.Node]:
    """Return the questions of each role as links to where they are answered."""

    def of_role(role: JobRole) -> list[nodes.Node]:
        asked = [
            [paragraph(reference("question", f"{role.key}/{entry.id}", docname))]
            for entry in role.questions
            if not only or entry.id in only
        ]
        name = voice.inline(role.facts.title, role.language)
        return [paragraph(nodes.strong("", "", name)), bullets(asked)]

    answering = [role for role in roles if any(not only or it.id in only for it in role.questions)]
    return role_groups(answering, lambda held: bullets(map(of_role, held), "hiring-asked"), prefix)


def skill_counts(
    roles: Sequence[JobRole], handbook: Handbook, docname: str, voice: Voice
) -> nodes.Element:
    """Return the skills that roles ask for, a column a family: how many of its roles ask."""
    families = by_family(roles)
    counted = Counter(
        (use.skill, role.facts.family, use.priority) for role in roles for use in role.skills
    )
    asked = sorted({key[0] for key in counted}, key=lambda key: handbook.skills[key].name.lower())
    rows: list[list[list[nodes.Node]]] = [
        [
            [paragraph(reference("skill", skill, docname))],
            *(_counts(counted, (skill, family), voice) for family, _ in families),
        ]
        for skill in asked
    ]
    said = voice.lexicon
    columns = [Column(said.say("page.skill"), language=voice.of_words)]
    columns += [Column(f"{family} ({len(held)})") for family, held in families]
    return scrollable(
        said.say("page.skills-by-family"),
        table(columns, rows, "hiring-matrix", "hiring-counts", "hiring-by-row"),
        "hiring-matrix-box",
    )


def _counts(
    counted: Counter[tuple[str, str, Priority]], asked: tuple[str, str], voice: Voice
) -> list[nodes.Node]:
    """Return how many roles of a family ask for a skill, a line a priority."""
    said = voice.lexicon
    short = {it: said.say(f"priority_short.{it}") for it in PRIORITIES}
    return [
        paragraph(voice.inline(f"{short[it]} {count}", said.language, f"hiring-{it}"))
        for it in PRIORITIES
        if (count := counted[*asked, it])
    ]


def asking_families(roles: Sequence[JobRole], said: Lexicon) -> list[nodes.Node]:
    """Return in which families how many roles ask for a skill, with a link to the whole list."""
    named = ", ".join(f"{family} ({len(held)})" for family, held in by_family(roles))
    listed = nodes.inline("", said.count("picture.roles", len(roles)))
    link = addnodes.pending_xref(
        *("", listed),
        refdomain="std",
        reftype="ref",
        reftarget="hiring-skills",
        refexplicit=True,
        refwarn=False,
    )
    return [link, nodes.Text(f": {named}")]
