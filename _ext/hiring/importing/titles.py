"""The title of a job, without the numbers, places and pay that documents put beside it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from hiring.importing.headings import DATA, reason_to_leave
from hiring.model.data import stated_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hiring.importing.lines import Line
    from hiring.importing.structure import ParsedLine

_NAMED = (
    r"req(?:uisition)?|ref(?:erence)?|réf(?:érence)?|job id|kennziffer|referenz\w*|stellen-?id|id"
    r"|nr|no"
)
_CODES = (
    # (Req. 4471), [2026-ENG-14], (1224)
    rf"[(\[]\s*(?:(?:{_NAMED})\b\.?[:#.\s]*)?[A-Z]{{0,5}}[-/]?(?=[^)\]]*\d{{2}})[\w./-]+\s*[)\]]",
    # - Réf. 2026-77, Kennziffer 2026-118, Req ID 12
    rf"[\s,;–—-]+(?:{_NAMED})\b\.?\s*(?:id|nr|no)?\s*[:.#]*\s*[\w./-]*\d[\w./-]*",
    r"\s+#?\d{3,6}$",
    r"\s*\bDO[QE]\b",
)
_TAIL = re.compile(
    r"\s+[–—|-]\s+|,\s+(?=(?:full|part)[- ]?time|fixed)|\s*\(\s*(?=full|part)", re.IGNORECASE
)
_IN_TIME = re.compile(
    r"\s+(?:in|à)\s+(?:Teilzeit|Vollzeit|temps partiel|temps plein)\b.*", re.IGNORECASE
)


_ANY_GENDER = re.compile(
    r"(?:\((?:[mwfdxi] ?[/|,*] ?){1,3}[mwfdxi]\)|\(?\b[HF] ?/ ?[HF](?: ?/ ?[XN])?\b\)?"
    r"|\((?:all genders|gn)\))(?:\W.{0,40})?$",
    re.IGNORECASE,
)
"""What says that a job is for any gender, at a title's end, before no more than its hours."""

_NEAR_TOP = 8
"""Among how many lines a title stands that is below the name of the employer."""

_MOST_WORDS = 12
"""How many words a line of a title has at most."""


def _words(name: str) -> str:
    return "|".join(map(re.escape, stated_in(DATA)["titles"][name]))


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('before')})\s*[:–—-]\s*", re.IGNORECASE)


@cache
def _seeks() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_words('seeks')})\b", re.IGNORECASE)


@cache
def _beside() -> re.Pattern[str]:
    words = rf"[$€£!]|\d+\s?(?:hrs|hours|h)\b|\b(?:{_words('beside')})\b"
    return re.compile(words, re.IGNORECASE)


def title_in(parts: Sequence[ParsedLine]) -> tuple[ParsedLine, str]:
    """Return the line that the title stands in, and what it says of it.

    That is what is labelled so, what is marked as a job for any gender, the largest heading, what
    stands behind the name of the document, or the first line that names no person.
    """
    labelled = [it for it in parts if it.to == "title" and it.label and is_name(it.value)]
    inside = [it for it in parts if not it.line.aside]
    marked = [it for it in inside[:_NEAR_TOP] if _is_marked(it.line)]
    ranked = [it for it in inside if it.line.rank == 1 and it.is_heading]
    called = [it for it in inside[:3] if _is_called(it.line.text)]
    first = [it for it in inside[:3] if not it.to or it.to == "title" or it.is_heading]
    first.sort(key=lambda it: reason_to_leave(it.line.text) == "person")
    chosen = (labelled or marked or ranked or called or first or list(parts))[0]
    said = chosen.line.text if chosen in called else chosen.value
    return chosen, said or chosen.line.text


def is_name(said: str) -> bool:
    """Tell whether what stands behind a label can be a title, and is no list of duties."""
    return 0 < len(said.split()) <= _MOST_WORDS and ";" not in said


def _is_marked(line: Line) -> bool:
    """Tell whether a line ends with a mark for any gender, as titles do, and says nothing else."""
    is_short = line.kind in ("text", "heading") and len(line.text.split()) <= _MOST_WORDS
    return is_short and bool(_ANY_GENDER.search(line.text)) and not _seeks().search(line.text)


def _is_called(text: str) -> bool:
    """Tell whether a line states a title behind what documents put before one, as a label."""
    lead = _lead().match(text)
    return bool(lead and 0 < len(text[lead.end() :].split()) <= _MOST_WORDS)


def cleaned_title(text: str) -> tuple[str, list[str]]:
    """Return a title as people say it, and what stood beside it: facts, places, numbers."""
    title, beside = text.strip(), []
    if match := _lead().match(title):
        title = title[match.end() :]
    for code in _CODES:
        flags = re.IGNORECASE if _NAMED in code else 0
        found = [it[0] for it in re.finditer(code, title, flags)]
        beside += [said.strip(" ()[],;-–—") for said in found]
        title = re.sub(code, "", title, flags=flags)
    if in_time := _IN_TIME.search(title):
        beside.append(in_time[0].strip())
        title = title[: in_time.start()]
    first, *tails = _TAIL.split(title)
    kept = [first]
    for tail in tails:
        if _beside().search(tail):
            beside.append(tail.strip(" ()"))
        else:
            kept.append(tail.strip())
    title = ", ".join(part.strip() for part in kept if part.strip())
    last = re.search(r"\s*\(([^()]*)\)$", title)
    if last and _beside().search(last[1]):
        beside.append(last[1])
        title = title[: last.start()]
    return _cased(title.strip(" ,;:–—-")) or text.strip(), [it for it in beside if it]


def _cased(title: str) -> str:
    """Return a title that is all capitals as people write it."""
    letters = [sign for sign in title if sign.isalpha()]
    if len(letters) < 5 or sum(sign.isupper() for sign in letters) < len(letters) * 0.85:
        return title
    words, small = [], stated_in(DATA)["titles"]["small"]
    for number, word in enumerate(title.split()):
        low = word.lower()
        if number and low in small:
            words.append(low)
        elif re.fullmatch(r"[IVX]{1,4}(?:/[IVX]{1,4})?|[HF]/[HF](?:/X)?|\(.*\)", word):
            words.append(word)
        else:
            words.append(re.sub(r"[^\W\d_]+", lambda it: it[0].capitalize(), low))
    return " ".join(words)
