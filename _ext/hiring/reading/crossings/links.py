"""Cross-references and placeholders: whether what they name is there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hiring.language.vocabulary import SCHEMES
from hiring.model.audience import Audience
from hiring.model.kinds import KINDS, NAME, Found, Kind, Target, role_and_id
from hiring.model.messages import gettext
from hiring.model.paths import INDEX, SKILLS, of_company, plain_label
from hiring.model.problem import about, instead, nearest, quoted
from hiring.model.rules import Rule
from hiring.model.targets import Hidden, resolve, target_of
from hiring.reading.crossings.not_there import (
    no_label,
    no_page_of,
    no_part,
    no_role_and_part,
    no_section,
)

if TYPE_CHECKING:
    from collections.abc import Collection

    from hiring.model.handbook import Handbook
    from hiring.model.report import Report
    from hiring.reading.crossings.stages import Plans


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
            message = gettext(
                "the label {label} has no heading right below it, and so no title: give the "
                "reference words, as {{ref}}`words <{target}>`",
                label=quoted(label),
                target=label,
            )
            self.report.error(line, Rule.UNTITLED_LABEL, message)

    def is_hidden(self, is_above: bool) -> bool:
        """Tell whether what is not there is there for higher audiences, or may well be."""
        return is_above or self.handbook.hidden.projected

    def hidden(self, what: str, name: str, line: int) -> None:
        """Report a reference of which some of the page's readers see the words alone."""
        message = {
            Audience.PUBLIC: gettext(
                "{what}: {name} is hidden from the public, who see words and no link"
            ),
            Audience.EMPLOYEE: gettext(
                "{what}: {name} is hidden from employees, who see words and no link"
            ),
            Audience.HIRING_TEAM: gettext(
                "{what}: {name} is hidden from the hiring team, who see words and no link"
            ),
        }[self.handbook.audience].format(what=what, name=quoted(name))
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
        names = kind.names(self.handbook)
        key, part_id = role_and_id(target.name)
        if kind.parts and key:
            ids = [part.id for part in kind.parts(self.handbook.roles[key])]
            message = no_part(target.kind, what, key, part_id, ids)
        elif kind.parts:
            message = no_role_and_part(target.kind, what, written)
        elif target.kind == "skill":
            message = about(what, self._no_skill(written))
        elif target.kind == "placeholder":
            message = self._no_placeholder(written, list(names))
        else:
            message = no_page_of(target.kind, what, written, names)
        self.report.error(line, kind.rule, message)

    def _no_placeholder(self, written: str, names: list[str]) -> str:
        if (meant := written.strip()) != written and meant in names:
            wanted = quoted(f"[[{meant}]]")
            return gettext("a space within a placeholder's brackets: write {wanted}", wanted=wanted)
        message = gettext("there is no placeholder {name}", name=quoted(written))
        return message + of_company(written, names, "placeholders")

    def _no_skill(self, written: str) -> str:
        skill, _, step = written.rpartition("/")
        if skill.lower() in self.handbook.skill_names:
            message = gettext("no step is called {step}", step=quoted(step))
            return f"{message}{instead(step, self.handbook.company.scale)}"
        message = gettext("there is no skill {name}", name=quoted(written))
        hint = nearest(written, self.handbook.skill_names) or "."
        return f"{message}{hint} {gettext('New ones go into {file}', file=SKILLS)}"

    def unnamed(self, kind: Kind, target: Target, written: str, line: int) -> None:
        """Report a section, a label or a term that no page has."""
        page, _, _ = target.name.partition("#")
        if target.kind == "label" and ":" in written:
            return  # of another site's, as intersphinx has them: the site knows
        if target.kind in ("anchor", NAME):
            there = self.handbook.pages.get(page)
            sections = [f"#{anchor}" for anchor in there.anchors] if there else []
            message = no_section("" if page == self.page else page, written, sections)
        elif (target.kind, target.name) == ("label", INDEX):
            message = gettext(
                "there is no label {label}: `html_use_index = False` in conf.py turns that page "
                "off",
                label=quoted(written),
            )
        else:  # one of very many, of which no list would help
            message = no_label(target.kind, written)
            message += nearest(written, kind.names(self.handbook))
        self.report.error(line, Rule.UNKNOWN_LABEL, message)
