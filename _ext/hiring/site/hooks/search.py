"""The site's search: our own page and data in place of Sphinx's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder

from hiring.search.files import Site, search_task
from hiring.site.domain.builders import SEARCH, has_our_theme, page_ending, search_page
from hiring.site.domain.domain import domain_of
from hiring.site.found.listed import listed_on
from hiring.site.found.other_pages import other_pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from hiring.search.sections import PageSection
    from hiring.system.workers import Task

    Kept = tuple[list[tuple[str, str]], list[PageSection]]

TEMPLATE, IN_THEME = "hiring-search.html", "hiring-search-in-theme.html"
"""The page in our theme, and in another."""

LAUNCH = "hiring/search/launch.js"
"""What every page has; it loads the rest when somebody searches."""

STYLES = "hiring/search.css"

SPHINXS = (
    "searchindex.js",
    *(f"_static/{name}.js" for name in ("searchtools", "language_data", "translations")),
)
"""What Sphinx's own search would need: themes bring it, whether there is an index or not."""


def leave_out_index(app: Sphinx) -> None:
    """Let Sphinx make no index where its page of results is ours."""
    if search_page(app.builder) == SEARCH:
        assert isinstance(app.builder, StandaloneHTMLBuilder)
        app.builder.search = False


def forget_words(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Let Sphinx's index forget the words that no page has any more.

    It builds upon the one before, and keeps each word that was ever in it, as one on no page. That
    may be a word which has been hidden since. Yields no page: the event is the last before it is
    written.
    """
    indexer = getattr(app.builder, "indexer", None)
    for name in ("_mapping", "_title_mapping"):
        words: dict[str, set[str]] = getattr(indexer, name, {})
        for word in [word for word, pages in words.items() if not pages]:
            del words[word]
    yield from ()


def page_of_search(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the search page."""
    if page := search_page(app.builder):
        is_ours = has_our_theme(app.config)
        yield page, {"hiring_theme": is_ours}, TEMPLATE if is_ours else IN_THEME


def task(app: Sphinx, outdir: Path) -> Task[Any, Any, list[Path]]:
    """Return the task of writing what the browser searches, which comes to what belongs there."""
    assert isinstance(app.builder, StandaloneHTMLBuilder)
    domain = domain_of(app.env)
    kept = {
        domain.build.path_of(name): own
        for name, own in sorted(_kept(app.env).items())
        if domain.build.is_ours(name)
    }
    site = Site(
        anchors={path: anchors for path, (anchors, _) in kept.items()},
        listed={path: listed for path, (_, listed) in kept.items() if listed},
        today=domain.today,
        suffix=page_ending(app.builder),
        skills_page=domain.build.config.skills_page,
        code=app.config.hiring_code,
        language=(app.config.language or "en")[:2],
        others=other_pages(app.env) if search_page(app.builder) == SEARCH else (),
    )
    if search_page(app.builder) == SEARCH:
        for name in SPHINXS:
            (Path(app.outdir) / name).unlink(missing_ok=True)
    return search_task(domain.handbook, site, outdir, app.parallel)


def forget_sections(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Forget the sections of a page that is read again, or is gone."""
    _kept(env).pop(docname, None)


def note_sections(app: Sphinx, env: BuildEnvironment) -> None:
    """Keep title and anchor of the sections of each page that was read, and what it lists."""
    kept = _kept(env)
    for docname in env.tocs.keys() - kept.keys():
        links = env.tocs[docname].findall(nodes.reference)
        found = ((link.astext(), str(link.get("anchorname", ""))[1:]) for link in links)
        anchors = [(title, anchor) for title, anchor in found if anchor]
        kept[docname] = (anchors, listed_on(docname, env))


def _kept(env: BuildEnvironment) -> dict[str, Kept]:
    kept: dict[str, Kept] = domain_of(env).data.setdefault("sections", {})
    return kept
