"""``handbook.json``, role by role: what was made of the very same is taken over."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hiring.exports.documents import handbook_document
from hiring.exports.encode import json_of
from hiring.exports.named import named_on
from hiring.exports.role_documents import role_document, translations
from hiring.exports.text import visible_markdown
from hiring.model.digests import digest_of, digest_of_bytes
from hiring.system.workers import side_by_side

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pydantic import BaseModel

    from hiring.model.handbook import Handbook
    from hiring.model.role import JobRole

NAME = "handbook.json"

_NO_ROLES = '\n  "roles": []'

Pieces = dict[str, tuple[str, str]]
"""Of each role, by its key, a digest of what its piece is made of, and the piece itself."""


def handbook_json(
    handbook: Handbook, jobs: int = 1, before: Pieces | None = None, code: str = ""
) -> tuple[str, Pieces]:
    """Return ``handbook.json``, and its pieces.

    ``before`` are the pieces of an earlier build, ``code`` changes with this package, and ``jobs``
    processes may work.
    """
    known = before or {}

    roles = list(handbook.originals.values())
    made_of = {role.key: _digest(role, handbook, code) for role in roles}
    new = [it for it in roles if known.get(it.key, ("", ""))[0] != made_of[it.key]]
    made = side_by_side(lambda role: _indented(role_document(role, handbook)), new, jobs)
    texts = {key: text for key, (_, text) in known.items()}
    texts |= {role.key: text for role, text in zip(new, made, strict=True)}
    pieces = {key: (digest, texts[key]) for key, digest in made_of.items()}
    empty = json_of(handbook_document(handbook, ()))
    inside = ",\n    ".join(text for _, text in pieces.values())
    whole = empty.replace(_NO_ROLES, f'\n  "roles": [\n    {inside}\n  ]', 1) if roles else empty
    return whole, pieces


def _digest(role: JobRole, handbook: Handbook, code: str) -> str:
    """Return a digest of all that a role's document says.

    That is what its page says, the names of what it refers to, and whether that may be known.
    """
    others = [_digest(it, handbook, code) for it in translations(role, handbook)]
    page = handbook.pages[role.path]
    seen = [visible_markdown(part.markdown, role.path, handbook) for part in role.parts]
    # What is all there is in the role's own digest.
    visible = [it if it != part.markdown else "" for it, part in zip(seen, role.parts, strict=True)]
    made_of = (
        role.digest,
        page.digest,
        visible,
        named_on(page, handbook),
        handbook.company.placeholders,
        (role.all_needs, role.expectations),
        *others,
        code,
    )
    return digest_of(made_of)


def read_pieces(kept: Path, folder: Path) -> Pieces:
    """Return the pieces of the ``handbook.json`` in a folder, where ``kept`` is a note of that."""
    try:
        text = (folder / NAME).read_text("utf-8")
        note = json.loads(kept.read_text("utf-8"))
        if note["of"] != digest_of_bytes(text.encode()):
            return {}
        return {
            key: (made_of, text[start:end]) for key, (made_of, start, end) in note["roles"].items()
        }
    except (OSError, ValueError, TypeError, LookupError, AttributeError):
        return {}  # there is none, or it was not written to its end


def note_pieces(kept: Path, whole: str, pieces: Mapping[str, tuple[str, str]]) -> None:
    """Note where in ``handbook.json`` the pieces are, and what each was made of."""
    at = whole.find('\n  "roles": [') + len('\n  "roles": [\n    ')
    roles = {}
    for key, (made_of, text) in pieces.items():
        roles[key] = (made_of, at, at + len(text))
        at += len(text) + len(",\n    ")
    kept.write_text(
        json.dumps({"of": digest_of_bytes(whole.encode()), "roles": roles}), encoding="utf-8"
    )


def _indented(document: BaseModel) -> str:
    """Return a document as it stands in a list that stands in another document."""
    return json_of(document).rstrip("\n").replace("\n", "\n    ")
