"""Descriptions into pages: written as drafts, all at once, where nothing is the worse for it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from hiring.checks.language.english import language_told
from hiring.importing.company import CompanyFacts
from hiring.importing.criteria import with_criteria_opened
from hiring.importing.formats.files import bytes_of, lines_of
from hiring.importing.ladder import merged, parted
from hiring.importing.lines import Line
from hiring.importing.occupation import occupation_lines, whole_code, without_database
from hiring.importing.opened import with_levels_opened
from hiring.importing.page import write_page
from hiring.importing.place import place_lines
from hiring.importing.report import report_lines, report_text, summary
from hiring.importing.rows import rows_of
from hiring.importing.written import DraftPage
from hiring.model.messages import gettext
from hiring.model.paths import ROLES_FOLDER
from hiring.model.problem import about
from hiring.model.slugs import key_for_title
from hiring.model.titles import without_gender
from hiring.reading.handbook import read_handbook
from hiring.reading.pages.page_cache import PageCache
from hiring.reading.sources.settings import site_language
from hiring.reading.sources.sources import sources_in
from hiring.reading.trial import new_errors
from hiring.system.files import write_together
from hiring.system.refusals import why_not_here

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from hiring.importing.page import DraftLevel
    from hiring.importing.placed import Description

MAX_KEY = 80
"""How long the name of a page's file may be."""


@dataclass
class Draft:
    """A page that is to be written: what it is made of, and of which documents."""

    names: Sequence[str]
    described: Description
    levels: Sequence[DraftLevel] = ()
    adds_all: bool = False
    note: str = ""
    page: DraftPage = field(default_factory=DraftPage)

    @property
    def key(self) -> str:
        """The name of its file."""
        title = without_gender(self.described.title, self.described.language)
        return key_for_title(title)[:MAX_KEY].strip("-")

    @property
    def path(self) -> str:
        """Its path in the handbook."""
        return f"{ROLES_FOLDER}/{self.key}.md"


