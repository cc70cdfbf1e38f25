"""A job role: its facts, blocks, levels and questions, as its page states them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from hiring.model.blocks import BLOCKS, BlockKind, says_more
from hiring.model.fact_table import stated_in
from hiring.model.kept_facts import KeptLevelFacts
from hiring.model.language_tags import ENGLISH
from hiring.model.level_facts import LevelFacts
from hiring.model.role_digests import RoleDigests
from hiring.model.role_facts import RoleFacts
from hiring.model.skill_steps import Expectation, Qualification
from hiring.model.titles import title_at
from hiring.model.tree import Body
from hiring.model.years import Years, next_review

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from hiring.model.fact_shapes import Pay, Reach
    from hiring.model.job_facts import JobFacts

Priority = Literal["must", "should", "nice"]
PRIORITIES: tuple[Priority, ...] = ("must", "should", "nice")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block of a role's page: its Markdown, and the line on which that starts.

    ``body`` is what the Markdown says. ``level`` is the id of the level whose own block it is.
    """

    name: str
    markdown: str
    line: int
    priority: Priority | None = None
    level: str | None = None
    body: Body = field(default_factory=Body, repr=False, compare=False)

    @property
    def anchor(self) -> str:
        """The block's anchor: its name, and for wishes rather than musts, the priority too."""
        wish = self.priority in ("should", "nice")
        own = f"{self.name}-{self.priority}" if wish else self.name
        return f"level-{self.level}-{own}" if self.level else own


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of experience; ``markdown`` names only what it adds to the level below.

    Where ``adds`` is ``all``, it names all that somebody does at the level. ``beside`` is the id of
    a level of the same rank, as that of another specialty or region. ``blocks`` are its own
    qualifications, which are no part of the Markdown; ``taken`` are facts of the role's original.
    """

    id: str
    name: str
    markdown: str
    line: int
    years: Years | None = None
    background: str | None = None
    scope: str | None = None
    beside: str | None = None
    adds: Literal["all"] | None = None
    blocks: tuple[Block, ...] = ()
    taken: tuple[str, ...] = ()
    facts: KeptLevelFacts = field(default_factory=LevelFacts)
    body: Body = field(default_factory=Body, repr=False, compare=False)

    @property
    def pay(self) -> Pay | None:
        """What the employer pays at this level, where that is stated."""
        return self.facts.pay

    @property
    def anchor(self) -> str:
        """The level's anchor on its role's page."""
        return f"level-{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question that people ask about the role, its answer, and other words to find it by."""

    id: str
    question: str
    markdown: str
    line: int
    also: tuple[str, ...] = ()
    body: Body = field(default_factory=Body, repr=False, compare=False)

    @property
    def anchor(self) -> str:
        """The question's anchor on its role's page."""
        return f"question-{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillUse:
    """A skill that a role asks for, and how much."""

    skill: str
    priority: Priority


