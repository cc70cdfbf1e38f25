"""Cross-references, placeholders and addresses: whether what they name is there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from hiring.language.vocabulary import SCHEMES
from hiring.model.audience import Audience
from hiring.model.kinds import KINDS, NAME, Found, Kind, Target, role_and_id
from hiring.model.paths import COMPANY, SKILLS, address_fault, path_in, plain_label, resolved
from hiring.model.problem import instead, listed, nearest, quoted
from hiring.model.rules import Rule
from hiring.model.targets import Hidden, Missing, resolve, target_of, target_within
from hiring.reading.crossings.contents import pattern_fault
from hiring.reading.sources.assets import DOWNLOADS, IMAGES

if TYPE_CHECKING:
    from collections.abc import Collection

    from hiring.language.references import Reference
    from hiring.model.handbook import Handbook
    from hiring.model.report import Report
    from hiring.reading.crossings.stages import Plans

_READERS = {
    Audience.PUBLIC: "the public",
    Audience.EMPLOYEE: "employees",
    Audience.HIRING_TEAM: "the hiring team",
}


@dataclass(frozen=True)
class Known:
    """What there is to refer to: for the build's readers, and ``above``, for all, as ``plans`` are.

    ``unread`` are the pages and data files that can't be read: to name what stands there is no
    mistake. ``files`` are the paths of all files, ``schemes`` what an address may start with.
    """

    handbook: Handbook
    above: Handbook
    plans: Plans
    unread: Collection[str] = ()
    files: Collection[str] = ()
    schemes: Collection[str] = SCHEMES


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
        kind, target, line = reference.kind, reference.target, reference.line
        match kind:
            case "link":
                self.address(target, line)
            case "image":
                self.image(target, line)
            case "download":
                self.file(target, target, line, DOWNLOADS)
            case "glob":
                self.pattern(target, line)
            case "toctree":
                # A table of contents leaves out what is hidden, and nobody reads less for it.
                self.page_at(f"{target.removesuffix('.md')}.md", target, line, quiet=True)
            case "doc":
                self.page_at(f"{target.removesuffix('.md')}.md", target, line)
            case _:
                ours = kind in KINDS and KINDS[kind].ours
                self.leads(kind, target, line, f"`{{{kind}}}`" if ours else "a cross-reference")
                if kind == "ref" and not reference.has_words:
                    self.titled(target, line)

    def leads(self, kind: str, written: str, line: int, what: str) -> bool:
        """Report a name that leads nowhere, or to what is hidden; tell whether it leads there.

        ``what`` is what names it: "`{role}`".
        """
        target = target_of(kind, written, self.page)
        answer = resolve(target, self.handbook) if target else None
        if answer is None or isinstance(answer, Found):
            return True
        lost = answer.target
        if KINDS[lost.kind].file(lost.name) not in self.known.unread:
            name = written if lost == target else lost.name
            if isinstance(answer, Hidden):
                self.hidden(what, name, line)
            else:
                self.missing(lost, name, line, what)
        return False

    def titled(self, label: str, line: int) -> None:
        """Report a reference without words to a label that has no title to show for it."""
        if plain_label(label) in self.handbook.untitled:
            message = (
                f"the label {quoted(label)} has no heading right below it, and so no title: "
                f"give the reference words, as {{ref}}`words <{label}>`"
            )
            self.report.error(line, Rule.UNTITLED_LABEL, message)

    def is_hidden(self, is_above: bool) -> bool:
        """Tell whether what is not there is there for higher audiences, or may well be."""
        return is_above or self.handbook.hidden.projected

    def pattern(self, glob: str, line: int) -> None:
        """Report a pattern of a table of contents that leaves the handbook, or is no pattern."""
        fault = pattern_fault(glob)
        if resolved(self.page, glob) is None:
            fault = f"{quoted(glob)} leaves the handbook's folder"
        if fault:
            self.report.error(line, Rule.ADDRESS, fault)

    def hidden(self, what: str, name: str, line: int) -> None:
        """Report a reference of which some of the page's readers see the words alone."""
        readers = _READERS[self.handbook.audience]
        message = f"{what}: {quoted(name)} is hidden from {readers}, who see words and no link"
        self.report.warning(line, Rule.HIDDEN_REFERENCE, message)

    def missing(self, target: Target, written: str, line: int, what: str) -> None:
        """Report what is nowhere, unless the site reports it."""
        kind = KINDS["anchor" if target.kind == NAME else target.kind]
        if kind.rule is Rule.UNKNOWN_LABEL:
            self.unnamed(kind, target, written, line)
            return
        pages = self.known.above.pages
        if kind.rule is None or (target.kind == "opening" and kind.file(target.name) in pages):
            return  # of an opening's page, the mistakes are reported there
        name, names = quoted(written), kind.names(self.handbook)
        key, part_id = role_and_id(target.name)
        if kind.parts and key:
            ids = [part.id for part in kind.parts(self.handbook.roles[key])]
            hint = instead(part_id, ids, "It has")
            message = f"{what}: `{key}` has no {target.kind} {quoted(part_id)}{hint}"
        elif kind.parts:
            message = f"{what}: found {name}, wanted role and {target.kind}, as `ROLE/ID`"
        elif target.kind == "skill":
            message = f"{what}: {self._no_skill(written)}"
        elif target.kind == "placeholder":
            hint = instead(written, names, f"{COMPANY} has")
            message = f"there is no placeholder {name}{hint}"
        else:
            hint = instead(written, names, f"{target.kind.capitalize()}s")
            message = f"{what}: there is no {target.kind} {name}{hint}"
        self.report.error(line, kind.rule, message)

    def _no_skill(self, written: str) -> str:
        skill, _, step = written.rpartition("/")
        if skill.lower() in self.handbook.skill_names:
            return f"no step is called {quoted(step)}{instead(step, self.handbook.company.scale)}"
        hint = nearest(written, self.handbook.skill_names) or "."
        return f"there is no skill {quoted(written)}{hint} New ones go into {SKILLS}"

    def unnamed(self, kind: Kind, target: Target, written: str, line: int) -> None:
        """Report a section, a label or a term that no page has."""
        page, _, _ = target.name.partition("#")
        names = kind.names(self.handbook)
        what, there = target.kind, None
        if what == "label" and ":" in written:
            return  # of another site's, as intersphinx has them: the site knows
        if what in ("anchor", NAME):
            what = "section" if page == self.page else f"section of {quoted(page)}"
            there = self.handbook.pages.get(page)
            names = [f"#{anchor}" for anchor in there.anchors] if there else []
        # A label is one of very many; the sections of a page can be listed.
        hint = nearest(written, names) or (f". It has: {listed(names)}" if there else "")
        self.report.error(line, Rule.UNKNOWN_LABEL, f"there is no {what} {quoted(written)}{hint}")

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
        """Report an anchor that is nowhere, or that only higher audiences see."""
        target = target_within(path, anchor, self.page) if path[-3:] in ("", ".md") else None
        answer = resolve(target, self.handbook) if target else None
        if (resolved(self.page, path) if path else self.page) in self.known.unread:
            return
        if isinstance(answer, Hidden) and not self.handbook.hidden.projected:
            self.hidden("a link", written, line)
        elif isinstance(answer, Missing) and answer.target.kind in ("anchor", NAME):
            self.missing(answer.target, f"#{anchor}", line, "a link")

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
        elif inside.endswith(".md") and inside not in self.known.unread:
            answer = resolve(Target("page", inside), self.handbook)
            if isinstance(answer, Missing):
                hint = nearest(inside, self.handbook.pages) or "."
                message = (
                    f"there is no page {quoted(inside)}{hint} Paths start at this page's folder"
                )
                self.report.error(line, Rule.UNKNOWN_PAGE, message)
            elif isinstance(answer, Hidden) and not quiet:
                self.hidden("a link", written, line)