class Importer:
    """Where descriptions are read with what a handbook knows, and from which drafts go into it."""

    def __init__(self, folder: Path) -> None:
        """Read the handbook of a folder, once."""
        handbook = read_handbook(folder)
        self.folder = folder
        self.known = CompanyFacts(handbook.company, tuple(handbook.skills.values()))
        self.titles = {role.facts.title.casefold(): role.key for role in handbook.roles.values()}
        settings = folder / "conf.py"
        self.language = site_language(settings.read_bytes()) if settings.is_file() else "en"

    def described(
        self, lines: Sequence[Line], number: int = 0, *, levels: bool = False
    ) -> Description:
        """Return lines as a description; ``number`` is that of their document."""
        told = language_told(" ".join(line.text for line in lines))
        return place_lines(lines, self.known, told or self.language, number, levels=levels)

    def draft_of(self, file: Path) -> Draft:
        """Return the draft that a file makes: of one role, with its levels where it has some."""
        lines = with_criteria_opened(lines_of(file))
        found = self.described(with_levels_opened(lines), levels=True)
        ladder = parted(found) if any(it.level for it in found.placed) else None
        if ladder is None:
            return Draft([file.name], self.described(lines))
        return Draft([file.name], ladder.role, ladder.levels, ladder.adds_all)

    def ladder_of(self, files: Sequence[Path], title: str) -> Draft:
        """Return the draft that files make which describe a role's levels, from the lowest up."""
        found = [
            self.described(with_criteria_opened(lines_of(file)), number)
            for number, file in enumerate(files)
        ]
        ladder = merged(found, title)
        names = [file.name for file in files]
        return Draft(names, ladder.role, ladder.levels, ladder.adds_all)

    def sheet(self, file: Path) -> tuple[list[Draft], list[str]]:
        """Return the drafts of a sheet of jobs, and what is wrong with its rows."""
        rows, wrong = rows_of(bytes_of(file))
        drafts = [
            Draft(
                [gettext("{file}, row {number}", file=file.name, number=it.number)],
                self.described(it.lines),
            )
            for it in rows
        ]
        return drafts, wrong

    def occupation(self, code: str, folder: Path | None) -> Draft:
        """Return the draft that an occupation starts."""
        company = self.known.company.name
        described = self.described(occupation_lines(code, company, folder))
        described.stated["occupation"] = f"{{onet_soc: {whole_code(code)}, match: close}}"
        return Draft([f"O*NET {code}"], described, note="" if folder else without_database())

    def write(self, drafts: Sequence[Draft], reports: Path) -> tuple[list[str], list[str]]:
        """Write drafts with their reports; return what to know of each, and what went wrong."""
        wrong: list[str] = []
        ready: dict[str, Draft] = {}
        for draft in drafts:
            if why := self._why_not(draft, ready):
                wrong.append(about(", ".join(draft.names), why))
            else:
                ready[draft.path] = draft
        wrong += self._make_sound(ready)
        said: list[str] = []
        for draft in ready.values():
            try:
                said.append(self._put(draft, reports))
            except OSError as error:
                why = why_not_here(error) or f"{error}."
                message = gettext("{why} Nothing of it is written.", why=why)
                wrong.append(about(", ".join(draft.names), message))
        return said, wrong

    def _why_not(self, draft: Draft, ready: dict[str, Draft]) -> str:
        """Return why a draft can't be written; empty where it can."""
        title, target = draft.described.title, self.folder / draft.path
        if not draft.key:
            return gettext("no line of it is a job's title: write one as its first line")
        if target.exists():
            return gettext(
                "{target} is already there, and nothing is written over: rename or delete it, or "
                "give the description another title",
                target=target,
            )
        if draft.path in ready:
            other = ", ".join(ready[draft.path].names)
            return gettext(
                "its title `{title}` is also that of {other}: change one, or use --ladder",
                title=title,
                other=other,
            )
        if key := self.titles.get(title.casefold()):
            return gettext(
                "its title `{title}` is that of {page}: change one",
                title=title,
                page=f"{ROLES_FOLDER}/{key}.md",
            )
        return ""

    def _make_sound(self, ready: dict[str, Draft]) -> list[str]:
        """Give each draft the page with which the handbook has no error that it had not before.

        Where a fact that was read is not one, all facts of the page become comments for somebody to
        look at. Drafts with errors still are taken out, and why is returned.
        """
        before, cache, wrong = sources_in(self.folder), PageCache(), []
        suspects = list(ready)
        for plain in (False, True):
            for path in suspects:
                ready[path].page = self._page(ready[path], plain=plain)
            texts = {path: draft.page.text for path, draft in ready.items()}
            after = replace(before, texts={**before.texts, **texts}, files={*before.files, *texts})
            errors = new_errors(before, after, cache) if ready else []
            suspects = [path for path in ready if any(it.startswith(f"{path}:") for it in errors)]
        for path in suspects:
            told = [it for it in errors if it.startswith(f"{path}:")]
            names = ", ".join(ready.pop(path).names)
            wrong.append(
                "\n".join(
                    [gettext("{names}: with its page, the check would find:", names=names), *told]
                )
            )
        return wrong

    def _page(self, draft: Draft, *, plain: bool) -> DraftPage:
        return write_page(
            draft.described,
            self.known,
            self.language,
            draft.levels,
            adds_all=draft.adds_all,
            plain=plain,
            note=draft.note,
        )

    def _put(self, draft: Draft, reports: Path) -> str:
        target, report = self.folder / draft.path, reports / f"{draft.key}.txt"
        lines = report_lines(draft.described.placed, draft.page)
        said = report_text(draft.names, draft.path, lines, draft.page)
        write_together({report: said, target: draft.page.text})
        return summary(str(target), str(report), lines, draft.page)
