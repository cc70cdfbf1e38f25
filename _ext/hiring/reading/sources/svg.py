"""SVG: a drawing may be a program too, so only what draws is let through.

Read by expat with no entity ever declared, so none can be expanded. A browser runs the script of
an SVG that is opened by itself, as a download is, whatever the page that links to it allows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.parsers import expat

from hiring.language.limits import MAX_DRAWING_DEPTH
from hiring.model.messages import gettext
from hiring.model.problem import quoted
from hiring.model.rules import Rule
from hiring.reading.sources.decode import decode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hiring.model.report import Report

SVG = "http://www.w3.org/2000/svg"
_XML = "http://www.w3.org/XML/1998/namespace"

_DRAWING = """
    svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan
    textPath linearGradient radialGradient stop clipPath mask pattern marker filter feBlend
    feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting
    feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
    feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting
    feSpotLight feTile feTurbulence switch view style
"""

ELEMENTS = frozenset(_DRAWING.split())
"""The elements of SVG 2 that draw: none that runs, links, loads, or changes another."""

_STYLE = re.compile(r"\\|@import|expression\s*\(|url\s*\((?!\s*[\"']?#)", re.IGNORECASE)
"""What leads CSS out of the drawing; a backslash could spell any of it."""


def check_drawing(data: bytes, report: Report) -> None:
    """Report what in an SVG file is more than a drawing, with its line; the first of each line."""
    text = decode(data, report)
    if text is not None:
        _Reader(report).read(text)


class _Reader:
    """Follows expat through one file."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.expat = expat.ParserCreate(encoding="utf-8", namespace_separator=" ")
        self.expat.StartElementHandler = self.start
        self.expat.EndElementHandler = self.end
        self.expat.CharacterDataHandler = self.characters
        self.expat.XmlDeclHandler = self.declaration
        self.expat.StartDoctypeDeclHandler = self.doctype
        self.expat.ProcessingInstructionHandler = self.instruction
        self.open: list[str] = []
        self.style = ""

    def read(self, text: str) -> None:
        """Read the whole file, or up to where it is no XML."""
        try:
            self.expat.Parse(text.encode("utf-8"), True)
        except expat.ExpatError as error:
            wrong = expat.errors.messages[error.code]
            message = gettext("this is no SVG: {reason}", reason=wrong)
            self.report.error(error.lineno, Rule.ASSET, message)

    def refuse(self, what: str) -> None:
        """Report something on the line that is being read."""
        line = self.expat.CurrentLineNumber
        last = self.report.problems[-1] if self.report.problems else None
        if last is None or last.line != line:
            message = gettext(
                "found {found}, which is not for drawing: save it as a plain SVG", found=what
            )
            self.report.error(line, Rule.ASSET, message)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Check an element with its attributes."""
        namespace, _, local = name.rpartition(" ")
        known = ELEMENTS if self.open else {"svg"}
        if namespace != SVG or local not in known or len(self.open) >= MAX_DRAWING_DEPTH:
            self.refuse(quoted(f"<{local}>"))
        self.open.append(local)
        for attribute, value in attributes.items():
            self.attribute(attribute, value)

    def attribute(self, name: str, value: str) -> None:
        """Check an attribute: no handler, and no address but one in this file."""
        namespace, _, local = name.rpartition(" ")
        handler = local.lower().startswith("on")
        leads = local.lower() in ("href", "src") and not value.strip().startswith("#")
        based = namespace == _XML and local == "base"
        script = "script:" in "".join(value.split()).lower()
        if handler or leads or based or script or _STYLE.search(value):
            self.refuse(quoted(f'{local}="{value}"'))

    def end(self, name: str) -> None:
        """Leave an element; a style sheet is checked as a whole, for it comes in pieces."""
        found = _STYLE.search(self.style) if self.open.pop() == "style" else None
        if found:
            self.refuse(quoted(self.style[found.start() :]))
        self.style = ""

    def characters(self, text: str) -> None:
        """Keep the text of a style sheet."""
        if self.open[-1:] == ["style"]:
            self.style += text

    def declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        """Refuse an encoding in which a browser would read something else than is read here."""
        if (encoding or "utf-8").lower() != "utf-8":
            self.refuse(quoted(f'encoding="{encoding}"'))

    def doctype(self, name: str, *rest: object) -> None:
        """Refuse a document type: it may declare entities."""
        self.refuse(quoted(f"<!DOCTYPE {name}>"))

    def instruction(self, target: str, data: str) -> None:
        """Refuse an instruction: it may load a style sheet."""
        self.refuse(quoted(f"<?{target} {data}?>"))
