"""The handbook's data as files: ``handbook.json``, and a JSON Schema for all that is written."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from hiring.exports.check import ReviewDocument
from hiring.exports.documents import HandbookDocument, handbook_document, role_document
from hiring.exports.workers import side_by_side
from hiring.model.facts import Company, FrontMatter, OpeningFacts, RoleFacts, Skills

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import BaseModel

    from hiring.model.handbook import Handbook
    from hiring.model.role import JobRole

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_NO_ROLES = '\n  "roles": []'

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


def write_data(handbook: Handbook, folder: Path, jobs: int = 1) -> list[Path]:
    """Write ``handbook.json`` and ``schema/*.json`` under a folder; return what was written.

    ``jobs`` processes may work.
    """
    files = {name: as_json(content) for name, content in schemas().items()}
    files["handbook.json"] = handbook_json(handbook, jobs)
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.exists() or file.read_bytes() != text.encode():
            file.write_text(text, encoding="utf-8", newline="\n")
    return [folder / name for name in files]


def handbook_json(handbook: Handbook, jobs: int = 1) -> str:
    """Return ``handbook.json``: each role is written by itself, and put into its place."""

    def role_json(role: JobRole) -> str:
        return json_of(role_document(role, handbook))

    empty = json_of(handbook_document(handbook, ()))
    roles = side_by_side(role_json, list(handbook.roles.values()), jobs)
    inside = ",\n    ".join(role.rstrip("\n").replace("\n", "\n    ") for role in roles)
    return empty.replace(_NO_ROLES, f'\n  "roles": [\n    {inside}\n  ]', 1) if roles else empty


def json_of(document: BaseModel) -> str:
    """Return a document as JSON."""
    return as_json(document.model_dump(mode="json"))


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
