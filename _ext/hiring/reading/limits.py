"""How much is too much. Past these limits pages are lost in part, or take minutes to build."""

from __future__ import annotations

MAX_PAGE_BYTES = 250_000
"""A file of more bytes is refused: at some 6 bytes a word that is a book, not a page."""

MAX_TABLE_ROWS = 1_000
"""A table of more rows is refused: nobody reads it, and Sphinx takes half a minute for 20,000."""

MAX_YAML_DEPTH = 12
"""How deep YAML may nest. Aliases, which could multiply it, are refused altogether."""

MAX_LIST_DEPTH = 6
"""How deep lists and quotes may nest, counted together. Markdown drops what nests ten lists."""

MAX_BLOCK_DEPTH = 8
"""How deep directives may nest: each is read by itself, and so costs one more reading."""
