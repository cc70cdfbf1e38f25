"""The laws on postings as the guide lists them: where, from when, what they want, who says so."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from docutils import nodes

from hiring.model import words
from hiring.model.lexicon import AMERICAN
from hiring.model.places import area_name
from hiring.posting.laws import REQUIREMENTS
from hiring.site.views.build import bullets, paragraph, target, text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hiring.posting.laws import PayLaw


def law_list(laws: Iterable[PayLaw]) -> nodes.definition_list:
    """Return laws under what they are called, by name; those of one name in their order."""
    in_order = sorted(laws, key=lambda law: law.name)
    entries = [_named(name, list(of)) for name, of in groupby(in_order, lambda law: law.name)]
    return nodes.definition_list("", *entries, classes=["hiring-rules"])


def _named(name: str, laws: list[PayLaw]) -> nodes.definition_list_item:
    term = nodes.term("", "", target(f"law-{_anchor(name)}"), nodes.Text(name))
    where = list(dict.fromkeys(_where(law) for law in laws if _where(law)))
    term += text(f" {'; '.join(where)}", "hiring-weight") if where else nodes.Text("")
    return nodes.definition_list_item("", term, nodes.definition("", *map(_law, laws)))


def _anchor(name: str) -> str:
    return name.lower().replace(" ", "-")


def _where(law: PayLaw) -> str:
    """Return where a law holds, if its name does not say so."""
    if law.localities:
        return area_name(law.places[0])
    return ", ".join(map(area_name, law.places)) if len(law.places) > 2 else ""


def _law(law: PayLaw) -> nodes.container:
    points = [f"{REQUIREMENTS[what]}{_more(law, what)}." for what in law.asks]
    if law.on_request:
        points.append(f"Tell the pay range {law.on_request}; the posting need not show it.")
    if law.also:
        points.append(f"{law.also[:1].upper()}{law.also[1:]}.")
    found = nodes.container("", paragraph(nodes.Text(_when(law))))
    found += bullets([[paragraph(nodes.Text(point))] for point in points])
    if not law.certain:
        found += paragraph(nodes.Text(f"Not certain: {law.doubt}."))
    source = f"Source: {law.source} ({AMERICAN.part_of_date(law.as_of)})."
    found += paragraph(nodes.Text(source), classes=["hiring-meta"])
    return found


def _more(law: PayLaw, what: str) -> str:
    """Return how a law wants a thing done, where there is more to it."""
    if what == "narrow-range" and law.width:
        return f": it may span {law.width}, unless it ends above {law.width.above:,}"
    return ", in the posting or before the interview" if what in law.later else ""


def _when(law: PayLaw) -> str:
    """Return for whom a law counts, from which day on, and until when."""
    if law.since is None:
        said = "Planned, without a first day"
    else:
        until = f" until {words.day(law.until)}" if law.until else ""
        said = f"From {words.day(law.since)}{until}"
    many = law.min_employees
    return f"{said}, for employers of {many} or more." if many > 1 else f"{said}."
