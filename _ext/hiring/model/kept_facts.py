"""Facts in what is kept from run to run: whole, also those that a company adds.

Whoever writes or reads such a file hands down the classes, by name, as ``context``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import GetPydanticSchema
from pydantic_core.core_schema import with_info_plain_validator_function

from hiring.model.facts import FrontMatter
from hiring.model.level_facts import LevelFacts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel, ValidationInfo

CLASSES = "classes"
"""The part of the context in which the classes are, by the name of the one that each stands for."""


def _whole(name: str, usual: type[BaseModel]) -> GetPydanticSchema:
    """Return how facts are kept: as their class has them, of which nothing is made twice."""

    def read(value: Any, info: ValidationInfo) -> BaseModel:
        context: Mapping[str, Any] = info.context or {}
        model: type[BaseModel] = context.get(CLASSES, {}).get(name, usual)
        return model.model_validate(value)

    return GetPydanticSchema(lambda source, handler: with_info_plain_validator_function(read))


KeptLevelFacts = Annotated[LevelFacts, _whole("level", LevelFacts)]
KeptFrontMatter = Annotated[FrontMatter, _whole("front_matter", FrontMatter)]
