"""A posting as a Word document with real headings and lists: the same bytes each time.

A template brings the styles, once (see model/word_template.py). The text is written into it as XML:
a paragraph through python-docx takes a millisecond, and a handbook may have a thousand postings.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from html import escape
from itertools import repeat
from typing import TYPE_CHECKING

from hiring.model.language_tags import ENGLISH, direction, foreign, with_region
from hiring.model.lexicon import written_as
from hiring.model.lexicons import home_of
from hiring.model.word_template import LINKS, PROPERTIES, TEXT, own_template, with_parts
from hiring.posting.content import Paragraph, Span, Table, plain
from hiring.posting.marks import TARGET, entry, linked, right_to_left

if TYPE_CHECKING:
    from hiring.model.facts import Company
    from hiring.posting.compose import Posting
    from hiring.posting.content import Content, Item, Section
    from hiring.posting.terms import Terms

_EAST_ASIAN = ("ja", "ko", "zh")
LIST_STYLES = ("ListBullet", "ListBullet2", "ListBullet3")
"""The ids of Word's three levels of bullets; deeper lists stay on the third."""

INDENT = 360
"""How far Word's lists indent what they hold, in twentieths of a point, for each level."""

LETTER_COUNTRIES = ("US", "CA", "MX")
"""Where paper is of the size Letter; everywhere else it is A4."""

PAPERS = {
    "letter": '<w:pgSz w:w="12240" w:h="15840"/>',
    "a4": '<w:pgSz w:w="11906" w:h="16838"/>',
}
"""What a document says of its paper, in twentieths of a point."""

_TARGET = re.compile(f"{TARGET}([^{TARGET}]*){TARGET}")

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
    title = title_word(posting.title, posting.title_language or posting.language)
    paragraphs = [title, *map(section_word, posting.sections)]
    body, links = numbered("\n".join(paragraphs))
    template = posting.word_template or own_template()
    text = template.parts[TEXT].replace("<w:sectPr", body + "<w:sectPr", 1)
    if template.paper:
        text = text.replace(template.paper, PAPERS[paper_of(posting.terms, posting.company)])
    parts = {
        TEXT: text,
        LINKS: template.parts[LINKS].replace("</Rel", links + "</Rel"),
        PROPERTIES: CORE.format(
            title=escape(posting.title),
            author=escape(plain(posting.company.name)),
            language=written_as(posting.language, posting.terms.lexicon),
            day=(opening.facts.posted if opening else role.reviewed) or "1980-01-01",
        ),
    }
    return with_parts(template.archive, {name: text.encode() for name, text in parts.items()})


def paper_of(terms: Terms, company: Company) -> str:
    """Return the size of the paper, by the first place of work: a job without has the company's."""
    areas = [*(place.country for place in terms.places), *(area[:2] for area in terms.remote)]
    return paper_in(areas[0] if areas else country_of(company))


def country_of(company: Company) -> str:
    """Return the country that the company is at home in."""
    return home_of(company) or LETTER_COUNTRIES[0]


def paper_in(country: str) -> str:
    """Return the size of the paper in a country."""
    return "letter" if country in LETTER_COUNTRIES else "a4"


def title_word(title: str, language: str = ENGLISH) -> str:
    """Return a posting's title as a paragraph."""
    return _paragraph(Paragraph((Span(title),)), "Title", language)


def section_word(section: Section) -> str:
    """Return a section under its heading, a paragraph a line; links name addresses (see marks)."""
    title = Paragraph((Span(section.title, language=section.title_language),))
    content = (_content(part, 0, section.language) for part in section.content)
    return "\n".join([_paragraph(title, "Heading1", section.language), *content])


def _content(part: Content, depth: int, language: str) -> str:
    """Return the paragraphs of content; ``depth`` counts the lists that hold it."""
    if isinstance(part, Paragraph):
        return _paragraph(part, "Heading2" if part.heading else "", language)
    if isinstance(part, Table):
        return _table(part, language)
    marks = part.marks if part.first is not None else repeat("")
    return "\n".join(
        entry(item, _item(item, depth, language, mark))
        for item, mark in zip(part.items, marks, strict=False)
    )


