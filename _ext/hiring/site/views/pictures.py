"""Figures: what is drawn, what is said of it, and the same as a table or a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from hiring.model.language_tags import direction, foreign
from hiring.pictures.mirrored import mirrored
from hiring.site.nodes.pictures import (
    drawn,
    picture,
    picture_data,
    picture_data_name,
    picture_legend,
)
from hiring.site.nodes.voice import marked
from hiring.site.views.build import paragraph, reference

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from hiring.model.role import JobRole
    from hiring.pictures.shapes import Drawing
    from hiring.site.nodes.voice import Voice

AS_TABLE, AS_LIST = "picture.as-table", "picture.as-list"
"""What the same as data is called, by its name in the lexicon."""


class Figures:
    """Makes the figures of one page: each drawing of it has another name."""

    def __init__(
        self,
        docname: str,
        pages: Mapping[str, str],
        serial: Callable[[], int],
        voice: Voice,
    ) -> None:
        """Take the page, those of the roles that boxes lead to, and what counts drawings."""
        self.docname = docname
        self.said, self.of_words = voice.lexicon, voice.of_words
        self.pages = pages
        self.serial = serial
        self.language = voice.language

    def figure(
        self,
        drawings: Iterable[Drawing | None],
        legend: str,
        name: str,
        data: Sequence[nodes.Node],
        about: str = "",
        *,
        is_own: bool = False,
    ) -> picture:
        """Return drawings with their legend, and the same as data under a name.

        ``about`` says what is shown, wherever the data stand. All words but those of roles are
        fixed ones; where the data is the page's own, the legend and the name alone.
        """
        # The figure runs as the language does that it is marked with.
        language = self.language if is_own else self.said.language
        shown = [self._drawn(it, language) for it in drawings if it is not None]
        classes = ["hiring-caption"]
        said: list[nodes.Node] = []
        if about and shown:
            said.append(paragraph(nodes.Text(about), classes=classes))
        if legend and shown:
            said.append(picture_legend(legend, legend, classes=[*classes, "hiring-legend"]))
        found = picture("", *shown, *said, *([_data(self.said.say(name), data)] if data else []))
        for node in found.findall(lambda it: isinstance(it, (picture_legend, picture_data_name))):
            assert isinstance(node, nodes.Element)
            marked(node, self.of_words if is_own else "")
        return found if is_own else marked(found, self.of_words)

    def _drawn(self, drawing: Drawing, language: str) -> drawn:
        pages = {key: self.pages[key] for key in sorted(drawing.roles)}
        drawing = mirrored(drawing) if direction(language) == "rtl" else drawing
        name = f"hiring-picture-{self.serial() + 1}"
        return drawn(drawing=drawing, name=name, pages=pages)

    def role(self, role: JobRole) -> nodes.Node:
        """Return a link to a role."""
        return reference("role", role.key, self.docname, language=self.of(role))

    def of(self, role: JobRole) -> str:
        """Return the language of a role, empty where it is that of the words."""
        return foreign(role.language, self.said.language)


def _data(name: str, data: Sequence[nodes.Node]) -> picture_data:
    return picture_data("", picture_data_name(name, name), *data)


def rows_in(found: Iterable[nodes.Node]) -> Iterator[list[str]]:
    """Yield the rows of the first table among nodes as text, the head first."""
    shown = next((it for node in found for it in node.findall(nodes.table)), None)
    for row in shown.findall(nodes.row) if shown else ():
        yield [" ".join(cell.astext().split()) for cell in row.children]
