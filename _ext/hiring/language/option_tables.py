"""The options of others' directives, and what each may hold.

Sizes and columns that would be written as styles are left out: the site's policy refuses those.
"""

from __future__ import annotations

from hiring.language.options import (
    Address,
    Caption,
    Choice,
    Classes,
    Count,
    Dedent,
    Flag,
    Icon,
    Lines,
    Name,
    Option,
    Spread,
    Text,
)

_TEXT, _NAME, _FLAG, _CLASS = Text(), Name(), Flag(), Classes()


def _classes(*names: str) -> dict[str, Option]:
    return {f"class-{name}": _CLASS for name in names}


_NAMED: dict[str, Option] = {"name": _NAME, "class": _CLASS}
_ALIGN = Choice(choices=("left", "center", "right"))
_PIXELS = Count(most=9999, unit="pixels")
_IMAGE: dict[str, Option] = {
    **_NAMED,
    **{"alt": _TEXT, "width": _PIXELS, "height": _PIXELS, "align": _ALIGN, "target": Address()},
}
_ADMONITION = _NAMED | {"collapsible": Choice(True, ("open", "closed"))}
_SIZES = tuple("012345")
COLUMNS = Spread(choices=("auto", *map(str, range(1, 13))))
"""How many columns a grid has, or an item of it takes up."""

_MARGIN: dict[str, Option] = {"margin": Spread(choices=("auto", *_SIZES))}
_PADDING: dict[str, Option] = {"padding": Spread(choices=_SIZES)}
_CARD: dict[str, Option] = {
    "width": Choice(choices=("auto", "25%", "50%", "75%", "100%")),
    "text-align": Choice(choices=("left", "right", "center", "justify")),
    **dict.fromkeys(("img-top", "img-bottom", "img-background", "img-alt"), _TEXT),
    **{"link": _TEXT, "link-alt": _TEXT, "link-new-tab": _FLAG},
    **{"header": Caption(), "footer": Caption()},
    "link-type": Choice(choices=("url", "any", "ref", "doc")),
    "shadow": Choice(choices=("none", "sm", "md", "lg")),
    **_classes("card", "header", "body", "title", "footer", "img-top", "img-bottom"),
}
_COLORS = "primary secondary success info warning danger light muted dark white black"
_DROPDOWN: dict[str, Option] = {
    **{"open": _FLAG, "name": _NAME, "icon": Icon(), **_MARGIN},
    "color": Choice(choices=tuple(_COLORS.split())),
    "chevron": Choice(choices=("right-down", "down-up")),
    "animate": Choice(choices=("fade-in", "fade-in-slide-down")),
    **_classes("container", "title", "body"),
}
_GRID: dict[str, Option] = {
    "gutter": Spread(choices=_SIZES),
    **{**_MARGIN, **_PADDING, "outline": _FLAG, "reverse": _FLAG},
    **_classes("container", "row"),
}
_GRID_ITEM: dict[str, Option] = {
    **{"columns": COLUMNS, **_MARGIN, **_PADDING, "outline": _FLAG, "class": _CLASS},
    "child-direction": Choice(choices=("column", "row")),
    "child-align": Choice(choices=("start", "end", "center", "justify", "spaced")),
}
_TAB_SET: dict[str, Option] = {
    "orientation": Choice(choices=("horizontal", "vertical")),
    **{"sync-group": _NAME, "class": _CLASS},
}
_TAB_ITEM: dict[str, Option] = {
    **{"selected": _FLAG, "sync": _NAME, "name": _NAME},
    **_classes("container", "label", "content"),
}
_TABLE: dict[str, Option] = {
    **{"header-rows": Count(most=99, least=0), "stub-columns": Count(most=99, least=0)},
    **{"align": _ALIGN, **_NAMED},
}
_CODE: dict[str, Option] = {
    **{"linenos": _FLAG, "lineno-start": Count(most=99_999, least=0), "force": _FLAG},
    **{"emphasize-lines": Lines(), "dedent": Dedent(), "caption": Caption(), **_NAMED},
}
_DEPTH = Choice(True, tuple("123456789"))
_CONTENTS: dict[str, Option] = {
    **{"maxdepth": Count(most=9), "numbered": _DEPTH, "caption": _TEXT, **_NAMED},
    **dict.fromkeys(("glob", "hidden", "includehidden", "titlesonly", "reversed"), _FLAG),
}

OPTIONS: dict[str, dict[str, Option]] = {
    **dict.fromkeys(("note", "tip", "important", "warning", "caution", "admonition"), _ADMONITION),
    "dropdown": _DROPDOWN,
    "card": _CARD | _MARGIN,
    "grid": _GRID,
    "grid-item": _GRID_ITEM,
    "grid-item-card": {**_CARD, **_MARGIN, **_PADDING, "columns": COLUMNS, "class-item": _CLASS},
    "tab-set": _TAB_SET,
    "tab-item": _TAB_ITEM,
    "image": _IMAGE,
    "figure": _IMAGE | {"figclass": _CLASS},
    "list-table": _TABLE,
    "rubric": {
        **_NAMED,
        "heading-level": Choice(choices=tuple("123456")),
        **dict.fromkeys(("role", "level", "from"), _TEXT),
    },
    "epigraph": {},
    "glossary": {"sorted": _FLAG},
    "code-block": _CODE,
    "toctree": _CONTENTS,
}
"""The options of each directive that is not ours, by its name."""
