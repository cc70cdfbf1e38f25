"""What one page says of another: every key, cross-reference and link leads somewhere."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from hiring.model.occupations import occupation_title
from hiring.model.problem import listed, nearest
from hiring.model.role import BLOCKS
from hiring.model.years import misfits

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hiring.model.facts import Pay
    from hiring.model.handbook import Handbook
    from hiring.model.role import JobRole
    from hiring.reading.markdown import Reference
    from hiring.reading.page import PageRecord, Shown
    from hiring.reading.validate import Report

ALL = "all"
"""What `:from:` takes where every role is meant."""

DISPLAYS = ("cards", "table")


def keys_in(written: str) -> list[str]:
    """Return the keys of a list as contributors write it: ``a, b``."""
    return [key.strip() for key in written.split(",") if key.strip()]


def check_crossings(
    record: PageRecord, handbook: Handbook, withheld: set[str], report: Report
) -> None:
    """Check everything on a page that names something elsewhere.

    ``withheld`` are the keys of roles that exist but not for this build's readers: naming one is
    no mistake.
    """
    crossings = _Crossings(handbook, withheld, report)
    crossings.facts(record)
    for reference in record.references:
        crossings.reference(record, reference)
    for shown in record.shown:
        crossings.shown(record, shown)


class _Crossings:
    def __init__(self, handbook: Handbook, withheld: set[str], report: Report) -> None:
        self.handbook = handbook
        self.withheld = withheld
        self.report = report

    def role_key(self, key: str, line: int, what: str) -> bool:
        """Note an error where a role's key leads nowhere; tell whether the role is visible."""
        if key in self.handbook.roles or key in self.withheld:
            return key in self.handbook.roles
        hint = nearest(key, self.handbook.roles) or "."
        message = f"{what}: there is no role `{key}`{hint} Roles: {listed(self.handbook.roles)}"
        self.report.error(line, "unknown-role", message)
        return False

    def facts(self, record: PageRecord) -> None:
        role = record.role
        if role is None:
            return
        for name, keys in (("works_with", role.works_with), ("related", role.related)):
            for key in keys:
                self.role_key(key, record.field_line(f"role.{name}"), f"`role.{name}`")
        if role.occupation and occupation_title(role.occupation.onet_soc) is None:
            message = (
                f"`role.occupation.onet_soc`: O*NET has no occupation `{role.occupation.onet_soc}`:"
                " look the role up at https://www.onetonline.org"
            )
            self.report.error(record.field_line("role.occupation"), "bad-value", message)
        ranges = [(level.name, level.years) for level in record.levels if level.years]
        for finding in misfits(ranges):
            line = record.levels[0].line if record.levels else 1
            self.report.warning(line, "level-years", finding)
        for level in record.levels:
            if level.pay and role.pay and not _within(level.pay, role.pay):
                message = f"the pay of {level.name} leaves the role's range"
                self.report.warning(level.line, "level-pay", message)

    def reference(self, record: PageRecord, reference: Reference) -> None:
        target, line = reference.target, reference.line
        if reference.kind == "role":
            self.role_key(target, line, "`{role}`")
        elif reference.kind in ("level", "question"):
            self.part(reference.kind, target, line, f"`{{{reference.kind}}}`")
        elif reference.kind == "skill":
            if target.lower() not in self.handbook.skill_names:
                hint = nearest(target, self.handbook.skill_names) or "."
                message = f"`{{skill}}`: there is no skill `{target}`{hint} Add it to skills.yaml"
                self.report.error(line, "unknown-skill", message)
        elif reference.kind == "placeholder":
            known = self.handbook.company.placeholders
            if target not in known:
                hint = nearest(target, known) or "."
                message = (
                    f"there is no placeholder `{target}`{hint} In company.yaml: {listed(known)}"
                )
                self.report.error(line, "unknown-placeholder", message)
        else:
            self.address(record, reference)

    def part(self, kind: str, target: str, line: int, what: str) -> None:
        """Check the name of a level or a question: ``role/id``."""
        key, slash, name = target.partition("/")
        if not slash:
            message = f"{what}: found `{target}`, wanted the role and the {kind}, as `role/{kind}`"
            self.report.error(line, f"unknown-{kind}", message)
        elif self.role_key(key, line, what):
            role = self.handbook.roles[key]
            parts = role.levels if kind == "level" else role.questions
            ids = [part.id for part in parts]
            if name not in ids:
                hint = nearest(name, ids) or "."
                message = f"{what}: `{key}` has no {kind} `{name}`{hint} It has: {listed(ids)}"
                self.report.error(line, f"unknown-{kind}", message)

    def address(self, record: PageRecord, reference: Reference) -> None:
        """Check a link's or an image's address: its scheme, and that a page is there."""
        parts = urlsplit(reference.target)
        if parts.scheme and parts.scheme not in ("http", "https", "mailto", "tel"):
            message = f"`{parts.scheme}:` is no address: use https, mailto, tel or a page's path"
            self.report.error(reference.line, "address", message)
        if parts.scheme or parts.netloc or not parts.path:
            return
        path = unquote(parts.path)
        base = "" if path.startswith("/") else posixpath.dirname(record.path)
        inside = posixpath.normpath(posixpath.join(base, path.lstrip("/")))
        if inside.startswith(".."):
            message = f"`{reference.target}` leaves the handbook's folder"
            self.report.error(reference.line, "address", message)
        elif inside.endswith(".md") and inside not in self.handbook.pages:
            if inside not in self.handbook.withheld:
                hint = nearest(inside, self.handbook.pages) or "."
                message = f"there is no page `{inside}`{hint} Paths start at this page's folder"
                self.report.error(reference.line, "unknown-page", message)

    def shown(self, record: PageRecord, shown: Shown) -> None:
        options, line = shown.options, shown.line
        several = shown.name in ("levels", "faq")
        if shown.name == "level-diff":
            for name in ("from", "to"):
                self.part("level", options.get(name, ""), line, f"`level-diff` `:{name}:`")
        elif shown.name == "role-card":
            self.role_key(shown.argument, line, "`role-card`")
        elif shown.name == "role-facts":
            self.role_facts(record, shown)
        elif shown.name == "role-list":
            self.role_list(shown)
        elif "from" in options:
            self.sources(shown, several)
        for name in keys_in(options.get("only", "")):
            self.only(shown, name)

    def sources(self, shown: Shown, several: bool) -> None:
        keys = keys_in(shown.options["from"])
        if not keys or (len(keys) > 1 and not several):
            message = f"`{shown.name}` `:from:` wants one role's key"
            self.report.error(shown.line, "bad-option", message)
            return
        for key in keys if keys != [ALL] or not several else []:
            if self.role_key(key, shown.line, f"`{shown.name}` `:from:`") and shown.name in BLOCKS:
                role = self.handbook.roles[key]
                priority = shown.options.get("priority", "must")
                wanted = priority if shown.name == "qualifications" else None
                if not any(block.priority == wanted for block in role.blocks_named(shown.name)):
                    message = f"`{key}` has no block `{shown.name}` to show"
                    self.report.error(shown.line, "unknown-block", message)

    def only(self, shown: Shown, name: str) -> None:
        keys = keys_in(shown.options.get("from", ""))
        roles = self._roles(keys)
        ids = {entry.id for role in roles for entry in role.questions}
        if name not in ids:
            hint = nearest(name, ids)
            message = f"`faq` `:only:`: none of these roles has a question `{name}`{hint}"
            self.report.error(shown.line, "unknown-question", message)

    def _roles(self, keys: list[str]) -> Iterable[JobRole]:
        roles = self.handbook.roles
        return roles.values() if keys == [ALL] else [roles[key] for key in keys if key in roles]

    def role_facts(self, record: PageRecord, shown: Shown) -> None:
        own = record.role is not None
        if "role" in shown.options:
            self.role_key(shown.options["role"], shown.line, "`role-facts` `:role:`")
        elif not own:
            message = "`role-facts` on a page that is no role's wants `:role: KEY`"
            self.report.error(shown.line, "bad-option", message)

    def role_list(self, shown: Shown) -> None:
        family, skill = shown.options.get("family"), shown.options.get("skill")
        display = shown.options.get("display", DISPLAYS[0])
        families = self.handbook.families
        if family is not None and family not in families:
            hint = nearest(family, families) or "."
            message = (
                f"`role-list`: there is no family `{family}`{hint} There are: {listed(families)}"
            )
            self.report.error(shown.line, "unknown-family", message)
        if skill is not None and skill.lower() not in self.handbook.skill_names:
            hint = nearest(skill, self.handbook.skill_names)
            self.report.error(shown.line, "unknown-skill", f"there is no skill `{skill}`{hint}")
        if display not in DISPLAYS:
            message = f"`display`: found `{display}`, wanted one of {listed(DISPLAYS)}"
            self.report.error(shown.line, "bad-option", message + nearest(display, DISPLAYS))


def _within(level: Pay, role: Pay) -> bool:
    same = (level.currency, level.per) == (role.currency, role.per)
    return not same or (role.min <= level.min and level.max <= role.max)
