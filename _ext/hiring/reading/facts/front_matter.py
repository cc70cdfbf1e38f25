"""A page's front matter: where it is, and what it states."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from hiring.model.audience import Audience
from hiring.model.fact_classes import OURS
from hiring.model.facts import FrontMatter
from hiring.model.messages import gettext
from hiring.model.paths import OPENINGS_FOLDER
from hiring.model.problem import nearest, quoted
from hiring.model.report import BLANK, Report
from hiring.model.rules import Rule
from hiring.reading.facts.blanks import without_blanks
from hiring.reading.facts.stated import read_facts
from hiring.reading.facts.taken_back import with_empty_lists
from hiring.reading.sources.lines import FENCE, lines_of_front_matter

if TYPE_CHECKING:
    from hiring.model.checks import PageChecks
    from hiring.model.fact_classes import FactClasses
    from hiring.reading.facts.yaml import Located
    from hiring.reading.sources.sources import Sources

_FIELDS = FrontMatter.model_fields.keys()

_MEANT = re.compile(r"\s*audience\s*:", re.IGNORECASE)
"""What above a page's title is meant for front matter, whatever stands around it."""


@dataclass(kw_only=True)
class LocatedFrontMatter:
    """What a page's front matter states.

    ``facts`` is None where it can't be read; ``lines`` gives for each field, as ``role.title``,
    its line in the file; ``audience`` is the page's, the narrowest where it can't be known, None
    where the page leaves it to its folder.
    """

    facts: FrontMatter | None
    lines: dict[str, int] = field(default_factory=dict)
    audience: Audience | None = Audience.HIRING_TEAM


def read_front_matter(
    lines: list[str], report: Report, known: FactClasses = OURS
) -> LocatedFrontMatter:
    """Return what the front matter states, of what is ``known``, with every mistake noted."""
    count = lines_of_front_matter(lines)
    if count == 0:
        return _absent(lines, report)
    report.todo("\n".join(lines[:count]), 1)
    text = "\n".join(lines[1 : count - 1])

    def settled(data: Any) -> Any:
        data = without_blanks(known, data) if BLANK.search(text) else data
        return _of_translation(with_empty_lists(data, text), report.path, known)

    model = known.front_matter
    facts, located = read_facts(model, text, 2, report, may_be_empty=True, settled=settled)
    if located.data is None and facts:
        return LocatedFrontMatter(facts=facts, audience=None)
    if not isinstance(located.data, dict):
        return LocatedFrontMatter(facts=None)
    is_sound = not located.slips and _is_stated(located, report)
    return LocatedFrontMatter(
        facts=facts if is_sound else None,
        lines={".".join(map(str, path)): line + 2 for path, line in located.lines.items()},
        # Where a line is not what it was meant to be, it may have named another one.
        audience=Audience.HIRING_TEAM if located.slips else _audience(located.data),
    )


TAKEN = {"role": ("family", "owner"), "opening": ("role", "requisition")}
"""The facts that are needed, and that a translation takes from its original."""


def _of_translation(data: Any, path: str, known: FactClasses) -> Any:
    """Return what a page states, in a translation with stand-ins for what its original states.

    Which fields are the page's own, their lines tell.
    """
    if not (isinstance(data, dict) and data.get("translation_of")):
        return data
    if path.startswith(f"{OPENINGS_FOLDER}/") and not data.get("opening"):
        data = {**data, "opening": {}}
    for holder, names in TAKEN.items():
        if isinstance(data.get(holder), dict):
            taken = {**dict.fromkeys(names, "taken"), **known.stand_ins(holder)}
            data = {**data, holder: {**taken, **data[holder]}}
    return data


def checks_stated(sources: Sources, known: FactClasses) -> dict[str, PageChecks]:
    """Return what pages state under ``checks``, by path, for whoever judges what is published."""
    found = {}
    for path, text in sources.pages.items():
        if "checks" in text:
            facts = read_front_matter(text.split("\n"), Report(path), known).facts
            if facts and facts.checks:
                found[path] = facts.checks
    return found


def _is_stated(located: Located, report: Report) -> bool:
    """Report a field that is named and left empty, where guessing its value would do harm."""
    empty = [name for name in ("role", "opening", "audience") if located.data.get(name, "") is None]
    for name in empty:
        message = gettext("`{name}` is empty: state it, or delete the line", name=name)
        report.error(located.line((name,)) + 2, Rule.BAD_VALUE, message)
    return not empty


def _audience(data: dict[str, Any]) -> Audience | None:
    """Return the audience that is stated, known even where another field is wrong.

    Where none is stated, the narrowest if one may have been meant: under another name, or indented
    into another field. The draft of an opening is the hiring team's, whomever it is meant for in
    the end.
    """
    opening = data.get("opening")
    # That of a translation is its original's, which knows for whom it is.
    unstated = "open" if data.get("translation_of") else "draft"
    if isinstance(opening, dict) and opening.get("status", unstated) == "draft":
        return Audience.HIRING_TEAM
    if "audience" in data:
        written = data["audience"]
        known = [audience for audience in Audience if audience.value == written]
        return known[0] if known else Audience.HIRING_TEAM
    inner = [name for value in data.values() if isinstance(value, dict) for name in value]
    meant = any(nearest(str(name).lower(), ["audience"]) for name in (*data, *inner))
    meant = meant or any(data[name] in list(Audience) for name in data.keys() - _FIELDS)
    return Audience.HIRING_TEAM if meant else None


def _absent(lines: list[str], report: Report) -> LocatedFrontMatter:
    """Tell a page without front matter from one whose front matter is not found."""
    start = next((number for number, line in enumerate(lines, 1) if line.strip()), 0)
    first = lines[start - 1].rstrip() if start else ""
    above_title = takewhile(lambda line: not line.startswith("# "), lines)
    if first.strip() != FENCE and any(map(_MEANT.match, above_title)):
        report.error(
            start, Rule.FRONT_MATTER, gettext("wanted front matter between two lines `---`")
        )
        return LocatedFrontMatter(facts=None)
    if first.strip() != FENCE and not (start == 1 and first.lstrip().startswith(FENCE)):
        return LocatedFrontMatter(facts=FrontMatter(), audience=None)
    if first != FENCE:
        message = gettext(
            "found {first}, wanted `---` at the start of the line and nothing more",
            first=quoted(first),
        )
    elif start > 1:
        message = gettext("the front matter must start on line 1: move it up")
    else:
        message = gettext("the front matter is never closed: end it with a line `---`")
    report.error(start, Rule.FRONT_MATTER, message)
    return LocatedFrontMatter(facts=None)
