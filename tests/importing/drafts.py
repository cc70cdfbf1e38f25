"""What tests of levels share: a handbook to bring drafts into, and the levels of a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.support.cases import CONF, base_files

if TYPE_CHECKING:
    from pathlib import Path

    from hiring.importing.importer import Draft


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "handbook"
    for path, data in {**base_files(), "conf.py": CONF.encode()}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def levels_of(draft: Draft) -> list[dict[str, Any]]:
    """Return the levels of a draft as cases have them."""
    found = []
    for level in draft.levels:
        said: dict[str, Any] = {"name": level.name, "work": [it.text for it in level.work]}
        if level.options:
            said["options"] = {name: value for name, (value, _) in level.options.items()}
        found.append(said | {to: [it.text for it in items] for to, items in level.asked.items()})
    return found
