"""What is posted: a posting with the passages that it is made of, each with its file and line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from hiring.checks.language.money import MONEY, amounts_of_pay
from hiring.checks.language.prose import company_prose, page_prose
from hiring.checks.subjects import OpeningSubject, RoleSubject, Subject
from hiring.model.fact_table import prose_facts, prose_in
from hiring.model.paths import COMPANY
from hiring.model.problem import Severity
from hiring.posting.terms import terms_of_opening, terms_of_role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from hiring.checks.language.money import MoneyMention
    from hiring.checks.language.prose import Passage
    from hiring.model.handbook import Handbook
    from hiring.model.opening import Opening
    from hiring.model.role import JobRole
    from hiring.posting.terms import Terms


@dataclass(frozen=True, kw_only=True)
class PostingSubject(Subject):
    """A posting: a role's template, whose words are those of all levels, or an opening's.

    One passage goes into many postings. A finding in it is told once, for the file it stands in.
    """

    published: ClassVar[bool] = True
    role: JobRole
    opening: Opening | None = None

    @classmethod
    def all_in(cls, handbook: Handbook, today: date) -> Iterator[PostingSubject]:
        """Yield the templates of roles that are not retired, then the openings not over."""
        for template in RoleSubject.all_in(handbook, today):
            yield cls(handbook=handbook, today=today, path=template.path, role=template.role)
        for subject in OpeningSubject.all_in(handbook, today):
            yield cls.by(subject)

    @classmethod
    def by(cls, subject: OpeningSubject) -> PostingSubject:
        """Return an opening's posting."""
        return cls(
            handbook=subject.handbook,
            today=subject.today,
            path=subject.path,
            role=subject.role,
            opening=subject.opening,
        )

    @property
    def texts(self) -> Iterable[str]:
        """The page that is posted, and its role's."""
        pages = self.handbook.pages
        return pages[self.path].text, pages[self.role.path].text

    def weigh(self, severity: Severity) -> Severity:
        """Return how grave a finding is: what is wrong in a draft is still to do."""
        draft = self.opening is not None and self.opening.facts.status == "draft"
        return Severity.NOTE if draft else severity

    @cached_property
    def terms(self) -> Terms:
        """What holds for the job."""
        if self.opening:
            return terms_of_opening(self.opening, self.role, self.handbook)
        return terms_of_role(self.role, self.handbook)

    @cached_property
    def amounts_of_pay(self) -> tuple[tuple[str, Passage, MoneyMention], ...]:
        """The amounts in sentences about pay, each with its file and passage."""
        return tuple(amounts_of_pay(self.passages_with(MONEY)))

    def says(self, pattern: re.Pattern[str]) -> bool:
        """Tell whether the posting has a pattern in its words."""
        # The company's benefits stand only where the role's do not take their place.
        names = ["salary_basis"]
        names += [] if self.role.replaces_benefits else ["benefits"]
        found = [self.company.said(name, self.terms.language) for name in names]
        values = [it.value for it in found if it]
        company = [text for it in values for text in ([it] if isinstance(it, str) else it)]
        return any(pattern.search(text) for text in (*self._texts.values(), *company))

    def passages_with(self, pattern: re.Pattern[str]) -> Iterator[tuple[str, Passage]]:
        """Yield the passages in which a pattern is found, each with its file.

        Few texts have any, and parsing takes time: the Markdown is searched first.
        """
        for path, text in self._texts.items():
            if pattern.search(text):
                for passage in page_prose(self.handbook.pages[path], self.handbook):
                    if self.shows(path, passage) and pattern.search(passage.text):
                        yield path, passage
        for passage in company_prose(self.handbook, self.language):
            if self.shows(COMPANY, passage) and pattern.search(passage.text):
                yield COMPANY, passage

    @cached_property
    def _texts(self) -> dict[str, str]:
        """What the pages add to the posting, as Markdown without the marks of emphasis, by path."""
        role, level = self.role, self.terms.level
        names = role.posted_blocks
        texts = [block.markdown for name in names for block in role.blocks_named(name)]
        for stated in (level,) if level else role.levels:
            texts += [stated.markdown, stated.background or "", stated.scope or ""]
            texts += [block.markdown for block in stated.blocks]
            texts += prose_in(stated.facts, posted=True).values()
        texts += prose_in(role.facts, posted=True).values()
        found = {role.path: "\n\n".join(texts)}
        if self.opening:
            own = [self.opening.markdown, *prose_in(self.opening.facts, posted=True).values()]
            found[self.opening.path] = "\n\n".join(own)
        return {path: re.sub(r"[*_]", "", text) for path, text in found.items()}

    def shows(self, path: str, passage: Passage) -> bool:
        """Tell whether a passage of a page, or of company.yaml, is a part of the posting."""
        if path == COMPANY:
            own = ("benefits.",) if self.role.replaces_benefits else ()
            return not passage.block.startswith(("description", *own))
        if path != self.role.path:
            return True
        if passage.anchor.startswith("level-"):
            level = self.terms.level
            if level is None:
                return True
            return passage.anchor in (level.anchor, *(it.anchor for it in level.blocks))
        # The facts of a role's page that stand in its postings as they are.
        facts = (f"role.{name}" for name in prose_facts(type(self.role.facts), posted=True))
        return passage.block in (*self.role.posted_blocks, *facts)
