"""The table of facts: what it says of each fact, and who may state which.

A fact is a field of one of the classes of ``hiring.model.level_facts``,
``hiring.model.job_facts`` and ``hiring.model.role_facts``, and its entry is the ``Fact`` beside its
type. Pages, postings, the generator, search, structured data, the review and the reference read the
table, and name no fact but those that they show in a way of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from hiring.model.lexicon import AMERICAN, Lexicon
from hiring.model.local_texts import language_for, words_for

if TYPE_CHECKING:
    from hiring.model.base import Facts

Words = Callable[[Any], str]
"""A value in the words that readers see, which are the same in any language."""

Spoken = Callable[[Any, Lexicon], str]
"""A value in the words of a language."""

_NOTHING = (None, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """How a fact stands among the additional information of a posting.

    ``at`` is its place there, a new fact's behind education. ``id`` names the entry in data and
    addresses, where it is not the fact's name. ``label`` and ``spoken`` are a posting's own, where
    it says the fact otherwise than a page does. An ``optional`` entry can be left out by whoever
    fills in the generator's form.
    """

    at: int = 115
    id: str = ""
    label: str = ""
    spoken: Spoken | None = None
    optional: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """How a fact stands in the text that its page is found by: its place, and a sentence.

    The sentence may name the words of other facts, too, by their names. ``spoken`` are words of its
    own, where it says the fact otherwise than a page does.
    """

    at: int = 60
    sentence: str = "{short}: {words}."
    spoken: Spoken | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What is to be known of a fact.

    ``label`` stands before it, ``short`` where there is little room or where ``shortened`` tells
    that a value asks for it, both in English; ``guide`` is
    what the reference says of it, in Markdown. A value that is stated is said by ``spoken`` in a
    language, or by ``words`` where it is the same in any;
    ``SHOWN`` of ``site/views/facts.py`` has those that a page shows with links or marks.

    What is said ``in_page_words`` is what the page wrote, which ``spoken`` only joins.

    ``page`` is its place in the fact box, a new fact's before who keeps the page; None where it is
    not there, or is a part of another fact's row. The box of a public page leaves out what is
    ``internal``; that is no secret, and data have it.
    ``posted`` and ``searched`` say how postings and the search show it, None where they don't.
    ``data`` are the properties of schema.org's JobPosting that say it, each with its value's shape;
    ``data_spoken`` those that say it in words.

    ``among`` says a value with what the facts about it make of it, as pay with its hours.

    A fact of a company's own has ``labels`` by their languages, in place of those of the lexicon,
    and ``spoken_in`` tells the language of what ``spoken`` says, where that may be another;
    ``head`` tells that a role's head says it, and ``table`` that tables of levels do.

    ``prose`` is a fact that the review reads as it reads sentences. ``option`` turns what is
    written in an option of a level into what front matter would state; it raises ValueError with
    what is wanted.
    """

    label: str
    guide: str
    short: str = ""
    shortened: Callable[[Any], bool] | None = None
    words: Words = str
    spoken: Spoken | None = None
    in_page_words: bool = False
    spoken_in: Spoken | None = None
    page: int | None = 105
    internal: bool = False
    posted: Posted | None = Posted()
    searched: Searched | None = Searched()
    data: Mapping[str, Callable[[Any], Any]] = field(default_factory=dict)
    data_spoken: Mapping[str, Spoken] = field(default_factory=dict)
    among: Callable[[Any, Any, Lexicon], str] | None = None
    labels: Mapping[str, str] = field(default_factory=dict)
    head: bool = False
    table: bool = True
    prose: bool = False
    option: Callable[[str], Any] = str

    @property
    def in_our_words(self) -> bool:
        """Whether a value is said in words of the lexicon, rather than of the page."""
        return self.spoken is not None and not self.in_page_words

    def label_of(self, name: str, value: Any, lexicon: Lexicon = AMERICAN) -> str:
        """Return what stands before a value of the fact, which has this name."""
        if self.shortened and value is not None and self.shortened(value):
            return lexicon.label(name, self.short, "short")
        return self.labelled(name, self.label, lexicon)

    def short_label(self, name: str, lexicon: Lexicon = AMERICAN) -> str:
        """Return what stands before any value of the fact where there is little room."""
        return self.labelled(name, self.short or self.label, lexicon, "short")

    def labelled(self, name: str, english: str, lexicon: Lexicon, kind: str = "label") -> str:
        """Return a label: the company's own, or the lexicon's of a kind."""
        if self.labels:
            return words_for(self.labels, lexicon.language)
        return lexicon.label(name, english, kind)

    def label_in(self, lexicon: Lexicon) -> str:
        """Return the language of its label."""
        return language_for(self.labels, lexicon.language) if self.labels else lexicon.language

    def said_in(self, value: Any, lexicon: Lexicon, stated: str) -> str:
        """Return the language of what it says of a value that is ``stated`` in a language."""
        if self.spoken_in and value not in _NOTHING:
            return self.spoken_in(value, lexicon)
        return lexicon.language if self.in_our_words else stated

    def said(self, value: Any, lexicon: Lexicon = AMERICAN, spoken: Spoken | None = None) -> str:
        """Return a value in words, those of the fact if no others; empty where none is stated."""
        if value in _NOTHING:
            return ""
        spoken = spoken or self.spoken
        return spoken(value, lexicon) if spoken else self.words(value)

    def said_among(
        self,
        name: str,
        facts: Facts,
        lexicon: Lexicon = AMERICAN,
        spoken: Spoken | None = None,
    ) -> str:
        """Return what facts state under a name, in words, with what the others make of it."""
        value = getattr(facts, name)
        if value in _NOTHING or self.among is None:
            return self.said(value, lexicon, spoken)
        return self.among(value, facts, lexicon)

    @property
    def properties(self) -> tuple[str, ...]:
        """The properties of schema.org that say it."""
        return (*self.data, *self.data_spoken)

    def shaped(self, value: Any, lexicon: Lexicon) -> Iterator[tuple[str, Any]]:
        """Yield those properties, each with what it says of a value."""
        yield from ((name, shape(value)) for name, shape in self.data.items())
        yield from ((name, say(value, lexicon)) for name, say in self.data_spoken.items())


