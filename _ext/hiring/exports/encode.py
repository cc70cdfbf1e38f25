"""Data as JSON text: the same for the same content, and readable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic_core import to_json

if TYPE_CHECKING:
    from pydantic import BaseModel


def as_json(content: Any) -> str:
    """Return plain data as JSON."""
    # The encoder of Python's own library is written in Python where it indents.
    return to_json(content, indent=2).decode() + "\n"


def json_of(document: BaseModel) -> str:
    """Return a document as JSON."""
    return as_json(document.model_dump(mode="json"))
