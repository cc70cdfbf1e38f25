"""Facts that are still to be written: `TODO` where a number, a day or a key is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from hiring.model.report import BLANK

if TYPE_CHECKING:
    from hiring.model.fact_classes import FactClasses

_DECIDES = "status"
"""Whom a page is for depends on it: it is never taken for one that is left out."""


def without_blanks(known: FactClasses, data: Any) -> Any:
    """Return front matter without the optional facts of a role or opening that a blank keeps open.

    A blank in a text is a text. Elsewhere it can't be read, and the fact counts as left out: the
    blank itself is reported already.
    """
    try:
        known.front_matter.model_validate(data)
    except ValidationError as error:
        places = [entry["loc"][:2] for entry in error.errors() if _is_blank(entry["input"])]
        open_facts = {place for place in places if _may_be_left_out(place, known)}
        return {
            holder: {name: fact for name, fact in facts.items() if (holder, name) not in open_facts}
            if isinstance(facts, dict)
            else facts
            for holder, facts in data.items()
        }
    return data


def _is_blank(value: Any) -> bool:
    return isinstance(value, str) and BLANK.search(value) is not None


def _may_be_left_out(place: tuple[int | str, ...], known: FactClasses) -> bool:
    holder, name = (*place, "", "")[:2]
    model = known.by_holder.get(str(holder))
    fields = model.model_fields if model else {}
    return name in fields and name != _DECIDES and not fields[str(name)].is_required()
