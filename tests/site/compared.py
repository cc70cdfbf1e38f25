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
    """Hold that two sites have the same files with the same bytes; else say where they differ."""
    first, second = contents(one), contents(other)
    assert first.keys() == second.keys(), first.keys() ^ second.keys()
    differing = [name for name in first if first[name] != second[name]]
    assert not differing, [first_difference(name, first, second) for name in differing[:5]]


def first_difference(
    name: str, first: dict[str, bytes], second: dict[str, bytes]
) -> tuple[str, bytes, bytes]:
    """Return a file's name, and what stands around the first byte that differs, in either."""
    pairs = enumerate(zip(first[name], second[name], strict=False))
    shorter = min(len(first[name]), len(second[name]))
    at = next((at for at, (one, other) in pairs if one != other), shorter)
    around = slice(max(at - 60, 0), at + 60)
    return name, first[name][around], second[name][around]
