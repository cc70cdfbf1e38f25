"""The formats of postings that an operator's modules add to ours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from hiring.model.digests import digest_of_bytes
from hiring.model.messages import gettext, message_language
from hiring.model.paths import COMPANY
from hiring.posting.formats import FORMATS
from hiring.posting.formats.data import posting_document
from hiring.system.modules import added_by, said_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hiring.model.handbook import Handbook
    from hiring.posting.compose import Posting

_ENDING = re.compile(r"\.[a-z0-9-]{1,20}(?:\.[a-z0-9-]{1,20})?")


@dataclass(frozen=True, slots=True)
class PostingFormat:
    """A format: the ending of its files, and the function that makes one.

    The function takes what ``postings/KEY.json`` says, as Python's own values.
    """

    ending: str
    made_of: Callable[[dict[str, Any]], str | bytes]


def posting_format(
    ending: str,
) -> Callable[[Callable[[dict[str, Any]], str | bytes]], PostingFormat]:
    """Make a format of a function; its files are called after the posting, with an ending."""
    return lambda made_of: PostingFormat(ending, made_of)


class FormatError(Exception):
    """A format of an operator's that fails."""


@dataclass(frozen=True, slots=True)
class OwnFormats:
    """The formats that modules add, why a module's are not among them, and their code's digest."""

    formats: tuple[PostingFormat, ...] = ()
    faults: tuple[tuple[str, str], ...] = ()
    digest: str = ""

    def files(self, posting: Posting) -> Iterator[tuple[str, bytes]]:
        """Yield path and bytes of a posting in each of the formats."""
        document = posting_document(posting).model_dump(mode="json") if self.formats else {}
        for form in self.formats:
            name = f"postings/{posting.key}{form.ending}"
            try:
                made = form.made_of(document)
                data = made.encode() if isinstance(made, str) else bytes(made)
            except Exception as error:  # whatever a program of others raises
                why = gettext("the format fails: {why}", why=said_of(error))
                raise FormatError(f"{name}: {why}") from error
            yield name, data


def own_formats(handbook: Handbook) -> OwnFormats:
    """Return the formats that the operator of a handbook adds."""
    return formats_in(handbook.format_modules)


def formats_in(modules: tuple[str, ...]) -> OwnFormats:
    """Return the formats of modules, by their names."""
    return _formats_in(modules, message_language())


@lru_cache(maxsize=16)
def _formats_in(modules: tuple[str, ...], faults_in: str) -> OwnFormats:
    lacking = gettext("it has no format: make one with `posting_format` of `hiring.extending`")
    added = added_by(modules, PostingFormat, COMPANY, lacking, _objection)
    digest = digest_of_bytes(added.code) if added.code else ""
    return OwnFormats(added.members, added.faults, digest)


def _objection(form: PostingFormat, found: list[PostingFormat]) -> str:
    if form.ending in {*FORMATS, *(it.ending for it in found)} or not _ENDING.fullmatch(
        form.ending
    ):
        return gettext(
            "`{ending}` is taken, or no ending: write another, as `.ats.xml`", ending=form.ending
        )
    return ""
