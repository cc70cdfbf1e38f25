"""A role's template, filled in as the browser does, and a role that is hard to fill in."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hiring.model import words
from hiring.posting.content import plain, runs_right_to_left
from hiring.posting.formats.markdown import _address, _is_open
from hiring.posting.formats.word import section_word, title_word
from hiring.posting.generator.common import asking

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hiring.model.handbook import Handbook
    from hiring.posting.compose import Posting

FORMATS = ("text", "markdown", "html", "word")
MARKS = re.compile("[\ufdd0-\ufdef]")
_MARK = re.compile("\ufdd0(@?)([0-9]+)\ufdd1")
_SEGMENT = re.compile(
    "(\n?)\ufdd2([a-z]+) ([^\ufdd2-\ufdd4]*)\ufdd3([^\ufdd2-\ufdd4]*)\ufdd4", re.DOTALL
)
_TEXTS: dict[str, Callable[[str], str]] = {
    "text": str,
    "markdown": lambda text: re.sub(r"[\\`*_\[\]<>|~]", r"\\\g<0>", text).replace("&", "\ufdd8"),
    "html": lambda text: escape(text, quote=False),
    "word": lambda text: escape(text, quote=False),
}
_ADDRESSES: dict[str, Callable[[str], str]] = {
    "text": str,
    "markdown": _address,
    "html": escape,
    "word": str,
}
_BETWEEN = {"text": "\n\n", "markdown": "\n\n", "html": "\n", "word": "\n"}


COMPANY = """\
name: Fennmoor & Co
url: https://www.fennmoor.example
apply: {instructions: Write.}
locations:
  austin: {locality: Austin, region: TX, country: US}
placeholders:
  location: {label: "City, State", hint: The place of work.}
  apply: {label: address, hint: Where applications go.}
  start: {label: start date, hint: The first day.}
  team: {label: team, hint: Who they work with.}
"""
BESIDE = """\
In **[[team]]**now, a**[[team]]**b, x**b**[[team]]_c_[[team]]_d_, R&[[team]]; and [[team]]D;.

[[team]]. Then, 12[[team]]) or

- [[team]]-[[team]]#
- _[[team]] and_ more
- [[team]] שלום
- *[[team]]*

[Ask [[team]] & more](https://a.example/?b&copy=c) or [[apply]].

1. **[[team]]:** `[[team]]`
2. [[location]]

   - [[start]] [[team]]

     4. [[team]]
     5. - [[team]]
3. - [[team]]
"""
"""A placeholder wherever a format may look at what stands beside a text."""


def with_placeholders(read: Callable[..., Handbook], language: str = "en") -> Handbook:
    """Return the small handbook with placeholders in every place, as the generator takes it."""
    page = (Path(__file__).parent / "base/roles/data-engineer.md").read_text("utf-8")
    page = page.replace("---\n", f"---\nlanguage: {language}\n", 1)
    page = page.replace("- Designs", f"{BESIDE}\n- Designs")
    page = page.replace("Works in [[location]].", BESIDE)
    handbook = read({"company.yaml": COMPANY, "roles/data-engineer.md": page})
    assert [problem for problem in handbook.problems if problem.severity == "error"] == []
    return asking(handbook)


def values(posting: Posting) -> dict[str, str]:
    """Return what somebody would type for an opening's facts."""
    terms = posting.terms
    assert terms.opening is not None
    facts, said = terms.opening.facts, terms.lexicon
    stated = {
        **terms.filled,
        "work": words.environment(terms.arrangement, said) if terms.arrangement else "",
        "requisition": facts.requisition,
        "posted": said.day(facts.posted) if facts.posted else "",
        "closes": said.day(facts.closes) if facts.closes else "",
        "positions": str(facts.positions) if facts.positions > 1 else "",
    }
    return {name: plain(value).strip() for name, value in stated.items()}


def word(posting: Posting) -> str:
    """Return a posting's paragraphs in Word, whose links have no numbers yet."""
    return (
        "\n".join(
            [title_word(posting.title, posting.language), *map(section_word, posting.sections)]
        )
        + "\n"
    )


def template(data: Mapping[str, Any], section: Mapping[str, Any], name: str) -> str:
    """Return a section of a role's data as a template of a format."""
    found = ""
    for number in section["pieces"]:
        shape, *words = data["pieces"][number]
        forms = data["shapes"][shape][: FORMATS.index(name) + 1]
        text = next(form for form in reversed(forms) if form != 0)
        first, *rest = text.split("\ufddc")
        found += first + "".join(word + then for word, then in zip(words, rest, strict=True))
    return found


def filled(
    data: Mapping[str, Any], level: str, name: str, values: Mapping[str, str], names: list[str]
) -> str:
    """Return a role's posting at a level in a format, with the values of its open facts."""
    version = next(version for version in data["versions"] if version["id"] == level)
    sections = [data["sections"][number] for number in version["sections"]]
    texts = [_filled(template(data, it, name), name, values, names) for it in sections]
    return _BETWEEN[name].join(texts) + "\n"


def _filled(text: str, name: str, values: Mapping[str, str], names: list[str]) -> str:
    said = {str(number): values.get(fact, "") for number, fact in enumerate(names)}
    before = ""
    while before != text:
        before, text = text, _SEGMENT.sub(lambda found: _segment(found, values, said), text)

    def value(found: re.Match[str]) -> str:
        text = said[found[2]]
        return _ADDRESSES[name](address_in(text)) if found[1] else _TEXTS[name](text)

    text = _MARK.sub(value, text)
    return _settled(text) if name == "markdown" else text


def _segment(found: re.Match[str], values: Mapping[str, str], said: Mapping[str, str]) -> str:
    line, verb, of, inner = found.groups()
    if verb == "fact":
        stays = bool(values.get(of))
    elif verb == "link":
        stays = bool(address_in(said[of]))
    elif verb in ("mail", "other"):
        stays = address_in(said[of]).startswith("mailto:") == (verb == "mail")
    elif verb == "rtl":
        stays = runs_right_to_left(_MARK.sub(lambda mark: said[mark[2]], of))
    else:
        stays = verb == "entry"
    return line + inner if stays else ""


def address_in(text: str) -> str:
    """Return the address that a text is, or nothing."""
    if re.fullmatch(r"https?://[!-~]+", text):
        return text
    return f"mailto:{text}" if re.fullmatch(r"[!-?A-~]+@[!-?A-~]+", text) else ""


def _settled(text: str) -> str:
    text = re.sub(r"\ufdd8(?=#?(?:[^\W_]|\\_)+;)", r"\\&", text).replace("\ufdd8", "&")
    text = re.sub("(.)\ufdd6", _beside_emphasis, text)
    text = re.sub("\ufdd7(.)", _beside_emphasis, text)
    text = re.sub(r"\ufdd5(\d{0,9})(?=[#+:%-]|(?<=\d)[.)])", r"\1\\", text)
    return text.replace("\ufdd5", "")


def _beside_emphasis(found: re.Match[str]) -> str:
    return found[1] if _is_open(found[1]) else f"&#{ord(found[1])};"
