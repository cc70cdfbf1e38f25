"""Leads Sphinx to the projected tree: what is not in the folder that is built can't leak.

So it is whatever builds: any ``sphinx-build``, with any conf.py, theme and builder.
"""

from __future__ import annotations

from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import TYPE_CHECKING
from weakref import finalize

from sphinx.application import ENV_PICKLE_FILENAME
from sphinx.errors import ConfigError

from hiring.model.audience import Audience
from hiring.model.messages import gettext
from hiring.model.paths import OPENINGS_FOLDER
from hiring.reading.projected_tree import OPERATORS, TreeError, write_tree
from hiring.reading.sources.files import SKIPPED_FOLDERS
from hiring.reading.sources.lines import blanked
from hiring.site.hooks.copied import check_copied, check_read
from hiring.site.hooks.messages import leave_unsaid, name_the_handbook
from hiring.site.hooks.openings import source_of
from hiring.site.hooks.project import ENDING, ProjectWithHandbook

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from hiring.model.handbook import Handbook


def pages_for_sphinx(handbook: Handbook) -> dict[str, bytes]:
    """Return what Sphinx reads of each page, by path: front matter is kept from MyST.

    Of an opening's page it reads what shows the opening: what the page holds is a part of that.
    Where it can't be made out, as its role can't be read, nothing can be shown: what is wrong is
    said of the page that it is wrong on, and Sphinx is not to miss a title here.
    """
    openings = {
        path: f"# {path}\n"
        for path, page in handbook.pages.items()
        if path.startswith(f"{OPENINGS_FOLDER}/") and not page.title
    }
    openings |= {opening.path: source_of(opening) for opening in handbook.openings.values()}
    return {
        path: (openings.get(path) or blanked(page.text)).encode()
        for path, page in handbook.pages.items()
    }


def lead(app: Sphinx, folder: Path, handbook: Handbook, files: Mapping[str, bytes]) -> None:
    """Let Sphinx read what readers may have of a handbook's ``folder``: projected ``files``."""
    wanted = {**files, **pages_for_sphinx(handbook)}
    if app.config.hiring_folder:
        put_in_place(app, folder.resolve(), handbook, wanted)
    else:
        lead_to_tree(app, folder, wanted, handbook.audience)


def put_in_place(app: Sphinx, folder: Path, handbook: Handbook, files: Mapping[str, bytes]) -> None:
    """Write projected files, and let them take the place of the handbook's folder in the project.

    What else the project is made of stays as it is. Raises ConfigError as ``lead_to_tree``.
    """
    config, pages = app.config, handbook.pages
    within = config.hiring_folder
    named = {path: f"{path.removesuffix('.md')}{ENDING}" for path in pages}
    wanted = {named.get(path, path): data for path, data in files.items()}
    tree = _write(app, folder, wanted, handbook.audience)
    # What walks through the source folder by itself, in Sphinx or an extension, is to find nothing.
    config.exclude_patterns = [*config.exclude_patterns, within, f"{within}/**"]
    leave_unsaid(
        app, within, {f"{within}/{it.removesuffix('.md')}" for it in handbook.hidden.pages}
    )

    def place(app: Sphinx) -> None:
        app.project = app.env.project = ProjectWithHandbook(app.project, within, tree, pages)

    app.connect("builder-inited", place, priority=1)
    _see_what_is_taken(app, folder, files, handbook.audience)


def lead_to_tree(app: Sphinx, folder: Path, files: Mapping[str, bytes], audience: Audience) -> None:
    """Write projected files, and let Sphinx take them for the handbook in ``folder``.

    Raises ConfigError where they can't be written, as in a folder of somebody else's.
    """
    tree = _write(app, folder, files, audience)
    config = app.config
    config.exclude_patterns = [*config.exclude_patterns, *OPERATORS]
    # Sources are never published, and these are none: a link in them may name what is hidden.
    config.html_copy_source = False
    # Translations are the operator's, as conf.py is; Sphinx looks for them beside the pages.
    config.locale_dirs = [
        str(folder / name) if (folder / name).is_dir() else name for name in config.locale_dirs
    ]
    leave_unsaid(app, "", ())
    app.srcdir = tree
    _see_what_is_taken(app, folder, files, audience)


def _write(app: Sphinx, folder: Path, files: Mapping[str, bytes], audience: Audience) -> Path:
    """Write projected files; return where they are."""
    tree = _place(app, folder, audience)
    try:
        write_tree(files, audience, tree, {})
    except TreeError as error:
        message = gettext(
            "{error} for the doctrees (`-d`), beside which what is built is written", error=error
        )
        raise ConfigError(message) from error
    name_the_handbook(tree, folder)
    return tree


def _see_what_is_taken(
    app: Sphinx, folder: Path, files: Mapping[str, bytes], audience: Audience
) -> None:
    """Let no build for some readers take of the handbook's folder what they may not have."""
    if audience is Audience.HIRING_TEAM:
        return

    def see_what_is_copied(app: Sphinx) -> None:
        check_copied(app.config, Path(app.confdir), folder, files)

    def see_what_is_read(app: Sphinx, env: BuildEnvironment) -> None:
        check_read(env, folder, files)

    # At last: what other extensions, and a `setup` in conf.py, say is settled by then.
    app.connect("builder-inited", see_what_is_copied, priority=999)
    if app.config.hiring_folder:  # else there is nothing beside it to read
        app.connect("env-updated", see_what_is_read, priority=1)
    app.connect("build-finished", _remove_environment)


def _remove_environment(app: Sphinx, exception: Exception | None) -> None:
    """Remove what builders for other programs put into the output: it says what links meant."""
    (Path(app.outdir) / ENV_PICKLE_FILENAME).unlink(missing_ok=True)


def _place(app: Sphinx, folder: Path, audience: Audience) -> Path:
    """Return the folder for the tree: beside the doctrees, where it is built upon the next time.

    Where that is within the output, or would be read as a part of the handbook, it is one that
    goes with the build.
    """
    doctrees = Path(app.doctreedir)
    tree = doctrees.with_name(f"{doctrees.name}-projected-{audience}")
    if not tree.is_relative_to(app.outdir) and not _is_read(tree, folder):
        return tree
    passing = Path(mkdtemp(prefix="hiring-projected-")).resolve()
    # When the build has finished; with the application, where it has not come to that.
    remove = finalize(app, rmtree, passing, ignore_errors=True)
    app.connect("build-finished", lambda *_: remove(), priority=999)
    return passing


def _is_read(place: Path, folder: Path) -> bool:
    """Tell whether a place is one where pages of the handbook may stand."""
    if not place.is_relative_to(folder):
        return False
    steps = place.relative_to(folder).parts
    return not any(step.startswith(".") or step in SKIPPED_FOLDERS for step in steps)
