"""What builds of one process need not do again: what is of programs, and not of a handbook."""

from __future__ import annotations

import logging
from functools import cache
from typing import TYPE_CHECKING, Any

from docutils.frontend import OptionParser
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.sandbox import SandboxedEnvironment
from sphinx import jinja2glue

from hiring.model.data import PACKAGE
from hiring.model.digests import digest_of_code
from hiring.model.lexicon import AMERICAN
from hiring.publishing import inputs
from hiring.site.command import build as whole_build
from hiring.site.hooks import lifecycle, scripts

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable
    from pathlib import Path

    from hiring.model.lexicon import Lexicon
    from hiring.publishing.states import FileState


class Compiled(BytecodeCache):
    """Keeps compiled templates in this process, by a digest of their text."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept[bucket.key] = bucket.bytecode_to_string()


COMPILED = Compiled()


class Templates(SandboxedEnvironment):
    """Compiles no template again, nor the settings of themes and sheets that are templates too."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, bytecode_cache=COMPILED, **options)

    def from_string(self, source: Any, *arguments: Any, **options: Any) -> Any:
        given = source if isinstance(source, str) else None
        if given is None or arguments or options:
            return super().from_string(source, *arguments, **options)
        key = given, tuple(self.extensions)
        if key not in TEXTS:
            TEXTS[key] = self.compile(given)
        return self.template_class.from_code(self, TEXTS[key], self.make_globals(None), None)


TEXTS: dict[tuple[str, tuple[str, ...]], Any] = {}
"""The code of texts that are templates, by the text and what extends the language."""

OF_COMPONENTS = (
    *("option_groups", "option_list", "_short_opt", "_long_opt"),
    *("lists", "relative_path_settings", "defaults"),
)
"""What docutils notes of the settings that a parser of pages, a reader or a writer has."""


def keep_what_is_of_the_package() -> None:
    """Let all builds of this process, and of those forked from it, share what no handbook changes.

    Compiled templates, the texts of scripts, how the files of the package are and their digest, and
    the settings that docutils gathers anew for each page.
    """
    environments: Any = jinja2glue
    environments.SandboxedEnvironment = Templates
    scripts.script_text = _written_once(scripts.script_text)
    of_inputs: Any = inputs
    of_inputs.states_in = _looked_at_once(PACKAGE, of_inputs.states_in)
    of_hooks: Any = lifecycle
    of_command: Any = whole_build
    of_hooks.digest_of_code = of_command.digest_of_code = cache(digest_of_code)
    options: Any = OptionParser
    options.populate_from_components = _gathered_once(OptionParser.populate_from_components)


def _looked_at_once(
    known: Path, look: Callable[..., dict[str, FileState]]
) -> Callable[..., dict[str, FileState]]:
    """Return what looks at the files of a folder, and at those of a ``known`` one only once."""
    found: list[dict[str, FileState]] = []

    def looked(folder: Path, without: Container[str] = ()) -> dict[str, FileState]:
        if folder != known:
            return look(folder, without)
        found[:] = found or [look(folder, without)]
        return found[0]

    return looked


def _written_once(write: Callable[[str, Lexicon], str]) -> Callable[..., str]:
    """Return what writes a script once, by its name, its language and its words."""
    known: dict[tuple[object, ...], str] = {}

    def written(name: str, said: Lexicon = AMERICAN) -> str:
        words = said.under(scripts.WORDS[name]) if name in scripts.WORDS else {}
        key = (name, said.locale.language, *words.items())
        if key not in known:
            known[key] = write(name, said)
        return known[key]

    return written


def _gathered_once(
    gather: Callable[[OptionParser, Iterable[Any]], None],
) -> Callable[[OptionParser, Iterable[Any]], None]:
    """Return what gathers the settings of components once, by their classes."""
    known: dict[tuple[type, ...], dict[str, Any]] = {}

    def gathered(options: OptionParser, components: Iterable[Any]) -> None:
        parts = tuple(components)
        classes = tuple(it if isinstance(it, type) else type(it) for it in parts if it)
        if classes not in known:
            gather(options, parts)
            known[classes] = {name: vars(options)[name] for name in OF_COMPONENTS}
        found = known[classes]
        vars(options).update(found, defaults=dict(found["defaults"]))

    return gathered


def log_less() -> None:
    """Let no build make records of how far it is, which go nowhere: warnings are kept."""
    logging.disable(logging.INFO)
