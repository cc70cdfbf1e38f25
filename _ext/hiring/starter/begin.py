"""The command ``init``: a handbook of a company that builds and passes its check at once."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import hiring
from hiring.exports.encode import as_json
from hiring.exports.files import schemas
from hiring.model.data import FOLDER, stated_in
from hiring.model.language_tags import ENGLISH, primary, region_of
from hiring.model.messages import gettext, spelled
from hiring.model.paths import COMPANY
from hiring.starter.fill import fill
from hiring.starter.shared import LIBRARIES, SHARED, shared
from hiring.system.files import write_together

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path

TEMPLATES = FOLDER / "starter"
_COMMON = "common"
_ENDING = ".in"
_DOT = "dot_"
"""How a name begins that begins with a dot in a handbook: here, git and editors would obey it."""

_SCHEMAS = ("company", "skills")
_OPEN_FOR = timedelta(days=60)
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#&$|~])")
_MAX_NAME = 100


class StarterError(Exception):
    """Why no handbook is begun."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What is asked for: the language's tag, and where they are known the name and the licence.

    ``words`` are the start of a file of fixed words, where the language has none of its own.
    """

    language: str
    words: str = ""
    name: str = ""
    license: str = ""

    @property
    def of_pages(self) -> str:
        """The language of the pages: English, where there are none in that of the handbook."""
        language = primary(self.language)
        return language if (TEMPLATES / language).is_dir() else ENGLISH


def begin(target: Path, wishes: Wishes, today: date) -> list[Path]:
    """Write a starter into a folder that is empty, or not there yet; return its files.

    Of a repository that has just been made, only git's own folder may be there.
    """
    if target.exists() and (
        not target.is_dir() or any(it.name != ".git" for it in target.iterdir())
    ):
        raise StarterError(
            gettext(
                "{folder} is not empty, and nothing is written over: name a folder that is empty, "
                "or not there yet",
                folder=target,
            )
        )
    files = {target / path: text for path, text in starter(wishes, today).items()}
    write_together(files)
    return list(files)


def starter(wishes: Wishes, today: date) -> dict[str, str]:
    """Return the files of a starter by their paths."""
    values = _values(wishes, today)
    found = {
        path: spelled(fill(template, values), wishes.language)
        for folder in (_COMMON, wishes.of_pages)
        for path, template in _templates(folder)
    }
    if wishes.of_pages != primary(wishes.language):
        found = {path: _marked(path, text, wishes.of_pages) for path, text in found.items()}
    if wishes.words:
        found[f"handbook/words-{wishes.language}.yaml"] = wishes.words
    found |= {path: _own(path, values) for path in SHARED if path != LIBRARIES}
    models = schemas()
    found |= {
        f".vscode/schema/{name}.json": as_json(models[f"schema/{name}.json"]) for name in _SCHEMAS
    }
    return dict(sorted(found.items()))


def _marked(path: str, text: str, language: str) -> str:
    """Return a text with the language that it is in, for who translates it."""
    if path == f"handbook/{COMPANY}":
        return re.sub(r"^url: .*\n", rf"\g<0>language: {language}\n", text, count=1, flags=re.M)
    if path.startswith("handbook/") and path.endswith(".md"):
        return re.sub(r"^---\n", f"---\nlanguage: {language}\n", text, count=1)
    return text


def _own(path: str, values: Mapping[str, str]) -> str:
    """Return a shared file with keys of the starter in place of the example's."""
    text = shared(path).read_text("utf-8")
    for old, new in stated_in("starter/keys.yaml").items():
        text = text.replace(old, values[new])
    return text


def _templates(folder: str) -> Iterator[tuple[str, str]]:
    top = TEMPLATES / folder
    for file in sorted(top.rglob(f"*{_ENDING}")):
        parts = file.relative_to(top).as_posix().removesuffix(_ENDING).split("/")
        path = "/".join(
            f".{part.removeprefix(_DOT)}" if part.startswith(_DOT) else part for part in parts
        )
        yield path, file.read_text("utf-8")


def _values(wishes: Wishes, today: date) -> dict[str, str]:
    """Return what stands in the place of each mark."""
    texts: dict[str, str] = stated_in(f"starter/{wishes.of_pages}/texts.yaml")
    name = _sound(wishes.name, "name") or texts["company"]
    license = _sound(wishes.license, "license") or texts["license"]
    project = texts["project"].format(name=name)
    owner = f"{today.year}, {name}".removesuffix(".")
    copyright = f"{owner}. {license}".removesuffix(".")
    pins = {f"pin.{name}": pin for name, pin in stated_in("starter/pins.yaml").items()}
    return {
        **texts,
        **pins,
        **_of_place(wishes),
        "closes": (today + _OPEN_FOR).isoformat(),
        "confirm.unnamed": "" if wishes.name else f" # CONFIRM: {texts['confirm.name']}",
        "copyright": _escaped(f"© {copyright}."),
        "copyright.plain": f"© {copyright}.",
        "copyright.quoted": _quoted(copyright),
        "language": wishes.language,
        "name.escaped": _escaped(name),
        "name.quoted": _quoted(name),
        "project": _escaped(project),
        "project.quoted": _quoted(project),
        "search.quoted": _quoted(texts["search"]),
        "today": today.isoformat(),
        "version": hiring.__version__,
        "year": str(today.year),
    }


def _of_place(wishes: Wishes) -> dict[str, str]:
    """Return where the company is that a starter makes up, and what it pays there."""
    places = stated_in("starter/places.yaml")[wishes.of_pages]
    place = places.get(region_of(wishes.language)) or next(iter(places.values()))
    currency, per = place["currency"], place["per"]
    least, most = place["office"]
    low, middle, high = place["works"]
    address = ", ".join(f"{name}: {value}" for name, value in place["address"].items())
    return {
        "place.currency": currency,
        "place.address": f"{{{address}}}",
        "place.benefit": place["benefits"][0],
        "place.other-benefit": place["benefits"][1],
        "pay.office": _pay(currency, least, most, "year"),
        "pay.works": _pay(currency, low, high, per),
        "pay.works-first": f"{currency} {low}-{middle} per {per}",
        "pay.works-second": f"{currency} {middle}-{high} per {per}",
    }


def _pay(currency: str, low: int, high: int, per: str) -> str:
    return f"{{currency: {currency}, min: {low}, max: {high}, per: {per}}}"


def _sound(text: str, option: str) -> str:
    """Return a text on one line; say why where it can be none."""
    text = " ".join(text.split())
    if len(text) > _MAX_NAME or not text.isprintable():
        raise StarterError(
            gettext(
                "{option} takes up to {number} signs that can be seen",
                option=f"--{option}",
                number=_MAX_NAME,
            )
        )
    return text


def _quoted(text: str) -> str:
    """Return a text as Python, YAML and JSON write it."""
    return json.dumps(text, ensure_ascii=False)


def _escaped(text: str) -> str:
    """Return a text as Markdown writes it."""
    return _MARKDOWN.sub(r"\\\1", text)
