"""What one file says to people, as checks look at it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from hiring.checks.language.claims import may_name_degrees, names_degree
from hiring.checks.language.english import is_english
from hiring.checks.language.needs import Words
from hiring.checks.language.plain import PlainText
from hiring.checks.language.prose import company_prose, page_images, page_prose
from hiring.checks.language.tools import TOOL_WORD, tools_in
from hiring.checks.language.years import MONTHS_WORD, YEARS_WORD, months_in, years_in
from hiring.checks.subjects import ENGLISH_ALONE, Subject
from hiring.model.language_tags import ENGLISH, primary
from hiring.model.local_texts import versions
from hiring.model.paths import COMPANY
from hiring.model.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import date

    from hiring.checks.language.needs import Telling
    from hiring.checks.language.prose import Image, Passage
    from hiring.checks.language.tools import Tools
    from hiring.checks.language.years import YearsClaim
    from hiring.model.handbook import Handbook
    from hiring.model.role import JobRole

ASKING = ("qualifications", "level")
"""The blocks of which all that they name is asked for."""


@dataclass(frozen=True, kw_only=True)
class ProseSubject(Subject):
    """What one file says to people, passage by passage: a page, or company.yaml.

    What checks of it find may depend on the file's text, the names of what it refers to, the
    settings and nothing else: it is kept until one of these changes. Whatever else is wrong, what
    a page does say can be looked at, unless its front matter is taken for a text.

    Its checks read English, as far as they don't say another language: ``language`` is the file's;
    of company.yaml, whose texts may be in several, it is ``of_company``, one subject each.
    """

    spares: ClassVar[Collection[str]] = frozenset(Rule) - {Rule.FRONT_MATTER}
    languages: ClassVar[Collection[str]] = ENGLISH_ALONE

    of_company: str = ""

    @classmethod
    def all_in(cls, handbook: Handbook, today: date) -> Iterator[ProseSubject]:
        """Yield company.yaml, once for each language of its texts, then the pages by path."""
        company = handbook.company
        spoken = {
            tag
            for it in company.posted_texts.values()
            for tag in versions(it, company.own_language)
        }
        for language in sorted({primary(tag) for tag in (*spoken, company.own_language)}):
            yield cls(handbook=handbook, today=today, path=COMPANY, of_company=language)
        for path in handbook.pages:
            yield cls(handbook=handbook, today=today, path=path)

    @cached_property
    def language(self) -> str:
        """The language of the page; of company.yaml, that of the texts which are looked at."""
        return self.of_company or super().language

    @property
    def stated_language(self) -> str:
        """The language of the page, or of the texts of company.yaml that are looked at."""
        return self.of_company or super().stated_language

    @property
    def texts(self) -> Iterable[str]:
        """The file; with an opening's page that of its role, which may tell the language."""
        if self.path != COMPANY:
            opening = self.handbook.opening_on(self.path)
            role = self.handbook.roles.get(opening.facts.role) if opening else None
            return (*super().texts, *([self.handbook.pages[role.path].text] if role else ()))
        return (repr((self.company, sorted(self.handbook.lines[COMPANY].items()))),)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """What the file says, in order: no code, no comment, nothing that other pages say."""
        if self.path == COMPANY:
            return tuple(company_prose(self.handbook, self.language))
        return tuple(page_prose(self.handbook.pages[self.path], self.handbook))

    @cached_property
    def words(self) -> Words:
        """The words of the passages."""
        return Words(passage.text for passage in self.passages)

    def with_any(self, telling: Telling) -> Iterator[Passage]:
        """Yield the passages that have a word that tells something."""
        return map(self.passages.__getitem__, self.words.with_any(telling))

    @cached_property
    def on_degrees(self) -> tuple[Passage, ...]:
        """The passages that name a degree, questions aside: in English alone they are known."""
        if self.language != ENGLISH:
            return ()
        numbers = may_name_degrees([passage.text for passage in self.passages], self.words)
        return tuple(filter(names_degree, map(self.passages.__getitem__, numbers)))

    @cached_property
    def years(self) -> tuple[tuple[Passage, YearsClaim], ...]:
        """The years of experience that the file speaks of, apart from questions and asides."""
        said = (it for it in self.with_any(YEARS_WORD) if not it.aside and it.kind != "question")
        return tuple((passage, claim) for passage in said for claim in years_in(passage))

    @cached_property
    def months(self) -> tuple[tuple[Passage, YearsClaim], ...]:
        """The months of experience that the file speaks of, as `years` are."""
        said = (it for it in self.with_any(MONTHS_WORD) if not it.aside and it.kind != "question")
        return tuple((passage, claim) for passage in said for claim in months_in(passage))

    @cached_property
    def tools(self) -> dict[int, tuple[Tools, ...]]:
        """The tools that passages name, by their numbers; in what is asked each name counts."""
        return {
            number: tuple(tools_in(passage, alone=passage.block in ASKING))
            for number in self.words.with_any(TOOL_WORD)
            for passage in (self.passages[number],)
        }

    @cached_property
    def english(self) -> bool:
        """Whether the file as a whole is English."""
        return is_english(" ".join(passage.text for passage in self.passages))

    @cached_property
    def plain(self) -> PlainText:
        """All passages as one plain text, without the words that company.yaml allows."""
        has_demands = any(passage.block == "physical-demands" for passage in self.passages)
        around = self.handbook.lexicon(self.language).say("adjustment") if has_demands else ""
        return PlainText(self.passages, self.words, self.settings.allow, self.language, around)

    @property
    def role(self) -> JobRole | None:
        """The role that the file is about; None for any other file, and where it is retired."""
        role = self.handbook.role_on(self.path)
        return role if role and role.facts.status != "retired" else None

    @property
    def images(self) -> tuple[Image, ...]:
        """The images of the page, and the text of each."""
        page = self.handbook.pages.get(self.path)
        if page is None or not (
            "![" in page.text or "{image}" in page.text or "{figure}" in page.text
        ):
            return ()
        return tuple(page_images(page))

    @property
    def is_posted(self) -> bool:
        """Whether the file's text goes into postings."""
        handbook, path = self.handbook, self.path
        stated = handbook.role_on(path) or handbook.opening_on(path)
        return path == COMPANY or stated is not None
