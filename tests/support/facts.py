"""What a fact still lacks, told from its entry and from what is written by hand."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from hiring.model.fact_table import Fact, facts_of
from hiring.model.job_facts import JobFacts
from hiring.model.language_tags import ENGLISH
from hiring.model.lexicon import LANGUAGES, lexicon
from hiring.model.role_facts import RoleFacts
from hiring.model.schema_org import JOINED
from hiring.site.command.blank import ROLE
from hiring.site.views.facts import SHOWN
from tests.core.examples import STATED
from tools.write_facts import REFERENCE, with_facts

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLE = re.compile(r"^role:\n(?:  .*\n)+", re.MULTILINE)


def lacks(name: str) -> list[str]:
    """Return what a fact of the table lacks, each with the place to mend."""
    return [*_of_the_entry(name, facts_of(RoleFacts)[name]), *_elsewhere(name)]


def _of_the_entry(name: str, fact: Fact) -> Iterator[str]:
    worded = fact.posted or fact.searched or name not in SHOWN
    if worded and fact.spoken is None and fact.words is str and not _is_text(name):
        yield f"`spoken` in its entry: nobody reads a {name} as Python writes it"
    labels = Counter(it.label for it in facts_of(RoleFacts).values())
    if labels[fact.label] > 1:
        yield "a `label` of its own in its entry"
    names = Counter(name for it in facts_of(RoleFacts).values() for name in it.data)
    if any(names[name] > 1 for name in fact.data if name not in JOINED):
        yield "a property in `data` of its entry that no other fact has"
    if fact.data and fact.posted is None:
        yield "`posted` in its entry: structured data says nothing that the posting does not (J19)"


def _elsewhere(name: str) -> Iterator[str]:
    fact = facts_of(RoleFacts)[name]
    for language in LANGUAGES if fact.posted or fact.searched or fact.page is not None else ():
        if language != ENGLISH and not lexicon(language).label(name, ""):
            yield f"its label under `facts` of data/words-{language}.yaml"
    text = REFERENCE.read_text("utf-8")
    if f"`{name}`" not in text or with_facts(text) != text:
        yield "its row in handbook/guide/reference.md: `make docs` writes it"
    example = EXAMPLE.search(text)
    if example is None or f"\n  {name}: " not in example[0]:
        yield "a line in the example under *Front matter* of handbook/guide/reference.md"
    default = RoleFacts.model_fields[name].default
    if f"\n  {name}: " not in ROLE and default in (None, ()):
        yield "a line in the role of site/command/blank.py: its label would seem to be a secret"
    if name in facts_of(JobFacts) and name not in STATED:
        yield "made-up values in STATED of tests/core/examples.py, for postings with every fact"


def _is_text(name: str) -> bool:
    """Tell whether the values of a fact are words that people have written."""
    schema = RoleFacts.model_json_schema()["properties"][name]
    kinds = schema.get("anyOf", [schema])
    return all(it.get("type") in ("string", "null") and "format" not in it for it in kinds)
