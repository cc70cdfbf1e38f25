"""Levels of experience: one role's as a table, several roles' side by side, and what one adds."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from docutils import nodes

from hiring.model import job_words
from hiring.model.fact_table import facts_of, stated_in
from hiring.site.nodes.nodes import cell_label, pay_bar, years_bar
from hiring.site.nodes.rows import row_link
from hiring.site.views.build import (
    NARROW,
    WIDE,
    Column,
    paragraph,
    reference,
    scrollable,
    table,
    target,
    text,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hiring.model.fact_table import Fact
    from hiring.model.role import JobRole, Level
    from hiring.site.nodes.voice import Voice

    Render = Callable[[JobRole, Level], list[nodes.Node]]


def scale_of(roles: Sequence[JobRole]) -> int:
    """Return how many years the bars of some roles span: a bit beyond the last number named."""
    ends = [
        (level.years.min + 2) if level.years.max is None else level.years.max
        for role in roles
        for level in role.levels
        if level.years
    ]
    return max(ends, default=1)


def level_table(
    role: JobRole, render: Render, voice: Voice, *, anchored: bool, docname: str
) -> nodes.table:
    """Return one role's levels as a ladder, a row each: the name, its facts, what it adds.

    ``anchored`` on the page that defines them.
    """
    scale, said = scale_of([role]), voice.lexicon
    adds = said.say("page.does" if any(level.adds for level in role.levels) else "page.adds")
    facts = [_facts(role, level, scale, voice) for level in role.levels]
    rows: list[list[list[nodes.Node]]] = []
    for level, stated in zip(role.levels, facts, strict=True):
        name = _name(role, level, voice, anchored=anchored, docname=docname)
        added = [
            *_scope(role, level, voice),
            *render(role, level),
            *_background(role, level, voice),
        ]
        rows.append([[name], *([stated] if any(facts) else []), added])
    names = [said.say("page.level"), *([said.say("page.in-short")] if any(facts) else []), adds]
    heads = [Column(name, WIDE if name == adds else NARROW, voice.of_words) for name in names]
    return table(heads, rows, "hiring-levels")


def _facts(role: JobRole, level: Level, scale: int, voice: Voice) -> list[nodes.Node]:
    """Return what a level pays, the years that are typical, and what else it states."""
    found = _years(level, scale, voice)
    for name, fact in _in_tables(level):
        said = said_at(name, fact, role, level, voice)
        if said and name == "pay":
            found.insert(0, _paid(role, level, voice))
        elif said:
            label = fact.short_label(name, voice.lexicon)
            value = value_at(name, fact, role, level, voice)
            found.append(_labelled(label, value, voice, fact))
    return found


def _paid(role: JobRole, level: Level, voice: Voice) -> nodes.paragraph:
    """Return what a level pays, for how many hours where that is less, and its band."""
    facts = role.facts_at(level)
    paid, hours = "", ""
    if facts.pay:
        paid, hours = job_words.paid_and_hours(facts.pay, facts, voice.lexicon)
    note = [nodes.Text(" "), voice.ours(hours, "hiring-meta")] if hours else []
    return paragraph(nodes.strong("", "", voice.fixed(paid)), *note, *_band(role, level))


def _in_tables(level: Level) -> list[tuple[str, Fact]]:
    return [(name, fact) for name, fact in facts_of(type(level.facts)).items() if fact.table]


def _band(role: JobRole, level: Level) -> list[nodes.Node]:
    """Return a level's pay as a band on the scale of its ladder, where that has one."""
    paid = [it.pay for it in role.levels if it.pay]
    own = level.pay
    if own is None or len({(it.currency, it.per) for it in paid}) > 1:
        return []
    low, high = min(it.min for it in paid), max(it.max for it in paid)
    if len(paid) < 2 or low == high:
        return []
    start, end = (float((it - low) / (high - low)) for it in (own.min, own.max))
    return [pay_bar(start=start, end=end)]


