"""The sections of a posting that a company's own blocks are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.model.blocks import BLOCKS
from hiring.model.language_tags import foreign
from hiring.model.local_texts import Said, best
from hiring.model.tree import Directive
from hiring.posting.content import Section
from hiring.posting.lists import block_content

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from hiring.model.blocks import OwnKind
    from hiring.model.tree import Node
    from hiring.posting.content import Content
    from hiring.posting.reader import Reader
    from hiring.posting.terms import Terms


def without_own(terms: Terms) -> list[Node]:
    """Return what an opening's page says, without the company's own blocks in it."""
    nodes = terms.opening.body.nodes if terms.opening else ()
    own = dict(terms.role.own_blocks)
    return [it for it in nodes if not (isinstance(it, Directive) and it.name in own)]


def _anew(terms: Terms) -> Mapping[str, Sequence[Node]]:
    """Return what an opening says in such blocks, by their names."""
    nodes = terms.opening.body.nodes if terms.opening else ()
    own = dict(terms.role.own_blocks)
    found = (it for it in nodes if isinstance(it, Directive) and it.name in own)
    return {it.name: it.children for it in found}


def with_own(ours: Iterable[Section], terms: Terms, reader: Reader) -> Iterator[Section]:
    """Yield sections with those of the company's own blocks, each behind the one it follows.

    What the opening says in such a block stands in place of what its role does.
    What follows a section that is not there stands before the additional information.
    """
    anew = _anew(terms)
    ahead: dict[str, list[tuple[str, OwnKind]]] = {}
    for name, kind in terms.role.own_blocks:
        if kind.own and kind.own.posted:
            after = kind.own.after
            place = BLOCKS[after].section if after in BLOCKS else after
            ahead.setdefault(place, []).append((name, kind.own))

    def behind(section_id: str) -> Iterator[Section]:
        for name, own in ahead.pop(section_id, ()):
            if name in anew and terms.opening:
                said = reader.content(anew[name], terms.opening.path)
            else:
                said = block_content(terms.role, name, reader)
            yield _section(name, own, terms, said)
            yield from behind(name)

    for section in ours:
        while section.id == "additional" and ahead:
            yield from behind(next(iter(ahead)))
        yield section
        yield from behind(section.id)


def _section(name: str, own: OwnKind, terms: Terms, content: tuple[Content, ...]) -> Section:
    headings = dict(own.headings)
    title: Said[str] | None = best(headings, terms.language, next(iter(headings)))
    said, language = title or (name, terms.language)
    return Section(
        name,
        said,
        content,
        language=terms.language,
        title_language=foreign(language, terms.language),
    )
