"""The Word document that company.yaml names as the template of postings: whether it can be one."""

from __future__ import annotations

import re
import zipfile
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from docx import Document

from hiring.model.messages import gettext, message_language
from hiring.model.problem import listed
from hiring.model.rules import Rule
from hiring.model.word_template import STYLES, bare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as WordDocument

    from hiring.model.report import Report
    from hiring.model.word_template import WordTemplate

MAX_UNPACKED = 20_000_000
"""A document that takes more bytes when it is unpacked is refused."""


_ELSEWHERE = re.compile(r"\b(?:DDE(?:AUTO)?|INCLUDE(?:PICTURE|TEXT)?|IMPORT|LINK|RD|DATABASE)\b")
"""The fields of Word that fetch something, or start a program."""

_FIELD = re.compile(r"<w:instrText[^<>]*>([^<]*)<|w:instr=\"([^\"]*)\"")


def read_template(data: bytes, report: Report) -> WordTemplate | None:
    """Return the looks of a document, None where the report says why it can't be a template."""
    found, mistakes = _judged(data, message_language())
    for mistake in mistakes:
        report.error(1, Rule.ASSET, mistake)
    return found


@lru_cache(maxsize=2)  # a handbook is read once for each audience
def _judged(data: bytes, language: str) -> tuple[WordTemplate | None, tuple[str, ...]]:
    """Return the looks of a document, or what is wrong with it, as it is told in a language."""
    document = _document(data)
    if document is None:
        return None, (
            gettext("this document can't be read: open it in Word, and save it anew as .docx"),
        )
    names = {style.name for style in document.styles}
    missing = [name for name in STYLES if name not in names]
    mistakes = []
    if missing:
        message = gettext(
            "postings need the styles {names}, which this document lacks: start from a posting "
            "that a build wrote, `postings/*.docx`, which has them all",
            names=listed(missing),
        )
        mistakes.append(message)
    for what in dict.fromkeys(_foreign(document)):
        mistakes.append(
            gettext("its head or foot holds {what}: put text or a picture there instead", what=what)
        )
    return (None, tuple(mistakes)) if mistakes else (bare(document), ())


def _document(data: bytes) -> WordDocument | None:
    """Return a document; None where it is none, or is far larger than it seems."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED:
                return None
        return Document(BytesIO(data))
    except Exception:  # python-docx raises whatever XML, ZIP and its own packages do
        return None


def _foreign(document: WordDocument) -> Iterator[str]:
    """Yield what the head and the foot hold that comes from elsewhere, or is no text or picture."""
    for relation in document.part.rels.values():
        kind = relation.reltype.rpartition("/")[2]
        if relation.is_external or kind not in ("header", "footer"):
            continue
        part = relation.target_part
        for inner in part.rels.values():
            kind = inner.reltype.rpartition("/")[2]
            if inner.is_external and kind != "hyperlink":
                yield gettext("something that is loaded from elsewhere")
            elif not inner.is_external and kind != "image":
                yield gettext("something embedded")
        for field in _FIELD.finditer(part.blob.decode("utf-8", "replace")):
            if _ELSEWHERE.search((field[1] or field[2]).upper()):
                yield gettext("a field that fetches something")
