"""What a company adds: classes of facts with its own, and names that it can't take."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pydantic import BaseModel

from hiring.exports.documents import OpeningDocument
from hiring.exports.role_documents import LevelDocument, RoleDocument
from hiring.language.vocabulary import DIRECTIVES
from hiring.model.fact_classes import OURS, classes_with
from hiring.model.fact_table import facts_of, sentences, stated_in
from hiring.model.facts import OpeningFacts
from hiring.model.lexicon import lexicon
from hiring.model.own import TAKEN, OwnFact
from hiring.model.role_facts import RoleFacts

if TYPE_CHECKING:
    from collections.abc import Callable

    from hiring.model.handbook import Handbook

STATED = {"title": "T", "family": "F", "summary": "S.", "owner": "O"}

TYPES = [
    ({"type": "text"}, "Crust first", "Crust first", "Crust first"),
    (
        {"type": "number", "unit": {"en": "beds", "de": "Betten"}},
        "1200.5",
        "1,200.5 beds",
        "1.200,5 Betten",
    ),
    ({"type": "amount"}, "EUR 1500", "€1,500", "1.500 €"),
    ({"type": "amount"}, "EUR 2.50 per hour", "€2.50 per hour", "2,50 € pro Stunde"),
    ({"type": "choice", "choices": {"a": {"en": "One", "de": "Eins"}}}, "a", "One", "Eins"),
    ({"type": "choice", "choices": ["A", "B"]}, "B", "B", "B"),
    ({"type": "date"}, "2027-03-01", "March 1, 2027", "1. März 2027"),
    ({"type": "list"}, ["One", "two"], "One, two", "One, two"),
    ({"type": "yes-no"}, "false", "No", "Nein"),
]


@pytest.mark.parametrize(("declared", "stated", "english", "german"), TYPES)
def test_a_value_is_said_in_the_words_of_a_language(
    declared: dict[str, object], stated: object, english: str, german: str
) -> None:
    own = {"own": OwnFact.model_validate({"label": {"en": "Own", "de": "Eigenes"}, **declared})}
    role = classes_with(own, "en").role.model_validate({**STATED, "own": stated})
    fact = facts_of(type(role))["own"]
    for tag, said, label in (("en", english, "Own"), ("de", german, "Eigenes")):
        words = fact.said_among("own", role, lexicon(tag))
        assert words.replace("\xa0", " ") == said
        assert fact.label_of("own", None, lexicon(tag)) == label
    assert any(it.startswith("Own: ") for it in sentences(role))


def test_of_the_same_declarations_there_are_the_same_classes() -> None:
    first, again = ({"own": OwnFact(label="Own")} for _ in range(2))
    assert classes_with(first, "en") is classes_with(again, "en")
    assert classes_with({}, "en") is OURS
    other = classes_with({"own": OwnFact(label="Other")}, "en")
    one, two = (it.role.model_validate(STATED) for it in (classes_with(first, "en"), other))
    assert repr(one) != repr(two), "pages that show it would stay as they were"


def test_a_job_has_what_only_its_opening_may_state() -> None:
    own = {"center": OwnFact(label="Center", on=("opening",)), "union": OwnFact(label="Union")}
    made = classes_with(own, "en")
    assert "center" not in made.role.model_fields
    assert "union" not in made.opening.model_fields
    job = (
        made.role.model_validate({**STATED, "union": "A"})
        .with_room()
        .model_copy(update={"center": "K"})
    )
    assert {name: stated_in(job)[name] for name in own} == {"center": "K", "union": "A"}
    assert type(job) is made.job


def test_no_name_is_taken_twice() -> None:
    models: list[type[BaseModel]] = [RoleFacts, OpeningFacts, RoleDocument, OpeningDocument]
    models.append(LevelDocument)
    names = {name for it in models for name in it.model_fields}
    assert names | {*(DIRECTIVES["level"].options or ())} | {*dir(BaseModel)} <= TAKEN


HOSTILE = """\
facts:
  odd: {label: '</script><b>{x}%s', guide: "a\\nb: c"}
  even: {label: Even, type: choice, choices: ['"><i>', "it's, or not"]}
blocks:
  odd-block: {heading: '</h2><script>'}
"""


def test_labels_are_text(read: Callable[..., Handbook]) -> None:
    from hiring.posting.compose import role_posting
    from hiring.posting.formats import file_of
    from hiring.scaffold import _own

    company = "name: C\nurl: https://c.example\n"
    page = (
        "---\nrole: {title: Case, family: F, summary: S., owner: O, odd: '{y}', even: '\"><i>'}\n"
    )
    page += "---\n\n# Case\n\n:::{odd-block}\n- One\n:::\n"
    handbook = read({"company.yaml": company + HOSTILE, "roles/case.md": page})
    assert [it for it in handbook.problems if it.path == "roles/case.md"] == []
    posting = role_posting(handbook.roles["case"], handbook)
    html = file_of(posting, ".html").decode()
    assert "&lt;/script&gt;&lt;b&gt;{x}%s:" in html
    assert "&lt;/h2&gt;&lt;script&gt;" in html
    assert "<script" not in html
    assert "<i>" not in html
    assert all(it.startswith("  # ") for it in _own("role", handbook.company).splitlines())
