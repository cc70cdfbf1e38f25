"""What a posting says of the work, and what it asks for: its role's lists, and its level's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hiring.language.groups import groups_in
from hiring.model.language_tags import foreign
from hiring.model.role import PRIORITIES
from hiring.posting.content import Bullets, Content, Item, Paragraph, Span, paragraph, plain, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hiring.model.handbook import Handbook
    from hiring.model.role import JobRole, Level
    from hiring.model.tree import Node
    from hiring.posting.reader import Reader
    from hiring.posting.terms import Terms


def block_content(role: JobRole, name: str, reader: Reader) -> tuple[Content, ...]:
    """Return what a role's blocks of a name say."""
    blocks = (reader.content(block.body.nodes, role.path) for block in role.blocks_named(name))
    return tuple(content for block in blocks for content in block)


def responsibilities(terms: Terms, reader: Reader) -> tuple[Content, ...]:
    """Return the role's list, then the level's scope and its own list, in its groups."""
    content = block_content(terms.role, terms.role.work_block, reader)
    if terms.level is None:
        return content
    own = _in_groups(reader, terms.level.body.nodes, terms.role.path)
    if reader.is_left_out(terms.level.line):
        return (*content, *own)
    for_team = reader.is_for_team(terms.level.line)
    lead = (replace(part, for_team=for_team) for part in _lead(terms.level, terms, reader.handbook))
    return (*content, *lead, *own)


def briefing(terms: Terms, handbook: Handbook) -> tuple[Content, ...]:
    """Return what candidates are told of the role's interview, in its language."""
    briefing = handbook.briefings.get(terms.role.translates or terms.role.key)
    if briefing is None:
        return ()
    own = foreign(briefing.language, terms.language)
    words = handbook.lexicon(briefing.language)
    ours = foreign(words.language, terms.language)
    lines = (
        paragraph(
            Span(
                f"{' ' * bool(place)}{it.text}", strong=not place, language=own if it.own else ours
            )
            for place, it in enumerate(stage.told(words))
        )
        for stage in briefing.stages
    )
    return (
        *said(briefing.application(words), ours),
        Bullets(tuple(Item((line,)) for line in lines if line), first=1),
        *said(words.say("kit.adjustments"), ours),
    )


def _in_groups(reader: Reader, nodes: Iterable[Node], path: str) -> tuple[Content, ...]:
    """Return what a list in groups says, each under its name where there are several."""
    reader.turn_to(path)
    groups = groups_in(nodes)
    found: list[Content] = []
    for group in groups:
        name = paragraph(reader.inline(group.title, Span("", strong=True)))
        if name and groups[1:] and not reader.is_left_out(group.line):
            found.append(replace(name, for_team=reader.is_for_team(group.line)))
        found += reader.blocks(group.nodes)
    return tuple(found)


def _lead(level: Level, terms: Terms, handbook: Handbook) -> Iterator[Paragraph]:
    """Yield what stands above a level's list: its name, which heads it, and its scope."""
    said, spoken = terms.lexicon, foreign(terms.role.language, terms.language)
    of_role = handbook.lexicon(terms.role.language)
    ours = foreign(of_role.language, terms.language)
    name = Span(plain(of_role.say("level", level=level.name)), strong=True, language=ours)
    yield Paragraph((name,), heading=True)
    if level.scope:
        label = said.say("labelled", label=said.say("page.scope"))
        scope = Span(plain(f" {level.scope}"), language=spoken)
        yield Paragraph((Span(label, strong=True, language=terms.of_words), scope))


def qualifications(terms: Terms, reader: Reader) -> Iterator[Content]:
    """Yield the role's lists and the level's own, the most wanted first, under their priority."""
    role = terms.role
    for priority in PRIORITIES:
        blocks = role.qualifications(priority, terms.level)
        said = [(it.line, reader.content(it.body.nodes, role.path)) for it in blocks]
        lines = [line for line, content in said if content]
        if lines:
            name = terms.lexicon.say(f"priority.{priority}")
            heading = Span(name, strong=True, language=terms.of_words)
            yield Paragraph((heading,), all(map(reader.is_for_team, lines)), heading=True)
        yield from _joined(part for _, content in said for part in content)


def _joined(content: Iterable[Content]) -> Iterator[Content]:
    """Yield content with lists that follow one another as one."""
    last: Content | None = None
    for part in content:
        if isinstance(last, Bullets) and isinstance(part, Bullets) and _alike(last, part):
            last = replace(last, items=(*last.items, *part.items))
            continue
        if last:
            yield last
        last = part
    if last:
        yield last


def _alike(one: Bullets, other: Bullets) -> bool:
    """Tell whether two lists have no numbers, and the same readers."""
    return one.first is other.first is None and one.for_team == other.for_team
