"""The data that comes with the package: ``data/README.md`` says where each file is from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

PACKAGE = Path(__file__).parent.parent
FOLDER = PACKAGE / "data"


def stated_in(name: str) -> Any:
    """Return what a YAML file of the data states."""
    return yaml.load((FOLDER / name).read_text(encoding="utf-8"), yaml.CSafeLoader)
