"""New pages, with a line in every section that says what belongs there."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import chain, count
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from hiring.model.audience import Audience
from hiring.model.data import stated_in
from hiring.model.fact_classes import first_holder
from hiring.model.language_tags import ENGLISH, primary
from hiring.model.local_texts import by_languages, words_for
from hiring.model.messages import gettext
from hiring.model.paths import OPENINGS_FOLDER, ROLES_FOLDER
from hiring.model.problem import instead, quoted
from hiring.model.report import BLANK
from hiring.model.slugs import key_for_title
from hiring.model.titles import without_gender
from hiring.model.values import KEY
from hiring.reading.crossings.old_names import Moves, said_renamed
from hiring.reading.handbook import read_handbook
from hiring.reading.pages.page_cache import PageCache
from hiring.reading.sources.sources import sources_in
from hiring.reading.trial import new_errors
from hiring.system.clock import build_day
from hiring.system.files import write_together

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from hiring.model.facts import Company
    from hiring.model.handbook import Handbook
    from hiring.model.own import Holder, OwnFact
    from hiring.model.role import JobRole

TEMPLATES = Path(__file__).parent / "data" / "templates"
FORBIDDEN = frozenset('`{}[]<>|%@!"\\')
"""Signs that mean something to Markdown, and nothing in the title of a job."""

_PLAIN = re.compile(r"[^\W\d_][\w ()/+.\-\u2013\u00b7']*")
"""A title that YAML takes for text as it stands."""


class ScaffoldError(Exception):
    """A page that can't be started, with the reason."""


def new_role(title: str, folder: Path, today: date | None = None, key: str = "") -> Path:
    """Write a page for a job role and return its path; nothing that is there is written over.

    It is a draft that builds as it is. Every blank says ``TODO``, which the page shows marked, and
    ``check`` reports until it is filled. The key is made of the title where none is given.
    """
    title = " ".join(title.split())
    handbook = read_handbook(folder)
    company, language = handbook.company, _template_language(handbook.language)
    key = _key_of(title, key, language)
    file = folder / ROLES_FOLDER / f"{key}.md"
    if file.exists():
        raise ScaffoldError(
            gettext("{file} is already there: edit it, or choose another name", file=file)
        )
    # Of the handbook's own: there may be none so far.
    skill = next(iter(handbook.skills), "")
    is_plain = _PLAIN.fullmatch(title)
    values = {
        "title_in_yaml": title if is_plain else json.dumps(title, ensure_ascii=False),
        "job": title,
        "title": re.sub(r"([*_~#&])", r"\\\1", title),
        "currency": company.currency,
        "skills": f"{_said('skills', language)}{skill}`" if skill else "",
        "today": today or build_day(),
        "own": _own("role", company),
    }
    return _write(folder, file, f"{language}/role.md", values)


def _template_language(language: str) -> str:
    """Return the language of the template for a handbook: English where there is none in its own.

    What a template says, as its headings, is what readers of the page read.
    """
    return primary(language) if (TEMPLATES / primary(language)).is_dir() else ENGLISH


def _said(name: str, language: str) -> str:
    text: str = stated_in("templates/texts.yaml")[language][name]
    return text


def _key_of(title: str, chosen: str, language: str) -> str:
    """Return the key of a new role's page: the one that is chosen, else one made of its title."""
    strange = sorted(set(title) & FORBIDDEN)
    if strange or len(title) > 100 or not any(map(str.isalnum, title)):
        message = (
            gettext("`{title}` is no title: write the job's name without {signs}, as `{example}`")
            if strange
            else gettext("`{title}` is no title: write the job's name, as `{example}`")
        )
        raise ScaffoldError(
            message.format(title=title, signs=" ".join(strange), example="Data Engineer")
        )
    if chosen and not re.fullmatch(KEY, chosen):
        meant = key_for_title(chosen)
        message = (
            gettext("{name} is no key: write lower-case letters, digits and hyphens, as `{key}`")
            if meant
            else gettext("{name} is no key: write lower-case letters, digits and hyphens")
        )
        raise ScaffoldError(message.format(name=quoted(chosen), key=meant))
    key = chosen or key_for_title(without_gender(title, language))
    if not key:
        message = gettext(
            "no key can be made of `{title}`, as it has no letters from a to z: choose one, which "
            "the page's address will show, with `--key data-engineer`, in make `KEY=data-engineer`",
            title=title,
        )
        raise ScaffoldError(message)
    return key


