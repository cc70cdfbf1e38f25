"""A company's own fixed words: a whole language, a region's, and single words of a shipped one."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from hiring.model.audience import Audience
from hiring.model.handbook import Handbook
from hiring.model.lexicon import written_as
from hiring.model.lexicons import Lexicons, home_of
from hiring.posting.compose import opening_posting, role_posting
from hiring.posting.formats import FORMATS
from hiring.posting.structured import job_posting
from hiring.reading.facts.own_lexicons import lacking
from hiring.reading.handbook import read_handbook
from hiring.reading.pages.page_cache import PageCache
from hiring.translating import WordsError, begin_words, start_of
from tests.support.fixtures import GUIDE

ITALIAN = Path(__file__).parents[1] / "languages/it"
DAY = date(2026, 11, 20)

Read = Callable[..., Handbook]


def told(handbook: Handbook, path: str) -> list[str]:
    return [str(it) for it in handbook.problems if it.path == path]


FAULTS = {
    "an unknown name": (
        "sections:\n  breif: X\n",
        "2: error[unknown-field] there are no words by the name `sections.breif`; "
        "did you mean `sections.brief`?",
    ),
    "a part that is lost": (
        "pay_range: da a\n",
        "1: error[bad-value] `pay_range` lacks `{high}`, `{low}`: the program puts it in",
    ),
    "a part that is none": (
        'level: "Livello {level.__class__} {level}"\n',
        "1: error[bad-value] `level`: only `{level}` may stand in braces here",
    ),
    "braces where nothing is put in": (
        'sections:\n  brief: "{x}"\n',
        "2: error[bad-value] `sections.brief`: nothing may stand in braces here",
    ),
    "a number without forms": (
        "search:\n  pages: pagine\n",
        "2: error[unknown-field] `search.pages` depends on a number: "
        "write it as `{one: ..., other: ...}`",
    ),
    "a form that the language lacks": (
        'search:\n  pages: {one: "{count} a", few: "{count} b", other: "{count} c"}\n',
        "2: error[unknown-field] `search.pages.few`: the forms of numbers in `it` are "
        "`many`, `one`, `other`",
    ),
    "a list": (
        "sections:\n  brief: [a, b]\n",
        "2: error[bad-value] `sections.brief`: wanted words, not a list",
    ),
    "markup in what others say": (
        'others:\n  "More": "<script>x</script>"\n',
        "2: error[bad-value] `More`: keep what starts with `%`, and put no markup in",
    ),
    "no names at all": (
        "just text\n",
        "1: error[yaml] wanted names with words, as `sections:` and `brief: ...` below",
    ),
}


@pytest.mark.parametrize(("text", "wanted"), FAULTS.values(), ids=[*FAULTS])
def test_what_can_not_be_taken_is_told_with_its_line(read: Read, text: str, wanted: str) -> None:
    handbook = read({"words-it.yaml": text})
    assert f"words-it.yaml:{wanted}" in told(handbook, "words-it.yaml")
    assert handbook.lexicon("it").say("sections.brief") == "Job brief"


def test_what_is_missing_is_told_once_with_a_count_and_is_english(read: Read) -> None:
    handbook = read({"words-it.yaml": "sections: {brief: In sintesi}\n"})
    said = handbook.lexicon("it")
    assert (said.language, said.say("sections.brief")) == ("it", "In sintesi")
    assert said.say("sections.duties") == "Duties"
    (note,) = told(handbook, "words-it.yaml")
    count = len(lacking("it", handbook.lexicons.own))
    assert note.startswith(f"words-it.yaml:1: note[missing-words] {count} of {count + 1} names")


@pytest.mark.parametrize("name", ["words_it.yaml", "words-it.yml", "Words-ita.yaml"])
def test_a_file_that_would_not_be_read_is_told(read: Read, name: str) -> None:
    (told_of,) = told(read({name: "sections: {brief: In sintesi}\n"}), name)
    assert "name it `words-it.yaml`, by the tag of its language" in told_of


def test_single_words_of_a_shipped_language(read: Read) -> None:
    handbook = read({"words-de.yaml": "facts: {pay: {label: Bezahlung}}\n"})
    assert told(handbook, "words-de.yaml") == []
    assert handbook.lexicon("de").label("pay", "Pay") == "Bezahlung"
    assert handbook.lexicon("de-AT").label("pay", "Pay") == "Bezahlung"
    assert handbook.lexicon("de").say("sections.duties") == "Tätigkeiten"


def test_words_of_a_region() -> None:
    own = {"pt": {"sections.brief": "Resumo"}, "pt-BR": {"sections.duties": "Atribuições"}}
    lexicons = Lexicons(own)
    texts = {tag: lexicons.of(tag).texts for tag in ("pt", "pt-BR", "pt-PT")}
    assert {tag: it["sections.brief"] for tag, it in texts.items()} == dict.fromkeys(
        texts, "Resumo"
    )
    assert texts["pt-BR"]["sections.duties"] == "Atribuições"
    assert texts["pt-PT"]["sections.duties"] == "Duties"
    assert lexicons.of("pt-BR").day(date(2027, 1, 4)) == "4 de janeiro de 2027"
    assert Lexicons().of("pt-BR").language == "en"


def test_german_of_switzerland_has_no_sharp_s() -> None:
    assert "ß" in "".join(Lexicons().of("de").texts.values())
    assert "ß" not in "".join(Lexicons().of("de-CH").texts.values())


@pytest.mark.parametrize(
    ("tag", "country", "currency", "wanted"),
    [
        ("en", "", "CAD", "CA$1,000 | January 4, 2027 | en-US"),
        ("en", "US", "CAD", "CA$1,000 | January 4, 2027 | en-US"),
        ("en", "CA", "CAD", "$1,000 | January 4, 2027 | en-CA"),
        ("en", "AU", "AUD", "$1,000 | 4 January 2027 | en-AU"),
        ("en", "DE", "EUR", "€1,000 | January 4, 2027 | en-US"),
        ("en-CA", "US", "CAD", "$1,000 | January 4, 2027 | en-CA"),
        ("fr", "CA", "CAD", "1 000 $ | 4 janvier 2027 | fr-CA"),
        ("fr-CA", "", "CAD", "1 000 $ | 4 janvier 2027 | fr-CA"),
        ("de", "CH", "CHF", "CHF 1’000 | 4. Januar 2027 | de-CH"),
        ("de-CH", "", "CHF", "CHF 1’000 | 4. Januar 2027 | de-CH"),
        ("de", "CA", "CAD", "1.000 CA$ | 4. Januar 2027 | de-DE"),
    ],
)
def test_days_and_amounts_are_written_as_where_the_company_is(
    tag: str, country: str, currency: str, wanted: str
) -> None:
    said = Lexicons(country=country).of(tag)
    written = (said.money(Decimal(1000), currency), said.day(date(2027, 1, 4)))
    found = " | ".join([*written, written_as(tag, said)])
    assert re.sub(r"[\xa0\u202f]", " ", found) == wanted


@pytest.mark.parametrize(
    ("places", "currency", "country"),
    [
        ([], "USD", ""),
        (["GB", "US"], "USD", "US"),
        (["CA"], "USD", "CA"),
        (["US", "CA"], "CAD", "CA"),
        (["DE", "AT"], "EUR", "DE"),
    ],
)
def test_where_a_company_is_at_home(
    read: Read, places: list[str], currency: str, country: str
) -> None:
    there = {f"place-{at}": {"country": code} for at, code in enumerate(places)}
    stated = {"name": "A", "url": "https://a.example", "currency": currency, "locations": there}
    assert home_of(read({"company.yaml": yaml.safe_dump(stated)}).company) == country


@pytest.fixture(scope="module")
def italian() -> Handbook:
    return read_handbook(ITALIAN, Audience.HIRING_TEAM, PageCache())


def test_a_whole_language(italian: Handbook) -> None:
    assert told(italian, "words-it.yaml") == []
    assert lacking("it", italian.lexicons.own) == []
    said = italian.lexicon()
    assert (said.language, said.count("search.pages", 2)) == ("it", "2 pagine")


def test_a_posting_in_each_format_speaks_it(italian: Handbook) -> None:
    posting = role_posting(italian.roles["manutentore"], italian)
    titles = [section.title for section in posting.sections]
    assert titles[:3] == ["In sintesi", "Responsabilità", "Requisiti"]
    for ending, made in FORMATS.items():
        text = made(posting)
        if isinstance(text, str):
            assert "Fascia retributiva" in text, ending
            assert "Pay range" not in text, ending


def test_structured_data_speak_it(italian: Handbook) -> None:
    data = job_posting(opening_posting(italian.openings["manutentore-bassano"], italian), DAY)
    assert data is not None
    assert "Requisiti" in data["description"]


@pytest.mark.parametrize("tag", ["it", "pl", "de"])
def test_a_start_has_all_names_and_states_none(read: Read, tag: str) -> None:
    start = start_of(tag)
    handbook = read({f"words-{tag}.yaml": start})
    assert not handbook.lexicons.own[tag]
    uncommented = re.sub(r"^( *)# (?=\S+: \"|\")", r"\1", start, flags=re.MULTILINE)
    whole = read({f"words-{tag}.yaml": uncommented})
    assert told(whole, f"words-{tag}.yaml") == []
    assert lacking(tag, whole.lexicons.own) == []


def test_the_command_begins_a_file_and_then_lists_what_lacks(tmp_path: Path) -> None:
    (tmp_path / "company.yaml").write_text("name: A\nurl: https://a.example\n", "utf-8")
    assert "words-it.yaml" in begin_words("it", tmp_path)
    (tmp_path / "words-it.yaml").write_text("sections: {brief: In sintesi}\n", "utf-8")
    listed = begin_words("it", tmp_path)
    assert '  # duties: "Duties"' in listed
    assert "brief:" not in listed
    with pytest.raises(WordsError, match="did you mean `it`"):
        begin_words("italiano", tmp_path)


def test_the_examples_of_the_guide(read: Read) -> None:
    guide = (GUIDE / "languages.md").read_text("utf-8")
    found = re.findall(r"In `(words-\S+)`:\n\n```yaml\n(.*?)```", guide, re.DOTALL)
    handbook = read(dict(found))
    assert {name for name, _ in found} == {"words-it.yaml", "words-de.yaml"}
    assert [it for it in handbook.problems if "error" in str(it)] == []
    assert handbook.lexicon("de").label("pay", "Pay") == "Bezahlung"
    assert handbook.lexicon("it").count("search.pages", 2) == "2 pagine"
