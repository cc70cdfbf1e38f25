"""Whether two builds gave the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def contents(site: Path) -> dict[str, bytes]:
    """Return every file of a site by its path."""
    return {
        file.relative_to(site).as_posix(): file.read_bytes()
        for file in sorted(site.rglob("*"))
        if file.is_file()
        and not {".doctrees", ".buildinfo", ".buildinfo.bak"} & set(file.relative_to(site).parts)
    }


def assert_equal(one: Path, other: Path) -> None:
    """Hold that two sites have the same files with the same bytes."""
    first, second = contents(one), contents(other)
    assert sorted(first) == sorted(second)
    differing = [name for name in first if first[name] != second[name]]
    assert differing == [], differing[:5]