def new_opening(key: str, level: str, folder: Path, today: date | None = None) -> Path:
    """Write a page for an opening of a role, at a level where one is named; return its path.

    A second opening of the same role and level gets a number: openings share both.
    """
    handbook = read_handbook(folder, Audience.HIRING_TEAM)
    role = _role_named(key, handbook)
    ids = [entry.id for entry in role.levels]
    if level and level not in ids:
        none = gettext("It has no levels: leave the level out")
        hint = instead(level, ids, gettext("It has"), none)
        message = gettext("`{key}` has no level {name}", key=key, name=quoted(level))
        raise ScaffoldError(f"{message}{hint}")
    stem = f"{key}-{level or 'opening'}"
    names = chain([stem], (f"{stem}-{number}" for number in count(2)))
    files = (folder / OPENINGS_FOLDER / f"{name}.md" for name in names)
    company, language = handbook.company, _template_language(handbook.language)
    usual = f"{{currency: {company.currency}, min: 100000, max: 120000, per: year}}"
    values = {
        "role": key,
        "level": f"level: {level}" if level else f"# level: {(ids or ['senior'])[0]}",
        "levels": ", ".join(ids) or _said("no_levels", language),
        "locations": ", ".join(company.locations) or _said("no_places", language),
        "pay": _pay(role, level) or usual,
        "today": today or build_day(),
        "own": _own("opening", company),
    }
    file = next(it for it in files if not it.exists())
    return _write(folder, file, f"{language}/opening.md", values)


def _role_named(key: str, handbook: Handbook) -> JobRole:
    """Return the role of a key; raise ScaffoldError where none has it, with what may be meant."""
    if role := handbook.roles.get(key):
        return role
    if renamed := Moves.stated(handbook.pages.values()).keys["role"].get(key):
        raise ScaffoldError(said_renamed(key, renamed))
    none = gettext('There is none so far: begin it by `make role NAME="..."`')
    hint = instead(key, handbook.roles, gettext("Roles"), none)
    raise ScaffoldError(gettext("there is no role {name}", name=quoted(key)) + hint)


def _own(holder: Holder, company: Company) -> str:
    """Return a line for each of the company's own facts that a role, or an opening, may state."""
    lines = []
    for name, fact in company.facts.items():
        if holder in fact.on:
            label = words_for(by_languages(fact.label, company.own_language), company.own_language)
            needed = fact.required and holder == first_holder(fact)
            # A blank is words: a value of another type is doubtful in a comment behind it.
            value = "TODO" if needed and fact.type == "text" else _example(fact, company)
            line = f"{name}: {value}" if needed else f"# {name}: {value}"
            doubt = "TODO: " if needed and value != "TODO" else ""
            lines.append(f"  {line}      # {doubt}{' '.join((fact.guide or label).split())}\n")
    return "".join(lines)


def _example(fact: OwnFact, company: Company) -> str:
    """Return a value of a fact, as somebody may write it."""
    examples = {
        "number": "3",
        "amount": f"{company.currency} 500",
        "date": "2027-01-31",
        "list": "[one, two]",
        "yes-no": "true",
    }
    return examples.get(fact.type) or next(iter(fact.choices), "a few words")


def _pay(role: JobRole, level: str) -> str:
    """Return the pay of a role, or of its level, as an opening states it; empty without any."""
    chosen = role.level(level) if level else None
    pay = (chosen and chosen.pay) or role.facts.pay
    if pay is None:
        return ""
    return f"{{currency: {pay.currency}, min: {pay.min}, max: {pay.max}, per: {pay.per}}}"


def next_step(page: Path) -> str:
    """Return what to do with a page that was just started: how much is open, and who helps."""
    lines = page.read_text(encoding="utf-8").split("\n")
    blanks = [number for number, line in enumerate(lines, 1) for _ in BLANK.findall(line)]
    done = "open" if page.parent.name == OPENINGS_FOLDER else "active"
    message = gettext(
        "A draft with {count} blanks, first on line {line}. It can be built as it is.\n"
        "Next: write something in place of each TODO, or delete it. `make live` shows the page,\n"
        "with its blanks in color, as you write; `make check` says what is left. "
        "When nothing is, write `status: {status}`.",
        count=len(blanks),
        line=blanks[0],
        status=done,
    )
    return f"{message}\n"


def _write(folder: Path, file: Path, template: str, values: Mapping[str, object]) -> Path:
    """Write a page where nothing is the worse for it, and return its path."""
    text = Template((TEMPLATES / template).read_text(encoding="utf-8")).substitute(values)
    path, sources = file.relative_to(folder).as_posix(), sources_in(folder)
    texts = {**sources.texts, path: text}
    after = replace(sources, texts=texts, files={*sources.files, path})
    if found := new_errors(sources, after, PageCache()):
        first = gettext("With {file}, the check would find:", file=path)
        raise ScaffoldError("\n".join([first, *found]))
    write_together({file: text})
    return file
