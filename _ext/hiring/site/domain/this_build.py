"""What one build knows: made once, when its settings are known, and never changed."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from hiring.checks.report import reports
from hiring.model.reviews import review_state
from hiring.site.nodes.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sphinx.config import Config

    from hiring.checks.finding import Finding
    from hiring.checks.report import ReadinessReport
    from hiring.language.vocabulary import Vocabulary
    from hiring.model.handbook import Handbook
    from hiring.model.role import JobRole
    from hiring.reading.pages.content_cache import ContentCache
    from hiring.site.domain.config import SiteConfig


OUR_OWN = "hiring-"
"""What the names of our pages without a source start with: the indices, and the search."""


def path_named(name: str) -> str:
    """Return the path of the page that a setting, or Sphinx, names without its ending."""
    return f"{name}.md"


@dataclass(frozen=True, kw_only=True)
class ThisBuild:
    """The handbook as the build's readers see it, the days of its pages' last changes, the day.

    ``changes`` are by path; ``config`` are the operator's settings, and ``words`` what pages may
    use. ``found`` is what checks have found in openings.
    """

    handbook: Handbook
    changes: Mapping[str, date]
    today: date
    config: SiteConfig
    words: Vocabulary
    found: ContentCache[list[Finding]] | None = None

    @cached_property
    def reports(self) -> Mapping[str, ReadinessReport]:
        """The reports on all openings that are not over, by key."""
        return reports(self.handbook, self.today, self.found)

    def reports_of(self, role: str = "") -> list[ReadinessReport]:
        """Return the reports on the openings of a role, or of all, each job once, by key."""
        jobs = (it for it in self.handbook.vacancies if role in ("", it.facts.role))
        return [self.reports[it.key] for it in jobs if it.key in self.reports]

    @property
    def folder(self) -> str:
        """The handbook's folder within the source folder; empty where it is that folder."""
        return self.config.folder

    def docname_of(self, path: str) -> str:
        """Return the name in Sphinx of a page of the handbook: its path without the ending."""
        return posixpath.join(self.folder, path).removesuffix(".md")

    def path_of(self, docname: str) -> str:
        """Return the path of a page by its name in Sphinx.

        That of a page outside of the handbook's folder leads out of it, and is no page's there.
        """
        if not self.folder or docname.startswith(f"{self.folder}/"):
            return path_named(docname.removeprefix(f"{self.folder}/"))
        return path_named(posixpath.relpath(docname, self.folder))

    def file_at(self, path: str) -> str:
        """Return where a file of the handbook's own is in what a builder of HTML writes."""
        return posixpath.join(self.folder, path)

    def from_top(self, path: str) -> str:
        """Return a path as Sphinx takes it: one that starts with a slash starts in the handbook."""
        is_from_top = path.startswith("/") and not path.startswith("//")
        return f"/{self.folder}{path}" if self.folder and is_from_top else path

    def is_ours(self, docname: str) -> bool:
        """Tell whether a page stands in the handbook's folder."""
        return not self.folder or docname.startswith(f"{self.folder}/")

    def voice_on(self, docname: str) -> Voice:
        """Return in which language a page speaks, by its name in Sphinx."""
        page = self.handbook.pages.get(self.path_of(docname))
        return Voice.of_handbook(self.handbook, page.language if page else self.handbook.language)

    def is_overdue(self, role: JobRole) -> bool:
        """Tell whether the review of a role's page is overdue on the day of the build."""
        return review_state(role, self.today, 0) == "overdue"


_BUILDS: WeakKeyDictionary[Config, ThisBuild] = WeakKeyDictionary()


def remember(config: Config, build: ThisBuild) -> None:
    """Let everything that has the build's settings get at what it knows.

    No value of Sphinx's own can hold it: those are kept with the environment from build to build.
    """
    _BUILDS[config] = build


def this_build(config: Config) -> ThisBuild:
    """Return what the build with these settings knows."""
    return _BUILDS[config]
