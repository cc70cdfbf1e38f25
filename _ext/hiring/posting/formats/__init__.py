"""The forms in which a posting goes out: each is made of the same tree, and says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.exports.encode import as_json
from hiring.posting.formats.data import posting_document
from hiring.posting.formats.html import html_block
from hiring.posting.formats.markdown import markdown
from hiring.posting.formats.text import plain_text
from hiring.posting.formats.word import docx

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hiring.posting.compose import Posting

FORMATS: Mapping[str, Callable[[Posting], bytes]] = {
    ".html": lambda posting: html_block(posting).encode(),
    ".md": lambda posting: markdown(posting).encode(),
    ".txt": lambda posting: plain_text(posting).encode(),
    ".docx": docx,
    ".json": lambda posting: as_json(posting_document(posting).model_dump(mode="json")).encode(),
}
"""Each format's file by the ending of its name."""

STARTS = {
    ".html": b'<meta charset="utf-8"><meta name="robots" content="noindex">\n',
    ".txt": b"\xef\xbb\xbf",
}
"""What a file starts with before the text, so that it is right on hosts that name no encoding.

HTML is left alone by search engines too. The mark of plain text (Unicode's byte order mark) is
taken for the encoding by browsers and editors, so nothing that is copied from them has it. Markdown
is for programs, to which it would be a sign of the first heading: its links are downloads.
"""


def file_of(posting: Posting, ending: str) -> bytes:
    """Return a posting as a file of a format."""
    return STARTS.get(ending, b"") + FORMATS[ending](posting)
