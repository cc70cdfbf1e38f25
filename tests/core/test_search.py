"""What can be found: records of the handbook, their words, and the files that the browser loads."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from itertools import accumulate
from typing import TYPE_CHECKING, Any, get_args

import pytest

from hiring.model.audience import Audience
from hiring.model.company_parts import Location
from hiring.model.lexicon import AMERICAN
from hiring.model.tree import Body
from hiring.search import files, index
from hiring.search.before import read_before
from hiring.search.files import Site, write_search
from hiring.search.index import index_of
from hiring.search.kinds import kinds_of
from hiring.search.names import initials
from hiring.search.places import words_of_places
from hiring.search.records import RecordKind, page_records
from hiring.search.scripts import (
    CORE,
    compressed,
    opened,
    packed,
    read_script,
    script,
    unpacked,
)
from hiring.search.tokens import definition, stem, telling, tokens, vernacular
from hiring.search.weights import STEPS, page_words, words_on
from hiring.search.written import Written

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from hiring.model.handbook import Handbook
    from hiring.model.tree import Node
    from hiring.search.index import Index
    from hiring.search.records import PageRecords, Record
    from hiring.search.weights import PageWords

    from .conftest import Reader

TODAY = date(2026, 11, 22)

COOK = """---
role:
  title: Cook
  aliases: [chef]
  family: Kitchen
  summary: Cooks.
  owner: People
  pay: {currency: USD, min: 40000, max: 50000, per: year}
audience: public
---
# Cook

## Work

Before noon, [the engineer](data-engineer.md) eats.

```{code-block} text
unsearchable
```

### Related reading

- Zephyr

## Responsibilities

:::{responsibilities}
- Boil {skill}`python`
:::

## Elsewhere

:::{qualifications}
:from: data-engineer
:::

## Levels

::::{levels}
:::{level} Head
:years: 5+
- Plans the menu
:::
::::

## Questions

