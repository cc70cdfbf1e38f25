"""A posting as a Word document with real headings and lists: the same bytes each time.

python-docx brings the styles, once. The text is written into that as XML: a paragraph through
python-docx takes a millisecond, and a handbook may have a thousand postings.
"""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from html import escape
from typing import TYPE_CHECKING

from docx import Document

from hiring.posting.content import Paragraph, Span, plain, runs_right_to_left

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hiring.posting.compose import Posting
    from hiring.posting.content import Content

LANGUAGE = "en-US"
LIST_STYLES = ("ListBullet", "ListBullet2", "ListBullet3")
"""The ids of Word's three levels of bullets; deeper lists stay on the third."""

TEXT, LINKS, PROPERTIES = (
    "word/document.xml",
    "word/_rels/document.xml.rels",
    "docProps/core.xml",
)
PICTURE, ROOTS = "docProps/thumbnail.jpeg", "_rels/.rels"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP archive can state."""

LINK_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
CORE = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"\
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title>\
<dc:creator>{author}</dc:creator><dc:language>{language}</dc:language>\
<dcterms:created xsi:type="dcterms:W3CDTF">{day}T12:00:00Z</dcterms:created>\
<dcterms:modified xsi:type="dcterms:W3CDTF">{day}T12:00:00Z</dcterms:modified>\
</cp:coreProperties>
"""


def docx(posting: Posting) -> bytes:
    """Return the document. Its day is that of the posting, or of the role's last review."""
    opening, role = posting.terms.opening, posting.terms.role.facts
    body = _Body()
    body.paragraph(Paragraph((Span(posting.title),)), "Title")
    for section in posting.sections:
        body.paragraph(Paragraph((Span(section.title),)), "Heading1")
        body.add(section.content)
    archive, parts = template()
    parts = {
        TEXT: parts[TEXT].replace("<w:sectPr", "".join(body.text) + "<w:sectPr", 1),
        LINKS: parts[LINKS].replace("</Rel", "".join(body.links()) + "</Rel"),
        PROPERTIES: CORE.format(
            title=escape(posting.title),
            author=escape(plain(posting.company.name)),
            language=LANGUAGE,
            day=(opening.facts.posted if opening else role.reviewed) or "1980-01-01",
        ),
    }
    return _with(archive, {name: text.encode() for name, text in parts.items()})


class _Body:
    """The document's paragraphs as XML, and the addresses that its links lead to."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.addresses: dict[str, str] = {}

    def add(self, content: Iterable[Content], depth: int = 0) -> None:
        """Add content; ``depth`` counts the lists that hold it."""
        for part in content:
            if isinstance(part, Paragraph):
                self.paragraph(part, "")
                continue
            style = LIST_STYLES[min(depth, len(LIST_STYLES) - 1)]
            for item in part.items:
                for place, inner in enumerate(item.content):
                    if isinstance(inner, Paragraph):
                        follows = style.replace("Bullet", "Continue")
                        self.paragraph(inner, follows if place else style)
                    else:
                        self.add([inner], depth + 1)

    def paragraph(self, part: Paragraph, style: str) -> None:
        """Add a paragraph of a style, from right to left where its text is."""
        rtl = runs_right_to_left(part.text)
        properties = f'<w:pStyle w:val="{style}"/>' if style else ""
        properties += "<w:bidi/>" if rtl else ""
        runs = "".join(self.run(span, rtl=rtl) for span in part.spans)
        self.text.append(f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>")

    def run(self, span: Span, *, rtl: bool) -> str:
        """Return a run of text, inside its link where it has one."""
        looks = (("b", span.strong), ("i", span.em), ('u w:val="single"', span.href), ("rtl", rtl))
        style = "".join(f"<w:{look}/>" for look, has in looks if has)
        text = f'<w:t xml:space="preserve">{escape(span.text)}</w:t>'
        run = f"<w:r><w:rPr>{style}</w:rPr>{text}</w:r>"
        if not span.href:
            return run
        link = self.addresses.setdefault(span.href, f"link{len(self.addresses) + 1}")
        return f'<w:hyperlink r:id="{link}">{run}</w:hyperlink>'

    def links(self) -> Iterator[str]:
        """Yield where each link leads."""
        for address, link in self.addresses.items():
            target = f'Target="{escape(address)}" TargetMode="External"'
            yield f'<Relationship Id="{link}" Type="{LINK_TYPE}" {target}/>'


@cache
def template() -> tuple[bytes, dict[str, str]]:
    """Return the archive of all that is the same in every document, and the parts that are not."""
    saved = io.BytesIO()
    Document().save(saved)
    with zipfile.ZipFile(saved) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    # The picture is of an empty page: no posting looks like that.
    del parts[PICTURE]
    picture = rb'<Relationship [^<>]*Target="%s"[^<>]*/>' % PICTURE.encode()
    parts[ROOTS] = re.sub(picture, b"", parts[ROOTS])
    own = {name: parts.pop(name).decode() for name in (TEXT, LINKS, PROPERTIES)}
    return _with(b"", parts), own


def _with(archive: bytes, parts: dict[str, bytes]) -> bytes:
    """Return an archive with further files, and without the clock's time."""
    target = io.BytesIO()
    target.write(archive)
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(entry, data)
    return target.getvalue()
