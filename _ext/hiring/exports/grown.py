"""Shapes of published data with room for the facts that a company adds."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import create_model

from hiring.model.base import Facts

Document = TypeVar("Document", bound=Facts)


def grown(
    document: type[Document], ours: type[Facts], stated: type[Facts], **more: Any
) -> type[Document]:
    """Return a shape with those facts that are stated and not ours, and with ``more`` fields."""
    own = {
        name: (it.annotation, it)
        for name, it in stated.model_fields.items()
        if name not in ours.model_fields
    }
    fields: dict[str, Any] = {**own, **more}
    return create_model(
        document.__name__,
        __base__=document,
        __doc__=document.__doc__,
        __module__=__name__,
        **fields,
    )


def several(document: type[Facts]) -> tuple[Any, Any]:
    """Return the type of a field that holds several documents, and that it is needed."""
    return tuple[document, ...], ...  # type: ignore[valid-type]
