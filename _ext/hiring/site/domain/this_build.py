"""What one build knows: made once, when its settings are known, and never changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from hiring.model.reviews import review_state
from hiring.site.nodes.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sphinx.config import Config

    from hiring.language.vocabulary import Vocabulary
    from hiring.model.handbook import Handbook
    from hiring.model.role import JobRole
    from hiring.site.domain.config import SiteConfig


@dataclass(frozen=True, kw_only=True)
class ThisBuild:
    """The handbook as the build's readers see it, the days of its pages' last changes, the day.

    ``changes`` are by path; ``config`` are the operator's settings, and ``words`` what pages may
    use.
    """

    handbook: Handbook
    changes: Mapping[str, date]
    today: date
    config: SiteConfig
    words: Vocabulary

    def voice_on(self, docname: str) -> Voice:
        """Return in which language a page speaks, by its name in Sphinx."""
        page = self.handbook.pages.get(f"{docname}.md")
        return Voice(page.language if page else self.handbook.language)

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
