"""Facts that are still to be written: `TODO` where a number, a day or a key is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from hiring.model.facts import FrontMatter, OpeningFacts
from hiring.model.report import BLANK
from hiring.model.role_facts import RoleFacts

if TYPE_CHECKING:
    from pydantic import BaseModel

_HOLDERS: dict[str, type[BaseModel]] = {"role": RoleFacts, "opening": OpeningFacts}

_DECIDES = "status"
"""Whom a page is for depends on it: it is never taken for one that is left out."""


def without_blanks(data: Any) -> Any:
    """Return front matter without the optional facts of a role or opening that a blank keeps open.

    A blank in a text is a text. Elsewhere it can't be read, and the fact counts as left out: the
    blank itself is reported already.
    """
    try:
        FrontMatter.model_validate(data)
    except ValidationError as error:
        places = [entry["loc"][:2] for entry in error.errors() if _is_blank(entry["input"])]
        open_facts = {place for place in places if _may_be_left_out(place)}
        return {
            holder: {name: fact for name, fact in facts.items() if (holder, name) not in open_facts}
            if isinstance(facts, dict)
            else facts
            for holder, facts in data.items()
        }
    return data


def _is_blank(value: Any) -> bool:
    return isinstance(value, str) and BLANK.search(value) is not None


def _may_be_left_out(place: tuple[int | str, ...]) -> bool:
    holder, name = (*place, "", "")[:2]
    fields = _HOLDERS[str(holder)].model_fields if holder in _HOLDERS else {}
    return name in fields and name != _DECIDES and not fields[str(name)].is_required()