::::{faq}
:::{question} Does a cook earn a bonus?
:id: pay
:also: salary, C++
No, but *401(k)*.
:::
::::::{audience} hiring-team
:::{question} Who is fired?
Quillfeather.
:::
::::::
::::
"""


def anchors(*titles: str) -> list[tuple[str, str]]:
    return [(title, title.lower().replace(" ", "-")) for title in titles]


SHOWN = anchors("Work", "Related reading", "Responsibilities", "Elsewhere", "Levels", "Questions")


@pytest.fixture
def handbook(read: Reader) -> Handbook:
    return read({"roles/cook.md": COOK})


@pytest.fixture
def cook(handbook: Handbook) -> PageRecords:
    return page_records(handbook, handbook.pages["roles/cook.md"], SHOWN, TODAY)


def record(page: PageRecords, anchor: str) -> Record:
    return next(found for found in page.records if found.anchor == anchor)


def test_a_record_for_each_part(cook: PageRecords) -> None:
    assert [(found.kind, found.anchor) for found in cook.records] == [
        ("role", ""),
        ("section", "work"),
        ("section", "related-reading"),
        ("section", "responsibilities"),
        ("section", "elsewhere"),
        ("section", "levels"),
        ("section", "questions"),
        ("level", "level-head"),
        ("question", "question-pay"),
    ]
    assert (cook.title, cook.aliases, cook.family, cook.audience) == (
        "Cook",
        ("chef",),
        "Kitchen",
        "public",
    )


def test_records_say_what_is_on_the_page_once(cook: PageRecords) -> None:
    said = "\n".join(found.text for found in cook.records)
    assert "Pay: $40,000 to $50,000 per year." in record(cook, "").text
    assert record(cook, "work").text == "Before noon, the engineer eats."
    assert record(cook, "responsibilities").text == "Boil Python"
    assert record(cook, "level-head").text == "Typically 5 years or more.\nPlans the menu"
    assert record(cook, "question-pay").text == "No, but 401(k)."
    # What another role's page says, what only leads on, and code.
    for elsewhere in ("unsearchable", "Zephyr", "from:"):
        assert elsewhere not in said
    assert record(cook, "elsewhere").text == record(cook, "levels").text == ""


def test_nothing_hidden_is_in_a_record(read: Reader) -> None:
    team = read({"roles/cook.md": COOK}, Audience.HIRING_TEAM)
    page = page_records(team, team.pages["roles/cook.md"], SHOWN, TODAY)
    assert "Quillfeather" in page.records[-1].text
    public = read({"roles/cook.md": COOK}, Audience.PUBLIC)
    assert "Quillfeather" not in str(
        page_records(public, public.pages["roles/cook.md"], SHOWN, TODAY)
    )


def test_headings_that_are_shown_as_others_lead_to_the_one_above(handbook: Handbook) -> None:
    page = handbook.pages["roles/cook.md"]
    shown = [("Work", "work"), ("Responsibilities", "id3"), ("Levels", "levels")]
    found = page_records(handbook, page, shown, TODAY).records
    assert [it.anchor for it in found if it.kind == "section"] == [
        *("work", "work", "id3", "id3", "levels", "levels")
    ]


def test_kinds_are_known_by_phrases() -> None:
    assert "pay" in kinds_of(["What does a cook earn?"])
    assert kinds_of(["next-level"]) == ("promotion",)
    assert kinds_of(["The level that is next", "payment by the paid-in-full desk"]) == ("pay",)
    assert kinds_of(["Nothing of this"]) == ()


@pytest.mark.parametrize("kind", definition()["kinds"])
def test_each_kind_has_words_that_the_index_can_hold(kind: str) -> None:
    entry = definition()["kinds"][kind]
    assert telling(entry["words"])
    # In plain letters: the publishing scan looks for the words as they stand in the index.
    assert entry["words"].isascii()
    assert all(tokens(phrase) for phrase in entry["when"].split())


TOKENS = {
    "C++ and C#, .NET or R": "c++ and c# .net or r",
    "401(k), 401 (k)": "401k 401k",
    "CI/CD, A/B; Q&A": "cicd ab qa",
    "$100,000 and 2.5%": "100000 and 2.5",
    "the engineer's, don't": "the engineer dont",
    "Müller in der Straße": "muller in der strasse",
    "機械学習 字": "機械 械学 学習 字",
    "on-site": "on site",
    "<b>&amp;</b> 🙂": "b amp b",
}


@pytest.mark.parametrize("text", TOKENS)
def test_tokens(text: str) -> None:
    assert tokens(text) == TOKENS[text].split()


def test_forms_of_a_word_have_one_stem() -> None:
    assert len({stem(word) for word in ("promoted", "promotion", "promote", "promotions")}) == 1
    assert stem("c++") == "c++"
    assert stem("機械") == "機械"


def test_words_of_two_languages_are_not_taken_for_one() -> None:
    """Who asks for vacancies is not shown what is said of holidays, in French."""
    assert stem("vacances") != stem("vacancies")
    assert stem("postes") != stem("posting")
    assert stem("postes", "fr") == stem("poste", "fr")


def test_a_page_in_another_language_has_its_own_stems(read: Reader) -> None:
    """And a word of both languages is one word of the index, whichever stems they give it."""
    german = "---\nlanguage: de\naudience: public\n---\n# Beruf\n\nGehälter, Employees.\n"
    english = "---\naudience: public\n---\n# Job\n\nGehalt employees employ.\n"
    handbook = read({"beruf.md": german, "job.md": english})
    pages = [page_records(handbook, handbook.pages[it], [], TODAY) for it in ("beruf.md", "job.md")]
    assert [page.language for page in pages] == ["de", ""]
    index = index_of([page_words(page) for page in pages])
    groups = [set(group.split(",")) for group in index.words.split(" ")]
    assert {"gehalt", "gehalter"} in groups
    assert [group for group in groups if "employees" in group] == [{"employ", "employees"}]


def test_a_translation_of_a_guide_is_one(read: Reader) -> None:
    german = "---\nlanguage: de\ntranslation_of: write-a-role\n---\n# Schreiben\n"
    handbook = read({"guide/write-a-role.md": "# Write\n", "guide/schreiben.md": german})
    page = page_records(handbook, handbook.pages["guide/schreiben.md"], [], TODAY)
    assert page.records[0].kind == "guide"


def test_the_start_page_goes_by_the_company(read: Reader) -> None:
    handbook = read({"index.md": "---\naudience: public\n---\n# Jobs\n"})
    page = page_records(handbook, handbook.pages["index.md"], [], TODAY)
    assert page.aliases == (tokens(handbook.company.name)[0],)


def test_what_a_page_for_all_calls_itself_is_offered(read: Reader, tmp_path: Path) -> None:
    stated = "---\naliases: [Compare levels, versus]\naudience: public\n---\n# Levels\n"
    site = Site(anchors={}, today=TODAY)
    guide = "---\naliases: [New page]\naudience: public\n---\n# Write\n"
    write_search(read({"levels.md": stated, "guide/write-a-role.md": guide}), site, tmp_path)
    _, written = read_script((tmp_path / "search/core.js").read_bytes())
    core = opened(written)
    offered = {core["pages"][page][0]: words for page, words in core["sought"]}
    assert offered == {"levels": "Compare levels"}


def test_the_index_counts_records_through(cook: PageRecords) -> None:
    own = page_words(cook)
    index = index_of([own, own])
    words = index.words.split(" ")
    assert any("bonus" in forms.split(",") for forms in words)
    lines = " ".join(shard for _, shard in index.shards).split(" ")
    assert len(lines) == len(words)
    ofPages, ofRecords = lines[words.index("chef")].split("'")
    # Both pages by their alias; the first record of each, nine apart.
    assert re.fullmatch(r"1(.)1\1", ofPages)
    assert re.fullmatch(r"1(.)9\1", ofRecords)
    assert max(own.page.values()) < STEPS
    heading, text = own.records[8][stem("bonus")], own.records[8]["401k"]
    assert heading > text


def test_no_word_arises_by_chance(cook: PageRecords) -> None:
    """The publishing scan takes four letters side by side for a word."""
    for _, shard in index_of([page_words(cook)] * 500).shards:
        assert not re.search(r"\w\w", shard)


def read_file(file: Path) -> dict[str, Any]:
    text = file.read_text("utf-8")
    assert re.fullmatch(r"((//.*\n)?hiringSearch\.receive\(.*\);\n)+", text)
    calls = re.findall(r"^hiringSearch\.receive\((.*)\);$", text, re.MULTILINE)
    found = dict(json.loads(f"[{call}]") for call in calls)
    return {name: (build, opened(data)) for name, (build, data) in found.items()}


def test_files(handbook: Handbook, tmp_path: Path) -> None:
    site = Site(anchors={"roles/cook.md": SHOWN}, today=TODAY)
    made = write_search(handbook, site, tmp_path)
    assert {file for file in tmp_path.rglob("*") if file.is_file()} == set(made)
    _, core = read_file(tmp_path / "search/core.js")["core"]
    assert sum(page[-1] for page in core["pages"]) == len(core["kindOf"])
    assert core["families"] == sorted({role.facts.family for role in handbook.roles.values()})
    packs = [read_file(tmp_path / f"search/pages/{at}.js") for at in range(len(core["packs"]))]
    assert [name for pack in packs for name in pack] == [f"pages/{it[0]}" for it in core["pages"]]
    assert [it[1][0] for pack in packs for it in pack.values()] == sorted(handbook.pages)
    starts = list(accumulate((len(pack) for pack in packs), initial=0))
    assert core["packs"] == starts[:-1]
    shards = [read_file(tmp_path / f"search/words/{at}.js") for at in range(len(core["shards"]))]
    assert [own for shard in shards for own, _ in shard.values()] == core["ids"]
    assert not re.search(r"\w", "".join(core["ids"]))  # the publishing scan reads them, too
    assert {own for pack in packs for own, _ in pack.values()} == {core["layout"]}


def test_a_new_word_leaves_the_files_of_others_as_they_are(
    read: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "SHARD", 200)
    site = Site(anchors={"roles/cook.md": SHOWN}, today=TODAY)
    found = []
    for words in ("Before noon", "Before noon, with zymurgy"):
        write_search(read({"roles/cook.md": COOK.replace("Before noon", words)}), site, tmp_path)
        found.append({it: it.read_bytes() for it in (tmp_path / "search/words").iterdir()})
    before, after = found
    assert len(before) > 2
    assert [it.name for it in after if after[it] != before[it]] == [f"{len(after) - 1}.js"]


def test_a_page_that_did_not_change_is_not_made_again(
    read: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And what is built upon an earlier build equals what is built from nothing."""
    site = Site(anchors={"roles/cook.md": SHOWN}, today=TODAY)
    write_search(read({"roles/cook.md": COOK}), site, tmp_path / "upon")
    made: list[str] = []

    def note(handbook: Handbook, page: Any, *given: Any) -> Any:
        made.append(page.path)
        return page_records(handbook, page, *given)

    monkeypatch.setattr(files, "page_records", note)
    changed = read({"roles/cook.md": COOK.replace("Before noon", "At noon")})
    write_search(changed, site, tmp_path / "upon")
    assert made == ["roles/cook.md"]
    write_search(changed, site, tmp_path / "clean")
    for file in (tmp_path / "clean").rglob("*.js"):
        upon = tmp_path / "upon" / file.relative_to(tmp_path / "clean")
        assert upon.read_bytes() == file.read_bytes()


