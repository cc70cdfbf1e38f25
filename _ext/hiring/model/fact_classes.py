"""The classes of facts, with those that a company adds: one table for all who read facts.

They are made of what company.yaml declares, and handed down with what pages may use. Of the same
declarations they are the same classes, so that equal facts are equal.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import Field, TypeAdapter, create_model

from hiring.model.digests import digest_of
from hiring.model.fact_table import Fact, Posted, Searched, facts_of
from hiring.model.facts import FrontMatter, OpeningFacts
from hiring.model.level_facts import LevelFacts
from hiring.model.local_texts import by_languages
from hiring.model.own import OwnFact
from hiring.model.own_shapes import Shape, shape_of, stand_in
from hiring.model.role_facts import RoleFacts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from hiring.model.base import Facts
    from hiring.model.own import Holder

AnyFacts = TypeVar("AnyFacts", bound="Facts")

_STATED: TypeAdapter[dict[str, OwnFact]] = TypeAdapter(dict[str, OwnFact])


@dataclass(frozen=True, slots=True)
class FactClasses:
    """The classes of what roles, openings and levels state, and of front matter.

    ``digest`` tells them from those of other declarations. ``own`` are the facts that the company
    adds, by name; those ``unread`` are declared in a way that can't be read, and hold anything.
    """

    digest: str = ""
    role: type[RoleFacts] = field(default=RoleFacts, repr=False, compare=False)
    opening: type[OpeningFacts] = field(default=OpeningFacts, repr=False, compare=False)
    level: type[LevelFacts] = field(default=LevelFacts, repr=False, compare=False)
    front_matter: type[FrontMatter] = field(default=FrontMatter, repr=False, compare=False)
    own: tuple[tuple[str, OwnFact], ...] = field(default=(), repr=False, compare=False)

    @property
    def by_holder(self) -> dict[str, type[Facts]]:
        """The classes by the field of front matter that holds such facts."""
        return {"role": self.role, "opening": self.opening}

    def stand_ins(self, holder: str) -> dict[str, Any]:
        """Return a value for each fact of the company's that a page has to state, by its name.

        A translation takes them from its original.
        """
        needed = (it for it in self.own if it[1].required and first_holder(it[1]) == holder)
        return {name: stand_in(fact) for name, fact in needed}

    @property
    def job(self) -> type[RoleFacts]:
        """The class of what holds for a job, whoever states it."""
        return self.role.FOR_JOB or self.role


OURS = FactClasses()
"""The classes where a company adds nothing."""


def classes_with(
    own: Mapping[str, OwnFact], language: str, unread: Collection[str] = ()
) -> FactClasses:
    """Return the classes with a company's own facts, whose texts are in a language."""
    if not (own or unread):
        return OURS
    return _made(_STATED.dump_json(dict(own)).decode(), language, tuple(unread))


@lru_cache(maxsize=16)  # of the same declarations the same classes, and a preview sees many
def _made(declared: str, language: str, unread: tuple[str, ...]) -> FactClasses:
    own = _STATED.validate_json(declared)
    digest = digest_of((declared, language, unread))[:12]
    facts = {name: _entry(fact, language) for name, fact in own.items()}
    anything = dict.fromkeys(unread, (Annotated[Any, _UNREAD], None))

    def with_own(base: type[AnyFacts], holder: Holder) -> type[AnyFacts]:
        here = {name: it for name, it in facts.items() if holder in own[name].on}
        first = "role" if holder == "role" else "opening"
        needed = {
            name
            for name in here
            if own[name].required and holder == first and first_holder(own[name]) == holder
        }
        return _class(base, [*here.items()], needed, anything, digest)

    role, opening = with_own(RoleFacts, "role"), with_own(OpeningFacts, "opening")
    elsewhere = [(name, it) for name, it in facts.items() if "role" not in own[name].on]
    role.FOR_JOB = _class(role, elsewhere, (), {}, digest) if elsewhere else None
    fields: dict[str, Any] = {"role": (role | None, None), "opening": (opening | None, None)}
    front_matter = create_model(
        FrontMatter.__name__,
        __base__=FrontMatter,
        __doc__=FrontMatter.__doc__,
        __module__=__name__,
        **fields,
    )
    return FactClasses(
        digest, role, opening, with_own(LevelFacts, "level"), front_matter, tuple(own.items())
    )


def first_holder(fact: OwnFact) -> str:
    """Return who has to state a fact that is needed."""
    return "role" if "role" in fact.on else "opening"


def _class(
    base: type[AnyFacts],
    facts: Iterable[tuple[str, tuple[Fact, Shape]]],
    needed: Collection[str],
    more: Mapping[str, Any],
    digest: str,
) -> type[AnyFacts]:
    """Return a class with more facts; what it shows of itself tells of which declarations."""
    fields: dict[str, Any] = dict(more)
    for name, (fact, shape) in facts:
        described = Field(description=fact.guide or fact.label)
        if name in needed:
            fields[name] = (Annotated[shape.annotation, fact, described], ...)
        elif shape.empty is None:
            fields[name] = (Annotated[shape.annotation | None, fact, described], None)
        else:
            fields[name] = (Annotated[shape.annotation, fact, described], shape.empty)
    made = create_model(
        base.__name__, __base__=base, __doc__=base.__doc__, __module__=__name__, **fields
    )
    made.__repr_name__ = lambda self: f"{base.__name__} {digest}"
    return made


def _entry(fact: OwnFact, language: str) -> tuple[Fact, Shape]:
    """Return the entry of a company's fact, and the shape of its values."""
    shape, labels = shape_of(fact, language), by_languages(fact.label, language)
    near = facts_of(RoleFacts).get(fact.after or "")
    page = near.page if near and near.page is not None else _PLACES.page
    posted = near.posted.at if near and near.posted else Posted().at
    searched = near.searched.at if near and near.searched else Searched().at
    data: dict[str, Any] = {}
    data_spoken: dict[str, Any] = {}
    if fact.schema_org and fact.type == "yes-no":
        data[fact.schema_org] = bool
    elif fact.schema_org and shape.spoken:
        data_spoken[fact.schema_org] = shape.spoken
    elif fact.schema_org:
        data[fact.schema_org] = shape.words
    entry = Fact(
        label=next(iter(labels.values())),
        labels=labels,
        guide=fact.guide or "",
        words=shape.words,
        spoken=shape.spoken,
        spoken_in=shape.spoken_in,
        page=page if "facts" in fact.shown else None,
        head="head" in fact.shown,
        table="table" in fact.shown,
        posted=Posted(at=posted) if fact.posted else None,
        searched=Searched(at=searched) if fact.searched else None,
        data=data,
        data_spoken=data_spoken,
        prose=shape.prose,
        option=shape.split,
    )
    return entry, shape


_PLACES = Fact(label="", guide="")
_UNREAD = Fact(label="", guide="", page=None, table=False, posted=None, searched=None)
