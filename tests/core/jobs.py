"""Open jobs of the trades in ``trades/``: what each of their outputs says."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hiring.model.audience import Audience
from hiring.model.rules import Rule
from hiring.posting.compose import opening_posting
from hiring.posting.content import Bullets
from hiring.posting.formats.text import content_text, plain_text
from hiring.posting.structured import job_posting
from tests.support.cases import opening_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from hiring.model.handbook import Handbook

TRADES = Path(__file__).parent / "trades"
TODAY = date(2026, 12, 1)
OF_LEVELS = (Rule.LEVEL_YEARS, Rule.LEVEL_PAY)


class Job:
    """An open job: what each of its outputs says."""

    def __init__(
        self, read: Callable[..., Handbook], role: str, page: str = "", **facts: Any
    ) -> None:
        page = page or (TRADES / f"{role}.md").read_text("utf-8")
        opening = opening_page({"role": role, "level": None, **facts}, "public")
        files = {f"roles/{role}.md": page, f"openings/{role}-open.md": opening}
        self.handbook = read(files, Audience.PUBLIC)
        assert [str(it) for it in self.handbook.problems if it.rule not in OF_LEVELS] == []
        self.role = self.handbook.roles[role]
        self.opening = self.handbook.openings[f"{role}-open"]
        self.posting = opening_posting(self.opening, self.handbook)
        self.text = plain_text(self.posting)

    @property
    def entries(self) -> dict[str, str]:
        """What each entry of the additional information says, by its id."""
        section = self.posting.section("additional")
        assert section is not None
        (listed,) = section.content
        assert isinstance(listed, Bullets)
        return {it.id: content_text(it.content).partition(": ")[2] for it in listed.items}

    @property
    def data(self) -> dict[str, Any]:
        """The structured data of the page."""
        found = job_posting(self.posting, TODAY)
        assert found is not None
        return found