def test_a_page_that_did_not_change_is_not_parsed(read: Reader, tmp_path: Path) -> None:
    site = Site(anchors={"roles/cook.md": SHOWN}, today=TODAY)
    before = read({"roles/cook.md": COOK})
    write_search(before, site, tmp_path)

    def parse() -> tuple[Node, ...]:
        raise AssertionError("parsed")

    pages = {path: replace(page, body=Body(parse)) for path, page in before.pages.items()}
    write_search(replace(before, pages=pages), site, tmp_path)


UPON = {
    "a word that nobody has": ("Before noon", "Before zugzwang"),
    "a word in another form": ("Boil", "Boils"),
    "a word less": ("Plans the menu", "Plans"),
    "a title that others name": ("title: Cook\n", "title: Kitchener\n"),
    "a family of its own": ("family: Kitchen", "family: Galley"),
    "a level's name": ("{level} Head", "{level} Chief"),
    "a section more": ("## Elsewhere", "## Whereabouts\n\nHere.\n\n## Elsewhere"),
    "nothing": ("", ""),
}


@pytest.mark.parametrize("case", UPON)
def test_an_index_upon_another_equals_a_whole_one(
    read: Reader, tmp_path: Path, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What nobody says any more is gone, and what others say as well is kept."""
    others = {
        f"guide/g{number}.md": f"# Guide {number}\n\nMenus, {{role}}`cook` and {{skill}}`python`.\n"
        for number in range(12)
    }
    site = Site(anchors={"roles/cook.md": SHOWN}, today=TODAY)
    changed = COOK.replace(*UPON[case])
    for name, text in {"upon": COOK, "clean": changed}.items():
        write_search(read({**others, "roles/cook.md": text}), site, tmp_path / name)
    clean = {
        file.relative_to(tmp_path / "clean"): file.read_bytes()
        for file in (tmp_path / "clean").rglob("*.js")
    }
    wholes: list[int] = []

    def counted(pages: Sequence[PageWords]) -> Index:
        wholes.append(1)
        return index_of(pages)

    monkeypatch.setattr(files, "index_of", counted)
    write_search(read({**others, "roles/cook.md": changed}), site, tmp_path / "upon")
    assert {path: (tmp_path / "upon" / path).read_bytes() for path in clean} == clean
    few = case not in ("a title that others name", "a section more")
    assert len(wholes) == (0 if few else 1)


KOCH = """---
language: de
---
# Kochen

Gehalt und Gehälter der Köche, im Gehalte steht es. Teams arbeiten.

## Anfang

Die Arbeiten beginnen früh. Boils.
"""

MIXED = {
    "nothing": ("guide/koch.md", "", ""),
    "a word that nobody has": ("guide/koch.md", "früh", "morgens"),
    "a word in another form": ("guide/koch.md", "beginnen", "beginnt"),
    "a word of both languages": ("guide/koch.md", "Teams", "Team boiling boil"),
    "a word less": ("guide/koch.md", "Gehälter der ", ""),
    "what made two words one": ("guide/koch.md", "Gehalt und Gehälter", "Lohn"),
    "another language": ("guide/koch.md", "language: de", "language: fr"),
    "no other language": ("guide/koch.md", "language: de\n", "audience: public\n"),
    "a word in a page of the site's": ("roles/cook.md", "Before noon", "Gehaltes boils"),
}


@pytest.mark.parametrize("case", MIXED)
def test_an_index_in_two_languages_upon_another_equals_a_whole_one(
    read: Reader, tmp_path: Path, case: str
) -> None:
    """A word of two languages is one or two, by which pages have it."""
    path, was, now = MIXED[case]
    before = {f"guide/g{it}.md": f"# Guide {it}\n\nMenus, gehalts, works.\n" for it in range(12)}
    before |= {"guide/koch.md": KOCH, "roles/cook.md": COOK}
    before["guide/topf.md"] = "---\nlanguage: de\n---\n# Topf\n\nDie Gehälter, der Arbeit.\n"
    after = {**before, path: before[path].replace(was, now)}
    site = Site(anchors={"roles/cook.md": SHOWN}, today=TODAY)
    for name, there in {"upon": before, "clean": after}.items():
        write_search(read(there), site, tmp_path / name)
    write_search(read(after), site, tmp_path / "upon")
    for file in (tmp_path / "clean").rglob("*.js"):
        upon = tmp_path / "upon" / file.relative_to(tmp_path / "clean")
        assert upon.read_bytes() == file.read_bytes()


SIGNS = (
    "Reported 1,000 cases, isn't the team's. R&D of C++ and .NET, b/w.",
    "L'équipe d'évaluation: ÉVALUATION, §5 (a), naïve, report.",
    "Teams of 1000; a report's isnt; 1.000,5 and 10 00.",
    f"Die Größe, 采购经理, {'long' * 30} and caf\u0065\u0301.",
)


def test_words_that_pages_have_are_told_without_a_look_at_each(
    read: Reader, tmp_path: Path
) -> None:
    """Each word, and each part of one, is found on just the pages that have it."""
    pages = {f"guide/g{at}.md": f"# Guide {at}\n\n{said}\n" for at, said in enumerate(SIGNS)}
    write_search(read({**pages, "roles/cook.md": COOK}), Site(anchors={}, today=TODAY), tmp_path)
    before = read_before(tmp_path)
    assert before
    has = {path: words_on(before.page(path)) for path in before.pages}
    every = {word for words in has.values() for word in words}
    asked = {part for it in every for part in (it, it[1:], it[:-1], f"{it}s") if part}
    assert {"1000", "bw", "equipe", "c++"} <= every < asked
    for path in (*pages, "roles/cook.md"):
        written = Written(before.pages)
        assert {it for it in asked if written.of({it}, [path])} == asked & has[path]
        assert Written(before.pages).of(asked, [path]) == asked & has[path]
    assert Written(before.pages).of(asked, list(has)) == every


@pytest.mark.parametrize("left", [0, 80, -1, -4, -40])
def test_a_damaged_kept_file_is_made_again(read: Reader, tmp_path: Path, left: int) -> None:
    """A build that was ended while it wrote must not end all that follow."""
    site = Site(anchors={"roles/cook.md": SHOWN}, today=TODAY)
    handbook = read({"roles/cook.md": COOK})
    write_search(handbook, site, tmp_path)
    kept = tmp_path / "search/pages/0.js"
    sound = kept.read_text("utf-8")
    kept.write_text(sound[:left], encoding="utf-8")
    write_search(handbook, site, tmp_path)
    assert kept.read_text("utf-8") == sound


def test_hidden_lines_change_no_byte(read: Reader, tmp_path: Path) -> None:
    site = Site(anchors={"roles/cook.md": SHOWN}, today=TODAY)
    without = re.sub(r"::::::\{audience\}.*?::::::\n", "", COOK, flags=re.DOTALL)
    assert without != COOK
    for name, text in {"with": COOK, "without": without}.items():
        write_search(read({"roles/cook.md": text}, Audience.PUBLIC), site, tmp_path / name)
    for file in (tmp_path / "with").rglob("*.js"):
        other = tmp_path / "without" / file.relative_to(tmp_path / "with")
        assert other.read_bytes() == file.read_bytes()


INITIALS = {
    "Machine Learning Engineer": ("mle",),
    "Head of Data Science": ("hds", "hods"),
    "Cook": (),
}


@pytest.mark.parametrize("title", INITIALS)
def test_initials_are_other_names(title: str) -> None:
    assert initials(title) == INITIALS[title]


def test_pages_state_what_else_they_are_called(read: Reader) -> None:
    text = "---\naliases: [Compare, versus]\naudience: public\n---\n# Beside each other\n"
    handbook = read({"guide/beside.md": text})
    page = page_records(handbook, handbook.pages["guide/beside.md"], [], TODAY)
    assert page.aliases == ("Compare", "versus")
    assert page.records[0].kinds == ("difference",)


def test_a_keyword_says_more_of_a_page_than_its_description(read: Reader) -> None:
    pages = {
        "plan.md": "---\ndescription: Lanes.\nkeywords: [wagons]\naudience: public\n---\n# Plan\n"
    }
    handbook = read(pages)
    page = page_records(handbook, handbook.pages["plan.md"], [], TODAY)
    words = page_words(page).page
    assert words[stem("wagons")] > words[stem("lanes")]


def test_a_short_name_of_a_skill_stands_for_itself(read: Reader, tmp_path: Path) -> None:
    """Typed last, it is else taken for the start of a word that is not yet all there."""
    skills = (
        "skills:\n- {key: r, name: R, description: R.}\n- {key: go, name: Golang, description: G.}"
    )
    write_search(read({"skills.yaml": skills}), Site(anchors={}, today=TODAY), tmp_path)
    told = opened(read_script((tmp_path / CORE).read_bytes())[1])["language"]["vernacular"]
    assert told["r"] == "r"
    assert "golang" not in told


def test_what_people_type_is_written_as_it_is_compared() -> None:
    """Else nobody's words are ever the same."""
    written = {it for meant, said in vernacular().items() for it in (*meant.split(" + "), *said)}
    assert {it for it in written if " ".join(tokens(it)) != it} == set()


def test_what_no_page_speaks_of_is_not_sent(read: Reader, tmp_path: Path) -> None:
    write_search(
        read({"a.md": "# A\n\nAll about a visa.\n"}), Site(anchors={}, today=TODAY), tmp_path
    )
    told = opened(read_script((tmp_path / CORE).read_bytes())[1])["language"]["vernacular"]
    assert "work permit" in told["visa"].split(",")
    assert not any("vaccination" in meant for meant in told)


def test_a_role_has_its_facts(cook: PageRecords) -> None:
    facts = {fact.label: fact for fact in cook.records[0].facts}
    assert facts["Pay"].said == "$40,000 to $50,000 per year"
    assert facts["Pay"].kinds == ("pay",)
    assert "pay" in cook.records[0].kinds
    assert "Page owner" not in facts, "that is nobody's business outside"


def test_places_go_by_many_names() -> None:
    antwerp = Location(locality="Antwerp", country="BE")
    found = words_of_places([antwerp], ["US-TX"])
    assert {"Antwerp", "Belgium", "Belgien", "Belgique", "Texas", "USA"} <= set(found)
    assert any("Europe" in names for names in found)


DAMAGED = {
    "nothing": b"",
    "cut in its data": script("words/0", "0f", compressed("1$" * 99))[:-20] + b'"]);\n',
    "a sign that is none of Base64": script("words/0", "0f", compressed("1$")).replace(
        b"base64,e", b"base64,!"
    ),
    "another byte": script("words/0", "0f", compressed("1$" * 99)).replace(
        b"base64,eN", b"base64,eO"
    ),
    "not compressed": b'hiringSearch.receive("words/0",["0f","1$"]);\n',
}


@pytest.mark.parametrize("harm", DAMAGED)
def test_damaged_data_is_known(harm: str) -> None:
    with pytest.raises((LookupError, TypeError, ValueError)):
        opened(read_script(DAMAGED[harm])[1])


def test_data_is_as_it_was_and_the_same_each_time() -> None:
    data = ["Gehälter", {"signs": '\u2028 " \\ </script>'}, "word " * 500]
    written = script("pages/a", "0f", compressed(data))
    assert read_script(written) == ("0f", compressed(data))
    assert opened(compressed(data)) == data
    assert written == script("pages/a", "0f", compressed(data))
    assert len(written) < 300


def test_small_pages_share_a_file() -> None:
    pages = {f"p{number}": b"// a\nx%d\n" % number * 200 for number in range(40)}
    starts, files_ = packed(pages)
    assert 1 < len(files_) < len(pages)
    assert starts[0] == 0
    joined = b"".join(files_.values())
    assert joined == b"".join(pages.values())
    assert len(unpacked(b"// a\nx\n// b\ny\n")) == 2


def test_each_kind_of_record_has_a_name_for_readers() -> None:
    assert all(AMERICAN.texts.get(f"search.kind.{kind}") for kind in get_args(RecordKind))
