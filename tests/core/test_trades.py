"""Jobs of other trades, with each fact that such postings need, through all outputs."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from hiring.exports.documents import handbook_document
from hiring.model.audience import Audience
from hiring.model.rules import Rule
from hiring.posting.compose import opening_posting
from hiring.posting.content import Bullets
from hiring.posting.feeds.entries import feed
from hiring.posting.feeds.indeed import indeed
from hiring.posting.formats.data import posting_document
from hiring.posting.formats.text import content_text, plain_text
from hiring.posting.structured import job_posting
from hiring.search.records import page_records
from tests.support.cases import opening_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from hiring.model.handbook import Handbook

TRADES = Path(__file__).parent / "trades"
TODAY = date(2026, 12, 1)
OF_LEVELS = (Rule.LEVEL_YEARS, Rule.LEVEL_PAY)


class Job:
    """An open job: what each of its outputs says."""

    def __init__(self, read: Callable[..., Handbook], role: str, **facts: Any) -> None:
        page = (TRADES / f"{role}.md").read_text("utf-8")
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


@pytest.mark.parametrize(
    ("level", "stated", "title"),
    [
        ("electrician-i", None, "Electrician I"),
        ("ii", None, "Electrician II"),
        ("crew", None, "Electrician"),
        ("crew", "Crew Electrician", "Crew Electrician"),
        (None, None, "Electrician"),
        (None, "Signal Electrician", "Signal Electrician"),
    ],
)
def test_a_job_is_called_what_people_say(
    read: Callable[..., Handbook], level: str | None, stated: str | None, title: str
) -> None:
    job = Job(read, "electrician", level=level, title=stated)
    assert job.opening.title == job.posting.title == job.data["title"] == title
    assert job.text.startswith(f"{title}\n")
    assert f"- Job title: {title}\n" in job.text
    assert posting_document(job.posting).title == title
    entries = feed(job.handbook, TODAY)
    assert f"<title><![CDATA[{title}]]></title>".encode() in indeed(entries, job.handbook.company)
    shown = next(it for it in handbook_document(job.handbook).openings if it.key == job.opening.key)
    assert shown.title == title


def test_levels_of_one_title_are_told_apart(read: Callable[..., Handbook]) -> None:
    job = Job(read, "electrician")
    names = [job.role.name_of(level) for level in job.role.levels]
    assert names == ["Electrician I", "Electrician II", "Electrician (Crew)"]
    records = page_records(job.handbook, job.handbook.pages[job.role.path], (), TODAY).records
    assert [it.heading for it in records if it.kind == "level"] == names
