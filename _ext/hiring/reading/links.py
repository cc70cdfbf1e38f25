"""Cross-references, placeholders and addresses: whether what they name is there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from hiring.model.audience import Audience
from hiring.model.problem import instead, nearest, quoted
from hiring.model.rules import Rule
from hiring.reading.anchors import plain_label
from hiring.reading.assets import DOWNLOADS, IMAGES, path_in, resolved
from hiring.reading.sources import COMPANY, OPENINGS_FOLDER, ROLES_FOLDER, SKILLS
from hiring.reading.vocabulary import SCHEMES

if TYPE_CHECKING:
    from collections.abc import Collection

    from hiring.language.references import Reference
    from hiring.model.handbook import Handbook
    from hiring.model.role import JobRole
    from hiring.reading.report import Report

_READERS = {
    Audience.PUBLIC: "the public",
    Audience.EMPLOYEE: "employees",
    Audience.HIRING_TEAM: "the hiring team",
}


@dataclass(frozen=True)
class Known:
    """What there is to refer to: for the build's readers, and ``above``, for all.

    ``unread_pages`` and ``unread`` are the pages and data files that can't be read. Naming what
    stands in one of them is no mistake of the page that names it. ``files`` are the paths of all
    files; ``schemes`` are what an address may start with.
    """

    handbook: Handbook
    above: Handbook
    unread_pages: Collection[str] = ()
    unread: Collection[str] = ()
    files: Collection[str] = ()
    schemes: Collection[str] = SCHEMES


def address_fault(address: str, schemes: Collection[str]) -> str | None:
    """Return what is wrong with an address by itself: its scheme, or a sign in it; else None."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return f"{quoted(address)} is no address"
    if "\\" in address or any(sign < " " for sign in address):
        return f"{quoted(address)} holds a sign that no address has: write `/` between names"
    if parts.scheme and parts.scheme not in schemes:
        return f"`{parts.scheme}:` is no address: use https, mailto, tel or a page's path"
    if parts.netloc and not parts.scheme:
        return f"{quoted(address)} does not say how to get there: write https:{address}"
    return None


