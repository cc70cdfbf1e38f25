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

    ``title`` heads its section in a posting, whose id is ``section``. Its body is a list, or any
    text where ``is_text``. ``data`` is the property of schema.org's JobPosting that says the same.
    """

    title: str
    section: str
    is_text: bool = False
    data: str = ""


BLOCKS: Mapping[str, BlockKind] = {
    "job-brief": BlockKind(title="Job brief", section="brief", is_text=True),
    "responsibilities": BlockKind(
        title="Responsibilities", section="responsibilities", data="responsibilities"
    ),
    "duties": BlockKind(title="Duties", section="duties", data="responsibilities"),
    "qualifications": BlockKind(
        title="Qualifications", section="qualifications", data="qualifications"
    ),
    "physical-demands": BlockKind(
        title="Physical demands",
        section="physical-demands",
    ),
    "conditions": BlockKind(
        title="Conditions",
        section="conditions",
        is_text=True,
    ),
    "benefits": BlockKind(title="Benefits", section="benefits", data="jobBenefits"),
    "selection": BlockKind(
        title="Selection process",
        section="selection",
    ),
}
"""The blocks that hold Markdown of their own, in the order a page shows them."""
