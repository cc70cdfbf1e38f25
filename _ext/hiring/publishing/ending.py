"""What a build says last, and its exit status: the same where nothing had changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.model.messages import gettext, tell_in
from hiring.publishing.files import where_it_is

if TYPE_CHECKING:
    from pathlib import Path

    from hiring.publishing.states import BuildRecord


def end_of(record: BuildRecord, published: Path, *, strict: bool, was_current: bool) -> int:
    """Tell where a published site is, and what is held back from it; return the exit status.

    Where nothing has changed, nobody has read in which language the site is.
    """
    tell_in(record.language)
    where = where_it_is(published)
    print(f"{gettext('Nothing has changed.')} {where}" if was_current else where)
    for line in record.held:
        print(line)
    return 1 if strict and record.held else 0