class Links:
    """Checks where one page leads."""

    def __init__(self, page: str, known: Known, report: Report) -> None:
        """Check the links of the page with the path ``page``."""
        self.page = page
        self.known = known
        self.handbook = known.handbook
        self.report = report

    def check(self, reference: Reference) -> None:
        """Report a reference that leads nowhere, or where it may not lead."""
        target, line = reference.target, reference.line
        match reference.kind:
            case "role":
                self.role(target, line, "`{role}`")
            case "level" | "question":
                self.part(reference.kind, target, line, f"`{{{reference.kind}}}`")
            case "skill":
                self.skill(target, line, "`{skill}`")
            case "opening":
                self.opening(target, line)
            case "placeholder":
                self.placeholder(target, line)
            case "link":
                self.address(target, line)
            case "image":
                self.image(target, line)
            case "download":
                self.file(target, target, line, DOWNLOADS)
            case "toctree":
                # A table of contents leaves out what is hidden, and nobody reads less for it.
                self.page_at(f"{target.removesuffix('.md')}.md", target, line, quiet=True)
            case "doc":
                self.document(target, line)
            case "ref":
                self.named(target, line, self.handbook.labels, self.handbook.hidden.labels)
            case "term":
                self.named(target, line, self.handbook.terms, self.handbook.hidden.terms)

    def role(self, key: str, line: int, what: str) -> bool:
        """Report a role's key that leads nowhere; tell whether the role is visible."""
        roles = self.handbook.roles
        if key in roles:
            return True
        if f"{ROLES_FOLDER}/{key}.md" in self.known.unread_pages:
            return False
        if self.is_hidden(key in self.known.above.roles):
            self.hidden(what, key, line)
        else:
            message = f"{what}: there is no role {quoted(key)}{instead(key, roles, 'Roles')}"
            self.report.error(line, Rule.UNKNOWN_ROLE, message)
        return False

    def is_hidden(self, is_above: bool) -> bool:
        """Tell whether what is not there is there for higher audiences, or may well be."""
        return is_above or self.handbook.hidden.projected

    def is_withheld(self, path: str) -> bool:
        """Tell whether a page is kept for a higher audience, and not for being broken."""
        return path in self.handbook.hidden.pages and path not in self.known.unread_pages

    def hidden(self, what: str, name: str, line: int) -> None:
        """Report a reference of which some of the page's readers see the words alone."""
        readers = _READERS[self.handbook.audience]
        message = f"{what}: {quoted(name)} is hidden from {readers}, who see words and no link"
        self.report.warning(line, Rule.HIDDEN_REFERENCE, message)

    def part(self, kind: str, target: str, line: int, what: str) -> None:
        """Report the name of a level or a question, as ``role/id``, that leads nowhere."""
        rule = Rule.UNKNOWN_LEVEL if kind == "level" else Rule.UNKNOWN_QUESTION
        key, slash, name = target.partition("/")
        if not slash:
            message = f"{what}: found {quoted(target)}, wanted role and {kind}, as `ROLE/ID`"
            self.report.error(line, rule, message)
        elif self.role(key, line, what):
            role = self.handbook.roles[key]
            ids = part_ids(role, kind)
            if name in ids:
                return
            if self.is_hidden(name in part_ids(self.known.above.roles[key], kind)):
                self.hidden(what, target, line)
            else:
                hint = instead(name, ids, "It has")
                message = f"{what}: `{key}` has no {kind} {quoted(name)}{hint}"
                self.report.error(line, rule, message)

    def skill(self, name: str, line: int, what: str) -> None:
        """Report a skill that is not in skills.yaml."""
        names = self.handbook.skill_names
        if name.lower() not in names and SKILLS not in self.known.unread:
            hint = nearest(name, names) or "."
            message = f"{what}: there is no skill {quoted(name)}{hint} New ones go into {SKILLS}"
            self.report.error(line, Rule.UNKNOWN_SKILL, message)

    def opening(self, key: str, line: int) -> None:
        """Report an opening's key that leads nowhere."""
        openings, path = self.handbook.openings, f"{OPENINGS_FOLDER}/{key}.md"
        if key in openings or path in self.known.unread_pages:
            return
        if self.is_hidden(key in self.known.above.openings):
            self.hidden("`{opening}`", key, line)
        elif path not in self.known.above.pages:
            hint = instead(key, openings, "Openings")
            message = f"`{{opening}}`: there is no opening {quoted(key)}{hint}"
            self.report.error(line, Rule.UNKNOWN_OPENING, message)

    def placeholder(self, name: str, line: int) -> None:
        """Report a placeholder that is not in company.yaml."""
        declared = self.handbook.company.placeholders
        if name not in declared and COMPANY not in self.known.unread:
            hint = instead(name, declared, f"{COMPANY} has")
            message = f"there is no placeholder {quoted(name)}{hint}"
            self.report.error(line, Rule.UNKNOWN_PLACEHOLDER, message)

    def address(self, address: str, line: int) -> None:
        """Report a link of another scheme, out of the handbook, or to a page that is not there."""
        fault = address_fault(address, self.known.schemes)
        if fault:
            self.report.error(line, Rule.ADDRESS, fault)
        elif not urlsplit(address).scheme:
            path, anchor = path_in(address), unquote(urlsplit(address).fragment)
            if path:
                self.inside(path, address, line)
            if anchor:
                self.anchor(path, anchor, address, line)

    def anchor(self, path: str, anchor: str, written: str, line: int) -> None:
        """Report an anchor that only higher audiences see; of others the site knows."""
        inside = resolved(self.page, path) if path else self.page
        if (inside, anchor) in self.handbook.hidden.anchors:
            self.hidden("a link", written, line)

    def document(self, target: str, line: int) -> None:
        """Report the name of a page, without its ending, that leads nowhere."""
        self.page_at(f"{target.removesuffix('.md')}.md", target, line)

    def named(self, name: str, line: int, there: Collection[str], hidden: Collection[str]) -> None:
        """Report a label or a term that only higher audiences see; of others the site knows."""
        plain = plain_label(name)
        if plain not in there and self.is_hidden(plain in hidden):
            self.hidden("a cross-reference", name, line)

    def inside(self, path: str, written: str, line: int) -> None:
        """Report a link to a page or a file that is not there; labels are left to Sphinx."""
        inside = resolved(self.page, path)
        is_file = inside in self.known.files or set("/.") & set(path)
        if ":" in path:
            message = f"{quoted(written)} holds a `:` that is no scheme's: delete it"
            self.report.error(line, Rule.ADDRESS, message)
        elif inside is not None and is_file and not inside.endswith(".md"):
            self.file(path, written, line, DOWNLOADS)
        else:
            self.page_at(path, written, line)

    def image(self, address: str, line: int) -> None:
        """Report an image that is no file of the handbook."""
        if "//" in address or ":" in address.partition("/")[0]:
            message = f"the image {quoted(address)} is elsewhere: keep a copy in the handbook"
            self.report.error(line, Rule.ADDRESS, message)
        else:
            self.file(path_in(address), address, line, IMAGES)

    def file(self, path: str, written: str, line: int, endings: Collection[str]) -> None:
        """Report a path that leads to no file which pages may show, or offer, to their readers."""
        inside = resolved(self.page, path)
        if inside is None:
            self.page_at(path, written, line)
        elif PurePosixPath(inside).suffix not in endings:
            message = f"{quoted(written)} is of no kind that pages may use; allowed: "
            self.report.error(line, Rule.ADDRESS, message + " ".join(endings))
        elif inside not in self.known.files:
            usable = [file for file in sorted(self.known.files) if file.endswith(tuple(endings))]
            hint = nearest(inside, usable) or "."
            message = f"there is no file {quoted(inside)}{hint} Paths start at this page's folder"
            self.report.error(line, Rule.FILE, message)

    def page_at(self, path: str, written: str, line: int, *, quiet: bool = False) -> None:
        """Report a path that leaves the handbook, or that is a page's where there is none."""
        inside = resolved(self.page, path)
        if inside is None:
            message = f"{quoted(written)} leaves the handbook's folder"
            self.report.error(line, Rule.ADDRESS, message)
        elif not inside.endswith(".md") or inside in self.handbook.pages:
            return
        elif self.is_hidden(self.is_withheld(inside)):
            if not quiet:
                self.hidden("a link", written, line)
        elif inside not in self.known.unread_pages:
            hint = nearest(inside, self.handbook.pages) or "."
            message = f"there is no page {quoted(inside)}{hint} Paths start at this page's folder"
            self.report.error(line, Rule.UNKNOWN_PAGE, message)


def part_ids(role: JobRole, kind: str) -> list[str]:
    """Return the ids of a role's levels or questions."""
    return [part.id for part in (role.levels if kind == "level" else role.questions)]
