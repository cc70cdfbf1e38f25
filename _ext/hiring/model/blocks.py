"""The blocks of a role's page: what each holds, and what a posting and its data make of it.

The language, the reader, postings, checks and pages ask it: a new block is an entry of ``BLOCKS``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hiring.model.audience import Audience

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnKind:
    """What is to be known of a block that a company adds.

    ``headings`` are those of its section in postings, by their languages. That section follows the
    one of the block ``after``; the additional information where it is empty. It has none where it
    is not ``posted``. The block is for an ``audience``, and for those above it.
    """

    headings: tuple[tuple[str, str], ...]
    after: str = ""
    posted: bool = True
    audience: Audience = Audience.PUBLIC


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockKind:
    """A kind of block.

    ``section`` is the id of its section in a posting. Its body is a list, or any text where
    ``is_text``. ``data`` is the property of schema.org's JobPosting that says the same.
    ``own`` is said of one that a company adds.
    """

    section: str
    is_text: bool = False
    data: str = ""
    own: OwnKind | None = None


BLOCKS: Mapping[str, BlockKind] = {
    "job-brief": BlockKind(section="brief", is_text=True),
    "responsibilities": BlockKind(section="responsibilities", data="responsibilities"),
    "duties": BlockKind(section="duties", data="responsibilities"),
    "qualifications": BlockKind(section="qualifications", data="qualifications"),
    "physical-demands": BlockKind(
        section="physical-demands",
    ),
    "conditions": BlockKind(
        section="conditions",
        is_text=True,
    ),
    "benefits": BlockKind(section="benefits", data="jobBenefits"),
    "selection": BlockKind(
        section="selection",
    ),
}
"""The blocks that hold Markdown of their own, in the order a page shows them."""


def says_more(texts: Iterable[str], than: Iterable[str]) -> bool:
    """Tell whether lists say what others do not."""
    more, said = (
        {line.strip() for it in some for line in it.split("\n")} for some in (texts, than)
    )
    return bool(more - said)
