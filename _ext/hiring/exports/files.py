"""The handbook's data as files: ``handbook.json``, and a JSON Schema for all that is written."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from hiring.exports.documents import HandbookDocument, handbook_document
from hiring.exports.review import ReviewDocument
from hiring.model.facts import Company, FrontMatter, OpeningFacts, RoleFacts, Skills

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import BaseModel

    from hiring.model.handbook import Handbook

DIALECT = "https://json-schema.org/draft/2020-12/schema"

SCHEMAS: dict[str, type[BaseModel]] = {
    "front-matter": FrontMatter,
    "role": RoleFacts,
    "opening": OpeningFacts,
    "company": Company,
    "skills": Skills,
}
"""What contributors write, by the name of its schema."""

DOCUMENTS: dict[str, type[BaseModel]] = {"handbook": HandbookDocument, "check": ReviewDocument}
"""What programs read, by the name of its schema."""


def write_data(handbook: Handbook, folder: Path) -> list[Path]:
    """Write ``handbook.json`` and ``schema/*.json`` under a folder; return what was written."""
    document = handbook_document(handbook).model_dump(mode="json")
    files = {"handbook.json": document, **schemas()}
    written = []
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(as_json(content), encoding="utf-8", newline="\n")
        written.append(file)
    return written


@cache
def schemas() -> dict[str, dict[str, Any]]:
    """Return every JSON Schema by its path."""
    found = {name: model.model_json_schema() for name, model in SCHEMAS.items()}
    for name, document in DOCUMENTS.items():
        found[name] = document.model_json_schema(mode="serialization")
    return {f"schema/{name}.json": {"$schema": DIALECT, **found[name]} for name in sorted(found)}


def as_json(content: Any) -> str:
    """Return JSON that is the same for the same content, and readable."""
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"
