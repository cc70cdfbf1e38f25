"""Facts in what is kept from run to run: whole, also those that a company adds.

Whoever writes or reads such a file hands down the classes, by name, as ``context``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import SerializeAsAny, WrapValidator

from hiring.model.facts import FrontMatter
from hiring.model.level_facts import LevelFacts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pydantic import BaseModel, ValidationInfo

CLASSES = "classes"
"""The part of the context in which the classes are, by the name of the one that each stands for."""


def _whole(name: str) -> WrapValidator:
    def read(value: Any, handler: Callable[[Any], Any], info: ValidationInfo) -> Any:
        context: Mapping[str, Any] = info.context or {}
        model: type[BaseModel] | None = context.get(CLASSES, {}).get(name)
        return model.model_validate(value) if model else handler(value)

    return WrapValidator(read)


KeptLevelFacts = Annotated[SerializeAsAny[LevelFacts], _whole("level")]
KeptFrontMatter = Annotated[SerializeAsAny[FrontMatter], _whole("front_matter")]