@dataclass(frozen=True, kw_only=True)
class JobRole(RoleDigests):
    """A job role, as the handbook knows it.

    ``key`` is the stem of its file; ``path`` the file, relative to the handbook's folder;
    ``language`` the tag of its page's language; ``translates`` the key of the role that this one
    says in another language, empty where it is of its own; ``taken`` are the facts that that one
    says for it, in the language ``taken_in``. ``needs`` are its qualifications, ``level_needs`` its
    levels' own, ``expectations`` the steps that levels ask for, ``own_blocks`` the kinds of block
    that the company adds.
    """

    key: str
    path: str
    facts: RoleFacts
    language: str = ENGLISH
    translates: str = ""
    blocks: tuple[Block, ...] = ()
    levels: tuple[Level, ...] = ()
    questions: tuple[Question, ...] = ()
    skills: tuple[SkillUse, ...] = ()
    needs: tuple[Qualification, ...] = ()
    level_needs: tuple[Qualification, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    own_blocks: tuple[tuple[str, BlockKind], ...] = ()
    taken: tuple[str, ...] = ()
    taken_in: str = ""

    def language_of(self, fact: str, level: Level | None = None) -> str:
        """Return the tag of the language that the words of a fact are in; as a level has it."""
        stating = level if level and fact in stated_in(level.facts) else self
        return self.taken_in if fact in stating.taken else self.language

    @property
    def all_needs(self) -> tuple[Qualification, ...]:
        """The qualifications of the role, then those of its levels' own."""
        return (*self.needs, *self.level_needs)

    @property
    def parts(self) -> tuple[Block | Level | Question, ...]:
        """All that the page states in Markdown."""
        of_levels = (block for level in self.levels for block in level.blocks)
        return (*self.blocks, *self.levels, *of_levels, *self.questions)

    def qualifications(self, priority: Priority, level: Level | None = None) -> tuple[Block, ...]:
        """Return what is asked for, of a priority: the role's list, then the level's own."""
        blocks = (*self.blocks, *(level.blocks if level else ()))
        return tuple(block for block in blocks if block.priority == priority)

    def blocks_named(self, name: str) -> tuple[Block, ...]:
        """Return the blocks of that name, in the page's order."""
        return tuple(block for block in self.blocks if block.name == name)

    @cached_property
    def posted_blocks(self) -> tuple[str, ...]:
        """The names of the blocks that the role's postings show: all, duties said twice once."""
        duties, first = (
            [block.markdown for block in self.blocks_named(name)]
            for name in ("duties", "responsibilities")
        )
        ours = (name for name in BLOCKS if name != "duties" or says_more(duties, first))
        return (*ours, *(name for name, kind in self.own_blocks if kind.own and kind.own.posted))

    @property
    def work_block(self) -> str:
        """The name of the block that says first in postings what is done."""
        only_duties = self.blocks_named("duties") and not self.blocks_named("responsibilities")
        return "duties" if only_duties else "responsibilities"

    @property
    def replaces_benefits(self) -> bool:
        """Whether postings show the role's benefits in the place of the company's."""
        return bool(self.blocks_named("benefits")) and self.facts.benefits == "replace"

    def block(self, name: str, priority: Priority | None) -> Block | None:
        """Return one block, or None where the page has none of that name and priority."""
        return next((it for it in self.blocks_named(name) if it.priority == priority), None)

    def asks_for(self, skill: str) -> Block | None:
        """Return the block of qualifications that asks for a skill, or None."""
        use = next((use for use in self.skills if use.skill == skill), None)
        return self.block("qualifications", use.priority) if use else None

    def level(self, level_id: str) -> Level | None:
        """Return a level by its id, or None."""
        return next((level for level in self.levels if level.id == level_id), None)

    def question(self, question_id: str) -> Question | None:
        """Return a question by its id, or None."""
        return next((entry for entry in self.questions if entry.id == question_id), None)

    def facts_at(
        self,
        level: Level | None,
        anew: JobFacts | None = None,
        names: Collection[Reach] = (),
        without: Collection[str] = (),
    ) -> RoleFacts:
        """Return what holds for a job: what its level, then its opening, state anew, else ours.

        Nothing does of what ``without`` names. Of several ranges of pay those hold that are for a
        name of the job, as its place; its hours may choose between full and part time.
        """
        stated = stated_in(level.facts) if level else {}
        stated |= {"title": self.title_at(level)} if level else {}
        stated |= stated_in(anew) if anew else {}
        facts = self.facts.with_room()
        stated |= {name: type(facts).model_fields[name].default for name in without}
        facts = facts.model_copy(update=stated)
        if "hours" in stated and "employment_type" not in stated:
            facts = facts.model_copy(update={"employment_type": facts.types_at_hours})
        if facts.pay is None or not (facts.pay.ranges and names):
            return facts
        step: Reach = ((facts.grade.step,),) if facts.grade else ()
        own: Reach = ((level.id, level.name),) if level else ()
        return facts.model_copy(update={"pay": facts.pay.at([*names, step, own])})

    def title_at(self, level: Level) -> str:
        """Return the job's title at a level: the one it states, else ``Senior Data Engineer``."""
        return level.facts.title or title_at(level.name, self.facts.title, self.language)

    def name_of(self, level: Level) -> str:
        """Return what tells a level from all others, as ``Data Engineer (Mid)`` where need be."""
        title = self.title_at(level)
        others = [self.facts.title, *(self.title_at(it) for it in self.levels if it is not level)]
        return f"{title} ({level.name})" if title in others and title != level.name else title

    @cached_property
    def review_due(self) -> date | None:
        """The day on which the page's next review is due, where both facts are stated."""
        reviewed, every = self.facts.reviewed, self.facts.review_every
        return next_review(reviewed, every) if reviewed and every else None
