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
