"""Keys made from names."""

from __future__ import annotations

import re
import unicodedata

_BETWEEN = re.compile(r"[^a-z0-9]+")
"""What parts the words of a name."""


def without_accents(text: str) -> str:
    """Return a text in lower case, its letters without accents."""
    if text.isascii():  # as most are: the same, sooner
        return text.lower()
    folded = unicodedata.normalize("NFKD", text.lower())
    return "".join(sign for sign in folded if not unicodedata.combining(sign))


def key_from(name: str) -> str:
    """Return a name as a key: letters without accents, digits, single hyphens; may be empty."""
    return _BETWEEN.sub("-", without_accents(name)).strip("-")


SPELLED = str.maketrans(
    {
        **{"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"},
        **dict(zip("øłđðı", "olddi", strict=True)),
    }
)
"""Latin letters that are no other letter with an accent, as they are spelled without them."""

_SIGNS = ((r"\+\+", " plus plus "), (r"(?<=\w)#", " sharp "))
"""What tells the names of languages for programs apart, in words."""


def key_for_title(title: str) -> str:
    """Return the key of a page with a title: ``C++ / C# Engineer`` is no ``c-c-engineer``.

    Nor is the ``Sheriff's Deputy`` a ``sheriff-s-deputy``.

    Empty where the title has no Latin letters or digits: then somebody must choose one.
    """
    spelled = re.sub(r"(?<=\w)['’]s\b", "s", title.lower().translate(SPELLED))
    if key_from(spelled):
        for sign, word in _SIGNS:
            spelled = re.sub(sign, word, spelled)
    return key_from(spelled)


def anchors_of(label: str) -> tuple[str, str]:
    """Return the two anchors that lead to a label: itself, and the id that docutils makes of it."""
    return label, key_from(label)
