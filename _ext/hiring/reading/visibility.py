"""Whether what a page refers to is there for the build's readers.

A target is of one of the kinds ``page`` (a path), ``anchor`` (``path#anchor``), ``label``, ``term``
or ``name``. The last is what stands alone behind a ``#``, as ``path#name``: an anchor on the page
``path``, a label, a term, another page, or the name of a role, level, question or skill.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiring.reading.anchors import SITE_LABELS, plain_label
from hiring.reading.assets import resolved
from hiring.reading.sources import ROLES_FOLDER

if TYPE_CHECKING:
    from hiring.model.handbook import Handbook

NEUTRAL = {
    "page": "another page",
    "anchor": "another section",
    "name": "another section",
    "label": "another section",
}
"""What a link says that has no words of its own, by what it leads to."""


def is_there(handbook: Handbook, kind: str, target: str) -> bool:
    """Tell whether a build's readers can be led to a thing."""
    path, _, name = target.partition("#")
    match kind:
        case "page":
            return target in handbook.pages
        case "anchor":
            return path in handbook.pages and name in handbook.pages[path].anchors
        case "label":
            return target in handbook.labels or target in SITE_LABELS
        case "term":
            return target in handbook.terms
        case "name":
            plain = plain_label(name)
            return (
                is_there(handbook, "anchor", target)
                or is_there(handbook, "label", plain)
                or plain in handbook.terms
                or _page_named(path, name) in handbook.pages
                or name.lower() in handbook.skill_names
                or _is_of_role(handbook, name)
            )
    raise LookupError(kind)


def is_shown(handbook: Handbook, kind: str, target: str) -> bool:
    """Tell whether a thing is not hidden: it is there, or it never was."""
    hidden = handbook.hidden
    return is_there(handbook, kind, target) or not (
        hidden.projected or _is_hidden(handbook, kind, target)
    )


def _is_hidden(handbook: Handbook, kind: str, target: str) -> bool:
    hidden = handbook.hidden
    path, _, name = target.partition("#")
    match kind:
        case "page":
            return target in hidden.pages
        case "anchor":
            return path in hidden.pages or (path, name) in hidden.anchors
        case "label":
            return target in hidden.labels
        case "term":
            return target in hidden.terms
    plain, (key, _, part) = plain_label(name), name.partition("/")
    home = f"{ROLES_FOLDER}/{key}.md"
    within = {(path, name), (home, f"level-{part}"), (home, f"question-{part}")}
    return (
        plain in hidden.labels
        or plain in hidden.terms
        or not hidden.pages.isdisjoint({home, _page_named(path, name)})
        or not hidden.anchors.isdisjoint(within)
    )


def _page_named(path: str, name: str) -> str:
    """Return the path of the page that a name means, seen from the page ``path``."""
    return f"{resolved(path, name)}.md"


def _is_of_role(handbook: Handbook, name: str) -> bool:
    """Tell whether a name is a visible role's, or that of one of its levels or questions."""
    key, _, part = name.partition("/")
    role = handbook.roles.get(key)
    return role is not None and bool(not part or role.level(part) or role.question(part))
