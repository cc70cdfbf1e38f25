"""The title of a job, without the numbers, places and pay that documents put beside it."""

from __future__ import annotations

import re

_CODES = (
    # (Req. 4471), [2026-ENG-14], (1224)
    r"[(\[]\s*(?:(?:req|ref|réf|job|kennziffer|id|nr|no|stellen)\w*\.?\s*(?:id)?[:#.\s]*)?[A-Z]{0,5}[-/]?(?=[^)\]]*\d{2})[\w./-]+\s*[)\]]",
    # - Réf. 2026-77, Kennziffer 2026-118, Req ID 12
    r"[\s,;–—-]+(?:req(?:uisition)?|ref(?:erence)?|réf(?:érence)?|job id|kennziffer|referenz\w*|id)\b\.?\s*(?:id|nr|no)?\s*[:.#]*\s*[\w./-]*\d[\w./-]*",
    r"\s+#?\d{3,6}$",
    r"\s*\bDOQ\b|\s*\bDOE\b",
)
_TAIL = re.compile(r"\s+[–—|-]\s+|,\s+(?=(?:full|part)[- ]?time|fixed)|\s*\(\s*(?=full|part)", re.IGNORECASE)
_IN_TIME = re.compile(r"\s+(?:in|à)\s+(?:Teilzeit|Vollzeit|temps partiel|temps plein)\b.*", re.IGNORECASE)
_NOT_OF_TITLE = re.compile(
    r"\$|€|£|\d+\s?(?:hrs|hours|h)\b|full[- ]?time|part[- ]?time|vollzeit|teilzeit|temps (?:plein|partiel)|remote|hybrid|"
    r"fixed[- ]term|temporary|permanent|seasonal|shift|weekends?|nights?\b|home|bonus|urgent|hiring|CDI|CDD|!",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:stellenbeschreibung|stellenausschreibung|job description|position description|fiche de poste|offre d'emploi|"
    r"job title|position|poste|stelle|vacancy)\s*[:–—-]\s*",
    re.IGNORECASE,
)
_SMALL = ("and", "of", "for", "in", "the", "to", "und", "für", "der", "im", "de", "des", "du", "la", "et", "en", "h/f", "f/h")


def cleaned_title(text: str) -> tuple[str, list[str]]:
    """Return a title as people say it, and what stood beside it: facts, places, numbers."""
    title, beside = text.strip(), []
    title = _LEAD.sub("", title)
    for code in _CODES:
        for match in re.finditer(code, title, re.IGNORECASE if "req" in code else 0):
            beside.append(match[0].strip(" ()[],;-–—"))
        title = re.sub(code, "", title, flags=re.IGNORECASE if "req" in code else 0)
    if match := _IN_TIME.search(title):
        beside.append(match[0].strip())
        title = title[: match.start()]
    first, *tails = _TAIL.split(title)
    kept = [first]
    for tail in tails:
        if _NOT_OF_TITLE.search(tail):
            beside.append(tail.strip(" ()"))
        else:
            kept.append(tail.strip())
    title = ", ".join(part.strip() for part in kept if part.strip())
    if match := re.search(r"\s*\(([^()]*)\)$", title):
        if _NOT_OF_TITLE.search(match[1]):
            beside.append(match[1])
            title = title[: match.start()]
    return _cased(title.strip(" ,;:–—-")) or text.strip(), [it for it in beside if it]


def _cased(title: str) -> str:
    """Return a title that is all capitals as people write it."""
    letters = [sign for sign in title if sign.isalpha()]
    if len(letters) < 5 or sum(sign.isupper() for sign in letters) < len(letters) * 0.85:
        return title
    words = []
    for number, word in enumerate(title.split()):
        low = word.lower()
        if number and low in _SMALL and low not in ("h/f", "f/h"):
            words.append(low)
        elif re.fullmatch(r"[IVX]{1,4}(?:/[IVX]{1,4})?|[HF]/[HF](?:/X)?|\(.*\)", word):
            words.append(word)
        else:
            words.append(re.sub(r"[^\W\d_]+", lambda it: it[0].capitalize(), low))
    return " ".join(words)
