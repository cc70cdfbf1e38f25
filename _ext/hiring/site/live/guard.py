"""Who may ask the preview: pages of the preview itself, in a browser of this machine.

Listening on the loopback address alone does not see to that. A page of any site can send requests
to this machine, and a site whose name is pointed at 127.0.0.1 (DNS rebinding) can read the answers:
its requests carry its own name in ``Host``, or its address in ``Origin``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse

from hiring.model.messages import gettext
from hiring.site.headers import HEADERS

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

THIS_MACHINE = re.compile(r"(127\.0\.0\.1|localhost|\[::1\])(:[0-9]{1,5})?", re.IGNORECASE)
"""What a browser sends as ``Host`` when the address is one of this machine's own names."""


def refusal(headers: Headers) -> str | None:
    """Return why a request is refused, or None where it is from a page of the preview.

    Any port will do in ``Host``, so that a preview on a remote machine can be forwarded; but
    ``Origin`` (RFC 6454), where it is sent, must be of the very same host and port.
    """
    hosts, origins = headers.getlist("host"), headers.getlist("origin")
    if len(hosts) != 1 or not THIS_MACHINE.fullmatch(hosts[0]):
        return (
            gettext(
                "This preview answers only under 127.0.0.1 or localhost: open it by that address."
            )
            + "\n"
        )
    if any(origin.lower() != f"http://{hosts[0]}".lower() for origin in origins):
        return (
            gettext("This preview answers only its own pages: the request came from another site.")
            + "\n"
        )
    return None


class Guard:
    """Refuses foreign requests, and answers the others with the headers of a published site."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update({"Cache-Control": "no-cache", **HEADERS})
            await send(message)

        answer = self.app
        if scope["type"] != "lifespan" and (why := refusal(Headers(scope=scope))):
            answer = PlainTextResponse(why, status_code=403)
        await answer(scope, receive, send_with_headers)
