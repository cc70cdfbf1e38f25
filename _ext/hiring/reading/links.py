"""Cross-references, placeholders and addresses: whether what they name is there."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from hiring.model.problem import instead, nearest, quoted
from hiring.model.rules import Rule
from hiring.reading.sources import COMPANY, SKILLS

if TYPE_CHECKING:
    from collections.abc import Collection

    from hiring.model.handbook import Handbook
    from hiring.reading.inline import Reference
    from hiring.reading.report import Report

OPENINGS_FOLDER = "openings"

SCHEMES = ("http", "https", "mailto", "tel")
"""What an address may start with."""


@dataclass(frozen=True)
class Known:
    """What there is to refer to.

    ``withheld`` are the keys of roles that exist, but not for this build's readers, or whose pages
    can't be read; ``unread`` are the data files that can't be. Naming what stands in one of them
    is no mistake of the page that names it.
    """

    handbook: Handbook
    withheld: Collection[str] = ()
    unread: Collection[str] = ()


def resolved(page: str, target: str) -> str | None:
    """Return the path in the handbook that a page's link leads to; None where it leads outside."""
    base = "" if target.startswith("/") else posixpath.dirname(page)
    path = posixpath.normpath(posixpath.join(base, target.lstrip("/")))
    return None if path == ".." or path.startswith("../") else path


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
            case "toctree":
                self.page_at(target.removesuffix(".md") + ".md", target, line)

    def role(self, key: str, line: int, what: str) -> bool:
        """Report a role's key that leads nowhere; tell whether the role is visible."""
        roles = self.handbook.roles
        if key not in roles and key not in self.known.withheld:
            message = f"{what}: there is no role {quoted(key)}{instead(key, roles, 'Roles')}"
            self.report.error(line, Rule.UNKNOWN_ROLE, message)
        return key in roles

    def part(self, kind: str, target: str, line: int, what: str) -> None:
        """Report the name of a level or a question, as ``role/id``, that leads nowhere."""
        rule = Rule.UNKNOWN_LEVEL if kind == "level" else Rule.UNKNOWN_QUESTION
        key, slash, name = target.partition("/")
        if not slash:
            message = f"{what}: found {quoted(target)}, wanted role and {kind}, as `ROLE/ID`"
            self.report.error(line, rule, message)
        elif self.role(key, line, what):
            role = self.handbook.roles[key]
            ids = [part.id for part in (role.levels if kind == "level" else role.questions)]
            if name not in ids:
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
        openings = self.handbook.openings
        if key not in openings and not self.is_page(f"{OPENINGS_FOLDER}/{key}.md"):
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
        try:
            parts = urlsplit(address)
        except ValueError:
            self.report.error(line, Rule.ADDRESS, f"{quoted(address)} is no address")
            return
        if parts.scheme and parts.scheme not in SCHEMES:
            message = f"`{parts.scheme}:` is no address: use https, mailto, tel or a page's path"
            self.report.error(line, Rule.ADDRESS, message)
        elif parts.netloc and not parts.scheme:
            message = f"{quoted(address)} does not say how to get there: write https:{address}"
            self.report.error(line, Rule.ADDRESS, message)
        elif not parts.scheme and parts.path:
            self.page_at(unquote(parts.path), address, line)

    def image(self, address: str, line: int) -> None:
        """Report an image that is no file of the handbook."""
        if "//" in address or ":" in address.partition("/")[0]:
            message = f"the image {quoted(address)} is elsewhere: keep a copy in the handbook"
            self.report.error(line, Rule.ADDRESS, message)
        else:
            self.page_at(unquote(address), address, line)

    def page_at(self, path: str, written: str, line: int) -> None:
        """Report a path that leaves the handbook, or that is a page's where there is none."""
        inside = resolved(self.page, path)
        if inside is None:
            message = f"{quoted(written)} leaves the handbook's folder"
            self.report.error(line, Rule.ADDRESS, message)
        elif inside.endswith(".md") and not self.is_page(inside):
            hint = nearest(inside, self.handbook.pages) or "."
            message = f"there is no page {quoted(inside)}{hint} Paths start at this page's folder"
            self.report.error(line, Rule.UNKNOWN_PAGE, message)

    def is_page(self, path: str) -> bool:
        """Tell whether a page exists, whoever may see it."""
        return path in self.handbook.pages or path in self.handbook.withheld
