"""What an opening fills in: placeholders of the posting, and what they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError

from hiring.model.messages import gettext
from hiring.model.opening import fillings
from hiring.model.problem import quoted
from hiring.model.tree import walk
from hiring.model.values import Date, Email, Url

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hiring.model.facts import Company, OpeningFacts

_TYPED: dict[str, tuple[TypeAdapter[Any], Callable[[], str]]] = {
    "date": (TypeAdapter(Date), lambda: gettext("a date, as 2026-11-20")),
    "email": (TypeAdapter(Email), lambda: gettext("an e-mail address")),
    "url": (TypeAdapter(Url), lambda: gettext("an address that starts with https://")),
}


def fill_fault(name: str, text: str, facts: OpeningFacts, company: Company) -> str | None:
    """Return what is wrong with a text that ``fill`` gives for a placeholder."""
    declared = company.placeholders
    wanted = declared[name].type if name in declared else "text"
    if fillings(facts, company)[name] != text:
        return gettext("`{name}` is filled by a fact of the opening: delete it here", name=name)
    if wanted in _TYPED and not _is_of(wanted, text):
        return gettext(
            "found {found}, wanted {wanted}", found=quoted(text), wanted=_TYPED[wanted][1]()
        )
    return None


def placeholders_in(parts: Iterable[Any]) -> set[str]:
    """Return the names of the placeholders in parts of pages."""
    return {
        node.name
        for part in parts
        if "[[" in part.markdown
        for node in walk(part.body.nodes)
        if node.kind == "placeholder"
    }


def _is_of(wanted: str, text: str) -> bool:
    try:
        _TYPED[wanted][0].validate_python(text)
    except ValidationError:
        return False
    return True
