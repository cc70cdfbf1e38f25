"""What YAML's and Python's own readers say is told in our words, or quoted behind them."""

from __future__ import annotations

import pytest

from hiring.model.messages import tell_in
from hiring.reading.facts.yaml import YamlError, load
from hiring.reading.sources.settings import site_language


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: ]", "put text that starts with ], } or , in quotes"),
        ("a: ,x", "put text that starts with ], } or , in quotes"),
        ("a: & x", "put text that starts with *, & or ! in quotes"),
        ("a: !foo!x y", "put text that starts with *, & or ! in quotes"),
        ('a: "\\xZZ"', "a backslash in double quotes"),
    ],
)
def test_a_slip_is_told_in_our_words(text: str, said: str) -> None:
    with pytest.raises(YamlError) as told:
        load(text)
    assert said in str(told.value)


def test_words_of_yaml_are_quoted() -> None:
    tell_in("de")
    with pytest.raises(YamlError, match="lässt sich nicht als YAML lesen; YAML selbst sagt: „"):
        load("a: \x07")


@pytest.mark.parametrize(
    ("source", "language"),
    [
        (b'language = "de"\ndef x(:\n', "de"),
        (b"project = (\nlanguage = 'fr'  # ours\n", "fr"),
        (b'# language = "de"\n)', "en"),
        (b'x = "\xff\n', "en"),
    ],
)
def test_the_language_is_known_where_conf_is_no_python(source: bytes, language: str) -> None:
    assert site_language(source) == language
