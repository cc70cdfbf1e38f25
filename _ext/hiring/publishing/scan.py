"""Look for what is hidden in every file of a built site."""

from __future__ import annotations

from collections import defaultdict
from posixpath import dirname
from typing import TYPE_CHECKING

from hiring.model.digests import digest_of_bytes
from hiring.model.messages import gettext
from hiring.publishing.files import SiteFault, site_paths
from hiring.publishing.hidden import HiddenContent, HiddenKind
from hiring.publishing.names import anchors_in, names_in, page_of
from hiring.publishing.unpack import ClosedError, outside_compressed, parts
from hiring.publishing.words import plain_words, text_of, views, words_of

if TYPE_CHECKING:
    from pathlib import Path


def scan(site: Path, hidden: HiddenContent) -> list[SiteFault]:
    """Return a finding for each hidden thing in each file of a site.

    A file that is the same as one that may be there needs no look; every other is opened as deep
    as it goes, and read with all its encodings undone.
    """
    findings = []
    look = _Look(hidden)
    for path in site_paths(site) if hidden else ():
        file = site / path
        if file.is_symlink():
            continue  # never followed: the verification refuses it
        data = file.read_bytes()
        if digest_of_bytes(data) in hidden.known:
            continue
        for kind, thing in sorted(look.into(path, data), key=str):
            if kind is None:
                findings.append(SiteFault(path, thing))
            else:
                said = gettext(
                    "found {what}, which {place} says to other readers only",
                    what=kind.called(thing),
                    place=hidden.places[kind][thing],
                )
                findings.append(SiteFault(path, said))
    return findings


class _Look:
    """Looks into files, one after the other; a line that held nothing is not read twice.

    Most lines of a page are those of its navigation, which are the same on all pages of a folder.
    """

    def __init__(self, hidden: HiddenContent) -> None:
        self.hidden = hidden
        self.anchored = {
            name.partition("#")[0] for name in hidden.places[HiddenKind.NAME] if "#" in name
        }
        self.clean: defaultdict[str, set[str]] = defaultdict(set)

    def into(self, path: str, data: bytes) -> set[tuple[HiddenKind | None, str]]:
        """Return the hidden things in a file; with None why it can't be looked into."""
        pages = {page_of(path)} & self.hidden.places[HiddenKind.PAGE].keys()
        found: set[tuple[HiddenKind | None, str]] = {(HiddenKind.PAGE, page) for page in pages}
        try:
            for name, content in parts(path, data):
                files = {digest_of_bytes(content)} & self.hidden.places[HiddenKind.FILE].keys()
                found |= {(HiddenKind.FILE, file) for file in files}
                found |= self._words_and_names(name, content)
        except ClosedError as error:
            found.add((None, str(error)))
        return found

    def _words_and_names(self, path: str, data: bytes) -> set[tuple[HiddenKind, str]]:
        data = outside_compressed(data)
        text = text_of(data)
        clean = self.clean[dirname(path)]
        lines = {} if text is None else dict.fromkeys(text.split("\n"))
        anchored = page_of(path) in self.anchored
        # A link to an anchor of the page itself is another thing on each page.
        fresh = lines if anchored else (line for line in lines if line not in clean)
        seen = list(views("\n".join([path, *fresh])))
        words = {word for view in seen for word in plain_words(view)}
        if text is None:
            words |= words_of(data)
        names = names_in(path, seen) | (anchors_in(path, text or "") if anchored else set())
        found = {
            (HiddenKind.WORD, word) for word in words & self.hidden.places[HiddenKind.WORD].keys()
        }
        found |= {
            (HiddenKind.NAME, name) for name in names & self.hidden.places[HiddenKind.NAME].keys()
        }
        if not found:
            clean.update(lines)
        return found
