"""The sections of a posting that a company's own blocks are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.model.blocks import BLOCKS
from hiring.model.language_tags import foreign
from hiring.model.local_texts import Said, best
from hiring.posting.content import Section
from hiring.posting.lists import block_content

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hiring.model.blocks import OwnKind
    from hiring.posting.markdown import Reader
    from hiring.posting.terms import Terms


def with_own(ours: Iterable[Section], terms: Terms, reader: Reader) -> Iterator[Section]:
    """Yield sections with those of the company's own blocks, each behind the one it follows.

    What follows a section that is not there stands before the additional information.
    """
    ahead: dict[str, list[tuple[str, OwnKind]]] = {}
    for name, kind in terms.role.own_blocks:
        if kind.own and kind.own.posted:
            after = kind.own.after
            place = BLOCKS[after].section if after in BLOCKS else after
            ahead.setdefault(place, []).append((name, kind.own))

    def behind(section_id: str) -> Iterator[Section]:
        for name, own in ahead.pop(section_id, ()):
            yield _section(name, own, terms, reader)
            yield from behind(name)

    for section in ours:
        while section.id == "additional" and ahead:
            yield from behind(next(iter(ahead)))
        yield section
        yield from behind(section.id)


def _section(name: str, own: OwnKind, terms: Terms, reader: Reader) -> Section:
    headings = dict(own.headings)
    title: Said[str] | None = best(headings, terms.language, next(iter(headings)))
    said, language = title or (name, terms.language)
    content = block_content(terms.role, name, reader)
    return Section(
        name,
        said,
        content,
        language=terms.language,
        title_language=foreign(language, terms.language),
    )
