"""What is said of a name that stands for nothing, by the kind of what it is to name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.model.messages import gettext
from hiring.model.problem import instead, listed, nearest, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable


def no_page_of(kind: str, what: str, written: str, names: Iterable[str]) -> str:
    """Return the message about a role or an opening that there is none of."""
    if kind == "opening":
        message = gettext("{what}: there is no opening {name}", what=what, name=quoted(written))
        none = gettext("There are no openings so far")
        return f"{message}{instead(written, names, gettext('Openings'), none)}"
    message = gettext("{what}: there is no role {name}", what=what, name=quoted(written))
    return f"{message}{instead(written, names, gettext('Roles'), no_roles())}"


def no_roles() -> str:
    """Say that there are no roles to choose from."""
    return gettext("There are no roles so far")


def no_part(kind: str, what: str, key: str, part: str, ids: Iterable[str]) -> str:
    """Return the message about a level or a question that a role does not have.

    ``what`` names the reference: without a role's key, it is one on a role's own page.
    """
    mend = (
        gettext("name the role, as {{role}}`{key}`", key=key)
        if what.startswith("`{")
        else gettext("leave it out")
    )
    if kind == "level":
        message = gettext(
            "{what}: `{key}` has no level {name}", what=what, key=key, name=quoted(part)
        )
        none = gettext("It has no levels: {mend}", mend=mend)
    elif kind == "question":
        message = gettext(
            "{what}: `{key}` has no question {name}", what=what, key=key, name=quoted(part)
        )
        none = gettext("It has no questions: {mend}", mend=mend)
    else:  # a kind that no sentence of its own is written for
        message = gettext(
            "{what}: `{key}` has no {kind} {name}", what=what, key=key, kind=kind, name=quoted(part)
        )
        none = gettext("It has none: {mend}", mend=mend)
    return f"{message}{instead(part, ids, gettext('It has'), none)}"


def no_role_and_part(kind: str, what: str, written: str) -> str:
    """Return the message about a name that is to be of two halves, and is not."""
    if kind == "level":
        return gettext(
            "{what}: found {found}, wanted role and level, as `ROLE/ID`",
            what=what,
            found=quoted(written),
        )
    if kind == "question":
        return gettext(
            "{what}: found {found}, wanted role and question, as `ROLE/ID`",
            what=what,
            found=quoted(written),
        )
    return gettext(
        "{what}: found {found}, wanted role and {kind}, as `ROLE/ID`",
        what=what,
        found=quoted(written),
        kind=kind,
    )


def no_label(kind: str, written: str) -> str:
    """Return the message about a label or a term that no page has, without a name instead."""
    if kind == "term":
        return gettext("there is no term {name}", name=quoted(written))
    return gettext("there is no label {name}", name=quoted(written))


def no_section(page: str, written: str, sections: Iterable[str]) -> str:
    """Return the message about a section that a page, or where it is empty this one, lacks."""
    sections = list(sections)
    message = (
        gettext("there is no section of {page} {name}", page=quoted(page), name=quoted(written))
        if page
        else gettext("there is no section {name}", name=quoted(written))
    )
    every = gettext(". It has: {names}", names=listed(sections)) if sections else ""
    return f"{message}{nearest(written, sections) or every}"
