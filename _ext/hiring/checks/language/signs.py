"""Signs that are written in several ways, in the one way in which they are compared."""

from __future__ import annotations

_SAME = {
    **dict.fromkeys("‘’\u201a\u201b", "'"),
    **dict.fromkeys("“”„‟", '"'),
    **dict.fromkeys("\u2010\u2011", "-"),
    **dict.fromkeys("\u00a0\u2007\u202f", " "),
}


def straight(text: str) -> str:
    """Return text with plain quotes, hyphens and spaces, as long as it was."""
    for sign, same in () if text.isascii() else _SAME.items():
        text = text.replace(sign, same)  # str.translate looks each letter up
    return text


def plain(text: str) -> str:
    """Return text in lower case with plain quotes, hyphens and spaces, as long as it was."""
    same = straight(text)
    lower = same.lower()
    if len(lower) == len(same):
        return lower
    return "".join(low if len(low := sign.lower()) == 1 else sign for sign in same)
