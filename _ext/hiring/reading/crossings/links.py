"""Cross-references and placeholders: whether what they name is there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hiring.language.vocabulary import SCHEMES
from hiring.model.audience import Audience
from hiring.model.kinds import KINDS, NAME, Found, Kind, Target, role_and_id
from hiring.model.paths import INDEX, SKILLS, of_company, plain_label
from hiring.model.problem import instead, listed, nearest, quoted
from hiring.model.rules import Rule
from hiring.model.targets import Hidden, resolve, target_of

if TYPE_CHECKING:
    from collections.abc import Collection

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
    """Checks what one page names."""

    def __init__(self, page: str, known: Known, report: Report) -> None:
        """Check what the page with the path ``page`` names."""
        self.page = page
        self.known = known
        self.handbook = known.handbook
        self.report = report

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
            mend = f"name the role, as {{role}}`{key}`" if what.startswith("`{") else "leave it out"
            hint = instead(part_id, ids, "It has", f"It has no {target.kind}s: {mend}")
            message = f"{what}: `{key}` has no {target.kind} {quoted(part_id)}{hint}"
        elif kind.parts:
            message = f"{what}: found {name}, wanted role and {target.kind}, as `ROLE/ID`"
        elif target.kind == "skill":
            message = f"{what}: {self._no_skill(written)}"
        elif target.kind == "placeholder":
            hint = of_company(written, names, "placeholders")
            message = f"there is no placeholder {name}{hint}"
        else:
            kinds = f"{target.kind}s"
            hint = instead(written, names, kinds.capitalize(), f"There are no {kinds} so far")
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
        every = f". It has: {listed(names)}" if there and names else ""
        hint = nearest(written, names) or every
        if what == "label" and target.name == INDEX:
            hint = ": `html_use_index = False` in conf.py turns that page off"
        self.report.error(line, Rule.UNKNOWN_LABEL, f"there is no {what} {quoted(written)}{hint}")
