"""Sphinx's builder of HTML, which reads and writes pages side by side from end to end.

Sphinx resolves every page in the main process and gives it to one of the others to be written, so
two processes do little more than one, and all that waits is held in memory. And what it reads it
sends back in many portions, each with the whole environment.
"""

from __future__ import annotations

import json
import pickle
from functools import cached_property
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util.build_phase import BuildPhase
from sphinx.util.docutils import SphinxTranslator
from sphinx.util.logging import LogCollector, convert_serializable, getLogger

from hiring.model.digests import digest_of
from hiring.site.domain.domain import domain_of
from hiring.system.workers import made_in_processes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from logging import LogRecord

    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

    Handlers = Mapping[str, tuple[Callable[..., None], Callable[..., None] | None]]

Thing = TypeVar("Thing")
Made = TypeVar("Made")

FEW = 20
"""With fewer pages than this, one process does it all: to fork one costs more than it saves."""


def write_what_shows_it(app: Sphinx, env: BuildEnvironment) -> None:
    """Let a page that lists others be written again only where it shows what has changed.

    Sphinx writes it with each that it lists; which of them show what, the domain knows.
    """
    env.files_to_rebuild.clear()


def build_side_by_side(app: Sphinx, config: Config) -> None:
    """Put the builder in the place of Sphinx's own, where all pages are the handbook's."""
    app.add_builder(HandbookBuilder, override=True)


class _Methods(dict[type[nodes.Node], "Callable[[Any, nodes.Node], None]"]):
    """For each class of nodes what a class of translators has for it, or for one that it is of."""

    def __init__(self, owner: type[nodes.NodeVisitor], start: str, other: Any) -> None:
        """Start with none; what is for no class is left to the ``other`` method."""
        self.owner, self.start, self.other = owner, start, other

    def __missing__(self, kind: type[nodes.Node]) -> Callable[[Any, nodes.Node], None]:
        named = (getattr(self.owner, f"{self.start}_{it.__name__}", None) for it in kind.__mro__)
        self[kind] = next(filter(None, named), self.other)
        return self[kind]


def _translator(base: type[nodes.NodeVisitor], handlers: Handlers) -> type[nodes.NodeVisitor]:
    """Return a class of translators that has what extensions write their nodes with.

    Sphinx gives it to each translator anew, and looks for a method by its name for each node.
    """

    class Translator(base):  # type: ignore[misc, valid-type]
        def dispatch_visit(self, node: nodes.Node) -> None:
            visits[type(node)](self, node)

        def dispatch_departure(self, node: nodes.Node) -> None:
            departures[type(node)](self, node)

    for name, (visit, depart) in handlers.items():
        setattr(Translator, f"visit_{name}", visit)
        if depart:
            setattr(Translator, f"depart_{name}", depart)
    visits = _Methods(Translator, "visit", base.dispatch_visit)
    departures = _Methods(Translator, "depart", base.dispatch_departure)
    return Translator


