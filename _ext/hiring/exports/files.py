"""The handbook's data as files: ``handbook.json``, and a JSON Schema for all that is written."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from hiring.exports.check import CheckDocument
from hiring.exports.documents import HandbookDocument, documents_with
from hiring.exports.encode import as_json
from hiring.exports.whole import NAME, Pieces, handbook_task, note_pieces, read_pieces
from hiring.model.fact_classes import OURS
from hiring.model.facts import Company, FrontMatter, OpeningFacts, Skills
from hiring.model.role_facts import RoleFacts
from hiring.reading.facts.front_matter import TAKEN
from hiring.reading.pages.content_cache import ContentCache
from hiring.system.files import put
from hiring.system.workers import Task, tasks_side_by_side

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import BaseModel

    from hiring.model.fact_classes import FactClasses
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

DOCUMENTS: dict[str, type[BaseModel]] = {"handbook": HandbookDocument, "check": CheckDocument}
"""What programs read, by the name of its schema."""


def write_data(
    handbook: Handbook, folder: Path, jobs: int = 1, *, kept: Path | None = None, code: str = ""
) -> list[Path]:
    """Write ``handbook.json`` and ``schema/*.json`` under a folder; return what was written.

    ``jobs`` processes may work. ``kept`` is a file that says what each role's part was made of:
    what would be made of the very same is taken over. ``code`` changes with this package.
    """
    tasks = data_tasks(handbook, folder, kept=kept, code=code)
    return [file for files in tasks_side_by_side(tasks, jobs) for file in files]


def data_tasks(
    handbook: Handbook, folder: Path, *, kept: Path | None = None, code: str = ""
) -> list[Task[Any, Any, list[Path]]]:
    """Return the tasks of writing the same; each comes to what it has written."""
    before = read_pieces(kept, folder) if kept else None

    def write_whole(made: tuple[str, Pieces]) -> list[Path]:
        whole, pieces = made
        put(folder / NAME, whole.encode())
        if kept is not None and kept.parent.exists() and pieces != before:
            note_pieces(kept, whole, pieces)
        return [folder / NAME]

    def write_schemas(_: None) -> list[Path]:
        schemas = _schemas_kept(kept.with_name("schemas.json") if kept else None)
        shared = (code, repr(handbook.company.facts))
        files = schemas.get(shared, lambda: _schemas_as_json(handbook.facts))
        if kept is None or kept.parent.exists():
            schemas.save()
        return [put(folder / name, text.encode()) for name, text in files.items()]

    return [
        handbook_task(handbook, before, code).then(write_whole),
        Task(write_schemas, (None,), next),
    ]


def _schemas_kept(file: Path | None) -> ContentCache[dict[str, str]]:
    return ContentCache(dict[str, str], file)


@lru_cache(maxsize=8)
def _schemas_as_json(facts: FactClasses) -> dict[str, str]:
    """Return the text of every JSON Schema by its path."""
    return {name: as_json(content) for name, content in schemas(facts).items()}


@lru_cache(maxsize=8)
def schemas(facts: FactClasses = OURS) -> dict[str, dict[str, Any]]:
    """Return every JSON Schema by its path, with the facts that a company adds."""
    own = {"front-matter": facts.front_matter, "role": facts.role, "opening": facts.opening}
    found = {name: model.model_json_schema() for name, model in {**SCHEMAS, **own}.items()}
    for name, document in {**DOCUMENTS, "handbook": documents_with(facts).handbook}.items():
        found[name] = document.model_json_schema(mode="serialization")
    found["front-matter"] = _with_translations(found["front-matter"])
    return {f"schema/{name}.json": {"$schema": DIALECT, **found[name]} for name in sorted(found)}


def _with_translations(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of front matter, in which a translation may leave out what it takes."""
    parts = {"role": "RoleFacts", "opening": "OpeningFacts"}
    known = dict(schema["$defs"])
    for name, part in parts.items():
        needed = [it for it in known[part]["required"] if it not in TAKEN[name]]
        known[part] = {**known[part], "required": needed}
    needs = {name: {"required": list(taken)} for name, taken in TAKEN.items()}
    is_original = {"not": {"required": ["translation_of"]}}
    return {**schema, "$defs": known, "if": is_original, "then": {"properties": needs}}
