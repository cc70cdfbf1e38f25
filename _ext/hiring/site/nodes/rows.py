"""Nodes for what stands beside an entry of a list or a row of a table, in browsers alone."""

from __future__ import annotations

from docutils import nodes


class row_mark(nodes.Element):
    """A word before an entry of a list that says of which kind it is: ``text``, and its ``kind``.

    What stands above the list says it, too.
    """


class row_link(nodes.Element):
    """A link of a row to itself, for browsers only: its ``anchor``, and ``text`` that says so."""


class matrix_legend(nodes.Element):
    """What marks mean, for screens on which they are dots: ``marks`` are kinds with their words."""
