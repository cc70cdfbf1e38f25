"""The processes that the preview's builds are made in: one each, started before it is wanted.

A process of its own, because a build runs conf.py and may end in any way. Where the system can, it
is forked from one that has loaded Sphinx already. And while nobody waits the next one reads the
handbook, of which a save changes a page or two: what was read is known by its text, so that the
build takes the rest as it would read it.
"""

from __future__ import annotations

import gc
import multiprocessing
from contextlib import suppress
from typing import TYPE_CHECKING

from hiring.model.audience import Audience
from hiring.model.digests import digest_of_code
from hiring.model.messages import gettext, message_language, tell_in
from hiring.model.report import Report
from hiring.reading.handbook import understand
from hiring.reading.pages.page_cache import pages_in
from hiring.reading.sources.settings import CONF, read_settings
from hiring.reading.sources.sources import sources_in
from hiring.site.hooks.lifecycle import PAGES
from hiring.site.live.building import DOCTREES, Outcome, build, failed
from hiring.system.refusals import why_not_here
from hiring.system.workers import leave_interrupts

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkServerContext, SpawnContext
    from multiprocessing.process import BaseProcess
    from pathlib import Path

LOADED = digest_of_code()
"""The code of ours that this process runs."""

WARMED = "hiring.site.live.warm"
"""What the process that builds are forked from has loaded."""


class Builder:
    """Has the handbook in a folder built into a work folder, for an audience, again and again."""

    def __init__(self, folder: Path, work: Path, audience: str | None) -> None:
        """Take what is built; ``audience`` is None for the one that conf.py names."""
        self._job = (folder, work, audience)
        self._next: tuple[BaseProcess, Connection] | None = None
        self._ended = False

    def build(self) -> Outcome:
        """Build in another process, and return how that ended, whatever happens to it."""
        try:
            process, orders = self._waiting() or self._started()
        except Exception as error:  # no Python any more, no memory: the preview goes on
            why = why_not_here(error) or error
            return failed(gettext("no build could be started: {reason}", reason=why))
        try:
            with orders:
                orders.send("build")
                outcome: Outcome = orders.recv()
        except Exception:  # it may end in any way
            outcome = failed(gettext("the build was ended from outside: save again"))
        process.join()
        return outcome

    def prepare(self) -> None:
        """Start the process of the next build, so that it reads the handbook while nobody waits."""
        with suppress(Exception):  # the build starts another, and tells why it can't
            self._next = self._next or self._started()

    def end(self) -> None:
        """End all processes, and those that are just being started: nobody waits for them."""
        self._ended = True
        for process in multiprocessing.active_children():
            process.terminate()

    def _waiting(self) -> tuple[BaseProcess, Connection] | None:
        """Return the process that waits, unless it has ended, or has read with other code."""
        waiting, self._next = self._next, None
        if waiting and not (waiting[0].is_alive() and digest_of_code() == LOADED):
            waiting[1].close()
            return None
        return waiting

    def _started(self) -> tuple[BaseProcess, Connection]:
        context = _context()
        ours, orders = context.Pipe()
        process = context.Process(target=_obey, args=(orders, *self._job))
        with orders:  # only the process keeps this end, and learns by it when ours is gone
            process.start()
        if self._ended:
            process.terminate()
        return process, ours


def _context() -> ForkServerContext | SpawnContext:
    """Return how to start a process: a fork of code that has changed would run the old code."""
    if "forkserver" not in multiprocessing.get_all_start_methods() or digest_of_code() != LOADED:
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([WARMED])
    return context


def _obey(orders: Connection, folder: Path, work: Path, audience: str | None) -> None:
    """Read the handbook, wait for the order to build, and tell how that ended."""
    leave_interrupts()
    gc.disable()  # the process ends before there is anything worth collecting
    language = message_language()
    with suppress(Exception):  # whatever is wrong, the build tells it
        read_ahead(folder.resolve(), work, audience)
    tell_in(language)
    with suppress(EOFError, OSError):  # the preview has ended, or its code is another
        orders.recv()
        orders.send(build(folder, work, audience))


def read_ahead(folder: Path, work: Path, audience: str | None) -> None:
    """Read a handbook into the memory of this process, where a build finds what has not changed."""
    settings = read_settings((folder / CONF).read_bytes(), Report(CONF))
    sources = sources_in(folder / settings.folder, folder / CONF if settings.folder else None)
    readers = Audience(audience) if audience else settings.audience
    handbook = understand(sources, readers, pages_in(work / DOCTREES / PAGES))
    for role in handbook.roles.values():
        _ = role.digest  # which is kept with the role