class HandbookBuilder(StandaloneHTMLBuilder):
    """Builds HTML; each process resolves the pages that it writes."""

    @cached_property
    def _translators(self) -> Callable[..., nodes.NodeVisitor]:
        """What makes what writes pages; an operator's own may find its methods as it likes."""
        base = self.get_translator_class()
        ours = (SphinxTranslator.dispatch_visit, SphinxTranslator.dispatch_departure)
        if (base.dispatch_visit, base.dispatch_departure) != ours:
            return super().create_translator
        known: Mapping[str, Handlers] = self._registry.translation_handlers
        handlers = known[self.name] if self.name in known else known.get(self.format, {})
        return _translator(base, handlers)

    def create_translator(self, *args: Any) -> nodes.NodeVisitor:
        """Return what writes a page, or a part of one."""
        return self._translators(*args)

    def render_partial(self, node: nodes.Node | None) -> dict[str, str]:
        """Return a part of a page as HTML; a title of words alone is no work for a whole writer."""
        if isinstance(node, nodes.title) and all(isinstance(it, nodes.Text) for it in node):
            return {"title": escape(node.astext())}
        return super().render_partial(node)

    def _read_parallel(self, docnames: Sequence[str], nproc: int) -> None:
        """Read in as many portions as there are processes, so the environment is sent as often."""
        if len(docnames) < FEW:
            self._read_serial(list(docnames))
            return
        for docname in docnames:
            self.events.emit("env-purge-doc", self.env, docname)
            self.env.clear_doc(docname)

        def read(portion: Sequence[str]) -> bytes:
            self.env._app = self._app
            for docname in portion:
                self.read_doc(docname, _cache=False)
            return pickle.dumps(self.env, pickle.HIGHEST_PROTOCOL)

        portions = [docnames[number::nproc] for number in range(min(nproc, len(docnames)))]
        for portion, env in zip(portions, _made_with_words(read, portions, nproc), strict=True):
            self.env.merge_info_from(list(portion), pickle.loads(env), self._app)

    def prepare_writing(self, docnames: AbstractSet[str]) -> None:
        """Get ready; a few pages are written by one process."""
        if len(docnames) < FEW:
            self.parallel_ok = False
        self.is_whole = self.env.found_docs <= docnames
        super().prepare_writing(docnames)

    def write_domain_indices(self) -> None:
        """Write the indices; one that would say the same stays, unless all pages are written."""
        domain, kept = domain_of(self.env), Path(self.doctreedir, "indices.json")
        shared = (domain.handbook.company, self.config.hiring_code)
        made_of = {
            name: digest_of((entries, domain.navigation.shown_on(name), *shared))
            for name, _, entries, _ in self.domain_indices
        }
        before = {} if self.is_whole else _read(kept)
        new = [
            it
            for it in self.domain_indices
            if before.get(it[0]) != made_of[it[0]] or not self.get_output_path(it[0]).is_file()
        ]
        domain.extra_pages |= made_of.keys()
        if new:
            kept.unlink(missing_ok=True)
            # As Sphinx writes them, but for these alone: each leads to all of them at its end.
            for name, index, entries, collapse in new:
                shown = {"indextitle": index.localname, "content": entries}
                self.handle_page(name, {**shown, "collapse_index": collapse}, "domainindex.html")
            kept.write_text(json.dumps(made_of), encoding="utf-8")

    def write_documents(self, docnames: AbstractSet[str]) -> None:
        """Write pages, side by side where this build may."""
        if not self.parallel_ok or self.search:  # Sphinx's own index is made in one process
            super().write_documents(docnames)
            return
        first, *others = sorted(docnames)
        self._write(first)  # templates are compiled, and what is cached is there for all

        def write(docname: str) -> dict[str, str]:
            self._write(docname)
            return self.images

        for images in _made_with_words(write, others, self._app.parallel):
            self.images.update(images)

    def _write(self, docname: str) -> None:
        self.phase = BuildPhase.RESOLVING
        doctree = self.env.get_and_resolve_doctree(docname, self, tags=self.tags)
        self.write_doc_serialized(docname, doctree)
        self.phase = BuildPhase.WRITING
        self.write_doc(docname, doctree)


def _read(kept: Path) -> dict[str, str]:
    try:
        return dict(json.loads(kept.read_bytes()))
    except (OSError, TypeError, ValueError):
        return {}  # there is none, or it was not written to its end


def _made_with_words(
    work: Callable[[Thing], Made], things: Sequence[Thing], jobs: int
) -> Iterator[Made]:
    """Yield what is made in other processes, and log here what was logged there."""

    def with_words(thing: Thing) -> tuple[Made, list[LogRecord]]:
        collector = LogCollector()
        with collector.collect():
            made = work(thing)
        convert_serializable(collector.logs)
        return made, collector.logs

    logger = getLogger(__name__)
    for made, words in made_in_processes(with_words, things, jobs):
        for record in words:
            logger.handle(record)
        yield made
