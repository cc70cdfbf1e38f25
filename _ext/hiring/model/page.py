"""A page of the handbook, and the names of what its readers may not have."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from hiring.model.audience import Audience
from hiring.model.digests import digest_of, digest_of_bytes
from hiring.model.language_tags import ENGLISH
from hiring.model.tree import Body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hiring.model.facts import FrontMatter


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page that the build's readers may see, and what they may see of it.

    ``text`` is the whole file with every hidden line empty, and ``body_line`` the line in it after
    the front matter, counted from 1; ``body`` is what it says from there on. ``anchors``,
    ``labels`` and ``terms`` are what others can refer to, ``untitled`` the labels without a title;
    ``assets`` are the paths of the images and downloads that the page uses. ``skills`` are those
    that its cross-references name, in lower case. ``links`` are the pages that its text leads to,
    and ``contents`` those in its tables of contents. ``team_lines`` are the first and the last line
    of each part for the hiring team alone: of its marks, which are empty lines in ``text``.
    ``employee_lines`` are those of the parts of a public page for employees.
    ``language`` is the tag of the language that its own text is written in; ``translates`` is the
    path of the page that it is a translation of, empty where it is of none.
    """

    path: str
    title: str
    audience: Audience
    front_matter: FrontMatter
    body_line: int
    text: str
    language: str = ENGLISH
    translates: str = ""
    anchors: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    untitled: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    assets: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    contents: tuple[str, ...] = ()
    team_lines: tuple[tuple[int, int], ...] = ()
    employee_lines: tuple[tuple[int, int], ...] = ()
    body: Body = field(default_factory=Body, repr=False, compare=False)

    @cached_property
    def digest(self) -> str:
        """A digest of all of it but ``body``, which is in the text."""
        return digest_of((replace(self, text=""), digest_of_bytes(self.text.encode())))

    def is_for_team(self, line: int) -> bool:
        """Tell whether a line stands in a part for the hiring team alone."""
        return any(first < line < last for first, last in self.team_lines)

    def is_beyond(self, line: int, readers: Audience) -> bool:
        """Tell whether a line stands in a part that some readers may not see."""
        if readers is Audience.HIRING_TEAM:
            return False
        lines = self.employee_lines if readers is Audience.PUBLIC else ()
        return any(first < line < last for first, last in (*self.team_lines, *lines))


@dataclass(frozen=True, kw_only=True)
class HiddenNames:
    """The names of what is not for the build's readers, so that nothing leads there.

    ``names`` are by kind, as ``model.kinds`` has them. Of a handbook that was ``projected`` nobody
    knows the names: whatever is not there counts as hidden.
    """

    names: Mapping[str, frozenset[str]] = field(default_factory=dict)
    projected: bool = False

    @property
    def pages(self) -> frozenset[str]:
        """The paths of the hidden pages."""
        return self.names.get("page", frozenset())


NOTHING_HIDDEN = HiddenNames()
"""The names that are kept from who may have all."""
