"""The base of everything that contributors state."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict
from pydantic_core import PydanticCustomError


def fault(message: str) -> PydanticCustomError:
    """Return what a validator raises whose message says by itself what is wrong."""
    return PydanticCustomError("own", "{message}", {"message": message})


class Facts(BaseModel):
    """The base of all stated facts: frozen, and closed to fields that nobody declared."""

    # Of a hundred classes a run uses a few, most of them as parts of others.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    def __repr__(self) -> str:
        """Return what pydantic would, in a third of the time: of all roles digests are made."""
        shown = ", ".join([f"{name}={value!r}" for name, value in self.__dict__.items()])
        name = self.__repr_name__()  # type: ignore[misc]  # pydantic's own, of a base without types
        return f"{name}({shown})"

    FIRST: ClassVar[tuple[str, ...]] = ()
    """The fields that stand first, in their order; the others follow, those of a base class before.

    In this order they are written, and named in schemas and messages.
    """

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        """Put the fields in their order."""
        fields = cls.__pydantic_fields__
        order = tuple(dict.fromkeys((*cls.FIRST, *fields)))
        cls.__pydantic_fields__ = {name: fields[name] for name in order}
