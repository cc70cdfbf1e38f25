"""What an interview is found by: its stages, and what is asked in each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from hiring.exports.text import plain_text
from hiring.model.interview_words import minutes_in_words
from hiring.search.sections import readable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiring.model.handbook import Handbook


class SearchedPart(NamedTuple):
    """A stage, or a question of it, and the words that it is found by."""

    kind: Literal["section", "question"]
    anchor: str
    heading: str
    parents: tuple[str, ...]
    text: str


def asked_on(path: str, handbook: Handbook) -> Iterator[SearchedPart]:
    """Yield the stages of the interview that a page defines, each before its questions."""
    interview = handbook.interview_on(path)
    if interview is None:
        return
    for stage in interview.stages:
        words = handbook.lexicon(interview.language)
        form = words.say(f"kit.format.{stage.format}").lower()
        about = (minutes_in_words(stage.minutes, words), form, stage.setting, stage.interviewers)
        text = ". ".join(it for it in about if it)
        above = [node for node in stage.body.nodes if node.kind != "directive"]
        said = readable(plain_text(above, handbook, stage.path, code=False))
        yield SearchedPart("section", stage.anchor, stage.name, (), f"{text}.\n{said}".strip())
        for it in stage.questions:
            said = readable(plain_text(it.body.nodes, handbook, stage.path, code=False))
            yield SearchedPart("question", stage.anchor, it.question, (stage.name,), said)
