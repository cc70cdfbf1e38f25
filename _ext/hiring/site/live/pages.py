"""What the preview serves: the built pages, each with what is wrong in the handbook."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles

from hiring.checks.formats import summary
from hiring.model.messages import gettext, message_language
from hiring.model.problem import Severity

if TYPE_CHECKING:
    from starlette.types import Scope

    from hiring.site.live.building import Outcome

HERE = Path(__file__).parent
ASSETS = HERE / "assets"


class Pages(StaticFiles):
    """The files of the built site; a page that is gone gets an answer that says so.

    ``tell`` takes how the last build ended, None while the first one runs, and its number.
    """

    def __init__(self, site: Path) -> None:
        super().__init__(directory=site, html=True, check_dir=False)
        self.templates = Environment(loader=FileSystemLoader(HERE / "templates"), autoescape=True)
        self.tell(None, "0")

    def tell(self, outcome: Outcome | None, number: str) -> None:
        """Take what every page says from now on."""
        review = outcome.review if outcome else None
        values = {
            "outcome": outcome,
            "number": number,
            "language": message_language(),
            "said": _said(summary(review) if review else ""),
        }
        self.banner = self.templates.get_template("banner.html").render(values)
        self.missing = self.templates.get_template("missing.html").render(values)
        count = review.count(Severity.ERROR) if review else 0
        self.title = f"<title>({count}) " if count else "<title>"

    async def check_config(self) -> None:
        """Ask nothing of the folder: `make clean` may remove it, and a build brings it back."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return the file at a path, or the page that says there is none."""
        try:
            answer = await super().get_response(path, scope)
        except (HTTPException, FileNotFoundError) as error:
            if isinstance(error, HTTPException) and error.status_code != 404:
                raise
        else:
            # The site's own page for what is not there knows of no build, and no mistake.
            if answer.status_code != 404:
                return answer
        return HTMLResponse(self._with_banner(self.missing), 404)

    def file_response(
        self,
        full_path: str | os.PathLike[str],
        stat_result: os.stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        """Return a file; a page with its banner, and with nothing that lets a browser keep it."""
        file = Path(full_path)
        if file.suffix != ".html":
            return super().file_response(full_path, stat_result, scope, status_code)
        # A page that is being written may end within a character.
        page = file.read_text(encoding="utf-8", errors="replace")
        return HTMLResponse(self._with_banner(page), status_code)

    def _with_banner(self, page: str) -> str:
        """Put the banner at the end of a page, and the number of mistakes into its title."""
        head, found, tail = page.replace("<title>", self.title, 1).rpartition("</body>")
        return head + self.banner + found + tail if found else tail + self.banner


def _said(found: str) -> dict[str, str]:
    """Return what the preview says itself; ``found`` sums up what there is to mend."""
    return {
        "preview": gettext("Preview"),
        "shown": gettext("{found}: what can be shown is shown", found=found),
        "failed": gettext("The handbook could not be built: the pages are as they were before"),
        "line": gettext("{path}, line {line}"),
        "gone": gettext("No such page"),
        "why": gettext(
            "There is no page at this address. It was removed or renamed, it is for other readers, "
            "or it has a mistake that keeps it from being read."
        ),
        "start": gettext("Go to the start page"),
        "wait": gettext("One moment"),
        "soon": gettext("The handbook is being built. It shows here as soon as it is ready."),
    }
