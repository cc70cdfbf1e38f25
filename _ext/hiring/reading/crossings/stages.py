"""Stages of interviews: what they assess, and those that are another role's, by `:from:`."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from hiring.language.vocabulary import ANEW
from hiring.model.paths import key_of
from hiring.model.qualifications import id_from
from hiring.model.skill_scale import named_in
from hiring.reading.pages.page_trees import Bodies

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hiring.model.handbook import Handbook
    from hiring.model.interviews import Interview, Stage
    from hiring.model.role import JobRole
    from hiring.reading.pages.record import PageRecord


def role_of_interview(interview: Interview, record: PageRecord) -> str:
    """Return the key of the role that an interview is for, empty where nothing says it."""
    return interview.role or (key_of(record.path) if record.role else "")


def need_of(written: str, role: JobRole, handbook: Handbook) -> str | None:
    """Return the id of a qualification of the role, or the key of a skill, that is meant.

    The words that an id was made of stand for it.
    """
    ids = [it.id for it in role.all_needs]
    if written in ids:
        return written
    found = named_in(handbook, written)
    if found:
        return found[0].key
    made = id_from(written)
    return made if made in ids else None


@dataclass(frozen=True)
class Plans:
    """The interviews as their pages write them, by the key of their role; of two the first."""

    handbook: Handbook
    written: Mapping[str, Interview]
    _bodies: dict[str, Bodies] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, handbook: Handbook, records: Iterable[PageRecord]) -> Plans:
        """Return those of some pages, for roles that are there."""
        written: dict[str, Interview] = {}
        for record in records:
            for interview in record.interviews:
                key = role_of_interview(interview, record)
                if key in handbook.roles:
                    written.setdefault(key, interview)
        return cls(handbook, written)

    def _bodies_on(self, path: str) -> Bodies:
        """Return what the directives of a page hold, which its stages share."""
        if path not in self._bodies:
            self._bodies[path] = Bodies(self.handbook.pages[path].body)
        return self._bodies[path]

    def original(self, stage: Stage) -> Stage | None:
        """Return the stage that another is taken from, None where it is not there."""
        key, _, name = stage.origin.partition("/")
        found = self.written[key].stage(name) if key in self.written else None
        return found if found and not found.origin else None

    def whole(self, stage: Stage, interview: Interview) -> Stage | None:
        """Return a stage with the page that says it, and what its original does not state anew.

        What it assesses is still as it was written. None where its original is not there.
        """
        if not stage.origin:
            return replace(stage, path=interview.path)
        original = self.original(stage)
        if original is None:
            return None
        anew = {name: stated for name in ANEW if (stated := getattr(stage, name))}
        here = {"id": stage.id, "name": stage.name, "line": stage.line, **anew}
        return replace(
            original,
            **here,
            assesses_line=stage.assesses_line if stage.assesses else stage.origin_line,
            path=self.written[stage.origin.partition("/")[0]].path,
            origin=stage.origin,
            origin_line=stage.origin_line,
        )

    def understood(self, key: str) -> Interview:
        """Return a role's interview, with the needs that its stages assess and their trees."""
        interview, handbook = self.written[key], self.handbook
        whole = [(it, self.whole(it, interview)) for it in interview.stages]
        stages = tuple(self._understood(it, own, key) for own, it in whole if it)
        language = handbook.pages[interview.path].language
        return replace(interview, role=key, stages=stages, language=language)

    def _understood(self, stage: Stage, own: Stage, key: str) -> Stage:
        role, original = self.handbook.roles[key], self.original(own) or own
        bodies = self._bodies_on(stage.path)

        def needs(written: tuple[str, ...]) -> tuple[str, ...]:
            found = (need_of(it, role, self.handbook) for it in written)
            return tuple(dict.fromkeys(it for it in found if it))

        held = needs(stage.assesses)
        questions = (
            replace(it, assesses=needs(it.assesses), body=bodies.at(it.opened))
            for it in stage.questions
        )
        if stage.origin:  # it may be taken for less than it assesses at home
            questions = (
                replace(it, assesses=tuple(need for need in it.assesses if need in held))
                for it in questions
            )
        return replace(
            stage, assesses=held, body=bodies.at(original.line), questions=tuple(questions)
        )