@cache
def facts_of(model: type[Facts]) -> dict[str, Fact]:
    """Return the entries of a class's facts by their names, in the order of its fields."""
    entries: dict[str, Fact] = {}
    for holder in reversed(model.__mro__):
        for name, stated in getattr(holder, "__pydantic_fields__", {}).items():
            entries.update((name, it) for it in stated.metadata if isinstance(it, Fact))
    return {name: entries[name] for name in model.model_fields if name in entries}


def prose_facts(model: type[Facts], *, posted: bool = False) -> tuple[str, ...]:
    """Return the names of the facts that are read as sentences; those of them that are posted."""
    found = facts_of(model).items()
    return tuple(name for name, it in found if it.prose and (it.posted or not posted))


def prose_in(facts: Facts, *, posted: bool = False) -> dict[str, str]:
    """Return those of these facts that are stated, in words, by their names."""
    entries = facts_of(type(facts))
    names = prose_facts(type(facts), posted=posted)
    said = {name: entries[name].said(getattr(facts, name)) for name in names}
    return {name: text for name, text in said.items() if text}


def stated_in(facts: Facts) -> dict[str, Any]:
    """Return those facts that are stated, by their names."""
    values = {name: getattr(facts, name) for name in facts_of(type(facts))}
    return {name: value for name, value in values.items() if value not in _NOTHING}


def labelled(
    facts: Facts, names: Collection[str] | None = None, lexicon: Lexicon = AMERICAN
) -> list[tuple[str, str, str]]:
    """Return name, label and words of stated facts that readers ask for: all, or some."""
    entries = facts_of(type(facts))
    found = [
        (name, it.short_label(name, lexicon), it.said_among(name, facts, lexicon))
        for name, it in entries.items()
        if (it.searched or it.posted) and it.page is not None and (names is None or name in names)
    ]
    return [(name, label, said) for name, label, said in found if said]


def sentences(
    facts: Facts, names: Collection[str] | None = None, lexicon: Lexicon = AMERICAN
) -> list[str]:
    """Return what the search finds stated facts by, in order: all, or those of some names."""
    entries = facts_of(type(facts))
    said = {name: it.said_among(name, facts, lexicon) for name, it in entries.items()}
    found = []
    for name, it in entries.items():
        if it.searched and said[name] and (names is None or name in names):
            own = it.searched.spoken
            parts = {
                "words": it.said_among(name, facts, lexicon, own) if own else said[name],
                "short": it.short_label(name, lexicon),
            }
            found.append((it.searched, {**said, **parts}))
    in_order = sorted(found, key=lambda it: it[0].at)
    return [searched.sentence.format(**parts) for searched, parts in in_order]