def _labelled(
    label: str, value: nodes.Node, voice: Voice, fact: Fact | None = None
) -> nodes.paragraph:
    words = voice.lexicon.say("labelled", label=label)
    named = voice.label(words, fact) if fact else voice.fixed(words)
    return paragraph(named, nodes.Text(" "), value, classes=["hiring-meta"])


def _scope(role: JobRole, level: Level, voice: Voice) -> list[nodes.Node]:
    if not level.scope:
        return []
    return [paragraph(nodes.strong("", "", voice.inline(level.scope, role.language)))]


def _background(role: JobRole, level: Level, voice: Voice) -> list[nodes.Node]:
    if not level.background:
        return []
    label = voice.lexicon.say("page.background")
    return [_labelled(label, voice.inline(level.background, role.language), voice)]


def _name(
    role: JobRole, level: Level, voice: Voice, *, anchored: bool, docname: str
) -> nodes.paragraph:
    if anchored:
        said = voice.lexicon.say("page.link-to-level")
        link = row_link(anchor=level.anchor, text=said, language=voice.of_words)
        return paragraph(target(level.anchor), text(level.name, "hiring-level-name"), link)
    own = voice.of(role.language)
    return paragraph(reference("level", f"{role.key}/{level.id}", docname, level.name, own))


def _of_fact(
    name: str, fact: Fact, role: JobRole, voice: Voice
) -> Callable[[Level], list[nodes.Node]]:
    def shown(level: Level) -> list[nodes.Node]:
        said = said_at(name, fact, role, level, voice)
        return [paragraph(value_at(name, fact, role, level, voice))] if said else []

    return shown


def said_at(name: str, fact: Fact, role: JobRole, level: Level, voice: Voice) -> str:
    """Return what a level states of a fact, in words; nothing where it states none."""
    stated = name in stated_in(level.facts)
    return fact.said_among(name, role.facts_at(level), voice.lexicon) if stated else ""


def value_at(name: str, fact: Fact, role: JobRole, level: Level, voice: Voice) -> nodes.Node:
    """Return that with its language, which may be that of the page it was taken from."""
    said, stated = said_at(name, fact, role, level, voice), getattr(level.facts, name)
    return voice.fact(said, fact, stated, role.language_of(name, level))


def _years(level: Level, scale: int, voice: Voice) -> list[nodes.Node]:
    if level.years is None:
        return []
    bar = years_bar(low=level.years.min, high=level.years.max, scale=scale)
    said = job_words.years(level.years, voice.lexicon)
    return [paragraph(voice.inline(said, voice.lexicon.language, "hiring-years-text"), bar)]


def comparison(
    roles: Sequence[JobRole], render: Render, docname: str, voice: Voice
) -> nodes.Element:
    """Return the levels of several roles, a column a role, the first levels in the first row."""
    scale = scale_of(roles)
    first = Column(voice.lexicon.say("page.step"), 5, voice.of_words)
    columns = [first]
    columns += [Column(role.facts.title, WIDE, voice.of(role.language)) for role in roles]
    rows: list[list[list[nodes.Node]]] = []
    for step, levels in enumerate(zip_longest(*(role.levels for role in roles)), 1):
        cells = [
            _compared(role, level, render, scale, docname, voice) if level else []
            for role, level in zip(roles, levels, strict=True)
        ]
        label = cell_label(text=first.name, language=first.language)
        rows.append([[paragraph(label, nodes.Text(str(step)))], *cells])
    shown = table(columns, rows, "hiring-comparison")
    return scrollable(voice.lexicon.say("page.side-by-side"), shown)


def _compared(
    role: JobRole, level: Level, render: Render, scale: int, docname: str, voice: Voice
) -> list[nodes.Node]:
    own = voice.of(role.language)
    name = reference("level", f"{role.key}/{level.id}", docname, level.name, own)
    found: list[nodes.Node] = [paragraph(nodes.strong("", "", name))]
    found += _years(level, scale, voice)
    for fact_name, fact in _in_tables(level):
        found += _of_fact(fact_name, fact, role, voice)(level)
    return [*found, *render(role, level)]
