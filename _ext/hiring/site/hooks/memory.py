"""What a build keeps in memory, how often Python looks through it, and what it need not redo."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from jinja2 import FileSystemBytecodeCache

from hiring.site.domain.tocs import Tocs

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

MOST = 100
"""How many doctrees are kept from reading to writing; the others are read again from the disk."""


SELDOM = 100_000
"""How many objects more there are when Python looks for garbage: of so many few are."""


def open_tocs_on_demand(app: Sphinx) -> None:
    """Let the pages' contents stay pickles until somebody asks."""
    env: Any = app.env  # the attribute is declared a dict, and used as any mapping
    if not isinstance(env.tocs, Tocs):
        env.tocs = Tocs(env.tocs)


def set_handbook_aside(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Keep what lives as long as the build out of every look for garbage.

    From here on there is some, as doctrees are.
    """
    gc.freeze()
    gc.set_threshold(SELDOM)


def forget_doctrees(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Let go of doctrees beyond the first: each takes two megabytes, all at once gigabytes."""
    kept = env._write_doc_doctree_cache
    while len(kept) > MOST:
        kept.popitem()


def set_environment_aside(app: Sphinx, env: BuildEnvironment) -> None:
    """Set aside what reading has filled the environment with."""
    gc.collect(1)
    gc.freeze()


def take_back(app: Sphinx, exception: Exception | None) -> None:
    """Let go of it all: the process may build again."""
    gc.unfreeze()


def keep_templates(app: Sphinx, folder: Path) -> None:
    """Keep the compiled templates of the theme in a folder, from build to build.

    Within a build nobody asks of each template on each page whether its file has changed.
    """
    environment = getattr(app.builder.templates, "environment", None)
    if environment is not None and environment.bytecode_cache is None:
        folder.mkdir(exist_ok=True)
        environment.bytecode_cache = FileSystemBytecodeCache(str(folder))
        environment.auto_reload = False
