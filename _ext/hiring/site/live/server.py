"""The preview's server: it watches, has the handbook built, and tells the open pages."""

from __future__ import annotations

import asyncio
import signal
import socket
import sys
import time
import webbrowser
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn
from sphinx_autobuild.server import RebuildServer
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount, WebSocketRoute
from starlette.staticfiles import StaticFiles
from watchfiles import DefaultFilter, awatch

from hiring.checks.formats import told
from hiring.model.data import PACKAGE
from hiring.model.messages import gettext, tell_in
from hiring.reading.sources.settings import CONF
from hiring.reading.sources.sources import language_in
from hiring.site.live.guard import Guard
from hiring.site.live.pages import ASSETS, Pages
from hiring.site.live.processes import Builder

if TYPE_CHECKING:
    from starlette.websockets import WebSocket

    from hiring.site.live.building import Outcome

HOST = "127.0.0.1"
PORT = 8000
"""The port where it is free: a page that is still open finds a preview that was started again."""


def live(folder: Path, work: Path, audience: str | None = None) -> int:
    """Serve the handbook on this machine until Ctrl-C; return the exit status.

    ``audience`` is whose build is shown, None for the one that conf.py names. Content, data and
    our own code are watched. Every mistake is shown in the pages and in the terminal.
    """
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a terminal may not know every sign
    with _listen() as listener:
        preview = Preview(folder, work, audience, listener.getsockname()[1])
        app = Starlette(
            routes=[
                WebSocketRoute("/websocket-reload", preview),
                Mount("/_preview", StaticFiles(directory=ASSETS)),
                Mount("/", preview.pages),
            ],
            middleware=[Middleware(Guard)],
            lifespan=preview.lifespan,
        )
        config = uvicorn.Config(
            app, log_level="warning", server_header=False, timeout_graceful_shutdown=1
        )
        # Who closes the terminal, or ends a session, wants no server left behind: as with SIGTERM.
        if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
            signal.signal(signal.SIGHUP, lambda *_: signal.raise_signal(signal.SIGTERM))
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[listener])
    return 0


def _listen() -> socket.socket:
    """Return a socket that listens on this machine alone, on another port where one is taken."""
    try:
        return socket.create_server((HOST, PORT))
    except OSError:
        return socket.create_server((HOST, 0))


class Preview(RebuildServer):  # type: ignore[misc]  # it comes without types
    """Builds whenever something is saved. As a websocket it sends the number of each build.

    What is ours is that no build can end it: sphinx-autobuild's own stops watching, without a
    word, when a build does not end as it should.
    """

    def __init__(self, folder: Path, work: Path, audience: str | None, port: int) -> None:
        super().__init__([folder, PACKAGE], ignore_filter=None, change_callback=None)
        tell_in(language_in(folder / CONF))
        self.flag = asyncio.Event()
        self.builder = Builder(self.paths[0], work.resolve(), audience)
        self.filter = DefaultFilter(ignore_paths=[work.resolve()])
        self.address = f"http://{HOST}:{port}/"
        self.changed = asyncio.Event()
        self.number = "0"
        self.pages = Pages(work.resolve() / "site")

    async def watch(self) -> None:
        """Build now, and after every change, until cancelled."""
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._watch_files())
                group.create_task(self._build())
        finally:
            self.builder.end()

    async def _watch_files(self) -> None:
        """Note changes. A watched folder that is moved away is watched again when it is back."""
        polling = False
        while True:
            try:
                async for changes in awatch(
                    *self.paths, watch_filter=self.filter, force_polling=polling
                ):
                    self.changed.set()
                    if any(Path(path) in self.paths for _, path in changes):
                        break
            except FileNotFoundError:
                pass
            except OSError:  # a system watches so many files, and no more: then look for ourselves
                polling = True
            except Exception:  # watchfiles stumbles over names that are no text; the build does not
                pass
            await asyncio.sleep(0.5)
            self.changed.set()

    async def _build(self) -> None:
        """Build, tell, and wait for a change; what is changed meanwhile is built next."""
        first = True
        while True:
            self.changed.clear()
            outcome = await asyncio.to_thread(self.builder.build)
            tell_in(outcome.language)  # which may have changed
            self.number = str(time.time_ns())
            self.pages.tell(outcome, self.number)
            # Those who wait go on; those who come later wait for the next build.
            self.flag.set()
            self.flag = asyncio.Event()
            self._say(outcome)
            if first and sys.stdin.isatty():
                await asyncio.to_thread(webbrowser.open, self.address)
            first = False
            if outcome.finished:
                await asyncio.to_thread(self.builder.prepare)
            await self.changed.wait()

    def _say(self, outcome: Outcome) -> None:
        message = (
            gettext("The handbook is at {address} (Ctrl-C ends the preview)")
            if outcome.finished
            else gettext(
                "The handbook could not be built. What there was is at {address} (Ctrl-C ends the "
                "preview)"
            )
        )
        with suppress(OSError):  # nobody may read on; the pages say it, too
            print(told(outcome.review) if outcome.review else "", end="")
            print(message.format(address=self.address), flush=True)

    async def watch_reloads(self, ws: WebSocket) -> None:
        """Send the number of the last build, and of every one to come."""
        while True:
            flag = self.flag  # taken first: a build may end while this is sent
            await ws.send_text(self.number)
            await flag.wait()
