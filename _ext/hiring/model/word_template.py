"""The Word document that postings are written into: styles, paper, head and foot, and no text.

python-docx's own is the usual one; company.yaml may name another. What a document brings along
beside its looks is left out: what it says of who made it, with which program and from which
template, its remarks, and all that is embedded in it.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.oxml.ns import qn

from hiring.model.digests import digest_of_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from docx.document import Document as WordDocument
    from docx.opc.rel import Relationships

TEXT, LINKS, PROPERTIES = (
    "word/document.xml",
    "word/_rels/document.xml.rels",
    "docProps/core.xml",
)
"""The parts in which documents differ."""

STYLES = {
    "Title": "Title",
    "Heading 1": "Heading1",
    "Heading 2": "Heading2",
    **{
        f"List {kind}{level}".rstrip(): f"List{kind}{level}".replace(" ", "")
        for kind in ("Bullet", "Number", "Continue")
        for level in ("", " 2", " 3")
    },
}
"""The styles that postings are written in: Word's names, and the ids that our text has for them."""

_LOOKS = (
    *("styles", "numbering", "settings", "webSettings", "fontTable", "theme"),
    *("header", "footer", "footnotes", "endnotes", "image"),
)
"""The kinds of parts that make the looks of a document."""

_OF_THE_FILE = ("officeDocument", "core-properties")
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP archive can state."""

_IDS = tuple(
    qn(f"w:{name}") for name in ("pStyle", "basedOn", "next", "link", "styleLink", "numStyleLink")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordTemplate:
    """A document without text: an archive of all parts that are the same in each, and the others.

    ``paper`` is what its text says of the paper, empty where that is the template's own choice.
    """

    archive: bytes = field(repr=False)
    parts: Mapping[str, str] = field(repr=False)
    paper: str = ""
    digest: str = ""


@cache
def own_template() -> WordTemplate:
    """Return the usual template: the paper goes by the place of work."""
    found = bare(Document())
    paper = re.search("<w:pgSz[^<>]*/>", found.parts[TEXT])
    assert paper is not None
    return WordTemplate(archive=found.archive, parts=found.parts, paper=paper[0])


def bare(document: WordDocument) -> WordTemplate:
    """Return a document's looks alone; its styles have the ids that postings name."""
    body = document.element.body
    ends = body.get_or_add_sectPr()
    for child in list(body):
        if child is not ends:
            body.remove(child)
    _drop(document.part.rels, _LOOKS)
    _drop(document.part.package.rels, ("officeDocument",))
    # Empty ones, in the place of those that were dropped, would have the clock's time.
    document.core_properties.modified = datetime(*_FIRST_DAY, tzinfo=UTC)
    settings = document.settings.element
    for told in ("attachedTemplate", "mailMerge", "rsids", "documentProtection"):
        for element in settings.findall(qn(f"w:{told}")):
            settings.remove(element)
    _drop(document.part._settings_part.rels, ())
    ids = _other_ids(document)
    for element in _naming_styles(document):
        _rename(element, ids)
    saved = io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    own = {name: parts.pop(name).decode() for name in (TEXT, LINKS, PROPERTIES)}
    archive = with_parts(b"", parts)
    digest = digest_of_bytes(archive + repr(own).encode())
    return WordTemplate(archive=archive, parts=own, digest=digest)


def _drop(relations: Relationships, kept: tuple[str, ...]) -> None:
    """Drop what leads to parts of other kinds; a part that nothing leads to is not saved."""
    for name, relation in list(relations.items()):
        if relation.is_external or relation.reltype.rpartition("/")[2] not in kept:
            del relations[name]


def _naming_styles(document: WordDocument) -> Iterator[Any]:
    """Yield the elements of the parts in which styles are named."""
    for relation in document.part.rels.values():
        element = getattr(relation.target_part, "element", None)
        if element is not None:
            yield element


def _other_ids(document: WordDocument) -> dict[str, str]:
    """Return new ids of styles by those that the document has: ours, where it has others.

    Another style that has one of ours takes the other's.
    """
    names = {style.style_id: style.name for style in document.styles}
    found = {name: own for own, name in names.items()}
    ids = {found[name]: ours for name, ours in STYLES.items() if found.get(name, ours) != ours}
    return {**{ours: own for own, ours in ids.items() if ours in names}, **ids}


def _rename(root: Any, ids: Mapping[str, str]) -> None:
    """Give styles other ids, wherever they are named."""
    for element in root.iter(qn("w:style"), *_IDS) if ids else ():
        name = qn("w:styleId" if element.tag == qn("w:style") else "w:val")
        element.set(name, ids.get(element.get(name), element.get(name)))


def with_parts(archive: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return an archive with further files, and without the clock's time."""
    target = io.BytesIO()
    target.write(archive)
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(entry, data)
    return target.getvalue()
