"""A page under a new name: the page, all that names it, and its old name, which goes on working.

What is to be done is worked out, and checked, before a file is touched. The page is moved first:
what then still calls it by its old name is right. Who was interrupted calls it again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from hiring.model.messages import gettext, ngettext
from hiring.model.paths import OPENINGS_FOLDER, ROLES_FOLDER
from hiring.model.problem import instead, listed, quoted
from hiring.model.slugs import key_for_title
from hiring.model.values import KEY
from hiring.reading.crossings.old_names import Moves, said_renamed, with_names_of_today
from hiring.reading.facts.own_words import words_of
from hiring.reading.facts.redirects import with_redirect
from hiring.reading.pages.page_cache import PageCache
from hiring.reading.sources.settings import CONF
from hiring.reading.sources.sources import sources_in
from hiring.reading.trial import new_errors
from hiring.system.refusals import why_not_here

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hiring.model.problem import Problem
    from hiring.reading.sources.sources import Sources

_PAGES_OF_THE_SITE = {"hiring_skills_page": "skills", "hiring_generator_page": "posting-generator"}
"""The settings of conf.py that name a page, and which they name where they are left out."""

_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}".encode()
"""What some programs put before the text of a file."""


class RenameError(Exception):
    """A page that can't be renamed, with the reason; nothing is changed."""


@dataclass(frozen=True, kw_only=True)
class Renaming:
    """What renaming a page does: ``old`` and ``new`` are its paths, with their ending.

    ``title`` is the role's. ``texts`` are the files that change, by their paths afterwards;
    ``places`` say in which lines the new name is written. ``is_moved`` tells that the file has its
    new name already.
    """

    old: str
    new: str
    title: str
    texts: Mapping[str, str]
    places: tuple[Problem, ...]
    is_moved: bool

    def __str__(self) -> str:
        """Return what was done, and what is left to do, for people."""
        names = {"old": self.old, "new": self.new}
        if not self.texts:
            message = gettext("{old} is {new} already: nothing is left to do.", **names)
            return f"{message}\n"
        lines: dict[str, list[str]] = {}
        for place in self.places:
            lines.setdefault(place.path, []).append(str(place.line))
        said = [
            gettext("{old} is {new} now. Its old name goes on working, by `redirects`.", **names)
        ]
        if lines:
            message = ngettext(
                "The new name is written in {number} file:",
                "The new name is written in {number} files:",
                len(lines),
            )
            said.append(message)
        said += [f"  {path}:{', '.join(dict.fromkeys(at))}" for path, at in sorted(lines.items())]
        if self.title:
            title = quoted(self.title)
            said.append(
                gettext("The title is still {title}: change it where the job's did.", title=title)
            )
        said.append(gettext("Next: `make check`, and look at what has changed."))
        return "\n".join([*said, ""])


def rename(folder: Path, old: str, new: str) -> Renaming:
    """Rename a page, by its key or path, and all that names it; return what was done.

    Raises RenameError where that is not possible. Then all is as before.
    """
    within = f"{folder.as_posix()}/"  # as a shell completes it
    old, new = (name.strip().removeprefix("./").removeprefix(within) for name in (old, new))
    conf = folder / CONF
    settings = conf.read_text(encoding="utf-8", errors="replace") if conf.is_file() else ""
    renaming = planned(sources_in(folder), old, new, settings)
    _carry_out(folder, renaming)
    return renaming


def planned(sources: Sources, old: str, new: str, conf: str = "") -> Renaming:
    """Return what renaming a page would do; ``conf`` is the text of conf.py."""
    cache, words = PageCache(), words_of(sources)
    old_path, new_path = _paths(sources, old.removesuffix(".md"), new.removesuffix(".md"))
    _refuse_page_of_the_site(old_path, conf)
    is_moved = old_path not in sources.pages
    there = new_path if is_moved else old_path
    texts = {path: text for path, text in sources.texts.items() if path != there}
    page = cache.read(new_path, sources.texts[there], words=words)
    if page.front_matter is None:
        raise RenameError(
            gettext("the front matter of {file} can't be read: mend it first", file=there)
        )
    texts[new_path] = with_redirect(sources.texts[there], page, old_path, new_path)
    moved = replace(sources, texts=texts, files={*sources.files, new_path} - {old_path})
    records = [cache.read(path, text, words=words) for path, text in moved.pages.items()]
    changed, places = with_names_of_today(texts, records, Moves.stated(records).to({new_path}))
    after = replace(moved, texts={**texts, **changed})
    known = old_path.removesuffix(".md") in page.front_matter.redirects
    if is_moved and not known and not places:
        raise RenameError(_no_page(old, sources))  # nobody ever called it so
    if found := new_errors(sources, after, cache, {old_path: new_path}):
        first = gettext("With that name, the check would find:")
        raise RenameError("\n".join([first, *found]))
    return Renaming(
        old=old_path,
        new=new_path,
        title=page.role.title if page.role else "",
        texts={path: it for path, it in after.pages.items() if sources.texts.get(path) != it},
        places=tuple(places),
        is_moved=is_moved,
    )


