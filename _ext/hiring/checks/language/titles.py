"""Titles of jobs that fit any gender: their usual forms, by language."""

from __future__ import annotations

import re
from functools import cache

from hiring.model.data import stated_in


def without_neutral_forms(title: str, language: str) -> str:
    """Return a title without what makes it fit any gender, as ``Erzieher`` for ``Erzieher*in``."""
    forms = _neutral_forms(language)
    return forms.sub("", title) if forms else title


@cache
def _neutral_forms(language: str) -> re.Pattern[str] | None:
    forms = stated_in("title-forms.yaml").get(language)
    return re.compile("|".join(forms), re.IGNORECASE) if forms else None
