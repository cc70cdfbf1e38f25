"""Draw which room imports which, as ``docs/rooms.svg``: ``make docs`` runs it.

The picture is made of the imports alone, so the same code gives the same bytes. An arrow that
follows from others is left out: what imports `posting` builds upon `exports` too. Each box names
all that its room imports.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from tools.imports import LADDER, PROJECT, arrows, rooms

PICTURE = PROJECT / "docs/rooms.svg"

WIDTH, HEIGHT, GAP = 300, 102, 54
LINE, LONGEST = 17, 40
MARGIN = 24

STYLE = """\
  <style>
    svg { color-scheme: light dark; font-family: system-ui, sans-serif; }
    .paper { fill: #ffffff; }
    .box { fill: #f0f4f8; stroke: #52606d; stroke-width: 1.5; }
    text { fill: #1f2933; font-size: 13px; }
    .name { font-size: 17px; font-weight: 600; }
    .count { paint-order: stroke; stroke: #ffffff; stroke-width: 5px; font-weight: 600; }
    .arrow { fill: none; stroke: #52606d; stroke-width: 1.5; }
    .head { fill: #52606d; }
    .up { stroke: #b91c1c; stroke-dasharray: 6 4; }
    @media (prefers-color-scheme: dark) {
      .paper { fill: #12171d; }
      .box { fill: #1f2933; stroke: #9aa5b1; }
      text { fill: #f5f7fa; }
      .count { stroke: #12171d; }
      .arrow { stroke: #9aa5b1; }
      .head { fill: #9aa5b1; }
      .up { stroke: #f87171; }
    }
  </style>
"""

HEAD = """\
  <defs>
    <marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8"
      orient="auto"><path class="head" d="M0 0 8 4 0 8z"/></marker>
  </defs>
"""


@dataclass(frozen=True)
class Box:
    """A room in the picture: its upper left corner, and what it says."""

    room: str
    x: int
    y: int
    lines: tuple[str, ...]


def picture() -> str:
    """Return the picture as SVG."""
    found = arrows()
    layers = _layers(_downward(found))
    boxes = {box.room: box for box in _boxes(layers, found)}
    width = max(box.x for box in boxes.values()) + WIDTH + MARGIN
    height = max(box.y for box in boxes.values()) + HEIGHT + MARGIN
    drawn = [_arrow(boxes[a], boxes[b], found[a, b]) for a, b in _direct(_downward(found))]
    drawn += [_arrow(boxes[a], boxes[b], n) for (a, b), n in found.items() if _climbs(a, b)]
    return "".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
            f' width="{width}" height="{height}" role="img" aria-labelledby="title desc">\n',
            '  <title id="title">The rooms of the package, and what each imports</title>\n',
            f'  <desc id="desc">{escape(_described(layers, found))}</desc>\n',
            STYLE,
            HEAD,
            f'  <rect class="paper" width="{width}" height="{height}"/>\n',
            *drawn,
            *map(_box, boxes.values()),
            "</svg>\n",
        )
    )


def _climbs(room: str, other: str) -> bool:
    """Tell whether an arrow leads up the ladder, which none should."""
    return LADDER.index(other) > LADDER.index(room)


def _downward(found: dict[tuple[str, str], int]) -> dict[str, set[str]]:
    """Return what each room imports of the rooms below it."""
    below: dict[str, set[str]] = {room: set() for room in LADDER}
    for room, other in found:
        if not _climbs(room, other):
            below[room].add(other)
    return below


def _direct(below: dict[str, set[str]]) -> list[tuple[str, str]]:
    """Return the arrows that follow from no others."""
    reached: dict[str, set[str]] = {}
    for room in LADDER:
        reached[room] = below[room].union(*(reached[other] for other in below[room]))
    return [
        (room, other)
        for room in LADDER
        for other in sorted(below[room])
        if not any(other in reached[between] for between in below[room])
    ]


def _layers(below: dict[str, set[str]]) -> list[list[str]]:
    """Return the rooms in layers from the ground up, each as high as those above it let it be."""
    height: dict[str, int] = {}
    for room in LADDER:
        height[room] = max((height[other] + 1 for other in below[room]), default=0)
    top = max(height.values())
    for room in reversed(LADDER):
        above = [height[other] for other in LADDER if room in below[other]]
        height[room] = min(above, default=top + 1) - 1
    return [[room for room in LADDER if height[room] == level] for level in range(top + 1)]


def _boxes(layers: list[list[str]], found: dict[tuple[str, str], int]) -> list[Box]:
    """Place each room, the highest layer first, each layer in the middle."""
    files = {room: len(paths) for room, paths in rooms().items()}
    widest = max(map(len, layers))
    boxes = []
    for row, layer in enumerate(reversed(layers)):
        left = MARGIN + (widest - len(layer)) * (WIDTH + GAP) // 2
        for column, room in enumerate(layer):
            lines = [f"{files[room]} module{'s' * (files[room] > 1)}"]
            lines += _wrapped(_imports_of(room, found))
            x, y = left + column * (WIDTH + GAP), MARGIN + row * (HEIGHT + GAP)
            boxes.append(Box(room, x, y, tuple(lines)))
    return boxes


def _imports_of(room: str, found: dict[tuple[str, str], int]) -> list[str]:
    """Return what a room imports, the lowest first, each with its count."""
    return [f"{other} {found[room, other]}" for other in LADDER if (room, other) in found]


def _wrapped(parts: list[str]) -> list[str]:
    lines = [""]
    for part in parts or ["imports none of the others"]:
        joined = f"{lines[-1]} · {part}" if lines[-1] else part
        lines[-1:] = [joined] if len(joined) <= LONGEST else [lines[-1], part]
    return lines


def _described(layers: list[list[str]], found: dict[tuple[str, str], int]) -> str:
    """Return in words what the picture shows."""
    told = [
        f"{room} imports {', '.join(_imports_of(room, found)) or 'none of the others'}"
        for layer in layers
        for room in layer
    ]
    ending = "Numbers say how many modules of the room import from the other."
    return f"From the ground up: {'; '.join(told)}. {ending}"


def _box(box: Box) -> str:
    middle, top = box.x + WIDTH // 2, box.y + 26
    lines = "".join(
        f'  <text x="{middle}" y="{top + LINE * number}" text-anchor="middle">'
        f"{escape(line)}</text>\n"
        for number, line in enumerate(box.lines, 1)
    )
    return (
        f'  <rect class="box" x="{box.x}" y="{box.y}" width="{WIDTH}" height="{HEIGHT}" rx="6"/>\n'
        f'  <text class="name" x="{middle}" y="{top}" text-anchor="middle">{box.room}</text>\n'
        f"{lines}"
    )


def _arrow(start: Box, end: Box, count: int) -> str:
    """Return the arrow from who imports to what is imported, with how many modules do."""
    up = end.y < start.y
    # Each leaves and arrives a little towards the other, and those that climb a little aside.
    lean = max(-1, min(1, (end.x - start.x) // 8)) * WIDTH // 5 + (WIDTH // 4 if up else 0)
    x1, y1 = start.x + WIDTH // 2 + lean, start.y + (0 if up else HEIGHT)
    x2, y2 = end.x + WIDTH // 2 - lean + (WIDTH // 2 if up else 0), end.y + (HEIGHT if up else 0)
    return (
        f'  <path class="arrow{" up" * up}" d="M{x1} {y1} {x2} {y2}" marker-end="url(#head)"/>\n'
        f'  <text class="count" x="{(x1 + x2) // 2}" y="{(y1 + y2) // 2 + 4}"'
        f' text-anchor="middle">{count}</text>\n'
    )


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8", newline="\n")
    print(PICTURE.relative_to(PROJECT))
