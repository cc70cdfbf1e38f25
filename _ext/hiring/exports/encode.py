"""Data as JSON text: the same for the same content, and readable."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic import BaseModel


def as_json(content: Any) -> str:
    """Return plain data as JSON."""
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def json_of(document: BaseModel) -> str:
    """Return a document as JSON."""
    return as_json(document.model_dump(mode="json"))
