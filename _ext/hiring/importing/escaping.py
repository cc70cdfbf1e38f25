"""Text as Markdown of a page: what looked like markup in it stays text, and skills are named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hiring.importing.company import CompanyFacts

_SIGNS = re.compile(r"[\\`*\[\]<>{}~|]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)|!(?=\[)")


def escaped(text: str) -> str:
    """Return a line of text as Markdown that says the same, wherever a line may start."""
    said = _SIGNS.sub(lambda match: "\\" + match[0], text)
    if match := re.match(r"(\d{1,9}|[a-z]{1,4})([.)])(?=\s|\w)", said):
        return f"{match[1]}\\{match[2]}{said[match.end() :]}"
    return f"\\{said}" if re.match(r"[-+#%:=>;(&!\"'/]", said) and said[0] not in "\"'" else said


def with_placeholders(text: str, labels: Mapping[str, str]) -> str:
    """Return Markdown in which a placeholder's label between brackets is the placeholder again."""
    for label, name in labels.items():
        text = text.replace(f"\\[{escaped(label)}\\]", f"[[{name}]]")
    return text


def with_skills(text: str, known: CompanyFacts) -> str:
    """Return a line as Markdown, with references to the skills that it names."""
    out, start = [], 0
    for begin, end, key in known.skills_in(text):
        said = text[begin:end]
        if re.search(r"[`<>{}\\\[\]*]", said):
            continue
        out += [_piece(text[start:begin], first=not start), f"{{skill}}`{said} <{key}>`"]
        start = end
    return "".join([*out, _piece(text[start:], first=not start)])


def _piece(text: str, *, first: bool) -> str:
    return escaped(text) if first else _SIGNS.sub(lambda match: "\\" + match[0], text)
