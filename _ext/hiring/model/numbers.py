"""Numbers as people write them in tables."""

from __future__ import annotations

import re
from decimal import Decimal

_NUMBER = re.compile(r"[-\N{MINUS SIGN}]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)?([.][0-9]+)?\s*%?")


def number_in(text: str) -> Decimal | None:
    """Return the number that a text is, as ``.42``, ``1,200`` or ``35 %``; else None."""
    text = text.strip()
    if not _NUMBER.fullmatch(text) or not re.search(r"[0-9]", text):
        return None
    return Decimal(text.rstrip("% ").replace(",", "").replace("\N{MINUS SIGN}", "-"))
