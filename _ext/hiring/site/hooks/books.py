"""What books need that pages of the site do not.

E-books need a sheet that their readers understand, and LaTeX leave to break lines in narrow columns
and in long names.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.builders.epub3 import Epub3Builder

from hiring.model.data import PACKAGE
from hiring.site.domain.sidebars import group_anchor

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

BUILDER = "epub"
SHEET = "hiring/book.css"
INDEX = "hiring-index.html"
PREAMBLE = r"""
% Of the handbook. Tables have up to eight columns: smaller type, and less space between them.
\usepackage{etoolbox}
\AtBeginEnvironment{longtable}{\small\setlength{\tabcolsep}{4pt}}
\AtBeginEnvironment{tabulary}{\small\setlength{\tabcolsep}{4pt}}
\setlength{\emergencystretch}{3em}
% Sphinx lets no line end behind a hyphen or an underscore: names in code then leave their column.
\protected\def\sphinxhyphen#1{-\kern0pt\allowbreak}
\renewcommand*{\sphinxhyphenininlineliteral}{-\kern0pt\allowbreak}
\let\hiringunderscore\_
\protected\def\_{\hiringunderscore\allowbreak}
\pdfstringdefDisableCommands{\let\_\hiringunderscore}
"""
"""What comes before the preamble of conf.py."""

_STATIC = PACKAGE / "site" / "static"


def read_in_order(app: Sphinx, config: Config) -> None:
    """Put our builder of e-books in the place of Sphinx's."""
    app.add_builder(BookBuilder, override=True)


class BookBuilder(Epub3Builder):
    """Builds an e-book in which every page is read one after the other."""

    def build_content(self) -> None:
        """Write what is in the book.

        Sphinx lets a page that is in no contents, as that of a job that is over, be reached by a
        link alone. Where no page has one, the book is refused.
        """
        super().build_content()
        file = Path(self.outdir, "content.opf")
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(' linear="no"', ""), encoding="utf-8")


def leave_sheets_out(app: Sphinx, config: Config) -> None:
    """Let no e-book hold the site's sheets, which are for browsers: a checker refuses them."""
    files = (file.relative_to(_STATIC).as_posix() for file in (_STATIC / "hiring").iterdir())
    others = [f"_static/{name}" for name in sorted(files) if name != SHEET]
    config.epub_exclude_files = [*config.epub_exclude_files, *others]


def prepare_latex(app: Sphinx, config: Config) -> None:
    """Put our preamble before the one that conf.py may have."""
    elements = config.latex_elements
    config.latex_elements = {**elements, "preamble": PREAMBLE + elements.get("preamble", "")}


def complete_book_page(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> str | None:
    """Give a page of an e-book its sheet, and return the template of an index of ours.

    The one of Sphinx has anchors with spaces in them, to which no link leads.
    """
    if app.builder.name != BUILDER:
        return None
    app.add_css_file(SHEET)
    context["group_anchor"] = group_anchor
    return INDEX if templatename == "domainindex.html" else None
