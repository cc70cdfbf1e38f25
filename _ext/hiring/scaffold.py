"""New pages, with a line in every section that says what belongs there."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from hiring.reading.handbook import read_handbook
from hiring.reading.slugs import key_from

if TYPE_CHECKING:
    from datetime import date

TEMPLATES = Path(__file__).parent / "data" / "templates"
FORBIDDEN = frozenset('\n\r`{}[]<>#&*!|>%@:,"')
"""Signs that mean something to YAML or Markdown, and nothing in the title of a job."""


class ScaffoldError(Exception):
    """A page that can't be started, with the reason."""


def new_role(title: str, folder: Path, today: date | None = None) -> Path:
    """Write a page for a job role and return its path; nothing that is there is written over.

    Every blank says ``TODO``, which ``check`` reports until it is filled.
    """
    title = " ".join(title.split())
    key = key_from(title)
    strange = sorted(set(title) & FORBIDDEN)
    if not key or strange or len(title) > 100:
        signs = f" without {' '.join(strange)}" if strange else ""
        raise ScaffoldError(
            f"`{title}` is no title: write the job's name{signs}, as `Data Engineer`"
        )
    file = folder / "roles" / f"{key}.md"
    if file.exists():
        raise ScaffoldError(f"{file} is already there: edit it, or choose another name")
    template = Template((TEMPLATES / "role.md").read_text(encoding="utf-8"))
    currency = read_handbook(folder).company.currency
    day = today or datetime.now(UTC).date()
    file.parent.mkdir(parents=True, exist_ok=True)
    text = template.substitute(title=title, today=day.isoformat(), currency=currency)
    file.write_text(text, encoding="utf-8", newline="\n")
    return file
