"""Whether what the search loads is all there, and of one build."""

from __future__ import annotations

import json
import re
import zlib
from typing import TYPE_CHECKING, Any

from hiring.model.messages import gettext
from hiring.publishing.files import SiteFault
from hiring.publishing.unpack import ClosedError, embedded, inflated

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

CORE = "search/core.js"

_STRING = rb'"(?:[^"\\\n]|\\.)*"'
_START = rb"(?://[^\n]*\n)?hiringSearch\.receive\((%b),\[(%b)," % (_STRING, _STRING)
_CALL = re.compile(_START + rb'"base64,([^"\n]*)"\]\);\n')
_HEAD = re.compile(_START)
_LONGEST_HEAD = 4096
"""The bytes in which a call's name and its build are: a name is a page's path."""


def data_of(script: bytes) -> dict[str, Any]:
    """Return what a file of the search hands over, by name; raise ValueError if damaged."""
    try:
        return {name: json.loads(inflated(embedded(it))) for name, _, it in _calls_of(script)}
    except (ClosedError, EOFError, zlib.error) as error:
        raise ValueError(gettext("its data can't be opened: {error}", error=error)) from error


def _calls_of(script: bytes) -> list[tuple[str, str, bytes]]:
    """Return what a file hands over: of each call the name, the build and the compressed data."""
    calls, at = [], 0
    while at < len(script) and (call := _CALL.match(script, at)):
        name, build, data = call.groups()
        calls.append((json.loads(name), json.loads(build), data))
        at = call.end()
    if not calls or at < len(script):
        raise ValueError(gettext("it is no calls of hiringSearch.receive"))
    return calls


def _builds_of(file: Path, seen: bool) -> set[str]:
    """Return the builds of a file's calls; of a file that was ``seen``, they are that of one."""
    if not seen:
        return {build for _, build, _ in _calls_of(file.read_bytes())}
    with file.open("rb") as stream:
        head = _HEAD.match(stream.read(_LONGEST_HEAD))
    return {json.loads(head[2])} if head else set()


def search_faults(site: Path, seen: Collection[str] = frozenset()) -> Iterator[SiteFault]:
    """Yield what keeps the search from working: a part that is missing, or of another build.

    ``seen`` are the paths of files that nobody has touched since they were found right: each is of
    one build, and while the first one is the same, so are all that it leads to.
    """
    if not (site / CORE).is_file():
        yield SiteFault(CORE, gettext("it is missing: without it nothing can be found"))
        return
    try:
        core = data_of((site / CORE).read_bytes())["core"]
        own = {f"words/{number}": core["ids"][number] for number in range(len(core["shards"]))}
        own |= {f"pages/{number}": core["layout"] for number in range(len(core["packs"]))}
    except (LookupError, TypeError, ValueError) as error:
        message = gettext("it does not say what the search needs: {error}", error=repr(error))
        yield SiteFault(CORE, message)
        return
    for name, build in own.items():
        path = f"search/{name}.js"
        if CORE in seen and path in seen:
            continue
        try:
            if _builds_of(site / path, path in seen) != {build}:
                yield SiteFault(path, gettext("it is of another build than {file}", file=CORE))
        except FileNotFoundError:
            yield SiteFault(path, gettext("it is missing: {file} leads to it", file=CORE))
        except (LookupError, TypeError, ValueError):
            yield SiteFault(path, gettext("it is damaged"))
