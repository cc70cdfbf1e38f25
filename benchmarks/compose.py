"""A role's page of about 2,000 words, composed of the bank's sentences."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from benchmarks.bank import WEEKDAYS, fill, sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.bank import Family, Occupation

LEVELS = (("Entry", "0-2"), ("Mid", "2-5"), ("Senior", "5-8"), ("Principal", "8+"))
QUESTIONS = 5
COMMON_SKILLS = ("communication", "teamwork", "planning", "problem-solving", "record-keeping")


@dataclass(frozen=True, slots=True)
class Role:
    """A role that a generated handbook has: its page's key, its title, and what it is made of."""

    key: str
    title: str
    occupation: Occupation
    family: Family

    @property
    def pays(self) -> list[tuple[int, int]]:
        """Return the yearly pay of each level in USD, from the lowest to the highest."""
        low = self.occupation.low // 1000 * 1000
        step = max((self.occupation.high - low) // len(LEVELS) // 1000 * 1000, 1000)
        return [(low + at * step, low + (at + 1) * step) for at in range(len(LEVELS))]


class Writer:
    """Writes one role's page; ``others`` are the roles that it refers to."""

    def __init__(self, role: Role, others: Sequence[Role]) -> None:
        self._role, self._others = role, others
        self._chance = Random(role.key)
        article = "an" if role.title[0] in "AEIOU" else "a"
        skills = [key for key, _ in role.family.skills] + list(COMMON_SKILLS)
        self._skills = self._chance.sample(skills, len(skills))
        self._words: dict[str, list[str] | Callable[[], str]] = {
            **role.family.words,
            "job": [f"{article} {role.title}"],
            "number": ["three", "four", "five", "six", "eight", "nine", "ten", "twelve"],
            "weekday": list(WEEKDAYS),
            "role": [f"{{role}}`{other.key}`" for other in others],
            "skill": self._next_skill,
        }

    def page(self) -> str:
        """Return the page's Markdown."""
        parts = [self._facts(), f"# {self._role.title}", ":::{role-facts}\n:::", "## In brief"]
        parts += [self._block("job-brief", self._prose("brief", 5))]
        parts += ["## What the work is like", *self._paragraphs("overview", 20, 5)]
        parts += ["### How the week goes", self._list("week", 6)]
        parts += ["### Who uses the results", self._table()]
        parts += ["### Signs of good work", self._list("signs", 5)]
        parts += ["## Duties", self._block("duties", self._list("duties", 11))]
        parts += ["## Responsibilities"]
        parts += [self._block("responsibilities", self._list("responsibilities", 8))]
        parts += [*self._qualifications(), *self._levels(), *self._hidden(), *self._questions()]
        parts += ["## Where and how the work is done", *self._paragraphs("setting", 10, 4)]
        parts += ["## Learning and moving on", *self._paragraphs("growth", 11, 4)]
        return "\n\n".join(parts) + "\n"

    def _next_skill(self) -> str:
        self._skills.append(self._skills.pop(0))
        return f"{{skill}}`{self._skills[-1]}`"

    def _take(self, section: Sequence[str], count: int) -> list[str]:
        chosen = sorted(self._chance.sample(range(len(section)), min(count, len(section))))
        return [fill(section[at], self._chance, self._words) for at in chosen]

    def _prose(self, section: str, count: int) -> str:
        return "\n".join(self._take(sentences()[section], count))

    def _paragraphs(self, section: str, count: int, each: int) -> list[str]:
        said = self._take(sentences()[section], count)
        return ["\n".join(said[at : at + each]) for at in range(0, len(said), each)]

    def _list(self, section: str, count: int) -> str:
        return "\n".join(f"- {entry}" for entry in self._take(sentences()[section], count))

    def _block(self, name: str, body: str) -> str:
        return f":::{{{name}}}\n{body}\n:::"

    def _table(self) -> str:
        needs = self._take(sentences()["uses"], len(self._others))
        rows = [
            f"| {{role}}`{other.key}` | {need} |"
            for other, need in zip(self._others, needs, strict=True)
        ]
        return "\n".join(["| Who | What they need |", "|---|---|", *rows])

    def _facts(self) -> str:
        role, pays = self._role, self._role.pays
        keys = [other.key for other in self._others]
        return "\n".join(
            (
                "---",
                "role:",
                f'  title: "{role.title}"',
                f'  family: "{role.family.name}"',
                f'  summary: "{self._prose("summary", 1)}"',
                "  reports_to: Head of the branch",
                f"  works_with: [{', '.join(keys[:3])}]",
                f"  work_arrangement: {self._chance.choice(['on-site', 'hybrid'])}",
                f"  pay: {{currency: USD, min: {pays[0][0]}, max: {pays[-1][1]}, per: year}}",
                f"  market_pay: {{currency: USD, average: {role.occupation.mean}, per: year, "
                "as_of: 2025-05, source: US Bureau of Labor Statistics}",
                f"  occupation: {{onet_soc: {role.occupation.code}, match: close}}",
                "  education: {level: none, or_experience: true}",
                f"  related: [{', '.join(keys[3:])}]",
                "  owner: People team",
                "  reviewed: 2026-11-01",
                "  review_every: 12 months",
                "audience: public",
                "---",
            )
        )

    def _qualifications(self) -> list[str]:
        parts = ["## Qualifications"]
        wanted = (
            ("Must have", "must", 4),
            ("Should have", "should", 3),
            ("Nice to have", "nice", 3),
        )
        for heading, priority, count in wanted:
            body = f":priority: {priority}\n{self._list(priority, count)}"
            parts += [f"### {heading}", self._block("qualifications", body)]
        return parts

    def _levels(self) -> list[str]:
        bank = sentences()
        each = len(bank["level"]) // len(LEVELS)
        parts = []
        for at, ((name, years), (low, high)) in enumerate(
            zip(LEVELS, self._role.pays, strict=True)
        ):
            (background,) = self._take([bank["background"][at]], 1)
            (scope,) = self._take([bank["scope"][at]], 1)
            entries = self._take(bank["level"][at * each : (at + 1) * each], each)
            lines = [f":years: {years}", f":background: {background}", f":scope: {scope}"]
            lines += [f":pay: USD {low}-{high} per year", *(f"- {entry}" for entry in entries)]
            parts.append(f":::{{level}} {name}\n" + "\n".join(lines) + "\n:::")
        body = "\n\n".join(parts)
        return ["## Levels", self._prose("levels_intro", 3), f"::::{{levels}}\n\n{body}\n\n::::"]

    def _hidden(self) -> list[str]:
        said = self._prose("growth", 1)
        audience = "hiring-team" if self._chance.random() < 0.1 else "employee"
        return [f"::::::{{audience}} {audience}\nFor colleagues: {said}\n::::::"]

    def _questions(self) -> list[str]:
        parts = []
        for question in self._chance.sample(sentences()["questions"], QUESTIONS):
            answer = self._take(question["answer"], 6)
            (text,) = self._take([question["text"]], 1)
            options = f":id: {question['id']}\n:also: {question['also']}"
            said = "\n".join(answer[:3]), "\n".join(answer[3:])
            parts.append(f":::{{question}} {text}\n{options}\n{said[0]}\n\n{said[1]}\n:::")
        body = "\n\n".join(parts)
        return ["## Questions people ask", f"::::{{faq}}\n\n{body}\n\n::::"]
