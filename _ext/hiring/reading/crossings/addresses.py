"""Where a page leads: whether there is what its links, images and contents have addresses of."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from hiring.model.kinds import KINDS, NAME, Found, Target
from hiring.model.messages import gettext
from hiring.model.paths import address_fault, path_in, resolved
from hiring.model.problem import nearest, quoted
from hiring.model.rules import Rule
from hiring.model.targets import Hidden, Missing, resolve, target_within
from hiring.reading.crossings.contents import pattern_fault
from hiring.reading.sources.assets import DOWNLOADS, IMAGES

if TYPE_CHECKING:
    from collections.abc import Collection

    from hiring.language.references import Reference
    from hiring.reading.crossings.links import Links


def _wanted() -> str:
    return gettext("Write a page's path, as `hire.md`, or `#` and a section")


def check_reference(links: Links, reference: Reference) -> None:
    """Report a reference that leads nowhere, or where it may not lead."""
    kind, target, line = reference.kind, reference.target, reference.line
    match kind:
        case "link":
            _address(links, target, line)
        case "image":
            _image(links, target, line)
        case "download":
            _file(links, target, target, line, DOWNLOADS)
        case "glob":
            _pattern(links, target, line)
        case "toctree":
            # A table of contents leaves out what is hidden, and nobody reads less for it.
            _page_at(links, f"{target.removesuffix('.md')}.md", target, line, quiet=True)
        case "doc":
            _page_at(links, f"{target.removesuffix('.md')}.md", target, line)
        case _:
            ours = kind in KINDS and KINDS[kind].ours
            links.leads(
                kind, target, line, f"`{{{kind}}}`" if ours else gettext("a cross-reference")
            )
            if kind == "ref" and not reference.has_words:
                links.titled(target, line)


def _address(links: Links, address: str, line: int) -> None:
    """Report a link of another scheme, out of the handbook, or to a page that is not there."""
    if fault := address_fault(address, links.known.schemes):
        links.report.error(line, Rule.ADDRESS, fault)
    elif scheme := urlsplit(address).scheme:
        if not address.startswith(scheme):  # MyST takes it for the name of something
            message = gettext(
                "{address} begins in capitals: write `{scheme}:`",
                address=quoted(address),
                scheme=scheme,
            )
            links.report.error(line, Rule.ADDRESS, message)
    else:
        path, anchor = path_in(address), unquote(urlsplit(address).fragment)
        if path and not (set("/.:") & set(path) or resolved(links.page, path) in links.known.files):
            _name(links, path, anchor, line)
        elif path:
            _inside(links, path, address, line)
        elif address and not anchor:
            message = gettext("{address} leads nowhere", address=quoted(address))
            links.report.error(line, Rule.ADDRESS, f"{message}. {_wanted()}")
        if anchor:
            _anchor(links, path, anchor, address, line)


def _name(links: Links, name: str, anchor: str, line: int) -> None:
    """Report what is no path, and no name either: of a page here, a label, a term, or a key."""
    kinds = [(kind, it) for kind, it in KINDS.items() if it.alone and kind != "anchor"]
    targets = [Target(kind, it.read(links.page, name)) for kind, it in kinds]
    if any(KINDS[it.kind].file(it.name) in links.known.unread for it in targets):
        return
    answers = [resolve(it, links.handbook) for it in targets]
    hidden = any(isinstance(it, Hidden) for it in answers)
    if any(isinstance(it, Found) for it in answers):
        if anchor:
            message = gettext(
                "a section is named behind a page's whole path: write `{name}.md#{anchor}`",
                name=name,
                anchor=anchor,
            )
            links.report.error(line, Rule.ADDRESS, message)
    elif hidden and not links.handbook.hidden.projected:
        links.hidden(gettext("a link"), name, line)
    elif not hidden:
        here = PurePosixPath(links.page).parent
        known = [it for it in map(PurePosixPath, links.handbook.pages) if it.parent == here]
        sections = [f"#{it}" for it in links.handbook.pages[links.page].anchors]
        names = [*(it.name for it in known), *sections, *links.handbook.roles]
        hint = nearest(name, names) or f". {_wanted()}"
        message = gettext("a link leads to {name}, which is nowhere", name=quoted(name)) + hint
        links.report.error(line, Rule.UNKNOWN_LABEL, message)


def _anchor(links: Links, path: str, anchor: str, written: str, line: int) -> None:
    """Report an anchor that is nowhere, or that only higher audiences see."""
    target = target_within(path, anchor, links.page) if path[-3:] in ("", ".md") else None
    answer = resolve(target, links.handbook) if target else None
    if (resolved(links.page, path) if path else links.page) in links.known.unread:
        return
    if isinstance(answer, Hidden) and not links.handbook.hidden.projected:
        links.hidden(gettext("a link"), written, line)
    elif isinstance(answer, Missing) and answer.target.kind in ("anchor", NAME):
        links.missing(answer.target, f"#{anchor}", line, gettext("a link"))


def _inside(links: Links, path: str, written: str, line: int) -> None:
    """Report a link to a page or a file that is not there."""
    inside = resolved(links.page, path)
    if ":" in path:
        message = gettext(
            "{written} holds a `:` that is no scheme's: delete it", written=quoted(written)
        )
        links.report.error(line, Rule.ADDRESS, message)
    elif inside is not None and (page := _meant(inside, links)):
        message = gettext(
            "{written} is no page's path: write `/{page}`", written=quoted(written), page=page
        )
        links.report.error(line, Rule.ADDRESS, message)
    elif inside is not None and not inside.endswith(".md"):
        name, page = PurePosixPath(inside).name, f"{inside}.md"
        if "." not in name and nearest(page, links.handbook.pages):
            _page_at(links, f"{path}.md", written, line)
            return
        _file(links, path, written, line, DOWNLOADS)
    else:
        _page_at(links, path, written, line)


def _image(links: Links, address: str, line: int) -> None:
    """Report an image that is no file of the handbook."""
    if "//" in address or ":" in address.partition("/")[0]:
        message = gettext(
            "the image {address} is elsewhere: keep a copy in the handbook", address=quoted(address)
        )
        links.report.error(line, Rule.ADDRESS, message)
    else:
        _file(links, path_in(address), address, line, IMAGES)


def _from_where() -> str:
    return gettext("Paths start at this page's folder")


def _file(links: Links, path: str, written: str, line: int, endings: Collection[str]) -> None:
    """Report a path that leads to no file which pages may show, or offer, to their readers."""
    inside = resolved(links.page, path)
    if inside is None:
        _page_at(links, path, written, line)
    elif PurePosixPath(inside).suffix not in endings:
        message = gettext(
            "{written} is of no kind that pages may use; allowed: {endings}",
            written=quoted(written),
            endings=" ".join(endings),
        )
        links.report.error(line, Rule.ADDRESS, message)
    elif inside not in links.known.files:
        usable = [file for file in sorted(links.known.files) if file.endswith(tuple(endings))]
        hint = nearest(inside, usable) or "."
        message = gettext("there is no file {file}", file=quoted(inside))
        message = f"{message}{hint} {_from_where()}"
        links.report.error(line, Rule.FILE, message)


def _meant(path: str, links: Links) -> str:
    """Return the page that is meant by a path without its ending, by a folder, or an address."""
    if path.endswith(".md"):
        return ""
    stem = path.partition("?")[0]
    for ending in (".html", ".htm", ".md", ".MD"):
        stem = stem.removesuffix(ending)
    names = [f"{stem}.md", "index.md" if stem == "." else f"{stem}/index.md"]
    return next((it for it in names if it in links.handbook.pages), "")


def _page_at(links: Links, path: str, written: str, line: int, *, quiet: bool = False) -> None:
    """Report a path that leaves the handbook, or that is a page's where there is none."""
    inside = resolved(links.page, path)
    if inside is None:
        message = gettext("{written} leaves the handbook's folder", written=quoted(written))
        links.report.error(line, Rule.ADDRESS, message)
    elif inside.endswith(".md") and inside not in links.known.unread:
        answer = resolve(Target("page", inside), links.handbook)
        if isinstance(answer, Missing):
            hint = nearest(inside, links.handbook.pages) or "."
            message = gettext("there is no page {page}", page=quoted(inside))
            message = f"{message}{hint} {_from_where()}"
            links.report.error(line, Rule.UNKNOWN_PAGE, message)
        elif isinstance(answer, Hidden) and not quiet:
            links.hidden(gettext("a link"), written, line)


def _pattern(links: Links, glob: str, line: int) -> None:
    """Report a pattern of a table of contents that leaves the handbook, or is no pattern."""
    fault = pattern_fault(glob)
    if resolved(links.page, glob) is None:
        fault = gettext("{glob} leaves the handbook's folder", glob=quoted(glob))
    if fault:
        links.report.error(line, Rule.ADDRESS, fault)