def _table(table: Table, language: str) -> str:
    """Return a table with lines around its cells, whose head is said again on each page."""
    grid = "<w:gridCol/>" * len(table.head)
    rows = (_row(line, language, is_head=place == 0) for place, line in enumerate(table.lines))
    turned = "<w:bidiVisual/>" if direction(language) == "rtl" else ""
    style = f'<w:tblStyle w:val="TableGrid"/>{turned}<w:tblW w:w="0" w:type="auto"/>'
    return "\n".join(
        [f"<w:tbl><w:tblPr>{style}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>", *rows, "</w:tbl>"]
    )


def _row(cells: tuple[Paragraph, ...], language: str, *, is_head: bool) -> str:
    spans = ([replace(it, strong=it.strong or is_head) for it in cell.spans] for cell in cells)
    shown = (_paragraph(Paragraph(tuple(cell)), "", language) for cell in spans)
    head = "<w:trPr><w:tblHeader/></w:trPr>" if is_head else ""
    return f"<w:tr>{head}{''.join(f'<w:tc>{cell}</w:tc>' for cell in shown)}</w:tr>"


@lru_cache(maxsize=512)  # the levels of a role share most entries
def _item(item: Item, depth: int, language: str, mark: str) -> str:
    """Return the paragraphs of an entry; ``mark`` is its number, empty where it has none."""
    bullet = LIST_STYLES[min(depth, len(LIST_STYLES) - 1)]
    style = bullet.replace("Bullet", "Number") if mark else bullet
    follows = bullet.replace("Bullet", "Continue")
    content = item.content
    if mark and not isinstance(content[0], Paragraph):
        content = (Paragraph((Span(""),)), *content)
    return "\n".join(
        _paragraph(inner, follows if place else style, language, "" if place else mark)
        if isinstance(inner, Paragraph)
        else _content(inner, depth + 1, language)
        for place, inner in enumerate(content)
    )


def _paragraph(part: Paragraph, style: str, language: str, mark: str = "") -> str:
    """Return a paragraph of a style, from right to left where its language or its text is.

    A number is written before it, in the place of Word's own: those go on from list to list.
    """
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties += '<w:numPr><w:numId w:val="0"/></w:numPr>' if mark else ""
    is_turned = direction(language) == "rtl"
    properties += "<w:bidi/>" if is_turned else right_to_left(part.text, "<w:bidi/>")
    indent = INDENT * int(style[-1:] if style[-1:].isdigit() else 1)
    properties += f'<w:ind w:left="{indent}" w:hanging="{INDENT}"/>' if mark else ""
    rtl = right_to_left(part.text, "<w:rtl/>")
    runs = "".join(_run(span, rtl, language) for span in part.spans)
    number = f"<w:r><w:t>{mark}</w:t><w:tab/></w:r>" if mark else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{number}{runs}</w:p>"


def _run(span: Span, rtl: str, language: str) -> str:
    """Return a run of text, inside its link where it has one."""
    looks = "<w:b/>" * span.strong + "<w:i/>" * span.em
    looks += (linked(span.href, '<w:u w:val="single"/>') if span.href else "") + rtl
    # A document in English says so once, in its template.
    spoken = span.language or (language if foreign(language, ENGLISH) else "")
    looks += _language(spoken) if spoken else ""
    text = f'<w:t xml:space="preserve">{escape(span.text, quote=False)}</w:t>'
    run = f"<w:r><w:rPr>{looks}</w:rPr>{text}</w:r>"
    if not span.href:
        return run
    start = linked(span.href, f'<w:hyperlink r:id="{TARGET}{span.href}{TARGET}">')
    return start + run + linked(span.href, "</w:hyperlink>")


def _language(tag: str) -> str:
    """Return what a run says of its language, which Word has three places for, by the script."""
    place = "bidi" if direction(tag) == "rtl" else "eastAsia" if tag[:2] in _EAST_ASIAN else "val"
    return f'<w:lang w:{place}="{with_region(tag)}"/>'


def numbered(body: str) -> tuple[str, str]:
    """Return the paragraphs with a number for each link's address, and where each number leads."""
    ids: dict[str, str] = {}
    found = _TARGET.sub(lambda match: ids.setdefault(match[1], f"link{len(ids) + 1}"), body)
    links = (
        f'<Relationship Id="{link}" Type="{LINK_TYPE}" Target="{escape(address)}" '
        'TargetMode="External"/>'
        for address, link in ids.items()
    )
    return found, "".join(links)
