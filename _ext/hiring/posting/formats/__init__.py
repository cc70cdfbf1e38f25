"""The forms in which a posting goes out: each is made of the same tree, and says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.exports.encode import as_json
from hiring.posting.formats.data import lever, posting_document
from hiring.posting.formats.html import html_block
from hiring.posting.formats.markdown import markdown
from hiring.posting.formats.text import plain_text
from hiring.posting.formats.word import docx

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hiring.posting.compose import Posting

CHARSET = '<meta charset="utf-8"><meta name="robots" content="noindex">\n'
"""What a file of HTML starts with: browsers read it right on hosts that name no encoding, and
search engines leave it alone. It is no part of what is pasted."""

MARK = "\ufeff"
"""What a file of plain text starts with, for the same reason (Unicode's byte order mark).

Browsers and editors take it for the encoding, so nothing that is copied from them has it. Markdown
is for programs, to which it would be a sign of the first heading: its links are downloads.
"""

FORMATS: Mapping[str, Callable[[Posting], bytes]] = {
    ".html": lambda posting: (CHARSET + html_block(posting)).encode(),
    ".md": lambda posting: markdown(posting).encode(),
    ".txt": lambda posting: (MARK + plain_text(posting)).encode(),
    ".docx": docx,
    ".json": lambda posting: as_json(posting_document(posting).model_dump(mode="json")).encode(),
    ".lever.json": lambda posting: as_json(lever(posting)).encode(),
}
"""Each format's file by the ending of its name."""
