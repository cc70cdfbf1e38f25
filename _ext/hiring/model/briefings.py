"""What candidates are told of an interview: its stages, and nothing of what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pydantic import BaseModel, ConfigDict

from hiring.model.interview_words import minutes_in_words, within
from hiring.model.language_tags import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hiring.model.interviews import Interview, Stage
    from hiring.model.lexicon import Lexicon


class ToldSentence(NamedTuple):
    """A sentence to a candidate, in words of ours, or where it is ``own`` in those of the page."""

    text: str
    own: bool


class BriefingStage(BaseModel):
    """What a candidate is told of a stage."""

    model_config = ConfigDict(frozen=True)

    name: str
    minutes: int
    format: str
    setting: str | None = None
    prepare: str | None = None
    days: int | None = None

    def told(self, said: Lexicon) -> Iterator[ToldSentence]:
        """Yield the same in a candidate's words: the name first, then a sentence each."""
        yield ToldSentence(f"{self.name}:", own=True)
        yield ToldSentence(f"{minutes_in_words(self.minutes, said)}.", own=False)
        for text in (self.setting, self.prepare):
            if text:
                yield ToldSentence(text if text[-1] in ".!?" else f"{text}.", own=True)
        if self.days:
            yield ToldSentence(said.say("kit.hears", days=within(self.days, said)), own=False)


class Briefing(BaseModel):
    """What a candidate is told of the way to an answer, in a language.

    ``readers`` are those who may know it; ``days`` are the working days in which an application is
    answered.
    """

    model_config = ConfigDict(frozen=True)

    readers: str
    stages: tuple[BriefingStage, ...]
    days: int | None = None
    language: str = ENGLISH

    def application(self, said: Lexicon) -> str:
        """Return when applicants hear from us, nothing where the interview does not say it."""
        return said.say("kit.application", days=within(self.days, said)) if self.days else ""


def briefing_of(interview: Interview) -> Briefing | None:
    """Return what candidates are told of an interview; None where they are told nothing."""
    if interview.briefing is None:
        return None
    names = BriefingStage.model_fields
    told = ({name: getattr(stage, name) for name in names} for stage in interview.stages)
    return Briefing(
        readers=interview.briefing.value,
        stages=tuple(BriefingStage(**stage) for stage in told),
        days=interview.days,
        language=interview.language,
    )


def totals(stages: Iterable[Stage | BriefingStage]) -> tuple[int, int | None]:
    """Return the minutes of all stages, and the working days, where each stage tells them."""
    found = list(stages)
    days = [stage.days for stage in found]
    known = [day for day in days if day is not None]
    return sum(stage.minutes for stage in found), sum(known) if len(known) == len(days) else None
