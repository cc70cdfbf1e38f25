"""Images: whether the text of each says what it shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hiring.checks.prose import ProseSubject
from hiring.checks.rule import Hit, check
from hiring.model.messages import gettext
from hiring.model.problem import Severity, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

_FILE = re.compile(
    r"[\w-]+\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?)"
    r"|(?:img|dsc|pxl|screenshot|screen shot|bild|image)[ _-]?[\d_. -]*",
    re.IGNORECASE,
)
_IDLE = re.compile(
    r"(?:an?\s+|the\s+)?(?:image|picture|photo|photograph|graphic|icon|illustration|screenshot)"
    r"(?:\s+(?:of|showing)\b|:|\s*\Z)",
    re.IGNORECASE,
)


@check(Severity.WARNING, ProseSubject, languages=())
def image_text_idle(prose: ProseSubject) -> Iterator[Hit]:
    """The text of an image is a file's name, or starts with `image of`.

    Why: People who can't see the image hear the name of a file, or twice that it is an image.
    Source: WCAG 2.2, success criterion 1.1.1; W3C's technique F30.
    """
    for image in prose.images:
        text = " ".join(image.text.split())
        stem = image.source.rpartition("/")[2].rpartition(".")[0]
        if _FILE.fullmatch(text) or (stem == text and not text.isalpha()):
            message = gettext(
                "the text {text} is the name of a file: say what the image shows",
                text=quoted(text),
            )
        elif starts := _IDLE.match(text):
            message = gettext(
                "the text starts with {start}, which is heard anyway: say what it shows",
                start=quoted(starts.group().strip()),
            )
        else:
            continue
        yield Hit(line=image.line, message=message)
