"""The scan as a command: whether a built site holds anything that its readers may not see."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hiring.model.audience import Audience
from hiring.model.messages import gettext
from hiring.model.paths import words_tag
from hiring.publishing.hidden import hidden_between
from hiring.publishing.scan import scan
from hiring.reading.projected_tree import projected_files
from hiring.reading.sources.settings import CONF
from hiring.reading.sources.sources import sources_in
from hiring.site.command.baseline import baseline

if TYPE_CHECKING:
    from pathlib import Path

    from hiring.publishing.hidden import HiddenContent
    from hiring.reading.pages.page_cache import PageCache


BRIEFINGS = "briefings.json"
"""What stands, among the files that readers may see, for what candidates are told."""


def hidden_in(
    folder: Path, audience: Audience | None, cache: PageCache
) -> tuple[Audience, HiddenContent]:
    """Return whom sites are for, as conf.py says where nothing is given, and what is hidden then.

    The handbook is read for them and for the hiring team; what only the latter sees is hidden.
    """
    sources = sources_in(folder)
    audience = audience or sources.settings.audience
    handbook, visible = projected_files(folder, audience, cache, sources)
    _, above = projected_files(folder, Audience.HIRING_TEAM, cache, sources)
    cache.save()
    # What candidates are told of an interview stands on a page that they may not see.
    told = {key: briefing.model_dump() for key, briefing in handbook.briefings.items()}
    visible = (
        {**visible, BRIEFINGS: json.dumps(told, ensure_ascii=False).encode()} if told else visible
    )
    if above == visible:
        return audience, hidden_between(above, visible)
    usual = baseline(visible.get(CONF, b""), audience, [*filter(None, map(words_tag, visible))])
    return audience, hidden_between(above, visible, usual.words, usual.known)


def scan_sites(folder: Path, sites: list[Path], whose: Audience | None, cache: PageCache) -> int:
    """Look into built sites, and print a line for all that is found; return the exit status."""
    audience, hidden = hidden_in(folder, whose, cache)
    leaks = 0
    for site in sites:
        found = scan(site, hidden)
        leaks += len(found)
        for finding in found:
            print(f"{site / finding.path}: {finding.message}")
        if not found:
            print(
                gettext(
                    "{site} holds nothing that is hidden from {audience} readers",
                    site=site,
                    audience=audience,
                )
            )
    return 1 if leaks else 0
