"""The blocks of a role's page: what each holds, and what a posting and its data make of it.

The language, the reader, postings, checks and pages ask it: a new block is an entry of ``BLOCKS``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockKind:
    """A kind of block.

    ``section`` is the id of its section in a posting. Its body is a list, or any text where
    ``is_text``. ``data`` is the property of schema.org's JobPosting that says the same.
    """

    section: str
    is_text: bool = False
    data: str = ""


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
