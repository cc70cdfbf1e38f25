"""Pictures that the build draws: cards for who is sent a link, and the site's icon.

All is drawn with one font, so that the same words give the same bytes on every machine: DejaVu
Sans, which the package ziafont brings. It has Latin, Greek and Cyrillic letters, and more. What
it lacks, and scripts whose letters must be joined or turned, are not drawn: ``can_write`` tells.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WIDTH, HEIGHT = 1200, 630
"""The size of a card in pixels, which the networks that show it ask for."""

MARGIN = 80

Color = tuple[int, int, int]
"""Red, green and blue, each up to 255: of the icon's ground, and of a card's ink."""

PACKAGE, FONT = "ziafont", "fonts/DejaVuSans.ttf"
BARS = ((7, 19, 6), (13.75, 13, 12), (20.5, 7, 18))
"""The bars of the icon, in 32 parts of its side: left edge, upper edge, height."""
BAR_WIDTH = 4.5
CORNER = 7
FINER = 8
"""How many times larger the icon is drawn than it is kept, for smooth edges."""

PLAIN_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "GEORGIAN")
"""Scripts whose letters stand beside each other from left to right, as Unicode names them."""


def can_write(text: str) -> bool:
    """Tell whether the font has every sign of a text, in a script that it can set."""
    return all(map(_can_draw, unicodedata.normalize("NFC", text)))


@cache
def _can_draw(sign: str) -> bool:
    category = unicodedata.category(sign)
    if category[0] == "M" or (category[0] == "C" and sign not in "\u00ad\u200b"):
        return False
    if category[0] == "L" and not unicodedata.name(sign, "").startswith(PLAIN_SCRIPTS):
        return sign in "ªº"
    font = _font(32)
    return sign.isspace() or bytes(font.getmask(sign)) != bytes(font.getmask("\uffff"))


def card_picture(title: str, below: Sequence[str], company: str, color: Color) -> bytes:
    """Return a card as PNG: its title, the lines below it, and the company beside the icon.

    The title gets as large as three lines allow; what is longer than its room ends in dots.
    """
    canvas = Image.new("L", (WIDTH, HEIGHT), 0)
    draw = ImageDraw.Draw(canvas)
    draw.rectangle((0, 0, WIDTH, 16), fill=255)
    room = WIDTH - 2 * MARGIN
    sizes = (76, 66, 56)
    fitting = (size for size in sizes if len(_lines(title, _font(size), room)) <= 3)
    size = next(fitting, sizes[-1])
    y = _write(draw, _cut(_lines(title, _font(size), room), 3), size, MARGIN + 10)
    lines = [line for text in below for line in _lines(text, _font(36), room)]
    _write(draw, _cut(lines, 3), 36, y + 24)
    canvas.paste(_bars(48).point(lambda ink: 255 - ink), (MARGIN, HEIGHT - MARGIN - 48))
    [*named] = _cut(_lines(company, _font(36), room - 72), 1)
    _write(draw, named, 36, HEIGHT - MARGIN - 46, MARGIN + 72)
    canvas.putpalette(_shades(color))
    return _png(canvas)


def icon(side: int, color: Color) -> Image.Image:
    """Return the site's icon, as ``icon_svg`` has it, with clear corners."""
    clear = Image.new("L", (side * FINER,) * 2, 0)
    corner = CORNER * side * FINER / 32
    ImageDraw.Draw(clear).rounded_rectangle((0, 0, *_last(clear)), corner, fill=255)
    shown = Image.new("RGBA", (side, side), (*color, 255))
    shown.paste((255, 255, 255, 255), (0, 0), _bars(side).point(lambda ink: 255 - ink))
    shown.putalpha(clear.resize((side, side), Image.Resampling.BOX))
    return shown


@cache
def icon_png(side: int, color: Color) -> bytes:
    """Return the icon as PNG."""
    return _png(icon(side, color))


@cache
def icon_ico(color: Color, sides: tuple[int, ...] = (16, 32, 48)) -> bytes:
    """Return the icon as browsers look for it without being told: ``favicon.ico``."""
    saved = BytesIO()
    *smaller, largest = (icon(side, color) for side in sides)
    largest.save(saved, "ICO", sizes=[(side, side) for side in sides], append_images=smaller)
    return saved.getvalue()


def icon_svg(color: Color) -> str:
    """Return the icon as SVG, for whoever takes a drawing."""
    bars = "".join(
        f'<rect x="{left}" y="{upper}" width="{BAR_WIDTH}" height="{height}" rx="1"/>'
        for left, upper, height in BARS
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        f'<rect width="32" height="32" rx="{CORNER}" fill="#{bytes(color).hex()}"/>'
        f'<g fill="#fff">{bars}</g></svg>\n'
    )


def _bars(side: int) -> Image.Image:
    """Return the icon's bars, dark on light."""
    fine = Image.new("L", (side * FINER,) * 2, 255)
    draw = ImageDraw.Draw(fine)
    part = side * FINER / 32
    for left, upper, height in BARS:
        box = (left, upper, left + BAR_WIDTH, upper + height)
        draw.rounded_rectangle([edge * part for edge in box], part, fill=0)
    return fine.resize((side, side), Image.Resampling.BOX)


def _last(image: Image.Image) -> tuple[int, int]:
    return image.width - 1, image.height - 1


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    # Found without being run: the package takes half a second to read the font in its own way.
    spec = find_spec(PACKAGE)
    assert spec is not None
    assert spec.origin is not None
    # The other engine of Pillow is there on some machines only.
    basic = ImageFont.Layout.BASIC
    return ImageFont.truetype(str(Path(spec.origin).parent / FONT), size, layout_engine=basic)


def _lines(text: str, font: ImageFont.FreeTypeFont, room: float) -> list[str]:
    """Return text in lines that fit; a word that is longer than one is broken."""
    lines: list[str] = []
    for word in unicodedata.normalize("NFC", text).split():
        longer = f"{lines[-1]} {word}" if lines else word
        if font.getlength(longer) <= room:
            lines[-1:] = [longer]
            continue
        *full, last = _broken(word, font, room)
        lines += [*full, last]
    return lines


def _broken(word: str, font: ImageFont.FreeTypeFont, room: float) -> Iterable[str]:
    """Yield a word in pieces that fit."""
    while font.getlength(word) > room:
        end = next(end for end in range(len(word), 0, -1) if font.getlength(word[:end]) <= room)
        yield word[:end]
        word = word[end:]
    yield word


def _cut(lines: Sequence[str], most: int) -> list[str]:
    """Return the first lines; where there are more, the last of them ends in dots."""
    if len(lines) <= most:
        return list(lines)
    *kept, last = lines[:most]
    return [*kept, f"{last.rpartition(' ')[0] or last[:-1]} …"]


def _write(
    draw: ImageDraw.ImageDraw, lines: Sequence[str], size: int, y: int, x: int = MARGIN
) -> int:
    """Write lines below each other; return where the next would start."""
    for line in lines:
        draw.text((x, y), line, font=_font(size), fill=255)
        y += size * 5 // 4
    return y


@cache
def _shades(color: Color) -> list[int]:
    """Return the shades from white to the ink, as a palette: red, green, blue, and so on."""
    return [255 - (255 - part) * shade // 255 for shade in range(256) for part in color]


def _png(image: Image.Image) -> bytes:
    saved = BytesIO()
    image.save(saved, "PNG", compress_level=3)
    return saved.getvalue()
