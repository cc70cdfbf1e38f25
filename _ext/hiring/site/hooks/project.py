"""A handbook within a larger project: the projected tree takes the place of its folder there.

Sphinx asks its project which pages there are and where each is read from. Of the handbook's folder
it is told what the tree holds; of all others, what stands in the source folder.
"""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from sphinx.project import Project

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable

    from sphinx.util._pathlib import _StrPath

KIND = "hiring"
"""The kind of source that pages of a handbook are: it has a parser of its own."""

ENDING = ".hiring.md"
"""What the name of a page ends in, in the tree: by it Sphinx knows which parser reads it."""


class ProjectWithHandbook(Project):
    """The pages of a source folder; those of one folder stand in a projected tree.

    The settings exclude that folder, so Sphinx never finds what is in it by itself.
    """

    def __init__(self, before: Project, folder: str, tree: Path, paths: Iterable[str]) -> None:
        """Take the project as it is, the ``folder`` in it, and the pages of the tree."""
        super().__init__(before.srcdir, before.source_suffix)
        self.restore(before)
        self.folder, self.tree = PurePath(folder), tree
        self.placed = {f"{folder}/{path.removesuffix('.md')}" for path in paths}

    def discover(
        self, exclude_paths: Iterable[str] = (), include_paths: Iterable[str] = ("**",)
    ) -> set[str]:
        """Find all pages."""
        super().discover(exclude_paths, include_paths)
        self.docnames |= self.placed
        return self.docnames

    def path2doc(self, filename: str | os.PathLike[str]) -> str | None:
        """Return the name of the page in a file, whichever of the two folders it is named in."""
        path = PurePath(filename)
        for root, within in ((self.tree, self.folder), (self.srcdir, PurePath())):
            if path.is_absolute() and path.is_relative_to(root):
                path = within / path.relative_to(root)
        if path.is_relative_to(self.folder) and path.name.endswith(".md"):
            return path.as_posix().removesuffix(ENDING).removesuffix(".md")
        return super().path2doc(filename)

    def doc2path(self, docname: str, absolute: bool) -> _StrPath:
        """Return the file of a page: where it is read, or where people know it."""
        if docname not in self.placed:
            return super().doc2path(docname, absolute)
        known = type(self.srcdir)(f"{docname}.md")
        if not absolute:
            return known
        read = self.tree / PurePath(docname).relative_to(self.folder)
        return self.srcdir / f"{read}{ENDING}"