def _paths(sources: Sources, old: str, new: str) -> tuple[str, str]:
    """Return the paths of a page before and after, of which just one is there."""
    stem = PurePosixPath(new).name
    if not re.fullmatch(KEY, stem):
        raise RenameError(_no_name(new, key_for_title(stem)))
    found = _pages_called(old, sources)
    if len(found) > 1:
        raise RenameError(
            gettext(
                "{name} is {names}: write which, with its folder",
                name=quoted(old),
                names=listed(found),
            )
        )
    if not found:
        by_hand = _pages_called(new, sources)
        if len(by_hand) != 1:
            raise RenameError(_no_page(old, sources))
        was = PurePosixPath(old if "/" in old else PurePosixPath(by_hand[0]).with_name(old))
        return f"{was}.md", by_hand[0]
    path = str(PurePosixPath(found[0]).with_name(f"{stem}.md"))
    if new not in (stem, path.removesuffix(".md")):
        raise RenameError(gettext("a page keeps its folder: write `{name}`", name=stem))
    if path in sources.files:
        raise RenameError(gettext("{file} is already there: choose another name", file=path))
    if PurePosixPath(found[0]).stem == "index":
        raise RenameError(
            gettext("{file} is the first page of its folder, and keeps its name", file=found[0])
        )
    return found[0], path


def _pages_called(name: str, sources: Sources) -> list[str]:
    """Return the pages with a path, or with a key: a role or an opening before all others."""
    if f"{name}.md" in sources.pages:
        return [f"{name}.md"]
    named = [path for path in sources.pages if PurePosixPath(path).stem == name]
    keyed = [f"{folder}/{name}.md" for folder in (ROLES_FOLDER, OPENINGS_FOLDER)]
    return [path for path in named if path in keyed] or named


def _no_page(name: str, sources: Sources) -> str:
    cache, words = PageCache(), words_of(sources)
    records = (cache.read(path, text, words=words) for path, text in sources.pages.items())
    for old, path in Moves.stated(records).paths.items():
        if name in (old.removesuffix(".md"), PurePosixPath(old).stem):
            return said_renamed(name, path.removesuffix(".md"))
    paths = [path.removesuffix(".md") for path in sources.pages]
    names = paths if "/" in name else sorted({PurePosixPath(path).name for path in paths})
    message = gettext("there is no page {page}", page=quoted(name))
    return f"{message}{instead(name, names, gettext('Pages'), gettext('There are no pages'))}"


def _no_name(name: str, key: str) -> str:
    message = (
        gettext("{name} is no name: write lower-case letters, digits and hyphens, as `{key}`")
        if key
        else gettext("{name} is no name: write lower-case letters, digits and hyphens")
    )
    return message.format(name=quoted(name), key=key)


def _refuse_page_of_the_site(path: str, conf: str) -> None:
    """Refuse to rename a page that conf.py names: that is a program, and its operator's."""
    for setting, usual in _PAGES_OF_THE_SITE.items():
        stated = re.search(rf"^{setting}\b.*?=\s*[\"'](.*?)[\"']", conf, re.MULTILINE)
        if path == f"{stated[1] if stated else usual}.md":
            message = gettext(
                "the site knows {page} by its name: in {file}, give `{setting}` the new one first",
                page=path,
                file=CONF,
                setting=setting,
            )
            raise RenameError(message)


def _carry_out(folder: Path, renaming: Renaming) -> None:
    """Write what was planned; where that fails, put back what there was."""
    old, new = folder / renaming.old, folder / renaming.new
    files = {path: folder / path for path in renaming.texts}
    ready = {path: file.with_name(f".{file.name}.renaming") for path, file in files.items()}
    before: dict[str, bytes] = {}
    done: list[str] = []
    try:
        for path, text in renaming.texts.items():
            moves = path == renaming.new and not renaming.is_moved
            before[path] = (old if moves else files[path]).read_bytes()
            ready[path].write_bytes(_encoded(text, before[path]))
        if not renaming.is_moved:
            old.rename(new)
        # First the page, which says what it was called: then every other may wait.
        for path in sorted(ready, key=lambda path: path != renaming.new):
            ready[path].replace(files[path])
            done.append(path)
    except OSError as error:
        for path in done:
            files[path].write_bytes(before[path])
        if not renaming.is_moved and new.exists() and not old.exists():
            new.rename(old)
        why = why_not_here(error) or error
        raise RenameError(gettext("nothing is renamed: {why}", why=why)) from error
    finally:
        for file in ready.values():
            file.unlink(missing_ok=True)


def _encoded(text: str, before: bytes) -> bytes:
    """Return a text as its file had it: with its line ends, and its byte order mark."""
    ends = "\r\n" if b"\r\n" in before else "\n"
    return (_MARK if before.startswith(_MARK) else b"") + text.replace("\n", ends).encode()
