"""How much is too much. Past these limits pages are lost in part, or take minutes to build."""

from __future__ import annotations

MAX_PAGE_BYTES = 150_000
"""A file of more bytes is refused: at some 6 bytes a word that is a book, not a page."""

MAX_ASSET_BYTES = 2_000_000
"""An image or a download of more bytes is refused: readers on a slow line would wait for it."""

MAX_TABLE_ROWS = 1_000
"""A table of more rows is refused: nobody reads it, and Sphinx takes half a minute for 20,000."""

MAX_TABLE_CELLS = 10_000
"""How many cells a page's tables may have, written or filled up: some 50 microseconds each."""

MAX_LINES = 5_000
"""How many lines a page may have: as list items, some 65 microseconds each."""

MAX_SIGNS = 5_000
"""How many signs of markup a page may have: each is tried as the start of everything it may start,
which takes some 20 microseconds, and three times as long for an open bracket."""

MAX_FENCES = 500
"""How many blocks a page may open: each is parsed by itself, here and on the site."""

MAX_YAML_DEPTH = 12
"""How deep YAML may nest. Aliases, which could multiply it, are refused altogether."""

MAX_YAML_SLIPS = 20
"""How often YAML is read anew without a line that can't be read, to tell of the next one too."""

MAX_LIST_DEPTH = 6
"""How deep lists and quotes may nest, counted together. Markdown drops what nests ten lists."""

MAX_DRAWING_DEPTH = 100
"""How deep the elements of an SVG may nest."""

MAX_BLOCK_DEPTH = 8
"""How deep directives may nest: each is read by itself, and so costs one more reading."""

MAX_STARS = 3
"""How many stars a pattern of a table of contents may have in one folder's name, and double ones in
all: with more, Sphinx would try a long name for minutes."""
