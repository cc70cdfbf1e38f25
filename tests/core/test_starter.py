"""A starter as files in memory: any name is only a name, and every mark has its value."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
import yaml

from hiring.model.audience import Audience
from hiring.model.problem import Severity
from hiring.reading.handbook import understand
from hiring.reading.pages.page_cache import PageCache
from hiring.reading.sources.sources import sources_from
from hiring.starter.begin import TEMPLATES, StarterError, Wishes, starter
from hiring.starter.fill import fill
from tests.support.cases import stated_in

if TYPE_CHECKING:
    pass

TODAY = date(2026, 11, 22)
LANGUAGES = ("en", "de", "fr")


@pytest.mark.parametrize(
    "name",
    [
        'Ärzte & "Söhne" {x} $(id) `a` #1',
        "[[location]] <script>alert(1)</script>",
        "@{year} $HOME \\ %s {name}",
        "日本語の会社",
        "O'Neill: a, b - c",
        "yes",
    ],
)
def test_any_name_is_only_a_name(name: str) -> None:
    files = starter(Wishes(language="en", name=name), TODAY)
    content = {
        path.removeprefix("handbook/"): text.encode()
        for path, text in files.items()
        if path.startswith("handbook/")
    }
    handbook = understand(sources_from(content), Audience.HIRING_TEAM, PageCache())
    assert [str(it) for it in handbook.problems if it.severity is Severity.ERROR] == []
    assert handbook.company.name == name
    assert handbook.pages["index.md"].title == f"Jobs at {name}"
    conf: dict[str, str] = {}
    exec(files["handbook/conf.py"], conf)
    assert conf["author"] == name
    assert files["README.md"].count("\n# ") == 0


@pytest.mark.parametrize("name", ["a\u202eb", "a" * 101, "a\x00b"])
def test_what_nobody_can_read_is_no_name(name: str) -> None:
    with pytest.raises(StarterError, match=r"^--name takes up to 100 signs that can be seen$"):
        starter(Wishes(language="en", name=name), TODAY)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_mark_is_left_and_no_text_is_idle(language: str) -> None:
    files = starter(Wishes(language=language), TODAY)
    assert [path for path, text in files.items() if "@{" in text] == []
    texts = stated_in(TEMPLATES / language / "texts.yaml")
    english = stated_in(TEMPLATES / "en/texts.yaml")
    assert texts.keys() == english.keys()
    asked = "".join(file.read_text("utf-8") for file in TEMPLATES.rglob("*.in"))
    by_the_program = {"company", "license", "search", "confirm.name"}
    keys = {name for name in texts if name.startswith("key.")}
    assert set(texts) - set(re.findall(r"@\{([a-z.-]+)\}", asked)) == by_the_program | keys


def test_starters_are_alike_in_all_but_their_words() -> None:
    """The files for forges and hosts are one template; a page is the same but for its name."""
    english, *others = (starter(Wishes(language=it), TODAY) for it in LANGUAGES)
    for other in others:
        assert len(other) == len(english)
        apart = other.keys() ^ english.keys()
        assert all(path.startswith("handbook/") for path in apart)
        for path in other.keys() & english.keys():
            if path.endswith((".yml", ".sh", ".service", ".timer", "file", ".conf", ".cron")):
                assert uncommented(other[path]) == uncommented(english[path]), path


def uncommented(text: str) -> list[str]:
    lines = [re.sub(r"(?:^|\s)#.*|^.*echo .*$", "", line).rstrip() for line in text.split("\n")]
    return [line for line in lines if line]


def test_comments_are_wrapped_and_other_lines_are_not() -> None:
    long = "word " * 40
    filled = fill("    # @{text}\nline @{text}\n# CONFIRM: @{text}", {"text": long.strip()})
    comment = [line for line in filled.split("\n") if line.startswith("    # word")]
    assert len(comment) == 2
    assert all(len(line) <= 110 for line in comment)
    assert f"line {long.strip()}" in filled.split("\n")
    assert "\n# CONFIRM: word" in filled
    assert fill("a @{one} b", {"one": "@{two}", "two": "x"}) == "a @{two} b"


def test_a_language_without_a_starter_has_english_pages_that_say_so() -> None:
    files = starter(Wishes(language="nl", words="sections:\n"), TODAY)
    assert files["handbook/words-nl.yaml"] == "sections:\n"
    assert 'language = "nl"' in files["handbook/conf.py"]
    pages = [it for it in files if it.startswith("handbook/") and it.endswith(".md")]
    assert pages
    assert all(files[it].startswith("---\nlanguage: en\n") for it in pages)
    assert "\nlanguage: en\n" in files["handbook/company.yaml"]


@pytest.mark.parametrize(("tag", "pages"), [("de-CH", "de"), ("fr-CA", "fr"), ("en-AU", "en")])
def test_a_region_has_the_pages_of_its_language(tag: str, pages: str) -> None:
    files, usual = (starter(Wishes(language=it), TODAY) for it in (tag, pages))
    assert files.keys() == usual.keys()
    assert f'language = "{tag}"' in files["handbook/conf.py"]
    other = {path for path in files if files[path] != usual[path]}
    assert {"handbook/conf.py", "handbook/company.yaml"} < other
    assert "ß" not in "".join(files.values()) or tag != "de-CH"
    company = yaml.safe_load(files["handbook/company.yaml"])
    [place] = company["locations"].values()
    assert place["country"] == tag[-2:]


def test_a_country_that_has_no_place_is_as_the_language_s_first() -> None:
    usual, other = (starter(Wishes(language=it), TODAY) for it in ("de", "de-LU"))
    differ = {path for path in usual if usual[path] != other[path]}
    assert differ == {"handbook/conf.py"}
