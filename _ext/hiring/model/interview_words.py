"""What is said of interviews in a language: how long they take, and when candidates hear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.model.interviews import POINTS
from hiring.model.lexicon import AMERICAN

if TYPE_CHECKING:
    from hiring.model.lexicon import Lexicon


def minutes_in_words(minutes: int, said: Lexicon = AMERICAN) -> str:
    """Return a time as people say it: ``45 minutes``, ``1 hour 30 minutes``."""
    parts = zip(divmod(minutes, 60), ("hours", "minutes"), strict=True)
    return " ".join(said.length(count, unit) for count, unit in parts if count) or said.length(
        0, "minutes"
    )


def within(days: int, said: Lexicon = AMERICAN) -> str:
    """Return a number of working days as it stands behind the word for within."""
    return said.say("kit.within.one") if days == 1 else said.say("kit.within.other", count=days)


def in_all(count: int, minutes: int, said: Lexicon, name: str = "kit.in-all") -> str:
    """Return how many stages there are and how long they take: ``Four stages, 3 hours in all``."""
    return said.say(
        name, stages=counted("kit.stages", count, said), time=minutes_in_words(minutes, said)
    )


def counted(name: str, count: int, said: Lexicon) -> str:
    """Return a number of things in words, where there are words for that many: ``twice``."""
    own = said.texts.get(f"{name}.{count}")
    return own or said.say(f"{name}.more", count=count)


def ratings(said: Lexicon) -> tuple[str, ...]:
    """Return what the points mean, from 1 up."""
    return tuple(said.say(f"kit.ratings.{point}") for point in range(1, POINTS + 1))
