"""What the company's own files say already, by which lines are known for its, or for a skill's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from hiring.importing.headings import folded
from hiring.importing.values import says
from hiring.model.lexicon import LANGUAGES, lexicon
from hiring.model.local_texts import versions

if TYPE_CHECKING:
    from hiring.model.facts import Company, Skill

_PLACE = re.compile(
    r"[A-ZÀ-Þ][\w .'’-]{2,40}, (?:[A-Z]{2}|[A-ZÀ-Þ][a-zà-þ]{3,})(?:,? [A-Z]{2,3})?(?: \(.*\))?"
)
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "of",
        "the",
        "for",
        "in",
        "on",
        "to",
        "with",
        "from",
        "your",
        "our",
        "und",
        "der",
        "die",
        "das",
        "im",
        "in",
        "von",
        "mit",
        "für",
        "zu",
        "de",
        "la",
        "le",
        "les",
        "des",
        "du",
        "et",
        "à",
        "en",
        "of",
        "year",
        "years",
    ]
)


@dataclass(frozen=True)
class CompanyFacts:
    """The company and its skills, as the handbook has them."""

    company: Company
    skills: tuple[Skill, ...] = ()

    def is_place(self, text: str) -> bool:
        """Tell whether a line names a place and nothing else: one of the company's, or any."""
        if len(text.split()) > 6 or says(text, "employment_type"):
            return False  # as "Vollzeit, Wechselschicht", which is written like "Austin, TX"
        return self.location_of(text) != "" or _PLACE.fullmatch(text) is not None

    def is_blank(self, text: str) -> bool:
        """Tell whether a text is the label of a placeholder between brackets, and nothing else."""
        return any(text.strip() == f"[{label}]" for label in self.labels)

    @cached_property
    def labels(self) -> dict[str, str]:
        """The placeholders by their labels, in each language."""
        return {
            label: name
            for name, it in self.company.placeholders.items()
            for label in versions(it.label, "").values()
        }

    @cached_property
    def _texts(self) -> frozenset[str]:
        """The company's own texts and those that postings add by themselves, folded."""
        apply = self.company.apply
        stated = (
            self.company.salary_basis,
            self.company.equal_opportunity,
            apply.instructions if apply else None,
        )
        found = [it for text in stated if text for it in versions(text, "").values()]
        ours = [lexicon(tongue).say("adjustment") for tongue in LANGUAGES]
        return frozenset(folded(str(text)) for text in (*found, *ours))

    def says(self, text: str) -> bool:
        """Tell whether company.yaml has a text, for every posting."""
        return len(text) > len("a few words") and folded(text) in self._texts

    def location_of(self, text: str) -> str:
        """Return the key of the company's location that a text names; empty where it names none."""
        said = f" {folded(text)} "
        for key, place in self.company.locations.items():
            names = (place.locality or key, *place.names.values())
            if any(f" {folded(name)} " in said for name in names):
                return key
        return ""

    @cached_property
    def _benefits(self) -> tuple[frozenset[str], ...]:
        stated = versions(self.company.benefits, "")
        listed = [it for texts in stated.values() for it in texts]
        return tuple(_content(str(text)) for text in listed)

    def has_benefit(self, text: str) -> bool:
        """Tell whether company.yaml has a benefit: half of the words of either are the other's."""
        said = _content(text)
        return bool(said) and any(
            len(said & known) >= max(2, min(len(said), len(known)) / 2) for known in self._benefits
        )

    @cached_property
    def _names(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        """The names of skills that are surely theirs, the longest first, with the keys."""
        names = [
            (name, skill.key)
            for skill in self.skills
            for name in (skill.name, *skill.aliases)
            if not name.islower() or " " in name
        ]
        return tuple(
            (_pattern(name), key) for name, key in sorted(names, key=lambda it: -len(it[0]))
        )

    def skills_in(self, text: str) -> list[tuple[int, int, str]]:
        """Return where a text names skills, each once: start, end and key, from the left."""
        found: list[tuple[int, int, str]] = []
        for pattern, key in self._names:
            match = pattern.search(text)
            if match and all(key != it[2] for it in found):
                start, end = match.span()
                if all(end <= it[0] or start >= it[1] for it in found):
                    found.append((start, end, key))
        return sorted(found)


def _pattern(name: str) -> re.Pattern[str]:
    """Return the pattern of a skill's name; one of several words may begin with a small letter."""
    first = f"(?i:{re.escape(name[0])})" if " " in name else re.escape(name[0])
    return re.compile(rf"(?<![\w+#.-]){first}{re.escape(name[1:])}(?![\w+#])")


def _content(text: str) -> frozenset[str]:
    return frozenset(
        word[:6] for word in folded(text).split() if word not in _SMALL and len(word) > 2
    )
